"""Which of several places a name means: what stands beside it, what else the text names, whose institutions it speaks of."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import Place
from detente.where import find_known, resolve_places, unlisted
from detente.where.gazetteer import division_names
from detente.where.voices import voices


def read(text: str) -> list[Place]:
    """Resolve the names in brackets."""
    spans, plain = [], ""
    for part in re.split(r"(\[[^]]*])", text):
        if part.startswith("["):
            spans.append((len(plain), len(plain) + len(part) - 2))
        plain += part.strip("[]") if part.startswith("[") else part
    found = resolve_places(plain, spans)
    assert all(plain[one.start : one.end] == one.text for one in found)
    return list(found)


def where(text: str) -> list[tuple[str | None, str | None, int]]:
    """Name, country and rounded latitude of the names in brackets."""
    return [(one.name, one.country, round(one.lat) if one.lat is not None else 99) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("A mill burned in [Lima], Ohio.", ("Lima", "USA", 41)),
        ("A mill burned in [Lima].", ("Lima", "PER", -12)),
        ("The Ohio town of [Lima] rebuilt its mill.", ("Lima", "USA", 41)),
        ("They moved to [Paris], Tex., last year.", ("Paris", "USA", 34)),
        ("They moved to [Paris] (Ont.) last year.", ("Paris", "CAN", 43)),
        ("A judge from [Jordan], Minnesota, retired.", ("Jordan", "USA", 45)),
        ("Rain fell in [Chad], Niger and Mali.", ("Chad", "TCD", 15)),
        ("Rain fell in [Oklahoma], Pennsylvania and Maine.", ("Oklahoma", "USA", 36)),
        ("He was born in [Georgia], USA.", ("Georgia", "USA", 33)),
        ("A quake shook [Cook County], Ill., at noon.", ("Cook County", "USA", 42)),
        ("Votes are counted in [Kharkiv region].", ("Kharkiv", "UKR", 50)),
        ("Votes are counted in [Scotland].", ("Scotland", "GBR", 57)),
        ("A train derailed in the [Urals].", ("Ural Mountains", "RUS", 60)),
        ("A ferry sank on [Lake Tanganyika].", ("Lake Tanganyika", None, -6)),
        ("Prices fell in [N.S.W.] again.", ("New South Wales", "AUS", -32)),
        ("The [Kenyan] team left.", ("Kenya", "KEN", 1)),
        ("[the New Zealand capital] slept", ("Wellington", "NZL", -41)),
        ("[the market of Goma] burned", ("Goma", "COD", -2)),
    ],
)
def test_what_stands_beside_a_name_decides(text: str, answer: tuple[str, str, int]) -> None:
    assert where(text) == [answer]


def test_the_other_names_decide_together() -> None:
    """Two small places that lie together win over two large ones that do not."""
    found = where("[Cambridge] and [Kitchener] share a line; so do [Guelph] and [Waterloo].")
    assert {country for _, country, _ in found} == {"CAN"}
    assert [lat for _, _, lat in found] == [43, 43, 44, 43]


def test_a_state_named_anywhere_counts() -> None:
    assert where("Maine lawmakers cheered. A ferry left [Portland] late.")[0][2] == 44
    assert where("Oregon lawmakers cheered. A ferry left [Portland] late.")[0][2] in (45, 46)


def test_one_name_has_one_sense_unless_the_text_says_otherwise() -> None:
    assert len(set(where("A fair opened in [Athens], Ga., on Monday. [Athens] had waited for it."))) == 1
    apart = where("He flew from [Athens], Greece, to [Athens], Georgia.")
    assert [country for _, country, _ in apart] == ["GRC", "USA"]


def test_a_gazetteer_in_print_is_read_in_parts() -> None:
    """Thousands of names in one text take no memory by their square."""
    names = sorted(division_names())[:3000]
    text = ". ".join(name.title() for name in names)
    ends = list(accumulate(len(name) + 2 for name in names))
    places = resolve_places(text, [(end - len(name) - 2, end - 2) for name, end in zip(names, ends)])
    assert len(places) > 2500


def test_a_river_is_placed_only_beside_its_town() -> None:
    assert where("The [Bukavu River] rose.") == []
    assert [one[0] for one in where("Rain hit [Bukavu] in Congo. The [Bukavu River] rose.")] == ["Bukavu", "Bukavu"]


def test_short_capitals_are_no_towns() -> None:
    assert [name for name, _, _ in where("The [EU] agreed.")] == ["European Union"]


def test_words_of_institutions_tell_the_state() -> None:
    assert [(state.entry.country, count) for state, count in voices("The sheriff met the school board.")] == [("USA", 2)]
    assert where("Councillors in [Boston] asked the Crown Court and the NHS; the borough council and magistrates agreed.")[0][1] == "GBR"
    assert where("The sheriff of [Boston] spoke.")[0][1] == "USA"


def test_the_capital_without_a_name_is_the_storys() -> None:
    text = "Shots rang out in the capital at dawn."
    found = unlisted(text, (18, 29), "KEN")
    assert (found.name, found.text, found.country) == ("Nairobi", "the capital", "KEN")
    bare = unlisted(text, (18, 29), None)
    assert (bare.name, bare.lat, bare.country) == ("the capital", None, None)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_known(text, [(0, len(text))])]


def test_a_surname_elsewhere_in_the_text_is_no_place() -> None:
    assert found("Mary Denver ran the shop. Later Denver sold it. Fans of Denver wept.") == []
    assert found("Mary Denver ran a shop in Denver.") == ["Denver"]


def test_who_speaks_is_no_place() -> None:
    assert found("A month later Houston said no.") == []


def test_a_village_counts_once_something_is_in_it() -> None:
    assert found("The Soldeu slopes opened.") == []
    assert found("Snow fell in Soldeu on Monday. By Friday the Soldeu slopes had opened.") == ["Soldeu", "Soldeu"]


def test_organisations_and_offices_are_no_places() -> None:
    assert found("They met in Congress and in the White House.") == []


def test_a_town_joined_to_a_place_is_one_and_a_state_need_not_be() -> None:
    assert found("Rain fell in Goma and Soldeu.") == ["Goma", "Soldeu"]
    assert found("Rain fell in Goma, and Uganda said no.") == ["Goma"]
    assert found("Rain fell in Goma, Nov. 3.") == ["Goma"]


def test_a_headlines_capitals_make_no_surname() -> None:
    assert found("Storm Hits Mombasa Hard\n\nRain fell in Mombasa. Buses left Mombasa.") == ["Mombasa", "Mombasa"]


def test_an_abbreviated_state_after_a_town_is_found() -> None:
    assert found("Crowds filled Lima, Ohio, and Albany, Ga., on Monday.") == ["Lima", "Ohio", "Albany", "Ga"]


NAMES = ["[Paris]", "[Georgia]", ",", " Texas", "Tex.", " in ", "[Cook County]", "[the outskirts of Lima]", "(Ont.)", "[NSW]", "’s ", "[Kenyans]", "\n", "[]"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(alphabet="ab.,’ ", max_size=4)), max_size=14))
def test_any_order_of_clues_gives_spans_of_the_text(parts: list[str]) -> None:
    read("".join(parts))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=6))
def test_any_spans_of_any_text(text: str, spans: list[tuple[int, int]]) -> None:
    places = resolve_places(text, spans)
    assert [(one.start, one.end) for one in places] == sorted({(one.start, one.end) for one in places})
    for one in places:
        assert (one.start, one.end) in spans and text[one.start : one.end] == one.text
        assert one.lat is None or -90 <= one.lat <= 90

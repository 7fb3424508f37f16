"""Places: names to coordinates by context, and names found in text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.records import Place
from detente.where import dateline, find_known, resolve_places, settle, story_country
from detente.where.gazetteer import candidates, known
from detente.where.names import read


def place(text: str, name: str) -> Place:
    """Resolve the first occurrence of a name."""
    at = text.index(name)
    found = resolve_places(text, [(at, at + len(name))])
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "country", "lat"),
    [
        ("Riots broke out in Mombasa.", "Mombasa", "KEN", -4.05),
        ("Fighters left Tripoli, Lebanon, at dawn.", "Tripoli", "LBN", 34.43),
        ("Libya said Tripoli was calm.", "Tripoli", "LBY", 32.88),
        ("A march in London.", "London", "GBR", 51.5),
        ("Police in Ontario, Canada, closed roads to London.", "London", "CAN", 42.98),
        ("They met in Atlanta, Georgia.", "Georgia", "USA", None),
        ("Tanks rolled out of Tbilisi, Georgia.", "Georgia", "GEO", 42.15),
        ("It happened in northern Mali.", "northern Mali", "MLI", 17.2),
        ("Shells hit the port city of Odesa.", "the port city of Odesa", "UKR", 46.48),
        ("Soldiers entered Kashmir.", "Kashmir", "IND", 34.0),
    ],
)
def test_context_decides(text: str, name: str, country: str, lat: float | None) -> None:
    found = place(text, name)
    assert found.country == country
    assert text[found.start : found.end] == found.text == name
    if lat is not None:
        assert found.lat == pytest.approx(lat, abs=0.05)


def test_what_is_no_place_is_dropped() -> None:
    text = "Grace Wanjiru spoke in Nairobi."
    found = resolve_places(text, [(0, 13), (23, 30), (90, 99), (5, 5)])
    assert [p.name for p in found] == ["Nairobi"]
    assert found[0].geonames == 184745


def test_seas_have_no_country() -> None:
    found = place("Ships in the Black Sea.", "Black Sea")
    assert (found.name, found.country) == ("Black Sea", None)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_known(text, [(0, len(text))])]


def test_find_tells_places_from_people_and_governments() -> None:
    assert found("Paris Okello met Mr Sydney in Goma.") == ["Goma"]
    assert found("Kenya warned that troops in Kenya would leave.") == ["Kenya"]
    assert found("Moscow said it had shelled a depot near Moscow.") == ["Moscow"]
    assert found("A crowd marched in Mombasa, Kenya, on Monday.") == ["Mombasa", "Kenya"]
    assert found("NAIROBI, May 5 (Coast Courier) - Police came.") == ["NAIROBI"]
    assert found("KABALE, Uganda, May 5 (Coast Courier) - Police came.") == ["KABALE, Uganda"]
    assert found("A strike in March spread in the South.") == []
    assert found("The reading of a nice report was on.") == []


def test_find_leaves_out_the_possessive() -> None:
    assert found("They met in Goma's market.") == ["Goma"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_spans_within_it(text: str) -> None:
    spans = find_known(text, [(0, len(text))])
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    for item in resolve_places(text, spans):
        assert text[item.start : item.end] == item.text


@given(
    st.lists(st.sampled_from(["Paris", "in", "Georgia", ",", "the", "New", "York", ".", "KABUL", "’s", "Mr", "of", "Chad"]), max_size=12)
)
def test_any_order_of_names_gives_spans_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    spans = find_known(text, [(0, len(text))])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert len(resolve_places(text, spans)) <= len(spans)


def test_names_ignore_accents_and_case() -> None:
    assert known("sao paulo")
    assert candidates("São Paulo") == candidates("sao paulo")
    assert "BRA" in {c.entry.country for c in candidates("São Paulo")}
    assert candidates("Xyzzy") == ()


def test_story_country_follows_dateline_and_names() -> None:
    assert story_country("Strike grows\n\nMOMBASA, May 5 (Coast Courier) - Police came.") == "KEN"
    assert story_country("Kenya and Uganda met.") is None
    assert story_country("") is None


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ("By Ana Duarte, Iquitos", "PER"),
        ("By ANA DUARTE in IQUITOS", "PER"),
        ("Staff Reporter, IQUITOS", "PER"),
        ("LETTER FROM IQUITOS", "PER"),
        ("*Iquitos, 5 May 2019*", "PER"),
        ("Iquitos, Loreto – Teachers stayed away.", "PER"),
        ("NECOCLÍ, Colombia – Boats stayed away.", "COL"),
        ("IQUITOS. Teachers stayed away.", "PER"),
        ("IQUITOS", "PER"),
        ("TEACHERS STAY AWAY\n\nIQUITOS, May 5 - Classes are off.", "PER"),
        ("By Ana Duarte in Nowheretown and Iquitos", "PER"),
        ("NOWHERETOWN, Peru, May 5 - Teachers stayed away.", "PER"),
        ("LIMA, Ohio - Teachers stayed away.", "USA"),
        ("IQUITOS, Nov. 5 - Teachers stayed away.", "PER"),
        ("Teachers, in Iquitos or not, stay away.", None),
        ("By Ana Duarte, who stayed", None),
    ],
)
def test_a_text_is_written_where_its_dateline_or_byline_says(head: str, country: str | None) -> None:
    place = dateline(f"Strike goes on\n\n{head}\n\nThe union of nurses met on Monday.", ())
    assert (place.country if place else None) == country


def test_who_speaks_in_a_transcript_is_no_dateline() -> None:
    turns = "\n\n".join(f"LIMA: Is it so?\n\nQUITO: It is, on day {day}." for day in range(4))
    assert dateline(f"Interview\n\n{turns}\n", ()) is None


def test_a_dateline_is_the_place_that_the_text_was_found_to_name() -> None:
    text = "Strike goes on\n\nIQUITOS, May 5 - Teachers stayed away."
    known = resolve_places(text, [(text.index("IQUITOS"), text.index(","))])
    assert dateline(text, known) is known[0]


def settled(text: str, *marked: str, actors: tuple[str, ...] = ()) -> list[str]:
    def extent(words: str) -> tuple[int, int]:
        at = text.index(words)
        return at, at + len(words)

    known = find_known(text, [(0, len(text))])
    return [text[s:e] for s, e in settle(text, map(extent, marked), known, map(extent, actors)).places]


def test_a_marked_lead_word_is_joined_with_the_known_name_after_it() -> None:
    assert settled("Shells fell in northern Kenya overnight.", "northern") == ["northern Kenya"]
    assert settled("Ships passed the Suez Canal on Monday.", "the", "Suez Canal") == ["the Suez Canal"]


def test_a_marked_word_that_names_nothing_is_dropped() -> None:
    assert settled("They met near the gate.", "the") == []


def test_a_part_of_a_word_is_no_place() -> None:
    assert settled("They closed the border in a tit-for-tat move.", "tit") == []
    assert settled("They met in the harbour-side hall.", "harbour") == []
    assert settled("They met in the Kyiv-held town.", "Kyiv") == ["Kyiv"]


def test_a_name_that_says_who_an_actor_is_is_no_place() -> None:
    text = "A court in Lusaka freed him in Lusaka."
    assert settled(text, actors=("A court in Lusaka",)) == ["Lusaka"]
    actor = (0, len("A court in Lusaka"))
    assert [text[slice(*span)] for span in settle(text, (), find_known(text, [(0, len(text))]), [actor]).within] == ["Lusaka"]


def test_adjectives_of_states_are_no_places() -> None:
    assert found("Talks in the German finance ministry ended.") == []


def test_the_capital_of_a_state_is_its_capital() -> None:
    assert place("Crowds filled the Thai capital.", "the Thai capital").country == "THA"


@pytest.mark.parametrize(
    ("words", "key"),
    [("the Rwandan capital Kigali", "kigali"), ("the port city of Aden", "aden"), ("the Black Sea resort Sochi", "sochi"), ("suburban Amherst", "amherst")],
)
def test_a_name_behind_what_it_is_the_name_of(words: str, key: str) -> None:
    found = read(words)
    assert found is not None and found.key == key

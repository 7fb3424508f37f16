"""Outlets: canonical names and the ones that a text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.actor import outlets
from detente.actor.words import bare


def test_canonical() -> None:
    assert outlets.canonical("The South China Morning Post").name == "South China Morning Post"  # type: ignore[union-attr]
    assert outlets.canonical("AP").name == "Associated Press"  # type: ignore[union-attr]
    assert outlets.canonical("Itar-Tass").country == "RUS"  # type: ignore[union-attr]
    assert outlets.canonical("the Coast Courier") is None


def test_find_gives_spans_and_wants_a_credit_for_common_words() -> None:
    text = "The sun rose. The Times of change came, Reuters said, according to a TASS report; he told The Times so."
    found = [(text[o.start : o.end], o.name) for o in outlets.find(text)]
    assert found == [("Reuters", "Reuters"), ("TASS", "TASS"), ("The Times", "The Times")]


@given(st.text(max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in outlets.find(text + " Reuters " + text):
        assert 0 <= found.start < found.end <= 2 * len(text) + 9


def test_names_that_the_text_calls_an_outlet_are_found_though_no_table_knows_them() -> None:
    text = (
        "A guard told the radio station Caracol del Monte that he had fled, the newspaper Alba Nova reported, and the "
        "Lantern daily said so too. Villagers told the Folha news agency nothing."
    )
    names = [one.name for one in outlets.find(text)]
    assert names[:3] == ["Caracol del Monte", "Alba Nova", "Lantern"]
    assert all(text[o.start : o.end] for o in outlets.find(text))


def test_of_overlapping_names_the_longest_counts() -> None:
    (outlet,) = outlets.find("He spoke to the Lunda Associated Press on Friday.")
    assert outlet.name == "Lunda Associated Press"
    assert [o.name for o in outlets.find("He told the Associated Press so.")] == ["Associated Press"]


def test_described_outlets_are_found_where_they_tell_or_are_told() -> None:
    def names(text: str) -> list[str]:
        return [one.name for one in outlets.find(text)]

    assert names("The king told a Danish newspaper that he was ill.") == ["Danish newspaper"]
    assert names("A pro-government daily reported that he was ill.") == ["pro-government daily"]
    assert names("Arland state media said so, and local media said more.") == ["Arland state media", "local media"]
    assert names("The king bought a Danish newspaper, and the same newspaper was sold again.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lowland Argus said he was ill.", ["Lowland Argus"]),
        ("The Orlan agency quoted him as ill.", ["Orlan"]),
        ("The Orlan agency, quoting his wife, said he was ill.", ["Orlan"]),
        ("The agency Orlan said, quoting his wife, that he was ill.", ["Orlan"]),
        ("He was quoted as saying by the Orlan agency that he was ill.", ["Orlan"]),
        ("According to reports in the Lowland Argus, he was ill.", ["Lowland Argus"]),
        ("The website Marea.info wrote that he was ill.", ["Marea.info"]),
        ("The Rodel agency said it would send grain.", []),
        ("He told Alba International, a Tarn-based channel.", ["Alba International"]),
        ("He told Yad Obur, a port agency.", []),
        ("He was ill, Marlo, a Tarn news outlet, said.", ["Marlo"]),
        ("He told tarn24.lv so.", ["tarn24.lv"]),
        ("He was ill, marea.cd reported.", ["marea.cd"]),
        ("He was ill. See marea.cd for more.", []),
        ("The Welt am Sonntag reported so.", ["Welt am Sonntag"]),
        ("He was ill, said Al-Wasat.", ["al-Wasat"]),
        ("He was ill, The Hindu said.", ["The Hindu"]),
        ("He was ill, local newspapers reported.", ["local newspapers"]),
        ("Police seized local newspapers and left.", []),
    ],
)
def test_who_passes_on_what_somebody_said_is_an_outlet(text: str, found: list[str]) -> None:
    assert [name.name for name in outlets.find(text)] == found


def test_a_name_that_goes_on_is_another_one() -> None:
    assert [one.name for one in outlets.find("He told TASS so.")] == ["TASS"]
    assert outlets.find("He told TASS-24 so.") == ()


def test_papers_named_like_a_people_are_found_only_where_they_are_credited() -> None:
    assert outlets.find("The Namibian fishermen and The Australian government met.") == ()
    assert [one.name for one in outlets.find("He told The Namibian so.")] == ["The Namibian"]


def test_titles_that_are_other_names_too_are_outlets_where_they_tell_or_are_told() -> None:
    def names(text: str) -> list[str]:
        return [one.name for one in outlets.find(text)]

    assert names("She told the Tarn Evening Star so.") == ["Tarn Evening Star"]
    assert names("The Lowland Mirror reported that he was ill.") == ["Lowland Mirror"]
    assert names("She told Red Star supporters so.") == []
    assert names("The ship Morning Star sank, and the Tarn Star won the cup.") == []
    assert names("He read Sydnytt Tidningen and La Prensa de Tarn.") == ["Sydnytt Tidningen", "La Prensa de Tarn"]


def test_an_outlet_is_known_with_what_it_is_and_without() -> None:
    def name(words: str) -> str | None:
        found = outlets.canonical(words)
        return found.name if found else None

    assert [name(words) for words in ("dzMM radio", "radio station DZMM", "state radio CRTV", "Tishreen")] == ["DZMM", "DZMM", "CRTV", None]
    assert [name(words) for words in ("Nation TV", "ABC radio", "Arland television")] == ["Nation TV", None, None]
    known = outlets.credited("Tishreen")
    assert known is not None and known.country == "SYR"


def test_an_outlet_without_what_it_is_is_found_where_it_is_credited() -> None:
    assert [one.name for one in outlets.find("The rebels sent Saba a letter, carried by Saba on Friday.")] == ["Saba news agency"]
    assert outlets.find("The queen of Saba spoke to the Beta testers.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "She told Prime Minister Obura that the port was shut.",
        "In an interview with Pink Floyd, she hummed.",
        "Losses were reported by Saba & Sons.",
        "The Royal Mint reported a loss.",
        "It was carried by Saba-Lindt Freight.",
    ],
)
def test_an_outlet_without_what_it_is_is_no_part_of_a_longer_name(text: str) -> None:
    assert outlets.find(text) == ()


def test_a_day_goes_on_with_no_name() -> None:
    assert [one.name for one in outlets.find("The note, carried by Saba Tuesday, was short.")] == ["Saba news agency"]


def test_a_title_that_goes_on_is_another_outlets() -> None:
    assert [one.name for one in outlets.find("He told Folha do Vale so, and Folha too.")] == ["Folha do Vale", "Folha de S.Paulo"]


def test_an_agency_is_known_by_its_kind() -> None:
    assert outlets.canonical("the Tasnim agency") == outlets.canonical("Tasnim")._replace(end=17)  # type: ignore[union-attr]


def test_an_outlet_is_found_with_and_without_its_accents() -> None:
    assert [name.name for name in outlets.find("Última Hora, Ultima Hora")] == ["Ultima Hora", "Ultima Hora"]


@given(st.text(max_size=40))
def test_a_text_without_accents_is_as_long_as_before(text: str) -> None:
    assert len(bare(text)) == len(text)
    assert bare(bare(text)) == bare(text)


def test_accents_of_latin_letters_are_left_out_and_other_scripts_left_alone() -> None:
    assert bare("Última Đà Nẵng 한국 が") == "Ultima Đa Nang 한국 が"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Marlo Alto, a daily in Tarn, said so.", ["Marlo Alto"]),
        ("Sunday Eko, a weekly in Tarn, said so.", ["Sunday Eko"]),
        ("Anna Lindt, the broadcaster, died.", []),
        ("In May, a newspaper in Tarn was shut.", []),
        ("It told of the Times of Obura's life.", []),
        ("He spoke on state TV Monday.", ["state TV"]),
    ],
)
def test_what_only_stands_like_an_outlets_name_is_none(text: str, found: list[str]) -> None:
    assert [name.name for name in outlets.find(text)] == found

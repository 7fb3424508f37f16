"""Quotation marks of all kinds: typographic, straight, single, unclosed, over paragraphs, with apostrophes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.attribution import quotations
from detente.attribution.quotes import paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We agreed,” Obura said.", ["We agreed,"]),
        ('"We agreed," Obura said.', ["We agreed,"]),
        ('“We agreed," Obura said. “Not you.”', ["We agreed,", "Not you."]),
        ("‘We agreed,’ Obura said.", ["We agreed,"]),
        ("'We agreed,' Obura said.", ["We agreed,"]),
        ("'We aren't the miners' enemies,' Obura said.", ["We aren't the miners' enemies,"]),
        ("The 'mass protests' and 'riots' of the '90s.", ["mass protests", "riots"]),
        ("The miners' union and the teachers' union.", []),
        ("'Twas the '90s, rock 'n' roll.", []),
        ("„Wir sind einig“, he said.", ["Wir sind einig"]),
        ("«We agreed», he said.", ["We agreed"]),
        ("``We agreed,'' he said.", ["We agreed,"]),
        ("“ We agreed ” he said.", ["We agreed"]),
        ("“We agreed,” she said, “and we will sign.”", ["We agreed,", "and we will sign."]),
        ('"We agreed," she said, "and we will sign."', ["We agreed,", "and we will sign."]),
        ("‘It’s the miners’s turn,’ he said.", ["It’s the miners’s turn,"]),
        ("The miners’ union said it’s over.", []),
        ("It's the government's word.", []),
        ("“A ‘free’ vote,” he said.", ["A ‘free’ vote,"]),
        ('A 6"-long bolt.', []),
        ("“” he said.", []),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_what_stands_between_the_marks(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_an_unclosed_quotation_runs_to_its_paragraphs_end() -> None:
    text = "“We agreed on much, Obura said.\n\nVaduz was silent."
    (found,) = quotations(text)
    assert text[found.start : found.end] == "We agreed on much, Obura said."
    assert not found.closed


def test_a_speech_over_paragraphs_is_a_quotation_in_each() -> None:
    text = "“We agreed on much.\n\n“And we will sign,” Obura said."
    found = quotations(text)
    assert [text[q.start : q.end] for q in found] == ["We agreed on much.", "And we will sign,"]
    assert [(q.closed, q.paragraph) for q in found] == [(False, 0), (True, 1)]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "“We agreed\non much,” Obura\nsaid.\n\nNext."
    assert len(paragraphs(text)) == 2
    assert quoted(text) == ["We agreed\non much,"]


def test_the_marks_belong_to_the_outer_span() -> None:
    text = "He said “we agreed” twice."
    (found,) = quotations(text)
    assert text[found.opened : found.shut] == "“we agreed”"


texts = st.lists(
    st.sampled_from(
        ["“", "”", "‘", "’", "'", '"', "„", "«", "»", "``", "''", "we agreed", "it’s", " ", " ", "\n", "\n\n", ".", ",", "(", "é", "𝄞"]
    ),
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(texts)
def test_quotations_slice_never_cross_and_stay_in_their_paragraph(text: str) -> None:
    extents = paragraphs(text)
    found = quotations(text)
    for quote in found:
        assert 0 <= quote.opened < quote.start < quote.end <= quote.shut <= len(text)
        inside = text[quote.start : quote.end]
        assert inside == inside.strip() != ""
        begin, end = extents[quote.paragraph]
        assert begin <= quote.opened and quote.shut <= end
        assert quote.closed or quote.shut == end
    assert all(a.shut <= b.opened for a, b in zip(found, found[1:]))


@settings(deadline=None)
@given(
    st.lists(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=9), min_size=1, max_size=8),
    st.sampled_from(["“”", '""', "''", "‘’", "«»", "„“"]),
)
def test_what_is_put_between_marks_is_found(words: list[str], marks: str) -> None:
    inside = " ".join(words)
    assert quoted(f"Obura said: {marks[0]}{inside}{marks[1]} on Friday.") == [inside]


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_scanned(text: str) -> None:
    assert all(text[q.start : q.end].strip() for q in quotations(text))


def test_a_text_of_nothing_but_marks_is_scanned_at_once() -> None:
    started = time.perf_counter()
    for marks in ("'a ", "' ", "a' ", "“", "‘a", '"', "``", "'as' "):
        quotations(marks * 20_000)
    assert time.perf_counter() - started < 5


def test_a_turn_of_a_transcript_in_quotation_marks_begins_behind_its_speaker() -> None:
    text = '"OBURA: We will see.\n\n"Mira Lindt: The port is open."\n\nHe wrote "Open Ports: A History of Tarn" and left.'
    found = [(text[q.start : q.end], text[slice(*q.teller)] if q.teller else None) for q in quotations(text)]
    assert found == [("We will see.", "OBURA"), ("The port is open.", "Mira Lindt"), ("Open Ports: A History of Tarn", None)]

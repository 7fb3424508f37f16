"""Words of a name are found in a text as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.actor.around import descriptions, fuller_name, occurrences


def test_only_whole_words_count() -> None:
    text = "Lund met Lundgren. Lund's aide said Ana Lund had left Lund_2."
    assert [text[start:end] for start, end in occurrences("Lund", text)] == ["Lund"] * 4
    assert list(occurrences("Ana Lund", text)) == [(text.index("Ana"), text.index("Ana") + 8)]
    assert list(occurrences("Tarn", text)) == []


def test_a_description_before_a_name_is_whole() -> None:
    told = "remarks by the Chadian ambassador to Paris, Ana Lund, in Berlin"
    assert "Chadian ambassador to Paris" in list(descriptions("Ana Lund", told))
    assert not any(descriptions("Ana Lund", "in Paris, Ana Lund"))


@pytest.mark.parametrize(
    ("text", "fuller"),
    [
        ("Ana Duarte left. Duarte said so.", "Ana Duarte"),
        ("They met A. B. Duarte.", "A. B. Duarte"),
        ("Police met Jon Lund. Duarte left.", "Duarte"),
    ],
)
def test_a_fuller_name_ends_with_the_surname_in_its_own_sentence(text: str, fuller: str) -> None:
    assert fuller_name("Duarte", text) == fuller


@pytest.mark.parametrize(
    "text",
    ["Journalists Ana Duarte and Jon Lund left.", "They met the lawyers Ana Duarte, Mira Aslak and Jon Lund.", "Senators Ana Duarte and Jon Lund spoke."],
)
def test_a_word_for_several_is_that_of_each(text: str) -> None:
    (said,) = descriptions("Jon Lund", text)
    assert said.casefold() in {"journalists", "lawyers", "senators"}


def test_a_word_for_one_is_not_that_of_the_next() -> None:
    assert not any(descriptions("Jon Lund", "The lawyer Ana Duarte and Jon Lund left."))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor, Ana Duarte, accused the army of theft, and left.", ["mayor"]),
        ("The mayor, Ana Duarte, met army officers.", ["mayor"]),
        ("A priest, Ana Duarte, had robbed scouts.", ["priest"]),
        ("Ana Duarte, denied a visa by the embassy, left.", []),
        ("Ana Duarte, elected president in May, left.", ["elected president in May"]),
        ("The mayor, Ana Duarte, retired general of the army, left.", ["retired general of the army", "mayor"]),
        ("The baker, Ana Duarte, deputy mayor of Tarn, left.", ["deputy mayor of Tarn", "baker"]),
    ],
)
def test_what_somebody_does_does_not_describe_them(text: str, said: list[str]) -> None:
    assert list(descriptions("Ana Duarte", text)) == said


def test_words_may_begin_with_a_sign() -> None:
    assert list(occurrences("(Tarn", "In (Tarn) and (Tarnow)")) == [(3, 8)]


@given(st.text("ab ._'1é"), st.text("ab ._'1é", min_size=1, max_size=4))
def test_nothing_stands_around_them_and_none_overlap(text: str, words: str) -> None:
    last = 0
    for start, end in occurrences(words, text):
        assert text[start:end] == words
        assert start >= last
        assert not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        last = end


@given(st.lists(st.sampled_from(["Lund", "Lundgren", "Ana", "said"]), max_size=12))
def test_every_word_is_found(words: list[str]) -> None:
    assert len(list(occurrences("Lund", " ".join(words)))) == words.count("Lund")

"""Whose an act told by a noun is."""

from __future__ import annotations

import pytest
from telling import beside

from detente.event.belongs import of_a_state, whose
from detente.records import Mention


@pytest.mark.parametrize(
    ("text", "trigger", "act", "words"),
    [
        ("Nine were hurt in the Iranian missile attack on two bases.", "attack", "ASSAULT", "Iranian"),
        ("Norway's new sanctions on Chile took effect.", "sanctions", "SANCTION", "Norway's"),
        ("The U.S. air strikes went on.", "strikes", "ASSAULT", "U.S."),
        ("Chadian threats were ignored.", "threats", "THREATEN", "Chadian"),
    ],
)
def test_the_people_named_right_before_the_noun_does_it(text: str, trigger: str, act: str, words: str) -> None:
    found = doer(text, trigger, act, words)
    assert found is not None and found.text == words


@pytest.mark.parametrize(
    ("text", "trigger", "act", "words"),
    [
        ("Nine Iranian soldiers were killed.", "killed", "ASSAULT", "Iranian"),
        ("The Nairobi bombing killed nine.", "bombing", "ASSAULT", "Nairobi"),
        ("The Chadian army said after long talks the attack failed.", "attack", "ASSAULT", "Chadian"),
        ("The Chadian visit was put off.", "visit", "CONSULT", "Chadian"),
    ],
)
def test_others_are_not_read_from_the_words_alone(text: str, trigger: str, act: str, words: str) -> None:
    assert doer(text, trigger, act, words) is None


@pytest.mark.parametrize(("words", "known"), [("Chadian", True), ("Chad's", True), ("US", True), ("Chad", False), ("Nairobi", False), ("the army's", False)])
def test_adjectives_letters_and_owners_are_of_a_state(words: str, known: bool) -> None:
    assert of_a_state(words) == known


def doer(text: str, trigger: str, act: str, words: str) -> Mention | None:
    return whose(beside(text, trigger, act, words, "GPE")[0])

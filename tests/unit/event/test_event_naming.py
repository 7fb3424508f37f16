"""Praise and blame by what somebody is called."""

from __future__ import annotations

import pytest

from detente.event.naming import called, names_itself


@pytest.mark.parametrize(
    ("sentence", "verb", "act"),
    [
        ("Obura referred to Varela as his “dear friend”.", "referred", "SUPPORT"),
        ("Obura described ties with Tarn as “a model of genuine partnership”.", "described", "SUPPORT"),
        ("Obura called Varela a “liar and a thief”.", "called", "ACCUSE"),
        ('Obura branded the plan "theft".', "branded", "ACCUSE"),
        ("Obura called Varela “no friend of ours”.", "called", None),
        ("Obura called Varela “a good liar”.", "called", None),
        ("Obura called Varela “a man of forty”.", "called", None),
        ("Obura called for calm. “My friend is here,” he said.", "called", None),
        ("Obura praised Varela as “a friend”.", "praised", None),
    ],
)
def test_the_quoted_words_tell(sentence: str, verb: str, act: str | None) -> None:
    assert called(sentence, sentence.index(verb)) == act


@pytest.mark.parametrize(
    ("sentence", "verb", "own"),
    [
        ("A group calling itself the Free Dockers left.", "calling", True),
        ("Obura calls himself a friend.", "calls", True),
        ("Obura called Varela a liar.", "called", False),
        ("Obura called on itself.", "called", False),
    ],
)
def test_to_go_by_a_name_is_no_act(sentence: str, verb: str, own: bool) -> None:
    assert names_itself(sentence, sentence.index(verb)) is own

"""Words before somebody that bar them from a side of an act."""

from __future__ import annotations

import msgspec
import pytest

from detente.event import Draft, Scene
from detente.event.bars import barred
from detente.model.readings import Predicate, Reading
from detente.records import Mention


@pytest.mark.parametrize(
    ("text", "act", "side", "words"),
    [
        ("Oslo condemned the raid which killed nine men and injured 44 others.", "ACCUSE", "recipient", "44 others"),
        ("A raid killed nine men and wounded at least 44 others.", "ASSAULT", "actor", "44 others"),
        ("Oslo sent a team of doctors to the camp.", "AID", "recipient", "a team of doctors"),
        ("Tano was held along with members of the guild on Monday.", "COERCE", "actor", "members of the guild"),
        ("Troops held Tano in a coup condemned by U.S. envoys and the guild.", "COERCE", "actor", "the guild"),
        ("Tano resigned as head of the guild on Monday.", "RETREAT", "recipient", "head of the guild"),
    ],
)
def test_the_words_before_somebody_bar_them_from_a_side(text: str, act: str, side: str, words: str) -> None:
    trigger = next(word for word in ("held", "resigned", "condemned", "killed", "sent") if word in text)
    at, where = text.index(trigger), text.index(words)
    predicate = Predicate(at, at + len(trigger), act, 0.9, None, "happened", 0.9, ())
    mention = Mention("m1", where, where + len(words), words, "GRP", "c1")
    on = Scene(0, 0, len(text), text, Reading((predicate,)), (mention,), (), (), None)
    draft = Draft(on, predicate, (at, at + len(trigger)), "happened")
    assert barred(draft, mention, side)
    assert not barred(draft, msgspec.structs.replace(mention, start=0, end=4, text=text[:4]), side)

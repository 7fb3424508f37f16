"""Words before somebody that bar them from a side of an act."""

from __future__ import annotations

import msgspec
import pytest
from telling import beside

from detente.event import Draft, Scene
from detente.event.bars import barred
from detente.model.readings import Predicate, Reading
from detente.records import Mention, MentionType


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
    draft, mention = beside(text, trigger, act, words, "GRP")
    assert barred(draft, mention, side)
    assert not barred(draft, msgspec.structs.replace(mention, start=0, end=4, text=text[:4]), side)


@pytest.mark.parametrize(
    ("text", "trigger", "act", "side", "words", "type_"),
    [
        ("Nine clerks were killed in the Chad embassy bombing.", "killed", "ASSAULT", "actor", "Chad", "GPE"),
        ("The blasts at hotels in Chad and the raids in Niger were condemned.", "blasts", "ASSAULT", "actor", "Niger", "GPE"),
        ("The raids in Chad and Niger on Monday killed nine.", "raids", "ASSAULT", "actor", "Niger", "GPE"),
        ("Blasts at two Chadian embassies in Niger killed nine.", "killed", "ASSAULT", "actor", "Chadian embassies", "ORG"),
        ("The Chadian Embassy blasts killed nine.", "blasts", "ASSAULT", "actor", "The Chadian Embassy", "ORG"),
        ("Tano was among those arrested on Monday.", "arrested", "COERCE", "actor", "those", "GRP"),
        ("No group has claimed responsibility for the attack.", "attack", "ASSAULT", "actor", "No group", "GRP"),
        ("OSLO, May 5 (Alba) - Norway blamed Chile.", "blamed", "ACCUSE", "recipient", "Alba", "ORG"),
        ("Norway condemned the bombing this month of the Chilean embassies.", "condemned", "ACCUSE", "recipient", "Chilean embassies", "ORG"),
        ("In the capital, Niamey, Niger dockers marched.", "marched", "PROTEST", "actor", "Niamey", "GPE"),
        ("They marched in southern Niger.", "marched", "PROTEST", "actor", "Niger", "GPE"),
        ("Niger's president on Monday condemned the deadly raids.", "raids", "ASSAULT", "actor", "Niger's president", "PER"),
        ("Niger is now sending soldiers to the border.", "sending", "MOBILIZE", "recipient", "Niger", "GPE"),
    ],
)
def test_the_words_between_somebody_and_an_act_bar_them(text: str, trigger: str, act: str, side: str, words: str, type_: MentionType) -> None:
    assert bars(text, trigger, act, side, words, type_)


@pytest.mark.parametrize(
    ("text", "trigger", "act", "side", "words", "type_"),
    [
        ("Chad bombed the embassy.", "bombed", "ASSAULT", "actor", "Chad", "GPE"),
        ("A court in Chad's capital, which Chad closed, was bombed.", "bombed", "ASSAULT", "actor", "Chad's", "GPE"),
        ("They are at home in Chad, which shelled the camp.", "shelled", "ASSAULT", "actor", "Chad", "GPE"),
        ("No group attacked the port.", "attacked", "ASSAULT", "actor", "No group", "GRP"),
        ("Norway condemned Chile for the bombing of Oslo.", "condemned", "ACCUSE", "recipient", "Chile", "GPE"),
        ("Niger bombed those who condemned the raids.", "bombed", "ASSAULT", "actor", "Niger", "GPE"),
        ("The fires in May and Niger were set by boys.", "set", "ASSAULT", "actor", "Niger", "GPE"),
        ("Nine were hurt in the Chadian attack.", "attack", "ASSAULT", "actor", "Chadian", "GPE"),
        ("Niger is facing sanctions.", "facing", "SANCTION", "recipient", "Niger", "GPE"),
        ("Niger was sent soldiers.", "sent", "MOBILIZE", "recipient", "Niger", "GPE"),
    ],
)
def test_others_are_not_barred_by_the_words_between(text: str, trigger: str, act: str, side: str, words: str, type_: MentionType) -> None:
    assert not bars(text, trigger, act, side, words, type_)


def bars(text: str, trigger: str, act: str, side: str, words: str, type_: MentionType) -> bool:
    return barred(*beside(text, trigger, act, words, type_), side)


def test_who_stands_before_by_is_not_the_doer() -> None:
    text, words = "A Chadian drone shot down by Niger fell into the sea.", ("A Chadian drone", "Niger")
    mentions = tuple(Mention(w, text.index(w), text.index(w) + len(w), w, "ORG", w) for w in words)
    predicate = Predicate(text.index("shot"), text.index("shot") + 9, "ASSAULT", 0.9, None, "happened", 0.9, ())
    on = Scene(0, 0, len(text), text, Reading((predicate,)), mentions, (), (), None)
    draft = Draft(on, predicate, (predicate.start, predicate.end), "happened")
    assert [barred(draft, mention, "actor") for mention in mentions] == [True, False]

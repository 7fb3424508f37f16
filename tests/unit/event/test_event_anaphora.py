"""An act that a definite noun takes up has the sides of the telling before."""

from __future__ import annotations

import pytest
from telling import Act, tell

from detente.event import Draft
from detente.event.anaphora import take_up

FIRST = "Oslo's dockers struck over Baeza."


def later(sentence: str, words: str, **other: str) -> Draft:
    text = f"{FIRST} {sentence}"
    acts = Act("struck", "PROTEST", actors="Oslo", recipients="Baeza", mode="strike"), Act(words, "PROTEST", actors="Chile", mode="strike", **other)
    _, drafts = tell(text, *acts, people="Oslo Baeza Chile walkers")
    take_up(drafts)
    return drafts[1]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [("The strike has spread, Chile said.", "strike"), ("It rained. Chile called that costly stoppage sad.", "stoppage")],
)
def test_what_a_definite_noun_takes_up_has_the_sides_told_before(sentence: str, words: str) -> None:
    found = later(sentence, words)
    assert (found.actors, found.recipients) == (["Oslo"], ["Baeza"]) and {"Oslo", "Baeza"} <= found.spans.keys()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A strike has spread, Chile said.", "strike"),
        ("The strike by Chile has spread.", "strike"),
        ("The second strike was Chile's.", "strike"),
        ("The walkers strike as Chile does.", "strike"),
        ("It rained. It snowed. It froze. The strike has spread, Chile said.", "strike"),
    ],
)
def test_what_is_new_or_has_parties_of_its_own_keeps_them(sentence: str, words: str) -> None:
    assert later(sentence, words).actors == ["Chile"]


def test_what_was_told_of_nobody_takes_nothing_away() -> None:
    acts = Act("struck", "PROTEST", mode="strike"), Act("strike", "PROTEST", actors="Chile", mode="strike")
    _, drafts = tell("Dockers struck. The strike has spread, Chile said.", *acts, people="Chile")
    take_up(drafts)
    assert drafts[1].actors == ["Chile"]


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_what_is_no_fact_takes_nothing_up(status: str) -> None:
    assert later("The strike has spread, Chile said.", "strike", status=status).actors == ["Chile"]

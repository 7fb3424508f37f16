"""Strikes of workers and strikes that kill; attacks of which a sentence tells that they killed."""

from __future__ import annotations

import pytest

from detente.coder import Coder
from detente.event.strikes import deadly, kills
from detente.records import Article


@pytest.mark.parametrize(
    ("text", "killing"),
    [
        ("A strike on a market killed 40 people.", True),
        ("An Arlandic strike killed five nurses in Tarn.", True),
        ("Strikes that have destroyed two bridges went on.", True),
        ("Two clerks were killed in an Arlandic strike on a tent.", True),
        ("A strike by nurses shut the clinic.", False),
        ("A general strike that killed trade went on.", False),
        ("Dockers called off a strike that hit exports.", False),
        ("The hunger strike left two men weak.", False),
        ("A lightning strike killed two hikers.", False),
        ("A strike closed the port, and a fire killed a guard.", False),
    ],
)
def test_a_strike_that_kills_is_told_by_what_it_does(text: str, killing: bool) -> None:
    start = text.lower().index("strike")
    assert kills(text, start, start + len("strikes" if text[start + 6 : start + 7] == "s" else "strike")) is killing


@pytest.mark.parametrize(
    ("text", "words", "killed"),
    [
        ("A missile attack on Tarn killed nine.", "missile attack", True),
        ("A raid in Tarn, wounded two men.", "raid", True),
        ("A verbal attack on the mayor ended the talks.", "attack", False),
        ("A blast at a mine killed nine.", "blast", False),
        ("Nine were arrested, and a storm killed two.", "arrested", False),
    ],
)
def test_an_attack_of_which_is_told_that_it_killed(text: str, words: str, killed: bool) -> None:
    assert deadly(text, text.index(words), text.index(words) + len(words)) is killed


def test_whom_a_strike_hits_is_no_striker_and_whose_it_is_acts() -> None:
    coded = Coder(threads=1).code(Article(id="strike", text="An Israeli strike killed five aid workers in Khan Younis.", published="2031-10-10"))
    (event,) = coded.events
    assert (event.type, event.mode) == ("ASSAULT", "aerial")
    assert [actor.id for actor in event.actors] == ["state:ISR"] and [actor.text for actor in event.recipients] == ["five aid workers"]

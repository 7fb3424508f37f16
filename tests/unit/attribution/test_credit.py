"""The outlet that a statement was told to or through."""

from __future__ import annotations

import pytest

from detente.actor import outlets
from detente.attribution import Draft
from detente.attribution.credit import credit, name_sources
from detente.event.scene import Scene
from detente.model.readings import Reading
from detente.records import Mention
from detente.text import sentences


def credited(text: str, *told: tuple[str, str], publisher: str | None = None) -> list[str | None]:
    """The outlets of statements given as (cue, content); an upper-case cue's speaker is the name before it."""
    scenes = [Scene(n, s, e, text[s:e], Reading(), (), (), (), None) for n, (s, e) in enumerate(sentences(text))]
    drafts = []
    for cue, content in told:
        at = text.index(cue)
        scene = next(scene for scene in scenes if scene.start <= at < scene.end)
        part = (text.index(content), text.index(content) + len(content))
        start = text.rfind(" ", 0, at - 1) + 1
        speaker = Mention("m", start, at - 1, text[start : at - 1], "ORG", "m")
        drafts.append(Draft(scene, (at, at + len(cue)), speaker, [part]))
    return credit(drafts, text, outlets.find(text), publisher)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The port is shut, Obura told Reuters.", "Reuters"),
        ("The port is shut, Obura told the Tarn Gazette.", "Tarn Gazette"),
        ("The port is shut, Obura told the paper Alba Nova.", "Alba Nova"),
        ("The port is shut, Obura told the Srelna agency.", "Srelna"),
        ("The port is shut, Obura told the Peruvian broadcaster LXT.", "LXT"),
        ("The port is shut, Obura told state television.", "state television"),
        ("The port is shut, Obura told Tarnpress.", "Tarnpress"),
        ("The port is shut, Obura told the newspaper Le Matin des Eaux.", "Le Matin des Eaux"),
        ("The port is shut, Obura told Arland al-Ahram television.", "Arland al-Ahram"),
        ("The port is shut, Obura told Voz de la Costa radio.", "Voz de la Costa"),
        ("The port is shut, Obura told Norwegian radio.", "Norwegian radio"),
        ("The port is shut, Obura told the website Marea.cd on Friday.", "Marea.cd"),
        ("State radio was on. The port is shut, Obura told the station.", "State radio"),
        ("The port is shut, Obura told PTI.", "Press Trust of India"),
        ("The port is shut, Obura told Rustavi 2.", "Rustavi-2"),
        ("The port is shut, Obura told the CBC radio.", "CBC"),
        ("Reuters was there. The port is shut, Obura told the council, according to the state news agency.", "Reuters"),
        ("The port is shut, Obura told a Tarn newspaper.", None),
        ("The port is shut, Obura told the agency.", None),
        ("The port is shut, Obura told his driver.", None),
        ("Reuters was there. The port is shut, Obura told the agency.", "Reuters"),
    ],
)
def test_whom_somebody_told_it(text: str, outlet: str | None) -> None:
    assert credited(text, ("told", "The port is shut")) == [outlet]


def test_who_is_quoted_again_is_quoted_by_the_same_outlet() -> None:
    text = "The port is shut, Reuters reported. The sea was calm, Obura was quoted as saying. The tide is out, Lima said."
    told = ("reported", "The port is shut"), ("was quoted as saying", "The sea was calm"), ("said", "The tide is out")
    assert credited(text, *told) == ["Reuters", "Reuters", None]


def test_the_publisher_is_who_this_newspaper_is() -> None:
    assert credited("The port is shut, Obura told this newspaper.", ("told", "The port is shut"), publisher="Tarn Gazette") == ["Tarn Gazette"]


def test_a_dateline_credits_nothing() -> None:
    assert credited("OSLO, May 5 (Reuters) - The port is shut, Obura said.", ("said", "The port is shut")) == [None]


def test_another_clause_has_its_own_outlet() -> None:
    text = "Obura said the port is shut; Varela told Reuters the road is open."
    assert credited(text, ("said", "the port is shut"), ("told", "the road is open")) == [None, "Reuters"]
    text = "Obura said the port is shut, and Varela told Reuters the road is open."
    assert credited(text, ("said", "the port is shut"), ("told", "the road is open")) == [None, "Reuters"]


def test_an_outlet_at_the_end_is_credited_with_the_whole_sentence() -> None:
    text = "Obura said the port is shut and warned that the road may follow, according to Reuters."
    assert credited(text, ("said", "the port is shut"), ("warned", "the road may follow")) == ["Reuters", "Reuters"]


def test_a_later_sentence_of_the_paragraph_may_credit_the_outlet() -> None:
    text = "Obura said the port is shut. He smiled, according to a Reuters report."
    assert credited(text, ("said", "the port is shut")) == ["Reuters"]
    assert credited(text.replace(". He", ".\n\nHe"), ("said", "the port is shut")) == [None]


def test_whom_an_outlet_quotes_speaks_and_the_outlet_is_credited() -> None:
    text = "The port is shut, Reuters reported, citing two officials."
    who = [Mention(name, text.index(name), text.index(name) + len(name), name, "ORG", name) for name in ("Reuters", "two officials")]
    scene = Scene(0, 0, len(text), text, Reading(), tuple(who), (), (), None)
    cue = text.index("reported")
    draft = Draft(scene, (cue, cue + 8), who[0], [(0, text.index(","))])
    name_sources([draft], outlets.find(text))
    assert draft.speaker is who[1]
    assert credit([draft], text, outlets.find(text)) == ["Reuters"]
    unquoted = Draft(scene, (cue, cue + 8), who[1], [(0, text.index(","))])
    name_sources([unquoted], outlets.find(text))
    assert unquoted.speaker is who[1]

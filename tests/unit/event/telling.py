"""Texts with their acts marked by hand, for the tests of what several sentences tell of one event."""

from __future__ import annotations

from dataclasses import dataclass

from detente.event import Draft, Scene
from detente.event.alike import Who
from detente.model.readings import Predicate, Reading
from detente.records import EventDate, Mention, MentionType, Place, Span, Time
from detente.text import sentences

DAY = "2031-03-10"
WHO = Who(lambda chain: chain, {"Norway": "NOR", "Oslo": "NOR", "Hovland": "NOR", "Chile": "CHL", "Baeza": "CHL"}.get)


@dataclass(frozen=True)
class Act:
    """An act to be marked: its words, type, status, sides by name, mode, and the day that the text gives."""

    words: str
    act: str
    status: str = "happened"
    actors: str = ""
    recipients: str = ""
    mode: str | None = None
    on: str | None = None


def beside(text: str, trigger: str, act: str, words: str, type_: MentionType) -> tuple[Draft, Mention]:
    """The draft of an act in a text of one sentence, and the mention of whoever stands beside it; on no side yet."""
    at, where = text.index(trigger), text.index(words)
    predicate = Predicate(at, at + len(trigger), act, 0.9, None, "happened", 0.9, ())
    mention = Mention("m1", where, where + len(words), words, type_, "c1")
    scene = Scene(0, 0, len(text), text, Reading((predicate,)), (mention,), (), (), None)
    return Draft(scene, predicate, (at, at + len(trigger)), "happened"), mention


def tell(
    text: str, *acts: Act, people: str = "", times: dict[str, str] | None = None, days: dict[int, str] | None = None, places: str = ""
) -> tuple[list[Scene], list[Draft]]:
    """The sentences of a text and the drafts of its `acts`; `people` and `places` are all that are named, `days` when a sentence was written."""
    scenes = [
        _scene(text, extent, number, people.split(), times or {}, (days or {}).get(number, DAY), places.split())
        for number, extent in enumerate(sentences(text))
    ]
    return scenes, [_draft(text, scenes, act) for act in acts]


def _scene(text: str, extent: tuple[int, int], number: int, people: list[str], times: dict[str, str], day: str, places: list[str]) -> Scene:
    start, end = extent
    words = text[start:end]
    mentions = sorted(
        (Mention(f"{n}{at}", start + at, start + at + len(n), n, "PER", n) for n in people for at in range(len(words)) if words.startswith(n, at)),
        key=lambda mention: mention.start,
    )
    found = tuple(
        Time(start=start + words.index(t), end=start + words.index(t) + len(t), text=t, type="DATE", value=d, first=d, last=d)
        for t, d in times.items()
        if t in words
    )
    where = sorted(
        (
            Place(start=start + at, end=start + at + len(n), text=words[at : at + len(n)], name=n)
            for n in places
            for at in range(len(words))
            if words[at : at + len(n)].lower() == n.lower()
        ),
        key=lambda place: place.start,
    )
    return Scene(number, start, end, words, Reading(), tuple(mentions), found, tuple(where), day)


def _draft(text: str, scenes: list[Scene], act: Act) -> Draft:
    start = text.index(act.words)
    scene = next(scene for scene in scenes if scene.start <= start < scene.end)
    trigger = (start, start + len(act.words))
    predicate = Predicate(start - scene.start, trigger[1] - scene.start, act.act, 0.9, act.mode, act.status, 0.8, ())  # type: ignore[arg-type]
    sides = [act.actors.split(), act.recipients.split()]
    date = EventDate(first=act.on, last=act.on, text=act.on, basis="text") if act.on else EventDate(first=scene.day, last=scene.day)
    return Draft(
        scene,
        predicate,
        trigger,
        act.status,  # type: ignore[arg-type]
        *sides,
        date=date,
        evidence=[Span(*trigger, act.words)],
        spans={name: Mention(name, 0, 1, name, "PER", name) for side in sides for name in side},
        confidence=0.8,
    )

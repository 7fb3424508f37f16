"""Dates that an act takes over from the same act elsewhere in the article, from the lead, or from the sentences before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from detente.event.drafts import Draft
from detente.event.moments import UNREAL, day_told, part_of_day
from detente.event.scene import Scene, is_headline
from detente.records import EventDate

_LEAD = 5  # sentences of a text that its headline sums up
_FRESH = 10  # days; what happened longer ago makes no headline
_LONG_AGO = 60  # days
_JUST_PAST = 2  # days
_BACK = 1  # sentences
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})  # said after what the text has just told


def inherit_dates(drafts: Sequence[Draft], stage: Sequence[Scene], text: str, key: Callable[[str], str]) -> None:
    """Date the drafts that have no time of their own, in place; `stage` are all sentences, `key` gives a chain's identity.

    What happened and has no counterpart, no lead and no sentence before it that is dated keeps the day of writing.
    """
    told = [draft for draft in drafts if draft.date.basis == "text"]
    lead = [draft for draft in told if 0 < draft.scene.index <= _LEAD]
    alike = _alike(told, key)
    for draft in drafts:
        if draft.date.basis == "article":
            found = _same_act(draft, alike(draft), text, key) or _lead(draft, lead, text) or _before(draft, stage, text) or _story(draft, lead)
        else:
            found = _day_of_part(draft, lead, stage, text) if _part_of_a_day(draft) else None
        if found is not None:
            draft.date = EventDate(first=found.first, last=found.last, text=found.text, basis="context")


def _real(draft: Draft) -> bool:
    return draft.status not in UNREAL


def _parties(draft: Draft, key: Callable[[str], str]) -> set[str]:
    return {key(chain) for chain in (*draft.actors, *draft.recipients)}


def _alike(told: Sequence[Draft], key: Callable[[str], str]) -> Callable[[Draft], list[Draft]]:
    """For a draft those of the same act, written on the same day, that share a party with it, in their order; if it has none, all."""
    numbers: dict[tuple[str, str | None, str], list[int]] = {}
    for number, draft in enumerate(told):
        for party in (*_parties(draft, key), ""):
            numbers.setdefault((draft.act, draft.scene.day, party), []).append(number)

    def alike(draft: Draft) -> list[Draft]:
        parties = _parties(draft, key) or {""}
        return [told[number] for number in sorted({n for party in parties for n in numbers.get((draft.act, draft.scene.day, party), ())})]

    return alike


def _same_act(draft: Draft, told: Sequence[Draft], text: str, key: Callable[[str], str]) -> EventDate | None:
    """The date of the nearest telling by the same parties, of those of the same act written on the same day; equally real and not long ago."""
    parties, headline = _parties(draft, key), is_headline(draft.scene, text)
    alike = [
        other
        for other in told
        if _fits(other, draft)
        and _away(other) <= _LONG_AGO
        and _same_parties(parties, _parties(other, key))
    ]
    order = _away if headline else lambda other: abs(other.scene.index - draft.scene.index)  # a headline tells what is newest
    return min(alike, key=order).date if alike else None


def _same_parties(one: set[str], other: set[str]) -> bool:
    """Whether two tellings may be of one act: a meeting with one guest is not the one with another."""
    return not one or len(one & other) >= min(len(one), len(other), 2) > 0


def _fits(other: Draft, draft: Draft) -> bool:
    """Whether both have happened, or neither has and the date lies ahead."""
    ahead = (other.date.last or "") >= (other.scene.day or "")
    return _real(other) == _real(draft) and (_real(draft) or ahead)


def _away(draft: Draft) -> int:
    """Days between the day of writing and that of the act."""
    if not (draft.scene.day and draft.date.first):
        return 0
    return abs((date.fromisoformat(draft.date.first) - date.fromisoformat(draft.scene.day)).days)


def _lead(draft: Draft, lead: Sequence[Draft], text: str) -> EventDate | None:
    """A headline tells what the lead dates."""
    if not is_headline(draft.scene, text):
        return None
    near = [other for other in lead if _fits(other, draft)]
    near.sort(key=lambda other: other.act != draft.act)
    return next((other.date for other in near if not _real(draft) or _away(other) <= _FRESH), None)


def _story(draft: Draft, lead: Sequence[Draft]) -> EventDate | None:
    """What is told in passing happened when the lead's event did, if that is one day just past."""
    if not _real(draft) or draft.act in _SPOKEN or any(t.first for t in draft.scene.times):
        return None
    return _day_of_lead(lead)


def _day_of_lead(lead: Sequence[Draft]) -> EventDate | None:
    real = (other for other in lead if _real(other))
    return next((other.date for other in real if other.date.first == other.date.last and _away(other) <= _JUST_PAST), None)


def _before(draft: Draft, stage: Sequence[Scene], text: str) -> EventDate | None:
    """What a sentence without a time tells happened on the day that the sentences before it in its paragraph tell of."""
    scene = draft.scene
    if not _real(draft) or draft.act in _SPOKEN or any(t.first for t in scene.times):
        return None
    return _told_before(scene, stage, text)


def _told_before(scene: Scene, stage: Sequence[Scene], text: str) -> EventDate | None:
    """The day that the sentences before one tell of, in its paragraph."""
    later = scene
    for earlier in reversed(stage[max(0, scene.index - _BACK) : scene.index]):
        if _PARAGRAPH.search(text, earlier.end, later.start):
            return None
        time = day_told(earlier)
        if time is not None:
            return EventDate(first=time.first, last=time.last, text=time.text)
        later = earlier
    return None


def _part_of_a_day(draft: Draft) -> bool:
    """ "At dawn", "by evening": the words leave the day open, and the day of writing was taken."""
    return part_of_day(draft.date.text or "") and _real(draft) and draft.date.first == draft.date.last == draft.scene.day


def _day_of_part(draft: Draft, lead: Sequence[Draft], stage: Sequence[Scene], text: str) -> EventDate | None:
    """The day that the words before a part of a day tell of: in its sentence, its paragraph, else the lead."""
    scene = draft.scene
    begin = next((t.start for t in scene.times if t.text == draft.date.text), scene.end)
    time = day_told(replace(scene, times=tuple(t for t in scene.times if t.end <= begin)))
    if time is not None:
        return EventDate(first=time.first, last=time.last, text=time.text)
    return _told_before(scene, stage, text) or _day_of_lead([other for other in lead if other.date.text != draft.date.text])


_PARAGRAPH = re.compile(r"[\n\r]")

"""Dates that an act takes over from the same act elsewhere in the article, from the lead, or from the sentence before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from detente.event.drafts import Draft
from detente.event.moments import UNREAL
from detente.records import EventDate

_LONG_AGO = 60  # days
_LEAD = 3  # sentences of a text that its headline sums up
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})  # said after what the text has just told


def inherit_dates(drafts: Sequence[Draft], text: str, key: Callable[[str], str]) -> None:
    """Date the drafts that have no time of their own, in place; `key` gives a chain's identity.

    What happened and has no counterpart, no lead and no sentence before it that is dated keeps the day of writing.
    """
    told = [draft for draft in drafts if draft.date.basis == "text"]
    for place, draft in enumerate(drafts):
        if draft.date.basis != "article":
            continue
        source = _same_act(draft, told, text, key) or _lead(draft, told, text) or _before(draft, drafts[:place], text)
        if source is not None:
            draft.date = EventDate(first=source.date.first, last=source.date.last, text=source.date.text, basis="context")


def _real(draft: Draft) -> bool:
    return draft.status not in UNREAL


def _parties(draft: Draft, key: Callable[[str], str]) -> set[str]:
    return {key(chain) for chain in (*draft.actors, *draft.recipients)}


def _same_act(draft: Draft, told: Sequence[Draft], text: str, key: Callable[[str], str]) -> Draft | None:
    """The nearest dated telling of the same act by or to one of the same parties, equally real and not long ago."""
    parties = _parties(draft, key)
    alike = [
        other
        for other in told
        if other.act == draft.act and _real(other) == _real(draft) and _away(other) <= _LONG_AGO and (parties & _parties(other, key) or not parties)
    ]
    if _headline(draft, text):
        return min(alike, key=_away, default=None)  # a headline tells what is newest
    return min(alike, key=lambda other: abs(other.scene.index - draft.scene.index), default=None)


def _away(draft: Draft) -> int:
    """Days between the day of writing and that of the act."""
    if not (draft.scene.day and draft.date.first):
        return 0
    return abs((date.fromisoformat(draft.date.first) - date.fromisoformat(draft.scene.day)).days)


def _headline(draft: Draft, text: str) -> bool:
    scene = draft.scene
    return scene.index == 0 and text[scene.end : scene.end + 1] in ("\n", "\r") and not scene.text.rstrip().endswith((".", "!", "?"))


def _lead(draft: Draft, told: Sequence[Draft], text: str) -> Draft | None:
    """A headline tells what the lead dates."""
    if not _headline(draft, text):
        return None
    return next((other for other in told if 0 < other.scene.index <= _LEAD and _real(other) == _real(draft)), None)


def _before(draft: Draft, earlier: Sequence[Draft], text: str) -> Draft | None:
    """What a sentence without a time tells happened when the sentence before it in its paragraph did."""
    if not _real(draft) or draft.act in _SPOKEN or any(t.first for t in draft.scene.times):
        return None
    for other in reversed(earlier):
        if other.scene.index == draft.scene.index:
            continue
        if "\n" in text[other.scene.end : draft.scene.start].strip(" "):
            return None
        if _real(other) and other.date.basis != "article":
            return other if not draft.scene.day or (other.date.first or "") <= draft.scene.day else None
    return None

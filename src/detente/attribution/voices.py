"""Outlets that speak for themselves: "the Tarn Times said", and from then on "it" and "the newspaper"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from detente.actor.kinds import MOST_BACK, meant
from detente.actor.outlets import OutletName
from detente.actor.press import KIND
from detente.attribution.draft import Draft
from detente.attribution.subjects import led_from

_BEHIND = re.compile(rf"(?: (?:news )?(?:{KIND}|TV)| report)?")
# What is an outlet whoever was named; "the agency" and "the channel" may be something else, unless one of that kind spoke or was just named.
_AGAIN = re.compile(
    r"(?:the|this|that|the same) (?:[a-z]+ )?(?:newspaper|daily|weekly|tabloid|broadcaster|magazine|paper|news agency)", re.IGNORECASE
)
_SPEAKS = re.compile(rf"{_AGAIN.pattern} ", re.IGNORECASE)
_PERHAPS = re.compile(r"(?:the|this|that) (?:state |official )?(?:agency|channel|station|network|website|site|portal|outlet)", re.IGNORECASE)
_JUST_NAMED = 500  # code points
_PROPER = re.compile(r"(?!(?:The|This|That|Its?|He|She|They|Their|We|I)\b)[A-Z]|.* [A-Z]")
# Who speaks for a house: "a spokesman for Reuters", "Reuters' chief executive".
_OFFICE = (
    r"(?:spokes(?:man|woman|person|people)|executives?|chief executive|chairman|chairwoman|owners?"
    r"|editors?(?:-in-chief| in chief)?|publishers?|founders?|directors?|lawyers?|management|shareholders)"
)
_HOUSE = re.compile(rf"(?:['’]s?)? (?:(?!correspondent|reporter)[a-z-]+ ){{0,2}}{_OFFICE}\b")
_FOR_HOUSE = re.compile(rf"\b(?:{_OFFICE} (?:for|of|at)|who (?:owns?|owned|edits?|edited|runs?|ran|founded|heads?|headed)) (?:the )?$")
_BACK = 40  # code points, more than that takes


def about_itself(text: str, start: int, end: int) -> bool:
    """Whether somebody speaks for the outlet between two offsets as a house, which passes nothing on then."""
    return bool(_HOUSE.match(text, end) or _FOR_HOUSE.search(text, max(start - _BACK, 0), start))


class Voices:
    """The outlets that spoke so far, by identity; statements are given in the order of the text."""

    def __init__(self, text: str, named: Sequence[OutletName], drafts: Sequence[Draft] = ()) -> None:
        self._text, self._named = text, named
        scenes = {draft.scene.index: draft.scene for draft in drafts}
        proper = (m for scene in scenes.values() for m in scene.mentions if _PROPER.match(m.text))
        self._others = {m.chain for m in proper if not self._within(m.start, m.end)}  # who has a name that is no outlet's
        self._chains: dict[str, str] = {}
        self._last: str | None = None

    def of(self, draft: Draft) -> str | None:
        """The outlet that a statement's speaker is; None where somebody else speaks."""
        speaker = draft.speaker
        if speaker is None:
            return self._unmarked(draft)
        first = bisect_left(self._named, speaker.start, key=lambda name: name.start)
        within = self._within(speaker.start, speaker.end)
        # who goes on speaking was named in a sentence before, so that these are looked up in the whole text
        own = within and _BEHIND.fullmatch(self._text, within[-1].end, max(speaker.end, within[-1].end))  # a name may go on: "Alba.info"
        if own and not about_itself(self._text, within[-1].start, within[-1].end):
            self._chains[speaker.chain] = self._last = within[-1].name
            return self._last
        if speaker.chain in self._chains:
            return self._chains[speaker.chain]
        before = self._named[max(first - MOST_BACK, 0) : first]
        if _AGAIN.fullmatch(speaker.text):
            return one.name if (one := meant(speaker.text, before)) else None
        if not _PERHAPS.fullmatch(speaker.text):
            return None
        near = [name for name in before if name.start >= speaker.start - _JUST_NAMED and speaker.chain not in self._others]
        return self._last or (one.name if (one := meant(speaker.text, near, sure=True)) else None)

    def _within(self, start: int, end: int) -> list[OutletName]:
        """The first outlets named between two offsets."""
        first = bisect_left(self._named, start, key=lambda name: name.start)
        return [name for name in self._named[first : first + 3] if name.start < end]

    def _unmarked(self, draft: Draft) -> str | None:
        """The outlet that "the newspaper" is where the text model saw nobody in it."""
        if draft.cue is None:
            return None
        if draft.source:
            at = bisect_left(self._named, draft.source[0], key=lambda name: name.start)
            return next((name.name for name in self._named[at : at + 1] if name.end == draft.source[1]), None)
        text, first = draft.scene.text, led_from(draft.scene.text, draft.cue[0] - draft.scene.start)
        comma = text.rfind(", ", 0, first)
        here = _SPEAKS.fullmatch(text, comma + 2 if comma >= 0 else 0, first)
        before = bisect_left(self._named, draft.cue[0], key=lambda name: name.start) - 1
        return self._named[before].name if here and before >= 0 else None

"""Whose question a statement answers, by the sentence beside it: "In an interview with Reuters she was asked about it. “Not yet,” she said."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from detente.actor.outlets import OutletName
from detente.attribution.draft import Draft

_ASKING = r"\b(?:interview (?:with|to|for)|[Ss]peaking (?:to|with|on)|[Aa]ppearing on|[Ii]n (?:remarks|comments) to|(?:asked|interviewed) by)"
_BY = re.compile(rf"{_ASKING} (?:the |its )?(?:[\w’'-]+ ){{0,4}}$")
_BY_US = re.compile(rf"{_ASKING} (?:this|our) (?:newspaper|paper|magazine|reporter|correspondent|website)\b")
_GAP = 4  # code points between two sentences at most
_REACH = 200  # code points in which such a sentence names its outlet
_ASKS = re.compile(r" asked (?:whether|how|why|what|who|if|when|him|her|them|about)\b")

# "He was speaking to Reuters.", "Her remarks were carried by state radio." tell whom the sentence before was told.
_WAS_TOLD = re.compile(
    r"\s*(?:(?:He|She|They|[A-Z][\w’'-]+) (?:was|were|had been) (?:speaking|talking)|(?:The|His|Her|Their|That|Those) (?:[a-z]+ )?"
    r"(?:interview|remarks?|comments?|statements?|message|words|account|conversation)(?: with [^,.;]{1,40})? (?:was|were|appeared|came|ran|is|are)"
    r"|(?:He|She|They) (?:made|gave) (?:the|his|her|their) (?:remarks?|comments?|statement|account|interview)|(?:He|She|They) (?:spoke|talked))"
    r"\b[^,.;:“”\"]{0,80}?\b(?:to|with|by|in|on|for|through) (?:the |its )?(?:[\w’'-]+ ){0,4}$"
)


def told_after(draft: Draft, text: str, named: Sequence[OutletName], telling: Set[int]) -> str | None:
    """The outlet that the sentence right after a quotation says it was told to, also in the next paragraph, if it tells nothing itself."""
    after = text[draft.scene.end : draft.scene.end + _GAP]
    start = draft.scene.end + len(after) - len(after.lstrip())
    if draft.attitude != "said" or start in telling:
        return None
    first = bisect_left(named, start, key=_start)
    return next((name.name for name in named[first : first + 1] if _WAS_TOLD.fullmatch(text, start, min(name.start, start + _REACH))), None)


def asked_by(draft: Draft, text: str, named: Sequence[OutletName], telling: Set[int], publisher: str | None) -> str | None:
    """The outlet that asks in the sentence right before a statement, in its paragraph, if that sentence tells nothing itself.

    Args:
        named: the outlets named in the text, in order.
        telling: the beginnings of the sentences that tell a statement.
        publisher: whose article it is; None where "this newspaper" is said by somebody else.
    """
    first = text.rfind("\n", 0, draft.scene.start) + 1
    stop = text.rfind(". ", first, max(draft.scene.start - 2, first))
    start = stop + 2 if stop >= 0 else first
    if draft.attitude != "said" or start >= draft.scene.start or start in telling or text.startswith(("“", '"'), start):
        return None
    if publisher and _BY_US.search(text, start, draft.scene.start):
        return publisher
    here = slice(bisect_left(named, start, key=_start), bisect_left(named, draft.scene.start, key=_start))
    asking = (name for name in named[here] if _BY.search(text, start, name.start) or _ASKS.match(text, name.end))
    return next((name.name for name in asking), None)


def _start(name: OutletName) -> int:
    return name.start

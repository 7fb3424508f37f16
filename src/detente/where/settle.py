"""The spans of places, from what the text model marks and what the gazetteer knows; each names something, none overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Extent = tuple[int, int]
# Words that begin a place's phrase and are no place by themselves.
_LEAD = re.compile(r"(?:the|a|an|this|that|its|their|nearby|upper|lower|greater|(?:north|south|east|west|central)\w*)(?:\s+|$)", re.IGNORECASE)


class Settled(NamedTuple):
    """Spans of places in text order, and of names that only say who an actor is ("a court in Lusaka")."""

    places: list[Extent]
    within: list[Extent]


def settle(text: str, marked: Iterable[Extent], known: Sequence[Extent], actors: Iterable[Extent] = ()) -> Settled:
    """The places' spans. A known name (`where.find_known`) outweighs a marked part of it, a marked phrase a known name in it.

    `actors` are in text order.
    """
    known, within = _parted(known, list(actors))
    named = sorted(set(marked))
    opening = {span[0]: span for span in (*reversed(named), *reversed(known))}
    spans = [_joined(text, span, opening) for span in named]
    kept: list[Extent] = []
    taken = bytearray(len(text))
    whole = {span for span in spans if not _empty(text, span) and not _torn(text, span)}
    for start, end in sorted(whole | set(known), key=lambda s: (s[0] - s[1], s)):
        if not any(taken[start:end]):
            kept.append((start, end))
            taken[start:end] = b"\1" * (end - start)
    return Settled(sorted(kept), [span for span in within if not any(taken[slice(*span)])])


def _parted(names: Sequence[Extent], actors: Sequence[Extent]) -> tuple[list[Extent], list[Extent]]:
    """The names outside of actors, or at their beginning, and those within."""
    kept: list[Extent] = []
    within: list[Extent] = []
    index = 0
    for start, end in names:
        while index < len(actors) and actors[index][1] <= start:
            index += 1
        inside = index < len(actors) and actors[index][0] < start and end <= actors[index][1]
        (within if inside else kept).append((start, end))
    return kept, within


def _joined(text: str, span: Extent, opening: Mapping[int, Extent]) -> Extent:
    """A marked "the" or "northern" taken together with the name right after it; `opening` are the names by where they begin."""
    at = span[1]
    while at < len(text) and text[at] == " ":
        at += 1
    after = opening.get(at)
    return (span[0], after[1]) if after and _empty(text, span) else span


def _torn(text: str, span: Extent) -> bool:
    """Whether a marked word in small letters is a part of a longer one ("tit-for-tat")."""
    before, after = text[max(span[0] - 2, 0) : span[0]], text[span[1] : span[1] + 2]
    return text[slice(*span)].islower() and ((before[-1:] == "-" and before[:1].isalpha()) or (after[:1] == "-" and after[1:].isalpha()))


def _empty(text: str, span: Extent) -> bool:
    """Whether a span holds nothing but words that begin a phrase."""
    return not _LEAD.sub("", text[span[0] : span[1]]).strip()

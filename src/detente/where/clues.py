"""What stands beside a name and says where it lies: "Tripoli, Lebanon", "Ayr, Neb.", "the Ohio town of Lima", "Lima in Allen County"."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.where.gazetteer import Candidate, Entry, abbreviated
from detente.where.names import container

_PART = r"[A-Z][\w.'’-]*(?:\s+(?:of|and|[A-Z][\w.'’-]*)){0,3}"
_AFTER = re.compile(rf"(?:,|\s+in|\s*\()\s*(?:the\s+)?({_PART})")
_OWNER = re.compile(
    rf"({_PART})(?:['’]s)?\s+(?:\w+\s+)?(?:city|cities|town|towns|village|villages|suburb|capital|county|counties|community|port|hamlet)\s+(?:of\s+)?$"
)
_OWNED = re.compile(rf"({_PART})['’]s\s+$")
_REACH = 70
# A town lies within its county, whose centre it is at most so many degrees away.
_COUNTY = 1.2


class Clue(NamedTuple):
    """The wider places, any of which may hold the named one; `listed` if both may just as well stand in one list ("Chad, Niger")."""

    wider: tuple[Entry, ...] = ()
    listed: bool = False

    def fits(self, place: Entry) -> bool:
        """Whether the place lies in one of them."""
        return any(_within(place, wide) for wide in self.wider)

    def lists(self, options: tuple[Candidate, ...]) -> bool:
        """Whether a name with these places may be one of a list: beside states a state, beside a state's divisions another of them."""
        top = min("CADP".find(wide.level) for wide in self.wider)
        level, states = ("C" if top == 0 else "A"), {wide.country for wide in self.wider}
        alike = [option.entry for option in options if option.main and option.entry.level == level]
        return self.listed and any(level == "C" or entry.country in states for entry in alike)


def clue(text: str, start: int, end: int) -> Clue:
    """The places named beside a span, or within it, as those it lies in."""
    inside = text[start:end]
    match = _AFTER.match(text, end + (text[end : end + 1] == "." and text[end + 1 : end + 2] == ",")) or _AFTER.search(inside)
    if match:
        words = match.group(1).split()
        size, wider = container(words)
        if wider:
            named = " ".join(words[:size])
            return Clue(tuple(hit.entry for hit in wider), match.group()[0] == "," and not named.isupper() and not abbreviated(named))
    before = text[max(0, start - _REACH) : start]
    if owner := _OWNER.search(before) or _OWNED.search(before):
        words = owner.group(1).split()
        for first in range(len(words)):
            size, wider = container(words[first:])
            if size == len(words) - first:
                return Clue(tuple(hit.entry for hit in wider))
    return Clue()


def _within(place: Entry, wide: Entry) -> bool:
    if place.country != wide.country or "CADP".find(place.level) <= "CADP".find(wide.level):
        return False
    if wide.level == "C":
        return True
    if place.admin != wide.admin or wide.level == "A":
        return place.admin == wide.admin
    near = place.lat is not None and wide.lat is not None and place.lon is not None and wide.lon is not None
    return near and abs(place.lat - wide.lat) < _COUNTY and abs(place.lon - wide.lon) < 2 * _COUNTY  # type: ignore[operator]


def holds(wide: Entry, towns: tuple[Candidate, ...]) -> int:
    """The people of the largest of several places that lie in a wider one; -1 if none does."""
    return max((town.entry.population for town in towns if _within(town.entry, wide)), default=-1)

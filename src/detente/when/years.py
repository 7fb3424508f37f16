"""Readings of years, decades and centuries."""

from __future__ import annotations

import re

from detente.when.calendar import make_day
from detente.when.found import Found
from detente.when.lengths import amount
from detente.when.scene import Reading

# What a number tells apart from others of its kind: "Highway 1806", "Resolution 1973".
_NUMBERED = re.compile(
    r"\b(?:highway|route|motorway|interstate|flight|resolution|room|article|section|channel|unit|boeing|airbus|platform|gate|hull|squadron|(?-i:Act|Bill|Ordinance))\s+$",
    re.IGNORECASE,
)
_BACK = 16  # code points


def year(found: Found) -> Reading | None:
    """ "2021", "early 2021", "fiscal 1989", "the year 2000"."""
    value = found.number("Y")
    if found.letters == "tUNN" and found.tokens[1].word == "year":
        value = int(amount(Found(found.scene, found.letters[2:], found.tokens[2:], found.index + 2)))
    named = len(found.letters) > 1
    if value is None or not (named or _is_year(found, value)):
        return None
    return Reading("DATE", f"{value:04d}")


def _is_year(found: Found, value: int) -> bool:
    """Whether a bare number of four digits is a year and not a count."""
    if found.before() in "_" and found.scene.flat[found.tokens[0].start - 1 : found.tokens[0].start] in "$£€#+":
        return False
    if found.after() == "E":
        return False
    before, after = found.before(), found.after()
    if before in "./'" or after in "UQk/" or (before == ":" and found.scene.flat[found.tokens[0].start - 1] != " "):
        return False
    if after == ":" and before != "|":
        return False
    if _NUMBERED.search(found.scene.flat, max(found.tokens[0].start - _BACK, 0), found.tokens[0].start):
        return False
    if not 1800 <= value <= 2100:
        return found.before() == "i" and value >= 1000 and found.after() in ".,|)"
    if found.before() == "i" and found.scene.tokens[found.index - 1].word in ("in", "since", "by", "until"):
        return True
    following = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 24].split(maxsplit=1)
    word = following[0] if following and found.after() == "_" else ""
    return not (word.islower() and word.endswith("s") and word not in {"is", "was", "has", "as", "its", "this"})


def end_of_range(found: Found) -> Reading | None:
    """The second half of "2019-21", "April 24 and 25", "Dec. 3, 5 and 7": it takes over what the first half tells."""
    anchor = found.scene.latest
    joint = found.scene.tokens[found.index - 1] if found.index else None
    if anchor is None or joint is None or found.before() not in "-,c" or found.after() in "dnNUQKk:%" or joint.start - anchor.end > 1:
        return None
    number = int(found.tokens[0].value)
    if len(anchor.value) == 4 and found.before() == "-" and number > anchor.day.year % 100 and len(found.tokens[0].word) == 2:
        return Reading("DATE", f"{anchor.day.year // 100:02d}{number:02d}")
    following = found.following()
    plain = found.after() != "_" or found.before() == "-" or (following is not None and following.word in _VERBS)
    if len(anchor.value) == 10 and anchor.day.day < number <= 31 and plain:
        day = make_day(anchor.day.year, anchor.day.month, number)
        return Reading("DATE", day.isoformat()) if day else None
    return None


_VERBS = frozenset({"were", "was", "are", "will", "would"})


def before_christ(found: Found) -> Reading | None:
    """ "490 BC", and the first year of "499-493 BC"."""
    value = found.number("Ydn")
    return Reading("DATE", f"BC{value:04d}") if value is not None and 0 < value < 10_000 else None


def decade(found: Found) -> Reading | None:
    """ "the 1990s", "the late '80s", "the nineties"."""
    value = found.number("D")
    if value is None or (len(found.letters) == 1 and found.tokens[0].word.isalpha()):
        return None
    return Reading("DATE", f"{value // 10:03d}")


def century(found: Found) -> Reading | None:
    """ "the 21st century": in TIMEX3 the two digits that its years begin with."""
    ordinal = found.number("O")
    return Reading("DATE", f"{ordinal - 1:02d}") if ordinal is not None and 1 < ordinal <= 22 else None

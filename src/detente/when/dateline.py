"""The day that a text's dateline tells: "OSLO, May 5 (Agency) - ..." in a paper of the 6th was written on the 5th."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.records import Time
from detente.when.calendar import parse_day

_LEAD = re.compile(r"[ \t*_(|]*(?:[^\W\d_a-z][\w'’.]*[ ,/-]+){0,8}")
_FOLLOWS = re.compile(r"[ \t]*(?:\([^)\n]*\)[ \t]*)?(?:[-–—:]|\.[ \t]+/|[.*_)\]|]*[ \t]*(?:\n|$))")
_WEEK = 7  # days


def filed(text: str, times: Sequence[Time], published: str | None) -> str | None:
    """The ISO day on which a text was written: that of its dateline, if it has just one, of the week before publication; else that of publication."""
    day = parse_day(published)
    lines = [time for time in times if _is_dateline(text, time)]
    written = parse_day(lines[0].first) if len(lines) == 1 else None
    return written.isoformat() if day and written and 0 < _days(written, day) < _WEEK else published


def _is_dateline(text: str, time: Time) -> bool:
    """Whether a day opens a line, behind nothing but the name of a place, and is set off from what follows."""
    if time.first is None or time.first != time.last or time.type != "DATE" or not any(letter.isdigit() for letter in time.text):
        return False
    begin = text.rfind("\n", 0, time.start) + 1
    return bool(_LEAD.fullmatch(text, begin, time.start) and _FOLLOWS.match(text, time.end))


def _days(one: date, other: date) -> int:
    return (other - one).days

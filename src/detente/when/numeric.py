"""Readings of dates in figures: "2021-12-15", "15/12/2021", "9/11"."""

from __future__ import annotations

from detente.when.calendar import make_day
from detente.when.clock import at_time
from detente.when.found import Found
from detente.when.scene import Reading


def nine_eleven(found: Found) -> Reading | None:
    """ "9/11"."""
    first, second = (int(token.value) for token in found.tokens[::2])
    return Reading("DATE", "2001-09-11") if (first, second) == (9, 11) and found.after() not in "/d" else None


def numeric(found: Found) -> Reading | None:
    """ "2021-12-15", "15/12/2021", "12/15/21", "15.12.2021"."""
    if found.letters == "Y-d-d":
        numbers = [int(token.value) for token in found.tokens[::2]]
        return at_time(make_day(numbers[0], numbers[1], numbers[2]), None)
    parts = found.tokens[0].word.split(".") if found.letters == "I" else [token.word for token in found.tokens[::2]]
    first, second, year = (int(part) for part in parts)
    if len(parts[2]) == 2:
        year += 2000 if year < 70 else 1900
    elif len(parts[2]) != 4:
        return None
    day_first = second <= 12 and (first > 12 or found.letters == "I" or found.scene.day_first)
    return at_time(make_day(year, second, first) if day_first else make_day(year, first, second), None)

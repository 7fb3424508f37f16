"""The days behind "early May", "the end of the year", "the mid-1990s": a third of what the value covers."""

from __future__ import annotations

from detente.when.calendar import days_of
from detente.when.found import Found

_THIRD = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_DAYS = ((1, 10), (11, 20), (21, 31))
_MONTHS = ((1, 4), (5, 8), (9, 12))
_YEARS = ((0, 3), (4, 6), (7, 9))
_DECADE, _YEAR, _MONTH = len("199"), len("1994"), len("1994-05")


def narrowed(found: Found, value: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day of an expression with this value; "early" and the like take a third of a month, year or decade."""
    first, last = days_of(value)
    edge = found.first("e")
    third = _THIRD.get(edge.word) if edge else None
    if value is None or first is None or last is None or edge is None or third is None:
        return first, last
    if len(value) == _MONTH and value[5:].isdigit():
        begin, end = _DAYS[third]
        return f"{value}-{begin:02d}", min(last, f"{value}-{end:02d}")
    if len(value) == _YEAR and value.isdigit():
        begin, end = (12, 12) if edge.word == "end" else _MONTHS[third]
        return f"{value}-{begin:02d}-01", days_of(f"{value}-{end:02d}")[1]
    if len(value) == _DECADE and value.isdigit():
        begin, end = _YEARS[third]
        return f"{value}{begin}-01-01", f"{value}{end}-12-31"
    return first, last

"""The other reading of a date that leaves its week or year open: "on Friday" is the last one or the next, "in June" this year's or last year's."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import shift_days

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,})?\b\.?")
_SETTLED = re.compile(r"\d{4}|\b(?:last|next|this|past|coming|previous|following|ago)\b", re.IGNORECASE)
_WEEK = 7  # days
_YEAR = 366


def turned(text: str | None, first: str | None, last: str | None, day: str | None) -> tuple[str, str] | None:
    """The first and last day that the words of a time would have on the other side of the day of writing; None if they leave nothing open.

    >>> turned("Friday", "2024-05-10", "2024-05-10", "2024-05-08")
    ('2024-05-03', '2024-05-03')
    >>> turned("early June", "2024-06-01", "2024-06-10", "2024-05-08")
    ('2023-06-01', '2023-06-10')
    """
    if not (text and first and last and day) or _SETTLED.search(text) or last >= day >= first:
        return None
    begin, end, back = date.fromisoformat(first), date.fromisoformat(last), first > day
    away = abs((begin - date.fromisoformat(day)).days)
    if _MONTH.search(text):
        return _years_on(begin, end, -1 if back else 1) if away <= _YEAR else None
    if _WEEKDAY.search(text) and begin == end and away <= _WEEK:
        other = shift_days(begin, -_WEEK if back else _WEEK)
        return (other.isoformat(), other.isoformat()) if other else None
    return None


def _years_on(begin: date, end: date, years: int) -> tuple[str, str] | None:
    """The same days so many years later; None where the calendar has none (29 February, the year 10,000)."""
    try:
        return begin.replace(year=begin.year + years).isoformat(), end.replace(year=end.year + years).isoformat()
    except ValueError:
        return None

"""Days in words: `2021-12-15` becomes `15 December 2021`; ranges that cover a month or a year become that."""

from __future__ import annotations

import calendar
from datetime import date

from detente.records import EventDate


def day(value: str | None) -> date | None:
    """The ISO day in `value`, or None where it is missing or malformed."""
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def short(value: str | None) -> str:
    """`15 Dec 2021`, or an empty text where there is no day."""
    found = day(value)
    return _one(found, brief=True) if found else ""


def span(first: str | None, last: str | None, brief: bool = False) -> str:
    """The days in words without a preposition: `15 December 2021`, `6 to 12 December 2021`, `December 2021`, `2021`."""
    start, end = day(first), day(last)
    if start is None or end is None or start == end:
        only = start or end
        return _one(only, brief) if only else ""
    if _covers_year(start, end):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        months = [_month(start, brief), _month(end, brief)]
        if start.year == end.year:
            return f"{months[0]} {start.year}" if months[0] == months[1] else f"{months[0]} to {months[1]} {end.year}"
        return f"{months[0]} {start.year} to {months[1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_one(end, brief)}"
    if start.year == end.year:
        return f"{start.day} {_month(start, brief)} to {_one(end, brief)}"
    return f"{_one(start, brief)} to {_one(end, brief)}"


def phrase(when: EventDate) -> str:
    """The date as it ends a sentence, with its preposition; empty when only the article's own date is known."""
    if when.basis == "article":
        return ""
    words = span(when.first, when.last)
    if not words:
        return ""
    if " to " in words:
        return f"between {words.replace(' to ', ' and ')}"
    return f"in {words}" if not words[0].isdigit() or words.isdigit() else f"on {words}"


def _covers_year(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _month(value: date, brief: bool) -> str:
    return calendar.month_abbr[value.month] if brief else calendar.month_name[value.month]


def _one(value: date, brief: bool) -> str:
    return f"{value.day} {_month(value, brief)} {value.year}"

"""Calendar arithmetic on TIMEX3 values: which days a value covers, and a unit's value at a date."""

from __future__ import annotations

import re
from datetime import date, timedelta

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(?:([QH])(\d)|(SP|SU|FA|WI))$")
_YEARS = re.compile(r"\d{2,4}$")


def parse_day(text: str | None) -> date | None:
    """The day of an ISO date or date-time, or None if there is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None if the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """The date so many days later, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """The same day of the month so many months later; the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 9999 * 12:
        return None
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _last_of_month(year, month + 1)))


def week_value(day: date) -> str:
    """ISO week of a day, as in TIMEX3 (`2021-W49`)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """Calendar quarter, 1 to 4."""
    return (day.month + 2) // 3


def days_of(value: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day that a TIMEX3 value covers; (None, None) where it covers none that is known."""
    if not value:
        return None, None
    if "/" in value:
        head, tail = value.split("/", 1)
        return days_of(head)[0], days_of(tail)[1]
    span = _cover(value)
    return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)


def _cover(value: str) -> tuple[date, date] | None:
    try:
        if found := _DAY.match(value):
            day = date(*map(int, found.groups()[:3]))
            return day, day
        if found := _MONTH.match(value):
            return _months(int(found[1]), int(found[2]), 1)
        if found := _WEEK.match(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
        if found := _PART.match(value):
            if found[4]:
                return _months(int(found[1]), SEASON_MONTHS[found[4]], 3)
            size = 3 if found[2] == "Q" else 6
            return _months(int(found[1]), (int(found[3]) - 1) * size + 1, size)
        if _YEARS.match(value):
            size = 10 ** (4 - len(value))
            first = int(value) * size
            return date(first, 1, 1), date(first + size - 1, 12, 31)
    except (ValueError, OverflowError):
        return None
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end_year, end_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return date(year, month, 1), date(end_year, end_month + 1, _last_of_month(end_year, end_month + 1))


def _last_of_month(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return (following - timedelta(days=1)).day if following else 31


def easter(year: int) -> date:
    """Western Easter Sunday (anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1) such weekday (0 is Monday) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

"""The days that a TIMEX3 value covers, by the calendar alone."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|S1|S2|SP|SU|FA|AU|WI)")
_YEARS = re.compile(r"(\d{2,4})X{0,2}")
# first month and number of months; seasons of the northern half, winter from December of the year that is named
_MONTHS = {
    "Q1": (1, 3),
    "Q2": (4, 3),
    "Q3": (7, 3),
    "Q4": (10, 3),
    "H1": (1, 6),
    "H2": (7, 6),
    "S1": (1, 6),
    "S2": (7, 6),
}
_MONTHS |= {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "AU": (9, 3), "WI": (12, 3)}


def covered(value: str) -> tuple[str, str] | None:
    """First and last ISO day of a TIMEX3 value; None for durations, sets, vague references and impossible dates."""
    try:
        found = _covered(value)
    except ValueError:
        return None
    return (found[0].isoformat(), found[1].isoformat()) if found else None


def _covered(value: str) -> tuple[date, date] | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(5 if match[3] else 0), monday + timedelta(6)
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), *_MONTHS[match[2]])
    if match := _YEARS.fullmatch(value):
        missing = 4 - len(match[1])
        return date(int(match[1] + "0" * missing), 1, 1), date(int(match[1] + "9" * missing), 12, 31)
    return None


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    over, month = divmod(first + count - 2, 12)
    return date(year, first, 1), date(year + over, month + 1, calendar.monthrange(year + over, month + 1)[1])

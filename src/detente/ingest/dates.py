"""Full dates as publishers write them, for headings and tables; no other reading of time happens here."""

from __future__ import annotations

import re
from datetime import date

from detente.errors import UsageError

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
_MONTH += r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
FULL_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<iso>\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d\S*)?"
    r"|(?P<day1>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format("month1") + r",?\s+(?P<year1>\d{4})"
    r"|" + _MONTH.format("month2") + r"\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year3>\d{4})"
    r"|(?P<year4>\d{4})/(?P<month4>\d{1,2})/(?P<day4>\d{1,2}))(?![\w/])",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"(?<!\w)(?:(?P<day1>\d{1,2})(?:st|nd|rd|th)?\s+"
    + _MONTH.format("month1")
    + "|"
    + _MONTH.format("month2")
    + r"\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)(?!\w)",
    re.IGNORECASE,
)


def find_date(text: str, *, near: str | None = None) -> str | None:
    """ISO day of the first full date in a short text, or None.

    Where day and month could be swapped (05/06/2021), the reading next on or after `near` is taken, else day first.
    """
    for found in FULL_DATE.finditer(text):
        days = _readings(found)
        if days:
            later = [day for day in days if near and day >= near]
            return min(later) if later else days[0]
    return None


def find_short_date(text: str, near: str) -> str | None:
    """ISO day of the first date without a year, on or after the day `near` within a year, or None."""
    found = _SHORT_DATE.search(text)
    if found is None:
        return None
    day, month = int(found["day1"] or found["day2"]), _month(found["month1"] or found["month2"])
    year = int(near[:4])
    choices = [_iso(year, month, day), _iso(year + 1, month, day)]
    return next((choice for choice in choices if choice and choice >= near), None)


def iso_day(value: object) -> str | None:
    """ISO day of a table cell or an option (a date, a date-time or a text), or None."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return find_date(value.strip()[:80]) if isinstance(value, str) else None


def asked_day(value: str | None) -> str | None:
    """ISO day of the option `--published`.

    Raises:
        UsageError: if there is no full date in it.
    """
    if value is None:
        return None
    day = iso_day(value)
    if day is None:
        raise UsageError(f"'{value}' is no date.", "Write it as YYYY-MM-DD.", "date")
    return day


def _readings(found: re.Match[str]) -> list[str]:
    part = found.groupdict()
    if part["iso"]:
        year, month, day = part["iso"].split("-")
        return _kept(_iso(int(year), int(month), int(day)))
    if part["year1"]:
        return _kept(_iso(int(part["year1"]), _month(part["month1"]), int(part["day1"])))
    if part["year2"]:
        return _kept(_iso(int(part["year2"]), _month(part["month2"]), int(part["day2"])))
    if part["year4"]:
        return _kept(_iso(int(part["year4"]), int(part["month4"]), int(part["day4"])))
    year, first, second = int(part["year3"]), int(part["first"]), int(part["second"])
    return _kept(_iso(year, second, first), _iso(year, first, second))


def _kept(*days: str | None) -> list[str]:
    return [day for day in days if day]


def _month(name: str) -> int:
    return next(number for number, full in enumerate(_NAMES, 1) if name.lower().startswith(full))


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None

"""Days, weeks (from Monday, ISO 8601), months, quarters and years, each named by its first day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, get_args

Step = Literal["day", "week", "month", "quarter", "year"]
STEPS: tuple[Step, ...] = get_args(Step)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def begin(day: str, step: Step) -> str:
    """The first day of the period that an ISO day lies in.

    Raises:
        ValueError: no ISO day.
    """
    found = date.fromisoformat(day)
    if step == "day":
        return day
    if step == "week":
        return (found - timedelta(days=found.weekday())).isoformat()
    width = _MONTHS[step]
    return found.replace(month=(found.month - 1) // width * width + 1, day=1).isoformat()


def following(start: str, step: Step) -> str:
    """The first day of the next period."""
    found = date.fromisoformat(start)
    if step in ("day", "week"):
        return (found + timedelta(days=1 if step == "day" else 7)).isoformat()
    month = found.month - 1 + _MONTHS[step]
    return date(found.year + month // 12, month % 12 + 1, 1).isoformat()


def between(first: str, last: str, step: Step) -> Iterator[str]:
    """The periods from the one with `first` to the one with `last`."""
    start, end = begin(first, step), begin(last, step)
    while start <= end:
        yield start
        start = following(start, step)

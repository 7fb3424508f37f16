"""Which state of a store is meant: a batch's number, a day, or a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from detente.errors import UsageError


def chosen(runs: Sequence[dict[str, Any]], as_of: int | str | None) -> int:
    """The number of the last batch of the state; 0 for the empty one.

    Raises:
        UsageError: no number, day or moment, or a number that is not there.
    """
    last = int(runs[-1]["seq"]) if runs else 0
    if as_of is None:
        return last
    text = str(as_of).strip()
    if text.isdecimal():
        if int(text) > last:
            raise UsageError(f"There is no state {text}; the last one is {last}.", "See: detente store sql 'SELECT * FROM runs'.", "as_of")
        return int(text)
    until = _moment(text)
    return max((int(row["seq"]) for row in runs if datetime.fromisoformat(row["finished"]) <= until), default=0)


def _moment(text: str) -> datetime:
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is no state of the store."
        raise UsageError(message, "Give the number of a batch, YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS.", "as_of") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""Readings of holidays, and the choice of the year for a date that has none."""

from __future__ import annotations

from datetime import date

from detente.when.calendar import easter, make_day, thanksgiving
from detente.when.clock import at_time
from detente.when.scene import Found, Reading


def nearest(found: Found, choices: list[date], reference: date) -> date | None:
    """The choice nearest to publication; against the verb's tense only where it is much nearer."""
    tense = found.tense()

    def cost(choice: date) -> int:
        away = (choice - reference).days
        against = (tense == "past" and away > 0) or (tense == "future" and away < 0)
        return abs(away) + (75 if against else 0)

    return min(choices, key=cost, default=None)


def holiday(found: Found) -> Reading | None:
    """ "Christmas", "New Year's Eve last year", "Easter 2019"."""
    token = found.first("H")
    reference = found.reference
    named = found.number("Y")
    if token is None or (reference is None and named is None):
        return None
    shift = found.number("LX") or 0
    around = named if named is not None else reference.year + shift if reference else 0
    years = [around] if named or shift else [around - 1, around, around + 1]
    choices = [_holiday_in(year, str(token.value)) for year in years]
    if reference is None or named or shift:
        return at_time(choices[0], None)
    return at_time(nearest(found, [choice for choice in choices if choice], reference), None)


def _holiday_in(year: int, code: str) -> date | None:
    if not 1 <= year <= 9998:
        return None
    if code == "EA":
        return easter(year)
    if code == "TG":
        return thanksgiving(year)
    return make_day(year, int(code[:2]), int(code[3:]))

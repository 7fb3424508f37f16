"""Readings of holidays, and the choice of the year for a date that has none."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import easter, make_day, nth_weekday, shift_days
from detente.when.clock import at_time
from detente.when.found import Found
from detente.when.scene import Reading

# What a day is remembered for and nobody announces.
_DONE = re.compile(
    r"\s+(?:[a-z]+\s)?(?:ambush|assassination|assault|attacks?|blasts?|bombings?|clashes|coup|crackdown|crash|earthquake|explosions?|insurrection"
    r"|invasion|killings?|massacre|murders?|raids?|riots?|shootings?|siege|uprising)\b"
)
_CLOSE = 14  # days within which no tense tells of another year


def nearest(found: Found, choices: list[date], reference: date) -> date | None:
    """The choice nearest to publication; against the verb's tense only where it is much nearer."""
    done = _DONE.match(found.scene.flat, found.tokens[-1].end)
    tense = "past" if done else None if found.before() == "t" else found.tense()  # "over Jan. 6 riot", "the Aug. 7 raid"

    def cost(choice: date) -> int:
        away = (choice - reference).days
        if abs(away) <= _CLOSE:
            return abs(away)
        return abs(away) + (150 if tense == "past" and away > 0 else 400 if tense == "future" and away < 0 else 0)

    return min(choices, key=cost, default=None)


def holiday(found: Found) -> Reading | None:
    """ "Christmas", "New Year's Eve last year", "Easter 2019"."""
    token = found.first("H")
    reference = found.reference
    named = found.number("Y")
    if token is None or (reference is None and named is None):
        return None
    shift = found.number("LX") or 0
    if token.word == "new year" and found.letters == "H" and found.lead() != "the":
        return None  # the Lunar New Year, for one
    month = token.word == "new year" and found.letters == "tH" and found.lead() == "in"  # "in the new year": as it begins
    around = named if named is not None else reference.year + shift if reference else 0
    years = [around] if named or shift else [around - 1, around, around + 1]
    choices = [_holiday_in(year, str(token.value)) for year in years]
    if reference is None or named or shift:
        return at_time(choices[0], None)
    day = nearest(found, [choice for choice in choices if choice], reference)
    return Reading("DATE", day.isoformat()[: len("2021-06")]) if month and day else at_time(day, None)


def _holiday_in(year: int, code: str) -> date | None:
    if not 1 <= year <= 9998:
        return None
    if code in _FROM_EASTER:
        return shift_days(easter(year), _FROM_EASTER[code])
    if code in _NTH_WEEKDAY:
        return nth_weekday(year, *_NTH_WEEKDAY[code])
    if code == "ME":  # the last Monday of May
        return shift_days(nth_weekday(year, 6, 0, 1), -7)
    if code == "ED":  # the Tuesday after the first Monday of November
        return shift_days(nth_weekday(year, 11, 0, 1), 1)
    return make_day(year, int(code[:2]), int(code[3:]))


_FROM_EASTER = {"EA": 0, "EM": 1, "GF": -2, "PS": -7, "AW": -46}
_NTH_WEEKDAY = {"TG": (11, 3, 4), "LD": (9, 0, 1)}  # of the United States

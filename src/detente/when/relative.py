"""Readings of expressions that count units from a day: "last week", "two days earlier", "the third quarter"."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import SEASON_MONTHS, days_of, quarter_of, shift_days, shift_months, week_value
from detente.when.lengths import amount, duration_value
from detente.when.scene import Found, Reading

_EARNINGS = re.compile(r"\b(?:earnings|profits?|revenue|fiscal|net income)\b")
_DISCOURSE = frozenset({"following", "previous", "preceding", "subsequent", "ensuing", "same", "that"})


def unit_at(day: date, unit: str, shift: int) -> str | None:
    """TIMEX3 value of the unit so many units from the one that holds `day`."""
    if unit in ("D", "TH", "TM", "TS"):
        shifted = shift_days(day, shift if unit == "D" else 0)
        return shifted.isoformat() if shifted else None
    if unit in ("W", "F", "WE"):
        shifted = shift_days(day, 7 * shift * (2 if unit == "F" else 1))
        return week_value(shifted) + ("-WE" if unit == "WE" else "") if shifted else None
    if unit == "M":
        shifted = shift_months(day, shift)
        return f"{shifted:%Y-%m}" if shifted else None
    if unit == "Q":
        shifted = shift_months(day, 3 * shift)
        return f"{shifted.year:04d}-Q{quarter_of(shifted)}" if shifted else None
    year = day.year + shift * {"Y": 1, "E": 10, "C": 100}[unit]
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}"[: {"Y": 4, "E": 3, "C": 2}[unit]]


def _base(found: Found, *, discourse: bool) -> date | None:
    """The day to count from: the one last named in the text, or the day of publication."""
    return (found.scene.anchor if discourse else None) or found.reference


def deictic(found: Found) -> Reading | None:
    """ "last week", "this month", "the same day", "earlier this year", "the end of the month"."""
    unit = found.first("UQC")
    shift = found.first("LXS")
    if unit is None or (unit.word.endswith("s") and unit.word != "this"):
        return None
    if found.letters == "tU" and (unit.value in ("D", "TH", "TM", "TS", "M") or found.before() != "i"):
        return None
    words = {token.word for token in found.tokens}
    discourse = bool(words & _DISCOURSE) or (found.letters[0] == "t" and "next" in words and unit.value == "D")
    base = _base(found, discourse=discourse)
    if base is None:
        return Reading("DATE", None)
    step = int(shift.value) if shift is not None else 0
    if found.letters in ("tQ", "trQ"):
        if not _EARNINGS.search(found.scene.flat):
            return None  # "the quarter" of a town
        step = -1  # a quarter is reported on when it is over
    if unit.value == "WE" and shift is None and found.tense() != "future" and base.weekday() < 5:
        step = -1
    value = unit_at(base, str(unit.value), step)
    return _narrowed(found, value, base) if step == 0 and not discourse else Reading("DATE", value)


def _narrowed(found: Found, value: str | None, base: date) -> Reading:
    """ "Earlier this month" ends, and "later this month" begins, with the day of publication."""
    first, last = days_of(value)
    lead = found.tokens[0].word
    if first and last and lead == "earlier":
        return Reading("DATE", value, first, min(last, base.isoformat()))
    if first and last and lead == "later":
        return Reading("DATE", value, max(first, base.isoformat()), last)
    return Reading("DATE", value)


def counted_span(found: Found) -> Reading | None:
    """ "the past week", "the last three months", "the next few days": a length that ends or begins at publication."""
    unit, direction = found.first("UQC"), found.first("LXpr")
    if unit is None or direction is None:
        return None
    count = amount(found) if any(letter in "dnNVYh" for letter in found.letters) else None
    if count is None:
        count = "X" if unit.word.endswith("s") else 1
    value = duration_value(count, str(unit.value))
    base = found.reference
    if base is None or isinstance(count, str):
        return Reading("DURATION", value)
    step = -1 if direction.value != 1 else 1
    other = _moved(base, str(unit.value), step * count)
    if other is None:
        return Reading("DURATION", value)
    first, last = sorted((base, other))
    return Reading("DURATION", value, first.isoformat(), last.isoformat())


def _moved(base: date, unit: str, count: float) -> date | None:
    if abs(count) > 100_000:
        return None
    whole = round(count)
    if unit in ("D", "W", "F"):
        return shift_days(base, round(count * {"D": 1, "W": 7, "F": 14}[unit]))
    if unit == "WE":
        return shift_days(base, 7 * whole)
    if unit in ("TH", "TM", "TS"):
        return shift_days(base, round(count / {"TH": 24, "TM": 1440, "TS": 86400}[unit]))
    return shift_months(base, round(count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]))


def distant(found: Found) -> Reading | None:
    """ "two days earlier", "three weeks ago", "a year later", "years ago"."""
    unit, mark = found.first("UQC"), found.first("Ggb")
    if unit is None or mark is None:
        return None
    if mark.word in ("before", "after") and found.after() not in '.,|)-"':
        return None
    counted = any(letter in "adnNVYh" for letter in found.letters)
    if not counted and not unit.word.endswith("s") and found.letters[0] != "t":
        return None
    step = int(mark.value)
    count = amount(found) if counted else 1 if found.letters[0] == "t" else "X"
    if isinstance(count, str):
        return Reading("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    base = _base(found, discourse=mark.word not in ("ago", "from now", "hence"))
    if base is None:
        return Reading("DATE", None)
    moved = _moved(base, str(unit.value), step * count)
    return Reading("DATE", unit_at(moved, str(unit.value), 0)) if moved else None


def quarter(found: Found) -> Reading | None:
    """ "the third quarter of 2021", "last year's fourth quarter", "the first half of this year"."""
    ordinal = found.number("O")
    half = "h" in found.letters
    if ordinal is None or not 1 <= ordinal <= (2 if half else 4):
        return None
    year, base = found.number("Y"), found.reference
    if year is None:
        if base is None:
            return Reading("DATE", f"XXXX-{'H' if half else 'Q'}{ordinal}")
        shift = found.number("LX")
        year = base.year + (shift or 0)
        if shift is None and not half and found.tense() != "future" and ordinal > quarter_of(base):
            year -= 1
    return Reading("DATE", f"{year:04d}-{'H' if half else 'Q'}{ordinal}")


def season(found: Found) -> Reading | None:
    """ "last summer", "the winter of 1996", "spring 2022"."""
    token = found.first("P")
    if token is None:
        return None
    year, shift, base = found.number("Y"), found.number("LpX"), found.reference
    code = str(token.value)
    if found.letters == "P" and (found.before() != "i" or token.word in ("fall", "spring")):
        return None
    if token.capital and found.letters[-1] == "P" and found.after() == "_":
        return None  # "the Winter Olympics"
    if found.letters == "tP" and found.before() != "i":
        return None
    if year is None:
        if base is None:
            return Reading("DATE", f"XXXX-{code}")
        year = base.year - (code == "WI" and base.month <= 2)
        begins = date(year, SEASON_MONTHS[code], 1)
        if shift == -1 or (shift is None and "S" not in found.letters and found.tense() == "past"):
            ends = shift_months(begins, 3)
            year -= begins > base or (shift == -1 and ends is not None and ends > base)
        elif shift == 1 or found.tense() == "future":
            year += begins <= base and (shift == 1 or (shift_months(begins, 3) or base) <= base)
    return Reading("DATE", f"{year:04d}-{code}")

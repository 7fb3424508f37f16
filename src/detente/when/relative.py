"""Readings of expressions that count units from a day: "last week", "two days earlier", "the third quarter"."""

from __future__ import annotations

from datetime import date

from detente.when.calendar import quarter_of, shift_days, shift_months, week_value
from detente.when.found import Found
from detente.when.lengths import SOME, amount, duration_value, moved
from detente.when.scene import Reading

_TOWARDS = frozenset({"for", "before", "until", "till", "by", "of"})  # "for the weekend", "ahead of the weekend"
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


def _base(found: Found, unit: str, *, discourse: bool) -> date | None:
    """The day to count from: the one last named in the text, or the day of publication."""
    return found.anchored(unit) if discourse else found.reference


def deictic(found: Found) -> Reading | None:
    """ "last week", "this month", "the same day", "earlier this year", "the end of the month"."""
    unit = found.first("UQC")
    shift = found.first("LXS")
    if unit is None or (unit.word.endswith("s") and unit.word != "this"):
        return None
    if unit.capital and found.before() != "|" and found.after() == "_":
        return None  # "the broadcast This Week With ..."
    if found.letters == "tU" and unit.value != "WE" and (unit.value in ("D", "TH", "TM", "TS", "M") or found.before() != "i"):
        return None
    words = found.words()
    discourse = bool(words & _DISCOURSE) or (found.letters[0] == "t" and "next" in words and (unit.value == "D" or found.told_before()))
    following = found.following()
    if found.letters == "tU" and unit.value == "Y" and following is not None and following.word in ("ended", "ending"):
        return Reading("DURATION", "P1Y")
    bare = found.letters[0] in "te" and shift is None
    base = _base(found, str(unit.value), discourse=discourse or (bare and found.scene.narrates))
    if base is None:
        return Reading("DATE", None)
    step = int(shift.value) if shift is not None else 0
    if found.letters in ("tQ", "trQ", "tSQ"):
        if not found.scene.business:
            return None  # "the quarter" of a town
        if found.scene.quarter:
            return Reading("DATE", found.scene.quarter.value)
        step = -1  # a quarter is reported on when it is over
    if unit.value == "WE" and shift is None and found.lead() not in _TOWARDS and found.tense() != "future" and base.weekday() < 5:
        step = -1
    return Reading("DATE", unit_at(base, str(unit.value), step))


def counted_span(found: Found) -> Reading | None:
    """ "the past week", "the last three months", "the next few days": a length that ends or begins at publication."""
    unit, direction = found.first("UQC"), found.first("LXpr")
    if unit is None or direction is None:
        return None
    count = amount(found) if any(letter in "dnNVYh" for letter in found.letters) else None
    if count is None:
        count = "X" if unit.word.endswith("s") else 1
    value = duration_value(count, str(unit.value))
    follows = direction.value == 1 and found.letters[0] == "t" and found.told_before()  # "over the next two years", long ago
    base = found.anchored(str(unit.value)) if follows else found.reference
    if base is None:
        return Reading("DURATION", value)
    count = SOME.get(str(unit.value), 1) if isinstance(count, str) else count
    step = -1 if direction.value != 1 else 1
    other = moved(base, str(unit.value), step * count)
    if other is None:
        return Reading("DURATION", value)
    first, last = sorted((base, other))
    return Reading("DURATION", value, first.isoformat(), last.isoformat())


def year_before(value: str) -> str:
    """The same quarter a year before: `1989-Q3` gives `1988-Q3`."""
    return f"{int(value[:4]) - 1:04d}{value[4:]}"


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
    if unit.value == "Y" and count == 1 and step < 0 and found.scene.business and found.scene.quarter:
        return Reading("DATE", year_before(found.scene.quarter.value))
    discourse = mark.word not in ("ago", "from now", "hence")
    base = _base(found, str(unit.value), discourse=discourse)
    if base and discourse and not found.scene.narrates and found.published and base > found.published and found.tense() == "past":
        base = found.published  # "an hour before", in a text that has just named a day ahead
    if base is None:
        return Reading("DATE", None)
    day = moved(base, str(unit.value), step * count)
    return Reading("DATE", unit_at(day, str(unit.value), 0)) if day else None

"""Readings that build on others: "the eve of Sunday's vote", "the week of 5 July", "the year-ago quarter", "year-end"."""

from __future__ import annotations

from detente.when.calendar import days_of, parse_day, shift_days, week_value
from detente.when.fixed import month_day, month_year, weekday
from detente.when.found import Found
from detente.when.holidays import holiday
from detente.when.lengths import amount, duration_value
from detente.when.relative import deictic, unit_at, year_before
from detente.when.scene import Reading


def year_ago(found: Found) -> Reading | None:
    """ "the year-earlier quarter", "the year-ago period": what is compared with a year before."""
    if any(letter in "dnN" for letter in found.letters) and "U" in found.letters[-1]:
        return Reading("DURATION", duration_value(amount(_part(found)), str(found.tokens[-1].value)))
    ordinal = found.number("O")
    base = found.scene.quarter or None
    if ordinal is not None and found.reference:
        return Reading("DATE", f"{found.reference.year - 1:04d}-Q{ordinal}") if ordinal <= 4 else None
    if base is not None:
        return Reading("DATE", year_before(base.value))
    value = unit_at(found.reference, "Q" if "Q" in found.letters else "Y", -5 if "Q" in found.letters else -1) if found.reference else None
    return Reading("DATE", value)


def _part(found: Found) -> Found:
    """The expression without its "year-earlier"."""
    cut = found.letters.index("-") + 2
    return Found(found.scene, found.letters[cut:], found.tokens[cut:], found.index + cut)


def eve(found: Found) -> Reading | None:
    """ "the eve of Sunday's vote": the day before."""
    place = found.letters.index("o") + 1
    rest = Found(found.scene, found.letters[place:], found.tokens[place:], found.index + place)
    read = holiday if "H" in rest.letters else weekday if rest.letters[0] in "Ww" else month_day
    reading = read(rest)
    day = parse_day(reading.value) if reading else None
    before = shift_days(day, -1) if day else None
    return Reading("DATE", before.isoformat()) if before else None


def week_of(found: Found) -> Reading | None:
    """ "the week of 5 July"."""
    unit = found.first("U")
    reading = month_day(found) if unit is not None and unit.word == "week" else None
    day = parse_day(reading.value) if reading else None
    return Reading("DATE", week_value(day)) if day else None


def nth_week(found: Found) -> Reading | None:
    """ "the first week of December", "the last day of the month", "the second day of the year"."""
    ordinal, unit = found.number("O"), found.first("U")
    if ordinal is None or unit is None or unit.value not in ("W", "D"):
        return None
    place = found.letters.index("o") + 1
    rest = Found(found.scene, found.letters[place:], found.tokens[place:], found.index + place)
    reading = month_year(rest) if rest.letters[0] in "Mm" else deictic(rest)
    first, last = days_of(reading.value) if reading else (None, None)
    begin = parse_day(first)
    size = 7 if unit.value == "W" else 1
    start = shift_days(begin, size * (ordinal - 1)) if begin else None
    stop = shift_days(start, size - 1) if start else None
    if reading is None or start is None or stop is None or last is None or start.isoformat() > last:
        return None
    if size == 1:
        return Reading("DATE", start.isoformat())
    return Reading("DATE", reading.value, start.isoformat(), min(stop.isoformat(), last))


def year_end(found: Found) -> Reading | None:
    """ "year-end", "month's end": the last day of the year or month, of the year before after "since"."""
    unit, reference = found.first("U"), found.reference
    if unit is None or unit.word not in ("year", "month") or found.tokens[-1].word != "end" or reference is None:
        return None
    if unit.word == "month":
        return Reading("DATE", days_of(reference.isoformat()[: len("2021-06")])[1])
    lead = found.scene.flat[max(0, found.tokens[0].start - 6) : found.tokens[0].start].lower()
    return Reading("DATE", f"{reference.year - lead.startswith('since'):04d}-12-31")

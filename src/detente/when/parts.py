"""Readings of parts of a year: quarters, halves, seasons."""

from __future__ import annotations

from datetime import date

from detente.when.calendar import SEASON_MONTHS, quarter_of, shift_months
from detente.when.found import Found
from detente.when.narrative import year_after
from detente.when.scene import Reading


def quarter(found: Found) -> Reading | None:
    """ "the third quarter of 2021", "last year's fourth quarter", "the first half of this year"."""
    half = "h" in found.letters
    ordinal = found.number("O") if "O" in found.letters else 2 if half else None  # "the last half of 2008"
    if found.letters[0] in "ta" and "-" in found.letters:
        return None  # "the third-quarter results": the article belongs to the results
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
    if found.letters == "tP" and (found.before() not in "io" or (token.word == "fall" and found.after() == "o")):
        return None
    if {"that", "same"} & found.words() and found.scene.latest:
        year = year or found.scene.latest.day.year
    year = year or (year_after(found, SEASON_MONTHS[code]) if shift is None else None)
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

"""Readings of durations: "two years", "a 30-day truce", "two more weeks", "three days after the raid"."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import days_of, shift_days, shift_months
from detente.when.found import Found
from detente.when.scene import Reading

SOME = {"D": 14, "W": 6, "M": 12, "Y": 10}  # how far "within days", "recent weeks", "the past few years" may reach
Amount = float | str  # a number, or "X" for one that the text leaves open
_COUNTED = frozenset("adnNVYhA")
_BEFORE_RATE = re.compile(r"(?:\d[\d.,]*|million|billion|trillion|thousand|hundred|percent|%)(?:\s+[\w-]+){0,3}\s+$|\bcents\s+$")
_TIMES = re.compile(r"\b(?:once|twice|times|hours)\s+$", re.IGNORECASE)


def amount(found: Found) -> Amount:
    """The number that the expression counts with: 2.5 for "two and a half", "X" for "several"."""
    total, current = 0.0, 0.0
    for letter, token in zip(found.letters, found.tokens, strict=True):
        if letter == "V" and isinstance(token.value, str):
            return "X"
        if letter in "UQC":
            break
        if letter == "N" and token.value in (100, 1000, 12):
            current = (current or 1) * float(token.value)
            if token.value == 1000:
                total, current = total + current, 0.0
        elif letter in "dnNYVh":
            current += float(token.value)
    halves = 0.5 if re.search(r"[UQC]ca?h", found.letters) else 0.0
    if fraction := re.match(r"q?[dn](d/d)", found.letters):
        top, bottom = (float(found.tokens[place].value) for place in (fraction.start(1), fraction.end(1) - 1))
        whole = float(found.tokens[fraction.start(1) - 1].value)
        return whole + top / bottom if bottom else whole
    return (total + current or 1) + halves


def duration_value(count: Amount, unit: str) -> str:
    """TIMEX3 duration: `P2Y`, `PT8H`, `PXM`; fortnights in weeks, quarters in months, decades in years."""
    scale, code = {"F": (2, "W"), "Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y"), "WE": (1, "WE")}.get(unit, (1, unit))
    if isinstance(count, str):
        shown = "X"
        code = {"E": "E", "C": "C", "Q": "Q"}.get(unit, code)
    else:
        number = count * scale
        shown = str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0")
    return f"PT{shown}{code[1]}" if code.startswith("T") else f"P{shown}{code}"


def moved(base: date, unit: str, count: float) -> date | None:
    """The day so many units from another; hours and less are rounded to days."""
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


def duration(found: Found) -> Reading | None:
    """ "two years", "a month", "the nine months", "a 30-day truce", "for years", "day-long"."""
    unit = found.first("UQC")
    if unit is None:
        return None
    counted = not _COUNTED.isdisjoint(found.letters) or "l" in found.letters
    plural = unit.word.endswith("s")
    if not counted and not (plural and (found.before() == "i" or found.letters == "tOU")):
        return None
    if found.letters[-1] in "UQC" and (_is_age(found) or (unit.capital and found.before() != "|" and found.letters != "U")):
        return None
    if (
        unit.value == "Q"
        and "h" not in found.letters
        and (_is_share(found) or (found.letters in ("aQ", "AQ") and not found.scene.business))
    ):
        return None  # of the vote, or of a town
    count = amount(found) if not _COUNTED.isdisjoint(found.letters) else 1 if "l" in found.letters else "X"
    if found.letters[0] in "at" and ("-" in found.letters or (not plural and count != 1 and "h" not in found.letters)):
        return None  # "a 30-day truce": the article belongs to the truce
    if found.letters in ("aU", "aQ"):
        if _is_rate(found):
            return Reading("SET", duration_value(1, str(unit.value))) if _TIMES.search(_lead(found)) else None
        if unit.value == "D" and found.before() not in "iq" and found.after() != "b":
            return None
    first, last = _days(found, count, str(unit.value))
    return Reading("DURATION", duration_value(count, str(unit.value)), first, last)


def _days(found: Found, count: Amount, unit: str) -> tuple[str | None, str | None]:
    """ "Three days after the raid" tells the day of the raid: three days before the day that is told of."""
    if found.lead() in ("within", "in") and found.published and found.tense() == "future":
        end = moved(found.published, unit, SOME.get(unit, 2) if isinstance(count, str) else count)
        exact = found.lead() == "in" and unit == "D" and not isinstance(count, str)
        begin = end if exact else found.published
        return (begin.isoformat(), end.isoformat()) if begin and end else (None, None)
    if found.after() != "b" or isinstance(count, str) or unit in ("TM", "TS"):
        return None, None
    mark = found.following()
    base = found.published
    anchor = found.scene.anchor_day
    latest = found.scene.latest
    if latest and latest.end > found.scene.sentence(found.tokens[0].start)[0] and len(latest.value) <= _MONTH and mark and mark.word == "after":
        return days_of(latest.value)  # "in 1974 five days after a coup": no finer than the year
    if anchor is not None and (found.scene.narrates or anchor.end > found.scene.sentence(found.tokens[0].start)[0]):
        base = anchor.day
    if mark is None or base is None or mark.word not in ("after", "before"):
        return None, None
    day = moved(base, unit, -count if mark.word == "after" else count)
    if day is None:
        return None, None
    if unit in ("D", "TH"):
        return day.isoformat(), day.isoformat()
    if unit in ("W", "F", "WE"):
        return (day - _WEEK).isoformat(), (day + _WEEK).isoformat()
    return None, None


_MONTH = len("2021-06")
_WEEK = date(1, 1, 4) - date(1, 1, 1)  # half a week on either side


def compact(found: Found) -> Reading:
    """ "weeklong"."""
    return Reading("DURATION", str(found.tokens[0].value))


def _is_age(found: Found) -> bool:
    """ "27-year-old" and "27 years old" tell an age."""
    tail = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 5].lower()
    return tail.startswith(("-old", " old", "s old"))


def _is_share(found: Found) -> bool:
    """ "three quarters of the vote"."""
    following = found.following()
    return found.after() == "o" or (following is not None and following.word == "-")


def _lead(found: Found) -> str:
    return found.scene.flat[max(0, found.tokens[0].start - 40) : found.tokens[0].start]


def _is_rate(found: Found) -> bool:
    """ "twice a week", "1,000 barrels a day"."""
    lead = _lead(found)
    return bool(_TIMES.search(lead) or _BEFORE_RATE.search(lead))

"""Readings of times of day, and of days named by today: "5 p.m. on Friday", "tomorrow night", "at dawn"."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import shift_days
from detente.when.found import Found
from detente.when.lengths import amount
from detente.when.scene import Reading
from detente.when.tokens import Token

_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)$", re.ASCII)


def clock(found: Found) -> str | None:
    """Time of day as in TIMEX3 (`17:30`, `EV`), or None if the expression names none."""
    letters, tokens = found.letters, found.tokens
    for index, letter in enumerate(letters):
        rest = letters[index:]
        if letter == "T":
            return str(tokens[index].value)
        if letter in "dN" and rest[1:2] in ("K", "k", "z"):
            return _hour(int(tokens[index].value), 0, tokens[index + 1].word)
        if letter == "n" and rest[1:2] == "K" and (dotted := _DOTTED.match(tokens[index].word)):
            return _hour(int(dotted[1]), int(dotted[2]), tokens[index + 1].word)
        if rest[:3] == "d:d" and len(tokens[index + 2].word) == 2:
            half = tokens[index + 3].word if rest[3:4] == "K" else ""
            return _hour(int(tokens[index].value), int(tokens[index + 2].value), half)
        if letter in "Yn" and rest[1:2] == "z" and len(tokens[index].word) == 4:
            return _hour(int(tokens[index].value) // 100, int(tokens[index].value) % 100, "")
    return None


def _hour(hour: int, minute: int, half: str) -> str | None:
    if half[:1] == "p" and hour < 12:
        hour += 12
    elif half[:1] == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def at_time(day: date | None, time: str | None) -> Reading | None:
    """The reading of a day, with its time of day if there is one."""
    if day is None:
        return None
    if time is None:
        return Reading("DATE", day.isoformat())
    return Reading("TIME", f"{day.isoformat()}T{time}", day.isoformat(), day.isoformat())


def relative_day(found: Found) -> Reading | None:
    """ "today", "late yesterday", "tomorrow night", "tonight"."""
    token = found.first("R")
    if token is None:
        return None
    time = clock(found) or ("NI" if token.word in {"tonight", "overnight"} else None)
    reference = found.published if int(token.value) >= 0 else found.issued
    if reference is None:
        return Reading("TIME" if time else "DATE", None)
    return at_time(shift_days(reference, int(token.value)), time)


def time_of_day(found: Found) -> Reading | None:
    """ "this morning", "last night", "at 5 p.m.", "noon": of the day last named, else of publication."""
    time = clock(found)
    part = found.first("T")
    if time is None or (found.letters in ("T", "tT") and part and not _is_part_of_day(found, part)):
        return None
    reference = found.reference
    named = found.told_day()
    if found.letters == "T" and part and part.word == "midnight":
        return at_time(named, "00:00" if found.lead() == "after" else "24:00") or Reading("TIME", "T24:00")
    if {"same", "that"} & {token.word for token in found.tokens}:
        return at_time(found.anchored("D"), time) or Reading("TIME", f"T{time}")
    if found.letters[0] in "LSte" and "L" in found.letters:
        issued = reference if found.scene.narrates else found.issued
        return at_time(shift_days(issued, -1), time) if issued else Reading("TIME", None)
    if "S" in found.letters:
        return at_time(reference, time) or Reading("TIME", None)
    return at_time(named, time) or Reading("TIME", f"T{time}")


def evening_before(found: Found) -> Reading | None:
    """ "The evening before", "the morning after": of the day next to the one last told of; not "the night before the vote"."""
    mark, time = found.first("b"), clock(found)
    base = found.anchored("D")
    if mark is None or time is None or base is None or found.after() not in ".,|)":
        return None
    return at_time(shift_days(base, int(mark.value)), time)


def next_part(found: Found) -> Reading | None:
    """ "The next morning", "the following night": of the day after the one last told of."""
    mark, time, base = found.first("X"), clock(found), found.anchored("D")
    if mark is None or mark.word not in ("next", "following") or time is None or base is None:
        return None
    return at_time(shift_days(base, 1), time)


def nights_away(found: Found) -> Reading | None:
    """ "Two nights earlier", "three nights ago", "two nights later": ago from publication, else from the day last told of."""
    mark, part = found.first("Gg"), found.first("T")
    if mark is None or part is None or part.word not in ("night", "nights"):
        return None
    count, base = amount(found), found.reference if mark.word == "ago" else found.anchored("D")
    if isinstance(count, str) or base is None:
        return None
    return at_time(shift_days(base, int(mark.value) * int(count)), "NI")


def _is_part_of_day(found: Found, part: Token) -> bool:
    """Whether "dawn", "the evening" or "noon" alone tells a time: after a preposition, in lower case."""
    if part.capital or (":" not in str(part.value) and found.before() not in "ib"):
        return False
    return found.letters == "tT" or ":" in str(part.value) or part.word not in _NEED_ARTICLE


_NEED_ARTICLE = frozenset({"morning", "mornings", "afternoon", "afternoons", "evenings", "night", "nights"})

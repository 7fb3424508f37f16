"""Readings of expressions that name a day, a month, a year or a weekday of the calendar."""

from __future__ import annotations

from datetime import date

from detente.when.calendar import easter, make_day, shift_days, thanksgiving
from detente.when.scene import Found, Reading
from detente.when.tokens import Token


def clock(found: Found) -> str | None:
    """Time of day as in TIMEX3 (`17:30`, `EV`), or None if the expression names none."""
    letters, tokens = found.letters, found.tokens
    for index, letter in enumerate(letters):
        rest = letters[index:]
        if letter == "T":
            return str(tokens[index].value)
        if letter in "dN" and rest[1:2] in ("K", "k", "z"):
            return _hour(int(tokens[index].value), 0, tokens[index + 1].word)
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


def month_day(found: Found) -> Reading | None:
    """ "Dec. 15", "Wednesday (Dec. 15)", "15 December 2021", "5 p.m. on Dec. 15"."""
    month, day = found.number("Mm"), _day_number(found)
    year = next((int(found.tokens[i].value) for i in range(len(found.letters)) if _names_year(found.letters, i)), None)
    if month is None or day is None or not 1 <= day <= 31:
        return None
    time = clock(found)
    reference = found.reference
    if year is None and reference is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    if year is not None:
        return at_time(make_day(year, month, day), time) or Reading("DATE", None)
    assert reference is not None
    choices = [choice for year in (-1, 0, 1) if (choice := make_day(reference.year + year, month, day))]
    return at_time(_nearest(found, choices, reference), time) or Reading("DATE", None)


def _names_year(letters: str, index: int) -> bool:
    """Whether a number of four digits is a year and not the hour of "1900 GMT"."""
    return letters[index] == "Y" and letters[index + 1 : index + 2] != "z"


def _nearest(found: Found, choices: list[date], reference: date) -> date | None:
    """The choice nearest to publication; against the verb's tense only where it is much nearer."""
    tense = found.tense()

    def cost(choice: date) -> int:
        away = (choice - reference).days
        against = (tense == "past" and away > 0) or (tense == "future" and away < 0)
        return abs(away) + (75 if against else 0)

    return min(choices, key=cost, default=None)


def _day_number(found: Found) -> int | None:
    """The day next to the month name, not the hour of a clock."""
    place = next(index for index, letter in enumerate(found.letters) if letter in "Mm")
    steps = [place + 1, place + 2, place + 3, place - 1, place - 2]
    for index in steps:
        if 0 <= index < len(found.letters) and found.letters[index] in "dO":
            return int(found.tokens[index].value)
        if place < index < len(found.letters) and found.letters[index] not in ".t":
            steps = steps[-2:]
    return None


def day_range(found: Found) -> Reading | None:
    """ "Dec. 15-17", "5-7 May 2021": an interval of days."""
    month, year = found.number("Mm"), found.number("Y")
    days = [int(token.value) for letter, token in zip(found.letters, found.tokens, strict=True) if letter in "dO"]
    reference = found.reference
    if month is None or len(days) != 2 or (year is None and reference is None):
        return None
    first = make_day(year or (reference.year if reference else 1), month, days[0])
    last = make_day(year or (reference.year if reference else 1), month, days[1])
    if first is None or last is None or last <= first:
        return None
    return Reading("DATE", f"{first}/{last}")


def month_year(found: Found) -> Reading | None:
    """ "February 2022", "early February", "last June", "June last year"."""
    token = found.first("Mm")
    month, year = found.number("Mm"), found.number("Y")
    if token is None or month is None or not _is_month(found, token.word):
        return None
    if year is not None:
        return Reading("DATE", f"{year:04d}-{month:02d}")
    reference = found.reference
    if reference is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    shift = found.number("LpXS")
    if shift is not None and found.letters.rfind("U") > 0:
        return Reading("DATE", f"{reference.year + shift:04d}-{month:02d}")
    tense = "past" if shift == -1 else "future" if shift == 1 else found.tense()
    years = reference.year
    if tense == "future":
        years += month < reference.month or (shift == 1 and month == reference.month)
    elif tense == "past" or (month - reference.month) > 6:
        years -= month > reference.month or (shift == -1 and month == reference.month)
    return Reading("DATE", f"{years:04d}-{month:02d}")


def _is_month(found: Found, word: str) -> bool:
    """Whether a month name alone is one: "May" may be a modal or a surname."""
    if len(found.letters) > 1:
        return found.letters not in ("m.", "M.") or found.letters == "m." and found.before() in "ieob"
    if found.letters == "m":
        return False
    if word in {"may", "march", "august", "april", "june"}:
        return found.before() in "ieoLXSbpcFq,-(" and not (word == "may" and found.before() in ",c-")
    return True


def weekday(found: Found) -> Reading | None:
    """ "Monday", "last Friday", "Wednesday morning", "Friday last week"."""
    token = found.first("Ww")
    if token is None or (found.letters == "w" and found.after() != ".") or _is_paper(found):
        return None
    number = int(token.value)
    time = clock(found)
    if token.word.endswith("days"):
        return Reading("SET", f"XXXX-WXX-{number + 1}")
    reference = found.reference
    if reference is None:
        return Reading("TIME" if time else "DATE", f"XXXX-WXX-{number + 1}" + (f"T{time}" if time else ""))
    shift = found.first("LpXS")
    back, ahead = (reference.weekday() - number) % 7, (number - reference.weekday()) % 7
    if shift is not None and "U" in found.letters:
        monday = -reference.weekday() + 7 * int(shift.value)
        return at_time(shift_days(reference, monday + number), time)
    if shift is None:
        days = ahead if found.tense() == "future" else -back
    elif shift.value == -1:
        days = -(back or 7)
    elif shift.value == 1 or "X" in found.letters:
        days = ahead or 7
    else:
        days = ahead if found.tense() == "future" else number - reference.weekday()
    return at_time(shift_days(reference, days), time)


def _is_paper(found: Found) -> bool:
    """ "The Sunday Times" and the like."""
    end = found.index + len(found.letters)
    tail = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 12].split()
    papers = {"times", "telegraph", "mail", "post", "herald", "mirror", "express", "nation", "standard", "mass"}
    return bool(tail) and end < len(found.row) and tail[0].lower().strip(".,") in papers and tail[0][0].isupper()


def numeric(found: Found) -> Reading | None:
    """ "2021-12-15", "15/12/2021", "12/15/21", "15.12.2021"."""
    if found.letters == "Y-d-d":
        numbers = [int(token.value) for token in found.tokens[::2]]
        return at_time(make_day(numbers[0], numbers[1], numbers[2]), None)
    parts = found.tokens[0].word.split(".") if found.letters == "I" else [token.word for token in found.tokens[::2]]
    first, second, year = (int(part) for part in parts)
    if len(parts[2]) == 2:
        year += 2000 if year < 70 else 1900
    elif len(parts[2]) != 4:
        return None
    day_first = second <= 12 and (first > 12 or found.letters == "I" or found.scene.day_first)
    return at_time(make_day(year, second, first) if day_first else make_day(year, first, second), None)


def year(found: Found) -> Reading | None:
    """ "2021", "early 2021", "fiscal 1989", "the year 2000"."""
    value = found.number("Y")
    named = len(found.letters) > 1
    if value is None or not (named or _is_year(found, value)):
        return None
    return Reading("DATE", f"{value:04d}")


def _is_year(found: Found, value: int) -> bool:
    """Whether a bare number of four digits is a year and not a count."""
    if found.before() in "_" and found.scene.flat[found.tokens[0].start - 1 : found.tokens[0].start] in "$£€#+":
        return False
    if found.before() in "./:'" or found.after() in "UQk/:":
        return False
    if not 1800 <= value <= 2100:
        return found.before() == "i" and value >= 1000 and found.after() in ".,|)"
    following = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 24].split(maxsplit=1)
    word = following[0] if following and found.after() == "_" else ""
    return not (word.islower() and word.endswith("s") and word not in {"is", "was", "has", "as", "its", "this"})


def years_range(found: Found) -> Reading | None:
    """ "2019-2021", "2021-22"."""
    first, token = int(found.tokens[0].value), found.tokens[2]
    last = int(token.value) if len(token.word) == 4 else first // 100 * 100 + int(token.value)
    if not (1000 <= first < last <= first + 200 and len(token.word) in (2, 4)):
        return None
    return Reading("DATE", f"{first:04d}/{last:04d}")


def decade(found: Found) -> Reading | None:
    """ "the 1990s", "the late '80s", "the nineties"."""
    value = found.number("D")
    if value is None or (len(found.letters) == 1 and found.tokens[0].word.isalpha()):
        return None
    return Reading("DATE", f"{value // 10:03d}")


def century(found: Found) -> Reading | None:
    """ "the 21st century": in TIMEX3 the two digits that its years begin with."""
    ordinal = found.number("O")
    return Reading("DATE", f"{ordinal - 1:02d}") if ordinal is not None and 1 < ordinal <= 22 else None


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
    return at_time(_nearest(found, [choice for choice in choices if choice], reference), None)


def _holiday_in(year: int, code: str) -> date | None:
    if not 1 <= year <= 9998:
        return None
    if code == "EA":
        return easter(year)
    if code == "TG":
        return thanksgiving(year)
    return make_day(year, int(code[:2]), int(code[3:]))


def relative_day(found: Found) -> Reading | None:
    """ "today", "late yesterday", "tomorrow night", "tonight"."""
    token = found.first("R")
    if token is None:
        return None
    time = clock(found) or ("NI" if token.word in {"tonight", "overnight"} else None)
    reference = found.reference
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
    if found.letters == "T" and part and part.word == "midnight":
        base = found.scene.anchor or reference
        return at_time(shift_days(base, 1) if base else None, "00:00") or Reading("TIME", "T00:00")
    if {"same", "that"} & {token.word for token in found.tokens}:
        return at_time(found.scene.anchor or reference, time) or Reading("TIME", f"T{time}")
    if found.letters[0] in "LSte" and "L" in found.letters:
        return at_time(shift_days(reference, -1), time) if reference else Reading("TIME", None)
    if "S" in found.letters:
        return at_time(reference, time) or Reading("TIME", None)
    return at_time(found.scene.anchor or reference, time) or Reading("TIME", f"T{time}")


def _is_part_of_day(found: Found, part: Token) -> bool:
    """Whether "dawn", "the evening" or "noon" alone tells a time: after a preposition, in lower case."""
    if part.capital or (":" not in str(part.value) and found.before() not in "ib"):
        return False
    return found.letters == "tT" or ":" in str(part.value) or part.word not in _NEED_ARTICLE


_NEED_ARTICLE = frozenset({"morning", "mornings", "afternoon", "afternoons", "evenings", "night", "nights"})

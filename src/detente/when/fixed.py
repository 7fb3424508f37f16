"""Readings of expressions that name a day, a month, a year or a weekday of the calendar."""

from __future__ import annotations

import re

from detente.when.calendar import make_day, shift_days
from detente.when.clock import at_time, clock
from detente.when.found import Found
from detente.when.holidays import nearest
from detente.when.narrative import year_after
from detente.when.scene import Reading
from detente.when.tense import Tense


def month_day(found: Found) -> Reading | None:
    """ "Dec. 15", "Wednesday (Dec. 15)", "15 December 2021", "5 p.m. on Dec. 15"."""
    month, day = found.number("Mm"), _day_number(found)
    year = next((int(found.tokens[i].value) for i in range(len(found.letters)) if _names_year(found.letters, i)), None)
    if month is None or day is None or not 1 <= day <= 31:
        return None
    time = clock(found)
    reference = found.reference
    if year is None and (month, day) == (9, 11) and _ATTACKS.match(found.scene.flat, found.tokens[-1].end):
        year = 2001
    named = year is not None
    year = year or year_ahead(found) or year_after(found, month)
    if year is not None:
        if (month, day) == (2, 29) and not named:
            year += -year % 4
        return at_time(make_day(year, month, day), time) or Reading("DATE", None)
    if reference is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}")
    choices = [choice for year in (-1, 0, 1) if (choice := make_day(reference.year + year, month, day))]
    if "L" in found.letters:
        choices = [choice for choice in choices if choice < reference][-1:]
    return at_time(nearest(found, choices, reference), time) or Reading("DATE", None)


_ATTACKS = re.compile(r"\s+(?:terror\w*\s+)?(?:attack|hijack|commission)")
_SHARED_YEAR = re.compile(r"(?:[c-]|i)t?(?:[Mm]\.?(?:t?[dO])?|[dO]o?[Mm]\.?),?(Y)")


def year_ahead(found: Found) -> int | None:
    """The year that a date shares with the one after it: "from 3 May to 5 June 1999"."""
    end = found.index + len(found.letters)
    shared = _SHARED_YEAR.match(found.scene.row, end, end + 8)
    return int(found.scene.tokens[shared.start(1)].value) if shared else None


def _names_year(letters: str, index: int) -> bool:
    """Whether a number of four digits is a year and not the hour of "1900 GMT"."""
    return letters[index] == "Y" and letters[index + 1 : index + 2] != "z"


def _day_number(found: Found) -> int | None:
    """The day next to the month name, not the hour of a clock."""
    behind = _DAY_BEHIND.search(found.letters)
    if behind:
        return int(found.tokens[behind.end() - 1].value)
    before = _DAY_BEFORE.search(found.letters)
    return int(found.tokens[before.start()].value) if before else None


_DAY_BEHIND = re.compile(r"[Mm][.t]{0,2}[dO](?!:d|K)")
_DAY_BEFORE = re.compile(r"[dO]o?[Mm]")


def day_range(found: Found) -> Reading | None:
    """ "Dec. 15-17", "5-7 May 2021": an interval of days."""
    if "c" in found.letters and "to" not in found.words() and found.lead() != "between":
        return None  # "3 and 6 May": two dates
    month = found.number("Mm")
    year = found.number("Y") or (year_after(found, month) if month else None)
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
    if found.letters.startswith("te-") and found.after() == "_":
        return None
    reference, shift = found.reference, found.number("LpXS")
    if shift is None:
        year = year or year_ahead(found) or year_after(found, month)
    if year is not None:
        return Reading("DATE", f"{year:04d}-{month:02d}")
    if reference is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    if shift == 0 and {"that", "same"} & found.words():
        told = found.anchored("Y") or reference  # "that February", "November of the same year"
        return Reading("DATE", f"{told.year:04d}-{month:02d}")
    if shift is not None and found.letters.rfind("U") > 0:
        return Reading("DATE", f"{reference.year + shift:04d}-{month:02d}")
    tense = "past" if shift == -1 else "future" if shift == 1 else found.tense()
    years = reference.year
    if tense == "future":
        years += month < reference.month or (shift == 1 and month == reference.month)
    elif tense == "past" or (month - reference.month) > 6:
        years -= month > reference.month or (shift == -1 and month == reference.month)
    return Reading("DATE", f"{years:04d}-{month:02d}")


_CAUSE = frozenset({"against", "for", "of", "on"})  # what a march is about or where it goes


def _is_month(found: Found, word: str) -> bool:
    """Whether a month name alone is one: "May" may be a modal or a surname."""
    if len(found.letters) > 1:
        return found.letters not in ("m.", "M.") or found.letters == "m." and found.before() in "ieob"
    if found.letters == "m":
        return False
    before, following = found.before(), found.following()
    if word == "march" and before in "ta,c" and following is not None and following.word in _CAUSE:
        return False  # "March for Bread, a group", "the March on Lindow"
    if word in {"april", "june", "august"} and before in "_ta":
        return following is None or not following.capital  # names of women, too
    if word in {"may", "march", "august", "april", "june"}:
        noun = before in "ta" and following is not None and following.word.isalpha() and not following.capital
        return noun or (before in "ieoLXSbpcFq,-(" and not (word == "may" and before in ",c-"))
    return True


def weekday(found: Found) -> Reading | None:
    """ "Monday", "last Friday", "Wednesday morning", "Friday last week"."""
    token = found.first("Ww")
    if token is None or (found.letters == "w" and found.after() != ".") or _is_paper(found):
        return None
    if found.letters.startswith("tW") and found.after() == "_":
        return None  # "the Friday raid": the article belongs to the raid
    number = int(token.value)
    time = clock(found)
    if token.word.endswith("days"):
        return Reading("SET", f"XXXX-WXX-{number + 1}")
    reference = found.reference
    if reference is None:
        return Reading("TIME" if time else "DATE", f"XXXX-WXX-{number + 1}" + (f"T{time}" if time else ""))
    shift = found.first("LpXS")
    if found.letters[-1] == "U" and shift is None:  # "Saturday week"
        days = 7 + (number - reference.weekday()) % 7
        return at_time(shift_days(reference, days), time) if found.tokens[-1].word == "week" else None
    tense = _tense(found)
    back, ahead = (reference.weekday() - number) % 7, (number - reference.weekday()) % 7
    if shift is not None and "U" in found.letters:
        monday = -reference.weekday() + 7 * int(shift.value)
        return at_time(shift_days(reference, monday + number), time)
    if shift is None:
        days = ahead if tense == "future" else -back
    elif shift.value == -1:
        days = -(back or 7) - (7 if shift.word == "previous" and back and back < 5 else 0)
    elif shift.value == 1 or "X" in found.letters:
        days = ahead or 7
    else:
        days = ahead if tense == "future" else number - reference.weekday()
    return at_time(shift_days(reference, days), time)


def weekday_before(found: Found) -> Reading | None:
    """ "The Monday before", "the Friday after": the one next to the day last told of; not "the Monday before the vote"."""
    number, mark, base = found.number("W"), found.first("b"), found.anchored("D")
    if number is None or mark is None or base is None or found.after() not in ".,|)":
        return None
    step = (base.weekday() - number) % 7 or 7 if mark.value == -1 else -((number - base.weekday()) % 7 or 7)
    return at_time(shift_days(base, -step), None)


def _tense(found: Found) -> Tense:
    """ "Friday's ruling" has been given, unless it is waited for; a walkout that is called off was still to come."""
    tense = found.tense()
    start, end = found.tokens[0].start, found.tokens[-1].end
    if _CALLED_OFF.search(found.scene.flat[max(found.scene.sentence(start)[0], start - 60) : start]):
        return "future"
    if tense != "future" or found.after() != "s":
        return tense
    before, behind = found.scene.flat[max(found.scene.sentence(start)[0], start - 80) : start], found.scene.flat[end : end + 80]
    if _DONE.match(behind) and not _AHEAD.search(before):
        return "past"  # "will look into Friday's shooting"
    return "future" if _WAITED_FOR.search(before + behind) else "past"


# What is called off: "scrapped its Monday walkout", "averted Friday's strike".
_CALLED_OFF = re.compile(
    r"\b(?:(?:call(?:s|ed|ing)?|put(?:s|ting)?) off|cancel(?:s|l?ed|l?ing)?|postpon(?:es?|ed|ing)|scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)"
    r"|drop(?:s|ped|ping)? plans for|avert(?:s|ed|ing)?)(?: (?:the|its|their|his|her|a|an|plans for))?(?: planned| scheduled)? $",
    re.IGNORECASE,
)
# What is spoken of when it has happened, whatever is still to come of it.
_DONE = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}?(?:rulings?|verdicts?|decisions?|attacks?|shootings?|bombings?|blasts?|explosions?|killings?|murders?|massacres?|raids?"
    r"|arrests?|crash(?:es)?|earthquakes?|clashes|violence|coup|assaults?|assassinations?|announcements?|remarks|comments|rampage|ambush|airstrikes?"
    r"|riots?|incidents?)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:ahead of|until|before|awaits?|awaiting|pending|in time for|plans? for|planned for)\W+$", re.IGNORECASE)
_WAITED_FOR = re.compile(r"\b(?:will|would|ahead of|until|next|plans?|planned|set|due|expected|scheduled)\b|'ll\b", re.IGNORECASE)


def _is_paper(found: Found) -> bool:
    """ "The Sunday Times" and the like."""
    end = found.index + len(found.letters)
    tail = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 12].split()
    papers = {"times", "telegraph", "mail", "post", "herald", "mirror", "express", "nation", "standard", "mass"}
    return bool(tail) and end < len(found.scene.row) and tail[0].lower().strip(".,") in papers and tail[0][0].isupper()

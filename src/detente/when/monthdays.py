"""Readings of a day that is told by its number alone: "a strike set for the 16th", "closed since the 4th", "the 5th of this month"."""

from __future__ import annotations

import re
from datetime import date

from detente.when.calendar import make_day, parse_day, shift_months
from detente.when.found import Found
from detente.when.scene import Reading

_LEADS = frozenset({"on", "for", "until", "till", "by", "since", "from", "between", "through", "before", "after"})
# Words that may go on behind such a day; before any other the number counts a thing ("the 5th floor").
_GOES_ON = frozenset(
    (
        "with when as but while that who which where if unless because than he she they it we i you was were is are be been will would had has "
        "have can could may might must should said says told after before against under without amid despite pending not only also so still "
        "now again already then there or and "
        "though although whether whatever whoever whenever wherever whichever however once nor yet rather instead"
    ).split()
)
_MOVED = frozenset({"postponed", "moved", "delayed", "adjourned", "deferred", "extended", "rescheduled", "put", "pushed", "back", "off"})
_COUNTED = re.compile(r"\b(?:holes?|birdie\w*|bogey\w*|par|putt\w*|innings?|laps?|rounds?|minutes?|floors?|overs?|grid)\b", re.IGNORECASE)
_NEARBY = 300  # code points, about two sentences
_LATELY = 31  # days


def day_of_month(found: Found) -> Reading | None:
    """The day of so many in the month that the text is about; None where the number counts something else."""
    token, unit = found.first("O"), found.first("U")
    if token is None or not token.word[0].isdigit() or not 1 <= int(token.value) <= 31:
        return None
    number, reference = int(token.value), found.reference
    if unit is not None:
        shift = found.number("LXSp")
        base = found.anchored("M") if not {"that", "same"}.isdisjoint(found.words()) else reference
        month = shift_months(base, shift or 0) if base and unit.word == "month" else None
        day = make_day(month.year, month.month, number) if month else None
        return Reading("DATE", day.isoformat()) if day else None
    if not (_led(found) and _ends(found)) or _COUNTED.search(found.scene.flat, *found.scene.sentence(token.start)):
        return None
    if reference is None:
        return Reading("DATE", f"XXXX-XX-{number:02d}")
    day = (_behind(found, number) if _joined(found) else None) or _alone(found, number, reference)
    return Reading("DATE", day.isoformat()) if day else None


def _alone(found: Found, number: int, reference: date) -> date | None:
    """The day that the story, or the verb with the day of writing, points to."""
    tense = "future" if found.lead() in ("for", "to") else found.tense()
    return (_in_story(found, number, reference) if tense != "future" else None) or _nearest(number, reference, tense)


def _joined(found: Found) -> bool:
    """Whether it goes on a range or list of days ("from the 5th to the 9th")."""
    latest = found.scene.latest
    return found.before() == "c" and latest is not None and found.scene.tokens[found.index - 1].start - latest.end <= 1


def _led(found: Found) -> bool:
    """Whether a preposition of time stands before it, or it goes on a range or list of days."""
    if found.before() == "c":
        return _joined(found) or found.lead() == "to" and found.index > 1 and found.scene.tokens[found.index - 2].word in _MOVED
    return found.lead() in _LEADS


def _ends(found: Found) -> bool:
    """Whether what follows, be it behind another such day, goes on with the sentence and not with a thing that is counted."""
    row, at = found.scene.row, found.index + len(found.letters)
    if row[at : at + 1] == "c":
        if row[at + 1 : at + 2] == "O":
            return False
        if row[at + 1 : at + 3] != "tO":
            return True
        at += 3  # "from the 5th to the 9th grade"
    after = row[at : at + 1] or "|"
    following = found.scene.tokens[at] if at < len(found.scene.tokens) else None
    mark = following is not None and not following.word[0].isalnum() and following.word not in "-/'’"
    return after in ".,;:)|ic" or mark or following is not None and following.word in _GOES_ON


def _in_story(found: Found, number: int, published: date) -> date | None:
    """The day in the month that the text has just named, if that is not about the day of writing."""
    latest, start = found.scene.latest, found.tokens[0].start
    if latest is None or start - latest.end > _NEARBY or abs((published - latest.day).days) <= _LATELY:
        return None
    return _behind(found, number)


def _behind(found: Found, number: int) -> date | None:
    """The day in the month of the date last named, or in the next one, where it comes behind a day; None where no month is named."""
    latest = found.scene.latest
    if latest is None or len(latest.value) < len("2021-06") or not latest.value[5:7].isdigit():
        return None
    same, day = make_day(latest.day.year, latest.day.month, number), parse_day(latest.value)
    later = shift_months(latest.day, 1)
    return make_day(later.year, later.month, number) if day and later and number < day.day else same


def _nearest(number: int, reference: date, tense: str | None) -> date | None:
    """The day so called that is nearest to the reference on the side that the verb points to."""
    months = [month for shift in (-2, -1, 0, 1, 2) if (month := shift_months(reference.replace(day=1), shift))]
    days = [day for month in months if (day := make_day(month.year, month.month, number))]
    if tense is not None:
        days = [day for day in days if (day <= reference if tense == "past" else day > reference)] or days
    return min(days, key=lambda day: (abs((day - reference).days), day), default=None)

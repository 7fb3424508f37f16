"""Which time of its sentence an act has: the one the model links it to, one that its clause opens with, or the only one there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.event.scene import Scene
from detente.records import DateBasis, EventDate, Status, Time
from detente.when.calendar import shift_days

LINKED = 0.2
FAINT = 0.1
UNREAL = frozenset({"planned", "conditional", "possible", "called_for"})
_AFTER = re.compile(r"\s+(?:after|before)\b", re.IGNORECASE)
_ONGOING = re.compile(r"\b(?:since|until|till)\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[-–—]|\b(?:to|and|until|through|till)\b)\s*(?:on\s+)?$")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"\s+(?:(?:of|on|in|at|from)\s+)?")
_OWNED = re.compile(r"['’]s?\s+[a-z]")
_ARTICLE = re.compile(r"\b(?:a|an|the|its|their|his|her)\s+$")
_NOUN = re.compile(r" [a-z]")
_WITHIN = re.compile(r" (?:[\w’'-]+ ){0,3}")  # before the act, in its noun's words
_NEAR = 40  # code points
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|\d+(?:st|nd|rd|th))"
_TIMES = re.compile(rf"\b{_NTH} time(?: (?:in|since|over|within|for))?(?: the| at least| more than)?\s+$", re.IGNORECASE)
_COUNTED = re.compile(rf"{_TIMES.pattern}|\b{_NTH}(?: (?!will\b|would\b|to\b|is\b|be\b|was\b|were\b|ha[sd]\b)[\w'’-]+){{1,4}}\s+$", re.IGNORECASE)
_PERIOD = re.compile(r"this\b", re.IGNORECASE)
_PHRASE = 60  # code points
_SAID = re.compile(r"\b(?:said|told|announced|reported|added)\b[^,;]{0,25}$")
_PLACE_LINE = re.compile(r"[^a-z]*(?:,\s(?:[A-Z][\w.]+\s?){1,3},\s)?$")
_DASH = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—:]")
_PART = re.compile(
    r"(?:the |early |late |mid-?)*"
    r"(?:dawn|dusk|daybreak|sunrise|sunset|nightfall|noon|midday|midnight|morning|afternoon|evening|night|(?:small|wee) hours)"
    r"|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_YEARS = 15
_WEEK = 7  # days
_CLAUSE = 140  # code points

_SINCE_WHAT = re.compile(r"\bsince\s(?:[\w’'.-]+\s){1,12}(?:[a-z]+ed|was|were|began|fell|broke)\b[^,;]{0,40}$")


def own_time(scene: Scene, trigger: tuple[int, int]) -> Time | None:
    """The time of the act at `trigger`: "three days after" dates the clause behind it, else the model's relation decides."""
    opening = [t for t in scene.times if _opens_clause(scene, t)]
    for time in reversed(opening):
        if time.end <= trigger[0] < time.end + _CLAUSE and not _between(scene, time, trigger):
            return time
    dated = [t for t in scene.times if t.first and t not in opening and not is_age(t) and not of_another(scene, t, trigger)]
    for time in dated:
        if trigger[1] <= time.start and _BESIDE.fullmatch(scene.text, trigger[1] - scene.start, time.start - scene.start):
            return time
    if len(dated) > 1:
        dated = [t for t in dated if not merely_qualifies(scene, t) and not dateline_time(scene, t)] or dated
    rated = [(scene.relation("date", trigger, (t.start, t.end)), t) for t in dated]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= LINKED else None


def is_age(time: Time) -> bool:
    """ "The 21st century" dates no act."""
    first, last = time.first, time.last
    return first is not None and last is not None and int(last[:4]) - int(first[:4]) > _YEARS


def _opens_clause(scene: Scene, time: Time) -> bool:
    """ "Three days after the raid" tells the day of the raid, not of what happened three days after it."""
    return time.type == "DURATION" and time.first is not None and bool(_AFTER.match(scene.text, time.end - scene.start))


def of_another(scene: Scene, time: Time, trigger: tuple[int, int]) -> bool:
    """ "A 2018 accord": the year is the noun's, and dates only the act that it names; "since the war ended in 1945" that of the clause alone."""
    begin, end = time.start - scene.start, time.end - scene.start
    if scene.start <= trigger[0] and trigger[1] <= time.start and _SINCE_WHAT.search(scene.text[trigger[1] - scene.start : begin]):
        return True
    if not (_behind_article(scene, time) and _NOUN.match(scene.text, end)):
        return False
    return not (time.end <= trigger[0] < time.end + _NEAR and _WITHIN.fullmatch(scene.text, end, trigger[0] - scene.start))


def _behind_article(scene: Scene, time: Time) -> bool:
    """Whether a time is a year behind an article, and so with the noun that follows."""
    return time.text.isdigit() and _ARTICLE.search(scene.text, 0, time.start - scene.start) is not None


def merely_qualifies(scene: Scene, time: Time) -> bool:
    """ "A 2018 accord", "Monday's session", "for the second time this year": which thing is meant, or how often, not when the act was."""
    begin, end = time.start - scene.start, time.end - scene.start
    if _OWNED.match(scene.text, end) or _behind_article(scene, time):
        return True
    counted = _TIMES if _lasts(time) > _WEEK or not time.first else None
    if counted and _PERIOD.match(time.text):
        counted = _COUNTED
    return bool(counted and counted.search(scene.text, max(begin - _PHRASE, 0), begin))


def dateline_time(scene: Scene, time: Time) -> bool:
    """ "OSLO, May 5 (Agency) -" tells when the article was written."""
    return bool(_PLACE_LINE.match(scene.text[: time.start - scene.start]) and _DASH.match(scene.text, time.end - scene.start))


def _between(scene: Scene, time: Time, trigger: tuple[int, int]) -> bool:
    """Whether another time or a new clause stands between a time and a trigger."""
    words = scene.text[time.end - scene.start : trigger[0] - scene.start]
    return any(time.end <= t.start < trigger[0] and t.type != "DURATION" for t in scene.times) or bool(re.search(r"[,;:]", words))


def nearby_time(scene: Scene, trigger: tuple[int, int], *, unreal: bool) -> Time | None:
    """A time in the sentence that no relation links to the act: past for what is real, ahead for what is not."""
    dated = [t for t in scene.times if t.first and t.type != "DURATION" and not is_age(t) and not of_another(scene, t, trigger)]
    dated = [t for t in dated if not dateline_time(scene, t)] or dated
    if not unreal:
        dated = [t for t in dated if not _ONGOING.search(scene.text, 0, t.start - scene.start) or t.start - scene.start < len("Since ") + 1]
    day = scene.day
    if day is not None:
        dated = [t for t in dated if ((t.last or "") > day if unreal else (t.first or "") <= day)]
    elif unreal:
        return None

    if len(dated) < 2:
        return dated[0] if dated else None
    rated = [(scene.relation("date", trigger, (t.start, t.end)), t) for t in dated]
    best = max(rated, key=lambda pair: pair[0])
    if best[0] >= FAINT:
        return best[1]
    return min(dated, key=lambda t: min(abs(t.start - trigger[1]), abs(trigger[0] - t.end)))


def goes_on(scene: Scene, time: Time) -> bool:
    """ "Since 2014", "until May": the beginning or end of what goes on, which dates nothing else."""
    return bool(_ONGOING.search(scene.text, 0, time.start - scene.start))


def day_told(scene: Scene) -> Time | None:
    """The last past day or week that a sentence tells of, not the day on which somebody said so."""
    for time in reversed(scene.times):
        plain = time.first and _lasts(time) <= _WEEK and time.type != "DURATION" and (not scene.day or time.first <= scene.day)
        lead = scene.text[: time.start - scene.start]
        if plain and not _ONGOING.search(lead) and not any(test(scene, time) for test in (dateline_time, tells_of_speech, merely_qualifies)):
            return time
    return None


def tells_of_speech(scene: Scene, time: Time) -> bool:
    """ "Said on Monday": the day on which somebody told of something."""
    return bool(_SAID.search(scene.text[: time.start - scene.start]))


def _lasts(time: Time) -> int:
    """Days from the first to the last of a time."""
    return (date.fromisoformat(time.last) - date.fromisoformat(time.first)).days + 1 if time.first and time.last else 0


def part_of_day(words: str) -> bool:
    """Whether words tell a part of a day ("at dusk", "by 4 p.m.") and leave open of which."""
    return bool(_PART.fullmatch(words))


def event_date(scene: Scene, time: Time, basis: DateBasis, status: Status) -> EventDate:
    """The days of a time, or of the range that it opens or closes ("3 May to 5 May", "October and November")."""
    first, last = _range(scene.times, time, scene)
    if first is last and (turned := _turned(time, scene.day, status)):
        return EventDate(first=turned, last=turned, text=time.text, basis=basis)
    return EventDate(first=first.first, last=last.last, text=scene.cut(first.start, last.end).text, basis=basis)


def _turned(time: Time, day: str | None, status: Status) -> str | None:
    """The same weekday on the other side of the day of writing, if that is near and agrees with the act's status."""
    if not (day and time.first and time.first == time.last and _WEEKDAY.match(time.text)):
        return None
    away = (date.fromisoformat(time.first) - date.fromisoformat(day)).days
    step = 7 if status in UNREAL and -_FAR > away > -7 else -7 if status == "happened" and _FAR < away < 7 else 0
    other = shift_days(date.fromisoformat(time.first), step) if step else None
    return other.isoformat() if other else None


_FAR = 4  # days; a bare weekday is rarely farther off than it would be on the other side
_WEEKDAY = re.compile(
    r"(?:(?:early|late|dawn|noon|midnight)\s(?:on\s)?)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?$"
)


def _range(times: Sequence[Time], time: Time, scene: Scene) -> tuple[Time, Time]:
    place = times.index(time)
    if place + 1 < len(times) and _joined(time, times[place + 1], scene):
        return time, times[place + 1]
    if place and _joined(times[place - 1], time, scene):
        return times[place - 1], time
    return time, time


def _joined(one: Time, other: Time, scene: Scene) -> bool:
    words = scene.text[one.end - scene.start : other.start - scene.start]
    plain = one.type == other.type == "DATE" and one.first and other.first and other.last
    if not (plain and _JOINT.fullmatch(words) and (one.first or "") < (other.first or "") and (one.last or "") < (other.last or "")):
        return False
    # "In 1994 and 1999" are two times.
    return "and" not in words or bool(_BETWEEN.search(scene.text, 0, one.start - scene.start)) or _adjoins(one, other)


def _adjoins(one: Time, other: Time) -> bool:
    """Whether one time begins on the day after the other ends, or both lie within a week ("on Saturday and Monday")."""
    if not (one.first and one.last and other.first and other.last):
        return False
    first, end, begin, last = map(date.fromisoformat, (one.first, one.last, other.first, other.last))
    return (begin - end).days == 1 or (last - first).days < _WEEK

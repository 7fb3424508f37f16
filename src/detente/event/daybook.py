"""The days that an act may have, with what speaks for each.

What the rules of `event.moments` and `event.dating` found is one candidate; the others are the times of the act's sentence, of those before it
and behind it, of the lead, of its act elsewhere, the date that labels its paragraph ("Monday: ...", as in a timeline), the day of writing, and none.
A time has more than one reading where its words leave its week or year open ("on Friday", "in May").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from itertools import accumulate, pairwise
from math import log1p
from typing import NamedTuple

import msgspec

from detente.event.drafts import Draft
from detente.event.moments import (
    UNREAL,
    dateline_time,
    event_date,
    goes_on,
    is_age,
    merely_qualifies,
    of_another,
    part_of_day,
    tells_of_speech,
)
from detente.event.odds import SURE, log_odds
from detente.event.scene import Scene, is_headline
from detente.event.turned import turned
from detente.records import STATUSES, EventDate, Time

SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
BACK, AHEAD, LEAD = 4, 2, 5  # sentences before, behind, behind a headline
OPENING = 3  # sentences whose times the whole text may go on with
TIMES, TOLD = 10, 3  # times near an act, and of its act elsewhere, at most
Days = tuple[str | None, str | None]
_LABEL = re.compile(r"\s*(?:\([^)\n]*\)\s*)?(?:[:–—]|-+\s|\n)")
_LEADING = re.compile(
    r"\b(since|until|till|by|before|after|of|for|from|to|following|than)\s+(?:the\s+|next\s+|last\s+|early\s+|late\s+)*$", re.IGNORECASE
)
_LEADS = (("since",), ("until", "till", "by", "before"), ("after", "following"), ("of",), ("for",), ("from", "to", "than"))
_CLAUSE = re.compile(r"[,;:]")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where)\b", re.IGNORECASE)
_TEMPORAL = re.compile(r"\b(?:after|before|since|until|till|when|while|as|following)\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|but|or)\b", re.IGNORECASE)
_HAD = re.compile(r"(?:\bhad|[’']d)\b[^,;]*$", re.IGNORECASE)
_HAS = re.compile(r"(?:\bha(?:s|ve)|[’']ve)\b[^,;]*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5

_OF_TIMES = (
    "in its sentence", "relation", "relation beyond other acts", "best for an act there", "before the act", "behind the act", "nearest act",
    "another between", "act between", "clause between", "relative between", "temporal between", "and between", "near the act", "beside the act",
    "distance before", "ahead", "in its paragraph", "paragraphs before", "times between", "dates an act there", "words in common",
    "labels the paragraph", "opens the sentence", "for a headline", "of the lead",
    "of its act elsewhere", "of its act and party elsewhere", "of its party elsewhere", "acts of these days", "often",
    "ahead and unreal", "ahead and real", "past and planned", "past and asked", "age if real", "had and past",
    "same day", "day before", "within a week", "within a month", "within a year", "longer ago", "nearness ahead",
    "a day", "a week", "a month", "a year", "longer", "duration", "part of a day", "bare part of a day",
    "since", "until", "after", "of", "for", "from", "since, ongoing", "dateline", "qualifies", "of speech",
    "own sentence has times", "own sentence has days", "best relation there", "spoken, before",
    "other side", "other side and unreal", "other side and past", "retold", "retold, years off",
)  # fmt: skip
_OF_OTHERS = ("bias", "sentence has times", "sentence has days", "best relation", "headline", "labelled", "spoken", "had", "has", "lead", *STATUSES)
FOUND = ("found", "found beside it", "found near it")
FEATURES = (
    *FOUND, *_OF_TIMES, *(f"day: {name}" for name in _OF_OTHERS), *(f"none: {name}" for name in _OF_OTHERS), "found elsewhere",
)  # fmt: skip
PARTS = (len(_OF_TIMES), len(_OF_OTHERS), len(_OF_OTHERS), 1)  # of times, of the day of writing, of none, of what the rules found elsewhere
_TIME, _DAY, _NONE, _ELSE = range(4)
_NOTHING = (0.0,) * len(FOUND)
_STATUS = {status: tuple(float(status == one) for one in STATUSES) for status in STATUSES}


class Candidate(NamedTuple):
    """Days that an act may have, with what speaks for them: whether they are those found, and the numbers of one part of `FEATURES`, all else 0."""

    date: EventDate
    found: tuple[float, ...]
    part: int
    told: Sequence[float]

    @property
    def row(self) -> tuple[float, ...]:
        """What speaks for them (`FEATURES`)."""
        return (*self.found, *(number for part, size in enumerate(PARTS) for number in (self.told if part == self.part else [0.0] * size)))

    @property
    def days(self) -> Days:
        """First and last day."""
        return self.date.first, self.date.last


class _Reading(NamedTuple):
    """A time read for an act, with its days; `other` are those of the other side of the day of writing, `retold` those of another way of counting."""

    at: Scene
    time: Time
    days: EventDate
    other: bool = False
    retold: bool = False


class _Words(NamedTuple):
    """What the words around a time tell, whichever the act."""

    opens: bool
    leads: tuple[bool, ...]
    dateline: bool
    qualifies: bool
    of_speech: bool
    bare: bool


class _View(NamedTuple):
    """What one act and its sentence tell, whichever the days; `had` and `has` stand before the act."""

    number: int
    draft: Draft
    own: tuple[Time, ...]
    relations: dict[int, float]
    best: float
    plain: bool
    headline: bool
    had: bool
    has: bool


class Daybook:
    """What the drafts of one article and its sentences tell of days."""

    def __init__(self, drafts: Sequence[Draft], stage: Sequence[Scene], text: str) -> None:
        self.drafts, self.stage, self.text = drafts, stage, text
        self.labels = _labels(stage, text)
        self.dated: Counter[tuple[str | None, ...]] = Counter()  # drafts by days, by these and act, and by these and a party
        self._told = [draft.date if draft.date.basis != "article" else EventDate() for draft in drafts]
        for draft in drafts:
            if draft.date.basis != "article":
                self.dated.update(_tellings(draft, draft.date.first, draft.date.last))
        self.told: dict[str, list[tuple[Scene, Time]]] = defaultdict(list)  # the times of each act, in the text's order
        self.dating: set[tuple[int, Days]] = set()  # the sentences whose acts have some days
        starts: dict[str, set[int]] = defaultdict(set)
        for draft in drafts:
            if draft.date.basis == "text":
                self.dating.add((draft.scene.index, (draft.date.first, draft.date.last)))
                found = next((time for time in draft.scene.times if time.text == draft.date.text), None)
                if found and found.start not in starts[draft.act]:
                    starts[draft.act].add(found.start)
                    self.told[draft.act].append((draft.scene, found))
        for one in self.told.values():
            one.sort(key=lambda row: row[0].index)
        self.often: Counter[Days] = Counter((time.first, time.last) for scene in stage for time in scene.times)
        self.opening = [(scene, time) for scene in stage[: OPENING + 1] for time in scene.times if time.first]
        counts = (sum(time.first is not None for time in scene.times) for scene in stage)
        self.before = list(accumulate(counts, initial=0))  # times before each sentence
        gaps = (text.count("\n", one.start, other.start) for one, other in pairwise(stage))
        self.lines = list(accumulate(gaps, initial=0))  # line ends before each sentence
        self._words: dict[int, _Words] = {}
        self._ties: dict[int, dict[int, list[tuple[int, int, float]]]] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def candidates(self, number: int) -> list[Candidate]:
        """All days that a draft may have."""
        view = self._view(number)
        draft, scene = view.draft, view.draft.scene
        found = [_candidate(draft, one.days, _TIME, self._row(view, one)) for one in self._readings(view)]
        others = self._others(view)
        if scene.day:
            found.append(_candidate(draft, EventDate(first=scene.day, last=scene.day), _DAY, others))
        found.append(_candidate(draft, EventDate(), _NONE, others))
        if all(one.days != (draft.date.first, draft.date.last) for one in found):
            found.append(_candidate(draft, draft.date, _ELSE, (1.0,)))
        return found

    def _others(self, view: _View) -> tuple[float, ...]:
        """What a draft and its sentence tell for the day of writing, or for none."""
        index = view.draft.scene.index
        return (
            1.0, float(bool(view.own)), float(view.plain), view.best, float(view.headline), float(index in self.labels),
            float(view.draft.act in SPOKEN), float(view.had), float(view.has), float(index <= OPENING), *_STATUS[view.draft.status],
        )  # fmt: skip

    def _view(self, number: int) -> _View:
        draft = self.drafts[number]
        scene = draft.scene
        own = tuple(t for t in scene.times if t.first)
        odds = scene.relations("date", draft.trigger, [(t.start, t.end) for t in own]) if own else []
        relations = {time.start: log_odds(one) + SURE for time, one in zip(own, odds, strict=True)}
        plain = any(not self._around(scene, time).bare for time in own)
        lead = scene.text[max(draft.trigger[0] - scene.start - 40, 0) : draft.trigger[0] - scene.start]
        best = max(relations.values(), default=0.0)
        return _View(number, draft, own, relations, best, plain, is_headline(scene, self.text), bool(_HAD.search(lead)), bool(_HAS.search(lead)))

    def _readings(self, view: _View) -> Iterator[_Reading]:
        """The days of the times that may be meant, and those that their words would have otherwise."""
        draft = view.draft
        for at, time in self._times(draft):
            if is_age(time) or of_another(at, time, draft.trigger) or (at is not draft.scene and goes_on(at, time)):
                continue
            days = event_date(at, time, "text" if at is draft.scene else "context", draft.status)
            yield _Reading(at, time, days, other=days.first != time.first and days.text == time.text)
            other = turned(days.text, days.first, days.last, at.day)
            if other is not None:
                yield _Reading(at, time, msgspec.structs.replace(days, first=other[0], last=other[1]), other=other[0] != time.first)
            again = at.retold.get(time.start)
            if again is not None and (again.first, again.last) not in ((days.first, days.last), other):
                yield _Reading(at, time, msgspec.structs.replace(days, first=again.first, last=again.last, text=again.text), retold=True)

    def _times(self, draft: Draft) -> list[tuple[Scene, Time]]:
        """The times of the sentence, the nearest before and behind it, of its act elsewhere, of the lead, and the label of its paragraph."""
        stage, scene, at = self.stage, draft.scene, draft.scene.index
        near = [scene, *reversed(stage[max(at - BACK, 0) : at]), *stage[at + 1 : at + 1 + (LEAD if at == 0 else AHEAD)]]
        found = [(one, time) for one in near for time in one.times if time.first][: TIMES + len(scene.times)]
        seen = {time.start for _, time in found}
        told, far = self.told[draft.act], TOLD + len(seen)  # so many on either side, in a long text of thousands
        first = bisect_left(told, at, key=lambda one: one[0].index)
        beside = told[max(first - far, 0) : bisect_right(told, at, lo=first, key=lambda one: one[0].index) + far]
        found += nsmallest(TOLD, (one for one in beside if one[1].start not in seen), key=lambda one: abs(one[0].index - at))
        seen = {time.start for _, time in found}
        found += [one for one in self.opening if one[1].start not in seen][:TOLD]
        label = self.labels.get(at)
        return found if label is None or any(time is label[1] for _, time in found) else [*found, label]

    def _row(self, view: _View, one: _Reading) -> tuple[float, ...]:
        at, time, days = one.at, one.time, one.days
        draft, scene = view.draft, view.draft.scene
        here, before = at is scene, at.index < scene.index
        words = self._around(at, time)
        status, day = draft.status, scene.day
        unreal, real = status in UNREAL, status not in UNREAL
        away = _away(days.first, days.last, day)
        ahead, past = away > 0, away < 0
        size = _size(days.first, days.last)
        told = self._told[view.number]
        itself = told.basis != "article" and (days.first, days.last) == (told.first, told.last)
        every, alike, *shared = [self.dated.get(key, 0) - itself for key in _tellings(draft, days.first, days.last)]
        with_act, alone = shared[::2], shared[1::2]
        label = self.labels.get(scene.index, (None, None))[1] is time
        since, until, after, of, for_, from_ = words.leads
        return tuple(map(float, (
            *(self._beside(view, time) if here else (*_FAR, *self._apart(view, at, time))),
            label, words.opens, view.headline and not here, at.index <= OPENING and not here,
            alike > 0, any(n > 0 for n in with_act), any(n > 0 for n in alone), log1p(max(every, 0)), log1p(self.often[time.first, time.last] - 1),
            ahead and unreal, ahead and real, past and status == "planned", past and status in ("called_for", "conditional"),
            log1p(max(-away, 0)) / 3 if real else 0.0, view.had and past,
            away == 0, away == -1, -7 <= away < -1, -31 <= away < -7, -366 <= away < -31, away < -366, 1 / (1 + away) if ahead else 0.0,
            size == 1, 1 < size <= 7, 7 < size <= 31, 31 < size <= 366, size > 366,
            time.type == "DURATION", time.type == "TIME", words.bare, since, until, after, of, for_, from_, since and status == "ongoing",
            words.dateline, words.qualifies, words.of_speech,
            not here and bool(view.own), not here and view.plain, 0.0 if here else view.best, before and draft.act in SPOKEN,
            one.other, one.other and unreal, one.other and past, one.retold, one.retold and abs(away) > 366,
        )))  # fmt: skip

    def _beside(self, view: _View, time: Time) -> tuple[float, ...]:
        """What speaks for a time of the act's own sentence."""
        draft, scene = view.draft, view.draft.scene
        start, end = draft.trigger
        relation = view.relations[time.start]
        ties = self._tied(scene)[time.start]
        rival = max((odds for first, last, odds in ties if last <= start or first >= end), default=0.0)
        low, high = min(time.end, end), max(time.start, start)
        between = self.text[time.end : start] if time.end <= start else self.text[end : time.start]
        gap = max(start - time.end, time.start - end, 0)
        nearest = all(max(first - time.end, time.start - last, 0) >= gap for first, last, _ in ties)
        return (
            1.0, relation, relation - rival, relation == view.best, time.end <= start, time.start >= end, nearest,
            any(t is not time and low <= t.start < high for t in scene.times),
            any(low <= first < high and first != start for first, _, _ in ties),
            bool(_CLAUSE.search(between)), bool(_RELATIVE.search(between)), bool(_TEMPORAL.search(between)), bool(_JOINED.search(between)),
            1 / (1 + gap / 20), gap <= 4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
        )  # fmt: skip

    def _apart(self, view: _View, at: Scene, time: Time) -> tuple[float, ...]:
        """What speaks for a time of another sentence."""
        scene = view.draft.scene
        before = at.index < scene.index
        lines = abs(self.lines[scene.index] - self.lines[at.index])
        skipped = self.before[scene.index] - self.before[at.index + 1] if before else self.before[at.index] - self.before[scene.index + 1]
        one, two = self._words_of(at), self._words_of(scene)
        common = len(one & two) / (1 + min(len(one), len(two)))
        return (
            log1p(scene.index - at.index) if before else 0.0, log1p(at.index - scene.index) if not before else 0.0, lines == 0,
            log1p(lines) if before else 0.0, log1p(max(skipped, 0)), (at.index, (time.first, time.last)) in self.dating, common,
        )  # fmt: skip

    def _tied(self, scene: Scene) -> dict[int, list[tuple[int, int, float]]]:
        """For each time of a sentence, by where it starts, the acts of the sentence with how surely the text model ties them to it."""
        found = self._ties.get(scene.index)
        if found is None:
            times = [t for t in scene.times if t.first]
            spans = [(t.start, t.end) for t in times]
            found = self._ties[scene.index] = {t.start: [] for t in times}
            for predicate in scene.reading.predicates:
                trigger = scene.span(predicate)
                for time, odds in zip(times, scene.relations("date", trigger, spans), strict=True):
                    found[time.start].append((*trigger, log_odds(odds) + SURE))
        return found

    def _around(self, at: Scene, time: Time) -> _Words:
        found = self._words.get(time.start)
        if found is None:
            found = self._words[time.start] = _words(at, time)
        return found

    def _words_of(self, scene: Scene) -> frozenset[str]:
        found = self._stems.get(scene.index)
        if found is None:
            found = self._stems[scene.index] = frozenset(word[:_STEM].casefold() for word in _WORD.findall(scene.text))
        return found


_FAR = (0.0,) * 15  # as many as tell of a time of the act's own sentence alone


def _candidate(draft: Draft, days: EventDate, part: int, told: Sequence[float]) -> Candidate:
    date = draft.date
    if days.first != date.first or days.last != date.last:
        return Candidate(days, _NOTHING, part, told)
    return Candidate(days, (1.0, float(date.basis == "text"), float(date.basis == "context")), part, told)


def _labels(stage: Sequence[Scene], text: str) -> dict[int, tuple[Scene, Time]]:
    """The time that labels the paragraph of each sentence: one that it opens with, set off by a colon, a dash or the end of a line."""
    found: dict[int, tuple[Scene, Time]] = {}
    label: tuple[Scene, Time] | None = None
    for scene in stage:
        begins = scene.index == 0 or "\n" in text[stage[scene.index - 1].end : scene.start]
        alone = label is not None and label[1].end >= label[0].end - 1  # a heading labels what follows it
        if begins and not alone:
            label = None
        first = scene.times[0] if scene.times else None
        if begins and first and first.first and first.start - scene.start <= 3 and _LABEL.match(text, first.end):
            label = scene, first
        if label:
            found[scene.index] = label
    return found


def _words(at: Scene, time: Time) -> _Words:
    lead = at.text[: time.start - at.start]
    opens = not lead.strip("“\"' ") or lead.strip() in ("On", "In")
    leading = _LEADING.search(lead[-40:])
    word = leading[1].lower() if leading else ""
    leads = tuple(word in group for group in _LEADS)
    return _Words(opens, leads, dateline_time(at, time), merely_qualifies(at, time), tells_of_speech(at, time), part_of_day(time.text))


def _tellings(draft: Draft, first: str | None, last: str | None) -> list[tuple[str | None, ...]]:
    """What a draft has in common with others of some days: the days, these and the act, and for each party these with and without the act."""
    parties = {*draft.actors, *draft.recipients}
    return [(first, last), (first, last, draft.act), *(key for one in parties for key in ((first, last, draft.act, one), (first, last, "", one)))]


@lru_cache(maxsize=1 << 12)
def _size(first: str | None, last: str | None) -> int:
    """Number of days from first to last."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else 0


@lru_cache(maxsize=1 << 12)
def _away(first: str | None, last: str | None, day: str | None) -> int:
    """Days from the day of writing to the first one, if that is to come; less than 0 if the last one is past; else 0."""
    if not (first and last and day):
        return 0
    return max((date.fromisoformat(first) - date.fromisoformat(day)).days, 0) or min((date.fromisoformat(last) - date.fromisoformat(day)).days, 0)

"""The day of an act, chosen among all that may be meant, by what speaks for each.

What the rules of `event.moments` and `event.dating` found is one candidate; the others are the times of the sentence, of those before it
and behind it, the date that labels its paragraph ("Monday: ...", as in a timeline), the day of writing, and none. A conditional
logit (McFadden 1974) weighs them; its weights are fitted on annotated articles that the text model has not read, by `python -m training.days`
(`days.json` beside the model).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from itertools import accumulate, pairwise
from math import exp, log1p
from pathlib import Path
from typing import NamedTuple

import msgspec

from detente.event.drafts import Draft
from detente.event.moments import UNREAL, dateline_time, event_date, merely_qualifies, tells_of_speech
from detente.event.odds import SURE, log_odds, weigh
from detente.event.scene import Scene, is_headline
from detente.event.turned import turned
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS
from detente.records import STATUSES, EventDate, Status, Time

FILE = "days.json"
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
BACK, AHEAD, LEAD = 4, 1, 5  # sentences before, behind, behind a headline
TIMES, TOLD = 10, 3  # times near an act, and of its act elsewhere, at most
_LABEL = re.compile(r"\s*(?:\([^)\n]*\)\s*)?(?:[:–—]|-+\s|\n)")
_SINCE = re.compile(r"\bsince\s+(?:the\s+|last\s+|early\s+|late\s+)*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by|before)\s+(?:the\s+|next\s+|early\s+|late\s+)*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]")


class Candidate(NamedTuple):
    """Days that an act may have, with what speaks for them: whether they are those found, and the numbers of one part of `FEATURES`, all else 0."""

    date: EventDate
    found: tuple[float, ...]
    part: int
    told: Sequence[float]

    @property
    def row(self) -> tuple[float, ...]:
        """What speaks for them (`FEATURES`)."""
        return (*self.found, *(number for part, size in enumerate(_PARTS) for number in (self.told if part == self.part else [0.0] * size)))

    @property
    def days(self) -> tuple[str | None, str | None]:
        """First and last day."""
        return self.date.first, self.date.last


_OF_TIMES = (
    "in its sentence", "relation", "before the act", "another between", "clause between", "near the act", "distance before", "ahead",
    "in its paragraph", "labels the paragraph", "opens the sentence", "for a headline", "for a headline, of its act",
    "of its act elsewhere", "of its act and party elsewhere", "ahead and unreal", "ahead and real", "past and planned", "past and asked",
    "age if real",
    "a day", "a week", "a month", "a year", "longer", "duration", "part of a day", "since, ongoing", "since, else", "until", "dateline", "qualifies",
    "of speech", "own sentence has times", "best relation there", "spoken, before", "same days elsewhere",
    "other side", "nearness ahead", *(f"other side, {status}" for status in STATUSES), *(f"other side, past, {status}" for status in STATUSES),
)  # fmt: skip
_OF_OTHERS = ("bias", "sentence has times", "best relation", "headline", "labelled", "spoken", *STATUSES)
_FOUND = ("found", "found beside it", "found near it")
FEATURES = (
    *_FOUND, *_OF_TIMES, *(f"day: {name}" for name in _OF_OTHERS), *(f"none: {name}" for name in _OF_OTHERS),
)  # fmt: skip
_PARTS = (len(_OF_TIMES), len(_OF_OTHERS), len(_OF_OTHERS), 0)  # of times, of the day of writing, of none, of what the rules found elsewhere
_TIME, _DAY, _NONE, _ELSE = range(4)
_NOTHING = (0.0,) * len(_FOUND)

_STATUS = {status: tuple(float(status == one) for one in STATUSES) for status in STATUSES}
_NO_STATUS = (0.0,) * len(STATUSES)


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `FEATURES`; other days must be ahead of those found by `margin` (in probability)."""

    weights: tuple[float, ...]
    margin: float = 0.0


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(FEATURES))


def settle_days(drafts: Sequence[Draft], stage: Sequence[Scene], text: str, folder: Path) -> None:
    """Give drafts likelier days than those found, in place; all are judged before the first is changed."""
    weights = load(folder)
    if weights is None:
        return
    book = Book(drafts, stage, text)
    chosen = [choose(book.candidates(index), weights, draft.date) for index, draft in enumerate(drafts)]
    for draft, days in zip(drafts, chosen, strict=True):
        draft.date = days


def choose(candidates: Sequence[Candidate], weights: Weights, found: EventDate) -> EventDate:
    """The likeliest days; the candidates of one span of days count together."""
    first, *parts = _parts(weights)
    odds: dict[tuple[str | None, str | None], float] = defaultdict(float)
    shown: dict[tuple[str | None, str | None], tuple[float, EventDate]] = {}
    for candidate in candidates:
        value = exp(weigh(first, candidate.found) + weigh(parts[candidate.part], candidate.told))
        days = candidate.days
        odds[days] += value
        if value > shown.get(days, (0.0, found))[0]:
            shown[days] = value, candidate.date
    here = found.first, found.last
    best = max(odds, key=odds.__getitem__)
    ahead = (odds[best] - odds[here]) / sum(odds.values())
    return found if best == here or ahead < weights.margin else shown[best][1]


@lru_cache(maxsize=2)
def _parts(weights: Weights) -> tuple[tuple[float, ...], ...]:
    """The weights of whether days are those found, and of each part of `FEATURES`."""
    ends = list(accumulate(_PARTS, initial=len(_FOUND)))
    return weights.weights[: ends[0]], *(weights.weights[first:last] for first, last in pairwise(ends))


class Book:
    """What the drafts of one article and its sentences tell of days."""

    def __init__(self, drafts: Sequence[Draft], stage: Sequence[Scene], text: str) -> None:
        self.drafts, self.stage, self.text = drafts, stage, text
        self.labels = _labels(stage, text)
        self.dated: Counter[tuple[str | None, ...]] = Counter()  # drafts by days and act, and by these and a party
        self._told = [draft.date if draft.date.basis != "article" else EventDate() for draft in drafts]
        for draft in drafts:
            if draft.date.basis != "article":
                self.dated.update(_tellings(draft, draft.date))
        self.told: dict[str, list[tuple[Scene, Time]]] = defaultdict(list)  # the times of each act, in the text's order
        starts: dict[str, set[int]] = defaultdict(set)
        for draft in drafts:
            if draft.date.basis == "text":
                found = next((time for time in draft.scene.times if time.text == draft.date.text), None)
                if found and found.start not in starts[draft.act]:
                    starts[draft.act].add(found.start)
                    self.told[draft.act].append((draft.scene, found))
        for one in self.told.values():
            one.sort(key=lambda row: row[0].index)
        self.often: dict[tuple[str | None, str | None], int] = defaultdict(int)
        for scene in stage:
            for time in scene.times:
                self.often[time.first, time.last] += 1
        self._words: dict[int, _Words] = {}
        self._days: dict[tuple[int, bool, Status], list[tuple[EventDate, bool]]] = {}

    def candidates(self, index: int) -> list[Candidate]:
        """All days that the draft at `index` may have."""
        draft = self.drafts[index]
        scene = draft.scene
        own = [t for t in scene.times if t.first]
        relations = {t.start: log_odds(scene.relation("date", draft.trigger, (t.start, t.end))) + SURE for t in own}
        best = max(relations.values(), default=0.0)
        near = [(at, time, relations.get(time.start, 0.0)) for at, time in self._times(draft)]
        read = [(at, time, days, relation) for at, time, relation in near for days in self._readings(draft, at, time)]
        headline = is_headline(scene, self.text)
        found = [self._of_days(index, at, time, *days, relation, len(own), best, headline) for at, time, days, relation in read]
        others = (1.0, bool(own), best, headline, scene.index in self.labels, draft.act in SPOKEN, *_STATUS[draft.status])
        if scene.day:
            found.append(self._candidate(draft, EventDate(first=scene.day, last=scene.day), _DAY, others))
        found.append(self._candidate(draft, EventDate(), _NONE, others))
        if all(one.days != (draft.date.first, draft.date.last) for one in found):
            found.append(self._candidate(draft, draft.date, _ELSE, ()))
        return found

    @staticmethod
    def _candidate(draft: Draft, days: EventDate, part: int, told: Sequence[float]) -> Candidate:
        date = draft.date
        if days.first != date.first or days.last != date.last:
            return Candidate(days, _NOTHING, part, told)
        return Candidate(days, (1.0, date.basis == "text", date.basis == "context"), part, told)

    def _times(self, draft: Draft) -> list[tuple[Scene, Time]]:
        """The times that may be meant: of the sentence, the nearest before and behind it, those of its act elsewhere, the label of its paragraph."""
        stage, scene, at = self.stage, draft.scene, draft.scene.index
        near = [scene, *reversed(stage[max(at - BACK, 0) : at]), *stage[at + 1 : at + 1 + (LEAD if at == 0 else AHEAD)]]
        found = [(one, time) for one in near for time in one.times if time.first][: TIMES + len(scene.times)]
        seen = {time.start for _, time in found}
        told, far = self.told[draft.act], TOLD + len(seen)  # so many on either side, in a long text of thousands
        first = bisect_left(told, at, key=lambda one: one[0].index)
        beside = told[max(first - far, 0) : bisect_right(told, at, lo=first, key=lambda one: one[0].index) + far]
        found += nsmallest(TOLD, (one for one in beside if one[1].start not in seen), key=lambda one: abs(one[0].index - at))
        label = self.labels.get(at)
        return found if label is None or any(time is label[1] for _, time in found) else [*found, label]

    def _readings(self, draft: Draft, at: Scene, time: Time) -> list[tuple[EventDate, bool]]:
        """The days of a time, and those that its words would have on the other side of the day of writing; whether they are not the time's own."""
        here = at is draft.scene
        key = time.start, here, draft.status
        if key not in self._days:
            days = event_date(at, time, "text" if here else "context", draft.status)
            other = turned(days.text, days.first, days.last, at.day)
            both = [days] if other is None else [days, msgspec.structs.replace(days, first=other[0], last=other[1])]
            self._days[key] = [(one, other is not None and one.first != time.first) for one in both]
        return self._days[key]

    def _of_days(
        self, index: int, at: Scene, time: Time, days: EventDate, other: bool, relation: float, several: int, best: float, title: bool
    ) -> Candidate:
        draft = self.drafts[index]
        scene, trigger = draft.scene, draft.trigger
        here = at is scene
        words = self._words.get(time.start) or self._words.setdefault(time.start, _words(at, time))
        unreal = draft.status in UNREAL
        ahead = bool(scene.day and (days.last or "") > scene.day)
        size = _size(days.first, days.last)
        between = self.text[time.end : trigger[0]] if time.end <= trigger[0] else self.text[trigger[1] : time.start]
        headline = not here and title
        tellings = _tellings(draft, days)
        told = self._told[index]
        itself = told.basis != "article" and (days.first, days.last) == (told.first, told.last)
        alike, *shared = [self.dated.get(one, 0) > itself for one in tellings]
        label = self.labels.get(scene.index, (None, None))[1] is time
        before = not here and at.index < scene.index
        row = (
            here, relation, here and time.end <= trigger[0],
            here and any(t is not time and min(time.end, trigger[1]) <= t.start < max(time.start, trigger[0]) for t in scene.times),
            here and bool(_CLAUSE.search(between)), 1 / (1 + len(between) / 20) if here else 0.0,
            log1p(scene.index - at.index) if before else 0.0, at.index > scene.index and not headline,
            before and "\n" not in self.text[at.end : scene.start], label, words.opens, headline,
            headline and alike, alike, any(shared),
            ahead and unreal, ahead and not unreal, not ahead and draft.status == "planned",
            not ahead and draft.status in ("called_for", "conditional"),
            0.0 if unreal else log1p(_age(days.last, scene.day)) / 3,
            size == 1, 1 < size <= 7, 7 < size <= 31, 31 < size <= 366, size > 366,
            time.type == "DURATION", time.type == "TIME", words.since and draft.status == "ongoing", words.since and draft.status != "ongoing",
            words.until, words.dateline, words.qualifies, words.of_speech,
            not here and several > 0, 0.0 if here else best, before and draft.act in SPOKEN, log1p(self.often[time.first, time.last] - 1),
            other, 1 / (1 + _ahead(days.first, scene.day)) if ahead else 0.0,
            *(_STATUS[draft.status] if other else _NO_STATUS), *(_STATUS[draft.status] if other and not ahead else _NO_STATUS),
        )  # fmt: skip
        return self._candidate(draft, days, _TIME, row)


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


class _Words(NamedTuple):
    """What the words around a time tell, whichever the act."""

    opens: bool
    since: bool
    until: bool
    dateline: bool
    qualifies: bool
    of_speech: bool


def _words(at: Scene, time: Time) -> _Words:
    lead = at.text[: time.start - at.start]
    opens = not lead.strip("“\"' ") or lead.strip() in ("On", "In")
    spoken = tells_of_speech(at, time)
    return _Words(opens, bool(_SINCE.search(lead)), bool(_UNTIL.search(lead)), dateline_time(at, time), merely_qualifies(at, time), spoken)


def _tellings(draft: Draft, days: EventDate) -> list[tuple[str | None, ...]]:
    """What a draft has in common with others of its act on some days: the days and the act, and these with each party."""
    own = days.first, days.last, draft.act
    return [own, *((*own, party) for party in {*draft.actors, *draft.recipients})]


@lru_cache(maxsize=1 << 12)
def _size(first: str | None, last: str | None) -> int:
    """Number of days from first to last."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else 0


@lru_cache(maxsize=1 << 12)
def _ahead(first: str | None, day: str | None) -> int:
    """Days from the day of writing to the first one, if it is to come."""
    return max((date.fromisoformat(first) - date.fromisoformat(day)).days, 0) if day and first else 0


@lru_cache(maxsize=1 << 12)
def _age(last: str | None, day: str | None) -> int:
    """Days from the last one to the day of writing, if it is past."""
    return max((date.fromisoformat(day) - date.fromisoformat(last)).days, 0) if day and last else 0

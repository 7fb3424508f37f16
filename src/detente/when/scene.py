"""What an expression is read against: the reference day of its part of the article and what was dated before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from detente.records import Time, Update
from detente.when.calendar import parse_day
from detente.when.tokens import Token

_YEAR = len("2021")
_OPENING = re.compile(r"\W*(?:(?:in|by|during|from|since|until|after|early|late|mid|the|end|of|start|and|but|then)\b\W*)*", re.IGNORECASE)
_BACKWARDS = "LG"


class Reading(NamedTuple):
    """TIMEX3 type and value of an expression; days only where the value does not tell them."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    first: str | None = None
    last: str | None = None


class Anchor(NamedTuple):
    """A date that the text has named: its first day, its TIMEX3 value, and where its words end."""

    day: date
    value: str
    end: int


@dataclass(slots=True)
class Scene:
    """State while one article is read from its start to its end.

    `row` and `tokens` are the text as the grammar sees it. `latest` is the date last named, `anchor` the one that
    counts on, `anchor_day` the last that is a single day, `quarter` the latest quarter named that is over. A text
    that `narrates` tells of the past: its dates count from those before them and not from the day of publication. One
    that `looks_back` is no calendar of what is to come. One on `business` compares quarters with those a year before.
    `issued` is the day of publication where a dateline tells that the text was written before it (`published` is then the day of writing).
    """

    flat: str
    sentences: Sequence[tuple[int, int]]
    published: date | None
    updates: Sequence[Update]
    row: str
    tokens: Sequence[Token]
    day_first: bool = True
    narrates: bool = False
    looks_back: bool = True
    business: bool = False
    issued: date | None = None
    latest: Anchor | None = None
    anchor: Anchor | None = None
    anchor_day: Anchor | None = None
    quarter: Anchor | None = None
    _starts: list[int] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self._starts = [start for start, _ in self.sentences]

    def published_at(self, position: int) -> date | None:
        """The day on which the words at `position` were published."""
        day = self.published
        for update in self.updates:
            if update.start <= position and update.date:
                day = parse_day(update.date) or day
        return day

    def issued_at(self, position: int) -> date | None:
        """The day on which the words at `position` appeared: "yesterday" in a paper counts from its own day, "today" from the day of writing."""
        day = self.published_at(position)
        return self.issued if day == self.published else day

    def sentence(self, position: int) -> tuple[int, int]:
        """Span of the sentence around `position`; the whole text if it stands in none."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.sentences[index][1]:
            return self.sentences[index]
        return 0, len(self.flat)

    def remember(self, time: Time, letters: str) -> None:
        """Later expressions ("two days earlier", "that year") count from the dates named before them."""
        day = parse_day(time.first)
        if day is None or time.value is None or time.type not in ("DATE", "TIME"):
            return
        anchor = Anchor(day, time.value, time.end)
        self.latest = anchor
        if self.narrates and self._is_aside(time, letters):
            return
        self.anchor = anchor
        if time.first == time.last:
            self.anchor_day = anchor
        day_of_writing = self.published_at(time.start)
        over = time.last is not None and (day_of_writing is None or time.last < day_of_writing.isoformat())
        if "-Q" in time.value and over and (self.quarter is None or day >= self.quarter.day):
            self.quarter = anchor  # the one reported on, not the one it is compared with

    def _is_aside(self, time: Time, letters: str) -> bool:
        """Whether a history looks back ("the previous year") or names a year in passing, and goes on from where it was."""
        if any(letter in _BACKWARDS for letter in letters):
            return True
        if self.anchor is None or time.value is None or len(time.value) > _YEAR:
            return False
        return time.value == self.anchor.value[:_YEAR] or not _OPENING.fullmatch(self.flat, self.sentence(time.start)[0], time.start)

"""What an expression is read against: the reference day of its part of the article and what was dated before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from detente.records import Update
from detente.when.calendar import parse_day
from detente.when.tense import Tense, tense_at
from detente.when.tokens import Token

_AHEAD = frozenset({"by", "until", "till", "before"})  # a day that one waits for


class Reading(NamedTuple):
    """TIMEX3 type and value of an expression; days only where the value does not tell them."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    first: str | None = None
    last: str | None = None


@dataclass(slots=True)
class Scene:
    """State while one article is read from its start to its end."""

    flat: str
    sentences: Sequence[tuple[int, int]]
    published: date | None
    updates: Sequence[Update]
    anchor: date | None = None
    anchor_value: str | None = None
    day_first: bool = True
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [start for start, _ in self.sentences]

    def reference(self, position: int) -> date | None:
        """The day on which the words at `position` were published."""
        day = self.published
        for update in self.updates:
            if update.start <= position and update.date:
                day = parse_day(update.date) or day
        return day

    def sentence(self, position: int) -> tuple[int, int]:
        """Span of the sentence around `position`; the whole text if it stands in none."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self.sentences[index][1]:
            return self.sentences[index]
        return 0, len(self.flat)


@dataclass(slots=True)
class Found:
    """An expression as the grammar found it: class letters and tokens from `first` on, in their scene."""

    scene: Scene
    letters: str
    tokens: list[Token]
    row: str
    index: int

    @property
    def reference(self) -> date | None:
        """Publication day of the part of the article around the expression."""
        return self.scene.reference(self.tokens[0].start)

    def tense(self) -> Tense:
        """Direction of the verb that the expression goes with."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        lead = self.scene.flat[max(0, start - 12) : start].split()
        if lead and lead[-1].lower() in _AHEAD:
            return "future"
        return tense_at(self.scene.flat, start, end, self.scene.sentence(start))

    def first(self, classes: str) -> Token | None:
        """The first token of one of these classes."""
        for letter, token in zip(self.letters, self.tokens, strict=True):
            if letter in classes:
                return token
        return None

    def number(self, classes: str) -> int | None:
        """Value of the first token of one of these classes, as a whole number."""
        token = self.first(classes)
        return int(token.value) if token is not None and not isinstance(token.value, str) else None

    def before(self) -> str:
        """Class letter of the token before the expression; a line end at the start of the text."""
        return self.row[self.index - 1] if self.index else "|"

    def after(self) -> str:
        """Class letter of the token after the expression; a line end at the end of the text."""
        end = self.index + len(self.letters)
        return self.row[end] if end < len(self.row) else "|"

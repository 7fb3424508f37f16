"""An expression as the grammar found it, with what its reading asks of the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.when.scene import Scene
from detente.when.tense import Tense, tense_at
from detente.when.tokens import Token

_LATELY = 31  # days
_MONTH = len("2021-06")
_NEARBY = 300  # code points, about two sentences


@dataclass(slots=True)
class Found:
    """An expression as the grammar found it: class letters and tokens from `index` on, in their scene."""

    scene: Scene
    letters: str
    tokens: Sequence[Token]
    index: int

    @property
    def published(self) -> date | None:
        """Publication day of the part of the article around the expression."""
        return self.scene.published_at(self.tokens[0].start)

    @property
    def issued(self) -> date | None:
        """The day on which the part of the article around the expression appeared."""
        return self.scene.issued_at(self.tokens[0].start)

    @property
    def reference(self) -> date | None:
        """The day to count from: that of publication, or where the text narrates that of the date last named."""
        anchor = self.scene.anchor if self.scene.narrates else None
        return anchor.day if anchor else self.published

    def anchored(self, unit: str) -> date | None:
        """The day that "the same" or "the following" unit counts from; `reference` if the text has named none."""
        latest = self.scene.latest
        exact = unit in ("D", "TH", "TM", "TS") or (unit in ("W", "F") and latest is not None and len(latest.value) <= _MONTH)
        anchor = self.scene.anchor_day if exact else latest
        return anchor.day if anchor else self.reference

    def told_before(self) -> bool:
        """Whether a past verb goes with the expression in a text that has just told of a day long gone: it counts from there."""
        latest, published = self.scene.latest, self.published
        if latest is None or published is None or self.tokens[0].start - latest.end > _NEARBY:
            return False
        return (published - latest.day).days > _LATELY and self.tense() == "past"

    def tense(self) -> Tense:
        """Direction of the verb that the expression goes with."""
        if self.scene.narrates:
            return None
        if self.scene.looks_back and self.labels():
            return "past"
        start, end = self.tokens[0].start, self.tokens[-1].end
        return tense_at(self.scene.flat, start, end, self.scene.sentence(start))

    def labels(self) -> bool:
        """Whether the expression labels what follows, as in a list of days: it opens a line and is set off by a colon or a dash."""
        return self.before() == "|" and self.after() in ":-"

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

    def lead(self) -> str:
        """The word before the expression in lower case; empty at the start of a line."""
        return self.scene.tokens[self.index - 1].word if self.index else ""

    def told_day(self) -> date | None:
        """The day of a time of day that names none: the one just named, unless it lies ahead of what is told."""
        anchor, published = self.scene.anchor_day, self.published
        if self.scene.narrates or published is None:
            return anchor.day if anchor else published
        if anchor is None or self.tokens[0].start - anchor.end > _NEARBY or (published - anchor.day).days > _LATELY:
            return published
        return published if anchor.day > published and self.tense() == "past" else anchor.day

    def words(self) -> set[str]:
        """The words of the expression in lower case."""
        return {token.word for token in self.tokens}

    def before(self) -> str:
        """Class letter of the token before the expression; a line end at the start of the text."""
        return self.scene.row[self.index - 1] if self.index else "|"

    def after(self) -> str:
        """Class letter of the token after the expression; a line end at the end of the text."""
        end = self.index + len(self.letters)
        return self.scene.row[end] if end < len(self.scene.row) else "|"

    def following(self) -> Token | None:
        """The token after the expression."""
        end = self.index + len(self.letters)
        return self.scene.tokens[end] if end < len(self.scene.tokens) else None

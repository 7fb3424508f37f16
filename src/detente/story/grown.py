"""A story while it grows: sums over its articles, from which its likeness to another one follows without looking at the articles again."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, Any]

TOPIC = 0.3
SHORT = 17.0
SILENCE = 0.3
PACE = 1.0
YEARS = 0.12
#: Words that a story keeps.
KEPT = 600


class Grown:
    """Articles of one story; a new one has one article.

    Args:
        ident: the article's id.
        words: its words with their weights, a vector of length 1.
        topic: its topic vector, of length 1.
        day: its day as an ordinal; None if not known.
        year: where the day is not known, the last year that it names.
    """

    __slots__ = ("articles", "first", "last", "length", "topic", "words", "years")

    def __init__(self, ident: str, words: Mapping[str, float], topic: Vector, day: int | None, year: int | None = None) -> None:
        self.articles = [ident]
        self.words = dict(words)
        self.topic = topic
        self.length = len(words)
        self.first = self.last = day
        self.years = Counter([] if year is None else [year])

    @property
    def size(self) -> int:
        """The number of its articles."""
        return len(self.articles)

    def likeness(self, other: Grown) -> float:
        """The mean likeness of the articles of both, in relation to what texts of their length can share, less what silence costs."""
        small, large = (self.words, other.words) if len(self.words) <= len(other.words) else (other.words, self.words)
        shared = sum([weight * large[word] for word, weight in small.items() if word in large])
        mean = (TOPIC * float(self.topic @ other.topic) + (1 - TOPIC) * shared) / (self.size * other.size)
        reach = max(min(self.length / self.size, other.length / other.size), 1.0)
        return mean * (reach + SHORT) / reach - SILENCE * math.log1p(self.silence(other)) - YEARS * self.other_years(other)

    def silence(self, other: Grown) -> float:
        """Days between both, for a story that has gone on for days in relation to them; 0 where a day is not known."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0.0
        early, late = (self, other) if self.first <= other.first else (other, self)
        return max(late.first - early.last, 0) / (1 + PACE * (early.last - early.first))  # type: ignore[operator]

    def other_years(self, other: Grown) -> float:
        """Of the pairs of articles that both name a year the share in which it is another one; 0 where none do."""
        known = self.years.total() * other.years.total()
        return 1 - sum(number * other.years[year] for year, number in self.years.items()) / known if known else 0.0

    def take(self, other: Grown) -> None:
        """Take in the articles of another one."""
        self.articles += other.articles
        self.length += other.length
        self.topic = self.topic + other.topic
        self.years += other.years
        self.first = min((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, other.last) if day is not None), default=None)
        for word, weight in other.words.items():
            self.words[word] = self.words.get(word, 0.0) + weight

    def forget(self) -> list[str]:
        """Drop the lightest words of a story that has many; returns them."""
        if len(self.words) <= 2 * KEPT:
            return []
        dropped = sorted(self.words, key=lambda word: (self.words[word], word))[:-KEPT]
        for word in dropped:
            del self.words[word]
        return dropped

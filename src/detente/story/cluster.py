"""Articles into stories day by day: agglomerative clustering by average link (Sokal and Michener 1958) over a window of days.

The articles of a day wait until it is over. Then the two most alike of all, articles or stories, are joined first, and so on down to `JOIN`:
no article has to choose before its like have come, and the order within a day makes no difference. The likeness of two stories is the mean
of the likeness of their articles (`grown`). Who is looked at is found by weighty words in common.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from detente.story.grown import Grown
from detente.story.words import Bag, Vocabulary, last_year

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, Any]

WINDOW = 21
JOIN = 0.38
#: Words by which stories are looked up, and stories that are looked at.
KEYS, CANDIDATES = 24, 12
#: Articles that wait at most. More of one day, or without a day, are taken in parts.
WAITING = 1000


class Clusters:
    """Stories of a window of days; articles come in order of their day.

    Args:
        ranks: words by rank of frequency in English (`TopicModel.ranks`).
        window: days after its last article in which a story can grow.
    """

    def __init__(self, ranks: Mapping[str, int], window: int = WINDOW) -> None:
        self.window = window
        self.closed: list[list[str]] = []
        self._vocabulary = Vocabulary(ranks)
        self._waiting: list[tuple[str, Bag, Vector, int | None, int | None]] = []
        self._open: dict[int, Grown] = {}
        self._near: dict[int, set[int]] = {}
        self._index: dict[str, dict[int, float]] = defaultdict(dict)
        self._next, self._today = 0, -1

    def add(self, ident: str, text: str, topic: Vector, day: int | None = None) -> None:
        """Take an article; it is put into a story when its day is over.

        Args:
            ident: the article's id.
            text: title and text.
            topic: its topic vector, of length 1.
            day: its day as an ordinal; None if not known.
        """
        if len(self._waiting) >= WAITING or (day is not None and day > self._today):
            self._settle()
        if day is not None and day > self._today:
            self._today = day
            self._close(day - self.window)
        bag = Bag.of(text)
        self._vocabulary.add(bag, day)
        self._waiting.append((ident, bag, topic, day, last_year(text) if day is None else None))

    def stories(self) -> list[list[str]]:
        """The ids of the articles of every story."""
        self._settle()
        return [*self.closed, *(story.articles for story in self._open.values())]

    def _settle(self) -> None:
        """Put the articles that wait into stories."""
        new = []
        for ident, bag, topic, day, year in self._waiting:
            self._next += 1
            self._open[self._next] = Grown(ident, self._vocabulary.weigh(bag), topic, day, year)
            self._list(self._next)
            new.append(self._next)
        self._waiting.clear()
        self._near = defaultdict(set)
        pairs = {(min(one, other), max(one, other)) for one in new for other in self._alike(one)}
        heap: list[tuple[float, int, int]] = []
        for one, other in pairs:
            self._pair(one, other, heap)
        heapq.heapify(heap)
        while heap:
            _, one, other = heapq.heappop(heap)
            if one in self._open and other in self._open:
                self._join(one, other, heap)

    def _alike(self, number: int) -> list[int]:
        """Stories that share weighty words with one, most of them first."""
        found: dict[int, float] = defaultdict(float)
        words = self._open[number].words
        for word in list(words)[:KEYS]:
            weight = words[word]
            for other, theirs in self._index[word].items():
                found[other] += weight * theirs
        found.pop(number, None)
        return sorted(found, key=lambda other: (-found[other], other))[:CANDIDATES]

    def _pair(self, one: int, other: int, heap: list[tuple[float, int, int]]) -> None:
        self._near[one].add(other)
        self._near[other].add(one)
        likeness = self._open[one].likeness(self._open[other])
        if likeness >= JOIN:
            heap.append((-likeness, one, other))

    def _join(self, one: int, other: int, heap: list[tuple[float, int, int]]) -> None:
        """Put two stories together as a new one, and compare it with all that were near to either."""
        self._next += 1
        near = (self._near.pop(one) | self._near.pop(other)) - {one, other}
        story, taken = self._remove(one), self._remove(other)
        story.take(taken)
        story.forget()
        self._open[self._next] = story
        self._list(self._next)
        for third in sorted(near):
            if third in self._open:
                self._near[third] -= {one, other}
                found: list[tuple[float, int, int]] = []
                self._pair(third, self._next, found)
                for pair in found:
                    heapq.heappush(heap, pair)

    def _list(self, number: int) -> None:
        story = self._open[number]
        for word, weight in story.words.items():
            self._index[word][number] = weight / story.size

    def _close(self, before: int) -> None:
        self._vocabulary.forget(before)
        for number in [n for n, story in self._open.items() if story.last is not None and story.last < before]:
            self.closed.append(self._remove(number).articles)

    def _remove(self, number: int) -> Grown:
        story = self._open.pop(number)
        for word in story.words:
            found = self._index[word]
            del found[number]
            if not found:
                del self._index[word]
        return story

"""Articles into stories as they arrive: online clustering by average link, with mergers, over a window of days.

The likeness of an article and a story is the mean of its likeness to each of the story's articles: `TOPIC` parts cosine of topic vectors,
the rest cosine of weighted words. Since vectors are summed, that mean is one product. Short texts share fewer words, so the likeness is
put in relation to what texts of that length can share; days of silence count against it, as forgetting does, less and less a day. An
article joins the story that is most like it from `JOIN` on, else begins one; a story that has grown takes in another that is like it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from detente.story.words import Bag, Vocabulary

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, Any]

WINDOW = 21
JOIN, MERGE = 0.44, 0.48
TOPIC = 0.3
SHORT = 17.0
SILENCE = 0.15
#: Words by which stories are looked up, stories that are looked at, and words that a story keeps.
KEYS, CANDIDATES, KEPT = 24, 12, 600


class Open:
    """A story that can still grow: sums over its articles."""

    __slots__ = ("articles", "last", "topic", "weight", "words")

    def __init__(self, topic: Vector) -> None:
        self.articles: list[str] = []
        self.words: dict[str, float] = {}
        self.topic = topic * 0
        self.weight = 0.0
        self.last: int | None = None

    @property
    def size(self) -> int:
        """The number of its articles."""
        return len(self.articles)

    def length(self) -> float:
        """The mean number of different words that count."""
        return self.weight / max(self.size, 1)


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
        self._open: dict[int, Open] = {}
        self._index: dict[str, dict[int, float]] = defaultdict(dict)
        self._next, self._today = 0, -1

    def add(self, ident: str, text: str, topic: Vector, day: int | None = None) -> None:
        """Put an article into a story.

        Args:
            ident: the article's id.
            text: title and text.
            topic: its topic vector, of length 1.
            day: its day as an ordinal; None if not known.
        """
        if day is not None and day > self._today:
            self._today = day
            self._close(day - self.window)
        bag = Bag.of(text)
        words = self._vocabulary.weigh(bag)
        self._vocabulary.add(bag, day)
        alike = self._alike(words, topic, day)
        number = alike[0][1] if alike and alike[0][0] >= JOIN else self._begin(topic)
        self._join(number, ident, words, topic, day)
        self._merge(number, [other for likeness, other in alike if other != number and likeness >= JOIN / 2])

    def stories(self) -> list[list[str]]:
        """The ids of the articles of every story, in the order of arrival."""
        return [*self.closed, *(story.articles for story in self._open.values())]

    def _alike(self, words: Mapping[str, float], topic: Vector, day: int | None) -> list[tuple[float, int]]:
        """Stories that share weighty words, the most alike first."""
        found: dict[int, float] = defaultdict(float)
        for word in list(words)[:KEYS]:
            weight = words[word]
            for number, other in self._index.get(word, {}).items():
                found[number] += weight * other / self._open[number].size
        near = sorted(found, key=lambda number: (-found[number], number))[:CANDIDATES]
        alike = [(self._likeness(self._open[n], words, topic, 1, len(words), day), n) for n in near]
        return sorted(alike, key=lambda pair: (-pair[0], pair[1]))

    def _likeness(self, story: Open, words: Mapping[str, float], topic: Vector, size: int, length: float, day: int | None) -> float:
        theirs = story.words
        shared = math.fsum([words[word] * theirs[word] for word in words.keys() & theirs.keys()])  # in any order the same
        mean = (TOPIC * float(story.topic @ topic) + (1 - TOPIC) * shared) / (story.size * size)
        reach = min(length, story.length())
        gap = abs(day - story.last) if day is not None and story.last is not None else 0
        return mean * (reach + SHORT) / max(reach, 1.0) - SILENCE * math.log1p(gap)

    def _begin(self, topic: Vector) -> int:
        self._next += 1
        self._open[self._next] = Open(topic)
        return self._next

    def _join(self, number: int, ident: str, words: Mapping[str, float], topic: Vector, day: int | None) -> None:
        story = self._open[number]
        story.articles.append(ident)
        story.weight += len(words)
        story.topic = story.topic + topic
        story.last = day if story.last is None else max(story.last, day if day is not None else story.last)
        self._add_words(number, words)

    def _add_words(self, number: int, words: Mapping[str, float]) -> None:
        story = self._open[number]
        for word, weight in words.items():
            story.words[word] = story.words.get(word, 0.0) + weight
            self._index[word][number] = story.words[word]
        if len(story.words) > 2 * KEPT:
            for word in sorted(story.words, key=lambda word: (story.words[word], word))[:-KEPT]:
                self._drop(word, number)
                del story.words[word]

    def _merge(self, number: int, others: Sequence[int]) -> None:
        """Take in the story that is most like this one, if it is alike enough."""
        story = self._open[number]
        if story.size < 2:
            return
        pairs = [(self._likeness(story, o.words, o.topic, o.size, o.length(), o.last), n) for n in others for o in (self._open[n],)]
        likeness, other = max(pairs, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
        if likeness < MERGE:
            return
        taken = self._remove(other)
        story.articles += taken.articles
        story.weight += taken.weight
        story.topic = story.topic + taken.topic
        if taken.last is not None:
            story.last = max(story.last if story.last is not None else taken.last, taken.last)
        self._add_words(number, taken.words)

    def _close(self, before: int) -> None:
        self._vocabulary.forget(before)
        for number in [n for n, story in self._open.items() if story.last is not None and story.last < before]:
            self.closed.append(self._remove(number).articles)

    def _remove(self, number: int) -> Open:
        story = self._open.pop(number)
        for word in story.words:
            self._drop(word, number)
        return story

    def _drop(self, word: str, number: int) -> None:
        found = self._index[word]
        found.pop(number, None)
        if not found:
            del self._index[word]

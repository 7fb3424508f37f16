"""The words of an article with what they weigh: often in it, rare in English, rare in the news of these days.

How rare a word is in English comes with the tokenizer, whose vocabulary is ordered by frequency; how many articles of the window have it
is learned as they arrive. Either alone misleads: the first knows no current affairs, the second takes the word of the day, which tells the
day's story, for a common one. A word weighs the mean of both.
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_WEBLIKE = re.compile(r"^\s*(?:https?|www)\b[^\n]*$", re.IGNORECASE | re.MULTILINE)
_YEAR = re.compile(r"(?<![\d.,$£€])(?:19[5-9]\d|20[0-4]\d)(?!\d|[.,]\d)")
#: Articles that the vocabulary stands for before the first one is seen.
BACKGROUND = 50.0
#: A word of rank r stands in about a share 1 - exp(-SPREAD / r) of articles (Zipf's law, articles of some hundred words).
SPREAD = 10.0
#: Words up to this rank are too common to tell stories apart.
COMMON = 100
RAREST = 30_000
NAME, NUMBER = 1.4, 1.5


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word in lower case without a possessive, dots and a plural s; no dictionary behind it."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace(".", "").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


class Bag(Counter[str]):
    """How often each word stands in an article; `names` are the words that are never in lower case in it."""

    names: frozenset[str] = frozenset()

    @staticmethod
    def of(text: str) -> Bag:
        """The words of a text, without lines that are web addresses."""
        bag, lower, upper = Bag(), set[str](), set[str]()
        for word, times in Counter(_WORD.findall(_WEBLIKE.sub("", text))).items():
            form = stem(word)
            bag[form] += times
            (upper if word[:1].isupper() else lower).add(form)
        bag.names = frozenset(upper - lower)
        return bag


def last_year(text: str) -> int | None:
    """The latest year from 1950 to 2049 that a text names; None if it names none."""
    return max(map(int, _YEAR.findall(text)), default=None)


class Vocabulary:
    """How many articles of the window have each word; a day's counts go when the day leaves it."""

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._background = {word: (rank, math.log(max(rank, 1) / COMMON), BACKGROUND * _share(rank)) for word, rank in ranks.items()}
        self._seen: Counter[str] = Counter()
        self._articles = 0
        self._days: deque[tuple[int, int, Counter[str]]] = deque()

    def add(self, bag: Bag, day: int | None) -> None:
        """Count the words of an article; one without a day stays for good."""
        self._seen.update(bag.keys())
        self._articles += 1
        if day is None:
            return
        if not self._days or self._days[-1][0] != day:
            self._days.append((day, 0, Counter()))
        _, number, counts = self._days[-1]
        counts.update(bag.keys())
        self._days[-1] = (day, number + 1, counts)

    def forget(self, before: int) -> None:
        """Drop the days before `before`."""
        while self._days and self._days[0][0] < before:
            _, number, counts = self._days.popleft()
            self._articles -= number
            self._seen.subtract(counts)
            for word in counts:
                if self._seen[word] <= 0:
                    del self._seen[word]

    def rarity(self, word: str) -> float:
        """How rare the word is, in English and in the window: the mean of two logarithms; 0 for a common word."""
        rank, rarity, before = self._background.get(word, _UNKNOWN)
        if rank <= COMMON:
            return 0.0
        share = (self._seen.get(word, 0) + before) / (self._articles + BACKGROUND)
        return max(0.0, rarity - math.log(share)) / 2

    def weigh(self, bag: Bag) -> dict[str, float]:
        """The article's words as a vector of length 1, the heaviest first; names and numbers weigh more."""
        found = {word: (1 + math.log(times)) * self._weight(word, bag) for word, times in bag.items()}
        length = math.sqrt(sum(value * value for value in found.values())) or 1.0
        return {word: value / length for word, value in sorted(found.items(), key=lambda item: (-item[1], item[0])) if value > 0}

    def _weight(self, word: str, bag: Bag) -> float:
        rarity = self.rarity(word)
        if word.isdigit():
            return rarity * NUMBER
        return rarity * NAME if word in bag.names else rarity


def _share(rank: int) -> float:
    return 1 - math.exp(-SPREAD / rank)


_UNKNOWN = (RAREST, math.log(RAREST / COMMON), BACKGROUND * _share(RAREST))

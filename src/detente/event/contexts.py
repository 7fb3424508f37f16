"""The contexts of an event: what the text model leans to, and the words of its sentence, headline and story that speak for one.

The model has seen most contexts rarely; a word such as "enrichment" or "ballot" says more than its odds, and so does what the other
acts of the article are about. A logit weighs them, one for all contexts, with how frequent a context is and how often it goes with an act;
its weights are fitted on annotated articles that the text model has not read, by `python -m training.contexts` (`contexts.json` beside
the model). A folder without that file gets the likeliest context and a second one, by cuts chosen on corpus/dev.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from math import exp, log1p
from pathlib import Path

import msgspec

from detente.event.drafts import Draft
from detente.event.odds import weigh
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS

FILE = "contexts.json"
SENTENCE, BESIDE, TITLE, STORY = 1.0, 1.0, 1.0, 5.0  # log odds a word in each; of the story, for the share of all such words
FIRST, SECOND = 0.0, 1.0  # log odds at least of a context, and of a second one, without fitted weights
BEFORE, AFTER = 60, 80  # code points that count as beside the act
MOST = 2  # words that count
FEATURES = (
    "leaning", "chance", "sentence", "beside", "title", "share", "story", "leaning of all", "chance of all", "chance of the headline",
    "likeliest of acts", "likeliest", "second", "behind the likeliest", "first of the story",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `FEATURES`, log odds of each context by itself and beside an act ("ACT context"), and the least chance (0 to 1)."""

    weights: tuple[float, ...]
    usual: dict[str, float]
    acts: dict[str, float]
    least: float


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(FEATURES))


class Contexts:
    """What the words of one article speak for, and, with `weights`, what all its `drafts` lean to."""

    def __init__(self, text: str, drafts: Sequence[Draft] = (), weights: Weights | None = None) -> None:
        story = _spoken_for(text)
        self._story, self._most = story, max(story.values(), default=0)
        self._share = {context: count / max(story.total(), 1) for context, count in story.items()}
        self._title = _spoken_for(text.partition("\n")[0])
        self._weights = weights
        told = [draft for draft in drafts if draft.predicate.leaning]
        self._mean = _mean([draft.predicate.leaning for draft in told])
        chances = [_chances(draft.predicate.leaning) for draft in told]
        self._chance = _mean(chances)
        self._headline = _mean([chance for draft, chance in zip(told, chances, strict=True) if draft.scene.index == 0]) or self._chance
        self._top = Counter(max(draft.predicate.leaning, key=draft.predicate.leaning.__getitem__) for draft in told)

    def of(self, draft: Draft) -> tuple[str, ...]:
        """The contexts that are likely enough, the likeliest first; what the model says if it tells no odds."""
        leaning, weights = draft.predicate.leaning, self._weights
        if not leaning:
            return draft.predicate.contexts
        if weights is None:
            return self._by_words(draft)
        rows = self.rows(draft)
        odds = {
            context: weigh(weights.weights, rows[context]) + weights.usual.get(context, 0.0) + weights.acts.get(f"{draft.act} {context}", 0.0)
            for context in leaning
        }
        return tuple(context for context in sorted(odds, key=lambda context: -odds[context]) if 1 / (1 + exp(-odds[context])) > weights.least)

    def rows(self, draft: Draft) -> dict[str, tuple[float, ...]]:
        """What speaks for each context of a draft (`FEATURES`)."""
        leaning, chances = draft.predicate.leaning, _chances(draft.predicate.leaning)
        first, second = sorted(leaning, key=lambda context: -leaning[context])[:2]
        sentence, beside = self._around(draft)
        return {
            context: (
                odds, chances[context], min(sentence[context], MOST), min(beside[context], MOST), min(self._title[context], 1),
                self._share.get(context, 0.0), log1p(self._story[context]), self._mean.get(context, odds), self._chance.get(context, 0.0),
                self._headline.get(context, 0.0), self._top[context] / max(self._top.total(), 1), float(context == first), float(context == second),
                odds - leaning[first], float(0 < self._most == self._story[context]),
            )
            for context, odds in leaning.items()
        }  # fmt: skip

    def _by_words(self, draft: Draft) -> tuple[str, ...]:
        sentence, beside = self._around(draft)
        odds = {
            context: odds
            + SENTENCE * min(sentence[context], MOST)
            + BESIDE * min(beside[context], MOST)
            + TITLE * min(self._title[context], 1)
            + STORY * self._share.get(context, 0.0)
            for context, odds in draft.predicate.leaning.items()
        }
        first, second = sorted(odds, key=lambda context: -odds[context])[:2]
        return tuple(context for context, cut in ((first, FIRST), (second, SECOND)) if odds[context] > cut)

    @staticmethod
    def _around(draft: Draft) -> tuple[Counter[str], Counter[str]]:
        """What the words of a draft's sentence, and those beside its act, speak for."""
        start = draft.trigger[0] - draft.scene.start
        return _spoken_for(draft.scene.text), _spoken_for(draft.scene.text[max(start - BEFORE, 0) : start + AFTER])


def _chances(leaning: dict[str, float]) -> dict[str, float]:
    return {context: 1 / (1 + exp(-odds)) for context, odds in leaning.items()}


def _mean(tables: Sequence[dict[str, float]]) -> dict[str, float]:
    return {context: sum(table[context] for table in tables) / len(tables) for context in tables[0]} if tables else {}


def _spoken_for(text: str) -> Counter[str]:
    """How many words, or pairs of them, speak for each context."""
    known, opening, found = _words(), _openings(), [word.lower() for word in _WORD.findall(text)]
    pairs = [f"{one} {other}" for one, other in pairwise(found) if one in opening]
    return Counter([context for word in (*found, *pairs) if word in known for context in known[word]])


@cache
def _openings() -> frozenset[str]:
    """The first words of the pairs that speak for a context."""
    return frozenset(word.partition(" ")[0] for word in _words() if " " in word)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Each word with the contexts that it speaks for."""
    rows = resources.files("detente.event").joinpath("context_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known: dict[str, tuple[str, ...]] = {}
    for context, _, words in (row.partition("\t") for row in rows):
        for word in words.split(", "):
            known[word] = (*known.get(word, ()), context)
    return known

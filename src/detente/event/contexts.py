"""The contexts of an event: what the text model leans to, and the words of its sentence, headline and story that speak for one.

The model has seen most contexts rarely; a word such as "enrichment" or "ballot" says more than its odds, and so does what the other
acts of the article are about. A logit weighs them, one for all contexts, with how frequent a context is and how often it goes with an act;
its weights are fitted on annotated articles that the text model has not read, by `python -m training.contexts` (`contexts.json` beside
the model). A folder without that file gets the likeliest context and a second one, by cuts chosen on corpus/dev.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from detente.event.drafts import Draft
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

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
        import numpy as np

        self._story, self._title = _spoken_for(text), _spoken_for(text.partition("\n")[0])
        self._total, self._weights = max(self._story.total(), 1), weights
        told = [draft for draft in drafts if draft.predicate.leaning]
        self._of_all: tuple[Array, ...] | None = None  # mean leaning, mean chance, that of the headline, how often the likeliest
        if told:
            odds = _leanings(told)
            chances, headline = _chances(odds), [draft.scene.index == 0 for draft in told]
            likeliest = np.bincount(odds.argmax(axis=1), minlength=odds.shape[1]) / len(told)
            chance = chances.mean(axis=0)
            self._of_all = odds.mean(axis=0), chance, chances[headline].mean(axis=0) if any(headline) else chance, likeliest

    def of(self, drafts: Sequence[Draft]) -> list[tuple[str, ...]]:
        """The contexts of each draft that are likely enough, the likeliest first; what the model says if it tells no odds."""
        told = [draft for draft in drafts if draft.predicate.leaning]
        found = iter(self._weighed(told, self._weights) if told and self._weights else map(self._by_words, told))
        return [next(found) if draft.predicate.leaning else draft.predicate.contexts for draft in drafts]

    def _weighed(self, drafts: Sequence[Draft], weights: Weights) -> Iterator[tuple[str, ...]]:
        import numpy as np

        names = list(drafts[0].predicate.leaning)
        acts = {draft.act for draft in drafts}
        usual = {act: [weights.usual.get(name, 0.0) + weights.acts.get(f"{act} {name}", 0.0) for name in names] for act in acts}
        odds = self.rows(drafts) @ np.array(weights.weights) + np.array([usual[draft.act] for draft in drafts])
        order, likely = np.argsort(-odds, kind="stable").tolist(), (_chances(odds) > weights.least).tolist()
        for ranked, kept in zip(order, likely, strict=True):
            yield tuple([names[at] for at in ranked if kept[at]])

    def rows(self, drafts: Sequence[Draft]) -> Array:
        """What speaks for each context of drafts [draft, context, number], in the order of their leanings and of `FEATURES`."""
        import numpy as np

        names, odds = list(drafts[0].predicate.leaning), _leanings(drafts)
        every, of = np.arange(len(drafts)), np.arange(len(names))
        first, second = np.argsort(-odds, kind="stable")[:, :2].T
        told = {draft.scene.index: _spoken_for(draft.scene.text) for draft in drafts}
        around = [(told[draft.scene.index], self._beside(draft)) for draft in drafts]
        sentence, beside = (np.minimum([_counts(one, names) for one in side], MOST) for side in zip(*around, strict=True))
        title, story = np.minimum(_counts(self._title, names), 1), np.array(_counts(self._story, names))
        nothing = np.zeros(len(names))
        numbers = (
            odds, _chances(odds), sentence, beside, title, story / self._total, np.log1p(story), *(self._of_all or (odds, *[nothing] * 3)),
            of == first[:, None], of == second[:, None], odds - odds[every, first][:, None], (story > 0) & (story == story.max()),
        )  # fmt: skip
        rows = np.empty((*odds.shape, len(FEATURES)))
        for at, number in enumerate(numbers):
            rows[:, :, at] = number
        return rows

    def _by_words(self, draft: Draft) -> tuple[str, ...]:
        sentence, beside = _spoken_for(draft.scene.text), self._beside(draft)
        odds = {
            context: odds
            + SENTENCE * min(sentence[context], MOST)
            + BESIDE * min(beside[context], MOST)
            + TITLE * min(self._title[context], 1)
            + STORY * self._story[context] / self._total
            for context, odds in draft.predicate.leaning.items()
        }
        first, second = sorted(odds, key=lambda context: -odds[context])[:2]
        return tuple(context for context, cut in ((first, FIRST), (second, SECOND)) if odds[context] > cut)

    @staticmethod
    def _beside(draft: Draft) -> Counter[str]:
        """What the words beside a draft's act speak for."""
        start = draft.trigger[0] - draft.scene.start
        return _spoken_for(draft.scene.text[max(start - BEFORE, 0) : start + AFTER])


def _chances(odds: Array) -> Array:
    import numpy as np

    result: Array = 1 / (1 + np.exp(-odds))
    return result


def _leanings(drafts: Sequence[Draft]) -> Array:
    """The log odds of all contexts [draft, context]; the model tells those of the same ones for each act."""
    import numpy as np

    return np.array([list(draft.predicate.leaning.values()) for draft in drafts])


def _counts(found: Counter[str], names: Sequence[str]) -> list[int]:
    return [found.get(name, 0) for name in names] if found else [0] * len(names)


def _spoken_for(text: str) -> Counter[str]:
    """How many words, or pairs of them, speak for each context."""
    known, opening, found = _words(), _openings(), _WORD.findall(text.lower())
    pairs = [f"{one} {other}" for one, other in pairwise(found) if one in opening]
    speaking = [context for word in (*found, *pairs) if word in known for context in known[word]]
    return Counter(speaking) if speaking else Counter()


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

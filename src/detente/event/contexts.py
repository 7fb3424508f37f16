"""The contexts of an event: what the text model leans to, and the words of its sentence, headline and story that speak for one.

The model has seen most contexts rarely; a word such as "enrichment" or "ballot" says more than its odds. Weights and cut were chosen
on corpus/dev.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources
from itertools import pairwise

from detente.event.drafts import Draft

SENTENCE, BESIDE, TITLE, STORY = 1.0, 1.0, 1.0, 5.0  # log odds a word in each; of the story, for the share of all such words
SECOND = 1.0  # what a second context must be surer by, in log odds
BEFORE, AFTER = 60, 80  # code points that count as beside the act
MOST = 2  # words that count
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Contexts:
    """What the words of one article speak for."""

    def __init__(self, text: str) -> None:
        story = _spoken_for(text)
        self._share = {context: count / max(story.total(), 1) for context, count in story.items()}
        self._title = _spoken_for(text.partition("\n")[0])
        self._sentences: dict[int, Counter[str]] = {}

    def of(self, draft: Draft) -> tuple[str, ...]:
        """The likeliest context of a draft's act if it is likely enough, and a second one that is surer still; else what the model says."""
        leaning, scene = draft.predicate.leaning, draft.scene
        if not leaning:
            return draft.predicate.contexts
        start = draft.trigger[0] - scene.start
        if (sentence := self._sentences.get(scene.start)) is None:
            sentence = self._sentences[scene.start] = _spoken_for(scene.text)
        beside = _spoken_for(scene.text[max(start - BEFORE, 0) : start + AFTER])
        odds = leaning | {
            context: leaning[context]
            + SENTENCE * min(sentence[context], MOST)
            + BESIDE * min(beside[context], MOST)
            + TITLE * min(self._title[context], 1)
            + STORY * self._share.get(context, 0.0)
            for context in leaning.keys() & {*sentence, *beside, *self._title, *self._share}
        }
        first = max(odds, key=odds.__getitem__)
        second = max((context for context in odds if context != first), key=odds.__getitem__)
        return tuple(context for context, cut in ((first, 0.0), (second, SECOND)) if odds[context] > cut)


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

"""The contexts of an event: what the text model leans to, and the words of its sentence, headline and story that speak for one.

The model has seen most contexts rarely; a word such as "enrichment" or "ballot" says more than its odds. Weights and cuts were chosen
on corpus/dev and on articles that an earlier text model had not read.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources

from detente.event.drafts import Draft

SENTENCE, BESIDE, TITLE, STORY = 1.0, 1.0, 1.0, 5.0  # log odds a word in each; of the story, for the share of all such words
FIRST, SECOND = -0.5, 0.0  # log odds at least of a context, and of a second one
BEFORE, AFTER = 60, 80  # code points that count as beside the act
MOST = 2  # words that count
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Contexts:
    """What the words of one article speak for."""

    def __init__(self, text: str) -> None:
        story = _spoken_for(text)
        self._share = {context: count / max(story.total(), 1) for context, count in story.items()}
        self._title = _spoken_for(text.partition("\n")[0])

    def of(self, draft: Draft) -> tuple[str, ...]:
        """The likeliest context of a draft's act if it is likely enough, and a second one if that is; what the model says if it tells no odds."""
        leaning, scene = draft.predicate.leaning, draft.scene
        if not leaning:
            return draft.predicate.contexts
        sentence, start = _spoken_for(scene.text), draft.trigger[0] - scene.start
        beside = _spoken_for(scene.text[max(start - BEFORE, 0) : start + AFTER])
        odds = {
            context: odds
            + SENTENCE * min(sentence[context], MOST)
            + BESIDE * min(beside[context], MOST)
            + TITLE * min(self._title[context], 1)
            + STORY * self._share.get(context, 0.0)
            for context, odds in leaning.items()
        }
        first, second = sorted(odds, key=lambda context: -odds[context])[:2]
        return tuple(context for context, cut in ((first, FIRST), (second, SECOND)) if odds[context] > cut)


def _spoken_for(text: str) -> Counter[str]:
    """How many words, or pairs of them, speak for each context."""
    known, found = _words(), [word.lower() for word in _WORD.findall(text)]
    pairs = (f"{one} {other}" for one, other in zip(found, found[1:], strict=False))
    return Counter(context for words in (found, pairs) for word in words for context in known.get(word, ()))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Each word with the contexts that it speaks for."""
    rows = resources.files("detente.event").joinpath("context_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    known: dict[str, tuple[str, ...]] = {}
    for context, _, words in (row.partition("\t") for row in rows):
        for word in words.split(", "):
            known[word] = (*known.get(word, ()), context)
    return known

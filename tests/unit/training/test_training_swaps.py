"""Swapped actors: the text changes, and every span still stands on the words it stood on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from training.examples import Example
from training.own_corpus import article_examples, load_corpus
from training.related import Roots
from training.swaps import Swaps

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="module")
def pool() -> list[Example]:
    roots, rng = Roots(), random.Random(3)
    return [example for article in load_corpus(CORPUS / "dev") for example in article_examples(article, roots, rng)]


def words(example: Example) -> list[str]:
    """The words of all layers but mentions."""
    found = [example.text[s:e] for layer, spans in example.spans.items() if layer in ("place", "time", "cue") for s, e, _ in spans]
    return found + [example.text[t.start : t.end] for t in example.triggers or ()]


def test_swaps_keep_all_other_spans_on_their_words(pool: list[Example]) -> None:
    swaps = Swaps(pool, random.Random(1))
    changed = 0
    for example in pool:
        new = swaps.swap(example, 0.9)
        changed += new.text != example.text
        assert words(new) == words(example)
        assert len(new.spans["mention"]) == len(example.spans["mention"])
        inside = [new.text[s:e] for s, e, _ in new.spans["mention"]]
        assert all(one == one.strip() != "" for one in inside)
        for before, after in zip(example.pairs, new.pairs, strict=True):
            if before.kind in ("place", "date"):
                assert example.text[slice(*before.target)] == new.text[slice(*after.target)]
    assert changed > len(pool) / 2


def test_no_share_changes_nothing(pool: list[Example]) -> None:
    swaps = Swaps(pool, random.Random(1))
    assert all(swaps.swap(example, 0.0) is example for example in pool)


def test_the_same_words_are_swapped_alike(pool: list[Example]) -> None:
    swaps = Swaps(pool, random.Random(2))
    for example in pool:
        new = swaps.swap(example, 0.7)
        seen: dict[str, str] = {}
        for (s, e, _), (s2, e2, _) in zip(example.spans["mention"], new.spans["mention"], strict=True):
            before, after = example.text[s:e], new.text[s2:e2].lower()
            if before != new.text[s2:e2]:
                assert seen.setdefault(before, after) == after

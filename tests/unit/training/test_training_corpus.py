"""The corpus as training examples: spans slice, relations join what is marked, labels are the codebook's."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from training.examples import Example
from training.own_corpus import SPAN_LETTERS, article_examples, load_corpus
from training.related import NONE, Roots
from training.sheet_corpus import load_sheets

from detente.codebook import Codebook
from detente.evaluate.inline import parse
from detente.text import sentences

CORPUS = Path(__file__).parents[3] / "corpus"
STATUSES = {"happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied"}


@pytest.fixture(scope="module", params=["train", "dev", "test", "dev in windows"])
def examples(request: pytest.FixtureRequest) -> list[Example]:
    split, _, windows = request.param.partition(" in ")
    rng = random.Random(1) if windows else None
    return [example for article in load_corpus(CORPUS / split) for example in article_examples(article, Roots(), rng)]


def test_every_span_lies_in_its_sentence(examples: list[Example]) -> None:
    assert examples
    for example in examples:
        marked = [span[:2] for layer in example.spans.values() for span in layer]
        marked += [(t.start, t.end) for t in example.triggers or ()]
        marked += [span for pair in example.pairs for span in (pair.source, pair.target)]
        assert all(0 <= s < e <= len(example.text) for s, e in marked), example.text


def test_mentions_do_not_overlap(examples: list[Example]) -> None:
    for example in examples:
        found = sorted(example.spans["mention"])
        assert all(a[1] <= b[0] for a, b in zip(found, found[1:])), example.text


def test_labels_are_the_codebooks_and_the_records(examples: list[Example]) -> None:
    book = Codebook.load("plover")
    for example in examples:
        assert set(example.spans) == set(SPAN_LETTERS.values())
        assert {kind for *_, kind in example.spans["mention"]} <= {"PER", "ORG", "GPE", "GRP"}
        for trigger in example.triggers or ():
            assert trigger.act in book.types and trigger.status in STATUSES
            assert trigger.mode is None or trigger.mode in book.modes(trigger.act)
            assert set(trigger.contexts or ()) <= set(book.contexts)


def test_relations_start_at_a_trigger_or_cue(examples: list[Example]) -> None:
    for example in examples:
        triggers, cues = {(t.start, t.end) for t in example.triggers or ()}, {span[:2] for span in example.spans["cue"]}
        for pair in example.pairs:
            assert pair.source in (cues if pair.kind in ("speaker", "content") else triggers)
            assert pair.value in (0.0, 1.0) and 0.0 <= pair.weight <= 1.0


def test_sides_in_a_neighbouring_sentence_are_taught_by_windows() -> None:
    articles, roots = load_corpus(CORPUS / "dev"), Roots()
    alone = sum(p.value for a in articles for e in article_examples(a, roots) for p in e.pairs if p.kind == "recipient")
    joined = sum(p.value for a in articles for e in article_examples(a, roots, random.Random(1)) for p in e.pairs if p.kind == "recipient")
    assert joined > alone


def test_pairs_for_the_pair_head_are_of_both_codebooks() -> None:
    book, older = Codebook.load("plover"), Codebook.load("plover-2021")
    examples = load_sheets(CORPUS / "train" / "sheets")
    found = [one for example in examples for one in example.related]
    assert {one.type for one in found} <= {NONE, *book.types}
    assert {one.root for one in found if one.root} <= set(older.types)
    assert all(one.root is None for one in found if one.type == NONE)
    for example in examples:
        assert all(0 <= s < e <= len(example.text) for one in example.related for s, e in filter(None, (one.source, one.target)))


def test_articles_are_cut_at_the_packages_own_sentences() -> None:
    path = min((CORPUS / "dev").glob("*.txt"))
    article = parse(path.read_text(encoding="utf-8"), path.name)
    assert [e.text for e in article_examples(article, Roots())] == [article.text[s:e] for s, e in sentences(article.text)]


def test_no_article_is_in_two_splits() -> None:
    names = [path.name for split in ("train", "dev", "test") for path in (CORPUS / split).glob("*.txt")]
    assert len(names) == len(set(names)) > 50

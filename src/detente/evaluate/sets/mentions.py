"""Events across the documents of ECB+: which mentions of acts mean one event.

Gold mentions of actions in the sentences that its authors checked are grouped within the documents of a sub-topic, and scored by B-cubed with
single mentions counted. The baseline joins mentions of one sub-topic whose words have the same lemma (its dictionary comes with the
development tools; without it, the stem stands in). Settings were chosen on `dev`; figures are of `test`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from detente.coder import Coder
from detente.evaluate.clustering import bcubed
from detente.evaluate.sets.clusters import Row, read
from detente.evaluate.tally import Report
from detente.model.topic import TopicModel
from detente.story.merge import Report as Told
from detente.story.merge import merge
from detente.story.words import Bag, Vocabulary, stem

PATHS = ("**/clusters_ecbplus/test.jsonl.gz",)


class Mention(NamedTuple):
    """A mention with its sub-topic, gold chain, words, sentence and document."""

    topic: str
    chain: str
    words: str
    sentence: str
    document: str


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Group the mentions and compare; the coder is not needed."""
    rows = [row for path in paths for row in read(path)]
    found = [mention for row in rows for mention in mentions(row)]
    gold = [mention.chain for mention in found]
    figures = {
        "events across documents, B-cubed": bcubed(gold, grouped(found, rows)),
        "one lemma is one event, B-cubed": bcubed(gold, [(m.topic, lemma(m.words)) for m in found]),
    }
    return Report(len(rows), figures, {}, {}, {})


def mentions(row: Row) -> list[Mention]:
    """The mentions of actions in the checked sentences of a document."""
    lines, start = [], 0
    for line in row["text"].split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    found = []
    for number, one in enumerate(row["mentions"]):
        if one["tag"].startswith(("ACTION", "NEG_ACTION")) and one["sent"] in row["selected_sentences"]:
            first, last = next(extent for extent in lines if extent[0] <= one["start"] < extent[1])
            chain = one["chain"] or f"{row['id']} {number}"
            found.append(Mention(row["cluster"], chain, one["text"], row["text"][first:last], row["id"]))
    return found


def grouped(found: Sequence[Mention], rows: Sequence[Row]) -> list[tuple[str, int]]:
    """The group of each mention."""
    model = TopicModel.load()
    vocabulary = Vocabulary(model.ranks())
    for row in rows:
        vocabulary.add(Bag.of(row["text"]), None)
    meanings = model.vectors([mention.words for mention in found])
    told = [
        Told(str(n), m.document, [stem(word) for word in m.words.split()], meaning, vocabulary.weigh(Bag.of(m.sentence)))
        for n, (m, meaning) in enumerate(zip(found, meanings, strict=True))
    ]
    by_topic: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(found):
        by_topic[mention.topic].append(number)
    answer: dict[int, tuple[str, int]] = {}
    for topic, numbers in by_topic.items():
        for group, inside in enumerate(merge([told[n] for n in numbers])):
            answer.update((numbers[i], (topic, group)) for i in inside)
    return [answer[number] for number in range(len(found))]


def lemma(words: str) -> str:
    """The words in their dictionary form, verbs before nouns."""
    return " ".join(sorted(_lemma(word) for word in words.lower().split()))


def _lemma(word: str) -> str:
    try:
        from lemminflect import getLemma
    except ImportError:
        return stem(word)
    forms: tuple[Any, ...] = getLemma(word, "VERB") + getLemma(word, "NOUN") if word.isalpha() else ()
    return min(forms, key=len) if forms else stem(word)

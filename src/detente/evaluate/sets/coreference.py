"""Coreference on GUM: the news and interview documents of its development and test parts, which no training reads.

GUM marks every noun phrase with all that belongs to it (relative clauses, appositions) and every kind of entity. Scored are persons,
organisations, and places with the name of a state, single mentions included; a mention of ours is the one whose head it has and within whose
words it lies. The text is that of the treebank beside it, a paragraph as there.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from detente import knowledge
from detente.coder import Coder
from detente.evaluate.coreference import Coreference, without_singles
from detente.evaluate.identity import Extent, clusters
from detente.evaluate.same import pair_up
from detente.evaluate.tally import Report
from detente.records import Article

PATHS = ("**/gum_entities_coref_open/dev.jsonl.gz", "**/gum_entities_coref_open/test.jsonl.gz")
GENRES = ("news", "interview")
_TREES = "ud_en_gum_open/*.conllu.gz"
Row = dict[str, Any]


class Gold(NamedTuple):
    """A gold mention: its extent, that of its head words, its cluster."""

    extent: Extent
    head: Extent
    cluster: str


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Code each document and compare."""
    rows = [row for path in paths for row in read(path)]
    texts = treebank({folder for path in paths for folder in path.parent.parent.glob(_TREES)}, {row["doc"] for row in rows})
    scores = {name: Coreference() for name in ("coreference", "coreference, no singles", *(f"coreference, {genre}" for genre in GENRES))}
    scores["coreference, equal spans, no singles"] = Coreference()
    count = 0
    for row in rows:
        if row["doc"] not in texts:
            continue
        count += 1
        article, extents = document(row, texts[row["doc"]])
        gold = mentions(row, extents)
        answer = clusters(coder.code(article))
        ours, theirs = {one.extent: one.cluster for one in gold}, moved(gold, answer)
        scores["coreference"].add(ours, theirs)
        scores[f"coreference, {row['genre']}"].add(ours, theirs)
        scores["coreference, no singles"].add(without_singles(ours), without_singles(theirs))
        scores["coreference, equal spans, no singles"].add(without_singles(ours), without_singles(answer))
    figures = {name: score.figure() for name, score in scores.items()}
    figures |= {f"coreference, {name}": figure for name, figure in scores["coreference"].parts().items()}
    return Report(count, figures, {}, {}, {})


def read(path: Path) -> Iterator[Row]:
    """The documents of the measured genres."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if row["genre"] in GENRES)


def treebank(files: set[Path], wanted: set[str]) -> dict[str, list[str]]:
    """The sentences of documents as written; one that opens a paragraph begins with an empty line."""
    texts: dict[str, list[str]] = {}
    for path in sorted(files):
        document, fresh = "", False
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# newdoc id = "):
                    document, fresh = line.partition(" = ")[2].strip(), False
                elif line.startswith("# newpar"):
                    fresh = True
                elif line.startswith("# text = ") and document in wanted:
                    sentences = texts.setdefault(document, [])
                    sentences.append(("\n\n" if fresh and sentences else " " if sentences else "") + line.partition(" = ")[2].strip())
                    fresh = False
    return texts


def document(row: Row, sentences: Sequence[str]) -> tuple[Article, list[Extent]]:
    """The article, and where each token of the row stands in it."""
    text, extents, at = "".join(sentences), [], 0
    for sentence in row["sents"]:
        for token in sentence["tokens"]:
            found = text.find(token, at)
            start = found if found >= 0 else at
            extents.append((start, start + len(token)))
            at = start + len(token)
    return Article(id=row["doc"], text=text, published=row["meta"].get("dateCreated"), language="en"), extents


def mentions(row: Row, extents: Sequence[Extent]) -> list[Gold]:
    """The mentions of persons, organisations and states, of two with one extent the first."""
    states = _states(row)
    found: dict[Extent, Gold] = {}
    for one in row["mentions"]:
        if one["type"] in ("person", "organization") or one["g"] in states:
            heads = [one["s"] + int(number) - 1 for number in str(one.get("min") or 1).split(",")]
            extent = extents[one["s"]][0], extents[one["e"] - 1][1]
            found.setdefault(extent, Gold(extent, (extents[heads[0]][0], extents[heads[-1]][1]), str(one["g"])))
    return list(found.values())


def _states(row: Row) -> set[int]:
    """The clusters of places that have the name of a state."""
    names = {state.form.casefold() for state in knowledge.state_names() if state.kind == "name"}
    return {one["g"] for one in row["mentions"] if one["type"] == "place" and (one.get("wiki") or "").replace("_", " ").casefold() in names}


def moved(gold: Sequence[Gold], answer: Mapping[Any, Any]) -> dict[Any, Any]:
    """The answer's clusters by the extents of the gold mentions that they mean; those that mean none keep a key of their own."""

    def weight(one: Gold, other: Extent) -> float:
        start, end = one.extent
        inside = start <= other[0] and other[1] <= end and other[0] <= one.head[0] and one.head[1] <= other[1]
        return (other[1] - other[0]) / (end - start) if inside else 0.0

    pairs = {other: one.extent for one, other in pair_up(gold, list(answer), weight)}
    return {pairs.get(extent, ("alone", *extent)): cluster for extent, cluster in answer.items()}

"""Names (PER, LOC, ORG) against Universal NER's English EWT test sentences, by the name layer of the text model.

Gzip-ed JSON Lines with `tokens` and `ents` (`[first, end, type]` over tokens). The tokens are joined by blanks, so the
sentences look a little less like text than what the model was trained on. Exact spans and types count.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from detente.coder import Coder
from detente.evaluate.tally import Report, Tally

PATHS = ("**/uner_en/en_ewt-test.jsonl.gz",)


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Read every sentence with the coder's model and compare the names."""
    rows: list[dict[str, Any]] = []
    for path in paths:
        with gzip.open(path) as lines:
            rows += map(msgspec.json.decode, lines)
    tally = Tally()
    readings = coder.model.read([" ".join(row["tokens"]) for row in rows])
    for row, reading in zip(rows, readings, strict=True):
        gold = _gold(row)
        found = {(name.start, name.end, name.kind) for name in reading.spans["name"]}
        tally.found("name", len(gold & found), len(gold), len(found))
        for kind in ("PER", "LOC", "ORG"):
            ours, theirs = ({item for item in items if item[2] == kind} for items in (gold, found))
            tally.found(f"name {kind}", len(ours & theirs), len(ours), len(theirs))
        tally.end_article()
    return Report(len(rows), tally.figures(), {}, {}, {})


def _gold(row: dict[str, Any]) -> set[tuple[int, int, str]]:
    starts, position = [], 0
    for token in row["tokens"]:
        starts.append(position)
        position += len(token) + 1
    return {(starts[first], starts[end - 1] + len(row["tokens"][end - 1]), kind) for first, end, kind in row["ents"]}

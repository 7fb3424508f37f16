"""Sentence pairs labelled with PLOVER's roots of 2021: a source, a target, what the first does to the second.

Tab-separated rows with `sentence_id`, `marked_sentence` (`<s>source</s>`, `<t>target</t>`), `gold_root` and `gold_penta`
(the quad; 0 to 4, of which 1 and 2 are cooperation). Figures come from rows with an odd id; the even ones may be looked
at. Macro F1 is the mean over the labels of the gold, as in the papers that report on such sets.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.codebook import Codebook
from detente.coder import Coder
from detente.evaluate.tally import Figure, Report, Tally
from detente.model.readings import Extent
from detente.relate import OLDER, relate

PATHS = ("**/plover_pairs/PLV_train.tsv",)
_TAG = re.compile(r"</?([st])>")
_CONFLICT = 3


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Relate source and target of every odd row in plover-2021, whatever the coder's codebook."""
    book, tallies, count = Codebook.load(OLDER), {name: Tally() for name in ("root", "quad", "binary")}, 0
    for row in (row for path in paths for row in rows(path, 1)):
        found = relate(coder.model, book, row.text, [(row.source, row.target)])[0]
        ours, theirs = levels(row.root, row.quad), levels(found.type or "", found.quad or 0)
        for name, tally in tallies.items():
            for label in {ours[name], theirs[name]}:
                tally.found(label, int(ours[name] == theirs[name]), int(label == ours[name]), int(label == theirs[name]))
        count += 1
    figures = {name: tally.figures() for name, tally in tallies.items()}
    return Report(count, {f"{name} macro F1": macro(found) for name, found in figures.items()}, figures["root"], {}, {})


class Row(NamedTuple):
    """A labelled pair; `target` is None where the rows name none."""

    text: str
    source: Extent | None
    target: Extent | None
    root: str
    quad: int


def rows(path: Path, parity: int) -> Iterator[Row]:
    """The rows whose id is even (0) or odd (1)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if int(row["sentence_id"]) % 2 == parity:
                yield Row(*_spans(row["marked_sentence"]), row["gold_root"], int(row["gold_penta"]))


def _spans(marked: str) -> tuple[str, Extent | None, Extent | None]:
    text, edges, position = "", dict[str, list[int]](s=[], t=[]), 0
    for tag in _TAG.finditer(marked):
        text += marked[position : tag.start()]
        edges[tag[1]].append(len(text))
        position = tag.end()
    source, target = ((found[0], found[1]) if len(found) == 2 else None for found in (edges["s"], edges["t"]))
    return text + marked[position:], source, target


def levels(root: str, quad: int) -> dict[str, str]:
    """The labels of a root and its quad on each level."""
    return {"root": root, "quad": f"quad {quad}", "binary": "conflict" if quad >= _CONFLICT else "cooperation"}


def macro(figures: dict[str, Figure]) -> Figure:
    """The mean F1 over the labels that the gold has."""
    labelled = [figure for figure in figures.values() if figure.gold]
    right, gold = sum(one.right for one in labelled), sum(one.gold for one in labelled)
    value = sum(one.value or 0.0 for one in labelled) / len(labelled) if labelled else None
    return Figure("macro", value, right, gold, gold)

"""Windows: neighbouring sentences that the text model reads together, so that each is read in company.

A side of an act may stand in another sentence of the window; all else belongs to one sentence. A longer text is read twice, the second time
in windows that lie across the borders of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.model.readings import Extent, Found, Pair, Reading, Relation

if TYPE_CHECKING:
    from detente.model.readings import Array

LONGEST = 640
SENTENCES = 6


def windows(extents: Sequence[tuple[int, int]]) -> list[range]:
    """Indices of the sentences of each window: at most `SENTENCES` and about `LONGEST` characters, none left out."""
    found: list[range] = []
    first = 0
    for index, (_, end) in enumerate(extents):
        if index > first and (end - extents[first][0] > LONGEST or index - first == SENTENCES):
            found.append(range(first, index))
            first = index
    return [*found, range(first, len(extents))] if extents else []


def across(extents: Sequence[tuple[int, int]], first: Sequence[range]) -> list[range]:
    """The windows of a second reading, from the middle of one of the `first` to that of the next. None where they would be the same."""
    borders = [0, *(one.start + (len(one) + 1) // 2 for one in first), len(extents)] if len(first) > 1 else []
    found = [
        range(one.start + start, one.stop + start)  # a stretch of long sentences is more than a window
        for start, end in pairwise(borders)
        for one in windows(extents[start:end])
    ]
    return found if found != list(first) else []


def part(reading: Reading, start: int, end: int) -> Reading:
    """The reading of one sentence, `start` to `end` in the window; offsets become the sentence's, and may lie outside it in relations."""

    def moved(span: Extent) -> Extent:
        return span[0] + start, span[1] + start

    def relation(kind: str, source: Extent, target: Extent) -> float:
        return reading.relation(kind, (source[0] + start, source[1] + start), (target[0] + start, target[1] + start))  # asked very often

    def relations(kind: str, source: Extent, targets: Sequence[Extent], shift: int) -> list[float]:
        every, shift = reading.relations, shift + start
        if every:
            return every(kind, source, targets, shift)
        return [reading.relation(kind, (source[0] + shift, source[1] + shift), (one + shift, two + shift)) for one, two in targets]

    def related(pairs: Sequence[Pair]) -> list[Relation]:
        return reading.related([(one and moved(one), two and moved(two)) for one, two in pairs])

    def pooled(spans: Sequence[Extent]) -> Array:
        return reading.pooled([moved(span) for span in spans])

    spans = {layer: tuple([_cut(one, start, end) for one in found if one.start < end and start < one.end]) for layer, found in reading.spans.items()}
    inside = [replace(one, start=one.start - start, end=one.end - start) for one in reading.predicates if start <= one.start < end]
    return Reading(tuple(inside), spans, relation, related, relations, pooled)


def _cut(span: Found, start: int, end: int) -> Found:
    if start <= span.start and span.end <= end:  # as mostly
        return Found(span.start - start, span.end - start, span.kind, span.probability)
    return Found(max(span.start, start) - start, min(span.end, end) - start, span.kind, span.probability)

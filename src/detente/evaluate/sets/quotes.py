"""Attributions against gold: gzip-ed JSON Lines with `text` and `quotes` (`content`, `speaker` and `cue` as lists of spans, `type`).

Gold and answer are paired one to one where their contents share at least half of their words. PolNeAR's attributions (Newell,
Margolin and Ruths 2018) reach further than statements: what somebody believes, wants or feels is one too. Its contents have
their quotation marks and "that", those of Détente do not, so for exact spans both are left aside; its sources are whole noun phrases,
those of Détente mentions, so that for exact spans they are widened (`sources.py`). `type` is the set's,
derived from quotation marks, and not annotated: a direct quotation is right if it is paired, whatever the answer's kind, and
an answer counts against direct quotations if it is direct and has no pair.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from detente.coder import Coder
from detente.evaluate.same import jaccard, pair_up, words_in
from detente.evaluate.sets.sources import source_span
from detente.evaluate.tally import Report, Tally
from detente.records import Article, Statement
from detente.text import sentences

PATHS = ("**/quotes_polnear/dev.jsonl.gz",)
SHARED = 0.5
_EDGE = re.compile(r"^(?:[\s\"“”‘’'«»„`.,;:!?]|that\b)+|[\s\"“”‘’'«»„`.,;:!?]+$", re.IGNORECASE)
Spans = list[tuple[int, int]]


class Quote(msgspec.Struct):
    """An attribution of the gold."""

    content: Spans
    speaker: Spans
    cue: Spans
    type: str


class Row(msgspec.Struct):
    """An article of the set."""

    id: str
    text: str
    quotes: list[Quote]
    date: str | None = None


@dataclass(frozen=True)
class Said:
    """An attribution of either side, with the words of its content."""

    content: Sequence[tuple[int, int]]
    speaker: Sequence[tuple[int, int]]
    cue: Sequence[tuple[int, int]]
    direct: bool
    words: frozenset[int]
    source: Sequence[tuple[int, int]]  # the speaker by the set's convention


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Code every article and compare its statements."""
    tally, articles = Tally(), 0
    for row in rows(paths):
        coded = coder.code(Article(id=row.id, text=row.text, published=row.date, language="en"))
        compare(tally, row, coded.statements)
        articles += 1
    return Report(articles, tally.figures(), {}, {}, {})


def rows(paths: Sequence[Path]) -> Iterator[Row]:
    """The articles of a set."""
    for path in paths:
        with gzip.open(path) as lines:
            yield from (msgspec.json.decode(line, type=Row) for line in lines)


def compare(tally: Tally, row: Row, statements: Sequence[Statement]) -> None:
    """Count one article."""
    extents = sentences(row.text)
    gold, answers = [_gold(quote, row.text) for quote in row.quotes], [_answer(one, row.text, extents) for one in statements]
    pairs = paired(gold, answers)
    taken = {id(other) for _, other in pairs}
    tally.found("content", len(pairs), len(gold), len(answers))
    right = sum(one.direct for one, _ in pairs)
    loose = sum(other.direct and id(other) not in taken for other in answers)
    tally.found("content, direct", right, sum(one.direct for one in gold), right + loose)
    for one, other in pairs:
        for name in ("speaker", "speaker, direct") if one.direct else ("speaker",):
            if one.speaker:
                tally.rate(name, _touch(one.speaker, other.speaker))
        tally.rate("cue", _touch(one.cue, other.cue))
    for name, layer in {"speaker": "source", "cue": "cue", "content": "content"}.items():
        ours, theirs = (_exact(row.text, (getattr(said, layer) for said in side)) for side in (gold, answers))
        tally.found(f"{name}, exact span", len(ours & theirs), len(ours), len(theirs))
    tally.end_article()


def paired(gold: Sequence[Said], answers: Sequence[Said]) -> list[tuple[Said, Said]]:
    """One-to-one pairs whose contents share at least half of their words, the closest first."""

    def weight(one: Said, other: Said) -> float:
        near = jaccard(one.words, other.words)
        return near if near >= SHARED else 0.0

    return pair_up(gold, answers, weight)


def _gold(quote: Quote, text: str) -> Said:
    return Said(quote.content, quote.speaker, quote.cue, quote.type == "direct", words_in(quote.content, text), quote.speaker)


def _answer(one: Statement, text: str, extents: Sequence[tuple[int, int]]) -> Said:
    speaker = [(one.speaker.start, one.speaker.end)] if one.speaker else []
    cue = [(one.cue.start, one.cue.end)] if one.cue else []
    holding = max((extent for extent in extents if speaker and extent[0] <= speaker[0][0]), default=(0, len(text)))
    source = [source_span(text, span, cue[0] if cue else None, holding) for span in speaker]
    return Said(one.parts, speaker, cue, one.kind == "direct", words_in(one.parts, text), source)


def _touch(gold: Sequence[tuple[int, int]], answer: Sequence[tuple[int, int]]) -> bool:
    return any(start < end2 and start2 < end for start, end in gold for start2, end2 in answer)


def _exact(text: str, spans: Iterable[Sequence[tuple[int, int]]]) -> set[tuple[int, int]]:
    """The spans, each by itself, without marks and "that" at their edges."""
    return {_trimmed(text, *span) for some in spans for span in some}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    found = [match.span() for match in _EDGE.finditer(words)]
    first = next((e for s, e in found if s == 0), 0)
    last = next((s for s, e in found if e == len(words) and s > 0), len(words))
    return (start + first, start + max(first, last))

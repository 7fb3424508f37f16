"""Sentences as the model reads them: word pieces with their characters, and the words that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_PIECES = 256
_CHUNK = re.compile(r"[^ \t\r\n]+")
_start, _end = itemgetter(0), itemgetter(1)


@dataclass(frozen=True)
class Words:
    """A tokenised sentence. `first[i]` is the piece index of word i, `spans[i]` its characters in the sentence."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    spans: list[tuple[int, int]]

    def covering(self, start: int, end: int) -> range:
        """Indices of the words that overlap the characters `start` to `end`."""
        first = bisect_right(self.spans, start, key=_end)
        last = bisect_left(self.spans, end, lo=first, key=_start)
        return range(first, last)


@cache
def tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in the file at `path`, cut to `MAX_PIECES`, without padding."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.enable_truncation(MAX_PIECES)
    return loaded


def tokenise(pieces: Tokenizer, sentences: Sequence[str]) -> list[Words]:
    """Tokenise sentences; words beyond `MAX_PIECES` pieces are left out.

    A tokenizer of BERT's make reads what stands between two spaces whatever is around it, so that each such chunk is asked for once.
    """
    return [_joined(pieces, sentence) or _words(sentence, pieces.encode(sentence)) for sentence in sentences]


def piece_ids(pieces: Tokenizer, text: str) -> list[int]:
    """The pieces of a text, without the marks at its ends; those beyond `MAX_PIECES` are left out."""
    ids: list[int] = []
    for chunk in _CHUNK.finditer(text):
        ids += _chunk(pieces, chunk[0]).ids
        if len(ids) >= MAX_PIECES:
            break
    return ids[:MAX_PIECES]


def _joined(pieces: Tokenizer, sentence: str) -> Words | None:
    """A sentence put together from its chunks; None where it is too long and is cut."""
    opens, closes = _marks(pieces)
    words = Words([opens], [0], [], [])
    ids, shapes, first, spans = words.ids, words.shapes, words.first, words.spans
    for chunk in _CHUNK.finditer(sentence):
        own, at, begin = _chunk(pieces, chunk[0]), chunk.start(), len(ids)
        ids += own.ids
        shapes += own.shapes
        if len(own.first) == 1:  # a word alone, as mostly
            first.append(begin + own.first[0])
            start, end = own.spans[0]
            spans.append((at + start, at + end))
        else:
            first += [begin + number for number in own.first]
            spans += [(at + start, at + end) for start, end in own.spans]
    ids.append(closes)
    shapes.append(0)
    return words if len(ids) <= MAX_PIECES else None


@lru_cache(maxsize=1 << 15)
def _chunk(pieces: Tokenizer, chunk: str) -> Words:
    """What stands between two spaces, without the marks of a text; most chunks of news come again and again."""
    return _words(chunk, pieces.encode(chunk, add_special_tokens=False))


@cache
def _marks(pieces: Tokenizer) -> tuple[int, int]:
    """The marks at the beginning and the end of a text."""
    opens, closes = pieces.encode("").ids
    return opens, closes


def _words(sentence: str, encoding: object) -> Words:
    ids: list[int] = list(encoding.ids)  # type: ignore[attr-defined]
    first: list[int] = []
    spans: list[tuple[int, int]] = []
    shapes = [0] * len(ids)
    # Asked for once, since the tokenizer builds the list anew each time.
    owners: list[int | None] = encoding.word_ids  # type: ignore[attr-defined]
    previous = None
    for index, (word, (start, end)) in enumerate(zip(owners, encoding.offsets, strict=True)):  # type: ignore[attr-defined]
        if word is None:
            continue
        if word != previous:
            first.append(index)
            spans.append((start, end))
            previous = word
        else:
            spans[-1] = (spans[-1][0], end)
    bounds = [*first, len(ids)][1:]
    for (start, end), begin, stop in zip(spans, first, bounds, strict=True):
        shape = word_shape(sentence[start:end])
        for index in range(begin, stop):
            if owners[index] is not None:
                shapes[index] = shape
    return Words(ids, shapes, first, spans)


@lru_cache(maxsize=1 << 14)
def word_shape(word: str) -> int:
    """What capitals and digits say: 1 lower, 2 Capitalised, 3 one capital, 4 ALL CAPITALS, 5 miXed, 6 digits, 7 other."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) == 1 else 4
    if word[:1].isupper() and word[1:].islower():
        return 2
    if any(char.isdigit() for char in word):
        return 6
    return 5 if any(char.isalpha() for char in word) else 7

"""Sentences as the model reads them: word pieces with their characters, and the words that they belong to."""

from __future__ import annotations

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
    """Tokenise sentences; words beyond `MAX_PIECES` pieces are left out."""
    return [
        _words(sentence, encoding)
        for sentence, encoding in zip(sentences, pieces.encode_batch(list(sentences)), strict=True)
    ]


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

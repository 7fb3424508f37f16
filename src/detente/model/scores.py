"""What the encoder gives for a text, word by word, and the mean of what two readings of the same words give."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.model.words import Words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Scores:
    """Of each word the logits of the heads, `rows` [word, heads], and its vector, `vectors` [word, width]; `whole` [width] is the mean vector.

    Of every word's relations to every other, half precision is kept: a long text has many, and few are ever asked for.
    """

    words: Words
    rows: Array
    vectors: Array
    whole: Array
    _pairs: Array
    _again: tuple[_Shared, ...] = ()

    @staticmethod
    def of(words: Words, token: Array, pair: Array, vectors: Array) -> Scores:
        """The scores of a text from the encoder's outputs `token` [piece, heads], `pair` [relation, piece, piece] and `vectors` [piece, width]."""
        import numpy

        first = numpy.array(words.first, dtype=numpy.intp)
        between = pair.take(first, axis=1).take(first, axis=2).astype(numpy.float16)
        return Scores(words, token.take(first, axis=0), vectors.take(first, axis=0), vectors[: len(words.ids)].mean(axis=0), between)

    def related(self, kind: int, word: int) -> list[float]:
        """The logits of a relation, by its number, from a word to every word."""
        import numpy

        values = self._pairs[kind, word].astype(numpy.float32)
        for shared in self._again:
            if shared.first <= word < shared.last:
                here = slice(shared.first, shared.last)
                values[here] = (values[here] + shared.related(kind, word)) / 2
        result: list[float] = values.tolist()
        return result

    def pooled(self, spans: Sequence[tuple[int, int]]) -> Array:
        """The mean vector of the words in each span [span, width], zeros for one without words."""
        import numpy

        found = numpy.zeros((len(spans), self.vectors.shape[1]), dtype=numpy.float32)
        for row, span in enumerate(spans):
            inside = self.words.covering(*span)
            if inside:
                found[row] = self.vectors[inside.start : inside.stop].mean(axis=0)
        return found


@dataclass(frozen=True)
class _Shared:
    """The words `first` to `last` (exclusive) of a text that another reading has too, there `shift` words farther on."""

    first: int
    last: int
    shift: int
    other: Scores

    def related(self, kind: int, word: int) -> Array:
        return self.other._pairs[kind, word + self.shift, self.first + self.shift : self.last + self.shift]


def averaged(own: Sequence[tuple[int, Scores]], other: Sequence[tuple[int, Scores]]) -> list[Scores]:
    """The texts of `own`, their scores averaged with those that `other` has of the same words.

    With each text goes the character at which it begins in the article; the texts of a reading follow each other and do not overlap.
    """
    begins = [begin for begin, _ in other]
    found = []
    for number, (begin, one) in enumerate(own):
        until = own[number + 1][0] if number + 1 < len(own) else None
        near = other[max(bisect_left(begins, begin + 1) - 1, 0) : None if until is None else bisect_left(begins, until)]
        shares = [share for start, two in near if (share := _shared(begin, one, start, two))]
        rows, vectors = one.rows.copy(), one.vectors.copy()
        for share in shares:
            here, there = slice(share.first, share.last), slice(share.first + share.shift, share.last + share.shift)
            rows[here] = (rows[here] + share.other.rows[there]) / 2
            vectors[here] = (vectors[here] + share.other.vectors[there]) / 2
        found.append(replace(one, rows=rows, vectors=vectors, _again=tuple(shares)))
    return found


def _shared(begin: int, one: Scores, start: int, two: Scores) -> _Shared | None:
    """The words that two texts share. Words cut off at the end of a text are the last of it, so that those shared follow each other in both."""
    ours, theirs = [begin + first for first, _ in one.words.spans], [start + first for first, _ in two.words.spans]
    if not ours or not theirs:
        return None
    low, high = max(ours[0], theirs[0]), min(ours[-1], theirs[-1]) + 1
    first, last = bisect_left(ours, low), bisect_left(ours, high)
    return _Shared(first, last, bisect_left(theirs, low) - first, two) if first < last else None

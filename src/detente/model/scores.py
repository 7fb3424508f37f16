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
class Relations:
    """The logits of every word's relations to every other word of a text.

    Half precision is kept, and of another reading only what is between shared words: a long text has many relations, and few are ever asked for.
    """

    _own: Array
    _again: tuple[_Shared, ...] = ()

    def row(self, kind: int, word: int) -> list[float]:
        """The logits of a relation, by its number, from a word to every word."""
        import numpy

        values = self._own[kind, word].astype(numpy.float32)
        for shared in self._again:
            if shared.first <= word < shared.last:
                here = slice(shared.first, shared.last)
                values[here] = (values[here] + shared.between[kind, word - shared.first]) / 2
        result: list[float] = values.tolist()
        return result

    def between(self, words: slice) -> Array:
        """A copy of the logits between some neighbouring words, as this reading alone has them."""
        return self._own[:, words, words].copy()

    def with_shared(self, again: Sequence[_Shared]) -> Relations:
        """These relations, averaged with those of the words that other texts share."""
        return Relations(self._own, tuple(again))


@dataclass(frozen=True)
class Scores:
    """What the encoder gives for the words of a text.

    Of each word the logits of the heads, `rows` [word, heads], its vector, `vectors` [word, width], and its `relations` to the others;
    `whole` [width] is the mean vector.
    """

    words: Words
    rows: Array
    vectors: Array
    whole: Array
    relations: Relations

    @staticmethod
    def of(words: Words, token: Array, pair: Array, vectors: Array) -> Scores:
        """The scores of a text from the encoder's outputs `token` [piece, heads], `pair` [relation, piece, piece] and `vectors` [piece, width]."""
        import numpy

        first = numpy.array(words.first, dtype=numpy.intp)
        between = pair.take(first, axis=1).take(first, axis=2).astype(numpy.float16)
        whole = vectors[: len(words.ids)].mean(axis=0)
        return Scores(words, token.take(first, axis=0), vectors.take(first, axis=0), whole, Relations(between))

    def decoded(self) -> Scores:
        """What is still asked for once the logits of the heads are decoded: all but these."""
        return replace(self, rows=self.rows[:0].copy())

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
    """The words `first` to `last` (exclusive) of a text that another reading has too, and the relations `between` them there."""

    first: int
    last: int
    between: Array


def averaged(own: Sequence[tuple[int, Scores]], other: Sequence[tuple[int, Scores]]) -> list[Scores]:
    """The texts of `own`, their scores averaged with those that `other` has of the same words; in place, as those of a long text fill much memory.

    With each text goes the character at which it begins in the article; the texts of a reading follow each other and do not overlap.
    """
    begins = [begin for begin, _ in other]
    found = []
    for number, (begin, one) in enumerate(own):
        until = own[number + 1][0] if number + 1 < len(own) else None
        near = other[max(bisect_left(begins, begin + 1) - 1, 0) : None if until is None else bisect_left(begins, until)]
        rows, vectors, again = one.rows, one.vectors, []
        for start, two in near:
            here, there = _shared(begin, one, start, two)
            if here.start < here.stop:
                rows[here] = (rows[here] + two.rows[there]) / 2
                vectors[here] = (vectors[here] + two.vectors[there]) / 2
                again.append(_Shared(here.start, here.stop, two.relations.between(there)))
        found.append(replace(one, relations=one.relations.with_shared(again)))
    return found


def _shared(begin: int, one: Scores, start: int, two: Scores) -> tuple[slice, slice]:
    """The words that two texts share, in each. Words cut off at the end of a text are the last of it, so that those shared follow each other."""
    ours, theirs = [begin + first for first, _ in one.words.spans], [start + first for first, _ in two.words.spans]
    if not ours or not theirs:
        return slice(0, 0), slice(0, 0)
    low, high = max(ours[0], theirs[0]), min(ours[-1], theirs[-1]) + 1
    here, there = (slice(bisect_left(starts, low), bisect_left(starts, high)) for starts in (ours, theirs))
    return here, there

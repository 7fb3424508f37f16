"""The mean of two readings: every word that both have, and no other, is averaged, its relations too."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.scores import Scores, averaged
from detente.model.words import Words

WIDTH = 4  # characters of a word and the space behind it


def text(first: int, last: int, value: float) -> tuple[int, Scores]:
    """The words `first` to `last` of an article as a text of their own, every score `value`; a relation says between which words it stands."""
    count = last - first
    words = Words([0] * (count + 2), [0] * (count + 2), list(range(1, count + 1)), [(WIDTH * i, WIDTH * i + 3) for i in range(count)])
    pair = numpy.full((1, count + 2, count + 2), value)
    return first * WIDTH, Scores.of(words, numpy.full((count + 2, 3), value), pair, numpy.full((count + 2, 2), value, dtype=numpy.float32))


@settings(deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.lists(st.integers(1, 9), max_size=6), st.data())
def test_words_of_both_readings_are_averaged_and_others_stay(one: list[int], two: list[int], data: st.DataObject) -> None:
    def cut(lengths: list[int], value: float) -> tuple[list[tuple[int, Scores]], dict[int, int]]:
        """Texts one behind the other, some with words cut off at their end, and the text of each word."""
        found, owner, start = [], {}, 0
        for number, length in enumerate(lengths):
            kept = data.draw(st.integers(0, length))
            found.append(text(start, start + kept, value))
            owner |= dict.fromkeys(range(start, start + kept), number)
            start += length
        return found, owner

    own, ours = cut(one, 1.0)
    other, theirs = cut(two, 3.0)
    for (begin, before), after in zip(own, averaged(own, other), strict=True):
        assert after.words == before.words
        first = begin // WIDTH
        for word in range(len(after.words.first)):
            assert after.rows[word].tolist() == [2.0 if first + word in theirs else 1.0] * 3
            assert after.vectors[word].tolist() == [2.0 if first + word in theirs else 1.0] * 2
            wanted = [
                2.0 if first + word in theirs and theirs.get(first + there) == theirs[first + word] else 1.0
                for there in range(len(after.words.first))
            ]
            assert after.relations.row(0, word) == wanted
    assert set(ours) == {begin // WIDTH + word for begin, one in own for word in range(len(one.words.first))}


def test_without_a_second_reading_the_first_stays() -> None:
    (alone,) = averaged([text(0, 3, 1.5)], [])
    assert alone.rows.tolist() == [[1.5] * 3] * 3 and alone.relations.row(0, 2) == pytest.approx([1.5] * 3)


def test_the_mean_of_a_text_is_that_of_all_its_pieces() -> None:
    words = Words([5, 6, 7], [0, 0, 0], [1], [(0, 2)])
    scores = Scores.of(words, numpy.zeros((4, 1)), numpy.zeros((1, 4, 4)), numpy.array([[1.0], [2.0], [6.0], [99.0]]))
    assert scores.whole.tolist() == [3.0] and scores.vectors.tolist() == [[2.0]]

"""Windows hold every sentence once, and a sentence's part of a reading keeps its offsets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.model.readings import Found, Predicate, Reading
from detente.model.windows import LONGEST, SENTENCES, across, part, windows


@given(st.lists(st.integers(1, 900), max_size=60))
def test_every_sentence_is_in_one_window(lengths: list[int]) -> None:
    extents, start = [], 0
    for length in lengths:
        extents.append((start, start + length))
        start += length + 1
    found = windows(extents)
    assert [index for group in found for index in group] == list(range(len(extents)))
    for group in found:
        size = extents[group.stop - 1][1] - extents[group.start][0]
        assert len(group) == 1 or (size <= LONGEST and len(group) <= SENTENCES)


@given(st.lists(st.integers(1, 900), max_size=60))
def test_the_second_windows_hold_every_sentence_once_and_lie_across_the_borders_of_the_first(lengths: list[int]) -> None:
    extents, start = [], 0
    for length in lengths:
        extents.append((start, start + length))
        start += length + 1
    once = windows(extents)
    again = across(extents, once)
    if len(once) < 2 or all(len(group) == 1 for group in once):
        assert again == []
        return
    assert [index for group in again for index in group] == list(range(len(extents)))
    borders = {group.stop for group in again}
    for one, two in pairwise(once):
        size = extents[two.start + (len(two) + 1) // 2 - 1][1] - extents[one.start + (len(one) + 1) // 2][0] if len(one) > 1 else 0
        assert one.stop not in borders or len(one) == 1 or size > LONGEST
    for group in again:
        assert len(group) == 1 or extents[group.stop - 1][1] - extents[group.start][0] <= LONGEST


def test_a_part_has_its_own_offsets_and_still_sees_its_neighbours() -> None:
    act = Predicate(12, 15, "CONSULT", 0.9, None, "happened", 0.9, ())
    asked: list[tuple[int, int]] = []

    def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
        asked.extend((source, target))
        return 0.5

    whole = Reading((act,), {"mention": (Found(0, 4, "PER", 1.0), Found(8, 18, "ORG", 1.0))}, relation)
    second = part(whole, 10, 20)
    assert [(p.start, p.end) for p in second.predicates] == [(2, 5)]
    assert [(s.start, s.end) for s in second.spans["mention"]] == [(0, 8)]
    assert second.relation("actor", (2, 5), (-10, -6)) == 0.5
    assert asked == [(12, 15), (0, 4)]
    assert second.relations is not None
    assert second.relations("actor", (2, 5), [(-10, -6), (0, 8)], 0) == [0.5, 0.5]
    assert asked[2:] == [(12, 15), (0, 4), (12, 15), (10, 18)]
    assert second.relations("actor", (102, 105), [(90, 94)], -100) == [0.5]
    assert asked[6:] == [(12, 15), (0, 4)]
    assert part(whole, 0, 10).predicates == ()


def test_the_vectors_of_a_part_are_those_of_its_words_in_the_window() -> None:
    asked: list[tuple[int, int]] = []

    def pooled(spans: Sequence[tuple[int, int]]) -> np.ndarray:
        asked.extend(spans)
        return np.ones((len(spans), 2))

    assert part(Reading(pooled=pooled), 10, 20).pooled([(0, 4), (-10, -6)]).shape == (2, 2)
    assert asked == [(10, 14), (0, 4)]

"""Stretches: whatever lies over an offset is found, in order, without looking at everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.text.stretches import LENGTH, stretches

_SPANS = st.lists(st.tuples(st.integers(0, 9 * LENGTH), st.integers(0, 3 * LENGTH)).map(lambda pair: (pair[0], sum(pair))), max_size=20)


@given(_SPANS, st.integers(0, 12 * LENGTH))
def test_all_over_an_offset_are_found_in_order(spans: list[tuple[int, int]], offset: int) -> None:
    items = list(enumerate(spans))
    near = stretches(items, lambda item: [item[1]])(offset)
    assert [item for item in items if item[1][0] <= offset <= item[1][1]] == [item for item in near if item[1][0] <= offset <= item[1][1]]


def test_what_is_far_away_is_left_out() -> None:
    assert stretches(["far"], lambda _: [(5 * LENGTH, 5 * LENGTH + 1)])(10) == ()

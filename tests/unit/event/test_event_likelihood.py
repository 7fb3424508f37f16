"""How near the other drafts of a party are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.event.likelihood import _recent


@given(st.integers(0, 12), st.lists(st.integers(0, 12)), st.booleans())
def test_the_nearest_before_or_right_after_counts(at: int, others: list[int], among: bool) -> None:
    near = min((abs(one - at) for one in others if one < at + 2), default=None)
    expected = 0.0 if near is None else 1 / (1 + near)
    assert _recent(at, sorted([*others, at] if among else others), among) == expected

"""Numbers of eight bits stay near the weights, and their products fit into sixteen bits two by two."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from training import int8

matrices = st.tuples(st.integers(1, 9), st.integers(1, 4)).flatmap(lambda shape: arrays(np.float32, shape, elements=st.floats(-8, 8, width=32)))


@given(matrices)
def test_no_two_neighbours_can_overflow_sixteen_bits(weights: np.ndarray) -> None:
    whole, _ = int8.columns(weights)
    padded = np.pad(whole.astype(int), ((0, len(whole) % 2), (0, 0)))
    most, least = (255 * np.maximum(sign * padded, 0).reshape(-1, 2, padded.shape[1]).sum(axis=1) for sign in (1, -1))
    assert most.max() <= 32_767 and least.max() <= 32_768


@given(matrices)
def test_each_number_is_off_by_half_a_step_at_most(numbers: np.ndarray) -> None:
    for whole, scales in (int8.columns(numbers), int8.rows(numbers)):
        assert whole.dtype == np.int8 and scales.dtype == np.float32
        assert (np.abs(whole * scales - numbers) <= 0.501 * scales).all()


def test_a_large_row_takes_nothing_from_a_small_one() -> None:
    whole, scales = int8.rows(np.array([[100.0, -50.2], [0.001, 0.0006], [0.0, 0.0]]))
    assert whole.tolist() == [[127, -64], [127, 76], [0, 0]]
    assert scales.shape == (3, 1)

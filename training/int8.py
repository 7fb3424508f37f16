"""Weights as numbers of eight bits, with their scales.

Processors with AVX2 but without VNNI multiply unsigned by signed bytes with `pmaddubsw`, which adds two neighbouring products in sixteen bits
and cuts the sum off at 32,767. So the scale of a column is chosen such that no two neighbours exceed 128 together: 255 * 128 fits, and
every processor gives the same sums. Random weights lose little by it, since two of the largest seldom stand side by side.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

MOST = 127


def columns(weights: Array) -> tuple[Array, Array]:
    """Matrix [input, output] as int8, and the float32 scale of each column; neighbouring inputs of one sign sum to at most 128."""
    padded = np.pad(weights, ((0, len(weights) % 2), (0, 0)))
    pairs = padded.reshape(-1, 2, weights.shape[1])
    largest = np.maximum(np.maximum(pairs, 0).sum(axis=1), np.maximum(-pairs, 0).sum(axis=1)).max(axis=0)
    return _divided(weights, largest / MOST)


def rows(table: Array) -> tuple[Array, Array]:
    """Vectors [row, width] as int8, and the float32 scale [row, 1] of each."""
    return _divided(table, np.abs(table).max(axis=1, keepdims=True) / MOST)


def _divided(numbers: Array, scales: Array) -> tuple[Array, Array]:
    scales = np.maximum(scales, 1e-12).astype(np.float32)
    return np.rint(numbers / scales).astype(np.int8), scales

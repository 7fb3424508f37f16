"""Log odds, as the conditional logits of this room weigh them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from operator import mul

SURE = 5.0  # log odds beyond which it makes no difference how sure the model is


def log_odds(probability: float) -> float:
    """The natural logarithm of p / (1 - p), at most `SURE` on either side.

    >>> log_odds(0.5), log_odds(1.0), log_odds(0.0)
    (0.0, 5.0, -5.0)
    """
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return min(max(log(bounded / (1 - bounded)), -SURE), SURE)


def weigh(weights: Sequence[float], row: Sequence[float]) -> float:
    """The weighted sum of what speaks for a candidate, number by number.

    Raises:
        ValueError: there are not as many weights as numbers.
    """
    if len(weights) != len(row):
        raise ValueError(f"{len(weights)} weights for {len(row)} numbers")
    total: float = sum(map(mul, weights, row))
    return total

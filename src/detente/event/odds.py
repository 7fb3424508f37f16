"""Log odds, as the conditional logits of this room weigh them."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from operator import mul

SURE = 5.0  # log odds beyond which it makes no difference how sure the model is

_LEAST = 1e-3  # beyond it the log odds are beyond `SURE`


def log_odds(probability: float) -> float:
    """The natural logarithm of p / (1 - p), at most `SURE` on either side.

    >>> log_odds(0.5), log_odds(1.0), log_odds(0.0)
    (0.0, 5.0, -5.0)
    """
    if not _LEAST < probability < 1 - _LEAST:
        return SURE if probability > 0.5 else -SURE
    odds = log(probability / (1 - probability))
    return SURE if odds > SURE else -SURE if odds < -SURE else odds


def weigh(weights: Sequence[float], row: Sequence[float]) -> float:
    """The weighted sum of what speaks for a candidate, number by number.

    Raises:
        ValueError: there are not as many weights as numbers.
    """
    if len(weights) != len(row):
        raise ValueError(f"{len(weights)} weights for {len(row)} numbers")
    total: float = sum(map(mul, weights, row))
    return total

"""A conditional logit (McFadden 1974): which of several candidates is chosen, by a weighted sum of what speaks for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

LEAST = 0.02  # spread of a number at least, lest a rare one weigh too much


def fit(blocks: Sequence[np.ndarray], right: Sequence[np.ndarray], weight: Sequence[float], ridge: float | np.ndarray) -> np.ndarray:
    """Weights by penalised likelihood, each number scaled by its spread.

    Args:
        blocks: for each choice the rows of its candidates, [candidate, number].
        right: for each choice which candidates are right; at least one.
        weight: how much each choice counts.
        ridge: the penalty on the squares of the scaled weights, one for all or one for each.
    """
    starts = np.cumsum([0, *map(len, blocks)])[:-1]
    lengths, counts, good = np.array([*map(len, blocks)]), np.array(weight), np.concatenate(right)
    rows = np.vstack(blocks)
    spread = np.maximum(rows.std(axis=0), LEAST)
    rows = rows / spread

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = rows @ weights
        odds = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), lengths))
        total, chosen = np.add.reduceat(odds, starts), np.add.reduceat(odds * good, starts) + 1e-300
        slope = odds / np.repeat(total, lengths) - odds * good / np.repeat(chosen, lengths)
        cost = (counts * (np.log(total) - np.log(chosen))).sum() + (ridge * weights) @ weights / 2
        return float(cost), rows.T @ (slope * np.repeat(counts, lengths)) + ridge * weights

    result: np.ndarray = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x / spread
    return result

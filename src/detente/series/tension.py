"""The tension index: how much of what two sides do to each other is conflict, 0 to 100, with what few reports leave open.

Every observation weighs as much as its score (a tenth of it, so at most 1). The index of a period is the share of conflict in that weight,
drawn towards the share over the whole span as if `PRIOR` observations of full weight had been seen there (a Beta prior). The interval holds
90 of 100 draws of the Bayesian bootstrap (Rubin 1981, Annals of Statistics 9) over articles: reports of one article share a draw, because
they are not independent. A period without a report has the prior's value and its wide interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from detente.records import Record
from detente.series.observe import Observation
from detente.series.periods import Step, begin, between

if TYPE_CHECKING:
    import numpy as np

PRIOR = 2.0
DRAWS = 1000
_EDGES = (0.05, 0.95)


class Tension(Record, frozen=True):
    """The index of the period that begins on `date`: `value` within `low` to `high` (90 of 100), 0 all cooperation, 100 all conflict."""

    date: str
    value: float
    low: float
    high: float


def tension(observed: Sequence[Observation], step: Step, span: tuple[str, str]) -> list[Tension]:
    """The index of every period of a span, for the observations of one dyad (in one direction or both)."""
    import numpy

    base = _share(observed)
    periods: dict[str, list[Observation]] = {start: [] for start in between(*span, step)}
    for one in observed:
        periods.setdefault(begin(one.date, step), []).append(one)
    # One seed: the same observations give the same interval.
    draw = numpy.random.default_rng(0)
    return [_index(start, found, base, draw) for start, found in sorted(periods.items())]


def _share(observed: Sequence[Observation]) -> float:
    """The share of conflict over everything, itself drawn to one half."""
    conflict = sum(_weight(one) for one in observed if one.conflict)
    return (conflict + PRIOR / 2) / (sum(map(_weight, observed)) + PRIOR)


def _weight(one: Observation) -> float:
    return min(abs(one.score) / 10, 1.0)


def _index(start: str, found: Sequence[Observation], base: float, draw: np.random.Generator) -> Tension:
    import numpy

    sources = sorted({one.source for one in found})
    amounts: np.ndarray[Any, Any] = numpy.zeros((len(sources), 2))
    for one in found:
        amounts[sources.index(one.source), int(one.conflict)] += _weight(one)
    conflict, total = amounts[:, 1].sum() + PRIOR * base, amounts.sum() + PRIOR
    drawn = draw.standard_exponential((DRAWS, len(sources))) @ amounts
    bad = drawn[:, 1] + draw.standard_gamma(PRIOR * base, DRAWS)
    good = drawn[:, 0] + draw.standard_gamma(PRIOR * (1 - base), DRAWS)
    low, high = numpy.quantile(100 * bad / (bad + good), _EDGES)
    value = 100 * conflict / total
    return Tension(start, round(float(value), 1), round(float(min(low, value)), 1), round(float(max(high, value)), 1))

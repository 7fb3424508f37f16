"""The day of an act, chosen among all that may be meant (`event.daybook`), by what speaks for each.

A conditional logit (McFadden 1974) weighs them; its weights are fitted on annotated articles that the text model has not read, by
`python -m training.days` (`days.json` beside the model).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import exp
from pathlib import Path

import msgspec

from detente.event.daybook import FEATURES, FOUND, PARTS, Candidate, Daybook, Days
from detente.event.drafts import Draft
from detente.event.odds import weigh
from detente.event.scene import Scene
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS
from detente.records import EventDate

FILE = "days.json"


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `daybook.FEATURES`; other days must be ahead of those found by `margin` (in probability)."""

    weights: tuple[float, ...]
    margin: float = 0.0


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(FEATURES))


def settle_days(drafts: Sequence[Draft], stage: Sequence[Scene], text: str, folder: Path) -> None:
    """Give drafts likelier days than those found, in place; all are judged before the first is changed."""
    weights = load(folder)
    if weights is None:
        return
    book = Daybook(drafts, stage, text)
    chosen = [choose(book.candidates(index), weights, draft.date) for index, draft in enumerate(drafts)]
    for draft, days in zip(drafts, chosen, strict=True):
        draft.date = days


def choose(candidates: Sequence[Candidate], weights: Weights, found: EventDate) -> EventDate:
    """The likeliest days; the candidates of one span of days count together."""
    first, *parts = _parts(weights)
    odds: dict[Days, float] = defaultdict(float)
    shown: dict[Days, tuple[float, EventDate]] = {}
    for candidate in candidates:
        value = exp(weigh(first, candidate.found) + weigh(parts[candidate.part], candidate.told))
        days = candidate.days
        odds[days] += value
        if value > shown.get(days, (0.0, found))[0]:
            shown[days] = value, candidate.date
    here = found.first, found.last
    best = max(odds, key=odds.__getitem__)
    ahead = (odds[best] - odds[here]) / sum(odds.values())
    return found if best == here or ahead < weights.margin else shown[best][1]


@lru_cache(maxsize=2)
def _parts(weights: Weights) -> tuple[tuple[float, ...], ...]:
    """The weights of whether days are those found, and of each part of `FEATURES`."""
    ends = list(accumulate(PARTS, initial=len(FOUND)))
    return weights.weights[: ends[0]], *(weights.weights[first:last] for first, last in pairwise(ends))

"""The place of an act, chosen among those that the article names, by what speaks for each.

The place that the text model ties to an act in its own sentence is one candidate; the others are the rest of its sentence's, those of the
sentences about it and of the lead, the dateline, and none. A conditional logit (McFadden 1974) weighs them (`event.whereabouts`); its weights are
fitted on annotated articles that the text model has not read, by `python -m training.places` (`places.json` beside the model).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

import msgspec

from detente.event.nearby import away
from detente.event.odds import weigh
from detente.event.placerows import FEATURES
from detente.event.surroundings import called
from detente.event.whereabouts import Candidate, Whereabouts
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS
from detente.records import Place

FILE = "places.json"


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `placerows.FEATURES`."""

    weights: tuple[float, ...]


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(FEATURES))


def settle_places(book: Whereabouts, folder: Path) -> None:
    """Give an article's drafts their likeliest places, in place; all are judged before the first is changed."""
    weights = load(folder)
    if weights is None:
        return
    chosen = [choose(book.candidates(index), weights, draft.trigger) for index, draft in enumerate(book.drafts)]
    for draft, place in zip(book.drafts, chosen, strict=True):
        draft.place = place


def choose(candidates: Sequence[Candidate], weights: Weights, trigger: tuple[int, int]) -> Place | None:
    """The likeliest place, where it is named nearest to the act; the candidates of one name count together."""
    odds: dict[str | None, float] = defaultdict(float)
    for candidate in candidates:
        odds[called(candidate.place)] += exp(weigh(weights.weights, candidate.row))
    best = max(odds, key=odds.__getitem__)
    return min((one.place for one in candidates if one.place and called(one.place) == best), key=lambda place: away(place, trigger), default=None)

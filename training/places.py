"""Fit how the places of acts are chosen, and write it beside the weights (`places.json`).

    python -m training.places --corpus corpus [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

The weights of `event.places` are fitted on the coded events of the articles of corpus/train that the reader, an earlier text model, was
not trained on, and of corpus/dev. An act that the annotation leaves without a place counts less (`UNPLACED`): of those that get one all the
same, more than half have it when read again. Prints what is right before and after, on articles that the fit did not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from detente.coder import Coder
from detente.evaluate.corpus import Pair
from detente.evaluate.same import same_place
from detente.evaluate.scoring import match_events
from detente.event.places import FILE, Weights, choose
from detente.event.whereabouts import Candidate, Whereabouts
from detente.records import Place
from training.logit import fit
from training.unread import fold, options, unread

RIDGE = 10.0
UNPLACED = 0.5


class Choice(NamedTuple):
    """One event: where its act stands, its candidates, which of them are right, the place tied to it before, and the annotated one."""

    event: str
    trigger: tuple[int, int]
    candidates: list[Candidate]
    right: np.ndarray
    found: Place | None
    gold: Place | None


class Recorder(Coder):
    """Codes without choosing anew, and keeps what the choice would see."""

    def _choose_places(self, book: Whereabouts) -> None:
        self.seen = [(draft.trigger, draft.place, book.candidates(index)) for index, draft in enumerate(book.drafts)]

    def _fill(self, *_) -> None:  # type: ignore[no-untyped-def]
        """Sides are put right after places are chosen."""


def choices(pairs: Sequence[Pair], coder: Recorder) -> list[Choice]:
    """The coded events that are in the annotation too."""
    found = []
    for pair in pairs:
        coded = coder.code(pair.article)
        numbers = {event.id: number for number, event in enumerate(coded.events)}
        for gold, event in match_events(pair.gold, coded):
            trigger, place, candidates = coder.seen[numbers[event.id]]
            right = np.array([_right(gold.place, candidate.place) for candidate in candidates])
            found.append(Choice(event.id, trigger, candidates, right, place, gold.place))
    return found


def _right(gold: Place | None, place: Place | None) -> bool:
    return place is None if gold is None else same_place(gold, place)


def fit_places(found: Sequence[Choice]) -> Weights:
    """The weights of all choices that can be right."""
    known = [one for one in found if one.right.any()]
    blocks = [np.array([candidate.row for candidate in one.candidates]) for one in known]
    weights = fit(blocks, [one.right for one in known], [1.0 if one.gold else UNPLACED for one in known], RIDGE)
    return Weights(tuple(map(float, weights.round(3))))


def figures(placed: Sequence[tuple[Place | None, Place | None]]) -> str:
    """Of pairs of an annotated and a given place: the share of the annotated that are given, and of the given that are annotated."""
    golds, given = (sum(place is not None for place in places) for places in zip(*placed, strict=True))
    right = sum(gold is not None and _right(gold, place) for gold, place in placed)
    return f"{right / golds:.3f} of {golds} annotated places, {right / given:.3f} of {given} given ones"


def main() -> None:
    """Collect, cross-validate, fit, write."""
    args = options(__doc__)
    found = choices(unread(args.corpus), Recorder(model=args.reader))
    after: list[tuple[Place | None, Place | None]] = []
    for number in range(args.folds):
        weights = fit_places([one for one in found if fold(one.event, args.folds) != number])
        after += [(one.gold, choose(one.candidates, weights, one.trigger)) for one in found if fold(one.event, args.folds) == number]
    print(f"before: {figures([(one.gold, one.found) for one in found])}")
    print(f"after: {figures(after)}")
    (args.weights / FILE).write_bytes(msgspec.json.encode(fit_places(found)) + b"\n")


if __name__ == "__main__":
    main()

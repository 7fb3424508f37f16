"""Fit how the days of acts are chosen, and write it beside the weights (`days.json`).

    python -m training.days --corpus corpus [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

The weights of `event.chronology` over the numbers of `event.daybook` are fitted on the coded events of the articles of corpus/train that
the reader, an earlier text model, was not trained on, and of corpus/dev. An act that the annotation does not date counts little (`UNDATED`):
there annotators left open what a reader would still date. Prints how many dated acts get days that hold the annotated ones, on articles that
the fit did not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from detente.coder import Coder
from detente.evaluate.corpus import Pair
from detente.evaluate.same import days, holds
from detente.evaluate.scoring import match_events
from detente.event.chronology import FILE, Weights, choose
from detente.event.daybook import Candidate, Daybook
from detente.records import EventDate
from training.logit import fit
from training.unread import fold, options, unread

RIDGE = 12.0
MARGIN = 0.1
UNDATED = 0.05
WIDER, SPARE = 1.5, 3  # a candidate may be so much wider than the annotated days, and by so many days


class Choice(NamedTuple):
    """One event: its candidates, which of them are right, what was found by the rules, and what the annotation says."""

    event: str
    candidates: list[Candidate]
    right: np.ndarray
    found: EventDate
    gold: EventDate


class Recorder(Coder):
    """Codes without choosing anew, and keeps what the choice would see."""

    def _choose_days(self, drafts, stage, text) -> None:  # type: ignore[no-untyped-def]
        self.seen = Daybook(drafts, stage, text), [draft.date for draft in drafts]

    def _fill(self, *_) -> None:  # type: ignore[no-untyped-def]
        """Sides tell nothing of days."""


def choices(pairs: Sequence[Pair], coder: Recorder) -> list[Choice]:
    """The coded events that are in the annotation too."""
    found = []
    for pair in pairs:
        coded = coder.code(pair.article)
        book, before = coder.seen
        numbers = {event.id: number for number, event in enumerate(coded.events)}
        for gold, event in match_events(pair.gold, coded):
            candidates = book.candidates(numbers[event.id])
            right = np.array([_right(gold.date, candidate.date) for candidate in candidates])
            found.append(Choice(event.id, candidates, right, before[numbers[event.id]], gold.date))
    return found


def _right(gold: EventDate, date: EventDate) -> bool:
    if gold.first is None:
        return date.text is None
    return holds(gold, date) and days(date) <= WIDER * days(gold) + SPARE


def fit_days(found: Sequence[Choice]) -> Weights:
    """The weights of all choices that can be right."""
    known = [one for one in found if one.right.any()]
    blocks = [np.array([candidate.row for candidate in one.candidates]) for one in known]
    weights = fit(blocks, [one.right for one in known], [1.0 if one.gold.first else UNDATED for one in known], RIDGE)
    return Weights(tuple(map(float, weights.round(3))), MARGIN)


def main() -> None:
    """Collect, cross-validate, fit, write."""
    args = options(__doc__)
    found = choices(unread(args.corpus), Recorder(model=args.reader))
    before, after, moved = [], [], 0
    for number in range(args.folds):
        weights = fit_days([one for one in found if fold(one.event, args.folds) != number])
        for one in (one for one in found if fold(one.event, args.folds) == number and one.gold.first):
            date = choose(one.candidates, weights, one.found)
            before.append(holds(one.gold, one.found))
            after.append(holds(one.gold, date))
            moved += date != one.found
    print(f"{len(after)} dated events: days that hold the annotated ones before {np.mean(before):.3f}, after {np.mean(after):.3f}, changed {moved}")
    (args.weights / FILE).write_bytes(msgspec.json.encode(fit_days(found)) + b"\n")


if __name__ == "__main__":
    main()

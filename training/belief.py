"""Fit how likely a coded event is right, and write it beside the weights (`belief.json`).

    python -m training.belief --corpus corpus --open DIR [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

The weights of `event.belief` are fitted on all that the reader, an earlier text model, finds in the articles and real sentences of
corpus/train that it was not trained on, and in corpus/dev: whether an event's type is right. Without the real sentences the fit knows our
articles alone, and is worse than none on other text. Prints for each part the best F1 of types over thresholds, with the confidence
before and after, where the fit did not see them. Then `training.calibrate` has to be run again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from detente.codebook import Codebook
from detente.coder import Coder
from detente.evaluate.corpus import Pair
from detente.evaluate.scoring import match_events
from detente.event.belief import FILE, Evidence, Weights, features, subjects
from training.logit import fit
from training.unread import fold, options, unread, unread_sentences

RIDGE, TOPIC_RIDGE = 10.0, 1000.0
STRICT = 0.0075  # what an event fewer invented may cost in F1


class Found(NamedTuple):
    """One event: its numbers, topic vectors at the end, the confidence before, whether its type is right."""

    event: str
    row: np.ndarray
    before: float
    right: bool


class Recorder(Coder):
    """Codes all that comes near, and keeps what the judgement would see."""

    def _believe(self, drafts, parties, text) -> None:  # type: ignore[no-untyped-def]
        rows = list(Evidence(drafts, parties, text, self.codebook_acts).rows())
        self.seen = np.hstack([rows, subjects(drafts, text, self.model.folder)]) if drafts else []

    def _sure(self, drafts, book):  # type: ignore[no-untyped-def]
        return list(drafts)

    @property
    def codebook_acts(self) -> tuple[str, ...]:
        """The acts of the default codebook."""
        return tuple(Codebook.load("plover").types)


def collect(pairs: Sequence[Pair], coder: Recorder) -> tuple[list[Found], int]:
    """All events that the coder finds, and how many the annotation has."""
    found, gold = [], 0
    for pair in pairs:
        coded = coder.code(pair.article)
        right = {event.id for one, event in match_events(pair.gold, coded) if one.type == event.type}
        gold += len(pair.gold.events)
        found += [Found(event.id, row, event.confidence, event.id in right) for event, row in zip(coded.events, coder.seen, strict=True)]
    return found, gold


def fit_belief(found: Sequence[Found], acts: tuple[str, ...]) -> Weights:
    """The weights: a choice between the event and none, whose numbers are all zero."""
    blocks = [np.stack([one.row, np.zeros_like(one.row)]) for one in found]
    right = [np.array([one.right, not one.right]) for one in found]
    own = len(features(acts))
    ridge = np.where(np.arange(len(found[0].row)) < own, RIDGE, TOPIC_RIDGE)
    weights = tuple(map(float, fit(blocks, right, [1.0] * len(found), ridge).round(3)))
    return Weights(acts, weights[:own], weights[own:])


def best_f1(score: np.ndarray, right: np.ndarray, gold: int, strict: float = 0.0) -> tuple[float, float]:
    """The best F1 of types over all thresholds, and the highest score at which it is less by at most `strict`."""
    order = np.argsort(-score)
    f1 = 2 * right[order].cumsum() / (np.arange(1, len(score) + 1) + gold)
    return float(f1.max()), float(score[order][np.argmax(f1 >= f1.max() - strict)])


def _odds(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))


def main() -> None:
    """Collect, cross-validate, fit, write."""
    args = options(__doc__)
    coder = Recorder(model=args.reader)
    parts = [collect(pairs, coder) for pairs in (unread(args.corpus), unread_sentences(args.corpus, args.open))]
    found = [one for part, _ in parts for one in part]
    after, folds = np.zeros(len(found)), np.array([fold(one.event, args.folds) for one in found])
    for number in range(args.folds):
        told = fit_belief([one for one, at in zip(found, folds, strict=True) if at != number], coder.codebook_acts)
        fitted = np.array([*told.weights, *told.topic])
        for index in np.flatnonzero(folds == number):
            after[index] = found[index].row @ fitted
    first = 0
    for name, (part, gold) in zip(("articles", "real sentences"), parts, strict=True):
        right, before = np.array([one.right for one in part]), np.array([one.before for one in part])
        (old, _), (new, cut) = best_f1(before, right, gold), best_f1(after[first : (first := first + len(part))], right, gold)
        print(f"{name}: {len(part)} found, {gold} annotated: F1 of types before {old:.3f}, after {new:.3f}, best from {_odds(cut):.2f} on")
    _, cut = best_f1(after, np.array([one.right for one in found]), sum(gold for _, gold in parts), STRICT)
    keep = round(_odds(cut), 3)
    print(f"coded from {keep} on")
    weights = msgspec.structs.replace(fit_belief(found, coder.codebook_acts), keep=keep)
    (args.weights / FILE).write_bytes(msgspec.json.encode(weights) + b"\n")


if __name__ == "__main__":
    main()

"""Fit what speaks for the contexts of acts, and write it beside the weights (`contexts.json`).

    python -m training.contexts --corpus corpus [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

The weights of `event.contexts` are fitted on the coded events, paired with the annotated ones, of the articles of corpus/train that the reader,
an earlier text model, was not trained on. corpus/dev takes no part in the weights; the least chance of a context was chosen with it in view.
Prints the F1 of contexts before and after.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from scipy.optimize import minimize

from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.scoring import match_events
from detente.event.contexts import FEATURES, FILE, Contexts, Weights
from training.unread import fold, options, unread

RIDGE, USUAL, ACTS = 3.0, 1.0, 3.0  # penalties on the squares of scaled weights, of a context's log odds from `RARE`, of an act's
RARE = -3.0
LEAST = 0.35
SLIGHT = 0.05  # log odds that are left out


class Choice(NamedTuple):
    """One event: its id and act, [context, number] what speaks for each context, which are right, and which were found before."""

    event: str
    act: str
    rows: np.ndarray
    right: np.ndarray
    before: np.ndarray


class Recorder(Coder):
    """Codes, and keeps the drafts."""

    def _events(self, article, drafts, *rest):  # type: ignore[no-untyped-def]
        self.seen = drafts
        return super()._events(article, drafts, *rest)


def choices(pairs: Sequence[Pair], coder: Recorder) -> tuple[list[str], list[Choice]]:
    """The names of all contexts, and the coded events that are in the annotation too."""
    found, names = [], []
    for pair in pairs:
        coded = coder.code(pair.article)
        story = Contexts(pair.article.text, coder.seen)
        numbers = {event.id: number for number, event in enumerate(coded.events)}
        for gold, event in match_events(pair.gold, coded):
            draft = coder.seen[numbers[event.id]]
            (rows,) = story.rows([draft])
            names = list(draft.predicate.leaning)
            right, before = (np.array([name in one for name in names]) for one in (gold.contexts, story.of([draft])[0]))
            found.append(Choice(event.id, draft.act, rows, right, before))
    return names, found


def fit_contexts(names: Sequence[str], found: Sequence[Choice]) -> Weights:
    """The weights by penalised likelihood, each number scaled by its spread."""
    acts = sorted({one.act for one in found})
    act = np.array([acts.index(one.act) for one in found])
    rows, right = np.array([one.rows for one in found]), np.array([one.right for one in found], dtype=float)
    spread = rows.reshape(-1, len(FEATURES)).std(axis=0)
    rows = rows / spread
    belongs = np.eye(len(acts))[act]

    def parts(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        own, usual, beside = np.split(values, [len(FEATURES), len(FEATURES) + len(names)])
        return own, usual, beside.reshape(len(acts), len(names))

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        own, usual, beside = parts(values)
        score = rows @ own + usual + belongs @ beside
        slope = 1 / (1 + np.exp(-score)) - right
        penalty = RIDGE * own @ own + USUAL * ((usual - RARE) ** 2).sum() + ACTS * (beside**2).sum()
        cost = (np.logaddexp(0, score) - right * score).sum() + penalty / 2
        steps = np.tensordot(slope, rows, 2) + RIDGE * own, slope.sum(0) + USUAL * (usual - RARE), belongs.T @ slope + ACTS * beside
        return float(cost), np.concatenate([step.ravel() for step in steps])

    start = np.concatenate([np.zeros(len(FEATURES)), np.full(len(names), RARE), np.zeros(len(acts) * len(names))])
    own, usual, beside = parts(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 100}).x)
    pairs = ((f"{one} {name}", float(beside[row, column].round(2))) for row, one in enumerate(acts) for column, name in enumerate(names))
    told = {pair: value for pair, value in pairs if abs(value) >= SLIGHT}
    return Weights(tuple(map(float, (own / spread).round(3))), dict(zip(names, map(float, usual.round(2)), strict=True)), told, LEAST)


def chosen(names: Sequence[str], one: Choice, weights: Weights) -> np.ndarray:
    """Which contexts `event.contexts` gives an event."""
    other = np.array([weights.usual[name] + weights.acts.get(f"{one.act} {name}", 0.0) for name in names])
    result: np.ndarray = 1 / (1 + np.exp(-(one.rows @ np.array(weights.weights) + other))) > weights.least
    return result


def report(articles: str, found: Sequence[Choice], told: Sequence[np.ndarray]) -> None:
    """Print the F1 of all contexts of all events, as they were found before and as they are `told` now."""
    before, after = (f1(contexts, [one.right for one in found]) for contexts in ([one.before for one in found], told))
    print(f"{len(found)} events of {articles}: F1 before {before:.3f}, after {after:.3f}")


def f1(told: Sequence[np.ndarray], right: Sequence[np.ndarray]) -> float:
    """Of contexts told and right, over events."""
    ours, theirs = np.array(told), np.array(right)
    return float(2 * (ours & theirs).sum() / max(ours.sum() + theirs.sum(), 1))


def main() -> None:
    """Collect, cross-validate, fit, write."""
    args = options(__doc__)
    names, found = choices(unread(args.corpus), Recorder(model=args.reader))
    dev = {pair.article.id for pair in load_split(args.corpus / "dev")}
    held_out = [one for one in found if one.event.rpartition("-e")[0] in dev]
    own = [one for one in found if one.event.rpartition("-e")[0] not in dev]
    seen, told = [], []
    for number in range(args.folds):
        weights = fit_contexts(names, [one for one in own if fold(one.event, args.folds) != number])
        part = [one for one in own if fold(one.event, args.folds) == number]
        seen += part
        told += [chosen(names, one, weights) for one in part]
    report("unread articles", seen, told)
    weights = fit_contexts(names, own)
    report("corpus/dev", held_out, [chosen(names, one, weights) for one in held_out])
    (args.weights / FILE).write_bytes(msgspec.json.encode(weights) + b"\n")


if __name__ == "__main__":
    main()

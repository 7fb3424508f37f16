"""Fit in which state a text is at home (`actor/home.py`), and write the weights to its table.

    python -m training.home --corpus corpus [--reader DIR] [--folds 5]

Reads the articles that the reader, an earlier text model, was not trained on (`training.unread`): of each the state that most of whom it speaks of
without a name are of, by the annotation. Prints how many of the articles get it, on articles that the fit did not see and on corpus/dev, which it
never sees. `training.belonging` comes after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from detente.actor import home
from detente.actor.home import FEATURES, FILE
from detente.evaluate.corpus import Pair, load_split
from training.belonging import Recorder, belonging_of
from training.logit import fit
from training.unread import fold_of_article, options, unread

RIDGE = 5.0
LEAST, SHARE = 3, 0.5  # of whom a text speaks without a name: so many of one state, and so much of all


class Asked(NamedTuple):
    """One article: a row for each state, their codes, and the gold one, which is one of them."""

    article: str
    rows: np.ndarray
    codes: tuple[str, ...]
    gold: str


def main() -> None:
    """Fit, print how well it does, and write the table."""
    chosen = options(__doc__)
    ours, reader = Recorder(), Recorder(model=chosen.reader)
    pairs = load_split(chosen.corpus / "dev")
    dev, names = [one for pair in pairs if (one := asked(pair, ours))], {pair.article.id for pair in pairs}
    train = [one for pair in unread(chosen.corpus) if pair.article.id not in names and (one := asked(pair, reader))]
    right = 0
    for held in range(chosen.folds):
        weights = fit_home([one for one in train if fold_of_article(one.article, chosen.folds) != held])
        right += judged([one for one in train if fold_of_article(one.article, chosen.folds) == held], weights)
    weights = fit_home(train)
    print(f"unread, by folds: {right} of {len(train)}; dev: {judged(dev, weights)} of {len(dev)}")
    lines = [f"{name}\t{weight:.2f}" for name, weight in zip(FEATURES, weights, strict=True)]
    path = Path(home.__file__).parent / "data" / FILE
    path.write_text("\n".join(["feature\tweight", *lines]) + "\n", encoding="utf-8")


def asked(pair: Pair, coder: Recorder) -> Asked | None:
    """What is asked of an article; None where the annotation has no state of most, or the text does not tell of it."""
    around = belonging_of(pair, coder)[0].around
    found = home.rows(pair.article.text, around.told, around.dateline, home.seat(pair.article.outlet))
    nameless = {(m.start, m.end): m.country for m in pair.gold.article.mentions if m.country and m.text[:1].islower()}
    (gold, most), *_ = [*Counter(nameless.values()).most_common(1), ("", 0)]
    if most < LEAST or most < SHARE * len(nameless) or gold not in found:
        return None
    return Asked(pair.article.id, np.array(list(found.values()), float), tuple(found), gold)


def fit_home(cases: Sequence[Asked]) -> np.ndarray:
    """The weights under which the gold states are likeliest."""
    return fit([one.rows for one in cases], [np.array([code == one.gold for code in one.codes]) for one in cases], [1.0] * len(cases), RIDGE)


def judged(cases: Sequence[Asked], weights: np.ndarray) -> int:
    """Of how many articles the likeliest state is the gold one."""
    return sum(one.codes[int((one.rows @ weights).argmax())] == one.gold for one in cases)


if __name__ == "__main__":
    main()

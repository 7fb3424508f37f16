"""Fit which two tellings are of one event, and write it beside the weights (`retold.json`).

    python -m training.retold --corpus corpus [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

Of all drafts that the reader, an earlier text model, makes of corpus/dev and of the articles of corpus/train that it was not trained on
(`training.unread`), before any are joined, each two of one act and status are a pair, right if both touch the words of one event of the annotation,
wrong if each touches another's; of a pair of which one touches none nothing is known. A logistic regression over `event.retold.FEATURES`. Prints
how many pairs would be joined, and how many of them rightly, in articles that the fit did not see.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from detente.coder import Coder
from detente.event.alike import Who
from detente.event.drafts import Draft
from detente.event.retold import FEATURES, FILE, Telling, Weights, pair
from detente.records import CodedArticle
from training.logit import fit
from training.unread import fold_of_article, options, unread

RIDGE, FREE = 10.0, 0.01
LEAST = 0.25  # log odds; two events taken for one lose more than one told twice


class Recorder(Coder):
    """Codes without joining tellings, and keeps what joining would see."""

    def _merged(self, drafts: Sequence[Draft], text: str, who: Who) -> list[Draft]:
        return list(drafts)

    def _retold(self, drafts: Sequence[Draft], who: Who) -> list[Draft]:
        self.seen = [Telling(draft, who) for draft in drafts]
        return list(drafts)


def labelled(tellings: Sequence[Telling], gold: CodedArticle) -> Iterator[tuple[list[float], bool]]:
    """The numbers of each pair of which something is known, and whether it is one event."""
    touched = [_touched(telling.draft, gold) for telling in tellings]
    for later, other in enumerate(tellings):
        for earlier, one in enumerate(tellings[:later]):
            alike = (one.draft.act, one.draft.status) == (other.draft.act, other.draft.status)
            if alike and touched[earlier] and touched[later]:
                yield pair(one, other), not touched[earlier].isdisjoint(touched[later])


def _touched(draft: Draft, gold: CodedArticle) -> set[str]:
    """The events of the annotation, of a draft's act, whose words it touches."""
    return {
        event.id
        for event in gold.events
        if event.act == draft.act and any(s < span.end and span.start < e for s, e in draft.triggers for span in event.evidence)
    }


def weights_of(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression: a choice between a pair's numbers and none. The first number is 1 and its weight free."""
    blocks = [np.vstack([row, np.zeros_like(row)]) for row in rows]
    ridge = np.array([FREE] + [RIDGE] * (rows.shape[1] - 1))
    return fit(blocks, [np.array([one, not one]) for one in right], [1.0] * len(rows), ridge)


def main() -> None:
    """Collect, cross-validate, fit, write."""
    args = options(__doc__)
    coder = Recorder(model=args.reader)
    found: list[tuple[list[float], bool, int]] = []
    for one in unread(args.corpus):
        coder.code(one.article)
        found += [(*known, fold_of_article(one.article.id, args.folds)) for known in labelled(coder.seen, one.gold)]
    rows, right, parts = (np.array(column) for column in zip(*found, strict=True))
    odds = np.zeros(len(rows))
    for part in range(args.folds):
        odds[parts == part] = rows[parts == part] @ weights_of(rows[parts != part], right[parts != part])
    joined = odds > LEAST
    print(f"{len(rows)} pairs, {right.sum()} of one event; joined {joined.sum()}, of which right {right[joined].mean():.3f}")
    weights = weights_of(rows, right).round(3)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"{name:32s} {weight:+.3f}")
    (args.weights / FILE).write_bytes(msgspec.json.encode(Weights(tuple(map(float, weights)), LEAST)) + b"\n")


if __name__ == "__main__":
    main()

"""Fit whom a pronoun stands for (`mention/pronouns.py`), and write the weights to its table.

    python -m training.antecedent --corpus corpus [--reader DIR] [--folds 5]

Reads the articles that the reader, an earlier text model, was not trained on (`training.unread`): of each pronoun of the third person that the
annotation has too, which of the chains that it may stand for is its identity. Prints how many are right with these weights and with those of the
table as it was, on articles that the fit did not see and on corpus/dev, which it never sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.identity import clusters, paired
from detente.mention import Candidate, Chain, pronouns, ranking, sieve
from detente.mention.chain import Told
from detente.mention.pronouns import FILE
from detente.mention.ranking import FEATURES
from training.logit import fit
from training.unread import fold_of_article, options, unread

RIDGE = 5.0


class Choice(NamedTuple):
    """One pronoun: a row for each antecedent that it may have, and which of them are right."""

    article: str
    rows: np.ndarray
    right: np.ndarray


class Asked(NamedTuple):
    """What a pronoun was asked for while the text was read: its span, and of each antecedent the spans so far and the row."""

    span: tuple[int, int]
    spans: list[list[tuple[int, int]]]
    rows: list[tuple[float, ...]]


def main() -> None:
    """Fit, print how well it does, and write the table."""
    chosen = options(__doc__)
    ours, reader = Coder(), Coder(model=chosen.reader)
    dev = [one for pair in load_split(chosen.corpus / "dev") for one in asked(pair, ours)]
    names = {one.article for one in dev}
    train = [one for pair in unread(chosen.corpus) if pair.article.id not in names for one in asked(pair, reader)]
    unseen: Counter[str] = Counter()
    for held in range(chosen.folds):
        parts = [[one for one in train if (fold_of_article(one.article, chosen.folds) == held) == out] for out in (False, True)]
        unseen += judged(parts[1], weights_of(parts[0]))
    weights = weights_of(train)
    print("unread, by folds:", dict(unseen), "dev:", dict(judged(dev, weights)))
    lines = [f"{name}\t{weight:.2f}" for name, weight in zip(FEATURES, weights, strict=True)]
    path = Path(pronouns.__file__).parent / "data" / FILE
    path.write_text("\n".join(["feature\tweight", *lines]) + "\n", encoding="utf-8")


def asked(pair: Pair, coder: Coder) -> list[Choice]:
    """The pronouns of an article that the annotation has too."""
    heard: list[Asked] = []

    def listen(mention: Candidate, told: Told) -> Chain | None:
        fitting = pronouns.choices(mention, told)
        spans = [[(m.start, m.end) for m in chain.mentions] for chain in fitting]
        heard.append(Asked((mention.start, mention.end), spans, ranking.rows(mention, fitting, told)))
        return pronouns.antecedent(mention, told)

    with patch.object(sieve, "antecedent", listen):
        coded = coder.code(pair.article)
    gold = clusters(pair.gold)
    meant = {theirs: gold[ours] for ours, theirs in paired(pair.gold, coded).items()}
    found = []
    for one in heard:
        if one.span in meant and one.rows:
            told = [Counter(meant[span] for span in spans if span in meant).most_common(1) for spans in one.spans]
            right = np.array([bool(most) and most[0][0] == meant[one.span] for most in told])
            found.append(Choice(pair.article.id, np.array(one.rows, float), right))
    return found


def weights_of(cases: Sequence[Choice]) -> np.ndarray:
    """The weights under which the right antecedents are likeliest; pronouns are left out whose identity is none of them."""
    usable = [case for case in cases if case.right.any()]
    return fit([case.rows for case in usable], [case.right for case in usable], [1.0] * len(usable), RIDGE)


def judged(cases: Sequence[Choice], weights: np.ndarray) -> Counter[str]:
    """Of how many pronouns an antecedent is right at all (`possible`), and of how many the likeliest (`right`)."""
    found: Counter[str] = Counter()
    for case in cases:
        found["all"] += 1
        found["possible"] += bool(case.right.any())
        found["right"] += bool(case.right[int((case.rows @ weights).argmax())])
    return found


if __name__ == "__main__":
    main()

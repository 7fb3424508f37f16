"""Fit whose state a mention without one of its own is of (`actor/belonging.py`), and write the weights to its table.

    python -m training.belonging --corpus corpus [--folds 5]

Reads corpus/train: of each chain whose words name no state, the country that the annotation gives its identity, or none. Prints how
many get the right country, a wrong one, and one that the annotation does not have, on articles that the fit did not see and on corpus/dev.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from detente.actor import belonging
from detente.actor.belonging import FILE, Belonging, least
from detente.actor.parties import Parties, answers
from detente.actor.surroundings import FEATURES, NONE
from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.identity import paired
from detente.text import sentences
from training.logit import fit

RIDGE = 2.0


class Recorder(Coder):
    """Codes, and keeps the parties and the story's country."""

    parties: Parties
    home: str | None

    def _fill(self, drafts, stage, parties, told, home) -> None:  # type: ignore[no-untyped-def]
        self.parties, self.home = parties, home


class Asked(NamedTuple):
    """One chain: a row for each state that it may be of and, last, for none; their codes; the gold one, which may be none of them."""

    article: str
    rows: np.ndarray
    codes: tuple[str | None, ...]
    gold: str | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on corpus/train, print how well it does, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args(arguments)
    coder = Recorder()
    train, dev = ([one for pair in load_split(options.corpus / part) for one in asked(pair, coder)] for part in ("train", "dev"))
    articles = sorted({one.article for one in train})
    held = {name: number % options.folds for number, name in enumerate(articles)}
    unseen: Counter[str] = Counter()
    for fold in range(options.folds):
        weights = fit_states([one for one in train if held[one.article] != fold])
        unseen += judged([one for one in train if held[one.article] == fold], weights)
    weights = fit_states(train)
    print("train, unseen:", dict(unseen), "dev:", dict(judged(dev, weights)))
    write(weights)


def asked(pair: Pair, coder: Recorder) -> list[Asked]:
    """The chains of an article whose words name no state, where the annotation has their first mention with one country or none."""
    coded = coder.code(pair.article)
    gold: dict[tuple[int, int], set[str | None]] = defaultdict(set)
    for mention in pair.gold.article.mentions:
        gold[mention.start, mention.end].add(mention.country)
    known = {theirs: next(iter(gold[ours])) for ours, theirs in paired(pair.gold, coded).items() if len(gold[ours]) == 1}
    chains = [chain for chain in coder.parties.chains.values() if chain.mentions]
    alone = {chain.id: answers(chain, coder.resolver, pair.article.published) for chain in chains}
    whose = Belonging(chains, alone, pair.article.text, sentences(pair.article.text), coded.places, coder.home)
    found = []
    for chain in chains:
        first = next((m for m in chain.mentions if not m.pronoun), None)
        placed = chain.members or any(one.country or one.org for answer in alone[chain.id] for one in answer)
        if first is None or (first.start, first.end) not in known or placed:
            continue
        rows, nobody = whose.rows(chain, {})
        table = np.zeros((len(rows) + 1, len(FEATURES) + len(NONE)))
        table[:-1, : len(FEATURES)] = np.array(list(rows.values()), float).reshape(-1, len(FEATURES))
        table[-1, len(FEATURES) :] = nobody
        found.append(Asked(pair.article.id, table, (*rows, None), known[first.start, first.end]))
    return found


def fit_states(cases: Sequence[Asked]) -> np.ndarray:
    """The weights under which the gold states are likeliest; cases are left out whose gold state is none of those asked."""
    usable = [case for case in cases if case.gold in case.codes]
    right = [np.array([code == case.gold for code in case.codes]) for case in usable]
    return fit([case.rows for case in usable], right, [1.0] * len(usable), RIDGE)


def judged(cases: Sequence[Asked], weights: np.ndarray) -> Counter[str]:
    """How many of the cases with a gold state get it (`right`) or another one (`wrong`), and how many without get one (`invented`)."""
    found: Counter[str] = Counter()
    for case in cases:
        odds = np.exp(case.rows @ weights)
        answer = case.codes[int(odds.argmax())] if odds.max() >= least(case.rows[:-1]) * odds.sum() else None
        found["with" if case.gold else "without"] += 1
        if answer:
            found["invented" if not case.gold else "right" if answer == case.gold else "wrong"] += 1
    return found


def write(weights: np.ndarray) -> None:
    """Write the table that the package reads."""
    names = [("state", name) for name in FEATURES] + [("none", name) for name in NONE]
    lines = [f"{kind}\t{name}\t{weight:.2f}" for (kind, name), weight in zip(names, weights, strict=True)]
    path = Path(belonging.__file__).parent / "data" / FILE
    path.write_text("\n".join(["kind\tfeature\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

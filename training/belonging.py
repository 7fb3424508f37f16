"""Fit whose state a mention without one of its own is of (`actor/belonging.py`), and write the weights to its table.

    python -m training.belonging --corpus corpus [--reader DIR] [--folds 5]

Reads the articles that the reader, an earlier text model, was not trained on (`training.unread`): of each chain whose words name no state, the
country that the annotation gives its identity, or none. Prints how many get the right country, a wrong one, and one that the annotation does not
have, on articles that the fit did not see and on corpus/dev, which it never sees.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from detente.actor import belonging
from detente.actor.belonging import FILE, SURE, Belonging, telling
from detente.actor.parties import Parties, known_alone
from detente.actor.surroundings import FEATURES, NONE, noun
from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.identity import paired
from detente.records import CodedArticle
from detente.text import sentences
from detente.where import story_country
from training.logit import fit
from training.unread import fold_of_article, options, unread

RIDGE = 10.0
OFTEN = 6  # chains that are about a noun, for it to have a weight of its own


class Recorder(Coder):
    """Codes, and keeps the parties."""

    parties: Parties

    def _fill(self, drafts, stage, parties, told) -> None:  # type: ignore[no-untyped-def]
        self.parties = parties


class Asked(NamedTuple):
    """One chain: a row for each state that it may be of and, last, for none; their codes; its noun; the gold code, which may be none of them."""

    article: str
    rows: np.ndarray
    codes: tuple[str | None, ...]
    noun: str
    gold: str | None


def main() -> None:
    """Fit, print how well it does, and write the table."""
    chosen = options(__doc__)
    ours, reader = Recorder(), Recorder(model=chosen.reader)
    dev = [one for pair in load_split(chosen.corpus / "dev") for one in asked(pair, ours)]
    names = {one.article for one in dev}
    train = [one for pair in unread(chosen.corpus) if pair.article.id not in names for one in asked(pair, reader)]
    unseen: Counter[str] = Counter()
    for held in range(chosen.folds):
        seen = [one for one in train if fold_of_article(one.article, chosen.folds) != held]
        nouns = often(seen)
        unseen += judged([one for one in train if fold_of_article(one.article, chosen.folds) == held], nouns, fit_states(seen, nouns))
    nouns = often(train)
    weights = fit_states(train, nouns)
    print("unread, by folds:", dict(unseen), "dev:", dict(judged(dev, nouns, weights)))
    write(nouns, weights)


def asked(pair: Pair, coder: Recorder) -> list[Asked]:
    """The chains of an article whose words name no state, where the annotation has most of their mentions with one country or none."""
    whose, coded = belonging_of(pair, coder)
    gold: dict[tuple[int, int], set[str | None]] = defaultdict(set)
    for mention in pair.gold.article.mentions:
        gold[mention.start, mention.end].add(mention.country)
    known = {theirs: next(iter(gold[ours])) for ours, theirs in paired(pair.gold, coded).items() if len(gold[ours]) == 1}
    found = []
    for chain in (chain for chain in coder.parties.chains.values() if chain.mentions):
        countries = Counter(known[m.start, m.end] for m in chain.mentions if (m.start, m.end) in known)
        placed = chain.members or any(one.country or one.org for answer in whose.alone[chain.id] for one in answer)
        if not countries or placed:
            continue
        rows, nobody = whose.rows(chain, coder.parties.identities)
        table = np.zeros((len(rows) + 1, len(FEATURES) + len(NONE)))
        table[:-1, : len(FEATURES)] = np.array(list(rows.values()), float).reshape(-1, len(FEATURES))
        table[-1, len(FEATURES) :] = nobody
        found.append(Asked(pair.article.id, table, (*rows, None), noun(telling(chain)), countries.most_common(1)[0][0]))
    return found


def belonging_of(pair: Pair, coder: Recorder) -> tuple[Belonging, CodedArticle]:
    """What stands around the chains of an article as it is coded, and the article."""
    coded = coder.code(pair.article)
    chains = [chain for chain in coder.parties.chains.values() if chain.mentions]
    text, day = pair.article.text, pair.article.published
    story = story_country(text, coded.places)
    alone = {chain.id: known_alone(chain, coder.resolver, day, text, story) for chain in chains}
    return Belonging(chains, alone, text, sentences(text), coded.places, pair.article.outlet), coded


def often(cases: Sequence[Asked]) -> list[str]:
    """The nouns that tell by themselves how often somebody is of no state."""
    return sorted(word for word, count in Counter(case.noun for case in cases).items() if word.isalpha() and count >= OFTEN)


def rows_of(case: Asked, nouns: Sequence[str]) -> np.ndarray:
    """The rows of a case with a column for each noun, which is 1 for none in the case's own."""
    own = np.zeros((len(case.rows), len(nouns)))
    own[-1] = [case.noun == word for word in nouns]
    return np.hstack([case.rows, own])


def fit_states(cases: Sequence[Asked], nouns: Sequence[str]) -> np.ndarray:
    """The weights under which the gold states are likeliest; cases are left out whose gold state is none of those asked."""
    usable = [case for case in cases if case.gold in case.codes]
    right = [np.array([code == case.gold for code in case.codes]) for case in usable]
    return fit([rows_of(case, nouns) for case in usable], right, [1.0] * len(usable), RIDGE)


def judged(cases: Sequence[Asked], nouns: Sequence[str], weights: np.ndarray) -> Counter[str]:
    """How many of the cases with a gold state get it (`right`) or another one (`wrong`), and how many without get one (`invented`)."""
    found: Counter[str] = Counter()
    for case in cases:
        odds = np.exp(rows_of(case, nouns) @ weights)
        best = int(odds[:-1].argmax()) if len(odds) > 1 else -1
        answer = case.codes[best] if odds[best] >= SURE * odds.sum() else None
        found["with" if case.gold else "without"] += 1
        if answer:
            found["invented" if not case.gold else "right" if answer == case.gold else "wrong"] += 1
    return found


def write(nouns: Sequence[str], weights: np.ndarray) -> None:
    """Write the table that the package reads."""
    names = [*(("state", name) for name in FEATURES), *(("none", name) for name in NONE), *(("noun", word) for word in nouns)]
    lines = [f"{kind}\t{name}\t{weight:.2f}" for (kind, name), weight in zip(names, weights, strict=True)]
    path = Path(belonging.__file__).parent / "data" / FILE
    path.write_text("\n".join(["kind\tfeature\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

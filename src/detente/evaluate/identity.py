"""Which mentions of an article are one actor, and the country behind a pronoun or a title: a coded article against gold."""

from __future__ import annotations

import re
from functools import lru_cache

from detente import knowledge
from detente.evaluate.coreference import Clusters, Coreference, without_singles
from detente.evaluate.same import closeness, pair_up, unique
from detente.evaluate.tally import Figure
from detente.mention.closed import INITIALS, PRONOUNS
from detente.records import CodedArticle

COUNTRY = "country behind a pronoun or title"  # of all mentions without a name
COUNTRIES = {"pronoun": "country behind a pronoun", "title": "country behind a title", "description": "country behind a description"}
_OF = re.compile(r"\s(?:of|from|for|in|at|to|with)\s")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
Extent = tuple[int, int]


class Joined:
    """Coreference over articles: by equal spans, and by those that are the same words more or less."""

    def __init__(self) -> None:
        self._scores = {name: Coreference() for name in ("", ", overlap", ", no singles", ", shared mentions")}

    def add(self, gold: CodedArticle, answer: CodedArticle) -> None:
        """Count one article."""
        ours, theirs = clusters(gold), clusters(answer)
        near = {other: one for one, other in paired(gold, answer).items()}
        moved: Clusters = {near.get(extent, ("alone", *extent)): cluster for extent, cluster in theirs.items()}
        shared = ours.keys() & moved.keys()
        for name, one, other in (
            ("", ours, theirs),
            (", overlap", ours, moved),
            (", no singles", without_singles(ours), without_singles(theirs)),
            (", shared mentions", {m: ours[m] for m in shared}, {m: moved[m] for m in shared}),
        ):
            self._scores[name].add(one, other)

    def figures(self) -> dict[str, Figure]:
        """The figures, and those of each metric for equal spans."""
        found = {f"coreference{name}": score.figure() for name, score in self._scores.items()}
        return found | {f"coreference, {name}": figure for name, figure in self._scores[""].parts().items()}


def clusters(coded: CodedArticle) -> Clusters:
    """The identity of each span; words that stand for several actors are of one that is all of them."""
    found: dict[Extent, set[str]] = {}
    for mention in coded.article.mentions:
        found.setdefault((mention.start, mention.end), set()).add(mention.chain)
    return {extent: "+".join(sorted(chains)) for extent, chains in found.items()}


def paired(gold: CodedArticle, answer: CodedArticle) -> dict[Extent, Extent]:
    """The spans of the gold with that of the answer that shares most words, one to one."""
    ours, theirs = unique(gold.article.mentions), unique(answer.article.mentions)
    return {(one.start, one.end): (other.start, other.end) for one, other in pair_up(ours, theirs, closeness)}


def countries(gold: CodedArticle, answer: CodedArticle) -> dict[str, tuple[int, int]]:
    """How many mentions without a name have the country of the gold, of how many that have one there: of all, and of each kind of such words."""
    ours, theirs, near = _countries(gold), _countries(answer), paired(gold, answer)
    right = {name: [0, 0] for name in (COUNTRY, *COUNTRIES.values())}
    for extent, found in ours.items():
        kind = nameless(gold.article.text[slice(*extent)])
        if kind and None not in found:
            for name in (COUNTRY, COUNTRIES[kind]):
                right[name][0] += theirs.get(near.get(extent, (-1, -1))) == found
                right[name][1] += 1
    return {name: (one, of) for name, (one, of) in right.items()}


def _countries(coded: CodedArticle) -> dict[Extent, set[str | None]]:
    found: dict[Extent, set[str | None]] = {}
    for mention in coded.article.mentions:
        found.setdefault((mention.start, mention.end), set()).add(mention.country)
    return found


def nameless(words: str) -> str | None:
    """The kind of a mention without a name: a pronoun, a title (its head is the word for an office: "the President") or another description."""
    found = _WORD.findall(_OF.split(words, 1)[0])
    if not found:
        return None
    head = found[-1].removesuffix("'s").removesuffix("’s")
    if head.lower() in PRONOUNS and head not in INITIALS:
        return "pronoun"
    if head.lower() in _offices():
        return "title"
    return "description" if head[0].islower() else None


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset(row.phrase.split()[-1] for row in knowledge.role_words() if row.kind in ("office", "leader"))

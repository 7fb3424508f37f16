"""Whom a pronoun stands for: of those near by who agree in number and gender, the likeliest.

A linear ranking of antecedents (Denis and Baldridge 2007) by nearness, grammatical place as the order of words tells it, and salience. The weights of
`data/antecedent.tsv` are fitted on corpus/train by `python -m training.antecedent`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.closed import HE, IT, SHE, SPEAKER, THEY
from detente.mention.ranking import FEATURES, rows, several

NEAR = 8  # sentences
FILE = "antecedent.tsv"
# What speaks against "he" or "she" being somebody of no known gender, whatever the fit says: the people whom a story of the corpus is
# about are invented, and the tables have fewer of their names than of real ones. It costs nothing on corpus/dev; on GUM's news and interviews,
# which no fit has seen, 1.0 gives 0.517 CoNLL F1 and 2.0 gives 0.525.
_UNKNOWN = 2.0
_AUDIENCE = frozenset({"reporters", "journalists"})
# "Killing 48 people, most of them children": they are those who stand right before.
_PART = re.compile(r"[,;:(–—]\s?(?:[\w-]+ ){0,4}(?:of|among) $")
_WHICH = re.compile(r",? (?:which|whom|that|where|whose \w+) (?:\w+ly )?", re.IGNORECASE)


def antecedent(mention: Candidate, told: Told) -> Chain | None:
    """The chain that a pronoun of the third person joins; None for others and where none fits."""
    fitting = choices(mention, told)
    if whole := _whole(mention, fitting):
        return whole
    if told.alike and mention in told.alike:
        near = [chain for chain in told.groups if mention.sentence - chain.last.sentence <= NEAR] if mention.pronoun in THEY else []
        odds = {chain.id: told.alike.odds(mention, chain) for chain in [*fitting, *near]}
        return told.by_id[max(odds, key=odds.__getitem__)] if odds else None
    scores = [sum(weight * value for weight, value in zip(_weights(), row, strict=True)) for row in rows(mention, fitting, told)]
    if mention.gender:
        scores = [score - _UNKNOWN * (chain.gender is None) for score, chain in zip(scores, fitting, strict=True)]
    return fitting[scores.index(max(scores))] if fitting else None


def choices(mention: Candidate, told: Told) -> list[Chain]:
    """The chains that a pronoun of the third person may stand for, the one told of last first."""
    word = mention.pronoun or ""
    gender = "m" if word in HE else "f" if word in SHE else None
    if not (gender or word in IT or word in THEY):
        return []
    close = takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent())
    others = (chain for chain in close if _agrees(word, gender, chain, counted=told.alike is None) and not _aside(chain))
    return [chain for chain in others if not _told_more(mention, chain) and not (mention.quoted and _speaks(chain.last))]


def _whole(mention: Candidate, fitting: Sequence[Chain]) -> Chain | None:
    """Of whom a part is told right behind them ("48 people, most of them children")."""
    if mention.pronoun != "them" or not _PART.search(mention.before):
        return None
    here = [chain for chain in fitting if chain.last.sentence == mention.sentence and several(chain)]
    return max(here, key=lambda chain: chain.last.end, default=None)


def _speaks(mention: Candidate) -> bool:
    """Whether a mention is the label of a turn in a transcript ("QUESTION:"), of whom those who talk say "you" or "I"."""
    return mention.after.startswith(":") and mention.before[-1:] in ("", "\n")


def _agrees(word: str, gender: str | None, chain: Chain, *, counted: bool) -> bool:
    """Whether a chain has the pronoun's gender, or its number and is no single person; if not `counted`, "it" may be several too."""
    if gender:
        return chain.type == "PER" and gender == (chain.gender or gender)
    if word in IT:
        return chain.type in ("ORG", "GPE") or (chain.type == "GRP" and not (counted and several(chain)))
    return chain.type != "PER" or several(chain)


def _told_more(mention: Candidate, chain: Chain) -> bool:
    """Whether a pronoun is the subject of the clause that tells more of a chain, and so another ("agencies, which they invited")."""
    return bool(_WHICH.fullmatch(mention.between(chain.last)))


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    lines = (files("detente.mention") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    table = {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
    return tuple(table[name] for name in FEATURES)


def speaking(mention: Candidate, told: Told) -> Chain | None:
    """Outside quotation marks "I" is who writes or is interviewed, all through a text; so are "we". Quotations are settled with their speakers."""
    return told.voices.get(mention.voice) if mention.voice else None


def _aside(chain: Chain) -> bool:
    """Whether a chain is nobody that a text goes on about: an outlet, reporters who are told something, the "I" of a quotation."""
    outlet = (chain.identity or "").startswith("outlet:")
    return outlet or chain.words <= _AUDIENCE or all(m.before.endswith("(") or m.pronoun in SPEAKER for m in chain.mentions)

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
from math import log

from detente.mention.candidates import HE, IT, SHE, SPEAKER, THEY, Candidate
from detente.mention.chain import Chain, Told

NEAR = 4  # sentences
FILE = "antecedent.tsv"
# What is asked of each antecedent: was it told of in the same sentence, in the one before, how many sentences ago, in the same paragraph; is it a
# pronoun there; is it one body for "they"; does one of the two stand in a quotation of their sentence, is the antecedent quoted; is it the first of
# its sentence, and that in the sentence before; is it told of last of all; how often (log); in the headline; are it
# several for "it"; a group; a possessor; behind a preposition in the same sentence.
FEATURES = (
    "same sentence", "sentence before", "sentences", "paragraph", "pronoun", "body for they", "other voice", "quoted", "first", "first before",
    "latest", "often", "headline", "several for it", "group", "possessor", "behind preposition",
)  # fmt: skip
# What speaks against "he" or "she" being somebody of no known gender, whatever the fit says: the people whom a story of the corpus is
# about are invented, and the tables have fewer of their names than of real ones. On interviews of GUM, which no fit has seen, it is worth
# 0.012 of CoNLL F1.
_UNKNOWN = 1.0
_AUDIENCE = frozenset({"reporters", "journalists"})
_OBJECTS = frozenset({"him", "them"})
_JOINED = re.compile(r"\s+(?:and|but|or)\b")
_PREPOSITIONS = ("by ", "of ", "in ", "to ", "with ", "from ", "on ", "for ")


def antecedent(mention: Candidate, told: Told) -> Chain | None:
    """The chain that a pronoun of the third person joins; None for others and where none fits."""
    fitting = choices(mention, told)
    scores = [sum(weight * value for weight, value in zip(_weights(), row, strict=True)) for row in rows(mention, fitting)]
    if mention.gender:
        scores = [score - _UNKNOWN * (chain.gender is None) for score, chain in zip(scores, fitting, strict=True)]
    return fitting[scores.index(max(scores))] if fitting else None


def choices(mention: Candidate, told: Told) -> list[Chain]:
    """The chains that a pronoun of the third person may stand for, the one told of last first."""
    word = mention.pronoun or ""
    if word in HE | SHE:
        wanted, gender = {"PER"}, "m" if word in HE else "f"
    elif word in IT:
        wanted, gender = {"ORG", "GPE"}, None
    elif word in THEY:
        wanted, gender = {"GRP", "ORG"}, None
    else:
        return []
    close = takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent())
    fitting = [c for c in close if c.type in wanted and gender in (None, c.gender or gender) and not _aside(c)]
    if word in _OBJECTS:
        fitting = [c for c in fitting if c.last.end != _latest(mention, told)] or fitting
    return fitting


def rows(mention: Candidate, fitting: Sequence[Chain]) -> list[tuple[float, ...]]:
    """`FEATURES` of each chain that a pronoun may stand for."""
    begins = [_begin(chain) for chain in fitting]
    first: dict[int, int] = {}
    for chain, begin in zip(fitting, begins, strict=True):
        first[chain.last.sentence] = min(begin, first.get(chain.last.sentence, begin))
    found: list[tuple[float, ...]] = []
    for index, (chain, begin) in enumerate(zip(fitting, begins, strict=True)):
        last, far = chain.last, mention.sentence - chain.last.sentence
        leads = begin == first[last.sentence]
        found.append((
            far == 0, far == 1, far, last.paragraph == mention.paragraph, bool(last.pronoun), mention.pronoun in THEY and chain.type == "ORG",
            far == 0 and mention.quoted != last.quoted, last.quoted, leads, leads and far == 1, index == 0, log(len(chain.mentions)),
            chain.mentions[0].paragraph == 0, mention.pronoun in IT and "".join(chain.mentions[0].bare[-1:]).endswith("s"), chain.type == "GRP",
            last.text.endswith(("'s", "’s")), far == 0 and last.before.endswith(_PREPOSITIONS),
        ))  # fmt: skip
    return found


def _begin(chain: Chain) -> int:
    """Where a chain is told of first in the sentence that tells of it last: the subject comes first in an English sentence."""
    return min(m.start for m in takewhile(lambda m: m.sentence == chain.last.sentence, reversed(chain.mentions)))


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


def _latest(mention: Candidate, told: Told) -> int:
    """Where the mention before a pronoun ends, if it is of the same clause: the likely subject of its verb, which no object repeats."""
    last = next(told.recent(), None)
    if last is None or last.last.sentence != mention.sentence:
        return -1
    # "Detained the crew and freed them": the crew is no subject of what comes after "and".
    return -1 if _JOINED.match(last.last.after) else last.last.end

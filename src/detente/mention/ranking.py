"""What speaks for each of those whom a pronoun may stand for, as numbers that `pronouns` weighs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from math import log

from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.closed import IT, THEY
from detente.mention.kinds import head

# What is asked of each antecedent: was it told of in the same sentence, in the one before, in the same paragraph; how many were told of since (log),
# and that in a quotation; is it the first of its sentence, and that in the sentence before, and outside the quotation in which the pronoun is;
# how often was it told of (log); in the headline; is it several or a group for "it", one body, a state or several for "they"; does one of the two
# stand in a quotation of their sentence; is it behind a preposition, in the same sentence and in the one before. Then of what stands between the
# two in one sentence: does a clause begin there, does somebody say something, does "who" follow at once. And of what the pronoun is there: an
# object right behind ("the envoy told him"), an object in the clause of which it is the subject ("the envoy met him"), an object in another
# clause, an owner in the same one.
FEATURES = (
    "same sentence", "sentence before", "paragraph", "rank", "quoted rank", "first", "first before", "quoted first before", "often", "headline",
    "several for it", "group for it", "body for they", "state for they", "several for they", "other voice", "behind preposition",
    "preposition before", "clause", "said between", "who", "object close", "bound", "object unbound", "owned bound",
)  # fmt: skip
PREPOSITIONS = ("by ", "of ", "in ", "to ", "with ", "from ", "on ", "for ")
_OBJECTS = frozenset({"him", "them", "himself", "herself", "itself", "themselves"})
_OWNERS = frozenset({"his", "its", "their"})
_MANY = frozenset("people police men women children".split())
_JOINED = re.compile(r"\s+(?:and|but|or)\b")
_OWNED = re.compile(r" (?!(?:to|in|on|at|for|from|with|by|and|but|that|if|of|as|when|who|was|is)\b)\w")
WHO = re.compile(r",? (?:who|which|that)\b")
# What stands before a subject: nothing, a mark, a word that opens a clause.
OPENS = re.compile(r"(?:^|[\n.!?:;,)”\"“—–-]\s?|\b(?:and|but|that|when|while|after|before|because|if|as|where|said|says)\s)$")
SAID = re.compile(r"\b(?:said|says|say|told|denied|warned|insisted|claims?|claimed|added|believes?|hopes?|hoped|feared|fears)\b")
CLAUSE = re.compile(
    r"[;:]|\b(?:who|which|that|whether|if|when|while|after|before|because|since|until|as|where|although|though|to|but)\b"
    r"|, and\b|\b(?:said|says|say|told|denied|warned|insisted|claimed|added|believed?)\b"
)


def rows(mention: Candidate, fitting: Sequence[Chain], told: Told) -> list[tuple[float, ...]]:
    """`FEATURES` of each chain that a pronoun may stand for; `fitting` has the one told of last first."""
    begins = [_begin(chain) for chain in fitting]
    first: dict[int, int] = {}
    for chain, begin in zip(fitting, begins, strict=True):
        first[chain.last.sentence] = min(begin, first.get(chain.last.sentence, begin))
    part, close = Part.of(mention), _latest(mention, told)
    return [
        _row(mention, chain, index, part, close, leads=begin == first[chain.last.sentence])
        for index, (chain, begin) in enumerate(zip(fitting, begins, strict=True))
    ]


@dataclass(frozen=True)
class Part:
    """What a pronoun is in its clause: an object ("told him"), an owner ("his aide"), else mostly a subject."""

    object: bool
    owner: bool

    @staticmethod
    def of(mention: Candidate) -> Part:
        word = mention.pronoun or ""
        owner = word in _OWNERS or (word == "her" and bool(_OWNED.match(mention.after)))
        return Part(word in _OBJECTS or (word == "her" and not owner), owner)


def _row(mention: Candidate, chain: Chain, index: int, part: Part, close: int, *, leads: bool) -> tuple[float, ...]:
    last, far, many = chain.last, mention.sentence - chain.last.sentence, several(chain)
    it, they = mention.pronoun in IT, mention.pronoun in THEY
    gap = mention.between(last) if far == 0 else ""
    clause, prepositional = bool(CLAUSE.search(gap)), last.before.endswith(PREPOSITIONS)
    same_clause, subject = bool(gap) and not clause, leads and bool(OPENS.search(last.before))
    return (
        far == 0, far == 1, last.paragraph == mention.paragraph, log(1 + index), mention.quoted * log(1 + index), leads, leads and far == 1,
        leads and far == 1 and mention.quoted and not last.quoted, log(len(chain.mentions)), chain.mentions[0].paragraph == 0,
        it and many, it and chain.type == "GRP", they and chain.type == "ORG" and not many, they and chain.type == "GPE", they and many,
        far == 0 and mention.quoted != last.quoted, far == 0 and prepositional, far == 1 and prepositional,
        clause, bool(SAID.search(gap)), far == 0 and bool(WHO.match(last.after)), part.object and far == 0 and last.end == close,
        part.object and subject and same_clause, part.object and clause, part.owner and same_clause,
    )  # fmt: skip


def several(chain: Chain) -> bool:
    """Whether a chain opens with a description of several ("the premiers", "four people")."""
    return not chain.names and plural(chain.mentions[0])


def plural(mention: Candidate) -> bool:
    """Whether the noun that a mention is about stands for several."""
    word = head(mention.bare)
    return word in _MANY or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")))


def _begin(chain: Chain) -> int:
    """Where a chain is told of first in the sentence that tells of it last: the subject comes first in an English sentence."""
    return min(m.start for m in takewhile(lambda m: m.sentence == chain.last.sentence, reversed(chain.mentions)))


def _latest(mention: Candidate, told: Told) -> int:
    """Where the mention before a pronoun ends, if it is of the same clause: the likely subject of its verb, which no object repeats."""
    last = next(told.recent(), None)
    if last is None or last.last.sentence != mention.sentence:
        return -1
    # "Detained the crew and freed them": the crew is no subject of what comes after "and".
    return -1 if _JOINED.match(last.last.after) else last.last.end

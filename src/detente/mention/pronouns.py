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
from detente.mention.kinds import head

NEAR = 8  # sentences
FILE = "antecedent.tsv"
# What is asked of each antecedent: was it told of in the same sentence, in the one before, how many sentences ago, in the same paragraph; is it a
# pronoun there; is it one body for "they"; does one of the two stand in a quotation of their sentence, is the antecedent quoted; is it the first of
# its sentence, and that in the sentence before; is it told of last of all; how often (log); in the headline; are it
# several for "it"; a group; a possessor; behind a preposition in the same sentence.
FEATURES = (
    "same sentence", "sentence before", "sentences", "paragraph", "pronoun", "body for they", "other voice", "quoted", "first", "first before",
    "latest", "often", "headline", "several for it", "group", "possessor", "behind preposition",
    "object close", "object of first", "owned close", "owned by first", "acts first", "acts close", "says", "who", "rank", "state for they", "person for they", "group for it",
    "state for it", "quoted first before", "opens first before", "lately", "named", "same pronoun", "owned here", "object here", "several for they", "a", "said before",
    "preposition before", "acts pronoun", "bound", "beside", "said between", "joined", "object unbound", "owned bound", "apart", "clause",
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
    return [c for c in close if _may_be(word, gender, c) and not _aside(c) and not _relative(mention, c)]


def _may_be(word: str, gender: str | None, chain: Chain) -> bool:
    if gender:
        return chain.type == "PER" and gender == (chain.gender or gender)
    if word in IT:
        return chain.type in ("ORG", "GPE") or (chain.type == "GRP" and not several(chain))
    return chain.type != "PER" or several(chain)


def several(chain: Chain) -> bool:
    """Whether a description of several opens a chain ("the premiers", "four people")."""
    word = head(chain.mentions[0].bare)
    return not chain.names and (word in _MANY or (word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))))


def _relative(mention: Candidate, chain: Chain) -> bool:
    """Whether a pronoun is in the clause that tells more of a chain, which is another then ("agencies, which they invited")."""
    gap = mention.start - chain.last.end
    return 0 < gap < len(mention.before) and bool(_WHICH.fullmatch(mention.before[-gap:]))


def rows(mention: Candidate, fitting: Sequence[Chain], told: Told) -> list[tuple[float, ...]]:
    """`FEATURES` of each chain that a pronoun may stand for."""
    begins = [_begin(chain) for chain in fitting]
    word = mention.pronoun or ""
    first: dict[int, int] = {}
    for chain, begin in zip(fitting, begins, strict=True):
        first[chain.last.sentence] = min(begin, first.get(chain.last.sentence, begin))
    owns = word in ("his", "its", "their") or (word == "her" and mention.after[1:2].isalpha() and mention.after[:1] == " " and not _LINK.match(mention.after))
    object_ = word in ("him", "them") or (word == "her" and not owns) or word.endswith(("self", "selves"))
    acts = not owns and not object_
    opens = mention.before.rstrip("“\"' ")[-1:] in (".", "\n", "?", "!", "")
    latest = _latest(mention, told)
    found: list[tuple[float, ...]] = []
    for index, (chain, begin) in enumerate(zip(fitting, begins, strict=True)):
        last, far = chain.last, mention.sentence - chain.last.sentence
        leads = begin == first[last.sentence]
        close = far == 0 and last.end == latest
        lately = sum(mention.sentence - m.sentence <= 3 for m in chain.mentions[-8:])
        many = several(chain)
        length = mention.start - last.end
        gap = mention.before[-length:] if far == 0 and 0 < length <= len(mention.before) else ""
        near, clause = bool(gap), bool(_CLAUSE.search(gap))
        found.append((
            far == 0, far == 1, far, last.paragraph == mention.paragraph, bool(last.pronoun), word in THEY and chain.type == "ORG" and not many,
            far == 0 and mention.quoted != last.quoted, last.quoted, leads, leads and far == 1, index == 0, log(len(chain.mentions)),
            chain.mentions[0].paragraph == 0, word in IT and many, chain.type == "GRP",
            last.text.endswith(("'s", "’s")), far == 0 and last.before.endswith(_PREPOSITIONS),
            object_ and close, object_ and leads and far == 0, owns and close, owns and leads and far == 0, acts and leads and far == 0, acts and close,
            far == 0 and bool(_SAYS.match(last.after)), far == 0 and bool(_WHO.match(last.after)), log(1 + index), word in THEY and chain.type == "GPE",
            word in THEY and chain.type == "PER", word in IT and chain.type == "GRP", word in IT and chain.type == "GPE", mention.quoted and not last.quoted and far == 1 and leads,
            opens and leads and far == 1, log(1 + lately), bool(last.name), bool(mention.pronoun == last.pronoun), owns and far == 0, object_ and far == 0,
            word in THEY and many, last.words[:1] in (("a",), ("an",)),
            far == 1 and bool(_SAYS.match(last.after)), far == 1 and last.before.endswith(_PREPOSITIONS), acts and bool(last.pronoun) and far == 0,
            object_ and leads and near and not clause, near and bool(_BESIDE.fullmatch(gap)), near and bool(_SAID.search(gap)), near and bool(_AND.search(gap)),
            object_ and clause, owns and near and not clause, near and ";" in gap, clause,
        ))  # fmt: skip
    return found


_CLAUSE = re.compile(r"[;:]|, (?:and|but|which|who|while)|\b(?:who|which|that|whether|if|when|while|after|before|because|since|until|as|where|although|though|to|but)\b|"
    r"\b(?:said|says|say|told|denied|warned|insisted|claimed|added|believed?)\b")
_BESIDE = re.compile(r"(?:[;,:] | (?:and|but) )")
_SAID = re.compile(r"\b(?:said|says|say|told|denied|warned|insisted|claims?|claimed|added|believes?|hopes?|hoped|feared|fears)\b")
_AND = re.compile(r"\b(?:and|but|then)\b")
_MANY = frozenset("people police men women children".split())
_WHICH = re.compile(r",? (?:which|whom|that|where|whose \w+) (?:\w+ly )?", re.IGNORECASE)
_WHO = re.compile(r",? (?:who|which|that)\b")
_LINK = re.compile(r" (?:to|in|on|at|for|from|with|by|and|but|that|if|of|as|when|who|was|is)\b")
_SAYS = re.compile(r"(?: (?:also|later|has|had|have|on \w+))* (?:said|says|say|told|tells|announced|denied|warned|insisted|insists|claimed|claims|added|believes?|"
    r"hopes?|promised|vowed|declared|confirmed|noted|admitted|replied|complained|explained|reported|stressed|alleged|argued|stated|thinks?|thought|knows?|fears?|feared)\b")


def _begin(chain: Chain) -> int:
    """Where a chain is told of first in the sentence that tells of it last: the subject comes first in an English sentence."""
    return min(m.start for m in takewhile(lambda m: m.sentence == chain.last.sentence, reversed(chain.mentions)))


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    lines = (files("detente.mention") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    table = {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
    return tuple(table.get(name, 0.0) for name in FEATURES)


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

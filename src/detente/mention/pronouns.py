"""Whom a pronoun stands for: by number and gender, by nearness, and the subject first."""

from __future__ import annotations

import re
from itertools import takewhile

from detente.mention.candidates import HE, IT, SHE, SPEAKER, THEY, Candidate
from detente.mention.chain import Chain, Told

NEAR = 4  # sentences
_FORMS = {word: forms for forms in (HE, SHE, IT, THEY) for word in forms}
_AUDIENCE = frozenset({"reporters", "journalists"})
_OBJECTS = frozenset({"him", "them"})
_JOINED = re.compile(r"\s+(?:and|but|or)\b")


def antecedent(mention: Candidate, told: Told) -> Chain | None:
    """The chain that a pronoun of the third person joins; None for others and where none fits."""
    word = mention.pronoun or ""
    if word in HE | SHE:
        wanted, gender = {"PER"}, "m" if word in HE else "f"
    elif word in IT:
        wanted, gender = {"ORG", "GPE"}, None
    elif word in THEY:
        wanted, gender = {"GRP", "ORG"}, None
    else:
        return None
    close = takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent())
    fitting = [c for c in close if c.type in wanted and gender in (None, c.gender or gender) and not _aside(c)]
    if word in _OBJECTS:
        fitting = [c for c in fitting if c.last.end != _latest(mention, told)] or fitting
    return min(fitting, key=lambda chain: _cost(mention, chain, gender), default=None)


def speaking(mention: Candidate, told: Told) -> Chain | None:
    """Outside quotation marks "I" is who writes or is interviewed, all through a text; so are "we". Quotations are settled with their speakers."""
    return told.voices.get(mention.voice) if mention.voice else None


def _cost(mention: Candidate, chain: Chain, gender: str | None) -> tuple[float, int]:
    """How far a chain is, in sentences and more for what speaks against it; of equals the one that its sentence names first.

    The subject comes first in an English sentence and is what it is about.
    """
    last = chain.last
    far = float(mention.sentence - last.sentence)
    if gender and chain.gender is None:
        far += 1.5 if far else 0.9  # names tell no gender of many leaders, and who is named in the sentence itself is near
    if last.pronoun and last.pronoun in _FORMS[mention.pronoun or ""]:
        far -= 0.5
    if mention.pronoun in THEY and chain.type == "ORG":
        far += 1.5  # a body is "it" before it is "they"
    if mention.quoted != last.quoted and mention.sentence == last.sentence:
        far += 1
    return far, min(m.start for m in takewhile(lambda m: m.sentence == last.sentence, reversed(chain.mentions)))


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

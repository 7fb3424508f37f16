"""A name and a description side by side, with a comma between, are one: "its spokesman, Hedi Mansouri", "Ana Lind, a retired judge"."""

from __future__ import annotations

from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.kinds import head

_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_CLOSING = (",", ".", ";", ")", "”", '"', "\n", "—", " –", " —", " -", ":", " who ", "' ", "’ ")


def apposed(mention: Candidate, told: Told) -> Chain | None:
    """The chain that ends right before a mention and a comma, if one of the two explains the other."""
    chain = told.ending(mention.start - len(", ")) if mention.before.endswith(", ") else None
    if chain is None or chain.members or chain.last.pronoun or chain.last.type != mention.type:
        return None
    last = chain.last
    if mention.type == "PER" and mention.name and not last.name:
        # "The minister, Ana Lind": whoever has another name already is another person, as in a list.
        return chain if not chain.names and not _plural(last) else None
    explains = not mention.name and bool(last.name) and _closed(mention) and not _plural(mention)
    if mention.type == "PER":
        titled = mention.words[0] in _ARTICLES or mention.words[0].islower()
        return chain if explains and titled else None
    return chain if explains and mention.type == "ORG" and mention.words[0] in ("a", "an", "the") and mention.text[0].islower() else None


def _closed(mention: Candidate) -> bool:
    """Whether the description ends there; in a list ("Lind, a driver and two guards") it goes on."""
    after = mention.after
    return after.startswith(_CLOSING) and not after.startswith((", and", ", or"))


def _plural(mention: Candidate) -> bool:
    word = head(mention.bare)
    return word.endswith("s") and not word.endswith(("ss", "us"))

"""A name and a description side by side, with a comma between, are one: "its spokesman, Hedi Mansouri", "Ana Lind, a retired judge"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.kinds import head

_GAP = re.compile(r", (?:\d\d, )?$")  # an age may stand between
# What somebody goes by: "a group calling itself the Free Dockers", "a militia known as the Wolves".
_CALLED = re.compile(
    r",? (?:(?:that|which|who) )?(?:call(?:s|ed|ing)|styl(?:es|ed|ing)) (?:itself|himself|herself|themselves) $"
    r"|,? (?:(?:that|which|who) (?:is|are|was|were) )?(?:also |better |widely )?(?:known as|called|nicknamed|dubbed) $"
)
_INDEFINITE = frozenset({"a", "an"})
_ARTICLES = frozenset({"the", "its", "his", "her", "their"})
_CLOSING = (",", ".", ";", ")", "”", '"', "\n", "—", " –", " —", " -", ":", " who ", "' ", "’ ")


def apposed(mention: Candidate, told: Told) -> Chain | None:
    """The chain that ends right before a mention and a comma, if one of the two explains the other, or before words that name it."""
    if (link := _CALLED.search(mention.before)) and (named := told.ending(mention.start - len(link[0]))) and mention.name:
        return named if not (named.members or named.names or named.last.pronoun) else None
    gap = _GAP.search(mention.before)
    chain = told.ending(mention.start - len(gap.group())) if gap else None
    if chain is None or chain.members or chain.last.pronoun:
        return None
    last = chain.last
    if mention.type == last.type == "PER" and mention.name and not last.name and mention.words[0] not in _INDEFINITE:
        # "The minister, Ana Lind": whoever has another name already is another person, as in a list.
        return chain if not chain.names and not _plural(last) else None
    return chain if last.name and _explains(mention, last) else None


def row_behind(found: Sequence[Candidate], index: int) -> range:
    """The indices of the people by whose names a mention of several goes on: "the two ministers, Ana Lind and Tomas Varela, ..."."""
    first = before = found[index]
    if first.name or first.pronoun or first.type not in ("PER", "GRP") or not _plural(first):
        return range(0)
    for at in range(index + 1, len(found)):
        one = found[at]
        gap = one.between(before)
        if one.type != "PER" or not one.name or gap not in ((", ",) if before is first else (", ", " and ", ", and ")):
            return range(0)
        if gap.endswith(" and "):
            return range(index + 1, at + 1)
        before = one
    return range(0)


def _explains(mention: Candidate, last: Candidate) -> bool:
    """Whether a description says who the name before it is."""
    if mention.after.startswith((" and", ", and", " or ", ", or")) or _plural(mention):
        return False
    if mention.words[0] in _INDEFINITE:
        return mention.type == last.type or {mention.type, last.type} == {"ORG", "GRP"}
    if mention.name or mention.type != last.type or not mention.after.startswith(_CLOSING):
        return False
    if mention.words[0].endswith(("'s", "’s")) and not last.text.endswith(("'s", "’s")):
        return mention.type in ("ORG", "PER")  # "the BJP, India's ruling party"
    return mention.words[0] in _ARTICLES if mention.type == "ORG" else mention.type == "PER" and mention.text[0].islower()


def _plural(mention: Candidate) -> bool:
    word = head(mention.bare)
    return word.endswith("s") and not word.endswith(("ss", "us"))

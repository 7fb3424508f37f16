"""Whose somebody is by the words of a mention: "its forces", "the junta's chief", "a source in the ministry"."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.mention.candidates import Candidate
from detente.mention.chain import Chain, Told
from detente.mention.closed import HE, IT, SHE, THEY
from detente.mention.naming import WORD
from detente.mention.pronouns import antecedent, choices
from detente.records import MentionType

_OWNERS: dict[str, MentionType] = {"its": "ORG", "their": "GRP", "his": "PER", "her": "PER"}
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s")
_SAYS = re.compile(r",? (?:said|says|told|added|announced|warned|confirmed|wrote|reported|insisted)\b")
_OF = re.compile(r"\s(?:of|from|in|at|(?P<towards>for|to|with))\s")


def owner(mention: Candidate, told: Told) -> Chain | None:
    """The chain that a mention's words make the owner of whom it means, if the text told of it before."""
    if mention.pronoun or not mention.words:
        return None
    if len(mention.words) > 1 and mention.words[0] in _OWNERS:
        return _reported(mention, told) or antecedent(_possessor(mention), told)
    behind = POSSESSIVE.search(mention.text)
    if behind:
        return _worded(mention, mention.text[: behind.start()], told)
    link = _OF.search(mention.text)
    found = _worded(mention, mention.text[link.end() :], told) if link else None
    abroad = found and found.type == "GPE" and link and link["towards"]  # "the ambassador to Japan", unlike "an aide to the minister"
    return None if abroad else found


def _reported(mention: Candidate, told: Told) -> Chain | None:
    """Of whom something is reported whose own aide says so: "Japan may sue Norway, its foreign minister said"."""
    if not (mention.before.endswith(", ") and _SAYS.match(mention.after)):
        return None
    here = [(m.start, chain) for chain in choices(_possessor(mention), told) for m in chain.mentions[-4:] if m.sentence == mention.sentence]
    return min(here, key=lambda found: found[0])[1] if here else None


def _possessor(mention: Candidate) -> Candidate:
    """The pronoun with which a mention begins, as a mention."""
    word = mention.words[0]
    end = mention.start + len(word)
    return replace(
        mention, end=end, text=mention.text[: len(word)], type=_OWNERS[word], name=(), words=(word,), after=mention.text[len(word) :] + mention.after
    )


def _worded(mention: Candidate, words: str, told: Told) -> Chain | None:
    """The chain that was called by some words last, or has them for its name."""
    found = tuple([word.lower().removesuffix("'s").removesuffix("’s") for word in WORD.findall(words)])
    bare = tuple([word for word in found if word not in ("the", "a", "an")])
    if not bare:
        return None
    if len(bare) == 1 and bare[0] in HE | SHE | IT | THEY:
        return None
    called = [chain for chain in told.lately(told.worded(bare)) if chain.last.end <= mention.start]
    named = [chain for chain in told.lately(told.named(bare)) if any(name[-len(bare) :] == bare for name in chain.names)]
    return next(iter([*called, *named]), None)

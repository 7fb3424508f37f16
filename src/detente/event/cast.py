"""The cast of a story: everybody who may stand on a side of an act, and what the whole article tells of them.

A side is often told by the story and not by the sentence: strikers strike against the government, an envoy who flies to a capital
meets its rulers, an arrest is made by the police of the sentence before. So for each act the cast is all who are named in its
sentence and near it, those whom the article names most, and the states of its places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from detente.actor.identity import Identity
from detente.actor.parties import Parties
from detente.event.bars import agency
from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.records import Mention, Place

OFTEN = 5
STATE = "state:"
_FORCES = frozenset({"MIL", "COP", "PRM", "SPY"})
_ARMED = frozenset({"REB", "UAF", "CRM"})
_LAW = frozenset({"LEG", "JUD"})
_PARTY = frozenset({"PTY", "OPP"})
_OWN = {"GOV": "state", "JRN": "press", "BUS": "firm", "": "unknown"}
GROUPS = ("state", "forces", "armed", "law", "party", "people", "press", "firm", "body", "unknown")

PRIVATE = frozenset({"people", "firm", "unknown"})
_TOLD = re.compile(r"\b(?:told|tells|telling)\s+(?:the\s+)?$", re.IGNORECASE)
_BACK = 24  # code points, more than these words take


@dataclass
class Member:
    """One identity of the article: the chains that share it, their mentions in text order, and what is known of it.

    `group` is the kind of actor that it is (`GROUPS`). `place` is set for the state of a place that the text does not name as an actor.
    `side` is whom it stands for: a government, its head and its ministries are one party to an act.
    """

    key: str
    group: str
    country: str | None
    chains: set[str] = field(default_factory=set)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    place: Place | None = None
    titled: bool = False
    side: str = field(init=False)

    def __post_init__(self) -> None:
        self.side = f"{self.group}:{self.country}" if self.group == "state" and self.country else self.key


def group(identity: Identity | None) -> str:
    """The kind of actor that an identity is, as far as it tells who does what to whom."""
    first = identity.sectors[0] if identity and identity.sectors else ""
    if identity and identity.org and first in ("", "GOV", "MIL"):
        return "body"
    for name, sectors in (("forces", _FORCES), ("armed", _ARMED), ("law", _LAW), ("party", _PARTY)):
        if first in sectors:
            return name
    return _OWN.get(first, "people")


class Cast:
    """The members of one article, by identity and by sentence."""

    def __init__(self, stage: Sequence[Scene], parties: Parties) -> None:
        self.home, self.key = parties.home, cache(parties.key)  # asked again and again, while nobody's identity changes
        self.members: dict[str, Member] = {}
        self.here: list[list[Member]] = []
        for scene in stage:
            for mention in scene.mentions:
                at = mention.start - scene.start
                told = _TOLD.search(scene.text, max(at - _BACK, 0), at) or agency(scene.text, at, mention.end - scene.start)
                if not told:  # an outlet and reporters hear of an act or tell of it, and take no part
                    self._enter(mention, scene.index, parties)
        named = list(self.members.values())
        for scene in stage:
            for place in scene.places:
                if place.country and STATE + place.country not in self.members:
                    self.members[STATE + place.country] = Member(STATE + place.country, "state", place.country, place=place)
        self.often = sorted(named, key=lambda m: -len(m.mentions))[:OFTEN]
        self.often += [m for m in named if m.titled and m not in self.often]

    def _enter(self, mention: Mention, index: int, parties: Parties) -> None:
        if parties.chains[mention.chain].members:
            return
        key = parties.key(mention.chain)
        found = parties.identities.get(parties.alias.get(mention.chain, mention.chain), ())
        known = found[0] if len(found) == 1 else None
        member = self.members.setdefault(key, Member(key, group(known), known.country if known else None))
        member.chains.add(mention.chain)
        member.mentions.append((index, mention))
        member.titled |= index == 0

    def of(self, chain: str) -> Member | None:
        """The member that a chain belongs to; None for a compound."""
        return self.members.get(self.key(chain))

    def around(self, draft: Draft) -> list[Member]:
        """Who may stand on a side of the draft: those seated, of its sentence, near it, of the whole story, and its places' states."""
        scene = draft.scene
        chains = [*draft.actors, *draft.recipients, *(m.chain for m in scene.mentions), *(m.chain for m in scene.near)]
        found = {member.key: member for member in map(self.of, dict.fromkeys(chains)) if member}
        places = [STATE + p.country for p in scene.places if p.country] + ([STATE + self.home] if self.home else [])
        places += [STATE + member.country for member in found.values() if member.country]
        found |= {key: self.members[key] for key in places if key in self.members}
        found |= {member.key: member for member in self.often}
        return list(found.values())


def pairs(draft: Draft, cast: Cast) -> set[frozenset[str]]:
    """The pairs of identities between a draft's sides, or of a mutual act among its actors."""
    ones, others = ([cast.key(chain) for chain in side] for side in (draft.actors, draft.recipients))
    return {frozenset((a, b)) for a in ones for b in (others or ones) if a != b}


def nearest(member: Member, draft: Draft) -> Mention | None:
    """The mention that a filler is shown with: one of the act's sentence, else the nearest."""
    at = min(member.mentions, key=lambda one: (one[0] != draft.scene.index, abs(one[1].start - draft.trigger[0])), default=None)
    return at[1] if at else None

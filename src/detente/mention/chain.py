"""Chains of mentions, and all of a text that were told so far, found by what they are called without looking at every one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.mention.candidates import Candidate
from detente.mention.kinds import KIND, head

if TYPE_CHECKING:
    from detente.mention.likeness import Alike

LEADERS = frozenset(["leader", "president", "premier", "chancellor", "king", "emir", "prime", "ruler", "head", "presidents", "premiers", "kings"])
SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})


@dataclass(eq=False)
class Chain:
    """Mentions of one identity, in text order. `members` are the chains behind a compound such as "the two leaders".

    Attributes:
        owner: the id of the chain whose it is by its words ("its forces").
        names: the proper names of its mentions.
        bare: the words of its mentions without articles and endings, mention by mention.
        words: all words of its mentions; `heads` the same without possessive endings.
    """

    id: str
    mentions: list[Candidate] = field(default_factory=list)
    identity: str | None = None
    gender: str | None = None
    owner: str | None = None
    members: tuple[str, ...] = ()
    names: set[tuple[str, ...]] = field(default_factory=set)
    bare: set[tuple[str, ...]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    _type: str | None = None

    @property
    def type(self) -> str:
        """The type of the first mention that is no pronoun."""
        return self._type or self.mentions[0].type

    @property
    def leads(self) -> bool:
        """Whether a mention calls the person a leader and none a spokesperson or minister of something."""
        return bool(self.words & LEADERS) and not self.words & SPOKEN

    @property
    def last(self) -> Candidate:
        """The mention nearest to what comes next."""
        return self.mentions[-1]

    def add(self, mention: Candidate) -> None:
        """Add the next mention."""
        self.mentions.append(mention)
        self._type = self._type or (None if mention.pronoun else mention.type)
        self.gender = self.gender or mention.gender
        if mention.name:
            self.names.add(mention.name)
        self.bare.add(mention.bare)
        self.words.update(mention.words)
        self.heads.update([word.removesuffix("'s").removesuffix("’s") for word in mention.words])


class Told:
    """The chains of a text up to some mention.

    Attributes:
        chains: all, in the order in which they began; `by_id` the same by id.
        groups: those with members.
        voices: the chain of the "I", of the "we" and of the "you" outside quotation marks.
        alike: how likely mentions are to be of a chain, where a model tells that.
    """

    def __init__(self, alike: Alike | None = None) -> None:
        self.alike = alike
        self.chains: list[Chain] = []
        self.by_id: dict[str, Chain] = {}
        self.groups: list[Chain] = []
        self.voices: dict[str, Chain] = {}
        self._latest: dict[str, Chain] = {}  # without members, the one mentioned last at the end
        self._named: dict[str, dict[str, Chain]] = {}
        self._worded: dict[tuple[str, ...], dict[str, Chain]] = {}
        self._identified: dict[str, dict[str, Chain]] = {}
        self._ending: dict[int, Chain] = {}
        self._kinds: dict[str, dict[str, Chain]] = {}

    def begin(self, members: tuple[str, ...]) -> Chain:
        """A new chain."""
        chain = Chain(f"c{len(self.chains) + 1}", members=members)
        self.chains.append(chain)
        self.by_id[chain.id] = chain
        if members:
            self.groups.append(chain)
        return chain

    def add(self, chain: Chain, mention: Candidate, identity: str | None) -> None:
        """Put the next mention of the text into a chain."""
        chain.add(mention)
        chain.identity = chain.identity or identity
        for word in mention.name:
            self._named.setdefault(word, {})[chain.id] = chain
        self._worded.setdefault(mention.bare, {})[chain.id] = chain
        self._ending[mention.end] = chain
        if kind := KIND.get(head(mention.bare)):
            called = self._kinds.setdefault(kind, {})
            called.pop(chain.id, None)
            called[chain.id] = chain
        if chain.identity:
            self._identified.setdefault(chain.identity, {})[chain.id] = chain
        if mention.voice:
            self.voices.setdefault(mention.voice, chain)
        if not chain.members:
            self._latest.pop(chain.id, None)
            self._latest[chain.id] = chain

    def recent(self) -> Iterator[Chain]:
        """The chains without members, the one mentioned last first."""
        return reversed(self._latest.values())

    @staticmethod
    def lately(found: Iterable[Chain]) -> list[Chain]:
        """Those of some chains that have no members, the one mentioned last first."""
        single = [chain for chain in found if not chain.members]
        return sorted(single, key=lambda chain: chain.last.start, reverse=True) if len(single) > 1 else single

    def named(self, name: Sequence[str]) -> list[Chain]:
        """The chains with a name that shares a word with this one."""
        return list({key: chain for word in name for key, chain in self._named.get(word, {}).items()}.values())

    def worded(self, bare: tuple[str, ...]) -> Iterable[Chain]:
        """The chains with a mention in just these words."""
        return self._worded.get(bare, {}).values()

    def ending(self, position: int) -> Chain | None:
        """The chain with a mention that ends there."""
        return self._ending.get(position)

    def of_kind(self, kind: str) -> Iterable[Chain]:
        """The chains that were described as one kind of body or group, the one so called last first."""
        return reversed(self._kinds.get(kind, {}).values())

    def identified(self, identity: str) -> Iterable[Chain]:
        """The chains of a known identity."""
        return self._identified.get(identity, {}).values()

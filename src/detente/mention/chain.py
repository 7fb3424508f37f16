"""Chains of mentions, and all of a text that were told so far, found by what they are called without looking at every one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.mention.candidates import Candidate

LEADERS = frozenset(["leader", "president", "premier", "chancellor", "king", "emir", "prime", "ruler", "head"])
SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})


@dataclass(eq=False)
class Chain:
    """Mentions of one identity, in text order. `members` are the chains behind a compound such as "the two leaders".

    Attributes:
        names: the proper names of its mentions, each once.
        bare: the words of its mentions without articles and endings, mention by mention.
        words: all words of its mentions; `heads` the same without possessive endings.
    """

    id: str
    mentions: list[Candidate] = field(default_factory=list)
    identity: str | None = None
    gender: str | None = None
    members: tuple[str, ...] = ()
    names: list[tuple[str, ...]] = field(default_factory=list)
    bare: set[tuple[str, ...]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)

    @property
    def type(self) -> str:
        """The type of the first mention that is no pronoun."""
        for mention in self.mentions:
            if not mention.pronoun:
                return mention.type
        return self.mentions[0].type

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
        self.gender = self.gender or mention.gender
        if mention.name and mention.name not in self.names:
            self.names.append(mention.name)
        self.bare.add(mention.bare)
        self.words.update(mention.words)
        self.heads.update(word.removesuffix("'s").removesuffix("’s") for word in mention.words)


class Told:
    """The chains of a text up to some mention.

    Attributes:
        chains: all, in the order in which they began; `by_id` the same by id.
        groups: those with members.
    """

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self.by_id: dict[str, Chain] = {}
        self.groups: list[Chain] = []
        self._latest: dict[str, Chain] = {}  # without members, the one mentioned last at the end
        self._named: dict[str, dict[str, Chain]] = {}
        self._worded: dict[tuple[str, ...], dict[str, Chain]] = {}
        self._identified: dict[str, dict[str, Chain]] = {}

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
        if chain.identity:
            self._identified.setdefault(chain.identity, {})[chain.id] = chain
        if not chain.members:
            self._latest.pop(chain.id, None)
            self._latest[chain.id] = chain

    def recent(self) -> Iterator[Chain]:
        """The chains without members, the one mentioned last first."""
        return reversed(self._latest.values())

    @staticmethod
    def lately(found: Iterable[Chain]) -> list[Chain]:
        """Those of some chains that have no members, the one mentioned last first."""
        return sorted((chain for chain in found if not chain.members), key=lambda chain: chain.last.start, reverse=True)

    def named(self, name: Sequence[str]) -> list[Chain]:
        """The chains with a name that shares a word with this one."""
        return list({key: chain for word in name for key, chain in self._named.get(word, {}).items()}.values())

    def worded(self, bare: tuple[str, ...]) -> Iterable[Chain]:
        """The chains with a mention in just these words."""
        return self._worded.get(bare, {}).values()

    def identified(self, identity: str) -> Iterable[Chain]:
        """The chains of a known identity."""
        return self._identified.get(identity, {}).values()

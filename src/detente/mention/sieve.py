"""Coreference by a sieve: sure rules first, each mention joins an earlier chain or opens one (Lee et al. 2013).

Names join names, then what the knowledge tables say is one identity, then descriptions by their head word, then pronouns
by number, gender and nearness. "The two leaders" joins several chains at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from detente.mention.candidates import HE, IT, SHE, THEY, Candidate
from detente.records import Mention, MentionType

Identify = Callable[[str], str | None]
_PAIRS = frozenset({"two", "both", "pair"})
_BARE_PAIRS = frozenset({("two",), ("both",), ("pair",)})
_LEADERS = frozenset(["leader", "president", "premier", "chancellor", "king", "emir", "prime", "ruler", "head"])
_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})
_PLURAL_PEOPLE = frozenset(
    ["leaders", "presidents", "ministers", "men", "women", "officials", "envoys", "diplomats", "counterparts", "heads"]
)
_PLURAL_STATES = frozenset(
    ["countries", "nations", "states", "sides", "governments", "neighbours", "neighbors", "capitals", "parties", "allies"]
)
_TYPES: dict[str, MentionType] = {"person": "PER", "state": "GPE", "org": "ORG", "outlet": "ORG"}
NEAR = 4


@dataclass
class Chain:
    """Mentions of one identity. `members` are the chains behind a compound such as "the two leaders"."""

    id: str
    mentions: list[Candidate] = field(default_factory=list)
    identity: str | None = None
    gender: str | None = None
    members: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The type of the first mention that is no pronoun."""
        for mention in self.mentions:
            if not mention.pronoun:
                return mention.type
        return self.mentions[0].type

    @property
    def names(self) -> list[tuple[str, ...]]:
        """All proper names in the chain."""
        return [m.name for m in self.mentions if m.name]

    @property
    def leads(self) -> bool:
        """Whether a mention calls the person a leader and none a spokesperson or minister of something."""
        words = {word for m in self.mentions for word in m.words}
        return bool(words & _LEADERS) and not words & _SPOKEN

    @property
    def last(self) -> Candidate:
        """The mention nearest to what comes next."""
        return self.mentions[-1]


def resolve(found: Sequence[Candidate], identify: Identify) -> list[Chain]:
    """Join mentions to chains, in text order. `identify` gives a stable identity for a mention's words, or None."""
    chains: list[Chain] = []
    for mention in found:
        identity = None if mention.pronoun else identify(mention.text)
        if mention.type == "PER" and (identity or "").partition(":")[0] in ("org", "outlet", "group"):
            identity = None  # a person described by an organisation is not the organisation
        mention = _typed(mention, identity)
        chain = _join(mention, identity, chains)
        if chain is None:
            chain = Chain(f"c{len(chains) + 1}", identity=identity, members=_members(mention, chains))
            chains.append(chain)
        chain.mentions.append(mention)
        chain.identity = chain.identity or identity
        chain.gender = chain.gender or mention.gender
    for chain in chains:
        chain.members = chain.members or _hyphenated(chain, chains)
    return chains


def _hyphenated(chain: Chain, chains: Sequence[Chain]) -> tuple[str, ...]:
    """The two chains behind a compound such as "the Lund-Moreau talks" or a headline's "Lund Moreau", if both names stand elsewhere."""
    words = chain.mentions[0].words
    joined = [part for word in words for part in [word.split("-")] if len(part) == 2 and all(part)]
    if not joined and len(words) == 2 and chain.type == "PER" and chain.mentions[0].name == words:
        joined = [list(words)]
    if chain.identity or len(chain.mentions) > 1 or not joined:
        return ()
    found: list[str] = []
    for part in joined[0]:
        called = [c for c in chains if c is not chain and c.id not in found and _called(c, part)]
        found += [max(called, key=lambda c: len(c.mentions)).id] if called else []
    return tuple(found) if len(found) == 2 else ()


def _called(chain: Chain, word: str) -> bool:
    return any(word in (name[0], name[-1]) and "-" not in name[0] for name in chain.names)


def _typed(mention: Candidate, identity: str | None) -> Candidate:
    """The mention with the type that its known identity has; the tables are surer than the model."""
    known = _TYPES.get((identity or "").partition(":")[0])
    kept = mention.type == "GRP" or (mention.type == "PER" and known == "ORG")
    return replace(mention, type=known) if known and not kept else mention


def _join(mention: Candidate, identity: str | None, chains: Sequence[Chain]) -> Chain | None:
    recent = sorted((c for c in chains if not c.members), key=lambda c: c.last.start, reverse=True)
    if mention.pronoun:
        return _both(mention, chains) or _pronoun(mention, recent)
    if apposed := _apposed(mention, recent):
        return apposed
    return _identical(mention, identity, recent) or _named(mention, identity, recent) or _described(mention, identity, recent)


def _apposed(mention: Candidate, recent: Sequence[Chain]) -> Chain | None:
    """A name right behind a description and a comma is that person's ("its spokesman, Hedi Mansouri")."""
    last = recent[0].last if recent and len(recent[0].mentions) == 1 else None
    beside = last and mention.type == last.type == "PER" and mention.name and not last.name and not last.pronoun
    return recent[0] if beside and last and mention.start - last.end == len(", ") else None


def _named(mention: Candidate, identity: str | None, recent: Sequence[Chain]) -> Chain | None:
    """The same name, or for a person the surname or given names of a fuller one; known identities never mix."""
    if not mention.name:
        return None
    for chain in recent:
        if chain.type != mention.type or (identity and chain.identity and identity != chain.identity):
            continue
        for name in chain.names:
            if name == mention.name:
                if mention.type == "PER" or _same_words(mention, chain):
                    return chain
            elif mention.type == "PER" and _part_of(mention.name, name):
                return chain
    return None


def _same_words(mention: Candidate, chain: Chain) -> bool:
    return any(other.bare == mention.bare for other in chain.mentions)


def _part_of(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, full = sorted((name, other), key=len)
    return len(short) < len(full) and (short[-1] == full[-1] or short == full[: len(short)]) and set(short) <= set(full)


def _identical(mention: Candidate, identity: str | None, recent: Sequence[Chain]) -> Chain | None:
    if identity is None:
        return None
    return next((c for c in recent if c.identity == identity and (c.type == "PER") == (mention.type == "PER")), None)


def _described(mention: Candidate, identity: str | None, recent: Sequence[Chain]) -> Chain | None:
    """A description with "the" joins the nearest chain of its type that was described by the same head word."""
    same = next((c for c in recent if not mention.name and c.type == mention.type and _same_words(mention, c)), None)
    if same or not mention.definite or _members(mention, recent):
        return same
    words = mention.bare
    # "The minister of Kenya" is a minister, and Kenya's.
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
    for chain in recent:
        if chain.type != mention.type or mention.sentence - chain.last.sentence > NEAR * 2:
            continue
        if identity and chain.identity and identity != chain.identity:
            continue
        heads = {word.removesuffix("'s").removesuffix("’s") for m in chain.mentions for word in m.words}
        leader = head in _LEADERS and heads & _LEADERS and len(mention.words) == 2
        if {head, *words[-1:]} <= heads or leader or (head in ("spokesman", "spokeswoman", "spokesperson") and heads & _SPOKEN):
            return chain
    return None


def _both(mention: Candidate, chains: Sequence[Chain]) -> Chain | None:
    """ "They" in the sentence that tells of "the two leaders" are the two."""
    if mention.pronoun not in THEY:
        return None
    return next((c for c in reversed(chains) if c.members and c.last.sentence == mention.sentence), None)


def _pronoun(mention: Candidate, recent: Sequence[Chain]) -> Chain | None:
    word = mention.pronoun or ""
    if word in HE | SHE:
        wanted, gender = {"PER"}, "m" if word in HE else "f"
    elif word in IT:
        wanted, gender = {"ORG", "GPE"}, None
    elif word in THEY:
        wanted, gender = {"GRP", "ORG"}, None
    else:
        return None
    fitting = [
        c for c in recent if c.type in wanted and mention.sentence - c.last.sentence <= NEAR and gender in (None, c.gender or gender)
    ]
    if not fitting:
        return None
    latest = fitting[0].last.sentence
    near = [c for c in fitting if c.last.sentence == latest]
    # The subject comes first in an English sentence: of the latest sentence's chains the first named one is the topic.
    return min(near, key=lambda c: next(m.start for m in c.mentions if m.sentence == latest))


def _members(mention: Candidate, chains: Sequence[Chain]) -> tuple[str, ...]:
    """The two latest distinct chains behind "the two leaders", "both countries", a bare "the two"."""
    bare = mention.bare in _BARE_PAIRS
    if not bare and not (set(mention.words) & _PAIRS and set(mention.words) & (_PLURAL_PEOPLE | _PLURAL_STATES)):
        return ()
    near = [c for c in chains if not c.members and c.type == "PER" and mention.sentence - c.last.sentence <= NEAR]
    # Of "officials from the two countries" it is the countries that are two.
    counted = next((word for word in _after_number(mention.words) if word in _PLURAL_PEOPLE | _PLURAL_STATES), "")
    wanted = "PER" if counted in _PLURAL_PEOPLE or (bare and len(near) > 1) else "GPE"
    recent = sorted(
        (c for c in chains if not c.members and c.type == wanted and c.last.start < mention.start),
        key=lambda c: c.last.start,
    )
    # "The two leaders" are leaders: those who hold such an office by the text come before whoever spoke last.
    leading = [c for c in recent if c.leads] if wanted == "PER" else []
    latest = (leading if len(leading) > 1 else recent)[-2:]
    if wanted == "GPE":
        latest = _told_most(recent) or latest
    # A new paragraph goes back to the two that the story is about, whoever was met in passing in the one before.
    types = {c.id: c.type for c in chains}
    told = next((c.members for c in reversed(chains) if len(c.members) == 2 and {types[one] for one in c.members} == {wanted}), ())
    if told and latest[-1:] and latest[-1].last.paragraph < mention.paragraph:
        return told
    return tuple(c.id for c in latest) if len(latest) == 2 else ()


def _told_most(recent: Sequence[Chain]) -> list[Chain]:
    """The two states that a text tells of again and again, where no third comes near them."""
    often = sorted(recent, key=lambda c: -len(c.mentions))
    third = len(often[2].mentions) if len(often) > 2 else 0
    return often[:2] if len(often) > 1 and len(often[1].mentions) >= max(2 * third, 2) else []


def _after_number(words: Sequence[str]) -> Sequence[str]:
    """The words from the first that says two."""
    at = next((index for index, word in enumerate(words) if word in _PAIRS), 0)
    return words[at:]


def mentions(chains: Sequence[Chain]) -> tuple[Mention, ...]:
    """The chains' mentions as records in text order."""
    ordered = sorted(((m, c) for c in chains for m in c.mentions), key=lambda pair: (pair[0].start, pair[0].end))
    return tuple(Mention(f"m{n}", m.start, m.end, m.text, m.type, c.id) for n, (m, c) in enumerate(ordered, 1))

"""The actors of one article: each coreference chain with what its mentions together say of its identity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from detente import knowledge
from detente.actor import Identity, Resolver
from detente.actor.belonging import Belonging
from detente.actor.identity import identity
from detente.actor.setting import named_states
from detente.actor.ships import naval
from detente.mention import Candidate, Chain
from detente.mention.kinds import general
from detente.records import Actor, Mention, Place
from detente.where.georgia import NAME, american
from detente.where.names import state_called

_BODIES = ("org", "outlet", "group")
_BRACKETS = re.compile(r"(?<=\w) \([^()]+\)$")
_COMPASS = frozenset(("West", "East", "North", "South"))  # of the world or of a land, and of no state that is near
_OFFICIAL, _OF_STATES = frozenset(("GOV", "MIL", "COP", "SPY", "LEG", "JUD")), frozenset(("IGO", "UNO", "EUR"))
_LINKS = frozenset(("of", "for", "and"))  # within a body's name


@dataclass
class Parties:
    """Identities by chain. `alias` sends a chain to another one, as "we" in a quotation to its speaker; `voice` the "we" of one speaker to
    the first of them, where they are somebody else than the speaker alone. `home` is the state in which the text is at home, if that is clear."""

    chains: dict[str, Chain]
    identities: dict[str, tuple[Identity, ...]]
    alias: dict[str, str] = field(default_factory=dict)
    voice: dict[str, str] = field(default_factory=dict)
    home: str | None = None

    def key(self, chain: str) -> str:
        """What two chains of one identity have in common: the identity's id, else the chain's."""
        chain = self.alias.get(chain, chain)
        found = self.identities.get(chain, ())
        if len(found) == 1:  # as mostly
            return found[0].id or chain
        return "+".join(sorted(i.id or chain for i in found)) or chain

    def country(self, chain: str) -> str | None:
        """The country of a chain's identity, or the one that all of its identities have ("nurses and midwives")."""
        found = {one.country for one in self.identities.get(self.alias.get(chain, chain), ())}
        return found.pop() if len(found) == 1 else None

    def official(self, chain: str) -> bool:
        """Whether a chain is a state, one of its bodies or forces, or an organisation of states."""
        found = self.identities.get(self.alias.get(chain, chain), ())
        return bool(found) and all(one.kind in _OF_STATES or not _OFFICIAL.isdisjoint(one.sectors[:1]) for one in found)

    def mentions(self, found: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions as those of identities: each of whom its words stand for in this article, with the country."""
        told: list[Mention] = []
        for mention in found:
            chain = self.voice.get(mention.chain) or self.alias.get(mention.chain, mention.chain)
            for one in self.chains[chain].members or (chain,):
                told.append(msgspec.structs.replace(mention, id=f"m{len(told) + 1}", chain=one, country=self.country(one)))
        return tuple(told)

    def spoken_for(self, chain: str) -> str:
        """The chain of the state that an official speaks for, if the text names it; else the chain itself."""
        own = self.identities.get(chain, ())
        if len(own) == 1 and own[0].country and not {"GOV", "MIL"}.isdisjoint(own[0].sectors):
            state = f"state:{own[0].country}"
            return next((other for other, found in self.identities.items() if [one.id for one in found] == [state]), chain)
        return chain

    def admit_state(self, place: Place) -> Mention:
        """A mention of the state in which a place lies, for a text that names only the place ("flew to Muscat")."""
        chain = f"place:{place.country}"
        mention = Mention(chain, place.start, place.end, place.text, "GPE", chain)
        self.chains.setdefault(chain, Chain(chain))
        self.identities.setdefault(chain, (_state(place.country or ""),))
        return mention

    def move(self, chain: str, country: str) -> None:
        """Make a chain, of whose state no words tell, one of `country`."""
        found = self.identities.get(chain, ())
        self.identities[chain] = tuple(msgspec.structs.replace(one, country=country) for one in found)

    def actors(self, chain: str, mention: Mention, whole: tuple[str, ...] = ()) -> tuple[Actor, ...]:
        """The actors behind a chain, each with the span of `mention`; one without identity if nothing is known.

        `whole` are the chains of which it is a part. Who says "we" may be one of "the two" who say it: nobody is a part of himself.
        """
        chain = self.alias.get(chain, chain)
        whole = (*whole, chain)
        members = [member for member in self.chains[chain].members if self.alias.get(member, member) not in whole]
        if members:
            return tuple(actor for member in members for actor in self.actors(member, mention, whole))
        found = self.identities.get(chain, ())
        if not found:
            name = _longest_name(self.chains[chain])
            return (Actor(text=mention.text, start=mention.start, end=mention.end, name=name),)
        return tuple(actor(identity, mention.text, mention.start, mention.end) for identity in found)


def actor(identity: Identity, text: str, start: int, end: int) -> Actor:
    """An identity with the words that it was read from."""
    return Actor(
        text=text,
        start=start,
        end=end,
        name=identity.name,
        id=identity.id,
        wikidata=identity.wikidata,
        country=identity.country,
        org=identity.org,
        kind=identity.kind,
        sectors=identity.sectors,
        role=identity.role,
    )


def _longest_name(chain: Chain) -> str | None:
    """The longest proper name among a chain's mentions, as written; that of a body whole ("the Network for Human Rights")."""
    named = [m for m in chain.mentions if m.name]
    if not named:
        return None
    best = max(named, key=lambda m: len(m.name))
    words = _BRACKETS.sub("", best.text).split()
    size, last = len(best.name), len(words) - len(best.name)
    # Behind the name may stand whose or from where somebody is: "Ana Lind of Vardo".
    first = next((at for at in range(last, -1, -1) if tuple(_plain(word).lower() for word in words[at : at + size]) == best.name), max(last, 0))
    if best.type == "ORG":
        while first > 1 and words[first - 1] in _LINKS and words[first - 2][:1].isupper():
            first -= 2
            while first and words[first - 1][:1].isupper() and words[first - 1] != "The":
                first -= 1
    return " ".join(words[first:]) if best.type != "PER" else " ".join(_plain(word) for word in words[first : first + size])


def _plain(word: str) -> str:
    """A word without an owner's ending and the marks around it."""
    return word.strip("\"'“”‘’,;:()").removesuffix("'s").removesuffix("’s")


def identify_chains(
    chains: Sequence[Chain],
    resolver: Resolver,
    day: str | None,
    text: str,
    story: str | None = None,
    places: Sequence[Place] = (),
    extents: Sequence[tuple[int, int]] = (),
    outlet: str | None = None,
) -> Parties:
    """Resolve every chain as of `day` (ISO): its mentions are asked from the fullest to the barest, and joined.

    A later answer only fills what an earlier one left open, and only where it does not contradict its country. Whose words name no
    state ("police", "its forces", "the pickets", a person known by name alone) is of the one that what stands around speaks for.

    Args:
        text: the article's; `extents` are its sentences, `places` those that it names, `story` the country that outweighs the others in
            it (`where.story_country`), `outlet` who publishes it.
    """
    alone = {chain.id: known_alone(chain, resolver, day, text, story) for chain in chains}
    belonging = Belonging(chains, alone, text, extents, places, outlet)
    identities: dict[str, tuple[Identity, ...]] = {}
    first: dict[str, str | None] = {}
    for chain in chains:
        near = first[chain.id] = belonging.country(chain, identities)
        identities[chain.id] = _known(chain, answers(chain, resolver, day, text, near), near)
    by_id = {chain.id: chain for chain in chains}
    for key, near in belonging.agreed().items():
        if near != first[key]:
            identities[key] = _known(by_id[key], answers(by_id[key], resolver, day, text, near), near)
    return Parties(by_id, {key: found for key, found in identities.items() if found}, home=belonging.around.home)


def _known(chain: Chain, said: Sequence[Sequence[Identity]], near: str | None) -> tuple[Identity, ...]:
    """Who a chain is by what the resolver knows of its mentions, and by the state `near` that it is of; a bloc of states is of none."""
    near = None if general(chain.mentions[0].bare) == "bloc" or chain.mentions[0].text in _COMPASS else near
    if said:
        found = tuple(said[0]) if len(said[0]) > 1 else (_by_name(_joined([a[0] for a in said if len(a) == 1]), chain),)
        return tuple(_placed(one, near) for one in found)
    if near and not _telling(chain.mentions[0]):  # "the pickets" are words of no table, and people of the story all the same
        name = _longest_name(chain) or next(iter(_fullest(chain)), None)
        return (Identity(name=name, country=_own_state(name or "") or near, sectors=("MIL",) if naval(name or "") else ()),)
    return ()


def known_alone(chain: Chain, resolver: Resolver, day: str | None, text: str, story: str | None) -> list[list[Identity]]:
    """What the resolver knows of a chain's mentions by their words alone, but no group that in this text is another of its name.

    "The Labour Party" is Britain's by itself, and another in a story of Spain.
    """
    found = answers(chain, resolver, day, text if american(text) and any(NAME in m.text for m in chain.mentions) else None)
    if not any(_is_group(one) for answer in found for one in answer):
        return found
    here = {one.id for answer in answers(chain, resolver, day, text, story) for one in answer}
    return [answer for answer in found if not any(_is_group(one) and one.id not in here for one in answer)]


def _is_group(one: Identity) -> bool:
    return (one.id or "").startswith("group:")


def answers(chain: Chain, resolver: Resolver, day: str | None, text: str | None = None, home: str | None = None) -> list[list[Identity]]:
    """What the resolver knows of a chain's mentions, of each that it knows at all, the fullest first."""
    said = (resolver.resolve(words, day, text, home=home) for words in _fullest(chain))
    kept = ([_as_person(one) for one in answer if not _surname(one)] if chain.type == "PER" else _as_state(answer, chain) for answer in said)
    found = [answer for answer in kept if answer]
    if chain.type == "PER" and chain.names:
        found = [answer[:1] for answer in found]  # "a rancher and brother of the governor" behind a name is one person
    if len(found) < 2:
        return found
    # Who is a state by any of its names is the state, though "the Greek side" has more words.
    return sorted(found, key=lambda answer: chain.identity is None or [one.id for one in answer] != [chain.identity])


def _fullest(chain: Chain) -> list[str]:
    """The words of a chain's mentions, the longest first; no pronouns."""
    return sorted({m.text for m in chain.mentions if not m.pronoun}, key=lambda words: (-len(words), words))


def _telling(mention: Candidate) -> bool:
    """Whether a mention is whoever is told the story ("you"), or an agency in a dateline's brackets."""
    return mention.voice == "you" or mention.before.endswith("(")


def _placed(one: Identity, near: str | None) -> Identity:
    """An identity of no table with the state that it names or that stands around, or without the one that its text is mostly about."""
    if one.id or one.org or (one.country and (near or _own_state(one.name or "") == one.country)):
        return one
    return msgspec.structs.replace(one, country=near)


def _own_state(words: str) -> str | None:
    """The only state that a description names ("the Norwegian lorries")."""
    found = named_states(words)
    return found[0][0] if len(found) == 1 else None


def _as_state(answer: Sequence[Identity], chain: Chain) -> list[Identity]:
    """An answer for a mention; a people's name before a thing is its state ("a Chinese proposal")."""
    named = state_called(chain.mentions[0].text) if chain.mentions[0].loose else None
    return [_state(named)] if named else list(answer)


def _state(code: str) -> Identity:
    state = knowledge.states().get(code)
    return identity(f"state:{code}", name=state.name if state else code, country=code, sectors=("GOV",))


def _surname(one: Identity) -> bool:
    """Whether an answer for people is a company or outlet by a single word, which is a surname as well ("Ford")."""
    return one.role is None and (one.id or "").partition(":")[0] in ("org", "outlet") and " " not in (one.name or "")


def _as_person(one: Identity) -> Identity:
    """An answer for people: whom a description places in an organisation, group or outlet is of it, and not it; a name alone is read anew."""
    if one.role is None or (one.id or "").partition(":")[0] not in _BODIES:
        return one
    return msgspec.structs.replace(one, id=None, name=None, wikidata=None)


def _by_name(one: Identity, chain: Chain) -> Identity:
    """Whom a text names, though no table does, goes by the name, and what describes the person is the role."""
    name = _longest_name(chain) if chain.type == "PER" and not one.id and not one.org else None
    return msgspec.structs.replace(one, name=name, role=one.role or one.name) if name and name != one.name else one


def _joined(answers: Sequence[Identity]) -> Identity:
    """The first answer, with what it leaves open filled from later ones that do not contradict its country."""
    first = answers[0]
    for answer in answers[1:]:
        if first.country and answer.country and answer.country != first.country:
            continue
        known = msgspec.structs.asdict(first)
        if not first.id and (answer.id or "").startswith("person:"):
            known["name"] = answer.name  # who "a nurse at the clinic" is
        if first.org and not answer.org:
            answer = msgspec.structs.replace(answer, country=None)  # a spokesman for an organisation is of no state for his rank
        first = Identity(**{field: value or getattr(answer, field) for field, value in known.items()})
    return first

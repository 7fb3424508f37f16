"""Coreference by a sieve: sure rules first, each mention joins an earlier chain or opens one (Lee et al. 2013).

Names join names, then what the knowledge tables say is one identity, then descriptions by their head word, then pronouns
by number, gender and nearness. "The two leaders" joins several chains at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import takewhile

from detente.mention.apposition import apposed, row_behind
from detente.mention.candidates import Candidate
from detente.mention.chain import SPOKEN, Chain, Told
from detente.mention.closed import THEY
from detente.mention.descriptions import another_force, described, other_office
from detente.mention.kinds import KIND
from detente.mention.likeness import Scorer
from detente.mention.owners import POSSESSIVE, owner
from detente.mention.pronouns import NEAR, antecedent, speaking
from detente.records import Mention, MentionType
from detente.where.names import state_called

Identify = Callable[[str], str | None]
#: The log odds from which on the text model's mind of two mentions is enough to make them one.
SURE = 1.0
_PAIRS = frozenset({"two", "both", "pair"})
_BARE_PAIRS = frozenset({("two",), ("both",), ("pair",)})
_OWNED = re.compile(r"[’']s?$")
_SIDES = ("the", "sides")  # two, where no number is told
_ANY_SIDES = frozenset({"sides", "parties"})  # of states, armies or groups
_NEWER = frozenset({"new", "next", "future", "incoming"})
_NAMED_NEXT = re.compile(r", [^\W\d_a-z]")  # "the new leader, Ana Lind": somebody else than who was named before
_PLURAL_PEOPLE = frozenset(
    ["leaders", "presidents", "ministers", "men", "women", "officials", "envoys", "diplomats", "counterparts", "heads",
     "generals", "commanders", "rivals", "premiers", "candidates", "lawmakers", "senators", "judges", "lawyers"]
)
_CHIEFS = frozenset({"leaders", "presidents", "premiers", "heads"})  # no spokesman is one, called a leader or not
_ACTS_ON = re.compile(
    r" (?!and\b|or\b|that\b)(?:\w+ly |had |has |have )?(?!say|said|thinks?|thought|hope|believe|insist|know|knew)\w{3,}(?: with| to| at)? "
)
_MEETS = re.compile(
    r"^\s(?:and|[^.;:]{0,60}\b(?:met|meets?|meeting|hosts?|hosted|hosting|receiv(?:es?|ed|ing)|welcom(?:es?|ed|ing)|greet(?:s|ed)|joined"
    r"|(?:talks?|talked|discussions|meetings?|spoke|speaks|lunch|dinner) with|telephoned|phoned|called|visited))\b[^.;:]{0,40}$"
)
_PLURAL_STATES = frozenset(
    ["countries", "nations", "states", "sides", "governments", "neighbours", "neighbors", "capitals", "parties", "allies"]
)
_TYPES: dict[str, MentionType] = {"person": "PER", "state": "GPE", "org": "ORG", "outlet": "ORG"}


def resolve(found: Sequence[Candidate], identify: Identify, score: Scorer | None = None) -> list[Chain]:
    """Join mentions to chains, in text order.

    Args:
        identify: gives a stable identity for a mention's words, or None.
        score: tells how likely mentions are one identity; what the rules leave open is then settled by that.
    """
    identities = [None if mention.pronoun else identify(mention.text) for mention in found]
    told, joined = Told(score(found, identities) if score else None), list[Chain]()
    for mention, identity in zip(found, identities, strict=True):
        known = (identity or "").partition(":")[0]
        if (mention.type == "PER" and known in ("org", "outlet", "group")) or _belongs(mention, identity, identify):
            identity = None  # who is described by an organisation is not the organisation ("EU ambassadors", "the Guild's members")
        identity = _state(identity)
        mention = _surname(_typed(mention, identity), identity, told)
        whose = owner(mention, told)
        chain = _join(mention, identity, told) or told.begin(_members(mention, told))
        chain.owner = chain.owner or (whose.id if whose and whose is not chain else None)
        told.add(chain, mention, identity)
        joined.append(chain)
    _named_behind(found, joined, told)
    for chain in told.chains:
        chain.members = chain.members or _hyphenated(chain, told)
    return told.chains


def _named_behind(found: Sequence[Candidate], joined: Sequence[Chain], told: Told) -> None:
    """Make several whose names follow a comma a group of these, in place: `joined` are the chains of the mentions `found`.

    One person is no group, and no group is a part of another, whose mentions stand for its parts.
    """
    parts = {one for group in told.groups for one in group.members}
    for index, chain in enumerate(joined):
        if chain.members or chain.id in parts:
            continue
        named = dict.fromkeys(joined[at].id for at in row_behind(found, index))
        several = tuple([one for one in named if one != chain.id and not told.by_id[one].members])
        if len(several) > 1:
            chain.members = several
            parts.update(several)


def _belongs(mention: Candidate, identity: str | None, identify: Identify) -> bool:
    """Whether words that an organisation or group is known by are about somebody of it; "Workers' Party" is all of a party's name."""
    known = (identity or "").partition(":")[0]
    if known == "org" and not mention.name:
        return True
    owns = POSSESSIVE.search(mention.text) if known in ("org", "group") else None
    return owns is not None and identify(mention.text[: owns.start()]) == identity


def _hyphenated(chain: Chain, told: Told) -> tuple[str, ...]:
    """The two chains behind a compound such as "the Lund-Moreau talks" or a headline's "Lund Moreau", if both names stand elsewhere.

    What is a compound already is no part of another, lest two be parts of each other.
    """
    words = chain.mentions[0].words
    joined = [part for word in words for part in [word.split("-")] if len(part) == 2 and all(part)]
    if not joined and len(words) == 2 and chain.type == "PER" and chain.mentions[0].name == words:
        joined = [list(words)]
    if chain.identity or len(chain.mentions) > 1 or not joined:
        return ()
    found: list[str] = []
    for part in joined[0]:
        called = [c for c in told.named((part,)) if c is not chain and not c.members and c.id not in found and _called(c, part)]
        found += [max(called, key=lambda c: (len(c.mentions), -int(c.id[1:]))).id] if called else []
    return tuple(found) if len(found) == 2 else ()


def _called(chain: Chain, word: str) -> bool:
    return any(word in (name[0], name[-1]) and "-" not in name[0] for name in chain.names)


def _state(identity: str | None) -> str | None:
    """Of a state's government is the state ("the Kenyan authorities")."""
    kind, _, rest = (identity or "").partition(":")
    country, _, body = rest.partition(":")
    return f"state:{country}" if kind == "body" and KIND.get(body) in ("government", "state") else identity


def _typed(mention: Candidate, identity: str | None) -> Candidate:
    """The mention with the type that its known identity has; the tables are surer than the model."""
    known = _TYPES.get((identity or "").partition(":")[0])
    kept = mention.type == "GRP" or (mention.type == "PER" and known == "ORG")
    return replace(mention, type=known) if known and known != mention.type and not kept else mention


def _surname(mention: Candidate, identity: str | None, told: Told) -> Candidate:
    """A single name that the text has as a person's surname is that person, whatever it looked like in its sentence."""
    if identity or mention.type == "PER" or len(mention.name) != 1 or mention.bare != mention.name:
        return mention
    people = [c for c in told.named(mention.name) if c.type == "PER" and any(len(n) > 1 and n[-1] == mention.name[0] for n in c.names)]
    return replace(mention, type="PER") if people else mention


def _join(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    if mention.pronoun:
        return speaking(mention, told) or _both(mention, told) or antecedent(mention, told)
    if (beside := apposed(mention, told)) and not (_newer(mention, beside) and _NAMED_NEXT.match(mention.after)):
        return beside
    if known := _identical(mention, identity, told) or _named(mention, identity, told):
        return known
    pair = bool(_members(mention, told))
    return described(mention, identity, told, pair=pair) or (None if pair else _likeliest(mention, identity, told))


def _likeliest(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    """The chain that a mention is of more likely than not, by what the text model makes of the two; known identities, names and genders never mix."""
    alike = told.alike
    if alike is None:
        return None
    near = takewhile(lambda chain: alike.reaches(mention, chain), told.recent())
    odds = {chain.id: alike.odds(mention, chain) for chain in near if _may_be(mention, identity, chain)}
    best = max(odds, key=odds.__getitem__, default="")
    return told.by_id[best] if best and odds[best] > SURE else None


def _may_be(mention: Candidate, identity: str | None, chain: Chain) -> bool:
    known = (identity and chain.identity and identity != chain.identity) or (mention.name and chain.names)
    apart = known or other_office(mention, chain) or another_force(mention, chain) or _newer(mention, chain)
    return not apart and (mention.type == "PER") == (chain.type == "PER") and (mention.gender or chain.gender) == (chain.gender or mention.gender)


def _newer(mention: Candidate, chain: Chain) -> bool:
    """Whether somebody comes after one who was named: "the new leader" is not President Obura."""
    return bool(chain.names) and not mention.name and not _NEWER.isdisjoint(mention.bare) and _NEWER.isdisjoint(chain.words)


def _named(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    """The same name, or for a person the surname or given names of a fuller one; known identities never mix."""
    if not mention.name:
        return None
    shorter = None  # "the Guild" is the Weavers' Guild, where nothing bears just that name
    for chain in told.lately(told.named(mention.name)):
        if chain.type != mention.type or (identity and chain.identity and identity != chain.identity):
            continue
        for name in chain.names:
            if name == mention.name:
                if mention.type == "PER" or mention.bare in chain.bare:
                    return chain
            elif mention.type == "PER" and _part_of(mention.name, name) and not other_office(mention, chain):
                return chain
            elif mention.type != "PER" and identity is None and set(mention.name) < set(name) and set(mention.bare) <= chain.words:
                shorter = shorter or chain
    return shorter


def _part_of(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, full = sorted((name, other), key=len)
    inside = any(full[at : at + len(short)] == short for at in range(len(full) - len(short)))
    return len(short) < len(full) and (inside or short[-1] == full[-1]) and set(short) <= set(full)


def _identical(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    if identity is None:
        return None
    return next((c for c in told.lately(told.identified(identity)) if (c.type == "PER") == (mention.type == "PER")), None)


def _both(mention: Candidate, told: Told) -> Chain | None:
    """ "They" in the sentence that tells of "the two leaders" are the two."""
    if told.alike or mention.pronoun not in THEY:
        return None
    last = told.groups[-1] if told.groups else None
    if last is None or last.last.sentence == mention.sentence:
        return last
    # In the next sentence they are the two still, if no group was met in between.
    newest = next((c for c in told.recent() if c.type in ("GRP", "ORG")), None)
    return last if last.last.sentence == mention.sentence - 1 and (newest is None or newest.last.start < last.last.start) else None


def _met(mention: Candidate, told: Told) -> tuple[str, ...]:
    """The only two people of a sentence, or of the one before it, of whom one met the other, before a "they" that is nobody else."""
    near = [c for c in takewhile(lambda c: mention.sentence - c.last.sentence <= 1, told.recent()) if not c.members]
    at = max((c.last.sentence for c in near), default=0)
    people = sorted((c for c in near if c.type == "PER" and c.last.sentence == at), key=lambda c: c.last.start)
    if len(people) != 2 or any(c.type == "GRP" and c.last.sentence == at for c in near):
        return ()
    first, second = people
    return (first.id, second.id) if _MEETS.search(second.last.between(first.last)) else ()


def _members(mention: Candidate, told: Told) -> tuple[str, ...]:
    """The two latest distinct chains behind "the two leaders", "both countries", a bare "the two"."""
    if mention.pronoun in THEY:
        return _met(mention, told)
    bare = mention.bare in _BARE_PAIRS
    if mention.words[:1] == ("two",):
        return ()  # "two diplomats" are any two
    if not bare and mention.words != _SIDES and (_PAIRS.isdisjoint(mention.words) or (_PLURAL_PEOPLE | _PLURAL_STATES).isdisjoint(mention.words)):
        return ()
    near = [c for c in takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent()) if c.type == "PER"]
    # Of "officials from the two countries" it is the countries that are two.
    counted = next((word for word in _after_number(mention.words) if word in _PLURAL_PEOPLE | _PLURAL_STATES), "")
    wanted = "PER" if counted in _PLURAL_PEOPLE or (bare and len(near) > 1) else "GPE"
    if wanted == "GPE":
        states = [*_before(mention, wanted, told)][::-1]
        latest = _told_most(states) or states[-2:]
        if len(latest) < 2 and (bare or not _ANY_SIDES.isdisjoint(mention.words)):
            latest = _facing(mention, told)
    else:  # "The two leaders" are leaders: those who hold such an office by the text come before whoever spoke last.
        met = [c for c in _before(mention, wanted, told) if counted not in _CHIEFS or c.words.isdisjoint(SPOKEN)]
        leading = [c for c in met if c.leads][:2]
        latest = (leading if len(leading) > 1 else met[:2])[::-1]
    # A new paragraph goes back to the two that the story is about, whoever was met in passing in the one before.
    pair = next((c.members for c in reversed(told.groups) if len(c.members) == 2 and {told.by_id[one].type for one in c.members} == {wanted}), ())
    if pair and latest[-1:] and latest[-1].last.paragraph < mention.paragraph:
        return pair
    return tuple(c.id for c in latest) if len(latest) == 2 else ()


def _before(mention: Candidate, wanted: str, told: Told) -> Iterator[Chain]:
    """The chains of a type that were told of before a mention, the one mentioned last first."""
    return (c for c in told.recent() if c.type == wanted and c.last.start < mention.start and not _faces(c.last, mention))


def _facing(mention: Candidate, told: Told) -> list[Chain]:
    """The only two parties of a sentence shortly before that are named or of different states: "Israel and Hamas", or their soldiers."""
    near = takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent())
    sentences: dict[int, dict[str, Chain]] = {}
    for chain in near:
        for one in (one for one in chain.mentions if chain.type != "PER" and mention.sentence - NEAR <= one.sentence < mention.sentence):
            if land := _land(one) or (chain.id if one.name else None):
                sentences.setdefault(one.sentence, {}).setdefault(land, chain)
    latest = next((found for _, found in sorted(sentences.items(), reverse=True) if len(found) > 1), {})
    parties = sorted(latest.values(), key=lambda chain: chain.mentions[0].start)
    return parties if len(parties) == 2 and parties[0] is not parties[1] else []


def _land(mention: Candidate) -> str | None:
    """The state that the words of a mention name, if they name one."""
    named = (state_called(_OWNED.sub("", word)) for word in mention.text.split() if word[:1].isupper())
    lands = {land for land in named if land}
    return lands.pop() if len(lands) == 1 else None


def _faces(before: Candidate, mention: Candidate) -> bool:
    """Whether somebody does something to a pair, of whom nobody is then one: "Obura telephoned both men", but "Obura said both men ..."."""
    return before.sentence == mention.sentence and _ACTS_ON.fullmatch(mention.between(before)) is not None


def _told_most(recent: Sequence[Chain]) -> list[Chain]:
    """The two states that a text tells of again and again, where no third comes near them."""
    often = nlargest(3, recent, key=lambda c: len(c.mentions))
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

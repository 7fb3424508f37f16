"""Coreference by a sieve: sure rules first, each mention joins an earlier chain or opens one (Lee et al. 2013).

Names join names, then what the knowledge tables say is one identity, then descriptions by their head word, then pronouns
by number, gender and nearness. "The two leaders" joins several chains at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import takewhile

from detente.mention.candidates import HE, IT, SHE, THEY, Candidate
from detente.mention.chain import LEADERS, SPOKEN, Chain, Told
from detente.records import Mention, MentionType

Identify = Callable[[str], str | None]
_PAIRS = frozenset({"two", "both", "pair"})
_BARE_PAIRS = frozenset({("two",), ("both",), ("pair",)})
_PLURAL_PEOPLE = frozenset(
    ["leaders", "presidents", "ministers", "men", "women", "officials", "envoys", "diplomats", "counterparts", "heads"]
)
_PLURAL_STATES = frozenset(
    ["countries", "nations", "states", "sides", "governments", "neighbours", "neighbors", "capitals", "parties", "allies"]
)
_TYPES: dict[str, MentionType] = {"person": "PER", "state": "GPE", "org": "ORG", "outlet": "ORG"}
NEAR = 4


def resolve(found: Sequence[Candidate], identify: Identify) -> list[Chain]:
    """Join mentions to chains, in text order. `identify` gives a stable identity for a mention's words, or None."""
    told = Told()
    for mention in found:
        identity = None if mention.pronoun else identify(mention.text)
        if mention.type == "PER" and (identity or "").partition(":")[0] in ("org", "outlet", "group"):
            identity = None  # a person described by an organisation is not the organisation
        mention = _typed(mention, identity)
        chain = _join(mention, identity, told) or told.begin(_members(mention, told))
        told.add(chain, mention, identity)
    for chain in told.chains:
        chain.members = chain.members or _hyphenated(chain, told)
    return told.chains


def _hyphenated(chain: Chain, told: Told) -> tuple[str, ...]:
    """The two chains behind a compound such as "the Lund-Moreau talks" or a headline's "Lund Moreau", if both names stand elsewhere."""
    words = chain.mentions[0].words
    joined = [part for word in words for part in [word.split("-")] if len(part) == 2 and all(part)]
    if not joined and len(words) == 2 and chain.type == "PER" and chain.mentions[0].name == words:
        joined = [list(words)]
    if chain.identity or len(chain.mentions) > 1 or not joined:
        return ()
    found: list[str] = []
    for part in joined[0]:
        called = [c for c in told.named((part,)) if c is not chain and c.id not in found and _called(c, part)]
        found += [max(called, key=lambda c: (len(c.mentions), -int(c.id[1:]))).id] if called else []
    return tuple(found) if len(found) == 2 else ()


def _called(chain: Chain, word: str) -> bool:
    return any(word in (name[0], name[-1]) and "-" not in name[0] for name in chain.names)


def _typed(mention: Candidate, identity: str | None) -> Candidate:
    """The mention with the type that its known identity has; the tables are surer than the model."""
    known = _TYPES.get((identity or "").partition(":")[0])
    kept = mention.type == "GRP" or (mention.type == "PER" and known == "ORG")
    return replace(mention, type=known) if known and not kept else mention


def _join(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    if mention.pronoun:
        return _both(mention, told) or _pronoun(mention, told)
    if apposed := _apposed(mention, told):
        return apposed
    return _identical(mention, identity, told) or _named(mention, identity, told) or _described(mention, identity, told)


def _apposed(mention: Candidate, told: Told) -> Chain | None:
    """A name right behind a description and a comma is that person's ("its spokesman, Hedi Mansouri")."""
    chain = next(told.recent(), None)
    last = chain.last if chain and len(chain.mentions) == 1 else None
    beside = last and mention.type == last.type == "PER" and mention.name and not last.name and not last.pronoun
    return chain if beside and last and mention.start - last.end == len(", ") else None


def _named(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    """The same name, or for a person the surname or given names of a fuller one; known identities never mix."""
    if not mention.name:
        return None
    for chain in told.lately(told.named(mention.name)):
        if chain.type != mention.type or (identity and chain.identity and identity != chain.identity):
            continue
        for name in chain.names:
            if name == mention.name:
                if mention.type == "PER" or mention.bare in chain.bare:
                    return chain
            elif mention.type == "PER" and _part_of(mention.name, name):
                return chain
    return None


def _part_of(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, full = sorted((name, other), key=len)
    return len(short) < len(full) and (short[-1] == full[-1] or short == full[: len(short)]) and set(short) <= set(full)


def _identical(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    if identity is None:
        return None
    return next((c for c in told.lately(told.identified(identity)) if (c.type == "PER") == (mention.type == "PER")), None)


def _described(mention: Candidate, identity: str | None, told: Told) -> Chain | None:
    """A description with "the" joins the nearest chain of its type that was described by the same head word."""
    same = next((c for c in told.lately(told.worded(mention.bare)) if not mention.name and c.type == mention.type), None)
    if same or not mention.definite or _members(mention, told):
        return same
    words = mention.bare
    # "The minister of Kenya" is a minister, and Kenya's.
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
    for chain in takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR * 2, told.recent()):
        if chain.type != mention.type:
            continue
        if identity and chain.identity and identity != chain.identity:
            continue
        heads = chain.heads
        leader = head in LEADERS and heads & LEADERS and len(mention.words) == 2
        if {head, *words[-1:]} <= heads or leader or (head in ("spokesman", "spokeswoman", "spokesperson") and heads & SPOKEN):
            return chain
    return None


def _both(mention: Candidate, told: Told) -> Chain | None:
    """ "They" in the sentence that tells of "the two leaders" are the two."""
    if mention.pronoun not in THEY:
        return None
    return next((c for c in reversed(told.groups) if c.last.sentence == mention.sentence), None)


def _pronoun(mention: Candidate, told: Told) -> Chain | None:
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
    fitting = [c for c in close if c.type in wanted and gender in (None, c.gender or gender)]
    if not fitting:
        return None
    latest = fitting[0].last.sentence
    near = [c for c in fitting if c.last.sentence == latest]
    # The subject comes first in an English sentence: of the latest sentence's chains the first named one is the topic.
    return min(near, key=lambda c: min(m.start for m in takewhile(lambda m: m.sentence == latest, reversed(c.mentions))))


def _members(mention: Candidate, told: Told) -> tuple[str, ...]:
    """The two latest distinct chains behind "the two leaders", "both countries", a bare "the two"."""
    bare = mention.bare in _BARE_PAIRS
    if not bare and not (set(mention.words) & _PAIRS and set(mention.words) & (_PLURAL_PEOPLE | _PLURAL_STATES)):
        return ()
    near = [c for c in takewhile(lambda c: mention.sentence - c.last.sentence <= NEAR, told.recent()) if c.type == "PER"]
    # Of "officials from the two countries" it is the countries that are two.
    counted = next((word for word in _after_number(mention.words) if word in _PLURAL_PEOPLE | _PLURAL_STATES), "")
    wanted = "PER" if counted in _PLURAL_PEOPLE or (bare and len(near) > 1) else "GPE"
    recent = [c for c in told.recent() if c.type == wanted and c.last.start < mention.start][::-1]
    # "The two leaders" are leaders: those who hold such an office by the text come before whoever spoke last.
    leading = [c for c in recent if c.leads] if wanted == "PER" else []
    latest = (leading if len(leading) > 1 else recent)[-2:]
    if wanted == "GPE":
        latest = _told_most(recent) or latest
    # A new paragraph goes back to the two that the story is about, whoever was met in passing in the one before.
    pair = next((c.members for c in reversed(told.groups) if len(c.members) == 2 and {told.by_id[one].type for one in c.members} == {wanted}), ())
    if pair and latest[-1:] and latest[-1].last.paragraph < mention.paragraph:
        return pair
    return tuple(c.id for c in latest) if len(latest) == 2 else ()


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

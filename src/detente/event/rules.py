"""Which events a format without a status column takes, on which day, and between whom."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from detente import knowledge
from detente.records import Actor, CodedArticle, Event

_TOLD = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT"})
_DONE = frozenset({"happened", "ongoing"})


def counts(event: Event) -> bool:
    """Whether the coded event took place: acts that happened, and promises, threats, requests and refusals that were made."""
    if event.status in _DONE:
        return True
    return event.type in _TOLD and event.status not in ("possible", "denied")


def day(event: Event, coded: CodedArticle) -> str | None:
    """The ISO day of the coded event: the act's, but for a promise, threat, request or refusal the day it was told."""
    if event.status in _DONE or event.type not in _TOLD:
        return event.date.first
    return (event.said.first if event.said else None) or coded.article.published


def side(actor: Actor) -> str | None:
    """The side that an actor stands for: its country, else its organisation."""
    return actor.country or actor.org


def dyads(event: Event) -> list[tuple[Actor, Actor]]:
    """The ordered pairs of an event; a reciprocal one gives both directions of each pair.

    Regional constructs (the West) stay out. Where a reciprocal event joins several sides, two members of one side are no pair.
    """
    ones, others = _distinct(event.actors), _distinct(event.recipients)
    if event.recipients:
        return [(a, b) for a in ones for b in others if _key(a) != _key(b)]
    several = len({side(actor) or _key(actor) for actor in ones}) > 1
    return [(a, b) for a in ones for b in ones if _key(a) != _key(b) and not (several and side(a) and side(a) == side(b))]


def one_sided(event: Event) -> Actor | None:
    """The only actor of an event that has nobody else, on either side."""
    everybody = (*event.actors, *event.recipients)
    return everybody[0] if len(everybody) == 1 and not _construct(everybody[0]) else None


def number(key: str) -> int:
    """A whole number for a text key, the same always, within 53 bits so that it is exact in R and JavaScript."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8"), digest_size=8).digest(), "big") >> 11


def _distinct(actors: tuple[Actor, ...]) -> list[Actor]:
    return list({_key(actor): actor for actor in reversed(actors) if not _construct(actor)}.values())[::-1]


def _key(actor: Actor) -> str:
    return actor.id or "\t".join((actor.name or actor.text, actor.country or "", actor.org or ""))


def _construct(actor: Actor) -> bool:
    return actor.org in _constructs()


@lru_cache(maxsize=1)
def _constructs() -> frozenset[str]:
    """Regions that news speaks of as actors: organisations of no kind."""
    return frozenset(row.code for row in knowledge.organisations() if not row.kind)

"""From drafts to event records: the coded event that the codebook derives, with identities, ids and confidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.codebook import Codebook
from detente.event.drafts import Draft
from detente.records import Actor, Attribution, Event, Link, LinkKind, Mention, Statement
from detente.text.stretches import stretches

ActorsOf = Callable[[str, Mention], tuple[Actor, ...]]


def build_event(draft: Draft, ident: str, book: Codebook, actors_of: ActorsOf, contexts: Sequence[str]) -> Event:
    """The record of one draft, without links and attribution, which need the other records."""
    predicate = draft.predicate
    derived = book.derive(predicate.act, draft.status, predicate.mode, contexts=predicate.contexts)
    return Event(
        id=ident,
        sentence=draft.scene.index,
        act=predicate.act,
        status=draft.status,
        type=derived.type,
        mode=derived.mode,
        contexts=book.settle_contexts(derived.type, derived.mode, contexts),
        cameo=derived.cameo,
        quad=derived.quad,
        score=derived.score,
        actors=_side(draft.actors, draft, actors_of),
        recipients=_side(draft.recipients, draft, actors_of),
        date=draft.date,
        said=draft.said,
        place=draft.place,
        condition=draft.condition,
        evidence=tuple(draft.evidence),
        confidence=round(draft.confidence, 4),
    )


def _side(chains: Sequence[str], draft: Draft, actors_of: ActorsOf) -> tuple[Actor, ...]:
    return tuple(actor for chain in chains for actor in actors_of(chain, draft.spans[chain]))


def links_of(index: int, linked: dict[int, list[tuple[int, LinkKind]]], ids: Sequence[str]) -> tuple[Link, ...]:
    """The links of the draft at `index` as records."""
    return tuple(Link(ids[earlier], kind) for earlier, kind in linked.get(index, ()))


class Tellers:
    """Who tells what in an article, found by where it stands."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._near = stretches([one for one in statements if one.attitude == "said"], lambda statement: statement.parts)
        self._beside = stretches([one for one in statements if one.outlet], lambda statement: statement.parts)

    def around(self, triggers: Sequence[tuple[int, int]]) -> list[Attribution]:
        """Whose statements hold one of some words, each once."""
        holding = (one for start, end in triggers for one in self._near(start) if any(s <= start and end <= e for s, e in one.parts))
        found = {one.id: one for one in holding}.values()
        return [Attribution(speaker=one.speaker, outlet=one.outlet, statement=one.id) for one in found]

    def outlet(self, triggers: Sequence[tuple[int, int]]) -> str | None:
        """Through which outlet some words are told, also where they are no statement ("denied to Reuters having shelled it")."""
        holding = (one for start, end in triggers for one in self._beside(start) if any(s <= start and end <= e for s, e in one.parts))
        return next((one.outlet for one in holding), None)


def attributions(draft: Draft, tellers: Tellers, claimant: Actor | None) -> tuple[Attribution, ...]:
    """Who says that a draft's event is so: who alleges or denies it in its sentence, and whose statements hold a telling of it."""
    within = tellers.around(draft.triggers)
    if claimant is None or any(one.speaker and _same(one.speaker, claimant) for one in within):
        return tuple(within)
    return (Attribution(speaker=claimant, outlet=tellers.outlet(draft.triggers)), *within)


def _same(one: Actor, other: Actor) -> bool:
    return (one.start, one.end) == (other.start, other.end) or (one.id is not None and one.id == other.id)

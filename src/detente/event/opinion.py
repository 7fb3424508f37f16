"""A second opinion: how sure an event is, from the head that names its act and from the one that relates its sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, islice

from detente.codebook import Codebook
from detente.event.drafts import Draft
from detente.model.readings import Extent, Pair

SIDES = 2


def weigh(drafts: Sequence[Draft], book: Codebook, confidence: Callable[[float, float], float], chance: float) -> list[Draft]:
    """Set the drafts' confidence, and return those for whom it is at least `chance`.

    `confidence(own, agreed)` joins the odds of the act with those of its type. `book` is the ontology whose types the pair head
    knows. An act that it lacks (a user's own) keeps its odds, and passed its own threshold before.
    """
    known = [draft for draft in drafts if draft.act in book.types]
    for _, told in groupby(known, key=lambda draft: id(draft.scene)):  # one question a sentence
        _weigh(list(told), book, confidence)
    return [draft for draft in drafts if draft.confidence >= chance or draft.act not in book.types]


def _weigh(drafts: Sequence[Draft], book: Codebook, confidence: Callable[[float, float], float]) -> None:
    asked = [_pairs(draft) for draft in drafts]
    found = iter(drafts[0].scene.reading.related([pair for pairs in asked for pair in pairs]))
    for draft, pairs in zip(drafts, asked, strict=True):
        act = draft.predicate
        type_ = book.type_of(act.act, draft.status, act.mode, act.contexts)
        odds = [one.types.get(type_, 0.0) for one in islice(found, len(pairs))]
        if odds:
            draft.confidence = max(confidence(act.probability, sum(odds) / len(odds)), draft.least)


def _pairs(draft: Draft) -> list[Pair]:
    """Actors with recipients; of a mutual act its parties both ways round; the whole text for an empty side."""
    actors, recipients = (_extents(draft, side) for side in (draft.actors, draft.recipients))
    if len(actors) > 1 and not recipients:
        return [(actors[0], actors[1]), (actors[1], actors[0])]
    return [(one, two) for one in actors or (None,) for two in recipients or (None,)]


def _extents(draft: Draft, side: Sequence[str]) -> list[Extent]:
    shift = draft.scene.start
    mentions = [draft.spans[chain] for chain in side[:SIDES]]
    return [(mention.start - shift, mention.end - shift) for mention in mentions]

"""What concerns several events of one article: the links between their states, and one event told twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.evaluate.tally import Tally
from detente.records import CodedArticle, Event

Paired = Sequence[tuple[Event, Event]]


def score_links(tally: Tally, gold: CodedArticle, predicted: CodedArticle, pairs: Paired) -> None:
    """Count the links of which both events are paired and the kind agrees; `same` tells of no state and does not count."""
    true = {other.id: one.id for one, other in pairs}
    ours, theirs = _links(gold), _links(predicted)
    told = {(true[later], kind, true[earlier]) for later, kind, earlier in theirs if later in true and earlier in true}
    tally.found("lifecycle links", len(ours & told), len(ours), len(theirs))


def _links(coded: CodedArticle) -> set[tuple[str, str, str]]:
    return {(event.id, link.kind, link.event) for event in coded.events for link in event.links if link.kind != "same"}


def score_duplicates(
    tally: Tally, gold: CodedArticle, predicted: CodedArticle, pairs: Paired, weight: Callable[[Event, Event], float]
) -> None:
    """Count the predicted events, and those that tell a gold event which another one of their type and status tells.

    Args:
        weight: how well an unpaired event fits a gold one, 0 if they share no words; it is held against the best.
    """
    teller = {one.id: other for one, other in pairs}
    paired = {other.id for other in teller.values()}
    twice = 0
    for event in predicted.events:
        best = max(gold.events, key=lambda one: weight(one, event), default=None) if event.id not in paired else None
        other = teller.get(best.id) if best and weight(best, event) > 0 else None
        twice += other is not None and (other.type, other.status) == (event.type, event.status)
    tally.rate("duplicates", twice, len(predicted.events))

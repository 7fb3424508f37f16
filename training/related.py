"""Pairs of spans with the relation between them, made from annotated events, for the pair head (`detente relate`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from detente.codebook import Codebook
from training.examples import Related, Span

NONE = ""
OTHERS = 3


@dataclass(frozen=True)
class Sides:
    """One event as the pair head sees it: the spans of its sides in the text, its type and its root of 2021."""

    actors: Sequence[Span]
    recipients: Sequence[Span]
    type: str
    root: str | None


class Roots:
    """The two codebooks that every act is labelled by."""

    def __init__(self) -> None:
        self.book, self.older = Codebook.load("plover"), Codebook.load("plover-2021")

    def type(self, act: str, status: str, mode: str | None, contexts: Sequence[str]) -> str:
        """The type in PLOVER 2.0."""
        return self.book.derive(act, status, mode, contexts=contexts).type

    def root(self, act: str, status: str, mode: str | None, contexts: Sequence[str]) -> str:
        """The type by the conventions of 2021, as far as its rules reach."""
        return self.older.derive(act, status, mode, contexts=contexts).type


def related(events: Sequence[Sides], mentions: Sequence[Span]) -> Iterator[Related]:
    """What the pair head learns from one text: each event between its sides, and pairs of mentions with nothing between them."""
    taken: set[tuple[Span, Span]] = set()
    for event in events:
        between = [(a, r) for a in event.actors for r in event.recipients] or list(permutations(event.actors, 2))
        taken.update(between)
        taken.update((r, a) for a, r in between if not event.recipients)
        for source, target in between:
            yield Related(source, target, event.type, event.root)
        if not event.recipients and len(event.actors) == 1:
            yield Related(event.actors[0], None, event.type, event.root)
        if not event.actors and event.recipients:
            yield Related(None, event.recipients[0], event.type, event.root)
    if len(events) == 1:
        yield Related(None, None, events[0].type, events[0].root)
    if not events:
        yield Related(None, None, NONE, None)
    # Nothing between two mentions, or the reverse of what was done: as many as keep the balance.
    free = [pair for pair in permutations(mentions, 2) if pair not in taken]
    reverse = [pair for pair in free if (pair[1], pair[0]) in taken]
    rest = [pair for pair in free if pair not in reverse]
    yield from (Related(*pair, NONE, None) for pair in [*reverse[:OTHERS], *rest[:: max(len(rest) // OTHERS, 1)][:OTHERS]])

"""When a predicted item is the gold one: by its words in the text, and by who is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from detente.records import Actor, CodedArticle, EventDate, Mention, Place, Statement

_TOKEN = re.compile(r"\w+")


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def overlap(one: Spanned, other: Spanned) -> int:
    """The number of code points that two spans share."""
    return max(min(one.end, other.end) - max(one.start, other.start), 0)


def closeness(one: Spanned, other: Spanned) -> float:
    """Shared code points over all that either has: 1 for equal spans, 0 for apart."""
    shared = overlap(one, other)
    return shared / (one.end - one.start + other.end - other.start - shared) if shared else 0.0


def same_place(gold: Place, place: Place | None) -> bool:
    """Whether a place is the gold one: words in common, or one name."""
    return place is not None and (overlap(gold, place) > 0 or gold.name == place.name)


def pair_up(
    gold: Sequence[Gold], predicted: Sequence[Predicted], weight: Callable[[Gold, Predicted], float]
) -> list[tuple[Gold, Predicted]]:
    """One-to-one pairs, the heaviest first; pairs of weight 0 never. Ties fall in the order of the text."""
    weights = ((weight(one, other), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(predicted))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, i, j in sorted((found for found in weights if found[0] > 0), reverse=True):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((-i, -j))
    return [(gold[i], predicted[j]) for i, j in sorted(pairs)]


def content_tokens(statement: Statement, text: str) -> frozenset[int]:
    """The words of a statement's content, as their places in the text."""
    return words_in(statement.parts, text)


def words_in(spans: Sequence[tuple[int, int]], text: str) -> frozenset[int]:
    """The words of some spans, as their places in the text."""
    return frozenset(match.start() + start for start, end in spans for match in _TOKEN.finditer(text[start:end]))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words over all words of two contents."""
    return len(one & other) / len(one | other) if one | other else 0.0


class Identities:
    """Whether a predicted actor of an article is a gold one.

    The same actor is one whose words are a gold mention of the same chain, or whose organisation code is equal, or
    whose country is equal where the primary sectors do not tell the two apart (police and protesters of one country).
    """

    def __init__(self, gold: CodedArticle) -> None:
        self.mentions = gold.article.mentions

    def chains(self, actor: Actor) -> frozenset[str]:
        """The gold chains that an actor's words belong to."""
        best = max((closeness(actor, mention) for mention in self.mentions), default=0.0)
        found = [
            mention for mention in self.mentions if best and closeness(actor, mention) == best and _half(actor, mention)
        ]
        chains = frozenset(mention.chain for mention in found)
        # gold actors carry their chain as id, which tells "both sides" apart
        return chains & {actor.id} or chains

    def same(self, gold: Actor, predicted: Actor) -> bool:
        """Whether both are one actor."""
        if self.chains(gold) & self.chains(predicted):
            return True
        if gold.org and gold.org == predicted.org:
            return True
        if not gold.country or gold.country != predicted.country or gold.org or predicted.org:
            return False
        return not gold.sectors or not predicted.sectors or gold.sectors[0] == predicted.sectors[0]

    def share(self, gold: Sequence[Actor], predicted: Sequence[Actor]) -> bool:
        """Whether a side agrees: both empty, or at least one actor in both."""
        return (not gold and not predicted) or any(self.same(one, other) for one in gold for other in predicted)

    def equal(self, gold: Sequence[Actor], predicted: Sequence[Actor]) -> bool:
        """Whether a side has exactly the same actors; an actor that is named twice counts once."""
        return all(any(self.same(one, other) for other in predicted) for one in gold) and all(
            any(self.same(one, other) for one in gold) for other in predicted
        )


def _half(actor: Actor, mention: Mention) -> bool:
    return 2 * overlap(actor, mention) >= min(actor.end - actor.start, mention.end - mention.start)


def within(gold: EventDate, predicted: EventDate) -> bool:
    """Whether the predicted days lie within the gold ones."""
    if not (gold.first and gold.last and predicted.first and predicted.last):
        return False
    return gold.first <= predicted.first <= predicted.last <= gold.last


def holds(gold: EventDate, predicted: EventDate) -> bool:
    """Whether the predicted days contain the gold ones."""
    if not (gold.first and gold.last and predicted.first and predicted.last):
        return False
    return predicted.first <= gold.first and gold.last <= predicted.last


def days(when: EventDate) -> int:
    """Number of days of an interval; 0 where there is none."""
    if not (when.first and when.last):
        return 0
    return (date.fromisoformat(when.last) - date.fromisoformat(when.first)).days + 1


def unique(spans: Iterable[Spanned]) -> list[Spanned]:
    """The spans without repetitions, in text order."""
    return list(
        {(span.start, span.end): span for span in sorted(spans, key=lambda span: (span.start, span.end))}.values()
    )

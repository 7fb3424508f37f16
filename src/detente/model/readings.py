"""What the text model says of one sentence: spans, predicates and relations with probabilities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from detente.records import Status

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Found(msgspec.Struct, frozen=True):
    """A labelled span of the sentence: characters `start` to `end`, its kind, the model's probability."""

    start: int
    end: int
    kind: str
    probability: float


Extent = tuple[int, int]
Pair = tuple[Extent | None, Extent | None]


@dataclass(frozen=True)
class Predicate:
    """A word that names an act. `status` and `mode` carry the most probable label; `probability` is the act's, `leaning` the log odds of contexts."""

    start: int
    end: int
    act: str
    probability: float
    mode: str | None
    status: Status
    status_probability: float
    contexts: tuple[str, ...]
    leaning: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """What stands between two spans: a distribution over PLOVER's types ("" is none) and one over the roots of its form of 2021.

    The latter is reckoned when it is asked for, as coding never does.
    """

    types: dict[str, float]
    rooted: Callable[[], dict[str, float]] = field(compare=False, repr=False)

    @property
    def roots(self) -> dict[str, float]:
        """The distribution over the roots."""
        return self.rooted()


@dataclass(frozen=True)
class Reading:
    """One sentence as read. `spans` holds the layers mention, name, place, time, cue, content.

    `relation(kind, source, target)` is the probability that the span `target` stands in `kind` (actor, recipient,
    place, date, speaker, content) to the words beginning at `source`. `related(pairs)` is what the first span of each pair
    does to the second; None, or a span that was not read with the sentence, stands for all that was.
    `relations(kind, source, targets, shift)` tells of many targets at once what `relation` tells of one, with all spans moved
    by `shift`, if a reading can do that faster. `pooled(spans)` has the mean vector of each span's words [span, width], zeros for one without words.
    """

    predicates: tuple[Predicate, ...] = ()
    spans: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    relation: Callable[[str, Extent, Extent], float] = lambda kind, source, target: 0.0
    related: Callable[[Sequence[Pair]], list[Relation]] = lambda pairs: []
    relations: Callable[[str, Extent, Sequence[Extent], int], list[float]] | None = None
    pooled: Callable[[Sequence[Extent]], Array] = lambda spans: _nothing(len(spans))


def _nothing(spans: int) -> Array:
    import numpy

    return numpy.zeros((spans, 0), dtype=numpy.float32)

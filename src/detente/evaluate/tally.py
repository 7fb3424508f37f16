"""Counts that become figures: precision, recall and F1 of what was found, or the share that is right."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from detente.records import Record

DRAWS = 400
BINS = 10
Counts = tuple[int, int, int]


class Figure(Record, frozen=True):
    """One figure. For `f1` of `gold` and `predicted` items, `right` agree; for `rate`, `right` of `gold` cases.

    An `error` is a mean difference, less is better; a `macro` is a mean of other figures.

    `value` is None where there was nothing to measure. `low` to `high` holds the value in 95 of 100 sets drawn from the
    same articles with replacement (bootstrap): what a small set leaves open.
    """

    kind: str
    value: float | None
    right: int
    gold: int
    predicted: int
    precision: float | None = None
    recall: float | None = None
    low: float | None = None
    high: float | None = None


class Report(Record, frozen=True):
    """The figures of a set: by name, by event type, by status; `confusion`: gold -> predicted status -> events."""

    articles: int
    figures: dict[str, Figure]
    types: dict[str, Figure]
    statuses: dict[str, Figure]
    confusion: dict[str, dict[str, int]]

    def value(self, name: str) -> float | None:
        """The value of a figure; None where there was nothing to measure.

        Raises:
            KeyError: there is no such figure.
        """
        return self.figures[name].value

    def as_dict(self) -> dict[str, Any]:
        """All figures as plain data, for JSON."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain


class Tally:
    """Running counts over articles; a name is an F1 figure once `found` was called for it, else a rate.

    Args:
        kinds: names that are reported in any case and in this order, with `f1` or `rate`.
    """

    def __init__(self, kinds: Mapping[str, str] | None = None) -> None:
        self.right: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.predicted: Counter[str] = Counter()
        self.kinds = dict(kinds or {})
        self._before: dict[str, Counts] = {}
        self._articles: list[dict[str, Counts]] = []

    def found(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Count items of which `right` agree."""
        self.kinds[name] = "f1"
        self.right[name] += right
        self.gold[name] += gold
        self.predicted[name] += predicted

    def rate(self, name: str, right: int, of: int = 1) -> None:
        """Count cases of which `right` are right."""
        self.kinds.setdefault(name, "rate")
        self.right[name] += right
        self.gold[name] += of

    def end_article(self) -> None:
        """Close the counts of one article; the intervals are drawn over articles."""
        now = {name: (self.right[name], self.gold[name], self.predicted[name]) for name in self.kinds}
        self._articles.append({name: _less(counts, self._before.get(name)) for name, counts in now.items()})
        self._before = now

    def figures(self) -> dict[str, Figure]:
        """The figures so far, those named beforehand first."""
        return {name: self._figure(name, kind) for name, kind in self.kinds.items()}

    def _figure(self, name: str, kind: str) -> Figure:
        right, gold, predicted = self.right[name], self.gold[name], self.predicted[name]
        low, high = self._interval(name, kind)
        value = _value(kind, (right, gold, predicted))
        if kind == "rate":
            return Figure(kind, value, right, gold, gold, low=low, high=high)
        return Figure(kind, value, right, gold, predicted, _share(right, predicted), _share(right, gold), low, high)

    def _interval(self, name: str, kind: str) -> tuple[float | None, float | None]:
        parts = [article.get(name, (0, 0, 0)) for article in self._articles]
        return interval(parts, lambda counts: _value(kind, counts))


def interval(parts: Sequence[Sequence[float]], value: Callable[[Sequence[float]], float | None]) -> tuple[float | None, float | None]:
    """What holds a figure in 95 of 100 sets drawn from `parts`, the counts of each article; `value` makes a figure of summed counts."""
    if len(parts) < 2:
        return None, None
    draw = random.Random(0)  # one seed: the same answers give the same interval
    sums = (tuple(map(sum, zip(*draw.choices(parts, k=len(parts)), strict=True))) for _ in range(DRAWS))
    values = sorted(found for counts in sums if (found := value(counts)) is not None)
    if not values:
        return None, None
    edge = len(values) // 40
    return values[edge], values[-1 - edge]


def calibration_error(answers: Sequence[tuple[float, bool]]) -> Figure:
    """Expected calibration error: how far confidences are from the share that is right, over ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in answers:
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    gaps = sum(abs(sum(confidence for confidence, _ in one) - sum(right for _, right in one)) for one in bins.values())
    value = gaps / len(answers) if answers else None
    return Figure("error", value, sum(right for _, right in answers), len(answers), len(answers))


def mean_error(amounts: Sequence[int]) -> Figure:
    """The mean of what an answer has too much; `right` counts those that have nothing too much."""
    value = sum(amounts) / len(amounts) if amounts else None
    return Figure("error", value, sum(amount == 0 for amount in amounts), len(amounts), len(amounts))


def _value(kind: str, counts: Sequence[float]) -> float | None:
    right, gold, predicted = counts
    return _share(right, gold) if kind == "rate" else _share(2 * right, gold + predicted)


def _less(counts: Counts, before: Counts | None) -> Counts:
    earlier = before or (0, 0, 0)
    return counts[0] - earlier[0], counts[1] - earlier[1], counts[2] - earlier[2]


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None

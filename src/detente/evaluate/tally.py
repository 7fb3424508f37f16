"""Counts that become figures: precision, recall and F1 of what was found, or the share that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec

from detente.records import Record


class Figure(Record, frozen=True):
    """One figure. For `f1` of `gold` and `predicted` items, `right` agree; for `rate`, `right` of `gold` cases.

    `value` is None where there was nothing to measure.
    """

    kind: str
    value: float | None
    right: int
    gold: int
    predicted: int
    precision: float | None = None
    recall: float | None = None


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

    def figures(self) -> dict[str, Figure]:
        """The figures so far, those named beforehand first."""
        return {name: self._figure(name, kind) for name, kind in self.kinds.items()}

    def _figure(self, name: str, kind: str) -> Figure:
        right, gold, predicted = self.right[name], self.gold[name], self.predicted[name]
        if kind == "rate":
            return Figure(kind, _share(right, gold), right, gold, gold)
        value = 2 * right / (gold + predicted) if gold + predicted else None
        return Figure(kind, value, right, gold, predicted, _share(right, predicted), _share(right, gold))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None

"""One event, many reports: which reports of a story's articles tell of the same act.

Reports are alike by the words that name the act (by their beginnings, so that "arrested" is near "arrest", and by topic vectors, so that
"quake" is near "tremor") and by the words of their sentence. Acts of another type or mode, other sides, days that exclude each other or
another country are a veto; equal sides, days and types speak for it. One side that differs where the other agrees needs nearly the same
sentence (then it is a contradiction).
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, Any]

SAME = 0.36
TRIGGER, MEANING, SENTENCE = 0.3, 0.6, 0.1
AGREED = 0.06
#: Members of a group that a report is compared with, and reports that are taken together.
MEMBERS, AT_ONCE = 12, 150
#: Against it: one of two sides differs; both stand in one article, in which the coder has joined what is one event.
ONE_SIDE, ONE_ARTICLE = 0.85, 0.2


@dataclass(frozen=True)
class Report:
    """What is known of one report; what is not known neither speaks for nor against."""

    id: str
    article: str
    trigger: Sequence[str]
    meaning: Vector
    sentence: Mapping[str, float]
    kind: str | None = None
    mode: str | None = None
    sides: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    days: tuple[str, str] | None = None
    places: frozenset[str] = field(default=frozenset())


def likeness(one: Report, other: Report) -> float:
    """How alike two reports are, about 0 to 1; -1 for a veto."""
    sides = [_sets(a, b) for a, b in zip(one.sides, other.sides, strict=True)]
    agreed = [_kinds(one, other), _days(one, other), _sets(one.places, other.places), max(sides)]
    if -1 in agreed:
        return -1.0
    against = ONE_SIDE * (-1 in sides) + ONE_ARTICLE * (one.kind is not None and one.article == other.article)
    if -1 in sides and 1 not in sides:
        return -1.0
    words = TRIGGER * beginning(one.trigger, other.trigger) + MEANING * float(one.meaning @ other.meaning)
    return words + SENTENCE * product(one.sentence, other.sentence) + AGREED * sum(agreed) - against


def beginning(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of the longer word two words have in common from their beginning, at the best pair; less than half is nothing."""
    shares = [len(os.path.commonprefix([a, b])) / max(len(a), len(b), 1) for a in one for b in other if a[:3] == b[:3]]
    best = max(shares, default=0.0)
    return best if best >= 0.5 else 0.0


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two weighted bags of length 1."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def merge(reports: Sequence[Report], same: float = SAME) -> list[list[int]]:
    """Groups of indices of reports that tell of one event, by their first report.

    The two groups of one kind that are most alike on average are joined first, and so on down to `same` (average link); never where a member
    of one is a veto for one of the other. Reports are taken `AT_ONCE`; of a group from before the first `MEMBERS` stand for all.
    """
    by_kind: dict[str | None, list[int]] = {}
    for index, report in enumerate(reports):
        by_kind.setdefault(report.kind, []).append(index)
    groups: list[list[int]] = []
    for indices in by_kind.values():
        found: list[list[int]] = []
        for start in range(0, len(indices), AT_ONCE):
            found = _joined(found, indices[start : start + AT_ONCE], reports, same)
        groups += found
    return sorted(map(sorted, groups))


def _joined(before: list[list[int]], new: Sequence[int], reports: Sequence[Report], same: float) -> list[list[int]]:
    import numpy as np

    groups = [*before, *([index] for index in new)]
    alike = np.full((len(groups), len(groups)), -np.inf)
    for one in range(len(before), len(groups)):
        for other in range(one):
            value = _mean(reports[groups[one][0]], [reports[i] for i in groups[other][:MEMBERS]])
            alike[one, other] = alike[other, one] = -np.inf if value == -1.0 else value
    sizes = np.array([len(group) for group in groups], dtype=float)
    while True:
        one, other = sorted(map(int, np.unravel_index(alike.argmax(), alike.shape)))
        if alike[one, other] < same:
            return [group for group in groups if group]
        # The mean over all pairs follows from the means of both (Lance and Williams 1967); a veto stays one.
        mean = (sizes[one] * alike[one] + sizes[other] * alike[other]) / (sizes[one] + sizes[other])
        mean[[one, other]] = -np.inf
        alike[one] = alike[:, one] = mean
        alike[other] = alike[:, other] = -np.inf
        sizes[one] += sizes[other]
        groups[one] += groups[other]
        groups[other] = []


def _mean(one: Report, others: Sequence[Report]) -> float:
    """The mean likeness to the members of a group; -1 if one of them is a veto."""
    total = 0.0
    for other in others:
        value = likeness(other, one)
        if value == -1.0:
            return -1.0
        total += value
    return total / len(others)


def _kinds(one: Report, other: Report) -> int:
    if one.kind is None or other.kind is None:
        return 0
    same = one.kind == other.kind and (one.mode is None or other.mode is None or one.mode == other.mode)
    return 1 if same else -1


def _sets(one: frozenset[str], other: frozenset[str]) -> int:
    if not one or not other:
        return 0
    return 1 if one & other else -1


def _days(one: Report, other: Report) -> int:
    if one.days is None or other.days is None:
        return 0
    return 1 if one.days[0] <= other.days[1] and other.days[0] <= one.days[1] else -1

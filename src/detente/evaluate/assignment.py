"""The heaviest one-to-one pairing of two kinds of items (Kuhn 1955, Munkres 1957), of which few pairs have a weight."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from math import inf
from typing import TypeVar

One = TypeVar("One", bound=Hashable)
Other = TypeVar("Other", bound=Hashable)


def heaviest(weights: Mapping[tuple[One, Other], float]) -> list[tuple[One, Other]]:
    """The pairs of weight above 0 whose sum is largest, each item in one pair at most; ties fall in the order given."""
    found: list[tuple[One, Other]] = []
    for rows, columns in _connected(weights):
        flipped = len(rows) > len(columns)
        table = [[weights.get((a, b), 0.0) for b in columns] for a in rows]
        chosen = _assign([list(column) for column in zip(*table, strict=True)] if flipped else table)
        pairs = [(rows[j], columns[i]) if flipped else (rows[i], columns[j]) for i, j in enumerate(chosen)]
        found += [pair for pair in pairs if weights.get(pair, 0.0) > 0]
    return found


def _connected(weights: Mapping[tuple[One, Other], float]) -> Iterator[tuple[list[One], list[Other]]]:
    """The items of each part of the graph, so that the tables stay small."""
    near: dict[tuple[int, Hashable], list[tuple[int, Hashable]]] = {}
    for (one, other), weight in weights.items():
        if weight > 0:
            near.setdefault((0, one), []).append((1, other))
            near.setdefault((1, other), []).append((0, one))
    seen: set[tuple[int, Hashable]] = set()
    for start in near:
        if start in seen:
            continue
        seen.add(start)
        reached = [start]
        for item in reached:
            reached += [new for new in dict.fromkeys(near[item]) if new not in seen]
            seen.update(reached)
        yield [item for side, item in reached if side == 0], [item for side, item in reached if side == 1]  # type: ignore[misc]


def _assign(weights: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row, rows not more than columns: shortest augmenting paths over row and column prices."""
    rows, columns = len(weights), len(weights[0])
    row_price, price, taken = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], column, before = row, 0, [0] * (columns + 1)
        slack, done = [inf] * (columns + 1), [False] * (columns + 1)
        while taken[column]:
            done[column], here, least, following = True, taken[column], inf, 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                cost = -weights[here - 1][j - 1] - row_price[here] - price[j]
                if cost < slack[j]:
                    slack[j], before[j] = cost, column
                if slack[j] < least:
                    least, following = slack[j], j
            for j in range(columns + 1):
                if done[j]:
                    row_price[taken[j]] += least
                    price[j] -= least
                else:
                    slack[j] -= least
            column = following
        while column:
            taken[column], column = taken[before[column]], before[column]
    answer = [0] * rows
    for j in range(1, columns + 1):
        if taken[j]:
            answer[taken[j] - 1] = j - 1
    return answer

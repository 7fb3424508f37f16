"""What lies around an offset, so that a long text is not searched whole for every act in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

LENGTH = 1000  # code points
T = TypeVar("T")


def stretches(items: Iterable[T], spans: Callable[[T], Iterable[tuple[int, int]]]) -> Callable[[int], Sequence[T]]:
    """For an offset the items, in their order, whose spans reach into the stretch of text that it lies in; a superset of those over it."""
    found: dict[int, list[T]] = {}
    for item in items:
        for number in sorted({number for start, end in spans(item) for number in range(start // LENGTH, end // LENGTH + 1)}):
            found.setdefault(number, []).append(item)
    return lambda offset: found.get(offset // LENGTH, ())

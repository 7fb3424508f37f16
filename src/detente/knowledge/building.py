"""Building of tables: once, and without the garbage collector, which finds nothing in them and takes a quarter of the time.

Coding an article is spared it too: nearly all that it makes is freed when the last reference goes, and a search for the rest would
look through all tables again and again (a seventh of the time outside the encoder in an article of 100,000 code points).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")


def built_once(build: Callable[[], T]) -> _lru_cache_wrapper[T]:
    """Keep what a function without arguments returns; while it runs nothing is collected, as it makes only what stays."""

    @lru_cache(maxsize=1)
    @wraps(build)
    def built() -> T:
        with uncollected():
            table = build()
        gc.freeze()  # the collector need not look through it again, nor through what was there before, which stays as well
        return table

    return built


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from running inside, unless it is off anyhow; garbage is found afterwards."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

"""Building of tables: once, and without the garbage collector, which finds nothing in them and takes a quarter of the time."""

from __future__ import annotations

import gc
from collections.abc import Callable
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
        collecting = gc.isenabled()
        gc.disable()
        try:
            return build()
        finally:
            if collecting:
                gc.enable()

    return built

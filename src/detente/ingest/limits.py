"""What a reader may take: the options that all readers share."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading.

    Attributes:
        size: largest document, page or table row, in bytes.
        seconds: longest time for one page from the network, in seconds.
        allow_local: take web pages from local and private addresses too (for tests of one's own server).
    """

    size: int = 20 * MEGABYTE
    seconds: float = 20.0
    allow_local: bool = False

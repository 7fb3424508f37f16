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
        allowed: hosts with port ("127.0.0.1:8080") of one's own that may be local or private; all others must be public.
    """

    size: int = 20 * MEGABYTE
    seconds: float = 20.0
    allow_local: bool = False
    allowed: frozenset[str] = frozenset()

    def local(self, host: str, port: int) -> bool:
        """Whether a host may be at a local or private address, and at any port."""
        return self.allow_local or f"{host}:{port}" in self.allowed

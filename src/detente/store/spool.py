"""Articles in order without holding them: the database would sort them whole, in memory that large stores exceed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date

_IN_MEMORY = 64_000_000  # bytes; beyond it they wait in a file without a name


def in_order(rows: Iterable[tuple[date | None, str, str, str]]) -> Iterator[tuple[str, str]]:
    """The last two of each row, ordered by the first two; an unknown day comes first."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as waiting:
        places = []
        for day, ident, one, other in rows:
            first, second = one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
            places.append((day.isoformat() if day else "", ident, waiting.tell(), len(first), len(second)))
            waiting.write(first)
            waiting.write(second)
        places.sort()
        for _, _, at, size, more in places:
            waiting.seek(at)
            yield waiting.read(size).decode("utf-8", "surrogatepass"), waiting.read(more).decode("utf-8", "surrogatepass")

"""JSON Lines: one article a line; a broken line is named and the rest is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from detente.errors import InputError
from detente.ingest.limits import Limits
from detente.ingest.rows import ROW_HINT, Item, row_article, some, too_large


def read_jsonl(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    """Articles of a JSON Lines file; a row is a line."""
    with path.open("rb") as stream:
        lines = iter(lambda: stream.readline(limits.size + 1), b"")
        yield from some(rows_of_json(lines, str(path), path.stem, published, limits), str(path))


def rows_of_json(lines: Iterable[bytes], name: str, key: str, published: str | None, limits: Limits) -> Iterator[Item]:
    """Articles of the lines of a JSON Lines document."""
    for number, line in enumerate(lines, 1):
        if len(line) > limits.size:
            yield too_large(name, number, limits)
            return
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            yield InputError(f"{name}, row {number}: this is no valid JSON in UTF-8.", ROW_HINT, "row")
            continue
        if not isinstance(row, dict):
            yield InputError(f"{name}, row {number}: this is no JSON object.", ROW_HINT, "row")
            continue
        yield row_article({str(column).lower(): value for column, value in row.items()}, name, key, number, published)

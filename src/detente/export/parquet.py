"""Flat Parquet (zstd): the events table as one file of plain columns."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import InputError, UsageError
from detente.event.flat import EVENTS, rows
from detente.export.files import STANDARD, replacing
from detente.export.form import Item, Options
from detente.records import CodedArticle

_TYPES = {"text": "VARCHAR", "day": "DATE", "int": "BIGINT", "float": "DOUBLE"}


class _Parquet:
    name = "parquet"

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        for article in coded:
            yield from rows(article)

    def save(self, items: Iterable[Item], target: Path | None, options: Options) -> None:
        """Write the events table.

        Raises:
            UsageError: no target, or one that cannot be written.
        """
        if target is None or target == STANDARD:
            raise UsageError("Parquet cannot go to standard output.", "Name a file with -o events.parquet.")
        with replacing(target) as part, tempfile.TemporaryDirectory(prefix=".detente-", dir=target.parent) as folder:
            plain = Path(folder) / "rows.jsonl"
            encoder = msgspec.json.Encoder()
            with plain.open("wb") as out:
                for item in items:
                    out.write(encoder.encode(item) + b"\n")
            _pack(plain, part)

    def read(self, path: Path) -> Iterator[Item | InputError]:
        """The rows of an events table, days as ISO text."""
        import duckdb

        if not path.is_file():
            raise InputError(f"{path}: cannot be read (no such file).", "Check the name and the rights.", "missing")
        try:
            with duckdb.connect() as base:
                found = base.execute("SELECT * FROM read_parquet(?)", [str(path)])
                names = [column[0] for column in found.description or ()]
                while batch := found.fetchmany(1000):
                    yield from (dict(zip(names, map(_plain, values), strict=True)) for values in batch)
        except duckdb.Error as error:
            yield InputError(f"{path}: not a Parquet file ({str(error).splitlines()[0]}).", "Give one that détente wrote.", "row")


def _pack(plain: Path, part: Path) -> None:
    """Turn JSON Lines into Parquet; DuckDB streams, so that the table need not fit in memory."""
    import duckdb

    columns = ", ".join(f"'{name}': '{_TYPES[kind]}'" for name, kind in EVENTS.items())
    source = f"read_json(?, format = 'newline_delimited', maximum_object_size = 67108864, columns = {{{columns}}})"
    if not plain.stat().st_size:
        source = f"(SELECT {', '.join(f'NULL::{_TYPES[kind]} AS {name}' for name, kind in EVENTS.items())} WHERE false AND ? != '')"
    with duckdb.connect() as base:
        quoted = str(part).replace("'", "''")
        base.execute(f"COPY (SELECT * FROM {source}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)", [str(plain)])


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


FORMAT = _Parquet()

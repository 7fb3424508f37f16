"""Parquet: one article a row, read in batches by DuckDB, which is imported only here and only when needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.ingest.limits import Limits
from detente.ingest.rows import COLUMNS, KNOWN, TEXT_HINT, Item, row_article, some, too_large

if TYPE_CHECKING:
    import duckdb


def read_parquet(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    """Articles of a Parquet file, read in batches by DuckDB."""
    import duckdb

    quiet: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    literal = "".join(f"[{character}]" if character in "*?[" else character for character in str(path))
    with duckdb.connect(config=quiet) as connection:
        try:
            found = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [literal])
            names = [str(column[0]) for column in found.description or []]
            wanted = [name for name in names if name.lower() in KNOWN]
            if not {name.lower() for name in wanted} & set(COLUMNS["text"]):
                raise InputError(f"{path} has no column with the text.", TEXT_HINT, "columns")
            listed = ", ".join('"' + name.replace('"', '""') + '"' for name in wanted)
            rows = connection.execute(f"SELECT {listed} FROM read_parquet(?)", [literal])
            yield from some(_parquet_rows(rows, [name.lower() for name in wanted], path, published, limits), str(path))
        except duckdb.Error:
            message = f"{path} is no Parquet file that can be read."
            raise InputError(message, "Write it again, or give JSON Lines.", "binary") from None


def _parquet_rows(
    rows: duckdb.DuckDBPyConnection, names: list[str], path: Path, published: str | None, limits: Limits
) -> Iterator[Item]:
    number = 0
    while batch := rows.fetchmany(256):
        for cells in batch:
            number += 1
            if any(isinstance(cell, str) and len(cell) > limits.size for cell in cells):
                yield too_large(str(path), number, limits)
            else:
                yield row_article(dict(zip(names, cells, strict=True)), str(path), path.stem, number, published)

"""Series as panels for R, Stata and spreadsheets: a row a period and ordered pair, with the country codes of three systems.

ISO 3166-1 alpha-3 in `iso3_a` and `iso3_b`, Correlates of War in `cow_`, Gleditsch-Ward in `gw_`; an organisation has none of them.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from detente import knowledge
from detente.errors import UsageError
from detente.event.flat import state_number
from detente.export.files import replacing, save
from detente.series import Row

_CODES = ("iso3_a", "iso3_b", "cow_a", "cow_b", "gw_a", "gw_b")
_TEXT, _DAY, _FLOAT = ("a", "b", "iso3_a", "iso3_b"), ("date",), ("score", "rate")
COLUMNS = (*Row.__struct_fields__[:3], *_CODES, *Row.__struct_fields__[3:])
FORMATS = ("jsonl", "csv", "parquet")


def write(rows: Sequence[Row], format_: str, target: Path | None) -> None:
    """Write a series.

    Args:
        rows: its rows.
        format_: one of `FORMATS`; JSON Lines has the records' own columns only.
        target: a file; None is standard output.

    Raises:
        UsageError: Parquet without a file, or a target that cannot be written.
    """
    if format_ == "parquet":
        _parquet(rows, target)
    elif format_ == "csv":
        save(_csv(rows), target)
    else:
        save((msgspec.json.encode(row).decode() + "\n" for row in rows), target)


def panel(row: Row) -> dict[str, Any]:
    """A row with its codes, in the order of `COLUMNS`; state numbers as numbers."""
    plain = msgspec.structs.asdict(row)
    for end in ("a", "b"):
        side = plain[end]
        plain[f"iso3_{end}"] = side if side in knowledge.states() else None
        for system in ("cow", "gw"):
            number = state_number(side, system)
            plain[f"{system}_{end}"] = int(number) if number else None
    return {name: plain[name] for name in COLUMNS}


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow("" if value is None else value for value in panel(row).values())
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _parquet(rows: Sequence[Row], target: Path | None) -> None:
    import duckdb

    if target is None:
        raise UsageError("Parquet cannot go to standard output.", "Name a file with -o series.parquet.")
    with replacing(target) as part, tempfile.TemporaryDirectory(prefix=".detente-", dir=target.parent) as folder:
        plain = Path(folder) / "rows.jsonl"
        plain.write_bytes(b"".join(msgspec.json.encode(panel(row)) + b"\n" for row in rows))
        columns = ", ".join(f"'{name}': '{_kind(name)}'" for name in COLUMNS)
        source = f"read_json(?, format = 'newline_delimited', columns = {{{columns}}})"
        if not rows:
            source = f"(SELECT {', '.join(f'NULL::{_kind(name)} AS {name}' for name in COLUMNS)} WHERE false AND ? != '')"
        quoted = str(part).replace("'", "''")
        with duckdb.connect() as base:
            base.execute(f"COPY (SELECT * FROM {source}) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)", [str(plain)])


def _kind(name: str) -> str:
    if name in _DAY:
        return "DATE"
    if name in _TEXT:
        return "VARCHAR"
    return "DOUBLE" if name.endswith(_FLOAT) else "BIGINT"

"""Adding a user's own rows from a file: read, checked as a whole, and written at once or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from detente.errors import UsageError
from detente.knowledge.check import Finding, Placed, Row, check_rows, codes
from detente.knowledge.own import folder, own_rows
from detente.knowledge.schema import TABLES, Table, table_of
from detente.knowledge.tables import USER, role_words

_HINT = "docs/knowledge.md shows both forms."


class Addition(NamedTuple):
    """What adding a file does to one table: the rows that are new, and how many of the user's own they replace."""

    table: Table
    rows: list[Row]
    replaced: int
    path: Path


def add(file: Path, *, place: Path | None = None, dry_run: bool = False) -> list[Addition]:
    """Check the rows of a YAML or TSV file and merge them into the user's tables; nothing is written if one is wrong.

    A row replaces the user's own row for the same fact.

    Args:
        file: `.tsv` with a table's header line, or `.yaml` with table names over lists of rows.
        place: the folder of the user's tables; the default is `own.folder()`.
        dry_run: check and tell, write nothing.

    Raises:
        UsageError: the file cannot be read, or a row is wrong; the message names each line and what to do.
    """
    where = place or folder()
    added = list(_read(file))
    if not added:
        raise UsageError(f"{file}: no rows in it.", _HINT, "knowledge")
    problems = list(_problems(added))
    if problems:
        told = "; ".join(f"{one.where}: {one.text}" for one in problems[:5])
        more = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
        raise UsageError(f"{file}: nothing was added. {told}{more}", "Mend these rows and add the file again.", "knowledge")
    additions = [_merged(table, [one.row for name, one in added if name == table.name], where) for table in TABLES.values()]
    changes = [(addition, merged) for addition, merged in additions if addition.rows]
    if not dry_run:
        _write(changes)
    return [addition for addition, _ in changes]


def _read(file: Path) -> Iterator[tuple[str, Placed]]:
    try:
        if file.suffix.lower() in {".yaml", ".yml"}:
            yield from _yaml(file)
        else:
            yield from _tsv(file)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error}).", "Name a file of text in UTF-8.", "knowledge") from error


def _tsv(file: Path) -> Iterator[tuple[str, Placed]]:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    header = lines[0].strip().split("\t") if lines else []
    table = table_of(header)
    if table is None:
        raise UsageError(f"{file}: its first line is no header of a table ({', '.join(header) or 'empty'}).",
                         "Write the column names of one table, separated by tabs; " + _HINT, "knowledge")  # fmt: skip
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) > len(header):
            raise UsageError(f"{file}, line {number}: {len(cells)} cells under {len(header)} columns.", "Separate cells by one tab.", "knowledge")
        yield table.name, Placed(f"line {number}", _row(table, dict(zip(header, cells, strict=False))))


def _yaml(file: Path) -> Iterator[tuple[str, Placed]]:
    from detente.codebook.loading import read_yaml

    data = read_yaml(file)
    if not isinstance(data, dict) or not all(isinstance(rows, list) for rows in data.values()):
        raise UsageError(f"{file}: not tables over lists of rows.", _HINT, "knowledge")
    for name, items in data.items():
        if name not in TABLES:
            raise UsageError(f"{file}: there is no table {name!r}.", f"The tables are {', '.join(TABLES)}.", "knowledge")
        for number, item in enumerate(items, 1):
            if not isinstance(item, dict) or (unknown := set(map(str, item)) - set(TABLES[name].columns)):
                what = f"has no column {', '.join(sorted(unknown))}" if isinstance(item, dict) else "is no list of columns and cells"
                raise UsageError(f"{file}: {name}, row {number}: {what}.", f"Its columns are {', '.join(TABLES[name].columns)}.", "knowledge")
            yield name, Placed(f"{name}, row {number}", _row(TABLES[name], {str(key): _cell(str(key), value) for key, value in item.items()}))


def _cell(column: str, value: Any) -> str:
    """A YAML value as a cell: lists are joined, dates become ISO days."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ("," if column == "sectors" else "|").join(str(one) for one in value)
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _row(table: Table, cells: dict[str, str]) -> Row:
    row = {column: " ".join(cells.get(column, "").split()) for column in table.columns}
    if "sectors" in row:
        row["sectors"] = row["sectors"].replace(" ", "")
    if table.name == "offices":
        row["office"] = _office(row["office"])
    row["source"] = USER
    return row


def _office(written: str) -> str:
    """The office as mentions are led to it: the one that `roles` has for the words ("Minister of Defence": defence minister), else as written."""
    known = {word.phrase.casefold(): word.office for word in role_words() if word.office}
    if found := known.get(written.casefold()):
        return found
    title, of, field = written.partition(" of ")
    return f"{field} minister".casefold() if of and title.casefold() == "minister" else written


def _problems(added: Sequence[tuple[str, Placed]]) -> Iterator[Finding]:
    known = codes((TABLES[name], one.row) for name, one in added)
    for table in TABLES.values():
        found = check_rows(table, [one for name, one in added if name == table.name], known)
        yield from (one for one in found if one.level == "error")


def _merged(table: Table, rows: list[Row], where: Path) -> tuple[Addition, list[Row]]:
    """The user's table with rows added to it."""
    before = [table.row(cells) for cells in own_rows(table, where)] if rows else []
    keys = {_key(table, row) for row in rows}
    kept = [row for row in before if _key(table, row) not in keys]
    return Addition(table, rows, len(before) - len(kept), where / f"{table.name}.tsv"), kept + rows


def _key(table: Table, row: Row) -> tuple[str, ...]:
    return tuple(row[column].casefold() for column in table.key)


def _write(changes: Iterable[tuple[Addition, list[Row]]]) -> None:
    """Write every changed table beside its place first, then move all of them there."""
    moves: list[tuple[str, Path]] = []
    path = folder()
    try:
        for (table, _, _, path), rows in changes:
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = ["\t".join(table.columns), *("\t".join(row[column] for column in table.columns) for row in rows)]
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{table.name}-", suffix=".tmp")
            moves.append((name, path))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write("\n".join(lines) + "\n")
        while moves:
            Path(moves[0][0]).replace(moves[0][1])
            moves.pop(0)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}).", "Set DETENTE_KNOWLEDGE to a folder of yours.", "knowledge") from error
    finally:
        for name, _ in moves:
            Path(name).unlink(missing_ok=True)

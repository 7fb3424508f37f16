"""Flat CSV (RFC 4180): UTF-8 without BOM, CRLF, ISO days, nothing for missing, codes as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, cast

from detente.errors import InputError
from detente.event.flat import EVENTS, rows
from detente.export.form import Item, LineFormat, Options, bad_row
from detente.records import CodedArticle

# Text that a spreadsheet takes for a formula begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# Cells hold a title at most; the limit only stops a broken quote from swallowing a file.
_CELL = 16_000_000


class _Csv(LineFormat):
    name = "csv"

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        for article in coded:
            yield from rows(article)

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(EVENTS)
        for item in items:
            row = cast("dict[str, Any]", item)
            writer.writerow(_cell(row.get(column), kind, options.spreadsheet) for column, kind in EVENTS.items())
            yield out.getvalue()
            out.seek(0)
            out.truncate()
        yield out.getvalue()

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        csv.field_size_limit(max(_CELL, csv.field_size_limit()))
        reader = csv.reader(lines, strict=True)
        header: list[str] = []
        while True:
            at = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield bad_row(source, at, f"not CSV ({error})")
                continue
            if not header:
                header = cells
                if "event" not in header:
                    yield bad_row(source, at, "no column `event`", "Give a table that `--format csv` wrote.")
                    return
            elif cells:
                yield _row(header, cells, source, at)


def _cell(value: Any, kind: str, guard: bool) -> str:
    text = "" if value is None else str(value)
    return "'" + text if guard and kind == "text" and text.startswith(_FORMULA) else text


def _row(header: list[str], cells: list[str], source: str, line: int) -> Item | InputError:
    if len(cells) != len(header):
        return bad_row(source, line, f"{len(cells)} cells under {len(header)} columns")
    row: dict[str, Any] = dict.fromkeys(EVENTS)
    for column, cell in zip(header, cells, strict=True):
        try:
            row[column] = _value(cell, EVENTS.get(column, "text"))
        except ValueError:
            return bad_row(source, line, f"`{cell}` is not a number ({column})")
    return row


def _value(cell: str, kind: str) -> Any:
    if not cell:
        return None
    return int(cell) if kind == "int" else float(cell) if kind == "float" else cell


FORMAT = _Csv()

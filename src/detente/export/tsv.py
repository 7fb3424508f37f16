"""Tab-separated tables without quoting: cells are text, a missing one has the table's word for it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, ClassVar, cast

from detente.errors import InputError
from detente.export.form import Item, LineFormat, Options, bad_row

# Whatever some reader takes for the end of a line or a cell.
_BREAKS = re.compile("[\t\n\r\x00\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")


class Table(LineFormat):
    """A table with a header line; rows are found by column name."""

    columns: tuple[str, ...] = ()
    missing = ""
    aliases: ClassVar[dict[str, str]] = {}
    numbers: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        """The header and a line a row."""
        yield "\t".join(self.columns) + "\n"
        yield from (self.line(cast("dict[str, Any]", item)) for item in items)

    def line(self, row: dict[str, Any]) -> str:
        """A row as a line."""
        return "\t".join(self._cell(row.get(column)) for column in self.columns) + "\n"

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        """The rows; every known column is there, with None for missing."""
        header: list[str] = []
        commas = False
        for number, line in enumerate(lines, 1):
            commas = commas or (not header and "\t" not in line and "," in line)
            cells = _comma_cells(line) if commas else line.rstrip("\r\n").split("\t")
            if not header:
                header = [self._column(name) for name in cells]
                if lacking := self.needed.difference(header):
                    yield bad_row(source, number, f"no column {', '.join(sorted(lacking))}", f"Is it a {self.name} table with its header?")
                    return
            elif line.strip():
                yield self._row(header, cells, source, number)

    def _cell(self, value: Any) -> str:
        text = _BREAKS.sub(" ", plain(value)).strip() if value is not None else ""
        return self.missing if text in ("", "NULL") else text

    def _column(self, name: str) -> str:
        wanted = _key(name)
        return next((column for column in self.columns if _key(column) == wanted), self.aliases.get(wanted, name.strip()))

    def _row(self, header: Sequence[str], cells: list[str], source: str, number: int) -> Item | InputError:
        names = list(header)
        while len(cells) > len(names) and not cells[-1].strip():
            cells.pop()
        if len(names) > len(cells):
            # some files name columns that hold nothing; only names that are no column of the table can be those
            names = [name for name in names if name in self.columns]
        if len(names) != len(cells):
            return bad_row(source, number, f"{len(cells)} cells under {len(header)} columns")
        return self.record({name: cell for name, cell in zip(names, cells, strict=True) if name in self.columns}, source, number)

    def record(self, cells: dict[str, str], source: str, number: int) -> Item | InputError:
        """The cells by column, checked."""
        row: dict[str, Any] = dict.fromkeys(self.columns)
        for name, cell in cells.items():
            text = cell.strip()
            if text in ("", self.missing, "NULL"):
                continue
            try:
                row[name] = _day(text) if name in self.days else text
                if name in self.numbers:
                    float(text)
            except ValueError:
                return bad_row(source, number, f"`{text}` is no {'day' if name in self.days else 'number'} ({name})")
        return row


def _comma_cells(line: str) -> list[str]:
    """The cells of a line of a table that was saved as CSV; none of these tables has line ends within a cell."""
    return next(csv.reader([line]), [])


def plain(value: Any) -> str:
    """A value as text; a whole number without its decimals, the others without an exponent."""
    if isinstance(value, float):
        return "0" if abs(value) < 5e-7 else f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value)


def _key(name: str) -> str:
    return name.strip().lower().replace("_", " ")


def _day(text: str) -> str:
    if american := _AMERICAN.match(text):
        month, day, year = map(int, american.groups())
        return date(year, month, day).isoformat()
    return date.fromisoformat(text[:10]).isoformat()

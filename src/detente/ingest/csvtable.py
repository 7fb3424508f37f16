"""CSV and TSV with a header: one article a row; a broken row is named and the rest is kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from detente.errors import InputError
from detente.ingest.decode import UTF8_HINT, is_windows
from detente.ingest.limits import MEGABYTE, Limits
from detente.ingest.rows import COLUMNS, ROW_HINT, TEXT_HINT, Item, row_article, some

MOST_RESTARTS = 100  # unclosed quotes in one table after which it is given up


def read_csv(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    """Articles of a CSV or TSV file with a header; rows are counted from 1 below it."""
    with path.open("rb") as stream:
        first = stream.read(4)
        stream.seek(0)
        if first.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputError(f"{path} is UTF-16.", UTF8_HINT, "encoding")
        lines = _Lines(iter(lambda: stream.readline(limits.size + 1), b""), str(path), limits)
        head = lines.take()
        if head is None:
            raise InputError(f"{path} is empty.", "Give a table with a header and rows.", "empty")
        mark = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=head.count)
        header = [cell.strip().lower() for cell in _cells(head, mark)]
        if not set(header) & set(COLUMNS["text"]):
            raise InputError(f"{path} has no column with the text.", TEXT_HINT, "columns")
        yield from some(_csv_rows(lines, header, mark, path, published), str(path))


def _cells(head: str, mark: str) -> list[str]:
    """The header's cells; none where the line cannot be a header."""
    try:
        return next(csv.reader([head], delimiter=mark), [])
    except csv.Error:
        return []


def _csv_rows(lines: _Lines, header: list[str], mark: str, path: Path, published: str | None) -> Iterator[Item]:
    number = 0
    restarts = 0
    previous = csv.field_size_limit(lines.limits.size)
    try:
        while restarts <= MOST_RESTARTS:
            reader = csv.reader(lines, delimiter=mark, strict=True)
            try:
                for cells in reader:
                    lines.forget()
                    if not cells:
                        continue
                    number += 1
                    yield _csv_row(cells, header, path, number, published)
                return
            except csv.Error:
                number += 1
                yield InputError(f"{path}, row {number}: a quotation mark is wrong or missing.", ROW_HINT, "row")
                lines.rewind()
                restarts += 1
    finally:
        csv.field_size_limit(previous)


def _csv_row(cells: list[str], header: list[str], path: Path, number: int, published: str | None) -> Item:
    if len(cells) != len(header):
        message = f"{path}, row {number}: {len(cells)} cells where the header has {len(header)}."
        return InputError(message, ROW_HINT, "row")
    return row_article(dict(zip(header, cells, strict=True)), str(path), path.stem, number, published)


class _Lines:
    """Decoded lines that can be taken again from the second line of a row on, when its quotes do not close."""

    def __init__(self, source: Iterator[bytes], name: str, limits: Limits) -> None:
        self.limits = limits
        self._source = source
        self._name = name
        self._row: list[str] = []
        self._again: list[str] = []
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self.take()
        if line is None:
            raise StopIteration
        self._row.append(line)
        self._size += len(line)
        if self._size > self.limits.size:
            raise csv.Error("row too large")
        return line

    def take(self) -> str | None:
        """The next line of the file as text."""
        data = next(self._source, None)
        if data is None:
            return None
        if len(data) > self.limits.size:
            size = f"{self.limits.size / MEGABYTE:g} MB"
            raise InputError(
                f"{self._name} has a line larger than {size}.", "Split it, or raise the limit.", "too_large"
            )
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            if is_windows(data):
                return data.decode("cp1252")
        raise InputError(f"{self._name} is not UTF-8 text.", UTF8_HINT, "encoding")

    def forget(self) -> None:
        """The row is complete."""
        self._row.clear()
        self._size = 0

    def rewind(self) -> None:
        """Give the lines after the first one of the broken row out again."""
        self._again += reversed(self._row[1:])
        self.forget()

"""Coded articles as tables and JSON that others can use, and the way back: one file per format.

Formats: `jsonl` (the contract), `csv` and `parquet` (flat, a row an event), `plover` (PLOVER JSON Lines), `polecat`, `icews`,
`gdelt` (2.0 Events). What each holds stands in docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.errors import InputError
from detente.export.change import change
from detente.export.form import Format, Item, Options
from detente.export.registry import load, names
from detente.records import CodedArticle

__all__ = ["Format", "Item", "Options", "convert", "load", "names", "read", "write"]


def write(format: str, coded: Iterable[CodedArticle], target: Path | str | None = None, options: Options | None = None) -> None:
    """Write coded articles as they come, whole or not at all.

    Args:
        format: one of `names()`.
        coded: the articles; they are read once.
        target: the file; None or `-` is standard output. Parquet needs a file, or a folder for all its tables.
        options: what else is asked for.

    Raises:
        UsageError: no such format, or a target that cannot be written.
    """
    chosen, asked = load(format), options or Options()
    chosen.save(chosen.items(coded, asked), None if target is None else Path(target), asked)


def read(format: str, path: Path | str) -> Iterator[Item | InputError]:
    """The records of a file: coded articles from `jsonl`, else values by column name with None for missing.

    A bad row is yielded as an InputError that names the file and the line; the rest goes on.

    Raises:
        UsageError: no such format.
        InputError: the file cannot be read at all.
    """
    return load(format).read(Path(path))


def convert(
    source: str, items: Iterable[Item], target_format: str, target: Path | str | None = None, options: Options | None = None
) -> None:
    """Write the records of one format in another.

    Args:
        source: the format that the records come from. Coded articles (`jsonl`) become any format; a table becomes itself again
            (read with tolerance, written as documented), `csv` and `parquet` each other.

    Raises:
        UsageError: the one cannot become the other, or the target cannot be written.
    """
    chosen, asked = load(target_format), options or Options()
    given = load(source)
    chosen.save(change(given, chosen, items, asked), None if target is None else Path(target), asked)

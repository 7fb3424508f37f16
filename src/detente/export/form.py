"""What a format is: coded articles to records, records to lines, a file to records; and what every line format shares."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from detente.errors import InputError
from detente.export.files import open_text, save
from detente.records import CodedArticle

#: One record of a format: a CodedArticle (jsonl), or values by column or field name; None is missing.
Item = CodedArticle | dict[str, Any]


@dataclass(frozen=True)
class Options:
    """What a caller may ask for.

    Args:
        everything: in formats without a status column, write events of every status.
        spreadsheet: in CSV, disarm text cells that a spreadsheet would run as a formula.
        mentions: where GDELT's mentions table goes, if it is wanted.
    """

    everything: bool = False
    spreadsheet: bool = False
    mentions: Path | None = None


class Format(Protocol):
    """What every format offers; a third party registers one under the entry point group `detente.export`."""

    name: str

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        """The records of coded articles."""
        ...

    def save(self, items: Iterable[Item], target: Path | None, options: Options) -> None:
        """Write records, whole or not at all; None is standard output."""
        ...

    def read(self, path: Path) -> Iterator[Item | InputError]:
        """The records of a file; a bad row is yielded as an InputError that names the file and the line."""
        ...


class LineFormat:
    """Base of the formats that are text, written and read as a stream."""

    name = ""

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        """The records of coded articles."""
        raise NotImplementedError

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        """The text of records, each with its line end."""
        raise NotImplementedError

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        """The records of lines that keep their ends; `source` names the file in errors."""
        raise NotImplementedError

    def save(self, items: Iterable[Item], target: Path | None, options: Options) -> None:
        """Write records, whole or not at all; None is standard output."""
        save(self.lines(items, options), target)

    def read(self, path: Path) -> Iterator[Item | InputError]:
        """The records of a file."""
        with open_text(path) as lines:
            try:
                yield from self.parse(lines, str(path))
            except UnicodeDecodeError:
                yield InputError(f"{path}: the file is not UTF-8.", "Convert it to UTF-8 first.", "encoding")
            except InputError as error:
                yield error
            except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
                yield InputError(f"{path}: the file is damaged ({error}).", "Fetch or make it again.", "damaged")


def bad_row(source: str, line: int, why: str, hint: str = "Correct or remove that line; the other rows were kept.") -> InputError:
    """The error of one row; `line` counts from 1."""
    return InputError(f"{source}, line {line}: {why}.", hint, "row")

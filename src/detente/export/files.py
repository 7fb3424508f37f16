"""Files: written whole or not at all, read as lines; compressed where the name says so."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from detente.errors import InputError, UsageError
from detente.ingest.inflate import FREE, MOST_TIMES, Inflating

STANDARD = Path("-")
LONGEST = 16_000_000


def save(lines: Iterable[str], target: Path | None) -> None:
    """Write lines as UTF-8 to `target`, or to standard output; a target ending in .gz is compressed.

    Raises:
        UsageError: the target cannot be written.
    """
    if target is None or target == STANDARD:
        for line in lines:
            sys.stdout.buffer.write(line.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    with replacing(target) as part, open_part(part, target.suffix == ".gz") as out:
        for line in lines:
            out.write(line.encode("utf-8"))


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; it takes the target's name at the end, and goes if anything fails.

    Raises:
        UsageError: the target cannot be written.
    """
    part = target.with_name(target.name + ".part")
    if target.is_dir():
        raise UsageError(f"{target}: is a folder.", "Name a file.")
    if not target.parent.is_dir():
        raise UsageError(f"{target}: there is no folder {target.parent}.", "Create it first.")
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror or error}).", "Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def open_part(part: Path, compress: bool) -> Iterator[IO[bytes] | gzip.GzipFile]:
    """Open for writing; the same rows give the same bytes, so the compressed form carries no name and no time."""
    with part.open("wb") as raw:
        if not compress:
            yield raw
            return
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
            yield packed


@contextmanager
def open_text(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a UTF-8 file with their ends (a BOM is dropped); `.gz` and one-file `.zip` are unpacked, `-` is standard input.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        raw = _open(path)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({why}).", "Check the name and the rights.", "missing") from error
    with io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n") as text:
        yield _lines(text, path)


def _lines(text: io.TextIOWrapper, path: Path) -> Iterator[str]:
    """The lines, none longer than a row of any table can be."""
    while line := text.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise InputError(f"{path}: a line is longer than {LONGEST} characters.", "It is no table; leave it out.", "too_large")
        yield line


def _open(path: Path) -> IO[bytes]:
    """The bytes, unpacked. Of an archive only the content of its one file is read; the name in it plays no part."""
    if path == STANDARD:
        return sys.stdin.buffer
    if path.suffix == ".gz":
        return io.BufferedReader(Inflating(path.open("rb"), str(path)))
    if path.suffix == ".zip":
        archive = zipfile.ZipFile(path)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) != 1:
            raise InputError(f"{path}: holds {len(entries)} files, not one.", "Unpack it and name the files.", "archive")
        if entries[0].file_size > max(FREE, MOST_TIMES * path.stat().st_size):
            raise InputError(f"{path} grows more than {MOST_TIMES} times when unpacked.", "It is no table; leave it out.", "inflation")
        return archive.open(entries[0])
    return path.open("rb")

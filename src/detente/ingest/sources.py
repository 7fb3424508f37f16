"""What a person names as input, taken apart: folders and patterns to files, in a fixed order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from pathlib import Path

from detente.errors import InputError

URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def expand(source: str, endings: frozenset[str]) -> Iterator[str | InputError]:
    """The files of a folder or a pattern (`**` for any depth), sorted; anything else as it is.

    Args:
        endings: which files of a folder are taken. Hidden files are left out, and links that lead out of the folder are refused.
    """
    if URL.match(source) or source == "-" or "\0" in source:
        yield source
    elif Path(source).is_dir():
        yield from folder(Path(source), endings)
    elif glob.has_magic(source) and not Path(source).exists():
        found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207  the pattern may be absolute
        if not found:
            yield InputError(f"{source} matches no file.", "Check the pattern; ** stands for any depth of folders.", "missing")
        for name in found:
            if Path(name).is_dir():
                yield from folder(Path(name), endings)
            else:
                yield name
    else:
        yield source


def folder(where: Path, endings: frozenset[str]) -> Iterator[str | InputError]:
    """Every readable file below a folder, sorted by path."""
    failed: list[OSError] = []
    files: list[Path] = []
    for place, folders, names in os.walk(where, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [Path(place, name) for name in names if not name.startswith(".")]
    for error in failed:
        yield unreadable(Path(str(error.filename or where)), error)
    chosen = sorted(file for file in files if file.suffix.lower() in endings or "".join(file.suffixes[-2:]).lower() in endings)
    if not chosen and not failed:
        kinds = " ".join(sorted(endings))
        yield InputError(f"{where} has no file that can be read.", f"Files are known by their ending: {kinds}.", "nothing")
    home = where.resolve()
    for file in chosen:
        if file.is_symlink() and not file.resolve().is_relative_to(home):
            yield InputError(f"{file} is a link that leads out of the folder.", "Name the file itself, or copy it there.", "link")
        else:
            yield str(file)


def unreadable(path: Path, error: OSError) -> InputError:
    """The error of a file that the system does not give."""
    reason = (error.strerror or "cannot be read").lower()
    return InputError(f"{path} cannot be read: {reason}.", "Check that it exists and that you may read it.", "unreadable")


def weigh(file: str) -> int | None:
    """About how many articles a file has: 1 for a document, the lines of a table, None where that is not known without reading."""
    path = Path(file)
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson", ".csv", ".tsv"):
        try:
            with path.open("rb") as stream:
                return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))
        except OSError:
            return 1
    return None if ending in (".parquet", ".warc", ".gz") or URL.match(file) or file == "-" else 1

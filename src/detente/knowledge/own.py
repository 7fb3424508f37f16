"""A user's own rows: a folder with one file a table, which win over the shipped rows.

The folder is `$DETENTE_KNOWLEDGE`, else `knowledge` in the place that the platform keeps a program's data of a user.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from detente.errors import UsageError
from detente.knowledge.schema import Table

VARIABLE = "DETENTE_KNOWLEDGE"


def folder() -> Path:
    """The folder of the user's own rows; it need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return base / "detente" / "knowledge"


def own_rows(table: Table, place: Path | None = None) -> list[list[str]]:
    """The user's rows of a table, cells in the table's order; none where there is no such file.

    Raises:
        UsageError: the file cannot be read or its header is not the table's.
    """
    path = (place or folder()) / f"{table.name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}).", f"Mend or delete it, or set {VARIABLE} to another folder.", "knowledge") from error
    if not lines or lines[0].split("\t") != list(table.columns):
        raise UsageError(f"{path}: its first line is not the header of the table {table.name}.",
                         "Delete the file and add the rows again with `detente knowledge add`.", "knowledge")  # fmt: skip
    width = len(table.columns)
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:] if line.strip()]

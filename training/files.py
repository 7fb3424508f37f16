"""Which files of the corpus a run reads: the reader, an earlier text model, leaves some alone, so that fits can be made on what it makes of them."""

from __future__ import annotations

from pathlib import Path

UNREAD_ARTICLES, UNREAD_TREEBANK, UNREAD_NEWS = "*-[pqrs]?.txt", "*-hard.tsv", "cnc-[bcd].tsv"


def files(folder: Path, pattern: str, *, as_reader: bool = False) -> list[Path]:
    """The files of a part of the corpus in the order of their names; for the reader without those that it does not read."""
    unread = (UNREAD_ARTICLES, UNREAD_TREEBANK, UNREAD_NEWS)
    return [path for path in sorted(folder.glob(pattern)) if not (as_reader and any(path.match(one) for one in unread))]

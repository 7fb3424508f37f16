"""Which writers live: in a folder each holds a locked file, which the system lets go when its process ends, however it ends."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from detente.store.batch import age

#: In an object store nothing tells whether a writer lives; one that takes longer than this for a batch counts as dead.
PATIENCE = 3600.0
_FOLDER = "writers"

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Windows, where age decides
    fcntl = None  # type: ignore[assignment]


class Writer:
    """This process as a writer of one store; `id` is in the ids of its batches."""

    def __init__(self, folder: Path | None) -> None:
        self.id = secrets.token_hex(4)
        self._folder = folder / _FOLDER if folder and fcntl else None
        self._held: IO[bytes] | None = None

    def begin(self) -> None:
        """Show that this writer lives; before its first batch."""
        if self._folder is None or self._held is not None:
            return
        self._folder.mkdir(exist_ok=True)
        self._held = self._path(self.id).open("wb")
        fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def end(self) -> None:
        """This writer has nothing unfinished."""
        if self._held is not None:
            self._path(self.id).unlink(missing_ok=True)
            self._held.close()
            self._held = None

    @contextmanager
    def compacting(self, *, wanted: bool = False) -> Iterator[bool]:
        """Whether this process may join files now, and nobody else on this store while it does.

        Delta's own check lets two compactions of one table that overlap both succeed, and every row is then there twice.

        Args:
            wanted: a person asked for it; in an object store, where no lock tells, it is then up to them that only one runs.
        """
        if self._folder is None:
            yield wanted
            return
        self._folder.mkdir(exist_ok=True)
        with (self._folder / "compacting").open("wb") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
                return
            yield True

    def late(self, batch: str) -> bool:
        """Whether others may take this batch of ours for abandoned by now."""
        return self._folder is None and age(batch) > PATIENCE / 2

    def dead(self, writer: str, batch: str) -> bool:
        """Whether the writer of a batch has ended."""
        if writer == self.id:
            return False
        if self._folder is None:
            return age(batch) > PATIENCE
        try:
            with self._path(writer).open("rb") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True

    def bury(self, writer: str) -> None:
        """Remove the file of a dead writer."""
        if self._folder is not None:
            self._path(writer).unlink(missing_ok=True)

    def traces(self) -> list[str]:
        """The writers that left a file, living or dead."""
        return sorted(path.stem for path in self._folder.glob("*.lock")) if self._folder and self._folder.is_dir() else []

    def _path(self, writer: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{Path(writer).name}.lock"

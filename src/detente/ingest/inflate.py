"""Unpacking in bounded steps: a packed file that grows out of proportion is refused before it fills the memory or the day."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import IO

from detente.errors import InputError

#: News text packs to a fifth, zeros to a thousandth; beyond this ratio nothing is text.
MOST_TIMES = 120
#: Small files may grow to this whatever the ratio, in bytes.
FREE = 20_000_000
_STEP = 65_536


class Inflating(io.RawIOBase):
    """The unpacked bytes of a gzip stream of one or many members.

    Raises:
        InputError: while reading, `inflation` when it grows out of proportion, `damaged` when it is no gzip.
    """

    def __init__(self, source: IO[bytes], name: str) -> None:
        self._source, self._name = source, name
        self._unpacker = zlib.decompressobj(31)
        self._rest = b""
        self._taken = self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        view = memoryview(buffer)
        while True:
            if not self._rest:
                self._rest = self._source.read(_STEP)
                self._taken += len(self._rest)
                if not self._rest:
                    if self._taken and not self._unpacker.eof:
                        raise self._damaged("it ends too early")
                    return 0
            if self._unpacker.eof:
                self._unpacker = zlib.decompressobj(31)
            try:
                found = self._unpacker.decompress(self._rest, len(view))
            except zlib.error:
                raise self._damaged("no gzip") from None
            self._rest = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
            if found:
                self._given += len(found)
                self._refuse_bomb()
                view[: len(found)] = found
                return len(found)

    def _damaged(self, why: str) -> InputError:
        return InputError(f"{self._name}: the file is damaged ({why}).", "Fetch or make it again.", "damaged")

    def _refuse_bomb(self) -> None:
        if self._given > FREE and self._given > MOST_TIMES * self._taken:
            raise InputError(f"{self._name} grows more than {MOST_TIMES} times when unpacked.", "It is no text; leave it out.", "inflation")


def open_plain(path: Path) -> IO[bytes]:
    """A file's bytes, unpacked if it is gzip by its first bytes."""
    raw = path.open("rb")
    packed = raw.read(2) == b"\x1f\x8b"
    raw.seek(0)
    return io.BufferedReader(Inflating(raw, str(path)), _STEP) if packed else raw

"""Bytes to text: UTF-8, UTF-16 with a byte-order mark, Windows-1252 where it is plausible; anything else is told."""

from __future__ import annotations

import codecs

from detente.errors import InputError

_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"BZh",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_UNASSIGNED = b"\x81\x8d\x8f\x90\x9d"  # no character in Windows-1252
HIGH_SHARE = 0.12  # Western text has fewer accents than this; Cyrillic or Greek bytes are nearly all high
UTF8_HINT = "Save it as UTF-8, for example with: iconv -f ENCODING -t UTF-8."


def decode(data: bytes, name: str) -> str:
    """The text of a document, without byte-order mark, CR LF as LF, nothing else changed.

    Raises:
        InputError: `empty`, `binary` or `encoding`.
    """
    if not data.strip():
        raise InputError(f"{name} is empty.", "Give a file with the article's text.", "empty")
    text = _decode(data, name).replace("\r\n", "\n")
    if not text.strip():
        raise InputError(f"{name} has no text, only white space.", "Give a file with the article's text.", "empty")
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark) and not data.startswith(codecs.BOM_UTF32_LE):
            return _strict(data[len(mark) :], encoding, name)
    if is_binary(data):
        raise InputError(f"{name} is not a text file.", "Give text, HTML, JSON Lines, CSV or Parquet.", "binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if is_windows(data):
            return data.decode("cp1252")
    raise InputError(f"{name} is not UTF-8 text, and its encoding is not known.", UTF8_HINT, "encoding")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        message = f"{name} begins like {encoding.upper()[:6].rstrip('-')} but is not valid."
        raise InputError(message, UTF8_HINT, "encoding") from None
    if "\0" in text:
        raise InputError(f"{name} is not a text file.", "Give text, HTML, JSON Lines, CSV or Parquet.", "binary")
    return text


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding that is read: NUL bytes, a known signature, control characters."""
    if data.startswith(_MAGIC) or b"\0" in data:
        return True
    head = data[:65536]
    return len(head) - len(head.translate(None, _CONTROL)) > len(head) // 50


def is_windows(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are plausibly Western text in Windows-1252."""
    if any(byte in data for byte in _UNASSIGNED):
        return False
    length = len(data)
    high = length - len(data.translate(None, bytes(range(0x80, 0x100))))
    odd = length - len(data.translate(None, b"\xa4\xa6\xa8\xac\xaf\xb2\xb3\xb5\xb8\xb9\xbe\xd7\xde\xf0\xf7\xfe\xd0"))
    return high <= max(1, HIGH_SHARE * length) and odd <= high // 3

"""WARC (ISO 28500): one article a response record that holds a web page; `warcio` is imported only here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from detente.errors import InputError
from detente.ingest import page, plaintext
from detente.ingest.address import parts_of
from detente.ingest.decode import decode
from detente.ingest.fetch import KINDS
from detente.ingest.inflate import open_plain
from detente.ingest.limits import MEGABYTE, Limits
from detente.ingest.rows import Item, some

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LONGEST = 32_768  # bytes of a header line
_HINT = "Give a WARC file of a crawler, plain or gzip."


def read_warc(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    """Articles of the pages in a WARC file; records of other kinds, other media and error pages are passed over."""
    yield from some(_records(path, published, limits), str(path))


def _records(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with open_plain(path) as stream:
        try:
            records = ArchiveIterator(stream)
            records.reader = _bounded(records.fh, str(path))
            for number, record in enumerate(records, 1):
                item = _item(record, f"{path}, record {number}", published, limits)
                if item is not None:
                    yield item
        except InputError as error:
            yield error
        except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, IndexError, TypeError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0][:80]
            yield InputError(f"{path} is damaged or no WARC ({reason}).", _HINT, "damaged")


def _bounded(stream: Any, name: str) -> Any:
    """The stream as the library reads it, with headers of bounded length, and never unpacked a second time."""
    from warcio.bufferedreaders import BufferedReader

    class Bounded(BufferedReader):  # type: ignore[misc]
        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(min(length or LONGEST, LONGEST))
            if len(line) == LONGEST and not line.endswith(b"\n"):
                raise InputError(f"{name} is damaged or no WARC (a header is longer than {LONGEST} bytes).", _HINT, "damaged")
            return line

    return Bounded(stream, block_size=LONGEST)


def _item(record: ArcWarcRecord, name: str, published: str | None, limits: Limits) -> Item | None:
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return None
    kind, _, rest = (record.http_headers.get_header("Content-Type") or "text/html").lower().partition(";")
    if kind.strip() not in KINDS:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(limits.size + 1)
    try:
        if len(data) > limits.size:
            raise InputError(f"{name} is larger than {limits.size / MEGABYTE:g} MB.", "Split it, or raise the limit.", "too_large")
        parts_of(url, Limits())
        key, charset = page.key_of(url), rest.partition("charset=")[2].strip(" \"'") or None
        if kind.strip() == "text/plain":
            return replace(plaintext.article(decode(data, name), key, published=published), url=url)
        return page.article(data, name, key, published=published, url=url, charset=charset)
    except InputError as error:
        return error

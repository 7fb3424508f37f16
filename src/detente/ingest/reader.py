"""One way in for every kind of input: articles come out, and one error for each input that could not be read."""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from detente.errors import InputError
from detente.ingest import page, plaintext
from detente.ingest.csvtable import read_csv
from detente.ingest.dates import asked_day
from detente.ingest.decode import decode
from detente.ingest.jsonl import read_jsonl, rows_of_json
from detente.ingest.limits import MEGABYTE, Limits
from detente.ingest.parquet import read_parquet
from detente.ingest.rows import Item
from detente.ingest.sources import URL, folder, unreadable
from detente.ingest.warc import read_warc
from detente.records import Article

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TEXT_ENDS = frozenset({".txt", ".md", ".text"})
_PAGE_ENDS = frozenset({".html", ".htm", ".xhtml"})
_TABLES: dict[str, Callable[[Path, str | None, Limits], Iterator[Item]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
DOCUMENTS = _TEXT_ENDS | _PAGE_ENDS
READABLE = DOCUMENTS | frozenset(_TABLES)


def read(
    source: str | Path,
    *,
    published: str | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """Articles of a file, a folder, a web page (http, https) or standard input (`-`), in order.

    Args:
        source: path, URL or `-`.
        published: day that wins over every date found in the input.
        limits: bounds on size and time; the defaults take 20 MB a document and 20 seconds a page.
        stdin: what `-` reads instead of the process's standard input.

    Yields:
        Articles, and an `InputError` (not raised) for each input or row that cannot be read; the rest goes on.

    Raises:
        UsageError: at once, if `published` is no date.
    """
    return _read(source, asked_day(published), limits or Limits(), stdin)


def _read(source: str | Path, published: str | None, limits: Limits, stdin: BinaryIO | None) -> Iterator[Item]:
    name = str(source)
    try:
        if name == "-":
            stream = stdin if stdin is not None else sys.stdin.buffer
            yield from _document(stream.read(limits.size + 1), "standard input", "stdin", published, limits)
        elif URL.match(name):
            yield from _url(name, published, limits)
        else:
            yield from _path(Path(source), published, limits)
    except InputError as error:
        yield error


def _path(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    if "\0" in str(path):
        raise InputError(f"{str(path)!r} is no file name.", "Check the path.", "missing")
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise InputError(f"{path} does not exist.", "Check the path.", "missing") from None
    except OSError as error:
        raise unreadable(path, error) from None
    if stat.S_ISDIR(mode):
        yield from _folder(path, published, limits)
    elif not stat.S_ISREG(mode):
        raise InputError(f"{path} is not a regular file.", "Give a file, a folder, a URL or - for input.", "unreadable")
    else:
        yield from _file(path, published, limits)


def _folder(where: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    """Every readable file below the folder, sorted by path; hidden files and other kinds are left out."""
    for file in folder(where, READABLE):
        if isinstance(file, InputError):
            yield file
            continue
        try:
            yield from _path(Path(file), published, limits)
        except InputError as error:
            yield error


def _file(path: Path, published: str | None, limits: Limits) -> Iterator[Item]:
    try:
        reader = _TABLES.get(path.suffix.lower()) or _TABLES.get("".join(path.suffixes[-2:]).lower())
        if reader is not None:
            yield from reader(path, published, limits)
            return
        with path.open("rb") as stream:
            data = stream.read(limits.size + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    yield from _document(data, str(path), path.stem, published, limits, suffix=path.suffix.lower())


def _document(
    data: bytes, name: str, key: str, published: str | None, limits: Limits, *, suffix: str = ""
) -> Iterator[Item]:
    """One document: JSON Lines on standard input, HTML by its ending or its first tag, else plain text."""
    if len(data) > limits.size:
        size = f"{limits.size / MEGABYTE:g} MB"
        raise InputError(f"{name} is larger than {size}.", "Split it into articles, or raise the limit.", "too_large")
    if suffix in _PAGE_ENDS:
        yield page.article(data, name, key, published=published)
        return
    text = decode(data, name)
    if suffix not in _TEXT_ENDS and _HTML.match(text[:4000]):
        yield page.article(data, name, key, published=published)
    elif not suffix and text.lstrip().startswith("{") and text.lstrip().partition("\n")[0].rstrip().endswith("}"):
        yield from rows_of_json(text.encode().splitlines(keepends=True), name, key, published, limits)
    else:
        yield plaintext.article(text, key, published=published)


def _url(url: str, published: str | None, limits: Limits) -> Iterator[Item]:
    from detente.ingest.fetch import fetch

    answer = fetch(url, limits)
    if answer.kind == "text/plain":
        found = plaintext.article(decode(answer.data, url), page.key_of(answer.url), published=published)
        yield _with_url(found, answer.url)
    else:
        yield page.article(
            answer.data, url, page.key_of(answer.url), published=published, url=answer.url, charset=answer.charset
        )


def _with_url(article: Article, url: str) -> Article:
    from msgspec.structs import replace as changed

    return changed(article, url=url)

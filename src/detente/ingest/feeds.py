"""RSS and Atom: the entries of a feed. `feedparser` is imported only here, and gets bytes, never an address."""

from __future__ import annotations

import codecs
import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from detente.errors import InputError
from detente.ingest.limits import MEGABYTE

KINDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"})
SIZE = 5 * MEGABYTE
MOST_ENTRIES = 2_000
DEEPEST = 60  # nested elements
MOST_TAGS = 200_000
MOST_ATTRIBUTES = 200  # of one element
_HINT = "Give the address of an RSS or Atom feed."
# What XML takes whole, by its beginning; anything else that begins with "<!" is a document type or a part of one.
_WHOLE = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_ROOTS = frozenset({"rss", "feed", "rdf"})
_NAME = re.compile(r"</?\s*(?:[\w.-]+:)?([\w.-]+)")
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding=[\"']([\w.-]{1,30})[\"']")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAFE = frozenset({"utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "windows-1250", "windows-1251", "latin-1"})


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a feed. `published` and `updated` are moments in UTC (ISO 8601); `text` is the article in the feed itself, if it is there."""

    link: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    text: str | None = None


def is_feed(data: bytes) -> bool:
    """Whether bytes begin like a feed."""
    head = data[:4096].replace(b"\0", b"")
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    first = next((tag for tag in _tags(head.decode("latin-1")) if not tag.startswith("<!")), "")
    return _root(first)


def entries(data: bytes, name: str) -> list[Entry]:
    """The entries of a feed, in its order, each address once.

    Raises:
        InputError: `xml` for what no feed may hold (a document type, depth, too many elements), `feed` for what is none, `too_large`.
    """
    import feedparser

    text = _text(data, name)
    _refuse(text, name)
    with_base = {"content-type": "application/xml; charset=utf-8", "content-location": name}
    try:
        found = feedparser.parse(io.BytesIO(text.encode("utf-8")), response_headers=with_base)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, AssertionError, UnicodeError) as error:
        raise InputError(f"{name} cannot be read as a feed ({type(error).__name__}).", _HINT, "feed") from None
    if not found.get("version") and not found.entries:
        raise InputError(f"{name} is no feed.", _HINT, "feed")
    if len(found.entries) > MOST_ENTRIES:
        raise InputError(f"{name} has more than {MOST_ENTRIES} entries.", _HINT, "too_large")
    unique = {entry.link or entry.text or str(number): entry for number, entry in enumerate(map(_entry, found.entries))}
    return [entry for entry in unique.values() if entry.link or entry.text]


def _text(data: bytes, name: str) -> str:
    """The feed as text without its XML declaration, so that the encoding cannot be read in two ways."""
    if len(data) > SIZE:
        raise InputError(f"{name} is larger than {SIZE / MEGABYTE:g} MB.", _HINT, "too_large")
    encoding = next((known for mark, known in _MARKS if data.startswith(mark)), None)
    if encoding is None:
        declared = _ENCODING.match(data.lstrip())
        encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
        if encoding not in _SAFE or b"\0" in data:
            raise InputError(f"{name} is in the encoding {encoding}, which is not read.", "Ask for the feed in UTF-8.", "encoding")
    try:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError:
        raise InputError(f"{name} is in an unknown encoding.", "Ask for the feed in UTF-8.", "encoding") from None
    return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL)


def _refuse(text: str, name: str) -> None:
    """Refuse what is no harmless XML before any parser sees it, in one pass over the text."""
    depth, count = 0, -1
    for count, tag in enumerate(_tags(text)):
        if tag.startswith("<!") and not tag.startswith(("<!--", "<![CDATA[")):
            raise InputError(f"{name} has a document type or entities, which no feed needs.", _HINT, "xml")
        if count == 0 and not _root(tag):
            raise InputError(f"{name} is no feed.", _HINT, "feed")
        if tag.count("=") > MOST_ATTRIBUTES or not tag.endswith(">"):
            raise InputError(f"{name} has an element that is cut off or has more than {MOST_ATTRIBUTES} attributes.", _HINT, "xml")
        if count > MOST_TAGS:
            raise InputError(f"{name} has more than {MOST_TAGS} elements.", _HINT, "xml")
        if not tag.endswith("/>"):
            depth = max(0, depth + (-1 if tag.startswith("</") else 1))
        if depth > DEEPEST:
            raise InputError(f"{name} is nested too deeply.", _HINT, "xml")
    if count < 0:
        raise InputError(f"{name} is no feed.", _HINT, "feed")


def _tags(text: str) -> Iterator[str]:
    """The text from each < to the next >, without comments and the like; one that is cut off is the last."""
    at = text.find("<")
    while at >= 0:
        closing = next((end for begin, end in _WHOLE if text.startswith(begin, at)), None)
        end = text.find(closing or ">", at)
        if closing is None or end < 0:
            yield text[at : end + 1] if end >= 0 else text[at : at + 200].rstrip(">")
        if end < 0:
            return
        at = text.find("<", end + len(closing or ">"))


def _root(tag: str) -> bool:
    named = _NAME.match(tag)
    return bool(named and named[1].lower() in _ROOTS)


def _entry(found: Any) -> Entry:
    content = next((part.get("value") for part in found.get("content") or () if part.get("value")), None)
    link = found.get("link")
    return Entry(
        link=str(link).strip() if link else None,
        title=str(found.get("title") or "").strip() or None,
        published=_moment(found.get("published_parsed")),
        updated=_moment(dict.get(found, "updated_parsed")),  # its own `get` falls back to the publication
        text=content or found.get("summary") or None,
    )


def _moment(parsed: Any) -> str | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if parsed else None
    except (ValueError, OverflowError, OSError):
        return None

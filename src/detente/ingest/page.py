"""A web page to an article: trafilatura finds the body, title, author, date and site; nothing else is loaded."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import urlsplit

from detente.errors import InputError
from detente.ingest.credits import credited
from detente.ingest.dates import iso_day
from detente.ingest.decode import decode
from detente.ingest.language import guess
from detente.records import Article

DEEPEST = 400  # nested elements; a deeper page is no article and would exhaust the parser
FEWEST_LETTERS = 80  # in a body; less is a cookie notice or an error page
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*?(/?)>", re.IGNORECASE)
_VOID_LISTED = "area base br col embed hr img input link meta source track wbr p li td tr th dd dt option"
_VOID = frozenset(_VOID_LISTED.split())


def article(
    data: bytes,
    name: str,
    key: str,
    *,
    published: str | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Article:
    """The article in an HTML page; its text is the extracted body, one blank line between paragraphs.

    Raises:
        InputError: `no_text` if there is no body, or what `decode` raises.
    """
    html = _decoded(data, name, charset)
    _refuse_depth(html, name)
    found = _extract(html, url)
    body = "\n\n".join(line.strip() for line in str(found.get("text") or "").split("\n") if line.strip())
    if sum(c.isalpha() for c in body) < FEWEST_LETTERS:
        raise InputError(f"{name} has no article text.", "Save the article's text as .txt and give that.", "no_text")
    outlet = found.get("sitename") or found.get("hostname")
    return Article(
        id=key,
        text=body,
        title=found.get("title") or None,
        url=url or _web(found.get("url")),
        published=published or iso_day(found.get("date")),
        outlet=outlet or None,
        language=guess(body),
        outlets=credited(body, publisher=outlet),
    )


def paragraphs(html: str) -> list[str]:
    """The paragraphs of a piece of HTML, such as a feed carries, as text."""
    from lxml import html as parser

    if not html.strip():
        return []
    _refuse_depth(html, "the entry")
    broken = re.sub(r"(?i)<(?:br|/?(?:p|div|li|ul|ol|h\d|blockquote|tr|table))\b[^>]*>", "\n", html)
    try:
        text = str(parser.fromstring(f"<div>{broken}</div>").text_content())
    except (ValueError, AssertionError, parser.etree.ParserError):
        return []
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def key_of(url: str) -> str:
    """Identifier of a page: the last part of its path without ending, else its host."""
    parts = urlsplit(url)
    last = [part for part in parts.path.split("/") if part]
    name = re.sub(r"\.\w{1,5}$", "", last[-1]) if last else parts.hostname or "page"
    return re.sub(r"[^\w.-]+", "-", name).strip("-")[:80] or "page"


def _web(url: object) -> str | None:
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def _decoded(data: bytes, name: str, charset: str | None) -> str:
    """The page as text: by byte-order mark, UTF-8, then the charset that the page or the server names."""
    named = _CHARSET.search(data[:4096])
    label = charset or (named[1].decode("ascii") if named else None)
    if label and b"\0" not in data and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(label).replace("\r\n", "\n")
            except (LookupError, UnicodeDecodeError):
                return decode(data, name)
    return decode(data, name)


def _refuse_depth(html: str, name: str) -> None:
    depth = 0
    for closing, tag, alone in _TAG.findall(html):
        if not alone and tag.lower() not in _VOID:
            depth = max(0, depth + (-1 if closing else 1))
            if depth > DEEPEST:
                raise InputError(
                    f"{name} is nested too deeply.", "Save the article's text as .txt and give that.", "no_text"
                )


def _extract(html: str, url: str | None) -> dict[str, Any]:
    """What trafilatura reads; it parses without network or document type and is imported here only."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"},
        )
    except (RecursionError, ValueError, AssertionError, TypeError):
        return {}
    return dict(found.as_dict()) if found is not None and not isinstance(found, dict) else dict(found or {})

"""Identifiers made from content, so that any order of reading gives the same ones."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from detente.records import Article

#: Parameters that only say from where a reader came.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
_BYTES = 10


def content_id(article: Article) -> str:
    """The id of an article's content: 20 hexadecimal digits.

    One page with one text is one article, whenever and however it was read; without an address, the outlet and the day take its place, so
    that copies of a wire text in several outlets stay several articles.
    """
    where = page(article.url)
    place = ("url", where) if where else ("outlet", article.outlet or "", article.published or "")
    return digest(*place, article.title or "", article.text)


def page(url: str | None) -> str | None:
    """An address without what does not change the page: fragment, tracking parameters, capitals of the host, the usual port."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "") + (f":{port}" if port and port != {"http": 80, "https": 443}.get(parts.scheme) else "")
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.lower().startswith(_TRACKING)]
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", urlencode(kept), ""))


def digest(*parts: str) -> str:
    """A digest of texts; where one ends and the next begins matters."""
    state = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()

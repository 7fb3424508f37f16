"""Fetching one page, guarded: public addresses only, every redirect checked again, bounded in size and time.

The address that was checked is the one connected to, so that a name cannot resolve differently a moment later.
"""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from detente.errors import InputError
from detente.ingest.address import LOCAL_HINT, checked, parts_of
from detente.ingest.limits import MEGABYTE, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from urllib3 import BaseHTTPResponse
    from urllib3.connectionpool import HTTPConnectionPool

    Allow = Callable[[str], None]

AGENT = "detente (news reader)"
MOST_REDIRECTS = 5
_CHUNK = 65_536
KINDS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


class Answer(NamedTuple):
    """A fetched page: its final address, media type, charset if the server named one, bytes, and what to ask with next time.

    `status` is 200, or 304 for a page that has not changed since (then without bytes).
    """

    url: str
    kind: str
    charset: str | None
    data: bytes
    etag: str | None = None
    modified: str | None = None
    status: int = 200


class Refused(InputError):
    """The server answered, but not with the page; `status` is its answer, `wait` the seconds it asks to wait, if it does."""

    def __init__(self, url: str, status: int, wait: float | None) -> None:
        super().__init__(f"{url} answers with status {status}.", "Check the address.", "fetch")
        self.status, self.wait = status, wait


def fetch(
    url: str, limits: Limits, *, kinds: frozenset[str] = KINDS, etag: str | None = None, modified: str | None = None, allow: Allow | None = None
) -> Answer:
    """The page at an http or https address.

    Args:
        kinds: media types that are taken.
        etag: of an earlier answer; with `modified` the request is conditional, and a page that has not changed comes back empty.
        allow: asked before each request, also of a redirect; it raises what forbids it (robots.txt) and waits where it must.

    Raises:
        InputError: `address` for what may not be fetched, `fetch` for what fails (`Refused` with the status), `too_large`, `binary`.
    """
    deadline = time.monotonic() + limits.seconds
    where, asked = url, {"If-None-Match": etag, "If-Modified-Since": modified}
    for _ in range(MOST_REDIRECTS + 1):
        if allow is not None:
            waited = time.monotonic()
            allow(where)
            deadline += time.monotonic() - waited
        following, answer = _once(where, url, limits, deadline, kinds, {name: value for name, value in asked.items() if value})
        if answer is not None:
            return answer
        where = urljoin(where, following)
    raise InputError(f"{url} redirects more than {MOST_REDIRECTS} times.", "Give the page's final address.", "fetch")


def _once(where: str, url: str, limits: Limits, deadline: float, kinds: frozenset[str], asked: dict[str, str]) -> tuple[str, Answer | None]:
    """One request: the address it redirects to, or the answer."""
    from urllib3.exceptions import HTTPError

    host, port, secure, target = parts_of(where, limits)
    address = checked(host, port, limits)
    pool = _pool(address, port, host, secure, deadline)
    default = 443 if secure else 80
    shown = f"[{host}]" if ":" in host else host
    headers = {
        "Host": shown if port == default else f"{shown}:{port}",
        "User-Agent": AGENT,
        "Accept": ",".join(sorted(kinds)),
        "Accept-Encoding": "gzip, identity",
        **{name: value for name, value in asked.items() if value.isascii() and value.isprintable()},
    }
    try:
        response = pool.urlopen(
            "GET", target, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
        )
        try:
            _refuse_other_peer(response, address, host)
            if response.status in (301, 302, 303, 307, 308) and response.headers.get("location"):
                return str(response.headers["location"]), None
            return "", _answer(response, where, url, limits, deadline, kinds)
        finally:
            response.close()
    except (HTTPError, OSError, ValueError) as error:
        reason = "took too long" if "timed out" in str(error).lower() else f"failed ({type(error).__name__})"
        raise InputError(f"Fetching {url} {reason}.", "Check the address and the network.", "fetch") from None
    finally:
        pool.close()


def _pool(address: str, port: int, host: str, secure: bool, deadline: float) -> HTTPConnectionPool:
    import urllib3

    timeout = urllib3.Timeout(total=max(0.1, deadline - time.monotonic()))
    if not secure:
        return urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    import ssl

    import certifi

    context = ssl.create_default_context(cafile=certifi.where())
    return urllib3.HTTPSConnectionPool(
        address, port, timeout=timeout, ssl_context=context, server_hostname=host, assert_hostname=host
    )


def _refuse_other_peer(response: BaseHTTPResponse, address: str, host: str) -> None:
    """The machine at the other end must be the one that was checked."""
    socket_ = getattr(getattr(response, "connection", None), "sock", None)
    if socket_ is not None and str(socket_.getpeername()[0]).partition("%")[0] != address:
        raise InputError(f"{host} was reached at an address that was not checked.", LOCAL_HINT, "address")


def _wait(response: BaseHTTPResponse) -> float | None:
    """Seconds that the server asks to wait."""
    asked = response.headers.get("retry-after", "").strip()
    return float(asked) if asked.isdecimal() and len(asked) < 8 else None


def _answer(response: BaseHTTPResponse, where: str, url: str, limits: Limits, deadline: float, kinds: frozenset[str]) -> Answer:
    etag, modified = response.headers.get("etag"), response.headers.get("last-modified")
    if response.status == 304:
        return Answer(where, "", None, b"", etag, modified, 304)
    if response.status != 200:
        raise Refused(url, response.status, _wait(response))
    kind, _, rest = response.headers.get("content-type", "text/html").lower().partition(";")
    if kind.strip() not in kinds:
        raise InputError(f"{url} is no page of text but {kind.strip()[:60]}.", "Give the article's page.", "binary")
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    coding = response.headers.get("content-encoding", "identity").lower()
    if coding not in ("identity", "gzip", "x-gzip", ""):
        raise InputError(f"{url} is packed as {coding[:30]}.", "Save the page and give the file.", "fetch")
    return Answer(where, kind.strip(), charset, _body(response, url, limits, deadline, packed="gzip" in coding), etag, modified)


def _body(response: BaseHTTPResponse, url: str, limits: Limits, deadline: float, *, packed: bool) -> bytes:
    """The bytes, never more than the limit, unpacked in bounded steps."""
    unpacker = zlib.decompressobj(31) if packed else None
    data = bytearray()
    while True:
        if time.monotonic() > deadline:
            raise InputError(
                f"Fetching {url} took too long.", "Try again, or save the page and give the file.", "fetch"
            )
        chunk = response.read1(_CHUNK, decode_content=False)
        if not chunk:
            return bytes(data)
        if unpacker is not None:
            try:
                chunk = unpacker.decompress(chunk, limits.size + 1)
            except zlib.error:
                raise InputError(f"{url} is packed wrongly.", "Save the page and give the file.", "fetch") from None
        data += chunk
        if len(data) > limits.size:
            size = f"{limits.size / MEGABYTE:g} MB"
            raise InputError(f"{url} is larger than {size}.", "Save the article's text and give the file.", "too_large")

"""Web pages: from a file and from a real server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.ingest import read
from detente.ingest.address import is_public
from detente.ingest.limits import Limits
from detente.records import Article

FIRST = "The envoys of the two island states met in the capital on Monday and talked about the port for an hour. " * 2
SECOND = "They left again on Tuesday with nothing to show, the foreign ministry said in a short statement. " * 2
PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'><title>Envoys meet</title>"
    "<meta property='og:title' content='Envoys meet'><meta property='og:site_name' content='Coast Courier'>"
    "<meta property='article:published_time' content='2021-12-13T10:00:00Z'></head><body><nav>Home | World</nav>"
    f"<article><h1>Envoys meet</h1><p>{FIRST}</p><p>{SECOND}</p></article><footer>About us</footer></body></html>"
)
OPEN = Limits(size=200_000, seconds=2, allow_local=True)


class Handler(BaseHTTPRequestHandler):
    """Pages that a careless reader would fall for."""

    def do_GET(self) -> None:
        """Answer by path."""
        host = self.headers["Host"]
        if self.path == "/to-page":
            self.answer(302, b"", location="/news/envoys-meet.html")
        elif self.path == "/to-file":
            self.answer(302, b"", location="file:///etc/passwd")
        elif self.path == "/loop":
            self.answer(302, b"", location=f"http://{host}/loop")
        elif self.path == "/bomb":
            self.answer(200, gzip.compress(b"<p>" + b"a" * 5_000_000), **{"content-encoding": "gzip"})
        elif self.path == "/slow":
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            for _ in range(40):
                time.sleep(0.1)
                self.wfile.write(b"<p>")
        elif self.path == "/picture":
            self.answer(200, b"\x89PNG", **{"content-type": "image/png"})
        elif self.path == "/text":
            self.answer(200, FIRST.encode(), **{"content-type": "text/plain; charset=utf-8"})
        elif self.path == "/gzip":
            self.answer(200, gzip.compress(PAGE.encode()), **{"content-encoding": "gzip"})
        elif self.path.startswith("/news/"):
            self.answer(200, PAGE.encode())
        else:
            self.answer(404, b"none")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """Send one answer."""
        self.send_response(status)
        for name, value in {"content-type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def test_page_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "envoys.html"
    path.write_text(PAGE, encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Article)
    assert (found.id, found.title, found.published, found.outlet) == (
        "envoys",
        "Envoys meet",
        "2021-12-13",
        "Coast Courier",
    )
    assert FIRST.strip() in found.text and SECOND.strip() in found.text and "About us" not in found.text


@pytest.mark.parametrize("path", ["/news/envoys-meet.html", "/to-page", "/gzip"])
def test_page_from_a_server(server: str, path: str) -> None:
    (found,) = read(server + path, limits=OPEN, published="2020-01-01")
    assert isinstance(found, Article)
    assert found.id in ("envoys-meet", "gzip") and found.published == "2020-01-01" and FIRST.strip() in found.text
    assert found.url and found.url.startswith(server)


def test_text_from_a_server(server: str) -> None:
    (found,) = read(server + "/text", limits=OPEN)
    assert isinstance(found, Article) and found.text == FIRST


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/none", "fetch"),
        ("/loop", "fetch"),
        ("/to-file", "address"),
        ("/bomb", "too_large"),
        ("/slow", "fetch"),
        ("/picture", "binary"),
    ],
)
def test_what_a_server_may_not_do(server: str, path: str, code: str) -> None:
    (error,) = read(server + path, limits=OPEN)
    assert isinstance(error, InputError) and error.code == code and error.hint


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "http://user:secret@127.0.0.1/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://127.0.0.1:99999/",
        "http:///nohost",
        "http://127.0.0.1/a b\r\nX: y",
    ],
)
def test_local_and_odd_addresses_are_refused(url: str) -> None:
    (error,) = read(url)
    assert isinstance(error, InputError) and error.code == "address"


def test_public_addresses() -> None:
    assert is_public("93.184.216.34") and is_public("2606:2800:220:1::1")
    assert not any(
        map(is_public, ["100.64.0.1", "224.0.0.1", "fe80::1", "fc00::1", "64:ff9b::7f00:1", "2002:7f00:1::"])
    )


def test_page_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    (error,) = read(path)
    assert isinstance(error, InputError) and error.code == "no_text"

"""Pages in WARC files, written by the library that writes them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from detente.errors import InputError
from detente.ingest import read
from detente.ingest.limits import Limits
from detente.records import Article

BODY = "<p>The envoys of Norway and Chile met in Oslo on Monday and said that nothing was decided about cod.</p>" * 3
PAGE = f"<html><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>{BODY}</article></body></html>"


def warc(path: Path, *pages: tuple[str, str, str, bytes], packed: bool) -> Path:
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=packed)
        writer.write_record(writer.create_warcinfo_record("news.warc", {"software": "test"}))
        for url, status, kind, body in pages:
            headers = StatusAndHeaders(status, [("Content-Type", kind), ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [])))
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return path


@pytest.mark.parametrize("name", ["news.warc", "news.warc.gz"])
def test_pages_become_articles_and_the_rest_is_passed_over(name: str, tmp_path: Path) -> None:
    pages = [
        ("https://herald.example/2024/envoys.html", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://herald.example/logo.png", "200 OK", "image/png", b"\x89PNG" * 1000),
        ("https://herald.example/gone", "404 Not Found", "text/html", PAGE.encode()),
        ("https://herald.example/plain", "200 OK", "text/plain", b"Envoys of Norway and Chile met in Oslo on Monday. Nothing was decided."),
    ]
    first, second = read(warc(tmp_path / name, *pages, packed=name.endswith(".gz")), published="2024-05-06")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, first.url, first.published) == ("envoys", pages[0][0], "2024-05-06")
    assert "nothing was decided about cod" in first.text
    assert (second.id, second.url) == ("plain", pages[3][0])


def test_a_large_page_is_named_and_what_is_no_web_page_passed_over(tmp_path: Path) -> None:
    pages = [
        ("https://herald.example/large", "200 OK", "text/html", b"<p>" + b"x" * 60_000),
        ("file:///etc/passwd", "200 OK", "text/html", PAGE.encode()),
        ("https://herald.example/envoys", "200 OK", "text/html", PAGE.encode()),
    ]
    large, good = read(warc(tmp_path / "a.warc.gz", *pages, packed=True), limits=Limits(size=50_000))
    assert isinstance(large, InputError) and "record 3 is larger" in str(large)
    assert isinstance(good, Article)


@pytest.mark.parametrize("data", [b"", b"hello\n" * 50, b"WARC/1.0\r\n" + b"a" * 100_000, b"WARC/1.0\r\nContent-Length: 99\r\n\r\nx", b"\0" * 5000])
def test_what_is_no_warc_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    (error,) = read(tmp_path / "a.warc")
    assert isinstance(error, InputError) and "a.warc" in str(error)

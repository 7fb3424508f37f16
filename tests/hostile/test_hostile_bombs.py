"""XML and archive bombs: refused by name, soon, and without taking the memory."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from tests.serving import Site

from detente import export
from detente.errors import InputError
from detente.ingest import read
from detente.ingest.feeds import entries
from detente.ingest.fetch import fetch
from detente.ingest.limits import Limits

SLOWEST = 10.0  # seconds, far above what any takes


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < SLOWEST


ITEM = "<item><title>&x;</title><link>https://a.example/1</link></item>"
RSS = "<rss version='2.0'><channel>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>"
HEADS = ("", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>\n<!-- news -->\n", "<!-- <![CDATA[ -->", "<?pi ?>\n\n")
LAUGHS = "<!ENTITY x 'ha'>" + "".join("<!ENTITY x{} '{}'>".format(n, f"&x{n - 1 or ''};" * 10) for n in range(1, 10))
DTDS = (
    f"<!DOCTYPE rss [{LAUGHS}]>",
    "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE rss [<!ENTITY x SYSTEM 'http://169.254.169.254/latest'>]>",
    "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1/x.dtd'> %p;]>",
    "<!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd'>",
    "<!DOCTYPE rss PUBLIC '-//x//DTD//EN' 'file:///x.dtd'>",
    "<!doctype rss [<!entity x 'y'>]>",
    "<!DOCTYPE\nrss\n[<!ATTLIST item a CDATA 'b'>]>",
    "<!DOCTYPE rss [<!ELEMENT item ANY>]>",
    "<!DOCTYPE rss [<!ENTITY x '" + "a" * 100_000 + "'>]>",
)
XML = {
    **{f"dtd-{n}-{m}-{o}": (head + dtd + body.format(ITEM)).encode() for (n, head), (m, dtd), (o, body)
       in product(enumerate(HEADS), enumerate(DTDS), enumerate((RSS, ATOM)))},
    **{f"utf16-{n}": (dtd + RSS.format(ITEM)).encode("utf-16") for n, dtd in enumerate(DTDS)},
    **{f"inside-{n}": RSS.format(dtd + ITEM).encode() for n, dtd in enumerate(DTDS)},
    **{f"deep-{n}": RSS.format("<a>" * n + "</a>" * n).encode() for n in (100, 1_000, 10_000, 100_000, 300_000)},
    **{f"unclosed-{n}": ("<rss><channel>" + "<a>" * n).encode() for n in (100, 10_000, 500_000)},
    **{f"many-{n}": RSS.format("<a/>" * n).encode() for n in (200_001, 600_000)},
    **{f"items-{n}": RSS.format(f"<item><link>https://a.example/{n}</link></item>" * n).encode() for n in (50_000,)},
    **{f"large-{n}": RSS.format("<title>" + "a" * n + "</title>").encode() for n in (5_000_001, 20_000_000)},
    **{f"encoding-{name}": f"<?xml version='1.0' encoding='{name}'?>{RSS.format(ITEM)}".encode()
       for name in ("utf-7", "utf-32", "ebcdic-cp-us", "cp037", "zlib", "hex", "rot13", "base64", "unicode_escape", "idna", "nope")},
    "utf32": RSS.format(ITEM).encode("utf-32"), "nul": RSS.format(ITEM).encode("utf-16-le"), "empty": b"", "html": b"<html><body>x</body></html>",
    "json": b"{}", "gzip": gzip.compress(RSS.format(ITEM).encode()), "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cut": b"<rs",
}  # fmt: skip


def test_there_are_enough() -> None:
    assert len(XML) >= 100
    assert len(ARCHIVES) >= 100


@pytest.mark.parametrize("name", XML)
def test_feed(name: str) -> None:
    with pytest.raises(InputError) as caught:
        entries(XML[name], "https://a.example/feed")
    assert caught.value.code in ("xml", "feed", "too_large", "encoding")


def test_attributes_and_text_without_end_are_read_or_refused() -> None:
    for body in ("<item a='" + "b" * 3_000_000 + "'/>", "<item " + " ".join(f"a{n}='1'" for n in range(50_000)) + "/>", "<![CDATA[" * 100_000):
        try:
            entries(RSS.format(body).encode(), "https://a.example/feed")
        except InputError as error:
            assert error.hint


def member(fill: bytes, megabytes: int) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0) as packed:
        for _ in range(megabytes):
            packed.write(fill * (1_000_000 // len(fill)))
    return out.getvalue()


FILLS = {"zeros": b"\0", "spaces": b" ", "letters": b"a", "lines": b"\n", "tabs": b"\t", "pairs": b"ab"}
PACKED = {(name, size): member(fill, size) for (name, fill), size in product(FILLS.items(), (30, 60))}


def _zip(data: bytes, *names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return out.getvalue()


ZEROS = b"0" * 40_000_000
ARCHIVES: dict[str, tuple[str, bytes]] = {
    **{f"{ending}-{fill}-{size}-{shape}": (ending, data * (1 if shape == "one" else 3) if shape != "cut" else data[:-20])
       for ending, ((fill, size), data), shape in product((".warc.gz", ".tsv.gz"), PACKED.items(), ("one", "three", "cut"))},
    **{f"{ending}-nested-{fill}": (ending, gzip.compress(data, mtime=0)) for ending, ((fill, _), data) in product((".warc.gz", ".tsv.gz"), PACKED.items())},
    **{f"garbage-{n}-{ending}": (ending, b"\x1f\x8b" + bytes([n]) * 50) for n, ending in product(range(6), (".warc.gz", ".tsv.gz"))},
    "zip-bomb": (".zip", _zip(ZEROS, "a.tsv")),
    **{f"zip-names-{n}": (".zip", _zip(b"x", *names)) for n, names in enumerate(
        [(), ("a", "b"), ("../a", "../b"), ("/etc/passwd", "a"), ("a/", "b/"), tuple(f"{n}" for n in range(300))])},
    "zip-empty": (".zip", b""), "zip-cut": (".zip", _zip(b"x" * 1000, "a")[:-30]), "zip-garbage": (".zip", b"PK\x03\x04" + b"\xff" * 300),
}  # fmt: skip


@pytest.mark.parametrize("name", ARCHIVES)
def test_archive(name: str, tmp_path: Path) -> None:
    ending, data = ARCHIVES[name]
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / f"bomb{ending}"
    path.write_bytes(data)
    try:
        found = list(read(path) if ending == ".warc.gz" else export.read("icews", path))
    except InputError as error:
        found = [error]
    assert found
    assert all(isinstance(item, InputError) and item.hint for item in found)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == [path.name]


@pytest.mark.parametrize("name", ["../evil.tsv", "/evil.tsv", "..\\evil.tsv", "C:\\evil.tsv", "a/../../evil.tsv", "~/evil.tsv", "evil\x00.tsv"])
def test_the_name_in_an_archive_plays_no_part(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "table.zip"
    path.write_bytes(_zip(b"Event Date\tSource Name\tTarget Name\tCAMEO Code\n2020-01-01\tA\tB\t040\n", name))
    (row,) = export.read("icews", path)
    assert isinstance(row, dict) and row["Source Name"] == "A"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["table.zip"]


@pytest.mark.parametrize(("fill", "size"), PACKED)
def test_packed_page(fill: str, size: int, site: Site) -> None:
    url = site.page("/bomb", PACKED[fill, size], "text/plain", Content_Encoding="gzip")
    with pytest.raises(InputError) as caught:
        fetch(url, Limits(size=1_000_000, seconds=5, allowed=frozenset({site.host})))
    assert caught.value.code == "too_large"

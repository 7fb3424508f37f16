"""Addresses, redirects and names that lead where a news reader has no business: each gets a refusal, and nothing is connected to."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from tests.serving import Site

from detente.errors import InputError
from detente.ingest.address import is_public
from detente.ingest.fetch import fetch
from detente.ingest.limits import Limits

SHORT = Limits(size=100_000, seconds=2)
FOUR = (
    "127.0.0.1 127.1.2.3 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.255.1 "
    "169.254.169.254 169.254.0.1 100.64.0.1 100.127.255.254 192.0.0.1 192.0.2.1 198.18.0.1 198.19.255.1 198.51.100.7 203.0.113.9 "
    "224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255"
).split()
SIX = (
    "::1 :: fe80::1 fe80::a9fe:a9fe fc00::1 fd12:3456::1 ff02::1 ff05::2 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 "
    "64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1::1 2002:a00:1::1 2001:0:7f00:1::1 2001:db8::1 ::127.0.0.1 100::1"
).split()
ODD = "2130706433 0x7f000001 0177.0.0.1 127.1 0x7f.1 017700000001 3232235521 0xa9fea9fe 10.1 127.0.1 localhost LOCALHOST".split()
SCHEMES = "file ftp gopher dict ldap ldaps tftp sftp ssh telnet smb jar data javascript netdoc phar php ws wss about chrome view-source blob".split()
FORMS = ("http://{}/", "https://{}/latest/meta-data/")

ADDRESSES = [
    *(form.format(host) for form, host in product(FORMS, (*FOUR, *ODD))),
    *(form.format(f"[{host}]") for form, host in product(FORMS, SIX)),
    *(f"{scheme}://news.example/etc/passwd" for scheme in SCHEMES),
    *(f"{scheme}:/etc/passwd" for scheme in ("file", "data", "javascript")),
    *(f"http://127.0.0.1:{port}/" for port in (0, 22, 25, 80, 443, 2375, 3306, 5432, 6379, 8080, 9200, 11211, 65535)),
    *(f"http://news.example:{port}/" for port in (22, 25, 6379, 8080)),
    *(f"http://{user}@127.0.0.1/" for user in ("a", "a:b", "news.example", "news.example:80")),
    *(f"http://news.example@{host}/" for host in ("127.0.0.1", "[::1]", "169.254.169.254")),
    *(f"http://127.0.0.1{mark}news.example/" for mark in ("\t", "\n", "\r\n", " ", "\x00", "#", "?", "\\@")),
    "http://", "http:///x", "http://[::1", "http://[", "http://:80/", "//127.0.0.1/", "http://127.0.0.1:99999/", "http://127.0.0.1:x/",
    "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://news.example\r\nHost: x/", "http://%31%32%37.0.0.1/",
]  # fmt: skip


@pytest.fixture(autouse=True)
def nobody_is_reached(monkeypatch: pytest.MonkeyPatch, site: Site) -> Iterator[None]:
    """A connection to anything but the test's own server fails the test."""
    real = socket.socket.connect
    reached: list[Any] = []

    def connect(self: socket.socket, address: Any) -> None:
        if f"{address[0]}:{address[1]}" != site.host:
            reached.append(address)
            raise OSError("not in a test")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    yield
    assert not [address for address in reached if not is_public(address[0])]


def refused(url: str, limits: Limits = SHORT) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch(url, limits)
    assert caught.value.hint and "\n" not in str(caught.value).replace(repr(url), "").replace(url, "")
    return caught.value


def test_there_are_enough() -> None:
    assert len(set(ADDRESSES)) >= 150
    assert len(REDIRECTS) >= 100
    assert len(NAMES) >= 100


@pytest.mark.parametrize("url", ADDRESSES, ids=ascii)
def test_address(url: str) -> None:
    assert refused(url).code in ("address", "fetch")


REDIRECTS = [
    (status, to)
    for number, to in enumerate((*ADDRESSES[:130], "file:///etc/passwd", "//127.0.0.1/", "//[::1]/x", "gopher://127.0.0.1:6379/_x", "http:127.0.0.1"))
    for status in ((301, 302, 303, 307, 308)[number % 5],)
    if to.isascii() and to.isprintable()
]


@pytest.mark.parametrize(("status", "to"), REDIRECTS, ids=ascii)
def test_redirect(status: int, to: str, site: Site) -> None:
    site.pages["/start"] = (status, {"Location": "/second"}, b"")
    site.pages["/second"] = (status, {"Location": to}, b"")
    error = refused(site.root + "/start", Limits(seconds=2, allowed=frozenset({site.host})))
    assert error.code in ("address", "fetch")
    assert site.paths()[:2] == ["/start", "/second"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_without_end(status: int, site: Site) -> None:
    site.pages["/a"] = (status, {"Location": "/b"}, b"")
    site.pages["/b"] = (status, {"Location": "/a"}, b"")
    assert "redirects more than" in str(refused(site.root + "/a", Limits(seconds=5, allowed=frozenset({site.host}))))
    assert len(site.asked) == 6


PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946")
INSIDE = (*FOUR, *SIX)
# What a name server answers at each question about one name: rebinding (public first, then inside), and mixed answers.
NAMES = [
    *([[(PUBLIC[0],), (inside,)] for inside in INSIDE]),
    *([[(PUBLIC[0], inside)] for inside in INSIDE]),
    *([[(inside, PUBLIC[1])] for inside in INSIDE]),
]


@pytest.mark.parametrize("answers", NAMES, ids=str)
def test_name_that_changes_its_address(answers: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    real, questions = socket.getaddrinfo, []

    def answer(host: str, port: int, *arguments: Any, **named: Any) -> list[Any]:
        if host != "paper.example":
            return real(host, port, *arguments, **named)
        found = answers[min(len(questions), len(answers) - 1)]
        questions.append(host)
        return [(socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    error = refused("http://paper.example/news", Limits(seconds=0.5))
    # Asked once: what was checked is what is connected to, so a second answer is never seen.
    assert questions == ["paper.example"]
    assert error.code == ("fetch" if len(answers) == 2 else "address")

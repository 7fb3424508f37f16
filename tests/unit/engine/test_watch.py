"""Polling a real server: conditional requests, robots.txt, back-off, quarantine, new versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.serving import Site

from detente.engine.load import Loader, Tally
from detente.engine.local import Pool
from detente.engine.watch import Watcher, listed
from detente.errors import UsageError
from detente.ingest.feedlist import seconds
from detente.ingest.limits import Limits
from detente.store import Store

TEXT = "The foreign minister of Norway met her Chilean counterpart in Oslo on Tuesday. They signed a deal on cod. Talks go on in May. {}"


def html(more: str = "Nothing else was decided.", title: str = "Envoys meet") -> str:
    body = "".join(f"<p>{sentence}.</p>" for sentence in TEXT.format(more).rstrip(".").split(". "))
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def feed(site: Site, *links: str, updated: str = "2024-05-07T10:00:00Z") -> str:
    when = f"<published>2024-05-07T10:00:00Z</published><updated>{updated}</updated>"
    items = "".join(f"<entry><title>T {n}</title><link href='{link}'/>{when}</entry>" for n, link in enumerate(links))
    return f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title>{items}</feed>"


class Polling:
    """A store, and polls of what a list names."""

    def __init__(self, folder: Path, site: Site, pool: Pool, more: str = "") -> None:
        self.site, self.pool, self.store = site, pool, Store.open(folder / "store", create=True)
        self.list = folder / "feeds.toml"
        self.list.write_text(f'delay = 0.0\n[[feed]]\nurl = "{site.root}/feed"\noutlet = "Herald"\n{more}', encoding="utf-8")

    def poll(self) -> Tally:
        """One poll by a process that has just started."""
        self.site.asked.clear()
        tally = Tally()
        limits = Limits(seconds=5, allowed=frozenset({self.site.host}))
        Watcher(Loader(self.store, self.pool, tally), listed([str(self.list)]), limits).run()
        return tally

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return list(self.store.snapshot().sql(query))


@pytest.fixture
def polling(tmp_path: Path, site: Site, pool: Pool) -> Polling:
    site.page("/feed", feed(site, site.root + "/a", site.root + "/b"), "application/rss+xml", ETag='"f1"')
    site.page("/a", html("Ana spoke."), ETag='"a1"', Last_Modified="Tue, 07 May 2024 10:00:00 GMT")
    site.page("/b", html("Bo spoke."))
    return Polling(tmp_path, site, pool)


def test_pages_of_a_feed_are_stored_once_and_asked_for_conditionally(polling: Polling, site: Site) -> None:
    assert polling.poll().stored == 2
    assert site.paths() == ["/robots.txt", "/feed", "/a", "/b"]
    assert polling.rows("SELECT url, published, outlet, codebook FROM articles ORDER BY url") == [
        (f"{site.root}/{name}", "2024-05-07", "Herald", "plover 2.0") for name in ("a", "b")]  # fmt: skip
    site.pages["/feed"] = lambda headers: (304, {}, b"") if headers.get("if-none-match") == '"f1"' else (500, {}, b"")
    assert (polling.poll().stored, site.paths()) == (0, ["/robots.txt", "/feed"])
    assert polling.rows("SELECT count(*) FROM quarantine") == [(0,)]


def test_an_entry_that_changed_is_fetched_again_and_becomes_a_version(polling: Polling, site: Site) -> None:
    polling.poll()
    site.page("/feed", feed(site, site.root + "/a", site.root + "/b", updated="2999-01-01T10:00:00Z"), "application/rss+xml")
    site.page("/a", html("Ana spoke again, and the talks were put off."))
    site.pages["/b"] = (304, {}, b"")
    assert polling.poll().stored == 1
    asked = dict(site.asked)
    assert (asked["/a"]["if-none-match"], asked["/a"]["if-modified-since"]) == ('"a1"', "Tue, 07 May 2024 10:00:00 GMT")
    found = polling.rows("SELECT revision, text LIKE '%put off%', updated > published FROM versions WHERE url LIKE '%/a' ORDER BY revision")
    assert found == [(1, False, False), (2, True, True)]
    assert polling.rows("SELECT count(*) FROM articles") == [(2,)]


def test_robots_txt_is_respected(polling: Polling, site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /b\n", "text/plain")
    tally = polling.poll()
    assert (tally.stored, tally.failed) == (1, 1)
    assert "/b" not in site.paths()
    assert polling.rows("SELECT id, code FROM quarantine") == [(f"{site.root}/b", "robots")]
    site.page("/robots.txt", "User-agent: detente\nDisallow: /\n", "text/plain")
    polling.poll()
    assert site.paths() == ["/robots.txt"]
    site.pages["/robots.txt"] = (503, {}, b"")
    polling.poll()
    assert site.paths() == ["/robots.txt"]


def test_a_failing_page_is_set_aside_waits_and_comes_back(polling: Polling, site: Site) -> None:
    site.pages["/b"] = (503, {"Retry-After": "7200"}, b"")
    assert (polling.poll().stored, polling.rows("SELECT id, failures > 0, due > checked FROM feeds WHERE state = 'quarantined'")) == (
        1, [(f"{site.root}/b", True, True)])  # fmt: skip
    site.page("/feed", feed(site, site.root + "/b"), "application/rss+xml", ETag='"f2"')
    polling.poll()
    assert "/b" not in site.paths(), "it is not due yet"
    polling.store.write(_due_now(polling))
    site.page("/b", html("Bo spoke."))
    assert polling.poll().stored == 1
    assert polling.rows("SELECT count(*) FROM quarantine") == [(0,)]


def _due_now(polling: Polling):  # type: ignore[no-untyped-def]
    from detente.store import Batch

    (row,) = polling.store.snapshot().rows("feeds", where="state = 'quarantined'", order="id")
    return Batch("ingest", {"feeds": [{**row, "due": "2000-01-01T00:00:00Z"}]})


def test_a_failing_feed_waits_longer_each_time(polling: Polling, site: Site) -> None:
    site.pages["/feed"] = (500, {}, b"")
    waits = []
    for failures in (1, 2, 3):
        assert polling.poll().failed == 1
        query = "SELECT failures, epoch(due::TIMESTAMP) - epoch(checked::TIMESTAMP) FROM feeds WHERE kind = 'feed'"
        ((count, wait),) = polling.rows(query)
        assert count == failures
        waits.append(wait)
    assert [round(wait / 900) for wait in waits] == [2, 4, 8]  # type: ignore[operator]


@pytest.mark.parametrize("body", ["<!DOCTYPE rss [<!ENTITY x 'y'>]><rss><channel/></rss>", "<html><p>x</p></html>", "", "{}"])
def test_a_feed_that_is_none_is_set_aside(polling: Polling, site: Site, body: str) -> None:
    site.page("/feed", body, "application/rss+xml")
    assert polling.poll().failed == 1
    ((where, reason),) = polling.rows("SELECT id, reason FROM quarantine")
    assert where == f"{site.root}/feed" and reason


def test_an_entry_that_leads_inside_is_refused_and_the_rest_goes_on(polling: Polling, site: Site) -> None:
    inside = ("http://127.0.0.1:1/x", "file:///etc/passwd", "http://169.254.169.254/latest")
    site.page("/feed", feed(site, *inside, site.root + "/a"), "application/rss+xml")
    tally = polling.poll()
    assert (tally.stored, tally.failed) == (1, 3)
    assert polling.rows("SELECT DISTINCT code FROM quarantine") == [("address",)]


def test_the_text_in_the_feed_itself(tmp_path: Path, site: Site, pool: Pool) -> None:
    content = "&lt;p&gt;" + TEXT.format("Ana spoke.").replace(". ", ".&lt;/p&gt;&lt;p&gt;") + "&lt;/p&gt;"
    item = f"<entry><title>Envoys</title><link href='{site.root}/a'/><updated>2024-05-07T10:00:00Z</updated><content type='html'>{content}</content></entry>"
    site.page("/feed", f"<feed xmlns='http://www.w3.org/2005/Atom'><title>H</title>{item}</feed>", "application/atom+xml")
    polling = Polling(tmp_path, site, pool, "pages = false\n")
    assert polling.poll().stored == 1
    assert site.paths() == ["/robots.txt", "/feed"]
    ((title, text, published),) = polling.rows("SELECT title, text, published FROM articles")
    assert (title, published) == ("Envoys", "2024-05-07") and "<" not in str(text) and "signed a deal on cod.\n\nTalks" in str(text)


def test_pages_of_a_list_and_an_address(tmp_path: Path, site: Site, pool: Pool) -> None:
    url = site.page("/a", html())
    store, tally = Store.open(tmp_path / "store", create=True), Tally()
    for _ in range(2):
        Watcher(Loader(store, pool, tally), listed([url]), Limits(seconds=5, allowed=frozenset({site.host}))).run()
    assert (tally.stored, tally.known) == (1, 1)


@pytest.mark.parametrize("text", ["[[feed]]\n", "[[feed]]\nurl = 3\n", "[[feed]]\nurl = 'x'\nevry = '1m'\n", "[[feed]]\nurl='x'\nevery='soon'\n", "]", "\xff"])
def test_a_wrong_list_is_told_before_anything_is_done(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(UsageError, match=r"\S"):
        listed([str(path)])


def test_intervals() -> None:
    assert [seconds(text) for text in ("30s", "15m", "2 h", "1d")] == [30, 900, 7200, 86400]

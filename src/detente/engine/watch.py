"""Polling feeds and pages: conditional requests, back-off where something fails, new versions where a text changed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from detente.engine.load import Arrival, Loader, Note, Refusal
from detente.engine.worker import Failure
from detente.errors import InputError
from detente.ingest import feeds, fetch, page, plaintext
from detente.ingest.decode import decode
from detente.ingest.feedlist import FeedList, Target, read_list, seconds
from detente.ingest.limits import Limits
from detente.ingest.polite import Polite
from detente.records import Article
from detente.store import Origin
from detente.store.batch import now
from detente.store.rows import last_day

_LONGEST = 86_400  # seconds of back-off at most
_TRIES = 6  # after so many failures a page in a feed is left alone
_STEP = 1.0  # seconds between looks at what is due


@dataclass(frozen=True)
class Polled:
    """A target with its interval in seconds and its kind: `feed` or `page`."""

    target: Target
    every: int
    delay: float


def listed(sources: Sequence[str]) -> list[Polled]:
    """The targets of addresses and of lists (`feeds.toml`), each address once.

    Raises:
        UsageError: a list is wrong.
    """
    found: dict[str, Polled] = {}
    for source in sources:
        one = read_list(Path(source)) if source.lower().endswith(".toml") else FeedList(feed=(Target(source),))
        for target in (*one.feed, *one.page):
            found.setdefault(target.url, Polled(target, seconds(target.every or one.every), one.delay))
    return list(found.values())


class Watcher:
    """Polls targets and hands what they bring to a loader.

    Args:
        loader: codes and stores.
        targets: what is polled.
        limits: bounds of one request, and which hosts of one's own may be local.
    """

    def __init__(self, loader: Loader, targets: Sequence[Polled], limits: Limits) -> None:
        self._loader, self._targets, self._limits = loader, targets, limits
        self._polite = Polite(limits, max((one.delay for one in targets), default=1.0))
        rows = loader.store.snapshot().rows("feeds", where="kind IN ('feed', 'page')", order="id")
        self._known: dict[str, dict[str, Any]] = {row["id"]: row for row in rows}

    def run(self, *, forever: bool = False) -> None:
        """Poll every target once, or each when it is due until stopped."""
        for one in self._targets:
            if not forever or self._due(one.target.url):
                self._poll(one)
        while forever:
            time.sleep(_STEP)
            for one in self._targets:
                if self._due(one.target.url):
                    self._poll(one)

    def _due(self, url: str) -> bool:
        due = self._known.get(url, {}).get("due")
        return due is None or due <= now()

    def _poll(self, one: Polled) -> None:
        """One poll. What it brought is stored before the poll itself is noted, so that a stop between the two loses nothing."""
        url = one.target.url
        try:
            answer = self._fetch(url, feeds.KINDS | fetch.KINDS)
            self._loader.run(self._brought(one, answer))
        except InputError as error:
            self._loader.run([Refusal(url, Failure.of(error), "feed", self._failed(url, error, one.every))])
            return
        kept = self._known.get(url, {})
        row = _row(url, "feed", etag=answer.etag or kept.get("etag"), modified=answer.modified or kept.get("modified"), due=_later(one.every))
        self._known[url] = row
        self._loader.run([Note(row)])

    def _brought(self, one: Polled, answer: fetch.Answer) -> Iterator[Arrival | Refusal | Note]:
        url = one.target.url
        if answer.status == 304:
            return
        if not (answer.kind in feeds.KINDS or feeds.is_feed(answer.data)):
            yield self._arrival(url, answer, one.target.outlet, None)
            return
        for entry in feeds.entries(answer.data, answer.url):
            if not one.target.pages:
                if entry.text:
                    yield self._from_feed(url, entry, one.target.outlet)
            elif entry.link and self._wanted(entry):
                yield self._page(entry, one)

    def _wanted(self, entry: feeds.Entry) -> bool:
        """Whether an entry's page is new, changed since it was fetched, or failed and due again."""
        row = self._known.get(entry.link or "")
        if row is None:
            return True
        if row["state"] == "quarantined":
            return bool(row["failures"] < _TRIES and (row["due"] or "") <= now())
        return entry.updated is not None and entry.updated > (row["checked"] or "")

    def _page(self, entry: feeds.Entry, one: Polled) -> Arrival | Refusal | Note:
        link = str(entry.link)
        try:
            answer = self._fetch(link, fetch.KINDS)
            if answer.status == 304:
                self._known[link] = self._known[link] | {"checked": now(), "state": "ok", "failures": 0}
                return Note({name: value for name, value in self._known[link].items() if name != "batch"})
            return self._arrival(link, answer, one.target.outlet, entry)
        except InputError as error:
            return Refusal(link, Failure.of(error), "page", self._failed(link, error, one.every))

    def _fetch(self, url: str, kinds: frozenset[str]) -> fetch.Answer:
        row = self._known.get(url, {})
        return fetch.fetch(url, self._limits, kinds=kinds, etag=row.get("etag"), modified=row.get("modified"), allow=self._polite)

    def _arrival(self, link: str, answer: fetch.Answer, outlet: str | None, entry: feeds.Entry | None) -> Arrival:
        key = page.key_of(answer.url)
        if answer.kind == "text/plain":
            article = replace(plaintext.article(decode(answer.data, link), key), url=answer.url)
        else:
            article = page.article(answer.data, link, key, url=answer.url, charset=answer.charset)
        article = _completed(article, outlet, entry)
        row = _row(link, "page", etag=answer.etag, modified=answer.modified)
        origin = Origin(name=key, source=link, fetched=now(), updated=self._updated(link, article, entry))
        self._known[link] = row
        return Arrival(article, origin, link, "page", (row,))

    def _from_feed(self, url: str, entry: feeds.Entry, outlet: str | None) -> Arrival:
        """The article in a feed itself; its HTML becomes text."""
        text = "\n\n".join(page.paragraphs(entry.text or ""))
        link = entry.link or f"{url}#{entry.title or ''}"
        article = _completed(plaintext.article(text, page.key_of(link)), outlet, entry)
        article = replace(article, title=entry.title or article.title, url=entry.link)
        return Arrival(article, Origin(name=article.id, source=url, fetched=now(), updated=_day(entry.updated)), link, "page")

    def _updated(self, link: str, article: Article, entry: feeds.Entry | None) -> str | None:
        """The day of this version: the text's own, the feed's, or, for a page that was fetched before, that of the fetch."""
        told = max(filter(None, (last_day(article), _day(entry.updated) if entry else None)), default=None)
        again = link in self._known and self._known[link]["state"] == "ok"
        return now()[:10] if again and (told is None or told == article.published) else told

    def _failed(self, url: str, error: InputError, every: int) -> dict[str, Any]:
        """The row of a poll that failed: each failure doubles the wait, unless the server asks for another."""
        kept = self._known.get(url, {})
        failures = int(kept.get("failures") or 0) + 1
        asked = error.wait if isinstance(error, fetch.Refused) else None
        wait = min(_LONGEST, max(asked or 0, every * 2 ** min(failures, 16)))
        row = {"failures": failures, "due": _later(wait), "etag": kept.get("etag"), "modified": kept.get("modified")}
        self._known[url] = {**kept, "state": "quarantined", "checked": now(), **row}
        return row


def _completed(article: Article, outlet: str | None, entry: feeds.Entry | None) -> Article:
    """The article with what the list and the feed know and the page does not say."""
    published = article.published or (_day(entry.published or entry.updated) if entry else None)
    return replace(article, published=published, outlet=outlet or article.outlet, title=article.title or (entry.title if entry else None))


def _row(url: str, kind: str, *, etag: str | None, modified: str | None, due: str | None = None) -> dict[str, Any]:
    return {"id": url, "kind": kind, "state": "ok", "etag": etag, "modified": modified, "checked": now(), "due": due, "failures": 0}


def _later(wait: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=wait)).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None

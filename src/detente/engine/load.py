"""The loop: what arrives is looked up, coded if it is new, and stored in batches; what fails is set aside with its reason."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from detente.engine.local import Pool
from detente.engine.worker import Failure
from detente.records import Article, CodedArticle
from detente.store import Batch, Origin, Store, Written, article_rows, content_id
from detente.store.batch import now

_LOOKED_UP = 256  # articles whose presence is asked for at once,
_WAIT = 1.0  # unless they come in more slowly than this, in seconds


@dataclass(frozen=True)
class Arrival:
    """An article that came in.

    Attributes:
        article: as the reader gave it.
        origin: where it came from.
        key: what its row in `feeds` has as id if it fails: the file, the row, the address.
        feeds: rows of `feeds` to write when the article is stored or known.
    """

    article: Article
    origin: Origin
    key: str
    kind: str = "file"
    feeds: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Refusal:
    """An input that could not be read."""

    key: str
    failure: Failure
    kind: str = "file"
    feed: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """A row of `feeds` by itself: a poll that went well. To be given in a run of its own, after what the poll brought is stored."""

    feed: dict[str, Any]


@dataclass
class Tally:
    """What has been done so far, and who is told.

    Attributes:
        read: articles that came in.
        known: of these, those that were stored before.
        stored: of these, those now stored.
        failed: inputs set aside.
    """

    read: int = 0
    known: int = 0
    stored: int = 0
    failed: int = 0
    on_change: Callable[[Tally], None] = lambda tally: None
    on_batch: Callable[[Written], None] = lambda written: None
    on_failure: Callable[[str, Failure], None] = lambda key, failure: None


class Loader:
    """Codes and stores what arrives.

    Args:
        size: articles in a batch.
        seconds: a batch that is not full is written after this time.
    """

    def __init__(self, store: Store, pool: Pool, tally: Tally, *, size: int = 500, seconds: float = 10.0) -> None:
        self.store, self.pool, self.tally = store, pool, tally
        self._size, self._seconds = size, seconds
        self._batch, self._begun = Batch("ingest"), time.monotonic()
        self._coming: dict[str, Arrival] = {}
        self._held: set[str] = set()
        self._aside = {row["id"]: row for row in store.snapshot().rows("feeds", where="state = 'quarantined'", order="id")}
        self.failed: set[str] = set()

    def run(self, arrivals: Iterable[Arrival | Refusal | Note]) -> None:
        """Take everything in. On KeyboardInterrupt what is coded is stored first."""
        try:
            for article, result in self.pool.code(self._new(arrivals)):
                self._take(self._coming.pop(article.id), result)
                if len(self._held) >= self._size or time.monotonic() - self._begun > self._seconds:
                    self.flush()
        finally:
            self._coming.clear()
            self.flush()

    def flush(self) -> None:
        """Store what is coded."""
        batch, self._batch, self._begun = self._batch, Batch("ingest"), time.monotonic()
        self._held.clear()
        if not batch:
            return
        written = self.store.write(batch)
        stored = written.counts["articles"]
        self.tally.stored += stored
        self.tally.known += len(written.dropped)
        if written.seq is not None:
            self.tally.on_batch(written)

    def clear(self, belongs: Callable[[str], bool]) -> None:
        """What was set aside earlier, belongs to these sources, and has not failed again is right now."""
        for key, row in self._aside.items():
            if belongs(key) and key not in self.failed:
                self._batch.add({"feeds": [{"id": key, "kind": row["kind"], "state": "ok", "checked": now(), "failures": 0}]})
        self.flush()

    def _new(self, arrivals: Iterable[Arrival | Refusal | Note]) -> Iterator[Article]:
        """The articles among the arrivals that are not stored yet."""
        coming = iter(arrivals)
        while some := _some(coming):
            came = [self._named(one) for one in some if isinstance(one, Arrival)]
            there = self.store.present([one.article.id for one in came])
            for one in some:
                if isinstance(one, Refusal):
                    self._set_aside(one.key, one.kind, one.failure, one.feed)
                elif isinstance(one, Note):
                    self._batch.add({"feeds": [one.feed]})
            for one in came:
                self.tally.read += 1
                key = one.article.id
                if key in there:
                    self.tally.known += 1
                    self._batch.add({"feeds": [row | {"article": key} for row in one.feeds]})
                elif key in self._coming or key in self._held:
                    self.tally.known += 1
                else:
                    self._coming[key] = one
                    yield one.article
                self.tally.on_change(self.tally)

    @staticmethod
    def _named(one: Arrival) -> Arrival:
        """The arrival with the id of its content."""
        article = msgspec.structs.replace(one.article, id=content_id(one.article))
        return Arrival(article, one.origin, one.key, one.kind, one.feeds)

    def _take(self, arrival: Arrival, result: CodedArticle | Failure) -> None:
        if isinstance(result, Failure):
            told = msgspec.structs.replace(result, message=result.message.replace(arrival.article.id, arrival.key))
            self._set_aside(arrival.key, arrival.kind, told, {})
        else:
            origin = msgspec.structs.replace(arrival.origin, codebook=self.pool.ready.codebook)
            self._batch.add(article_rows(result, origin))
            self._held.add(result.article.id)
            self._batch.add({"feeds": [row | {"article": arrival.article.id} for row in arrival.feeds]})
        self.tally.on_change(self.tally)

    def _set_aside(self, key: str, kind: str, failure: Failure, feed: dict[str, Any]) -> None:
        self.failed.add(key)
        self.tally.failed += 1
        self.tally.on_failure(key, failure)
        before = self._aside.get(key)
        if not feed and before and before["reason"] == failure.message:
            return
        row = {"id": key, "kind": kind, "state": "quarantined", "code": failure.code, "reason": failure.message, "checked": now(), "failures": 1}
        self._batch.add({"feeds": [row | feed]})


def _some(coming: Iterator[Arrival | Refusal | Note]) -> list[Arrival | Refusal | Note]:
    """The next arrivals, as many as come soon."""
    found: list[Arrival | Refusal | Note] = []
    begun = time.monotonic()
    for one in coming:
        found.append(one)
        if len(found) >= _LOOKED_UP or time.monotonic() - begun > _WAIT:
            break
    return found

"""Whether a store holds what it says: every committed batch whole, every id that of its content, every span in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from detente.errors import DetenteError
from detente.records import CodedArticle
from detente.store.identity import content_id
from detente.store.rows import coded_article
from detente.store.schema import CONTENT

if TYPE_CHECKING:
    from detente.store.snapshot import Snapshot
    from detente.store.store import Store


def check(store: Store) -> Iterator[str]:
    """What is wrong, a sentence each; nothing for a sound store."""
    snapshot = store.snapshot()
    try:
        yield from _batches(snapshot)
        yield from _ids(snapshot)
        yield from _articles(snapshot)
    except DetenteError as error:
        yield f"A table cannot be read: {error}"


def unfinished(store: Store) -> list[str]:
    """Batches that no run names: of writers at work, or removed when a writer starts next."""
    return sorted(set().union(*store.batches().values()) - {row["batch"] for row in store.runs()})


def _batches(snapshot: Snapshot) -> Iterator[str]:
    """Each batch has as many rows in each table as it said when it was committed."""
    for name in CONTENT:
        query = f"""
            SELECT r.seq, r.batch, r.{name}, count(t.batch) FROM runs r LEFT JOIN (SELECT batch FROM raw_{name}) t USING (batch)
            GROUP BY ALL HAVING r.{name} <> count(t.batch) ORDER BY r.seq"""
        for seq, batch, said, found in snapshot.sql(query):
            yield f"Batch {seq} ({batch}) said {said} rows of {name}, but has {found}."


def _ids(snapshot: Snapshot) -> Iterator[str]:
    """No article, event or statement twice; none without its article; numbers of batches without a gap."""
    for view, key in (("articles", "id"), ("events", "event"), ("statements", "statement"), ("stories", "id"), ("runs", "seq")):
        for ident, count in snapshot.sql(f"SELECT {key}, count(*) FROM {view} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key}"):
            yield f"{view}: {ident} is there {count} times."
    lost = "SELECT article, count(*) FROM events WHERE origin = 'text' AND article NOT IN (SELECT id FROM articles) GROUP BY article"
    for article, count in snapshot.sql(lost):
        yield f"events: {count} events of {article}, which is no article of the store."
    last, count = next(iter(snapshot.sql("SELECT coalesce(max(seq), 0), count(*) FROM runs")))
    if last != count:
        yield f"runs: {count} batches, but the last one has number {last}."


def _articles(snapshot: Snapshot) -> Iterator[str]:
    """Each article can be read, has the id of its content, and spans that lie where they say."""
    query = "SELECT r.id, r.coded, r.text FROM raw_articles r JOIN (SELECT id, batch FROM versions) USING (id, batch)"
    for ident, coded, text in snapshot.sql(query):
        try:
            whole = coded_article(coded, text)
        except msgspec.DecodeError as error:
            yield f"articles: {ident} cannot be read ({error})."
            continue
        if whole.article.id != ident or content_id(whole.article) != ident:
            yield f"articles: {ident} does not have the id of its content."
        if wrong := _spans(whole):
            yield f"articles: {ident} has {wrong} spans that are not where they say."


def _spans(coded: CodedArticle) -> int:
    text = coded.article.text
    spans = [(span.start, span.end, span.text) for event in coded.events for span in event.evidence]
    for layer in (coded.article.mentions, coded.times, coded.places):
        spans += [(one.start, one.end, one.text) for one in layer]
    return sum(text[start:end] != words for start, end, words in spans)

"""Coding stored articles again: with another model, codebook or version of the software. Corrections by hand are made again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente._version import __version__
from detente.engine.load import Tally
from detente.engine.local import Pool
from detente.engine.worker import Failure
from detente.records import Article, CodedArticle
from detente.store import Batch, Snapshot, Store
from detente.store.amend import amended_rows, amendments, origin_of


def outdated(snapshot: Snapshot, pool: Pool, *, everything: bool = False) -> list[str]:
    """The ids of the articles, all versions, that were coded with something else than the pool codes with."""
    made = [__version__, pool.ready.model, pool.ready.codebook]
    other = "(version, model, codebook) IS DISTINCT FROM (?, ?, ?)"
    where, given = ("true", []) if everything else (other, made)
    return [row[0] for row in snapshot.sql(f"SELECT id FROM versions WHERE {where} ORDER BY id", given)]


def recode(store: Store, pool: Pool, tally: Tally, *, everything: bool = False, size: int = 50) -> None:
    """Code again what was coded with something else, in batches; articles that change meanwhile are taken again.

    Args:
        everything: also what was coded with the same.
    """
    ids = outdated(store.snapshot(), pool, everything=everything)
    while ids:
        again: list[str] = []
        for begin in range(0, len(ids), size):
            again += _batch(store, pool, tally, ids[begin : begin + size])
        ids = again


def _batch(store: Store, pool: Pool, tally: Tally, ids: list[str]) -> list[str]:
    """Code a batch again; the ids of those that another writer changed meanwhile."""
    snapshot = store.snapshot()
    batch = Batch("recode")
    for article, result in pool.code(_plain(snapshot, ids)):
        tally.read += 1
        if isinstance(result, Failure):
            # The earlier coding stays.
            tally.failed += 1
            tally.on_failure(article.id, result)
        else:
            batch.add(_rows(snapshot, pool, result))
        tally.on_change(tally)
    written = store.write(batch, based_on=snapshot) if batch else None
    if written is None:
        return []
    tally.stored += written.counts["articles"]
    if written.seq is not None:
        tally.on_batch(written)
    return sorted(written.dropped)


def _rows(snapshot: Snapshot, pool: Pool, coded: CodedArticle) -> dict[str, list[dict[str, object]]]:
    article = coded.article.id
    origin = msgspec.structs.replace(origin_of(snapshot, article), codebook=pool.ready.codebook)
    return amended_rows(coded, amendments(snapshot, article), origin)


def _plain(snapshot: Snapshot, ids: list[str]) -> Iterator[Article]:
    """The articles as they were before coding; what the coder filled goes, what the reader knew stays."""
    for ident in ids:
        article = snapshot.as_coded(ident).article
        yield msgspec.structs.replace(article, mentions=(), model=None, codebook=None, version=None)

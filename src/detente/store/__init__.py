"""Keeping coded articles: Delta Lake tables, written in batches, read as snapshots.

    with Store.open("detente-store", create=True) as store:
        batch = Batch("ingest")
        batch.add(article_rows(coded))
        store.write(batch)
        for coded in store.snapshot().articles():
            ...

`Snapshot`: `articles()` in (published, id) order, `events()`, `rows(view)`, `sql(query)`, `files(table)`. docs/store.md describes the tables.
"""

from __future__ import annotations

from detente.store.batch import Batch, Written
from detente.store.identity import content_id
from detente.store.rows import Origin, article_rows, coded_article
from detente.store.snapshot import Answer, Snapshot
from detente.store.store import Store

__all__ = ["Answer", "Batch", "Origin", "Snapshot", "Store", "Written", "article_rows", "coded_article", "content_id"]

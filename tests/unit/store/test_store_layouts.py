"""Stores of earlier layouts can be opened, and are brought forward once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.store import layout_1
from tests.unit.store.conftest import coded, put

from detente.store import Batch, Store, article_rows
from detente.store.check import check
from detente.store.schema import LAYOUT, TABLES


def test_a_store_of_the_first_release_is_read_and_written(tmp_path: Path) -> None:
    old, new = coded(), coded("Norway paid Chile for timber.")
    layout_1.make(tmp_path, old)
    store = Store.open(tmp_path)
    assert list(store.snapshot().articles()) == [old]
    put(store, old, new)
    snapshot = store.snapshot()
    assert {one.article.text for one in snapshot.articles()} == {old.article.text, new.article.text}
    assert list(snapshot.sql("SELECT a, b, count(*) FROM dyads GROUP BY ALL")) == [("NOR", "CHL", 2)]
    assert list(check(store)) == []
    assert {row["layout"] for row in store.runs()[1:]} == {LAYOUT}


def test_a_migration_runs_once_and_earlier_rows_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout_1.make(tmp_path, coded())
    runs: list[str] = []

    def add_section(store: Store) -> None:
        runs.append(store.root)
        store.add_columns("articles", ["section"])

    monkeypatch.setitem(TABLES["articles"].columns, "section", "text")
    monkeypatch.setattr("detente.store.migrate.MIGRATIONS", (add_section,))
    monkeypatch.setattr("detente.store.migrate.LAYOUT", 2)
    monkeypatch.setattr("detente.store.store.LAYOUT", 2)
    for _ in range(2):
        store = Store.open(tmp_path)
    assert len(runs) == 1
    rows = article_rows(coded("Norway paid Chile for timber."))
    rows["articles"][0]["section"] = "Economy"
    store.write(Batch("ingest", rows))
    assert list(store.snapshot().sql("SELECT section FROM articles ORDER BY section NULLS FIRST")) == [(None,), ("Economy",)]
    assert [(row["kind"], row["layout"], row["note"]) for row in store.runs()] == [
        ("ingest", 1, None), ("migrate", 2, "from layout 1"), ("ingest", 2, None)]  # fmt: skip
    assert list(store.snapshot(1).sql("SELECT count(*), count(section) FROM articles")) == [(1, 0)]
    assert list(check(store)) == []
    store.compact()
    assert list(store.snapshot().sql("SELECT count(section) FROM articles")) == [(1,)]

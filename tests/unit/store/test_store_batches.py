"""Batches: visible whole or not at all, each article once, earlier states kept, what the dead left removed."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.store.conftest import batch, coded, put

from detente.errors import DetenteError, UsageError
from detente.records import Update
from detente.store import Batch, Origin, Store, article_rows
from detente.store.check import check, unfinished
from detente.store.delta import Delta
from detente.store.schema import TABLES

TEXTS = ("Norway sued Chile over cod.", "Norway left Chile on Monday.", "Norway paid Chile for timber.", "Norway told Chile about grain.")


def test_what_goes_in_comes_out(store: Store) -> None:
    one, other = coded(TEXTS[0], day="2024-05-02"), coded(TEXTS[1], day="2024-05-01", url="https://herald.example/a")
    written = put(store, one, other)
    assert (written.seq, written.dropped) == (1, frozenset())
    snapshot = store.snapshot()
    assert list(snapshot.articles()) == [other, one]
    assert [(row["day"], row["type"], row["pairs"], row["counted"]) for row in snapshot.events()] == [
        ("2024-05-01", "ACCUSE", "NOR>CHL", True), ("2024-05-02", "ACCUSE", "NOR>CHL", True)]  # fmt: skip
    made = list(snapshot.sql("SELECT DISTINCT version, model, codebook FROM (SELECT * FROM events UNION ALL BY NAME SELECT * FROM statements)"))
    assert made == [("1", "m1", "plover")]
    assert list(snapshot.sql("SELECT a, b, count(*) FROM dyads GROUP BY ALL")) == [("NOR", "CHL", 2)]
    assert list(check(store)) == []


def test_each_article_is_stored_once(store: Store) -> None:
    put(store, coded(TEXTS[0]))
    written = put(store, coded(TEXTS[0]), coded(TEXTS[1]))
    assert written.dropped == {coded(TEXTS[0]).article.id} and written.counts["articles"] == 1
    again = put(store, coded(TEXTS[1]))
    assert again.seq is None
    assert store.present([coded(TEXTS[0]).article.id, "other"]) == {coded(TEXTS[0]).article.id}
    assert list(store.snapshot().sql("SELECT count(*) FROM events")) == [(2,)]


def test_same_text_in_two_outlets_is_two_articles_and_an_address_with_tracking_one() -> None:
    first = coded(url="https://Herald.example/a?utm_source=x#top").article.id
    assert first == coded(url="https://herald.example:443/a").article.id
    assert len({first, coded(url="https://herald.example/b").article.id, coded(outlet="Post").article.id, coded(outlet="Star").article.id}) == 4
    assert coded(day="2024-05-02", url="https://herald.example/a").article.id == first


def test_a_batch_that_was_not_committed_is_invisible_and_goes_when_its_writer_is_dead(store: Store, tmp_path: Path) -> None:
    put(store, coded(TEXTS[0]))
    script = (
        "import os, sys\nfrom detente.store import Store\nfrom tests.unit.store.conftest import batch, coded\n"
        f"store = Store.open({str(tmp_path / 'store')!r})\nstore._writer.begin()\nstore._put(batch(coded({TEXTS[1]!r})))\n"
        "print('written', flush=True)\nsys.stdin.read()\nos._exit(1)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline() == "written\n"
    assert [row["id"] for row in store.snapshot().rows("articles", order="id")] == [coded(TEXTS[0]).article.id]
    assert len(unfinished(store)) == 1
    assert store.recover() == [], "the writer lives"
    process.communicate("")
    assert len(store.recover()) == 1
    assert unfinished(store) == [] and list(check(store)) == []
    assert store.present([coded(TEXTS[1]).article.id]) == set()


def test_two_writers_with_the_same_article_store_it_once(tmp_path: Path) -> None:
    one, other = Store.open(tmp_path / "s", create=True), Store.open(tmp_path / "s")
    committed = other._tables["runs"].append

    def late(rows: list[dict[str, object]], *, lock: int | None = None) -> None:
        # The first writer commits between the second one's look and its commit.
        if not one.present([coded(TEXTS[0]).article.id]):
            put(one, coded(TEXTS[0]))
        committed(rows, lock=lock)

    other._tables["runs"].append = late  # type: ignore[method-assign,assignment]
    written = put(other, coded(TEXTS[0]), coded(TEXTS[1]))
    assert (written.seq, written.dropped) == (2, {coded(TEXTS[0]).article.id})
    assert list(other.snapshot().sql("SELECT count(*), count(DISTINCT id) FROM raw_articles")) == [(2, 2)]
    assert list(check(other)) == [] and unfinished(other) == []


def test_earlier_states_can_be_read(store: Store) -> None:
    for text in TEXTS:
        put(store, coded(text))
    times = [row["finished"] for row in store.runs()]
    for seq in range(5):
        assert len(list(store.snapshot(seq).articles())) == seq
    assert len(list(store.snapshot(times[1]).articles())) == 2
    assert len(list(store.snapshot("2020-01-01").articles())) == 0
    assert len(list(store.snapshot("2999-01-01").articles())) == 4
    store.compact()
    assert len(store.snapshot().files("articles")) == 1
    assert len(list(store.snapshot(2).articles())) == 2
    for wrong in (5, "soon", "2024-13-01"):
        with pytest.raises(UsageError):
            store.snapshot(wrong)


def test_a_snapshot_does_not_change(store: Store) -> None:
    put(store, coded(TEXTS[0]))
    before, late = store.snapshot(), store.snapshot()
    assert len(list(before.articles())) == 1
    put(store, coded(TEXTS[1]))
    store.compact()
    assert len(list(before.articles())) == len(list(late.articles())) == 1


def test_a_changed_page_is_a_new_version(store: Store) -> None:
    url = "https://herald.example/a"
    old = coded("Norway sued Chile over cod.", url=url)
    new = coded("Norway sued Chile over cod. UPDATE 3 May: it won.", url=url, updates=(Update(28, "2024-05-03"),))
    for articles in ((old, new), (new, old)):
        put(store, articles[0])
        put(store, articles[1])
        snapshot = store.snapshot()
        assert list(snapshot.articles()) == [new]
        assert list(snapshot.sql("SELECT id, updated, revision, superseded_by FROM versions ORDER BY revision")) == [
            (old.article.id, "2024-05-01", 1, new.article.id), (new.article.id, "2024-05-03", 2, None)]  # fmt: skip
        assert {row["article"] for row in snapshot.events()} == {new.article.id}
        store = Store.open(Path(store.root) / "other", create=True)


def test_without_dates_the_version_fetched_later_holds(store: Store) -> None:
    url, day = "https://herald.example/a", "2024-05-01"
    first, second = coded("Norway sued Chile over cod.", url=url, day=day), coded("Norway sued Chile over tea.", url=url, day=day)
    put(store, second, origin=Origin(fetched="2024-05-01T10:00:00Z"))
    put(store, first, origin=Origin(fetched="2024-05-01T09:00:00Z"))
    assert list(store.snapshot().articles()) == [second]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)), size=st.integers(1, 4))
def test_any_order_and_any_batches_give_the_same(tmp_path_factory: pytest.TempPathFactory, order: list[int], size: int) -> None:
    store = Store.open(tmp_path_factory.mktemp("order") / "s", create=True)
    articles = [coded(TEXTS[n], url=f"https://herald.example/{n // 2}", day=f"2024-05-0{n + 1}") for n in order]
    for begin in range(0, 4, size):
        put(store, *articles[begin : begin + size])
    snapshot = store.snapshot()
    assert [one.article.text for one in snapshot.articles()] == [TEXTS[1], TEXTS[3]]
    assert [row["event"] for row in snapshot.events()] == [coded(TEXTS[n], url=f"https://herald.example/{n // 2}").events[0].id for n in (1, 3)]


def test_stories_are_the_last_of_each_and_can_be_replaced(store: Store) -> None:
    def story(ident: str, label: str, gone: bool = False) -> dict[str, object]:
        return {"id": ident, "label": label, "first": "2024-05-01", "last": "2024-05-02", "articles": "a|b", "record": "{}", "gone": gone}

    def labels() -> list[str]:
        return [row["label"] for row in store.snapshot().rows("stories", order="id")]

    store.write(Batch("stories", {"stories": [story("s1", "Cod"), story("s2", "Grain")]}))
    store.write(Batch("stories", {"stories": [story("s1", "Cod and tea"), story("s2", "", gone=True)]}))
    assert labels() == ["Cod and tea"]
    store.write(Batch("stories", {"stories": [story("s3", "Timber")]}, replaces=("stories",)))
    assert labels() == ["Timber"]
    store.write(Batch("stories", {}, replaces=("stories",)))
    assert labels() == []
    assert [row["label"] for row in store.snapshot(1).rows("stories", order="id")] == ["Cod", "Grain"]


def test_a_store_that_is_none_and_one_that_is_too_new(tmp_path: Path, store: Store) -> None:
    with pytest.raises(UsageError, match="no store"):
        Store.open(tmp_path / "nothing")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="no folder"):
        Store.open(tmp_path / "file", create=True)
    run = {"seq": 1, "batch": "x", "kind": "ingest", "finished": "2024-01-01T00:00:00Z", "layout": 999}
    Delta(store.root, TABLES["runs"]).append([run], lock=1)
    with pytest.raises(UsageError, match="layout 999"):
        Store.open(store.root)


def test_check_finds_what_is_wrong(store: Store) -> None:
    put(store, coded(TEXTS[0]))
    rows = article_rows(coded(TEXTS[1]))
    rows["articles"][0]["id"] = "ffff"
    store.write(Batch("ingest", {"articles": rows["articles"]}))
    Delta(store.root, TABLES["statements"]).delete([store.runs()[0]["batch"]])
    found = " ".join(check(store))
    assert "said 1 rows of statements, but has 0" in found
    assert "ffff does not have the id of its content" in found


def test_an_object_store_answers_through_streams(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way taken where DuckDB cannot read the files itself, here with the files of a folder."""
    put(store, coded(TEXTS[0]))
    remote = Store.open(store.root)
    monkeypatch.setattr(remote, "_folder", None)
    put(remote, coded(TEXTS[1]))
    assert len(list(remote.snapshot().articles())) == 2
    assert list(remote.snapshot(1).sql("SELECT count(*) FROM dyads")) == [(1,)]
    assert list(check(remote)) == []


def test_many_small_batches_are_joined(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.store.store.MANY_FILES", 5)
    for number in range(12):
        store.write(batch(coded(f"Norway sued Chile {number} times.")))
    assert len(store.snapshot().files("articles")) <= 6
    assert len(list(store.snapshot().articles())) == 12
    assert list(check(store)) == []


def test_writers_that_join_files_at_once_double_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.store.store.MANY_FILES", 3)
    Store.open(tmp_path / "s", create=True)
    failed: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with Store.open(tmp_path / "s") as store:
                for count in range(12):
                    store.write(batch(coded(f"Norway sued Chile {number} {count} times.")))
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    store = Store.open(tmp_path / "s")
    assert list(check(store)) == []
    assert [row["seq"] for row in store.runs()] == list(range(1, 37))
    assert list(store.snapshot().sql("SELECT count(*), count(DISTINCT id) FROM raw_articles")) == [(36, 36)]


def test_joining_files_is_for_one_at_a_time(store: Store) -> None:
    put(store, coded())
    with store._writer.compacting() as free:
        assert free
        with pytest.raises(DetenteError, match="Another process"):
            Store.open(store.root).compact()
    assert Store.open(store.root).compact()["articles"] == (1, 1)

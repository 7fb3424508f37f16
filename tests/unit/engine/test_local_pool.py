"""Workers that die or take too long cost one article, never the batch."""

from __future__ import annotations

import os
import signal

import pytest

from detente.engine.load import Tally
from detente.engine.local import Pool
from detente.engine.recode import outdated, recode
from detente.engine.worker import Failure, Setup
from detente.errors import UsageError
from detente.records import Article, CodedArticle
from detente.store import Batch, Store, article_rows, content_id

TEXT = "Norway sued Chile over cod on Monday. The court in Oslo meets in May, the minister said."


def article(number: int, text: str = TEXT) -> Article:
    return Article(id=f"a{number}", text=f"{text} This is report {number}.", published="2024-05-01")


def test_order_is_kept_and_a_bad_article_costs_itself(pool: Pool) -> None:
    given = [article(0), Article(id="empty", text=" "), article(2)]
    found = list(pool.code(given))
    assert [one.id for one, _ in found] == ["a0", "empty", "a2"]
    assert [type(result) for _, result in found] == [CodedArticle, Failure, CodedArticle]
    assert found[0][1].events  # type: ignore[union-attr]


def test_a_worker_that_is_killed_is_started_again(pool: Pool) -> None:
    for _ in range(2):
        os.kill(pool._idle[0]._process.pid, signal.SIGKILL)
        ((_, result),) = pool.code([article(1)])
        assert isinstance(result, CodedArticle)


def test_an_article_that_takes_too_long_is_given_up() -> None:
    with Pool(1) as slow:
        slow._idle[0]._patience = 0.001
        ((_, result),) = slow.code([article(1, TEXT * 300)])
        assert isinstance(result, Failure) and result.code == "time"
        slow._idle[0]._patience = 60.0
        ((_, result),) = slow.code([article(2)])
        assert isinstance(result, CodedArticle)


def test_a_wrong_codebook_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no such codebook"), Pool(2, Setup(codebook="nothing")):
        pass


def test_no_worker_outlives_its_pool() -> None:
    with Pool(2) as made:
        pids = [worker._process.pid for worker in made._idle]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_coding_again_takes_what_was_coded_with_something_else(pool: Pool, tmp_path: object) -> None:
    from msgspec.structs import replace

    store = Store.open(f"{tmp_path}/store", create=True)
    batch = Batch("ingest")
    for number in range(3):
        given = article(number)
        given = replace(given, id=content_id(given))
        ((_, result),) = pool.code([given])
        assert isinstance(result, CodedArticle)
        old = replace(result, article=replace(result.article, version="0.0.1" if number else result.article.version), events=())
        batch.add(article_rows(old if number else result))
    for row in batch.rows["articles"][:1]:
        row["codebook"] = pool.ready.codebook
    store.write(batch)
    assert len(outdated(store.snapshot(), pool)) == 2
    recode(store, pool, tally := Tally(), size=1)
    assert (tally.stored, tally.failed) == (2, 0)
    assert outdated(store.snapshot(), pool) == []
    assert all(one.events for one in store.snapshot().articles())
    assert sum(1 for one in store.snapshot(1).articles() if one.events) == 1

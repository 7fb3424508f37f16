"""Nothing acknowledged is lost and nothing doubled, wherever the process is killed, and however many write at once.

The short form runs always; the long one with DETENTE_KILLS=200 DETENTE_KILL_ARTICLES=2000.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from benchmarks.articles import articles

from detente.store import Store
from detente.store.check import check, unfinished

KILLS = int(os.environ.get("DETENTE_KILLS", "8"))
COUNT = int(os.environ.get("DETENTE_KILL_ARTICLES", "60"))
BATCH = 5


def rows(path: Path, found: Sequence[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return path


def start(root: Path, source: Path, store: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "detente", "ingest", str(source), "--store", str(store), "--batch", str(BATCH), *more]
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def acknowledged(lines: Iterator[str]) -> Iterator[dict[str, int]]:
    for line in lines:
        if line.endswith("\n"):
            yield json.loads(line)


def kill_somewhere(process: subprocess.Popen[str], chance: random.Random) -> list[dict[str, int]]:
    """Kill a run: at any moment of its start, or some time after it has acknowledged a batch or two; what it had acknowledged."""
    if chance.random() < 0.3:
        time.sleep(chance.uniform(0.05, 3.0))
        process.send_signal(signal.SIGKILL)
        told = list(acknowledged(iter(process.communicate()[0].splitlines(keepends=True))))
        return told
    assert process.stdout is not None
    told = []
    for line in acknowledged(process.stdout):
        told.append(line)
        if len(told) >= chance.randrange(1, 4):
            break
    time.sleep(chance.choice((0.0, 0.01, 0.03, 0.06, 0.1, 0.2)) * chance.random())
    process.send_signal(signal.SIGKILL)
    told += acknowledged(process.stdout)
    process.communicate()
    return told


def ids(store: Path, view: str, key: str) -> list[str]:
    return [row[0] for row in Store.open(store).snapshot().sql(f"SELECT {key} FROM {view} ORDER BY 1")]


def test_killed_at_any_moment(root: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    source, store = rows(tmp_path / "in.jsonl", list(articles(COUNT))), tmp_path / "store"
    told: dict[int, int] = {}
    for number in range(KILLS):
        for line in kill_somewhere(start(root, source, store), chance):
            assert line["seq"] not in told, "a number was given twice"
            told[line["seq"]] = line["articles"]
        if not (store / "runs").exists():
            continue
        committed = {run["seq"]: run["articles"] for run in Store.open(store).runs()}
        assert told.items() <= committed.items(), f"lost after kill {number}"
        found = ids(store, "articles", "id")
        assert len(found) == len(set(found)) == sum(committed.values())
        if number % 10 == 0:
            assert list(check(Store.open(store))) == []
    last = start(root, source, store)
    output, errors = last.communicate(timeout=600)
    assert last.returncode == 0, errors
    assert list(check(Store.open(store))) == []
    assert unfinished(Store.open(store)) == []
    assert not list((store / "writers").glob("*.lock"))
    whole = tmp_path / "whole"
    assert start(root, source, whole, "--workers", "2").wait(600) == 0
    for view, key in (("articles", "id"), ("events", "event"), ("statements", "statement"), ("mentions", "article || mention")):
        assert ids(store, view, key) == ids(whole, view, key), view
    assert len(ids(store, "articles", "id")) == COUNT


def test_two_writers_and_a_reader(root: Path, tmp_path: Path) -> None:
    found = list(articles(COUNT, seed=3))
    ahead, back = rows(tmp_path / "a.jsonl", found), rows(tmp_path / "b.jsonl", found[::-1])
    store = tmp_path / "store"
    Store.open(store, create=True)
    problems: list[str] = []
    sizes: list[int] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                snapshot = Store.open(store).snapshot()
                told = next(iter(snapshot.sql("SELECT coalesce(sum(articles), 0), coalesce(sum(events), 0) FROM runs")))
                seen = next(iter(snapshot.sql("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events)")))
                if told != seen:
                    problems.append(f"batch torn: {told} said, {seen} there")
                sizes.append(seen[0])
            except Exception as error:  # whatever a reader meets is what this test is about
                problems.append(repr(error))

    reader = threading.Thread(target=read)
    reader.start()
    writers = [start(root, source, store) for source in (ahead, back)]
    results = [writer.communicate(timeout=900) for writer in writers]
    done.set()
    reader.join()
    assert [writer.returncode for writer in writers] == [0, 0], results
    assert problems == []
    assert sizes == sorted(sizes)
    assert list(check(Store.open(store))) == []
    told = [line for output, _ in results for line in acknowledged(iter(output.splitlines(keepends=True)))]
    assert sum(line.get("articles", 0) for line in told) == COUNT == len(ids(store, "articles", "id"))


@pytest.mark.parametrize("workers", [2, 4])
def test_order_and_workers_change_nothing(root: Path, tmp_path: Path, workers: int) -> None:
    found = list(articles(24, seed=5))
    mixed = random.Random(workers).sample(found, len(found))
    one, other = tmp_path / "one", tmp_path / "other"
    assert start(root, rows(tmp_path / "a.jsonl", found), one).wait(300) == 0
    assert start(root, rows(tmp_path / "b.jsonl", mixed), other, "--workers", str(workers)).wait(300) == 0
    for view in ("articles", "events", "statements", "mentions"):
        query = f"SELECT * EXCLUDE (batch{', source' if view == 'articles' else ''}) FROM {view} ORDER BY ALL"
        assert list(Store.open(one).snapshot().sql(query)) == list(Store.open(other).snapshot().sql(query)), view

"""Many articles: rate and memory of ingestion, and how quickly a large store answers.

    python benchmarks/many.py [--articles 3000] [--workers 2] [--large 100000]

The first part ingests generated articles with `detente ingest` and adds up the memory of all its processes (Linux: proportional set
size, so that shared pages count once). The second part writes the rows of a large store directly and times queries for a dyad.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import msgspec

from benchmarks.articles import articles
from detente import Actor, Article, CodedArticle, Event, EventDate, Span
from detente.store import Batch, Store, article_rows, content_id

GOAL = 100_000
CODES = "RUS UKR USA CHN IRN ISR TUR IND PAK POL NOR CHL KEN VNM GRC PER".split()
TYPES = (("CONSULT", 1, 1.0), ("AGREE", 1, 3.0), ("AID", 2, 5.0), ("ACCUSE", 3, -2.0), ("COERCE", 4, -7.0), ("ASSAULT", 4, -9.0))


def memory(process: int) -> int:
    """Bytes of a process and its children."""
    total, waiting = 0, [process]
    while waiting:
        one = waiting.pop()
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
            total += sum(int(line.split()[1]) * 1024 for line in lines.splitlines() if line.startswith("Pss:"))
            waiting += map(int, Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii").split())
        except (OSError, ValueError):
            continue
    return total


def ingest(folder: Path, count: int, workers: int) -> None:
    """Time the ingestion of `count` articles."""
    source = folder / "articles.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for row in articles(count, seed=11):
            out.write(json.dumps(row) + "\n")
    begin = time.monotonic()
    command = [sys.executable, "-m", "detente", "ingest", str(source), "--store", str(folder / "store"), "--workers", str(workers)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peaks: list[tuple[float, int]] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            peaks.append((time.monotonic() - begin, memory(process.pid)))

    threading.Thread(target=watch, daemon=True).start()
    assert process.stdout is not None
    marks = []
    stored = 0
    for line in process.stdout:
        stored += json.loads(line).get("articles", 0)
        marks.append((time.monotonic() - begin, stored))
    process.wait()
    done.set()
    first, last = marks[0], marks[-1]
    rate = (last[1] - first[1]) / (last[0] - first[0])
    print(f"{count} articles, {workers} workers: {last[0]:.0f} s in all, {rate:.1f} articles/s after the first batch")
    for part in range(4):
        window = [size for at, size in peaks if last[0] * part / 4 <= at < last[0] * (part + 1) / 4]
        if window:
            print(f"  memory in quarter {part + 1}: {max(window) / 1e6:.0f} MB at most")
    print(f"  extrapolated to {GOAL} articles: {GOAL / rate / 60:.0f} minutes")
    begin = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    print(f"  the same again (all known): {time.monotonic() - begin:.1f} s")


def coded(number: int, chance: random.Random) -> CodedArticle:
    """An article with two or three events, made up without a model."""
    text = f"Report {number}. The envoys met and said that nothing was decided about cod, grain and timber."
    day = f"{chance.randrange(2015, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    article = Article(id="", text=text, published=day, outlet="Coast Herald", model="none", codebook="plover", version="0")
    ident = content_id(article)
    events = []
    for one in range(chance.randrange(2, 4)):
        a, b = (Actor(text=code, start=0, end=6, name=code, country=code) for code in chance.sample(CODES, 2))
        type_, quad, score = chance.choice(TYPES)
        events.append(
            Event(id=f"{ident}-e{one + 1}", sentence=0, act=type_, status="happened", type=type_, quad=quad, score=score, actors=(a,),  # type: ignore[arg-type]
                  recipients=(b,), date=EventDate(first=day, last=day), evidence=(Span(0, 6, text[:6]),), confidence=0.9)
        )  # fmt: skip
    return CodedArticle(article=msgspec.structs.replace(article, id=ident), events=tuple(events))


def large(folder: Path, count: int) -> None:
    """Time queries on a store of `count` articles."""
    store, chance = Store.open(folder / "large", create=True), random.Random(3)
    begin = time.monotonic()
    for first in range(0, count, 2000):
        batch = Batch("ingest")
        for number in range(first, min(count, first + 2000)):
            batch.add(article_rows(coded(number, chance)))
        store.write(batch)
    print(f"{count} articles written in {time.monotonic() - begin:.0f} s")
    dyad = "SELECT day, type, score, evidence FROM dyads WHERE a = 'RUS' AND b = 'UKR' ORDER BY day"
    week = "SELECT date_trunc('week', day) AS week, count(*), sum(score) FROM dyads WHERE a = 'RUS' AND b = 'UKR' GROUP BY week ORDER BY week"
    for name, query in (("a dyad's events", dyad), ("a dyad by week", week), ("count", "SELECT count(*) FROM events")):
        opened, kept = [], []
        for _ in range(5):
            begin = time.perf_counter()
            snapshot = Store.open(folder / "large").snapshot()
            found = len(list(snapshot.sql(query)))
            middle = time.perf_counter()
            list(snapshot.sql(query))
            opened.append(middle - begin)
            kept.append(time.perf_counter() - middle)
        first, later = (statistics.median(times) * 1000 for times in (opened, kept))
        print(f"  {name}: {found} rows, {first:.0f} ms with opening, {later:.0f} ms on an open snapshot")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--large", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.articles:
            ingest(Path(folder), asked.articles, asked.workers)
        if asked.large:
            large(Path(folder), asked.large)


if __name__ == "__main__":
    main()

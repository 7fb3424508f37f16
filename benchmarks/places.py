"""Places: first lookup, memory, names looked up and articles read a second.

    python benchmarks/places.py --data DIR [--repeat N]

DIR holds *.jsonl.gz files with rows `text`, as the sets geo_lgl and geo_geovirus. Everything runs on one core in one process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from detente import knowledge
from detente.text import sentences


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def memory() -> float:
    """The largest resident size so far in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    texts = []
    for path in sorted(options.data.glob("**/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    knowledge.state_names()
    before = memory()
    from detente.where import find_known, gazetteer, resolve_places

    print(f"first lookup {seconds(lambda: gazetteer.candidates('Goma')):.2f} s, {memory() - before:.0f} MiB")
    divided = [(text, sentences(text)) for text in texts]
    found = [find_known(*one) for one in divided]
    works = {
        "find_known": lambda: [find_known(*one) for one in divided],
        "resolve_places of what is found": lambda: [resolve_places(text, spans) for (text, _), spans in zip(divided, found)],
    }
    for name, work in works.items():
        speed = statistics.median(len(texts) / seconds(work) for _ in range(options.repeat))
        print(f"{name}: {speed:.0f} articles/s ({sum(map(len, texts)) / len(texts):.0f} code points each)")
    print(f"largest resident size {memory():.0f} MiB")


if __name__ == "__main__":
    main()

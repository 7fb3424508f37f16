"""Time expressions against a set with gold TIMEX3: value F, strict F, relaxed F, articles a second of one core.

    python benchmarks/times.py --data DIR [--errors N]

DIR holds *.jsonl.gz files with rows `text`, `dct` and `timexes` (`start`, `end`, `type`, `value`). A value counts if
the spans overlap (relaxed match) and the values are equal, as in TempEval-3.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import time
from pathlib import Path

from detente.text import sentences
from detente.when import find_times


def f1(right: int, found: int, gold: int) -> float:
    """F1 in percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def main() -> None:
    """Score every file and print one line each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0, help="show so many of the most frequent errors")
    options = parser.parse_args()
    for path in sorted(options.data.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            score(path, [json.loads(line) for line in lines], options.errors)


def score(path: Path, rows: list[dict], errors: int) -> None:
    """Print the figures of one set."""
    count: collections.Counter[str] = collections.Counter()
    wrong: collections.Counter[tuple[str, ...]] = collections.Counter()
    begin = time.process_time()  # of one core, whatever else the machine does
    results = [find_times(row["text"], sentences(row["text"]), row["dct"][:10]) for row in rows]
    seconds = time.process_time() - begin
    for row, result in zip(rows, results, strict=True):
        count["gold"] += len(row["timexes"])
        count["found"] += len(result)
        used: set[int] = set()
        for gold in row["timexes"]:
            hit = next(
                (t for t in result if t.start < gold["end"] and gold["start"] < t.end and t.start not in used), None
            )
            if hit is None:
                wrong["missed", gold["text"].lower()] += 1
                continue
            used.add(hit.start)
            count["relaxed"] += 1
            count["strict"] += (hit.start, hit.end) == (gold["start"], gold["end"])
            count["value"] += hit.value == gold["value"]
            count["type"] += hit.type == gold["type"]
            if (hit.start, hit.end) != (gold["start"], gold["end"]):
                wrong["extent", gold["text"].lower(), hit.text.lower()] += 1
            if hit.value != gold["value"]:
                wrong["value", gold["text"].lower(), gold["value"], str(hit.value), "dct " + row["dct"][:10]] += 1
        for extra in result:
            if extra.start not in used:
                wrong["extra", extra.text.lower()] += 1
    figures = {name: f1(count[name], count["found"], count["gold"]) for name in ("value", "strict", "relaxed", "type")}
    shown = "  ".join(f"{name} F {figure:.1f}" for name, figure in figures.items())
    print(f"{path.name}: {shown}  gold {count['gold']} found {count['found']}  {len(rows) / seconds:.0f} articles/s")
    for error, number in wrong.most_common(errors):
        print(f"  {number:4d} {' | '.join(error)}")


if __name__ == "__main__":
    main()

"""Time expressions against TIMEX3: gzip-ed JSON Lines with `text`, `dct` and `timexes` (`start`, `end`, `type`, `value`).

As in TempEval-3: spans match if they overlap (relaxed) or are equal (strict); a value counts on a relaxed match.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from detente.coder import Coder
from detente.evaluate.tally import Report, Tally
from detente.records import Time
from detente.text import sentences
from detente.when import find_times

PATHS = ("**/time_tbaq/*.jsonl.gz",)


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Find the times of every article and compare; the coder is not needed."""
    tally, articles = Tally(), 0
    for path in paths:
        with gzip.open(path) as lines:
            for row in map(msgspec.json.decode, lines):
                found = find_times(row["text"], sentences(row["text"]), row["dct"][:10])
                _compare(tally, row["timexes"], found)
                tally.end_article()
                articles += 1
    return Report(articles, tally.figures(), {}, {}, {})


def _compare(tally: Tally, gold: Sequence[dict[str, Any]], found: Sequence[Time]) -> None:
    free, pairs = list(found), []
    for one in gold:
        hit = next((time for time in free if time.start < one["end"] and one["start"] < time.end), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((one, hit))
    sizes = len(gold), len(found)
    tally.found("time value", sum(one["value"] == hit.value for one, hit in pairs), *sizes)
    tally.found("time, relaxed", len(pairs), *sizes)
    tally.found("time, strict", sum((one["start"], one["end"]) == (hit.start, hit.end) for one, hit in pairs), *sizes)
    tally.found("time type", sum(one["type"] == hit.type for one, hit in pairs), *sizes)

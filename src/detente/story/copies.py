"""Copies of one text: syndicated wire stories, with another headline, cut short or with a paragraph more.

A text is the set of its runs of `RUN` words; a fixed share of the runs, chosen by their hash, stands for all (Broder 1997, "On the resemblance
and containment of documents"). Two texts are copies if the shorter one's runs are in the other for the most part.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable

RUN, KEEP = 5, 2
CONTAINED = 0.5
#: Fewer shared runs than this may be one quotation.
LEAST = 8
_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[int]:
    """The hashes that stand for a text."""
    words = [word.lower() for word in _WORD.findall(text)]
    found = (zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "surrogatepass")) for i in range(len(words) - RUN + 1))
    return frozenset(value for value in found if value % KEEP == 0)


def copies(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each text, by id, the id of the first text that it is a copy of; its own if it is none.

    Args:
        texts: id and text, in the order of publication.
    """
    first: dict[str, str] = {}
    sets: dict[str, frozenset[int]] = {}
    index: dict[int, list[str]] = defaultdict(list)
    for ident, text in texts:
        mine = runs(text)
        shared = Counter(other for value in mine for other in index[value])
        best = max(shared, key=lambda other: (shared[other], other), default=None)
        copied = best is not None and shared[best] >= max(LEAST, CONTAINED * min(len(mine), len(sets[best])))
        first[ident] = first[best] if copied and best is not None else ident
        sets[ident] = mine
        for value in mine:
            index[value].append(ident)
    return first

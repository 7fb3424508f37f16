"""Words of one state's institutions and everyday life, by which a reader knows where a local paper is at home."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from detente.where.gazetteer import Candidate, countries, table

_WORD = re.compile(r"[^\W\d_][\w-]*")


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """Words and pairs of words, as written, with the ISO alpha-3 code of their state."""
    return {word: code for code, words, _ in table("voices.tsv") for word in words.split("|")}


def voices(text: str) -> list[tuple[Candidate, int]]:
    """Return each state of whose institutions a text speaks, and by how many different words."""
    words, states = _WORD.findall(text), _states()
    said = {*words, *map(" ".join, pairwise(words))} & states.keys()
    counts = Counter(states[word] for word in said)
    return [(countries()[code], count) for code, count in sorted(counts.items()) if code in countries()]

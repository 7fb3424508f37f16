"""The state in whose money a text counts: an article that says "200 naira" is mostly told in Nigeria."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def counted(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and state (ISO 3166-1 alpha-3) of each word for a unit of money that one state alone issues.

    The words are those of the currencies in ISO 4217 (`data/currencies.tsv`, recalled), in small letters as English writes them, without those that
    several states issue under one name (dollar, pound, peso, franc, rouble, won, ...) and without common words (real, sol, som).
    """
    pattern, states = _table()
    for found in pattern.finditer(text):
        yield found.start(), found.end(), states[found[0]]


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = (files("detente.actor") / "data" / "currencies.tsv").read_text(encoding="utf-8").splitlines()[1:]
    states = {word: country for country, words in (line.split("\t") for line in lines) for word in words.split()}
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, sorted(states, key=len, reverse=True)))})(?![\w-])"), states

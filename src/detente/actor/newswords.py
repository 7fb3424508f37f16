"""The words of political news in small letters, and how many articles have them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

FILE = "news_words.tsv"


@lru_cache(maxsize=1)
def news_words() -> dict[str, float]:
    """The words of political news with the share of articles of corpus/train that have them."""
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    return {word: float(share) for word, share in (line.split("\t") for line in lines)}

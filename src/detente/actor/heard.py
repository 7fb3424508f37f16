"""Words that political news writes in lower case: `data/news_words.tsv`, counted on corpus/train by `training/newswords.py`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from detente.actor.vocabulary import EVERYDAY, PLACE_TALK

FILE = "news_words.tsv"


@lru_cache(maxsize=1)
def news_words() -> dict[str, float]:
    """The words of political news with the share of articles that have them."""
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()[1:]
    return {word: float(share) for word, share in (line.split("\t") for line in lines)}


def common(word: str) -> bool:
    """Whether a capitalised word is one of news or everyday life in lower case: its capital may be that of a sentence or title ("Metro")."""
    plain = word.casefold()
    return plain in news_words() or plain in EVERYDAY or plain in PLACE_TALK

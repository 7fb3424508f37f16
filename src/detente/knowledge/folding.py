"""The key under which names are looked up in every table."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SIGNS = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"}
PLAIN = str.maketrans(SIGNS)
_MARKS = frozenset(".'-")
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss"})


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Return the key under which a phrase is looked up: no case, accents, dots, apostrophes; hyphens are spaces."""
    if text.isascii():
        text = text.lower()
        if text.isalpha():  # most words
            return text
        if not _MARKS.intersection(text):  # most phrases
            return " ".join(text.split())
    else:
        text = unicodedata.normalize("NFKD", text.translate(PLAIN).translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.casefold().replace(".", "").replace("'", "").replace("-", " ").split())

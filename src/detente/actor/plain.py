"""Words that news writes in lower case: `data/plain_words.txt`, counted on corpus/train by `training/plainwords.py`."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

FILE = "plain_words.txt"
_SHORT = frozenset("an as at be by do go he if in is it me my no of on or so to up we".split())  # which the table leaves out
_ENDING = re.compile(r"(?:e[sd]?|s|ing)$")
_STEM = 3  # letters
# How words end that no name ends like.
_FORMED = re.compile(
    r"[A-Z]?[a-z]{2,}"
    r"(?:ly|[ai]t(?:ed|es)|i[sz](?:ed|es)|[st]ions?|ness|ments?|it(?:y|ies)|isms?|ous|ive|[ai]ble|ful|less|[ae]nces?|ships?|cracy)"
)


def plain(word: str) -> bool:
    """Whether a word is one that news writes in lower case, in another tense or number too.

    >>> plain("Imposes"), plain("Kenya")
    (True, False)
    """
    low, known = word.lower(), _words()
    if len(low) < _STEM:
        return low in _SHORT
    stem = _ENDING.sub("", low)
    if _FORMED.fullmatch(word):
        return True
    return low in known or (len(stem) >= _STEM and any(stem + ending in known for ending in ("", "e", "s", "es", "ed", "ing")))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset((files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").split())

"""A plain copy of a text, code point for code point, so that offsets hold in both."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.text.lines import blocks

_SPACES = "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_INVISIBLE = "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_DIRECTION = "\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NARROW = frozenset("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")
_THEN = re.compile(r"\b([Tt]hen)-(?=[^\W\d_])")  # "then-President Lind": what holds an office for a time reads as words do
_TABLE = {
    **dict.fromkeys(_SPACES + _INVISIBLE + _DIRECTION, " "),
    **dict.fromkeys("“”„‟«»＂″", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´ʼ＇", "'"),
    **dict.fromkeys("‐‑‒\u00ad−", "-"),
}


def spaced(text: str) -> str:
    """The text with plain spaces for those that do not break or are narrow, code point for code point: "Sen.\\u00a0Lind"."""
    for space in _NARROW & set(text):
        text = text.replace(space, " ")
    return text


@lru_cache(maxsize=2)  # several stages of an article ask
def plain(text: str) -> str:
    """The text with plain spaces, quotes and hyphens, "then-" as a word, and with wrapped lines joined by a space.

    Returns as many code points as `text` has: a span of one slices the same words of the other. Line feeds that are
    left separate paragraphs, headings or list items. En and em dashes stay, because they separate.
    """
    flat = _THEN.sub("\\1 ", text) if "hen-" in text else text
    for char in _TABLE.keys() & set(text):  # a text has few of them, and `str.translate` looks up each of its characters
        flat = flat.replace(char, _TABLE[char])
    pieces: list[str] = []
    done = 0
    for start, end in blocks(text):
        pieces.append(flat[done:start])
        pieces.append(flat[start:end].replace("\n", " "))
        done = end
    pieces.append(flat[done:])
    return "".join(pieces)

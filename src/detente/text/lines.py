"""Which line ends separate paragraphs and which only wrap a line.

A wire text may be wrapped at a column, or carry one paragraph a line, or both with blank lines between. The rule is
the typesetter's: a wrapped line is about as wide as its neighbours; a line that is much shorter was ended on purpose.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

WIDEST_WRAP = 120  # longer lines are paragraphs of their own: nobody wraps news there
SHORT_SHARE = 0.6  # a line shorter than this share of its paragraph's widest line was ended on purpose

_MARKS = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
_BULLET = re.compile(r"\s*(?:[-*•▪●◦‣–—]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_DATELINE = re.compile(r"\s*[A-Z][A-Z.’' -]{2,40}(?:,[^\n]{0,40}|\s*\([^)\n]{2,30}\)\s*)[-–—]")
_FIRST_WORD = re.compile(r"\s*(\S+)")


@lru_cache(maxsize=2)  # several stages of an article ask
def blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the paragraphs, headings and list items, in order, without the white space around them."""
    found: list[tuple[int, int]] = []
    for lines in _paragraphs(text):
        width = max(end - start for start, end in lines)
        begin = lines[0][0]
        for (start, end), (next_start, next_end) in pairwise(lines):
            if not _wraps(text[start:end], text[next_start:next_end], width, first=not found and start == begin):
                found.append((begin, end))
                begin = next_start
        found.append((begin, lines[-1][1]))
    trimmed = (trim(text, start, end) for start, end in found)
    return tuple([(start, end) for start, end in trimmed if start < end])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and invisible marks at its ends."""
    if start < end and text[start].isalnum() and text[end - 1].isalnum():
        return start, end  # as mostly
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return start, end


def _paragraphs(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines that are not blank."""
    groups: list[list[tuple[int, int]]] = [[]]
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        first, last = trim(text, start, end)
        if first < last:
            groups[-1].append((start, end))
        elif groups[-1]:
            groups.append([])
        start = end + 1
    return [group for group in groups if group]


def _wraps(line: str, following: str, width: int, *, first: bool) -> bool:
    """Whether the line end between the two lines only wraps a sentence that goes on."""
    head = _FIRST_WORD.match(following)
    word = head.group(1) if head else ""
    if _BULLET.match(following) or (first and _DATELINE.match(following)):
        return False
    if word[:1].islower():
        return True
    if len(line) > WIDEST_WRAP or len(following) > 2 * WIDEST_WRAP:
        return False
    return len(line.strip()) >= SHORT_SHARE * width

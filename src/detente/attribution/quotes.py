"""Quotation marks: what stands between them, paragraph by paragraph, also where a quote is never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "``": "''", "''": "''", "'": "'"}
_MARK = re.compile("|".join(map(re.escape, _OPENING)))
# A straight single mark is looked for within so many characters, so that a text of nothing but marks costs little.
FARTHEST = 2000
# A title: every word of weight is written large.
TITLE = re.compile(
    r"(?:(?:[A-Z0-9][\w.’'&-]*|&|an?|the|of|in|on|and|or|for|to|with|from|at|by|vs\.?)[,:;!?]*\s+)+[A-Z0-9][\w.’'-]*[.,!?]?"
)
_ELIDED = re.compile(r"'(?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")

_TURN = re.compile(r"((?:[A-Z][A-Z.’'-]{2,20}(?: [A-Z.’'-]{2,20}){0,2}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2})):\s+(?=\S)")


@dataclass(frozen=True)
class Quotation:
    """Quoted words: `start` to `end` without the marks, `opened` to `shut` with them; `paragraph` counts from 0.

    `teller` is who speaks where the quotation is a turn of a transcript and begins with a name: "“OBURA: We will see.”".
    """

    start: int
    end: int
    opened: int
    shut: int
    closed: bool
    paragraph: int
    teller: tuple[int, int] | None = None


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Paragraph extents: lines up to an empty one."""
    return [(match.start(), match.end()) for match in _PARAGRAPH.finditer(text)]


def quotations(text: str) -> list[Quotation]:
    """All quotations in text order. One that its paragraph does not close runs to the paragraph's end."""
    return [q for number, (start, end) in enumerate(paragraphs(text)) for q in _scan(text, start, end, number)]


def inner(text: str, quote: Quotation) -> list[Quotation]:
    """The quotations within one, between marks of another kind than its own."""
    mark = text[quote.opened : quote.start].strip()
    return [q for q in _scan(text, quote.start, quote.end, quote.paragraph) if not text.startswith(mark, q.opened)]


def _scan(text: str, start: int, end: int, number: int) -> Iterator[Quotation]:
    position = start
    while found := _MARK.search(text, position, end):
        position, mark = found.start(), found.group()
        if not _opens(text, position, mark, start, end):
            position += 1
            continue
        close = _closing(text, position + len(mark), end, mark)
        stop = close if close is not None else end
        begin, finish = _trim(text, position + len(mark), stop)
        if finish > begin:
            shut = stop + len(_OPENING[mark]) if close is not None else end
            turn = _TURN.match(text, begin, finish) if position == start else None
            teller = turn.span(1) if turn else None
            yield Quotation(turn.end() if turn else begin, finish, position, shut, close is not None, number, teller)
        position = stop + 1


def _opens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    before = text[position - 1] if position > start else " "
    if mark == "'":
        starts = (before.isspace() or before in "([—–“\"") and text[position + 1 : position + 2].isalnum()
        return starts and not _ELIDED.match(text, position) and _closing_straight(text, position + 1, end) is not None
    if mark == "''":  # some newspapers open with two apostrophes too
        return (before.isspace() or before in "([—–-") and not text[position + 2 : position + 3].isspace()
    if mark == "‘":
        return before.isspace() or before in "([—–-“"
    return mark != '"' or not before.isalnum()


def _closing(text: str, position: int, end: int, mark: str) -> int | None:
    """Where the mark is closed; an apostrophe inside a word does not close a single quotation mark."""
    if mark == "'":
        return _closing_straight(text, position, end)
    closing = _OPENING[mark]
    found = text.find(closing, position, end)
    if mark == '"' and (curled := text.find("”", position, end if found < 0 else found)) >= 0 and "“" not in text[position:curled]:
        return curled  # opened straight, closed curled
    if mark == "“" and (straight := text.find('"', position, end if found < 0 else found)) >= 0 and not text[straight - 1].isspace():
        return straight  # opened curled, closed straight
    while found >= 0 and mark == "‘" and text[found + 1 : found + 2].isalnum():
        found = text.find(closing, found + 1, end)
    return found if found >= 0 else None


def _closing_straight(text: str, position: int, end: int) -> int | None:
    """Where a straight single mark is closed: it ends a word, and after an s followed by a space it may be a genitive."""
    genitive: int | None = None
    for found in re.finditer(r"(?<=\S)'(?!\w)|(?<![\w,.!?…])'(?=\w)", text[position : min(end, position + FARTHEST)]):
        here = position + found.start()
        if text[here + 1 : here + 2].isalnum():
            break  # another quotation begins, so this one was none
        if text[here - 1] not in "sS" or not text[here + 1 : here + 2].isspace():
            return here
        genitive = genitive or here
    return genitive


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

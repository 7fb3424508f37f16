"""Sentences of a news text as spans, by rules, in linear time.

A title, a heading, a list item and a paragraph are apart from each other; inside one, a sentence ends after a full
stop, question or exclamation mark and the quotes and brackets that close with it, unless the stop belongs to an
abbreviation, an initial or a number, or the next word goes on in lower case. What goes on without an end, as captions and scanned tables
do, is cut after `LONGEST` code points.
"""

from __future__ import annotations

import re

from detente.text.abbreviations import NUMBERED, OTHERS, STARTERS, TITLES
from detente.text.lines import blocks, trim

_CLOSERS = "\"'”’»›)]}"
_STOP = re.compile(r"[.!?…‽。！？｡؟۔।]+[\"'”’»›)\]}]*(?:\[\d{1,3}\])*")
_WORD_BEFORE = re.compile(r"[^\W_](?:[\w.’'-]*[^\W_])?$")
_NEXT = re.compile(r"\s*([\"'“‘«‹„(\[{—–-]*\s?)(\S?)")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})$")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|told|added|wrote|shouted|replied|warned|tweeted|chanted|insisted)\b"
)
_WIDE_STOPS = "。！？｡"
_SPACE = re.compile(r"\s+")
LONGEST = 2000  # code points; the text model reads less of a sentence, and nobody writes one so long
_LOOK_BACK = 32  # code points; no abbreviation is longer


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences in order, code points into `text`, without white space at their ends."""
    spans: list[tuple[int, int]] = []
    for start, end in blocks(text):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if stop.end() < end and _ends_sentence(text, begin, stop, end):
                _append(spans, text, begin, stop.end())
                begin = stop.end()
        _append(spans, text, begin, end)
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while end - start > LONGEST and (gap := _SPACE.search(text, start + LONGEST, end)):
        _append(spans, text, start, gap.start())
        start = gap.end()
    start, end = trim(text, start, end)
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop closes the sentence that began at `begin`; there is text after it in the block."""
    mark = stop.group()
    if not text[stop.end()].isspace():
        return mark[-1] in _WIDE_STOPS
    following = _NEXT.match(text, stop.end(), end)
    if following is None or not following.group(2):
        return False
    opener, first = following.group(1), following.group(2)
    if first.islower() and not opener.strip(" —–-"):
        return False
    word = _NEXT_WORD.match(text, following.start(2), min(end, following.start(2) + _LOOK_BACK))
    next_word = word.group() if word else first
    if mark[0] == "." and mark.rstrip(_CLOSERS) == ".":
        closed = len(mark) > 1 and mark[1] in '"”»'
        return closed or _full_stop(text, begin, stop.start(), next_word, opener)
    if mark[-1] in _CLOSERS and mark[0] in "?!" and not opener:
        return _SPEAKER.match(text, following.start(2), min(end, following.start(2) + 120)) is None
    return True


def _full_stop(text: str, begin: int, at: int, following: str, opener: str) -> bool:
    """Whether the single full stop at `at` is more than part of an abbreviation, an initial or a list number."""
    before = _WORD_BEFORE.search(text, max(begin, at - _LOOK_BACK), at)
    if before is None:
        return True
    word = before.group()
    if before.start() <= begin + 1 and _ITEM.match(word):
        return False
    key = word.lower()
    starts = following.lower() in STARTERS or bool(opener.strip("([{—–- "))
    if key in NUMBERED and following[0].isdigit():
        return False
    if len(word) == 1 and word.isupper():
        return word != "I" and starts and following.lower() != "i" and _after_lower(text, before.start())
    if key in TITLES and word[0].isupper() or key in {"vs", "cf", "eg", "ie", "al"}:
        return False
    if key in OTHERS and (word[0].isupper() or key in {"etc", "approx", "est"}):
        return starts
    if "." in word and all(len(part) <= 2 for part in word.split(".")):
        return starts
    return True


def _after_lower(text: str, at: int) -> bool:
    """Whether a lower-case word stands before the single letter at `at` ("vitamin C."), so that it is no initial."""
    return at >= 2 and text[at - 1].isspace() and text[at - 2].islower()

"""Lays out the timeline: a vertical line of days, newest last, with a shape per status and the words beside it.

SVG text does not wrap, so lines are wrapped here, once for wide pages and once for phones; the page shows what fits.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from detente.brief import dates
from detente.brief.model import Row

MOST_A_DAY = 6
_MOST_LINES = 6
_LINE, _ROW_GAP, _DAY_GAP, _TOP = 19, 9, 12, 14


class Entry(NamedTuple):
    """A marker with its words, at height `y`; `words` are lines of text `_LINE` apart."""

    ref: str
    y: int
    shape: str
    status_words: str
    words: tuple[str, ...]
    faded: bool


class Day(NamedTuple):
    """A date on the line; `gap` tells of a longer stretch without events before it."""

    y: int
    label: tuple[str, ...]
    gap: str
    gap_y: int
    published: bool
    entries: tuple[Entry, ...]
    more: str
    more_y: int


class Timeline(NamedTuple):
    """A laid-out timeline for one width, in CSS pixels."""

    name: str
    width: int
    height: int
    axis: int
    line: int
    days: tuple[Day, ...]
    undated: int


def layout(rows: Sequence[Row], published: str | None, name: str, width: int) -> Timeline | None:
    """The timeline of the `rows` with a day of their own or of their telling; None if there is none."""
    dated = sorted((row for row in rows if dates.day(_when(row)[0])), key=_when)
    if not dated:
        return None
    narrow = width < 500
    axis = 16 if narrow else 170
    room = width - axis - 26
    groups = [(key, list(group)) for key, group in groupby(dated, key=_when)]
    if dates.day(published) and all(key[0] != published for key, _ in groups):
        groups = sorted([*groups, ((published or "", published or ""), [])], key=lambda group: group[0])
    days: list[Day] = []
    y, before = _TOP, ""
    for (first, last), group in groups:
        gap, space = _gap(before, first)
        gap_y = y + space // 2
        y += space
        day, y = _day(first, last, group, y, narrow, room, published == first)
        days.append(day._replace(gap=gap, gap_y=gap_y))
        before = last or first
    return Timeline(name, width, y + 4, axis, _LINE, tuple(days), len(rows) - len(dated))


def _day(first: str, last: str, group: list[Row], y: int, narrow: bool, room: int, published: bool) -> tuple[Day, int]:
    top = y
    if narrow:
        y += _LINE + 3
    entries: list[Entry] = []
    for row in group[:MOST_A_DAY]:
        words = wrap(_words(row), room)[:_MOST_LINES]
        entries.append(Entry(row.ref, y, row.shape, row.status_words, tuple(words), bool(row.later)))
        y += _LINE * len(words) + _ROW_GAP
    extra, more_y = len(group) - MOST_A_DAY, y
    if extra > 0:
        y += _LINE + _ROW_GAP
    # A range that does not fit beside the line is told in two lines.
    told = dates.span(first, last, brief=True)
    label = tuple(told.replace(" to ", " to\n").split("\n")) if len(told) > 18 and not narrow else (told,)
    more = f"and {extra} more on this date, in the table below" if extra > 0 else ""
    y = max(y, top + _LINE * (len(label) + published)) if not narrow else y
    return Day(top, label, "", 0, published, tuple(entries), more, more_y), y + _DAY_GAP


def _words(row: Row) -> str:
    # The sentence words its own status (is to, threatened to, denied); only a dispute is not in it.
    told = f"{row.status_words}: {row.short}" if row.shape == "disputed" else row.short
    return told + (f" ({row.later})" if row.later else "")


def _when(row: Row) -> tuple[str, str]:
    """The days of the act; for what was only said, asked or denied without a day, when that was told."""
    if row.first and row.date_basis != "article":
        return row.first, row.last or row.first
    told = row.said if row.status != "planned" else None
    return told or "", told or ""


def _gap(before: str, after: str) -> tuple[str, int]:
    """Words for a stretch of more than four weeks without events, and the space that stands for it (grows slowly)."""
    start, end = dates.day(before), dates.day(after)
    if start is None or end is None or (end - start).days < 1:
        return "", 0
    length = (end - start).days
    space = int(6 * math.log2(1 + length))
    if length < 28:
        return "", space
    words = f"{round(length / 7)} weeks" if length < 100 else f"{round(length / 30.4)} months"
    if length > 700:
        words = f"{round(length / 365.25)} years"
    return words, max(space, 34)


def wrap(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` CSS pixels, measured as a wide sans serif of 14 pixels; long words are cut."""
    lines, line, used = [], "", 0.0
    for word in text.split(" "):
        size = sum(map(_width, word))
        if line and used + 4.5 + size > room:
            lines.append(line)
            line, used = "", 0.0
        while size > room:
            part = _fitting(word, room)
            lines.append(part)
            word = word[len(part) :]
            size = sum(map(_width, word))
        line, used = (f"{line} {word}", used + 4.5 + size) if line else (word, size)
    return [*lines, line]


def _fitting(word: str, room: int) -> str:
    used = 0.0
    for number, letter in enumerate(word):
        used += _width(letter)
        if used > room:
            return word[: max(number, 1)]
    return word


def _width(letter: str) -> float:
    if letter in "iljtfrI.,;:'’‘|()[]-":
        return 5.5
    if letter in "mwMW%@—…" or unicodedata.east_asian_width(letter) in "WF":
        return 14.0
    return 10.3 if letter.isupper() else 8.8

"""The article cut into paragraphs and pieces so that marks nest properly, however their spans overlap.

Where two spans cross, the one opened later is closed and opened again: its first piece carries the id, all
pieces the class, so that a page can highlight the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S.*)*")


class Mark(NamedTuple):
    """Words to mark: code points `start` to `end`, an id for the page, a kind, and the line that it links back to."""

    start: int
    end: int
    id: str
    kind: str
    back: str = ""
    label: str = ""


class Open(NamedTuple):
    """A mark begins; `first` unless it continues a piece before."""

    mark: Mark
    first: bool


class Close(NamedTuple):
    """A mark ends; `last` unless it goes on in a later piece."""

    mark: Mark
    last: bool


Token = Open | Close | str


def paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[list[Token]]:
    """The paragraphs of `text`, each as a balanced list of openings, closings and words."""
    ordered = sorted({mark for mark in marks if 0 <= mark.start < mark.end <= len(text)}, key=_outer_first)
    started: set[str] = set()
    for start, end in _blocks(text):
        inside = [mark for mark in ordered if mark.start < end and mark.end > start]
        yield list(_nest(text, start, end, inside, started))


def split_ids(pieces: Sequence[Sequence[Token]]) -> set[str]:
    """Ids of marks that were cut into several pieces."""
    return {token.mark.id for piece in pieces for token in piece if isinstance(token, Open) and not token.first}


def _outer_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.id


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: runs of lines between blank lines."""
    for found in _PARAGRAPH.finditer(text):
        yield found.span()


def _nest(text: str, start: int, end: int, marks: Sequence[Mark], started: set[str]) -> Iterator[Token]:
    edges = {start, end}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end)
    opened: list[Mark] = []
    points = sorted(edges)
    for left, right in zip(points, points[1:], strict=False):
        # Close what ends here, together with what was opened inside of it and goes on (reopened below).
        depth = next((level for level, mark in enumerate(opened) if mark.end <= left), len(opened))
        for mark in reversed(opened[depth:]):
            yield Close(mark, mark.end <= left)
        kept = opened[:depth]
        wanted = [mark for mark in marks if mark.start <= left < mark.end and mark not in kept]
        for mark in sorted(wanted, key=lambda mark: (-mark.end, mark.start, mark.id)):
            yield Open(mark, mark.id not in started)
            started.add(mark.id)
            kept.append(mark)
        opened = kept
        yield text[left:right]
    for mark in reversed(opened):
        yield Close(mark, mark.end <= end)


def fields(token: Token) -> dict[str, object]:
    """A token as the page templates read it."""
    if isinstance(token, Open):
        return {"kind": "open", "mark": token.mark, "id": token.mark.id if token.first else ""}
    if isinstance(token, Close):
        return {"kind": "close", "mark": token.mark, "last": token.last}
    return {"kind": "words", "text": token}

"""Texts that tell of the past, and the year of a date that has none.

News counts from the day of publication; history counts from one date to the next: after "1 September 1939" comes
"17 September" of the same year, and after "November 1942" comes a January of 1943.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.when.found import Found
from detente.when.scene import Anchor
from detente.when.tokens import Token

_RECENT = 2  # years before publication that news names in passing
_ENOUGH = 5  # years named before a text counts as history
_BACK = 4  # months that a narrative steps back within a year; more than that is a step on into the next


_BEFORE_YEAR = frozenset({"i", "M", "m", ",", "e", "P", "(", "o"})
_NEAR = re.compile(r"R|W(?![,(])|[LXS][UQ]")


def narrates(row: str, tokens: Sequence[Token], published: date | None) -> bool:
    """Whether a text tells of the past: it names years long gone, and hardly any day by its distance from today."""
    named = [i for i, letter in enumerate(row) if letter == "Y" and row[i - 1 : i] in _BEFORE_YEAR]
    past = sum(_gone(tokens[i], published) for i in named)
    near = len(_NEAR.findall(row))
    return past >= _ENOUGH and past > 2 * near


def _gone(token: Token, published: date | None) -> bool:
    year = int(token.value)
    return published is None or year < published.year - _RECENT


def anchor_of(found: Found) -> Anchor | None:
    """The date whose year a partial date takes over: in history the last one named, in news one in the same sentence."""
    anchor = found.scene.anchor
    if anchor is None or found.scene.narrates:
        return anchor
    start = found.scene.sentence(found.tokens[0].start)[0]
    full = anchor.value[:4].isdigit() and len(anchor.value) >= len("2021-12")
    published = found.published
    old = published is not None and anchor.day.year < published.year - 1
    return anchor if anchor.end > start and full and old and found.tense() != "future" else None


def year_after(found: Found, month: int) -> int | None:
    """Year of the named month that follows the anchor, or lies a little before it; None where nothing anchors it."""
    anchor = anchor_of(found)
    if anchor is None:
        return None
    if len(anchor.value) <= 4:
        return anchor.day.year  # "in 1942": all that follows happens within it
    return anchor.day.year + (anchor.day.month - month > _BACK)

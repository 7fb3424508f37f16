"""Finding and reading the time expressions of an article, from its start to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from detente.records import Time, Update
from detente.text import plain
from detente.when.calendar import parse_day
from detente.when.edges import narrowed
from detente.when.found import Found
from detente.when.grammar import LONGEST, OPENERS, Read, rules
from detente.when.narrative import narrates
from detente.when.scene import Reading, Scene
from detente.when.tokens import Token, tokenise

_EARNINGS = re.compile(r"\b(?:earnings|profits?|revenue|fiscal|net income)\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"\b(?:(?:week|month|year|days)\s+ahead|look\s?ahead|coming\s+(?:week|days|month|events)|diary|calendar|agenda|upcoming)\b", re.IGNORECASE
)
_CALENDAR_WORDS = ("ahead", "coming", "diary", "calendar", "agenda")  # each match of `_CALENDAR` has one
_EARNINGS_WORDS = ("earning", "profit", "revenue", "fiscal", "income")
_OPENER = re.compile(f"[{re.escape(''.join(sorted(OPENERS)))}]")
_VERBS = frozenset({"start", "end", "beginning", "close", "rest", "middle"})
_SEEN = re.compile(r"[^_|]*[_|]?")  # no expression runs over a plain word or a line end; a rule may look at the one after it


def find_times(
    text: str, sentences: Sequence[tuple[int, int]], published: str | None = None, updates: Sequence[Update] = ()
) -> tuple[Time, ...]:
    """Time expressions in text order, without overlaps.

    Args:
        text: the article's text; spans are code points into it.
        sentences: spans of its sentences (`detente.text.sentences`); verbs are looked for inside them.
        published: ISO day that relative expressions count from; None leaves them without a value.
        updates: sections added later; inside them the section's date takes the place of `published`.
    """
    flat = plain(text)
    row, tokens = tokenise(flat)
    day = parse_day(published)
    scene = Scene(flat, sentences, day, tuple(updates), row, tokens)
    scene.day_first = _day_first(row, tokens)
    scene.narrates = narrates(row, tokens, day)
    folded = flat.casefold()
    scene.looks_back = not (any(word in folded for word in _CALENDAR_WORDS) and _CALENDAR.search(flat))
    scene.business = any(word in folded for word in _EARNINGS_WORDS) and bool(_EARNINGS.search(flat))
    times: list[Time] = []
    index = 0
    while opener := _OPENER.search(row, index):
        index = opener.start()
        found, reading = _longest(scene, index)
        if found is None or reading is None:
            index += 1
            continue
        times.append(_time(text, found, reading))
        scene.remember(times[-1], found.letters)
        index += len(found.letters)
    return tuple(times)


def _longest(scene: Scene, index: int) -> tuple[Found | None, Reading | None]:
    """The longest match at a token that has a reading."""
    row, tokens = scene.row, scene.tokens
    for length, read in _matches(_SEEN.match(row, index, index + LONGEST)[0]):  # type: ignore[index]
        end = index + length
        if row[index] == "e" and tokens[index].word in _VERBS and row[index + 1] not in "o-":
            continue  # "talks start Monday"
        candidate = Found(scene, row[index:end], tokens[index:end], index)
        reading = read(candidate)
        if reading is not None:
            return candidate, reading
    return None, None


@lru_cache(maxsize=1 << 12)
def _matches(letters: str) -> tuple[tuple[int, Read], ...]:
    """Lengths and readings of all that the grammar finds where these letters begin, the longest first; few rows occur, again and again."""
    found = [(match.end(), rule.read) for rule in rules() if (match := rule.pattern.match(letters))]
    return tuple(sorted(found, key=lambda one: -one[0]))


def _time(text: str, found: Found, reading: Reading) -> Time:
    start, end = found.tokens[0].start, found.tokens[-1].end
    first, last = (reading.first, reading.last) if reading.first else narrowed(found, reading.value)
    return Time(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,
        value=reading.value,
        first=first,
        last=last,
    )


def _day_first(row: str, tokens: Sequence[Token]) -> bool:
    """Whether this text writes 15/12/2021 rather than 12/15/2021, by the dates that leave no doubt."""
    votes = 0
    position = row.find("d/d/")
    while position >= 0:
        first, second = int(tokens[position].value), int(tokens[position + 2].value)
        votes += (first > 12) - (second > 12)
        position = row.find("d/d/", position + 1)
    return votes >= 0

"""Finding and reading the time expressions of an article, from its start to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from detente.records import Time, Update
from detente.text import plain
from detente.when.calendar import parse_day
from detente.when.dateline import filed
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
_BEHIND = frozenset({"following", "preceding"})  # "following Sunday's raid": before a noun of its own only with an article
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
    return _settled(_begin(text, sentences, published, updates), text, published)[1]


def find_readings(
    text: str, sentences: Sequence[tuple[int, int]], published: str | None = None, updates: Sequence[Update] = ()
) -> tuple[tuple[Time, ...], tuple[Time, ...]]:
    """Time expressions as `find_times` reads them; and those that have other days if a report is taken for a history, or a history for a report.

    "In May", told behind "17 March 1996", is the May before publication in the one and that of 1996 in the other.
    """
    scene, times = _settled(_begin(text, sentences, published, updates), text, published)
    known = {(time.start, time.end): (time.first, time.last) for time in times}
    others = _read(replace(scene, narrates=not scene.narrates), text)
    return times, tuple(time for time in others if time.first and known.get((time.start, time.end), (None, None))[0] not in (None, time.first))


def _begin(text: str, sentences: Sequence[tuple[int, int]], published: str | None, updates: Sequence[Update]) -> Scene:
    flat, day = plain(text), parse_day(published)
    row, tokens = tokenise(flat)
    folded = flat.casefold()
    return Scene(
        flat, sentences, day, tuple(updates), row, tokens,
        day_first=_day_first(row, tokens),
        narrates=narrates(row, tokens, day),
        looks_back=not (any(word in folded for word in _CALENDAR_WORDS) and _CALENDAR.search(flat)),
        business=any(word in folded for word in _EARNINGS_WORDS) and bool(_EARNINGS.search(flat)),
        issued=day,
    )  # fmt: skip


def _settled(scene: Scene, text: str, published: str | None) -> tuple[Scene, tuple[Time, ...]]:
    """The times of a text; read anew, with the scene that they were read in, if a dateline tells that it was written before it was published."""
    times = _read(replace(scene), text)
    written = parse_day(filed(text, times, published))
    if written != scene.published:
        scene = replace(scene, published=written)
        times = _read(replace(scene), text)
    return scene, times


def _read(scene: Scene, text: str) -> tuple[Time, ...]:
    """The times of a text, read from its start to its end."""
    times: list[Time] = []
    index = 0
    while opener := _OPENER.search(scene.row, index):
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
        if row[index] in "XL" and tokens[index].word in _BEHIND:
            continue
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

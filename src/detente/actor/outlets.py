"""News outlets: the canonical name of a string, and the outlets that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor import press
from detente.actor.mastheads import shortened
from detente.actor.words import bare, clean, fold
from detente.knowledge import Outlet


class OutletName(NamedTuple):
    """An outlet named in a text: half-open span in code points, canonical name, ISO alpha-3 country."""

    start: int
    end: int
    name: str
    country: str | None


# Names that are common words or surnames: only as a whole string or after a reporting word.
_PLAIN = {"sun", "times", "independent", "national", "standard", "nation", "trend", "map", "tap", "app", "petra", "time", "dawn",
          "the times", "the sun", "the national", "the standard", "vanguard", "reforma", "antara", "nos", "tt", "apa", "liberation",
          "mena", "ina", "ena", "this day", "the herald", "national news agency", "fars", "ria", "spiegel", "rt", "the punch",
          "globo", "telegraph", "the australian", "the caravan", "the guardian", "the hindu", "the namibian", "the scotsman", "the sowetan",
          "the statesman"}  # fmt: skip
_CUE = re.compile(
    r"(?:\b(?:told|according to|reported by|reporting by|by|via|quoted by|interview with|said|in|to)\s+(?:the\s+)?|\()$",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\s+(?:(?:news )?agency\s+)?(?:quoted|reported|reports|wrote|writes)\b")
# A branch with a name of its own: "BBC Nepali Service", "the BBC's Nepali Service".
_SERVICE = re.compile(r"(?P<owner>['’]s)?(?P<branch>(?: [A-Z]\w+){1,2} Service)\b")
_FIRST = re.compile(r"\w+")
_GOES_ON = re.compile(r"\w|[-–]\d|\.[a-z]{2,4}\b")


@lru_cache(maxsize=1)
def _table() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for row in knowledge.outlets():
        for form in (row.name, *row.aliases):
            table.setdefault(fold(form), row)
    return table


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The forms of all outlets by the word that they begin with, the longest first."""
    table: dict[str, list[str]] = {}
    for form in {bare(form) for row in knowledge.outlets() for form in (row.name, *row.aliases)}:
        if first := _FIRST.match(form):
            table.setdefault(first.group(), []).append(form)
    return {word: tuple(sorted(forms, key=len, reverse=True)) for word, forms in table.items()}


def _known(text: str) -> Iterator[tuple[int, int]]:
    """The spans of outlets' names in a text, in order, the longest at each place."""
    plain, forms, done = bare(text), _by_first_word(), 0
    for word in _FIRST.finditer(plain):
        if (opening := word[0]) not in forms:  # as nearly always
            continue
        start = word.start()
        if start < done or plain[start - 1 : start] == "-":
            continue
        found = next((form for form in forms[opening] if plain.startswith(form, start) and _ends(plain, start + len(form))), None)
        if found:
            done = start + len(found)
            yield start, done


def _ends(text: str, at: int) -> bool:
    """Whether a name that ends at `at` does not go on as another one: "Vesti-24", "Tempo.co"."""
    return not _GOES_ON.match(text, at)


def canonical(name: str) -> OutletName | None:
    """Return the outlet that a string names, whole ("the Reuters news agency", "Tass"), or None."""
    text = re.sub(r"\s+(?:(?:news )?agency|report|reports|newspaper|website)$", "", clean(name).strip().strip("\"'.,"))
    for form in (text, re.sub(r"^the\s+", "", text, flags=re.IGNORECASE), clean(name).strip()):
        row = _table().get(fold(form))
        if row:
            return OutletName(0, len(name), row.name, row.country or None)
    return None


def is_state(name: str) -> bool:
    """Whether the tables say of an outlet that a state runs it, or its name does ("Chinese state media")."""
    row = _table().get(fold(name))
    return row.kind == "state" if row else bool(re.search(r"\bstate (?:media|radio|television|TV|news agency)\b", name, re.IGNORECASE))


def looks_like_one(name: str) -> bool:
    """Whether a whole string has the form of an outlet's name ("Kivu Gazette", "Radio Lagune"), known or not."""
    return press.NAME.fullmatch(name) is not None


def find(text: str) -> tuple[OutletName, ...]:
    """Return the outlets named in a text, in order; names that are common words only where the text credits them."""
    found: list[OutletName] = []
    for start, end in _known(text):
        key = fold(text[start:end])
        if key in _PLAIN and not _CUE.search(text[max(0, start - 24) : start]) and not _REPORTS.match(text, end):
            continue
        row = _table().get(key)
        if row is None:  # its accents tell it from the outlet that they were left out for
            continue
        if service := _SERVICE.match(text, end):
            whole = text[start:end].removeprefix("the ").removeprefix("The ") + service["branch"]
            found.append(OutletName(start, service.end(), whole, row.country or None))
            continue
        found.append(OutletName(start, end, row.name, row.country or None))
    full = _longest([*found, *_unknown(text)])
    short = (OutletName(start, end, one.name, one.country) for start, end, one in shortened(text, full))
    return tuple(_longest([*short, *full]))


def _unknown(text: str) -> Iterator[OutletName]:
    """Outlets that no table knows, by the form of their names or by what the text calls them."""
    for start, end, called in press.names(text):
        known = canonical(called or text[start:end])
        yield OutletName(start, end, known.name if known else called or text[start:end], known.country if known else None)


def _longest(names: Sequence[OutletName]) -> list[OutletName]:
    """Of names that overlap the longest, of equal ones the first; in order."""
    kept: list[OutletName] = []  # in order and apart, so that only the two beside a name can overlap it
    for name in sorted(names, key=lambda one: one.start - one.end):
        at = bisect_left(kept, name.start, key=lambda one: one.start)
        if (at == 0 or kept[at - 1].end <= name.start) and (at == len(kept) or name.end <= kept[at].start):
            kept.insert(at, name)
    return kept

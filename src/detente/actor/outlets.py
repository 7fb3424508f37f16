"""News outlets: the canonical name of a string, and the outlets that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor.words import clean, fold
from detente.knowledge import Outlet

# So many letters tell thousands of names apart well enough.
OPENING = 3


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
          "globo", "telegraph"}  # fmt: skip
_CUE = re.compile(
    r"(?:\b(?:told|according to|reported by|reporting by|by|via|quoted by|interview with|said|in|to)\s+(?:the\s+)?|\()$",
    re.IGNORECASE,
)
# Outlets that no table knows still have names like outlets: "the Kivu Gazette", "Radio Lagune".
_CAPITAL = r"[A-Z][\w’'-]+"
_PRESS_NAME = re.compile(
    rf"\b(?:(?!The\b){_CAPITAL} ){{1,4}}(?:Times|Post|News|Gazette|Herald|Courier|Tribune|Radio|Television|TV|News Agency"
    rf"|Broadcasting Corporation|Press|Wire|Dispatch|Mail|Chronicle|Observer|Journal|Bulletin|Standard|Telegraph|Echo"
    rf"|Monitor|Examiner)\b(?! {_CAPITAL})"
    rf"|\b(?:Radio|Voice of) {_CAPITAL}(?: {_CAPITAL})?"
    rf"|\b(?:state|local|national|{_CAPITAL}) (?:radio|television|media)\b(?! (?:station|channel|network))"
)
_PART = rf"(?:{_CAPITAL}|[A-Z]+)"
_JOINED = rf"{_PART}(?: (?:(?:de|del|della|do|da|of|la|le|les|el|al|the|y|e|for|und|van) ){{0,2}}{_PART}){{0,4}}"
_KIND_OF = (
    r"(?:newspapers?|daily|weekly|magazine|broadcaster|(?:radio|television|TV)(?: station| channel| network)?|station|channel"
    r"|news (?:agency|site|website|portal|service)|wire service)"
)
# A name that its kind makes an outlet: "the newspaper Alba", "radio station DZMM", "the Alba daily".
_CALLED = re.compile(rf"\b{_KIND_OF},? ({_JOINED})")
_CALLED_AFTER = re.compile(rf"\b((?!The\b){_JOINED}) (?:daily|newspaper|news agency|news site|weekly|broadcaster)\b")


@lru_cache(maxsize=1)
def _table() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for row in knowledge.outlets():
        for form in (row.name, *row.aliases):
            table.setdefault(fold(form), row)
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = {form for row in knowledge.outlets() for form in (row.name, *row.aliases)}
    # Most words begin like no outlet, and are passed over by their first letter.
    openings = re.escape("".join(sorted({form[0] for form in forms})))
    return re.compile(rf"(?<![\w-])(?=[{openings}]){_any_of(sorted(forms, key=len, reverse=True), OPENING)}(?!\w)")


def _any_of(forms: Sequence[str], shared: int) -> str:
    """An expression for any of the forms, the first that fits, which are told apart by their first `shared` letters one by one."""
    if not shared:
        return "(?:" + "|".join(re.escape(form).replace("'", "['’]") for form in forms) + ")"
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(form[:1], []).append(form[1:])
    return "(?:" + "|".join(re.escape(letter) + _any_of(rest, shared - 1) for letter, rest in by_letter.items()) + ")"


def canonical(name: str) -> OutletName | None:
    """Return the outlet that a string names, whole ("the Reuters news agency", "Tass"), or None."""
    text = re.sub(r"\s+(?:news agency|report|reports|newspaper|website)$", "", clean(name).strip().strip("\"'.,"))
    for form in (text, re.sub(r"^the\s+", "", text, flags=re.IGNORECASE), clean(name).strip()):
        row = _table().get(fold(form))
        if row:
            return OutletName(0, len(name), row.name, row.country or None)
    return None


def looks_like_one(name: str) -> bool:
    """Whether a whole string has the form of an outlet's name ("Kivu Gazette", "Radio Lagune"), known or not."""
    return _PRESS_NAME.fullmatch(name) is not None


def find(text: str) -> tuple[OutletName, ...]:
    """Return the outlets named in a text, in order; names that are common words only where the text credits them."""
    found: list[OutletName] = []
    for match in _pattern().finditer(text):
        row = _table()[fold(match.group())]
        if fold(match.group()) in _PLAIN and not _CUE.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        found.append(OutletName(match.start(), match.end(), row.name, row.country or None))
    return tuple(sorted(_longest([*found, *_unknown(text)])))


def _unknown(text: str) -> Iterator[OutletName]:
    """Outlets that no table knows, by the form of their names or by what the text calls them."""
    for match in _PRESS_NAME.finditer(text):
        yield OutletName(match.start(), match.end(), match.group(), None)
    for pattern in (_CALLED, _CALLED_AFTER):
        for match in pattern.finditer(text):
            known = canonical(match[1])
            yield OutletName(match.start(1), match.end(1), known.name if known else match[1], known.country if known else None)


def _longest(names: Sequence[OutletName]) -> list[OutletName]:
    """Of names that overlap the longest, of equal ones the first."""
    kept: list[OutletName] = []
    for name in sorted(names, key=lambda one: one.start - one.end):
        if not any(other.start < name.end and name.start < other.end for other in kept):
            kept.append(name)
    return kept

"""A text as a row of class letters, one for each token: the string that the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, overload

from detente.when.words import Word, phrases, table

_CAPITAL_ONLY = frozenset("MmWw")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$", re.IGNORECASE)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_YEARS = "eighteen|nineteen|twenty"
_SPELLED_YEAR = rf"\b(?:{_YEARS})[ -](?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})\b(?!-?(?:{_ONES}|{_TEENS})\b)"
_PLAIN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])|'s\b|\d+|\n|[^\w\s]")
_NO_LETTER = re.compile(r"[\W\d_]")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)$", re.ASCII)


class Token(NamedTuple):
    """A token: code points `start` to `end`, its words in lower case, and what they stand for."""

    start: int
    end: int
    word: str
    value: int | float | str
    capital: bool


class Tokens(Sequence[Token]):
    """The tokens of a text, each made when it is asked for: nearly all are plain words that nobody asks for.

    Args:
        spans: where each stands.
        read: what `_read` makes of each.
    """

    def __init__(self, spans: Sequence[tuple[int, int]], read: Sequence[tuple[bool, str, str, int | float | str, bool]]) -> None:
        self._spans, self._read = spans, read

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...

    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        _, _, word, value, capital = self._read[at]
        return Token(*self._spans[at], word, value, capital)


@cache
def _pattern() -> re.Pattern[str]:
    # Grouped by first letter, so that a word that begins no phrase fails at once; the sorting keeps longer ones first.
    groups = groupby(sorted(phrases(), key=itemgetter(0)), key=itemgetter(0))
    fixed = "|".join(rf"{letter}(?:{'|'.join(_spaced(name[1:]) for name in names)})" for letter, names in groups)
    return re.compile(rf"\b(?i:{fixed})\b|(?i:{_SPELLED_YEAR})|(?i:\b[ap]\.m\b\.?|o'clock)")


@cache
def _opens() -> frozenset[str]:
    """The words, in lower case, with which a token may begin that is more than a word."""
    return frozenset(_NO_LETTER.split(name, maxsplit=1)[0] for name in (*phrases(), *_YEARS.split("|"), "a.m", "p.m", "o'clock"))


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", " {1,3}")


def tokenise(flat: str) -> tuple[str, Tokens]:
    """The class letters and the tokens of a plain text (see `detente.text.plain`); both have the same length."""
    spans: list[tuple[int, int]] = []
    every: list[tuple[bool, str, str, int | float | str, bool]] = []
    whole, end, resumed = _pattern(), 0, True
    while resumed:
        resumed = False
        for found in _PLAIN.finditer(flat, end):
            read = _read(found[0])
            # A plain word that begins no phrase, as nearly all, need not be tried against the phrases.
            if read[0] and (longer := whole.match(flat, found.start())):
                read, resumed, end = _read(longer[0]), True, longer.end()
                found = longer
            every.append(read)
            spans.append(found.span())
            if resumed:
                break  # plain tokens go on behind the phrase
    return "".join([read[1] for read in every]), Tokens(spans, every)


@lru_cache(maxsize=1 << 14)
def _read(raw: str) -> tuple[bool, str, str, int | float | str, bool]:
    """Of a token: whether a phrase may begin with it, class letter, lower-case form, value, and whether it has a capital."""
    return raw.lower() in _opens(), *_classify(raw, table()), raw[0].isupper()


def _classify(raw: str, words: dict[str, Word]) -> tuple[str, str, int | float | str]:
    """Class letter, lower-case form and value of a token."""
    first = raw[0]
    if first.isdigit():
        return _number(raw)
    if not first.isalpha():
        if raw == "\n":
            return "|", raw, ""
        return ("-" if first in "–—" else "s" if raw == "'s" else first if first in ",.()/:'-" else "_"), raw, ""
    word = raw.lower() if " " not in raw else " ".join(raw.lower().split())
    known = words.get(word)
    if known is None and (" " in word or "-" in word):
        return "Y", word, _spelled_year(word, words)
    if known is None or (known[0] in _CAPITAL_ONLY and not first.isupper()):
        return "_", word, ""
    return known[0], word, known[1]


def _number(raw: str) -> tuple[str, str, int | float | str]:
    """Class of a number by its shape: day (d), year (Y), ordinal (O), decade (D), any other (n)."""
    if raw.isascii() and raw.isdigit():
        if len(raw) <= 2:
            return "d", raw, int(raw)
        if len(raw) == 4 and 1000 <= int(raw) <= 2199:
            return "Y", raw, int(raw)
        return "n", raw, int(raw[:9])
    ordinal = _ORDINAL.match(raw)
    if ordinal and ordinal.group(1).isascii():
        return "O", raw.lower(), int(ordinal.group(1))
    if raw[-1] == "s" and raw[:-1].isascii() and raw[:-1].isdigit() and raw[-2] == "0":
        decade = int(raw[:-1]) if len(raw) == 5 else 1900 + int(raw[:-1]) if len(raw) == 3 else 0
        return ("D", raw, decade) if decade else ("n", raw, 0)
    if _DOTTED.match(raw):
        return "I", raw, raw
    digits = raw.replace(",", "")
    try:
        return "n", raw, float(digits[:12])
    except ValueError:
        return "n", raw, 0


def _spelled_year(word: str, words: dict[str, Word]) -> int:
    """ "nineteen ninety-four" is 1994."""
    century, *rest = (int(words[part].value) for part in word.replace("-", " ").split())
    return 100 * century + sum(rest)

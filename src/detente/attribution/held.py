"""What a pair of quotation marks holds: a statement, the name of a work, or a scrap in a phrase of the article's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from detente.attribution.draft import Extent
from detente.attribution.quotes import TITLE, Quotation

SCARE_WORDS = 5
MOST_QUOTES = 200  # in one content
# What a name in quotation marks follows: a word without a comma, or what it is the name of.
_IN_PHRASE = re.compile(
    r"[\w’'.)] $|\b(?:book|memoir|autobiography|biography|poem|novel|show|program|programme|song"
    r"|film|movie|series|column|essay|article|op-ed|album|documentary|podcast|play), $"
)
_CRIED = re.compile(r"\b(?:chants?|cries|shouts?|calls|signs?|banners?|words|slogans?)(?: of| reading| saying)? $")
_BACK = 40


def quoted_in(part: Extent, quotes: Sequence[Quotation]) -> list[Extent]:
    """The quotations within a span; `quotes` are in text order."""
    first = bisect_left(quotes, part[0], key=lambda quote: quote.start)
    inside = takewhile(lambda quote: quote.start < part[1], quotes[first : first + MOST_QUOTES])
    return [(quote.start, quote.end) for quote in inside if quote.end <= part[1]]


def named(quote: Quotation, text: str) -> bool:
    """Whether quotation marks hold the name of a work, a show or a plan that a phrase goes on with: "the author of “The Long Night”"."""
    if not TITLE.fullmatch(text, quote.start, quote.end):
        return False
    before = text[max(quote.opened - _BACK, 0) : quote.opened]
    return bool(_IN_PHRASE.search(before)) and not _CRIED.search(before)


def embedded(quote: Quotation, text: str) -> bool:
    """Whether a quotation goes on with a phrase of the article's own ("candidates “who embody it”") and is no sentence by itself."""
    goes_on = quote.opened > 1 and text[quote.opened - 2].isalnum() and text[quote.opened - 1] == " "
    return goes_on and (text[quote.start].islower() or not whole(quote, text))


def whole(quote: Quotation, text: str) -> bool:
    """Whether a quotation without a cue is a statement and not a title, a nickname or scare quotes."""
    words = text[quote.start : quote.end].split()
    if TITLE.fullmatch(text, quote.start, quote.end):
        return False
    return len(words) >= SCARE_WORDS and (text[quote.end - 1] in ".!?,…" or len(words) >= 2 * SCARE_WORDS)

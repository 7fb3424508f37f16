"""The country that a story is about, from its dateline, the states it names and its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from detente.knowledge.folding import fold
from detente.records import Place
from detente.where import signs
from detente.where.find import find_known
from detente.where.names import capital_names
from detente.where.resolve import resolve_places, states_named

# Towns where the world meets: a dateline there does not make the story the host country's.
_VENUES = {
    "geneva",
    "vienna",
    "brussels",
    "the hague",
    "new york",
    "united nations",
    "strasbourg",
    "davos",
    "doha",
    "washington",
    "london",
    "paris",
}
_LEAD = 400
_DATELINE = re.compile(r"(?:^|\n)[ \t]*([A-Z][A-Z'’ .-]{2,}[A-Z])(?=\s*[,(/:—–-])")
_CAPITAL = re.compile(r"(?:(?:the|their|its) )?capital(?: city)?(?:['’]s)?", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:(?:Meanwhile|Elsewhere|Earlier|Also),?\s)?(?:In|At|Outside|Near)\s(?:the\s)?", re.IGNORECASE)
DATELINE_WEIGHT = 8.0
LEAD_WEIGHT = 3.0


def paragraph_countries(text: str, places: Sequence[Place]) -> dict[int, str]:
    """The countries of paragraphs that open with a place, by the offset at which they begin.

    "In Berlin, police ...", and in a round-up, which has several datelines, each of them.
    """
    found: dict[int, str] = {}
    several = sum(signs.dateline(text, place.start, place.end) for place in places) > 1
    for place in places:
        begin = text.rfind("\n", 0, place.start) + 1
        opens = _OPENS.fullmatch(text, begin, place.start) or (several and signs.dateline(text, place.start, place.end))
        if place.country and opens:
            found.setdefault(begin, place.country)
    return found


def story_country(text: str, places: Sequence[Place] | None = None, ratio: float = 2.0) -> str | None:
    """Return the ISO alpha-3 code of the country that a text is about, or None if no country outweighs the next.

    States named count once, in the first 400 characters three times; places count as their countries do; the dateline
    counts eight. `places` are those already resolved, else they are looked for. `ratio` is how far the first must lead.
    """
    if places is None:
        places = resolve_places(text, find_known(text, [(0, len(text))]))
    weights: Counter[str] = Counter()
    for code, count in states_named(text[_LEAD:]).items():
        weights[code] += count
    for code, count in states_named(text[:_LEAD]).items():
        weights[code] += int(count * LEAD_WEIGHT)
    for place in places:
        if place.country and fold(place.name or "") not in _VENUES:
            weights[place.country] += int(LEAD_WEIGHT) if place.start < _LEAD else 1
    span = _dateline(text)
    if span and fold(text[slice(*span)]) not in _VENUES and (held := _held(text, span)):
        weights[held] += int(DATELINE_WEIGHT)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ratio * ranked[1][1]):
        return None
    return ranked[0][0]


@lru_cache(maxsize=8)
def _held(text: str, span: tuple[int, int]) -> str | None:
    """The country of the dateline's place; an article is asked about more than once."""
    found = resolve_places(text, [span])
    return found[0].country if found else None


def _dateline(text: str) -> tuple[int, int] | None:
    found = _DATELINE.search(text[:1200])
    return found.span(1) if found else None


def dateline(text: str, places: Sequence[Place]) -> Place | None:
    """Return the place of a text's dateline among the places found, or None."""
    span = _dateline(text)
    return next((place for place in places if span and place.start <= span[0] < place.end), None)


def unlisted(text: str, span: tuple[int, int], story: str | None) -> Place:
    """Return the place of a span that no gazetteer knows: in the story's country and without coordinates, but "the capital" is that country's."""
    words = text[slice(*span)]
    if _CAPITAL.fullmatch(words) and story in capital_names() and (found := _capital(story)) and found.country == story:
        return msgspec.structs.replace(found, text=words, start=span[0], end=span[1])
    return Place(text=words, start=span[0], end=span[1], name=words, country=story)


@lru_cache(maxsize=256)
def _capital(state: str) -> Place | None:
    """The capital of a state that has one in the tables."""
    name = capital_names()[state][0]
    found = resolve_places(f"In {name}", [(len("In "), len("In ") + len(name))])
    return found[0] if found else None

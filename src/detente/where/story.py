"""The country that a story is about, from its dateline, the states it names and its places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from detente.knowledge.folding import fold
from detente.records import Place
from detente.text.bylines import bylines
from detente.text.turns import LARGE, turns
from detente.where import signs
from detente.where.find import find_known
from detente.where.georgia import american
from detente.where.names import capital_names, state_called
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
_HEAD = 1200  # characters
_WORD = rf"{LARGE}[\w'’-]*"
_NAME = rf"({_WORD}(?: (?:{_WORD}|d[aeou]s?|del)){{0,4}})"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {LARGE}[a-z]{{2,8}}|{LARGE}[a-z]{{2,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
_AGENCY = r"(?: ?\([^()\n]{2,50}\))?"
_DASH = r" (?:[–—]|--?) "
# The lines that say in which place a text was written: datelines in capitals, with a dash, with a day, and letters from somewhere.
_FILED = (
    re.compile(rf"(?:^|\n)[ \t*_]*({LARGE}(?:{LARGE}|['’ .-]){{2,38}}{LARGE})(?=\s*[,(/:—–-])"),  # "NAIROBI, May 5"
    re.compile(rf"(?:^|\n)[ \t*_]*({LARGE}(?:{LARGE}|['’ -]){{2,38}}{LARGE})(?=\. )"),  # "ALMATY. A court", "HARARE. - "
    re.compile(rf"(?:^|\n)[ \t*_]*{_NAME}(?=(?:, [^\n,()–—:.]{{2,30}})?{_AGENCY}{_DASH})"),  # "Leticia, Colombia – "
    re.compile(rf"(?:^|\n)[ \t*_]*{_NAME}(?=, {_DAY}{_AGENCY}[*_]* ?(?::|[–—]|--?|\n))"),  # "Leticia, May 5: "
    re.compile(rf"\n[ \t*_]*({LARGE}(?:{LARGE}|['’ -]){{2,38}}{LARGE})(?=[ \t*_]*\n)"),  # a line of its own
    re.compile(rf"(?:^|\n)\W*(?:[Aa] )?(?:Letter|LETTER|Dispatch|Postcard) (?:from|FROM) {_NAME}"),
)
_WIDER = re.compile(rf", {_NAME}\b(?!\.? ?\d)")  # "LEEDS, Alabama"
_BYLINE = re.compile(rf"(?:,|\b(?:in|from|IN|FROM)) {_NAME}(?:(?: and|,) {_NAME})?\W*$")  # "By Ana Duarte, Leticia"
_CAPITAL = re.compile(r"(?:(?:the|their|its) )?capital(?: city)?(?:['’]s)?", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_TITLE = 8  # words at most
_MARKS = r"[ \t•·*_#>»–—-]{0,8}"
_LABEL = re.compile(rf"{_MARKS}(?:\(?\d{{1,2}}[.)/] {_MARKS})?{_NAME}(?:[*_]{{0,4}}(?:[.:]|{_DASH.rstrip()})[*_]{{0,4}} |[*_:]{{0,4}}[ \t\r]*$)")
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
    return _sections(text, places) | found


def _sections(text: str, places: Sequence[Place]) -> dict[int, str]:
    """The countries under which a round-up of several sets its paragraphs, by labels ("SUDAN: ...") or headings, by the offsets of the paragraphs."""
    at, speakers = {place.start: place for place in places}, {turn.label for turn in turns(text)}
    found: dict[int, str] = {}
    section = None
    for line in _LINE.finditer(text):
        if line[0].isspace():
            continue
        label = _LABEL.match(text, line.start(), line.end())
        country = _named(text, label.span(1), at) if label and label.span(1) not in speakers else None
        if len(line[0].split()) <= _TITLE and not line[0].rstrip(" *_\r").endswith((".", "!", "?")):
            section = country
        if here := country or section:
            found[line.start()] = here
    return found if len(set(found.values())) > 1 else {}


def _named(text: str, span: tuple[int, int], at: Mapping[int, Place]) -> str | None:
    """The country that words name, or in which the place lies that they are."""
    place = at.get(span[0])
    return state_called(text[slice(*span)]) or (place.country if place and place.end == span[1] else None)


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
    if american(text):
        del weights["GEO"]
    for place in places:
        if place.country and not venue(place.name or ""):
            weights[place.country] += int(LEAD_WEIGHT) if place.start < _LEAD else 1
    if held := _written_in(text):
        weights[held] += int(DATELINE_WEIGHT)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < ratio * ranked[1][1]):
        return None
    return ranked[0][0]


@lru_cache(maxsize=8)
def _written_in(text: str) -> str | None:
    """The country in which a text was written, but that of a venue says nothing; an article is asked about more than once."""
    place = _filed(text)
    return None if place is None or venue(text[place.start : place.end]) else place.country


def venue(name: str) -> bool:
    """Whether a town is one where the world meets, whose state is not the story's for that."""
    return fold(name) in _VENUES


def dateline(text: str, places: Sequence[Place]) -> Place | None:
    """Return the place in which a text says that it was written, one of the places found where it is among them, or None."""
    return next((place for span in _filings(text) if (place := _place(text, span, places))), None)


@lru_cache(maxsize=8)
def _filed(text: str) -> Place | None:
    return dateline(text, ())


def _place(text: str, span: tuple[int, int], places: Sequence[Place]) -> Place | None:
    """What a name in a dateline is, or, where that is unknown or elsewhere, the country or division behind its comma."""
    named = next((place for place in places if place.start <= span[0] < place.end), None) or next(iter(resolve_places(text, [span])), None)
    behind = _WIDER.match(text, span[1])
    wider = next(iter(resolve_places(text, [behind.span(1)])), None) if behind else None
    return wider if wider and (named is None or named.country != wider.country) else named


@lru_cache(maxsize=8)
def _filings(text: str) -> tuple[tuple[int, int], ...]:
    """The names that stand where a text says in which place it was written: those of datelines in text order, then of bylines."""
    opening, speakers = text[:_HEAD], {turn.label for turn in turns(text)}
    heads = {found.span(1) for form in _FILED for found in form.finditer(opening)} - speakers
    lines = [(start, end) for start, end in bylines(text) if end <= _HEAD]
    ends = [found for line in lines if (found := _BYLINE.search(text[: line[1]], line[0]))]
    return (*sorted(heads), *(found.span(group) for found in ends for group in (1, 2) if found[group]))


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

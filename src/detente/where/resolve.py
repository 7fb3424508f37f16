"""Candidate spans -> places: each name is read with what stands beside it and with the other places that the text names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from detente import knowledge
from detente.knowledge.folding import fold
from detente.records import Place
from detente.where.clues import Clue, clue, holds
from detente.where.company import Item, choose
from detente.where.gazetteer import Candidate, abbreviated, division_names
from detente.where.georgia import NAME, american
from detente.where.names import LONGEST, Reading, capitals, read, read_span, state_forms
from detente.where.voices import voices

Extent = tuple[int, int]
_BEFORE = re.compile(r"([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}),\s+$")
_WORD = re.compile(r"[A-Z][\w.'’-]*(?: (?:and|of|the|[A-Z][\w.'’-]*)){0,4}")
_GEORGIA = fold(NAME)
BESIDE, ELSEWHERE = 8.0, 3.0
# How much a name outside the spans says about the places in them, and one in the first lines (code points).
_PASSING, _LEADING, _LEAD = 1.0, 1.5, 250
_LOOSE = 0.3
# So many names are read together; the work grows with their square, and an article has fewer.
_TOGETHER, _ASIDES = 200, 50


def states_named(text: str) -> Counter[str]:
    """Count the states that a text names or calls by adjective (ISO alpha-3)."""
    forms = state_forms()
    return Counter(forms[key] for key in _named(text) if key in forms)


@lru_cache(maxsize=64)
def _named(text: str) -> tuple[str, ...]:
    """The states, first-level divisions and capitals in a text, folded; each stage of an article asks for them."""
    return tuple(key for words in _WORD.findall(text) for key in _among(words))


@lru_cache(maxsize=1 << 13)
def _among(words: str) -> tuple[str, ...]:
    """The states, divisions and capitals in a run of capitalised words; most runs come again."""
    found, states, divisions, seats = [], state_forms(), division_names(), capitals()
    parts = re.sub(r"['’]s\b", "", words).split()
    at = 0
    while at < len(parts):
        keys = ((n, fold(" ".join(parts[at : at + n]))) for n in range(min(LONGEST, len(parts) - at), 0, -1))
        size, key = next(((n, key) for n, key in keys if key in states or key in divisions or key in seats), (1, ""))
        if key:
            found.append(key)
        elif parts[at].endswith(".") and (short := abbreviated(parts[at])):
            found.append(fold(short[0].entry.name))
        at += size
    return tuple(found)


def resolve_places(text: str, candidates_: Sequence[Extent]) -> tuple[Place, ...]:
    """Return a place for each half-open candidate span that is one, in order; other spans are dropped.

    Names are told apart by a country or division beside them ("Tripoli, Lebanon"), by population and level, and by the other places of
    the text: their countries, divisions and distances. A name has one meaning in a text where nothing beside it says otherwise. A
    territory's country is the state that controls it. Coordinates of countries and divisions are their centres.
    """
    spans = sorted({(start, end) for start, end in candidates_ if 0 <= start < end <= len(text)})
    readings = {span: reading for span in spans if (reading := read_span(text, *span))}
    if not readings:
        return ()
    groups: dict[tuple[str, Clue], list[Extent]] = {}
    for span, reading in readings.items():
        groups.setdefault((reading.key, _clue(text, span, reading)), []).append(span)
    items = [_item(text, key, said, groups, readings) for key, said in groups]
    passing = _passing(text, {reading.key for reading in readings.values()})
    parts = [items[first : first + _TOGETHER] for first in range(0, len(items), _TOGETHER)]
    chosen = [one for part in parts for one in choose([*part, *passing])[: len(part)]]
    places = []
    for (found, near), mentions in zip(chosen, groups.values()):
        if not readings[mentions[0]].loose or near >= _LOOSE:
            places += [_place(found, text, span) for span in mentions]
    return tuple(sorted(places, key=lambda place: place.start))


def _clue(text: str, span: Extent, reading: Reading) -> Clue:
    said = clue(text, *span)
    fitting = said.wider and any(said.fits(option.entry) for option in reading.options)
    return said if fitting and not said.lists(reading.options) else Clue()


def _item(text: str, key: str, said: Clue, groups: dict[tuple[str, Clue], list[Extent]], readings: dict[Extent, Reading]) -> Item:
    """A name in one sense, with the points that its own mentions and the clues of others of that name give to its places."""
    mentions = groups[key, said]
    reading = readings[mentions[0]]
    others = [other for name, other in groups if name == key and other.wider] if not said.wider else []
    towns = [hits for span in mentions if (hits := _town_before(text, span))]
    points = []
    for option in reading.options:
        beside = BESIDE if said.fits(option.entry) else ELSEWHERE if any(other.fits(option.entry) for other in others) else 0.0
        people = max((holds(option.entry, hits) for hits in towns), default=-1)
        points.append(beside + math.log10(people + 10) * 2 if people >= 0 else beside)
    if key == _GEORGIA and american(text):
        points = [one + BESIDE * 2 * (option.entry.country == "USA") for one, option in zip(points, reading.options, strict=True)]
    weight = 0.0 if reading.loose else (_LEADING if mentions[0][0] < _LEAD else 1.0)
    return Item(reading.options, tuple(points), weight)


def _town_before(text: str, span: Extent) -> tuple[Candidate, ...]:
    """The places that a name and a comma right before a span may mean ("Atlanta, Georgia")."""
    match = _BEFORE.search(text[max(0, span[0] - 60) : span[0]])
    reading = read(match.group(1)) if match else None
    return reading.options if reading else ()


def _passing(text: str, keys: set[str]) -> list[Item]:
    """The states and divisions that a text names outside the spans, and the states whose institutions it speaks of."""
    return [item for key, item in _background(text) if key not in keys]


@lru_cache(maxsize=8)
def _background(text: str) -> tuple[tuple[str, Item], ...]:
    """What a text says of states and divisions, with the folded name of each; an article's names are resolved in several steps."""
    named = ((key, read(key.title()), count) for key, count in Counter(_named(text)).most_common(_ASIDES))
    said = [(key, _aside(r.options, count)) for key, r, count in named if r and not r.loose]
    return (*said, *(("", _aside((state,), count)) for state, count in voices(text)))


def _aside(options: tuple[Candidate, ...], count: int) -> Item:
    return Item(options, (0.0,) * len(options), _PASSING * min(count, 4) ** 0.5)


def _place(found: Candidate, text: str, span: Extent) -> Place:
    entry = found.entry
    state = knowledge.states().get(entry.country or "")
    country = state.parent or state.iso3 if state else entry.country
    return Place(text=text[span[0] : span[1]], start=span[0], end=span[1], name=entry.name, country=country,
                 lat=entry.lat, lon=entry.lon, geonames=entry.geonames)  # fmt: skip

"""Candidate spans -> places: each name is read with the countries and the other places that the text names."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from detente import knowledge
from detente.knowledge.folding import fold
from detente.records import Place
from detente.where.gazetteer import Candidate, candidates

_ARTICLE = re.compile(r"^(?:the|downtown|central|(?:north|south|east|west)(?:ern)?(?:[- ](?:east|west)(?:ern)?)?|northern|southern|eastern|western|"
                      r"(?:city|town|village|port|province|state|region|district|capital|capital city|port city|island) of|nearby|outside)\s+", re.IGNORECASE)  # fmt: skip
_KIND = re.compile(
    r"\s+(?:city|province|region|district|county|state|governorate|oblast|prefecture|area|island|town|port|airport)$", re.IGNORECASE
)
_CAPITAL_OF = re.compile(r"(?:the\s+)?([\w’'-]+)\s+capital", re.IGNORECASE)
_AFTER = re.compile(r"(?:,| in)\s+(?:the\s+)?([A-Z][\w.'’-]*(?:\s+(?:of|and|[A-Z][\w.'’-]*)){0,3})")
_BEFORE = re.compile(r"([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}),\s+$")
_WORD = re.compile(r"[A-Z][\w.'’-]*(?: (?:and|of|the|[A-Z][\w.'’-]*)){0,4}")


@lru_cache(maxsize=1)
def _state_forms() -> dict[str, str]:
    kinds = {"name", "adjective", "noun", "historic", "historic_adjective"}
    table: dict[str, str] = {}
    for row in knowledge.state_names():
        if row.kind in kinds:
            table.setdefault(fold(row.form), row.iso3)
    return table


def states_named(text: str) -> Counter[str]:
    """Count the states that a text names or calls by adjective (ISO alpha-3)."""
    return Counter(_states_named(text))


@lru_cache(maxsize=64)
def _states_named(text: str) -> dict[str, int]:
    """The counts behind `states_named`; each stage of an article asks for them."""
    counts: dict[str, int] = {}
    forms = _state_forms()
    for match in _WORD.finditer(text):
        parts = re.sub(r"['’]s\b", "", match.group()).split()
        at = 0
        while at < len(parts):
            size = next((n for n in range(min(5, len(parts) - at), 0, -1) if fold(" ".join(parts[at : at + n])) in forms), 0)
            if size:
                state = forms[fold(" ".join(parts[at : at + size]))]
                counts[state] = counts.get(state, 0) + 1
            at += size or 1
    return counts


def names_of(text: str) -> tuple[str, ...]:
    """Return the forms under which a span is looked up: as written, without article and kind ("the port city of")."""
    text = re.sub(r"['’]s$", "", text.strip(' ,.;:()"“”'))
    forms = [text, text.split(",")[0].strip(), text.rpartition(",")[2].strip()]
    for form in tuple(forms):
        short = form
        for _ in range(3):
            short = _ARTICLE.sub("", short)
        forms += [short, _KIND.sub("", short)]
    if capital := _CAPITAL_OF.fullmatch(text):
        forms += _capitals().get(_state_forms().get(fold(capital[1]), ""), ())
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and form[0].isupper()))


@lru_cache(maxsize=1)
def _capitals() -> dict[str, tuple[str, ...]]:
    """Names of each state's capital, by ISO alpha-3 code."""
    table: dict[str, tuple[str, ...]] = {}
    for row in knowledge.state_names():
        if row.kind == "capital":
            table[row.iso3] = (*table.get(row.iso3, ()), row.form)
    return table


def resolve_places(text: str, candidates_: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """Return a place for each half-open candidate span that is one, in order; other spans are dropped.

    Names are told apart by the countries that the text names, a country or division named right after ("Tripoli, Lebanon"), the
    countries of its other places, and population. A territory's country is the state that controls it. Coordinates of countries and divisions are their centres.
    """
    options = {}
    for span in dict.fromkeys((start, end) for start, end in candidates_ if 0 <= start < end <= len(text)):
        found = next((hits for hits in map(candidates, names_of(text[span[0] : span[1]])) if hits), ())
        if found:
            options[span] = found
    if not options:
        return ()
    states = states_named(text)
    first = {span: max(found, key=lambda c, s=span: _score(c, text, s, states, Counter())) for span, found in options.items()}  # type: ignore[misc]
    company = Counter(c.entry.country for c in first.values() if c.entry.country)
    chosen = []
    for span in sorted(options):
        best = max(options[span], key=lambda c, s=span: _score(c, text, s, states, company))  # type: ignore[misc]
        chosen.append(_place(best, text, span))
    return tuple(chosen)


def _place(found: Candidate, text: str, span: tuple[int, int]) -> Place:
    entry = found.entry
    state = knowledge.states().get(entry.country or "")
    country = state.parent or state.iso3 if state else entry.country
    return Place(text=text[span[0] : span[1]], start=span[0], end=span[1], name=entry.name, country=country,
                 lat=entry.lat, lon=entry.lon, geonames=entry.geonames)  # fmt: skip


def _score(found: Candidate, text: str, span: tuple[int, int], states: Counter[str], company: Counter[str]) -> float:
    """Return how well a place fits; units are powers of ten of population."""
    entry = found.entry
    score = math.log10(entry.population + 10) + (0 if found.main else -1.5) + (1.0 if entry.capital else 0)
    if entry.level == "C":
        score += 4
    if entry.level == "A":
        score -= 1
    if entry.country and entry.country in states:
        score += 2 + min(states[entry.country], 6) / 3
    others = company[entry.country] if entry.country else 0
    score += min(others, 4) / 2 if entry.level != "C" else 0
    return score + _named_after(found, text, span) + _named_before(found, text, span)


def _named_after(found: Candidate, text: str, span: tuple[int, int]) -> float:
    """Return the bonus of a country or division that stands right after the name and is the place's own."""
    inside = text[span[0] : span[1]]
    match = _AFTER.match(text, span[1]) or _AFTER.search(inside)
    if not match or found.entry.level == "C":
        return 0.0
    words = match.group(1).rstrip(".,'’").split()
    for size in range(len(words), 0, -1):
        form = fold(" ".join(words[:size]))
        code = _state_forms().get(form)
        if code and code == found.entry.country:
            return 6.0
        same = (c.entry for c in candidates(form) if c.entry.level == "A")
        if any(a.country == found.entry.country and a.admin == found.entry.admin for a in same) and found.entry.level == "P":
            return 6.0
    return 0.0


def _named_before(found: Candidate, text: str, span: tuple[int, int]) -> float:
    """Return the bonus of a country or division that follows a town of its own and a comma ("Atlanta, Georgia")."""
    entry = found.entry
    match = _BEFORE.search(text[max(0, span[0] - 60) : span[0]])
    if not match or entry.level not in {"C", "A"}:
        return 0.0
    towns = (c.entry for c in candidates(match.group(1)) if c.entry.level == "P" and c.entry.country == entry.country)
    people = max((t.population for t in towns if entry.level == "C" or t.admin == entry.admin), default=0)
    return math.log10(people + 1) * 2

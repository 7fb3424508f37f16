"""The names under which a span is looked up, and the places that they may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.knowledge.folding import fold
from detente.where.gazetteer import Candidate, abbreviated, candidates, countries

_COMPASS = r"(?:north|south|east|west)(?:ern)?(?:-?(?:east|west)(?:ern)?)?"
_KINDS = "city|town|village|port|province|state|region|district|capital|island|suburb|county|parish|capital city|port city|municipality"
_ARTICLE = re.compile(rf"^(?:the|nearby|outside|downtown|central|greater|upper|lower|{_COMPASS}|(?:{_KINDS}) of)\s+", re.IGNORECASE)
_KIND = re.compile(
    r"\s+(city|town|village|province|region|district|county|parish|state|governorate|oblast|prefecture|area|islands?|port|airport)$",
    re.IGNORECASE,
)
_CAPITAL_OF = re.compile(r"(?:the\s+)?([\w’'-]+(?: [\w’'-]+){0,2})\s+capital(?:\s+city)?", re.IGNORECASE)
# What is called after a place and lies near it: looked up by its name, believed only beside other places.
_FEATURE = re.compile(
    r"^(?:lake|mount|mt\.?|cape|port|camp|fort) (?=[A-Z])|"
    r"(?:'s|’s)?\s+(?:river|creek|lake|bay|valley|mountains?|hills?|beach|dam|falls|reservoir|harbou?r|"
    r"canal|forest|(?:national |state )?park|(?:charter )?township|twp\.?|borough|community|village|heights|springs?|airport|junction)$",
    re.IGNORECASE,
)
# A phrase that ends in the name of the place it lies in ("the market of Goma"), or begins with it ("the Goma market").
_WITHIN = re.compile(r"[a-z]\s+(?:of|in|near|outside|around|at|north of|south of|east of|west of)\s+(?:the\s+)?([A-Z][^,]*)$")
# A name behind what it is the name of: "the Rwandan capital Kigali", "suburban Amherst".
_CALLED = re.compile(
    r"\b(?:capital|city|town|village|hamlet|port|province|region|district|suburb|suburban|island|enclave|stronghold|resort|base)\s"
    r"((?:[A-Z][\w’'-]*)(?:\s(?:[A-Z][\w’'-]*|de|la|el|al|of))*)$"
)
_FIRST = re.compile(r"(?:the\s+)?((?:[A-Z][\w'’.-]*\s)+)(?=[a-z])")
_LEVELS = {
    "county": "D", "parish": "D", "state": "A", "province": "AD", "governorate": "AD", "oblast": "A", "prefecture": "AD", "region": "AD",
    "district": "DA", "city": "P", "town": "P", "village": "P",
}  # fmt: skip
LONGEST, _PHRASE = 5, 150


class Reading(NamedTuple):
    """What a span may mean; `loose` if it is only called after these places."""

    key: str
    options: tuple[Candidate, ...]
    loose: bool = False


@lru_cache(maxsize=1)
def state_forms() -> dict[str, str]:
    """Names, adjectives and nouns of states, folded -> ISO alpha-3 code."""
    kinds = {"name", "adjective", "noun", "historic", "historic_adjective"}
    table: dict[str, str] = {}
    for row in knowledge.state_names():
        if row.kind in kinds:
            table.setdefault(fold(row.form), row.iso3)
    return table


def state_called(words: str) -> str | None:
    """The state (ISO alpha-3) that words name or mean as its adjective or people, None for other words."""
    return state_forms().get(fold(words))


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Adjectives and nouns of states that are no names of states, some of which are names of towns too."""
    names = {fold(row.form) for row in knowledge.state_names() if row.kind in ("name", "capital", "historic")}
    return frozenset(fold(row.form) for row in knowledge.state_names() if row.kind in ("adjective", "noun")) - names


@lru_cache(maxsize=1)
def capital_names() -> dict[str, tuple[str, ...]]:
    """Names of each state's capital, by ISO alpha-3 code."""
    table: dict[str, tuple[str, ...]] = {}
    for row in knowledge.state_names():
        if row.kind == "capital":
            table[row.iso3] = (*table.get(row.iso3, ()), row.form)
    return table


@lru_cache(maxsize=1)
def capitals() -> frozenset[str]:
    """The folded names of all capitals."""
    return frozenset(fold(form) for forms in capital_names().values() for form in forms)


def names_of(text: str) -> tuple[str, ...]:
    """Return the forms under which a span is looked up: as written, without article and kind ("the port city of")."""
    text = re.sub(r"['’]s$", "", text.strip(' ,;:()"“”'))
    forms = [text, text.split(",")[0].strip(), text.rpartition(",")[2].strip()]
    for form in tuple(forms):
        short = form
        for _ in range(3):
            short = _ARTICLE.sub("", short)
            forms += [short, _KIND.sub("", short)]
    if capital := _CAPITAL_OF.fullmatch(text):
        forms += capital_names().get(state_forms().get(fold(capital[1]), ""), ())
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1 and form[0].isupper()))


@lru_cache(maxsize=8192)
def read(words: str, dotted: bool = False) -> Reading | None:
    """Return what a span's words may mean, None if nothing; `dotted` says that a full stop follows them."""
    if (words.isupper() or dotted or words.endswith(".")) and (short := abbreviated(words)):
        return Reading(fold(short[0].entry.name), short)
    for form in names_of(words):
        if hits := _hits(form):
            if words.isupper() and len(words) < 4:  # "EU" is no town
                hits = tuple(hit for hit in hits if hit.entry.level in "CR")
                if not hits:
                    continue
            kind = _KIND.search(words)
            levels = _LEVELS.get(kind[1].casefold(), "") if kind and fold(form) != fold(words) else ""
            return Reading(fold(form), tuple(hit for hit in hits if hit.entry.level in levels) or hits)
    if short := abbreviated(words):
        return Reading(fold(short[0].entry.name), short)
    if within := _WITHIN.search(words) or _CALLED.search(words):
        return read(within[1])
    return _loosely(words)


def _loosely(words: str) -> Reading | None:
    """What is called after a place, or begins with its name."""
    first = _FIRST.match(words)
    name = first[1].strip().removesuffix("'s").removesuffix("’s") if first else _FEATURE.sub("", re.sub(r"^the\s+", "", words))
    if not name or name == words or not name[0].isupper() or fold(name) in demonyms():
        return None
    hits = tuple(hit for hit in candidates(name) if hit.entry.level in "PDA")
    return Reading(fold(words), hits, True) if hits else None


def _hits(form: str) -> tuple[Candidate, ...]:
    """The gazetteer's places of one form, and the state or region whose people or adjective it is."""
    key, found = fold(form), candidates(form)
    if key in demonyms():
        state = countries().get(state_forms()[key])
        return (state, *found) if state else found
    people = re.fullmatch(r"(.+)ns?", form)
    if people and not found:  # "Crimean", "Africans"
        return tuple(hit for stem in (people[1], people[1][:-1] + "e") for hit in candidates(stem) if hit.entry.level == "R")
    return found


def read_span(text: str, start: int, end: int) -> Reading | None:
    """Return what a span of a text may mean; nothing that is longer than a phrase names a place."""
    return None if end - start > _PHRASE else read(text[start:end], text[end : end + 1] == ".")


def container(words: Sequence[str]) -> tuple[int, tuple[Candidate, ...]]:
    """Return the country, state or county that the first of several words name, longest first, and how many words that takes."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        form = " ".join(words[:size])
        hits = abbreviated(form.rstrip(",;:")) or candidates(form.strip(".,;:()'’").removesuffix("'s").removesuffix("’s"))
        if wider := tuple(hit for hit in hits if hit.entry.level in "CAD" and hit.main):
            return size, wider
    return 0, ()

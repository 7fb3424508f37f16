"""Office holders: found by name, by surname where only one person can be meant, and by office, as of a date."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor.words import fold, slug, spelling
from detente.knowledge import Office

# Family name first in the usual English spelling.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG"}
# States whose leaders news names by surname alone.
PROMINENT = {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "JPN", "IND", "ITA", "CAN", "BRA", "MEX", "TUR", "SAU", "ZAF", "AUS", "KOR",
             "IDN", "ARG", "UKR", "ISR", "IRN", "EGY", "PAK", "SYR", "IRQ", "POL", "HUN", "PRK", "VEN", "BLR", "ESP"}  # fmt: skip
RANK = ("supreme leader", "president", "chancellor", "prime minister", "monarch", "pope", "leader", "secretary-general",
        "commission president", "council president", "director general", "managing director", "high commissioner", "prosecutor")  # fmt: skip
_PARTICLES = {"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "la", "le", "del", "dos", "abu"}


class Person(NamedTuple):
    """A person in the tables: one name, every other form of it, and the spells in office."""

    name: str
    country: str
    forms: tuple[str, ...]
    spells: tuple[Office, ...]

    @property
    def id(self) -> str:
        """The stable identifier, from the canonical name."""
        return f"person:{slug(self.name)}"


class Holding(NamedTuple):
    """What a person holds at a date: the spell, and whether it is over by then or has not begun."""

    spell: Office
    past: bool = False
    future: bool = False


def surname(name: str, country: str) -> str:
    """Return the folded family name: the first word in Chinese and Korean names, else the last with its particles."""
    parts = fold(name).split()
    if not parts:
        return ""
    if country in FAMILY_FIRST and len(parts) > 1:
        return parts[0]
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in _PARTICLES:
        at -= 1
    return " ".join(parts[at:])


@lru_cache(maxsize=1)
def people() -> tuple[Person, ...]:
    """Everybody in the tables of offices; rows with one name form in one country are one person."""
    owners: dict[tuple[str, str], int] = {}
    forms: list[dict[str, None]] = []
    spells: list[list[Office]] = []
    for row in knowledge.offices():
        keys = [(row.country.lstrip("@") if row.country.startswith("@") else row.country, spelling(f)) for f in (row.name, *row.aliases)]
        at = next((owners[key] for key in keys if key in owners), None)
        if at is None:
            at = len(forms)
            forms.append({})
            spells.append([])
        for key in keys:
            owners.setdefault(key, at)
        forms[at].update(dict.fromkeys((row.name, *row.aliases)))
        spells[at].append(row)
    return tuple(
        Person(next(iter(names)), rows[0].country, tuple(names), tuple(sorted(rows, key=lambda r: r.start)))
        for names, rows in zip(forms, spells, strict=True)
    )


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[Person, ...]]:
    table: dict[str, list[Person]] = {}
    for person in people():
        for form in person.forms:
            table.setdefault(fold(form), []).append(person)
    return {key: tuple(dict.fromkeys(found)) for key, found in table.items()}


@lru_cache(maxsize=1)
def _by_surname() -> dict[str, tuple[Person, ...]]:
    table: dict[str, list[Person]] = {}
    for person in people():
        for form in person.forms:
            name = surname(form, person.country)
            table.setdefault(spelling(name), []).append(person)
            bare = name.split()[-1] if name else ""
            table.setdefault(spelling(bare), []).append(person)
    return {key: tuple(dict.fromkeys(found)) for key, found in table.items() if key}


def holding(person: Person, date: str | None) -> Holding:
    """Return what the person holds on an ISO day; without one the latest spell, taken as current."""
    if date is None:
        return Holding(person.spells[-1])
    active = [s for s in person.spells if s.start <= date and (not s.end or date < s.end)]
    if active:
        return Holding(min(active, key=_rank))
    past = [s for s in person.spells if s.start <= date]
    if past:
        return Holding(max(past, key=lambda s: s.end), past=True)
    return Holding(person.spells[0], future=True)


def _rank(spell: Office) -> int:
    return RANK.index(spell.office) if spell.office in RANK else len(RANK)


def _one(found: tuple[Person, ...], date: str | None, country: str | None) -> Person | None:
    """Choose the only candidate that fits, preferring those in office on the day; nobody if several remain."""
    if country:
        found = tuple(p for p in found if p.country == country)
    if len(found) > 1 and date:
        active = tuple(p for p in found if not holding(p, date).past and not holding(p, date).future)
        found = active or found
    return found[0] if len(found) == 1 else None


def by_name(name: str, date: str | None = None, country: str | None = None) -> Person | None:
    """Find a person by a full name; transliterations agree roughly, given names must begin alike."""
    exact = _one(_by_form().get(fold(name), ()), date, country) or _one(_by_form().get(fold(name), ()), date, None)
    if exact:
        return exact
    parts = fold(name).split()
    if len(parts) < 2:
        return None
    close = tuple(p for p in _by_surname().get(spelling(surname(name, country or "")), ()) if any(_alike(name, f) for f in p.forms))
    return _one(close, date, country)


def _alike(name: str, form: str) -> bool:
    mine, other = fold(name).split(), fold(form).split()
    if len(mine) < 2 or len(other) < 2:
        return False
    return spelling(mine[0]) == spelling(other[0]) and spelling(mine[-1]) == spelling(other[-1])


def by_surname(word: str, date: str | None, country: str | None = None, hints: frozenset[str] = frozenset()) -> Person | None:
    """Find a person by surname alone, only where one person of rank can be meant.

    That is so if the mention names the country, if the text around it does (`hints`), or if the state is one whose
    leaders are named without it; the person must hold or have held a high office by `date`.
    """
    found = _by_surname().get(spelling(word), ())
    if country:
        return _one(found, date, country)
    local = tuple(p for p in found if p.country in hints)
    if local:
        return _one(local, date, None)
    known = tuple(p for p in found if p.country in PROMINENT and any(_rank(s) < len(RANK) for s in p.spells))
    if date:
        active = tuple(p for p in known if not holding(p, date).past and not holding(p, date).future)
        return active[0] if len(active) == 1 else _one(known, date, None) if len(found) == 1 else None
    return known[0] if len(known) == 1 and len(found) <= 2 else None


@lru_cache(maxsize=1)
def _spells() -> dict[tuple[str, str], tuple[tuple[Office, Person], ...]]:
    table: dict[tuple[str, str], list[tuple[Office, Person]]] = {}
    for person in people():
        for spell in person.spells:
            table.setdefault((spell.country, spell.office), []).append((spell, person))
    return {key: tuple(sorted(found, key=lambda pair: pair[0].start)) for key, found in table.items()}


def holder(country: str, office: str, date: str | None) -> Person | None:
    """Return who held an office on an ISO day: of the spells that cover it the one that began last; else nobody."""
    if date is None:
        return None
    covering = [(s, p) for s, p in _spells().get((country, office), ()) if s.start <= date and (not s.end or date < s.end)]
    return covering[-1][1] if covering else None


def leader(country: str, date: str | None) -> tuple[Person, str] | None:
    """Return the leader of a state or organisation on a day, and the office that makes them that."""
    if country.startswith("@"):
        order = [office for office in RANK if (country, office) in _spells()]
    else:
        order = [knowledge.executives().get(country, "president"), "president", "prime minister", "supreme leader", "leader"]
    for office in order:
        person = holder(country, office, date)
        if person:
            return person, office
    return None

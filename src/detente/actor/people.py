"""The people of the tables of offices: their names, and what they hold as of a date."""

from __future__ import annotations

from datetime import date as day
from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor.words import fold, slug, spelling
from detente.knowledge import Office
from detente.knowledge.building import built_once

# Family name first in the usual English spelling.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG"}
RANK = ("supreme leader", "monarch", "president", "chancellor", "prime minister", "pope", "leader", "secretary-general",
        "commission president", "commission chairperson", "council president", "director general", "managing director", "high commissioner",
        "prosecutor")  # fmt: skip
# Offices that one person holds at a time, so that two names with one first day are one person's.
_SINGLE = {"president", "prime minister", "chancellor", "monarch", "supreme leader"}
# Words that belong to the family name behind them.
PARTICLES = {"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "la", "le", "del", "dos", "abu"}
_NUMERALS = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"}
_ALIKE = 0.75
# Who was one of these is known for it, whatever they did later.
_HEADS = {"president", "prime minister", "chancellor"}
_LATELY = 120  # days in which somebody is known for the last office
# Last words of what people are beside an office of state, of which the office counts first: in a party, then in private life.
_IN_PARTY = {"leader", "candidate", "politician", "chairman", "official"}
_PRIVATE = frozenset(
    "activist actress archbishop assassin banker bandit bishop blogger boss broadcaster businessman businesswoman cardinal cleric dissident "
    "doctor editor environmentalist evangelist figure financier guru imam journalist justice lawyer lord monk mufti nun pastor patriarch "
    "philanthropist priest rabbi scientist tycoon whistleblower writer".split()
)


class Person(NamedTuple):
    """A person in the tables: one name, every other form of it, and the spells in office."""

    name: str
    country: str
    forms: tuple[str, ...]
    spells: tuple[Office, ...]

    @property
    def states(self) -> frozenset[str]:
        """The states (or `@` and an organisation) in which the person held an office."""
        return frozenset(spell.country for spell in self.spells)

    @property
    def id(self) -> str:
        """The stable identifier, from the canonical name."""
        return f"person:{slug(self.name)}"


class Holding(NamedTuple):
    """What a person holds at a date: the spell, and whether it is over by then or has not begun."""

    spell: Office
    past: bool = False
    future: bool = False


@lru_cache(maxsize=1 << 14)
def surname(name: str, country: str) -> str:
    """Return the folded family name: the first word in Chinese and Korean names, else the last with its particles.

    A monarch's or pope's number is no part of it ("Abdullah II" gives "abdullah").
    """
    parts = fold(name).split()
    while len(parts) > 1 and parts[-1] in _NUMERALS:
        parts.pop()
    if not parts:
        return ""
    if country in FAMILY_FIRST and len(parts) > 1:
        return parts[0]
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in PARTICLES:
        at -= 1
    return " ".join(parts[at:])


@built_once
def people() -> tuple[Person, ...]:
    """Everybody in the tables of offices. Rows are one person's that share a form of the name within a country, or that
    begin one office of a single holder on one day with names alike ("Lukashenko", "Lukashenka").
    """
    owners: dict[tuple[str, ...], int] = {}
    forms: list[dict[str, None]] = []
    spells: list[list[Office]] = []
    for row in knowledge.offices():
        names = (row.name, *row.aliases)
        spelled = [spelling(name) for name in names]
        keys: list[tuple[str, ...]] = [(row.country.lstrip("@"), key) for key in spelled]
        at = next((owners[key] for key in keys if key in owners), None)
        if at is None:  # who led an organisation and held office at home is one person
            at = owners.get(("@" if row.country[0] != "@" else "", spelled[0])) if " " in row.name else None
        if at is None and row.office in _SINGLE:
            first = owners.get((row.country, row.office, row.start))
            at = first if first is not None and any(_likely(form, row.name) for form in forms[first]) else None
        if at is None:
            at = len(forms)
            forms.append({})
            spells.append([])
        everywhere = [(mark, key) for key in spelled for mark in (("", "@") if row.country[0] == "@" else ("",))]
        for key in (*keys, *everywhere, (row.country, row.office, row.start)):
            owners.setdefault(key, at)
        forms[at].update(dict.fromkeys(names))
        if not any((s.country, s.office, s.start) == (row.country, row.office, row.start) for s in spells[at]):  # the table by hand comes first
            spells[at].append(row)
    return tuple(
        Person(next(iter(names)), rows[0].country, tuple(names), tuple(sorted(rows, key=lambda r: r.start)))
        for names, rows in zip(forms, spells, strict=True)
    )


def _likely(first: str, second: str) -> bool:
    """Whether two names share a word in some transliteration."""
    return any(SequenceMatcher(None, spelling(a), spelling(b)).ratio() >= _ALIKE for a in first.split() for b in second.split())


@lru_cache(maxsize=1 << 14)
def holding(person: Person, date: str | None, office: str | None = None) -> Holding:
    """Return what the person holds on an ISO day; without one the latest spell, taken as current.

    Of several spells that cover the day the one of `office` counts, else the highest, else the one that began last.
    """
    if date is None:
        return Holding(person.spells[-1])
    active = [s for s in person.spells if s.start <= date and (not s.end or date < s.end)]
    if active:
        latest = sorted(active, key=lambda spell: spell.start, reverse=True)
        return Holding(min(latest, key=lambda spell: (spell.office != office, rank(spell), _standing(spell))))
    past = [s for s in person.spells if s.start <= date]
    if past:
        lately = _before(date, _LATELY)
        return Holding(max(past, key=lambda s: (s.office == office, s.end >= lately, s.office in _HEADS, s.end)), past=True)
    return Holding(person.spells[0], future=True)


def _before(date: str, days: int) -> str:
    """The day so many days before an ISO day; the words themselves where they are no day or the first of all."""
    try:
        return (day.fromisoformat(date) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return date


def rank(spell: Office) -> int:
    """The place of an office among those of rank, the highest first; one past the last for all others and for those of a party."""
    return RANK.index(spell.office) if spell.office in RANK and spell.country not in _parties() else len(RANK)


@built_once
def _parties() -> frozenset[str]:
    """The parties as owners of offices."""
    return frozenset(f"@{row.code}" for row in knowledge.groups() if row.sectors[:1] == ("PTY",))


def _standing(spell: Office) -> int:
    last = spell.office.rpartition(" ")[2]
    return 2 if last in _PRIVATE else int(last in _IN_PARTY or spell.country in _parties())


def high(person: Person) -> bool:
    """Whether a person holds or held an office of rank, so that news names them without it."""
    return any(rank(spell) < len(RANK) for spell in person.spells)


def in_state(person: Person, date: str) -> bool:
    """Whether a person holds an office of a state, organisation or force on a day, beside what they are in a party or privately."""
    return any(s.start <= date and (not s.end or date < s.end) and not _standing(s) for s in person.spells)


def in_office(person: Person, date: str) -> bool:
    """Whether a person holds any office of the tables on a day."""
    return any(s.start <= date and (not s.end or date < s.end) for s in person.spells)

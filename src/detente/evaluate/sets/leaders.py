"""Chiefs of state and heads of government, by name and by office alone, against two open lists of office holders.

The Factbook's history (2015 to 2026, with a gap from 2017 to 2020) and CountryInfo (1990 to 2008). The holder at a date is the one
of the latest `since` before it; days within ten days of a change and days of the gap are left out, and holders of one day. By
name, the mention is the name as printed and right is the country, GOV and the office; by office, it is the state and the title as
printed ("the Kenyan president") and right is the person.
"""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import msgspec

from detente import knowledge
from detente.actor import Identity, Resolver
from detente.actor.words import spelling
from detente.coder import Coder
from detente.evaluate.tally import Report, Tally
from detente.knowledge.folding import fold

PATHS = ("**/leaders_factbook/factbook_leaders_history.csv.gz", "**/countryinfo_phoenix/countryinfo.jsonl.gz")
FIRST, LAST = date(1990, 6, 1), date(2008, 6, 30)
GAP = (date(2017, 3, 1), date(2020, 12, 1))
MARGIN = timedelta(days=10)
ALIKE = 0.75
DRAWS = 2  # days drawn for each spell
# Titles by the words that sources print for them, and how a text names the office.
_TITLES = (
    (r"supreme leader|leader of the revolution", "supreme leader"),
    (r"deputy|vice|governor|speaker|commission|administrat|representative|co-?prince|captain|regent|council of state|first|elect", ""),
    (r"(acting |interim |caretaker |transitional )?(prime ministers?|premiers?)$", "prime minister"),
    (r"chair(man|men|person) of the (council|cabinet) of ministers|heads? of government|taoiseach|presidents? of the government$", "prime minister"),
    (r"chancellors?$", "chancellor"),
    (r"(kings?|queens?)(/queens)?$", "monarch"),
    (r"emperors?$", "emperor"), (r"(amirs?|emirs?)( sheikh)?$", "emir"), (r"sultans?( and prime minister)?$", "sultan"),
    (r"grand dukes?$", "grand duke"),
    (r"(acting |interim |transitional |executive )?presidents?$", "president"),
)  # fmt: skip
_ROYAL = {"monarch", "emperor", "emir", "sultan", "grand duke"}


class Spell(NamedTuple):
    """Who held what from a day until the next one's first day."""

    country: str
    office: str
    name: str
    first: date
    last: date


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Ask for every holder on days drawn from the spell (one seed), by name and by office."""
    draw, tally, asked = random.Random(0), Tally(), 0
    words = state_words()
    for path in paths:
        source, listed = "Factbook" if path.name.endswith(".csv.gz") else "CountryInfo", list(spells(path))
        for spell in listed:
            for day in _days(spell, draw):
                asked += 1
                offices = {one.office for one in listed if one[:3:2] == spell[:3:2] and one.first <= day < one.last}
                named = ask_name(coder.resolver, spell, day, offices)
                held = ask_office(coder.resolver, spell, day, words)
                for figure in ("by name", f"by name, {source}"):
                    tally.rate(figure, named)
                for figure in ("by office", f"by office, {source}"):
                    tally.rate(figure, held)
                tally.end_article()
    return Report(asked, tally.figures(), {}, {}, {})


def state_words() -> dict[str, tuple[str, ...]]:
    """For each state the name and adjective that are its own: of two states with one word ("Dominican") the first has it."""
    owner: dict[str, str] = {}
    for row in knowledge.state_names():
        owner.setdefault(fold(row.form), row.iso3)
    found: dict[str, dict[str, str]] = {}
    for row in knowledge.state_names():
        if row.kind in {"name", "adjective"} and owner[fold(row.form)] == row.iso3 and not row.form.isupper() and "." not in row.form:
            found.setdefault(row.iso3, {}).setdefault(row.kind, row.form)
    return {iso3: (forms["name"], forms.get("adjective", "")) for iso3, forms in found.items() if "name" in forms}


def ask_name(resolver: Resolver, spell: Spell, day: date, offices: set[str]) -> bool:
    """Whether the name as printed gives the country, the government and an office that the person holds on the day."""
    found = resolver.resolve(spell.name, day.isoformat())
    if len(found) != 1 or found[0].country != spell.country or found[0].sectors[:1] not in {("GOV",), ("REL",)}:
        return False
    royal = _ROYAL if offices & _ROYAL else set()
    return found[0].role in offices | royal


def ask_office(resolver: Resolver, spell: Spell, day: date, words: dict[str, tuple[str, ...]]) -> bool:
    """Whether the title and the state alone give the person."""
    name, adjective = words[spell.country]
    office = "king" if spell.office == "monarch" else spell.office
    mention = f"the {adjective} {office}" if adjective and day.day % 2 else f"{name}'s {office}"
    found = resolver.resolve(mention, day.isoformat())
    return len(found) == 1 and same_person(found[0], spell)


def same_person(found: Identity, spell: Spell) -> bool:
    """Whether an answer's name shares the surname in capitals, or two words, with the name as printed."""
    mine, theirs = set(fold(found.name or "").split()), fold(spell.name).split()
    surname = {fold(word) for word in spell.name.split() if word.isupper() and len(word) > 2}
    alike = sum(any(_close(word, other) for other in mine) for word in theirs)
    return alike >= min(2, len(theirs)) or bool(0 < len(surname) < len(theirs) and any(_close(a, b) for a in surname for b in mine))


def _close(first: str, second: str) -> bool:
    """Whether two words are one name in two transliterations (Lukashenka, Lukashenko)."""
    return SequenceMatcher(None, spelling(first), spelling(second)).ratio() >= ALIKE


def spells(path: Path) -> Iterator[Spell]:
    """The spells of one list: chains of holders of one office, each until the next one's first day."""
    rows = sorted(_factbook(path) if path.name.endswith(".csv.gz") else _countryinfo(path))
    for _, group in groupby(rows, key=lambda row: row[:2]):
        chain = list(group)
        for country, office, since, until, name in chain:
            later = min((row[2] for row in chain if row[2] > since), default=until)
            same_day = [row for row in chain if row[2] == since]
            if len({fold(row[4]).split()[-1] for row in same_day}) == 1:
                yield Spell(country, office, name, since, min(later, until))


def _factbook(path: Path) -> Iterator[tuple[str, str, date, date, str]]:
    lines = (files("detente.export") / "data" / "fips.tsv").read_text(encoding="utf-8").splitlines()[1:]
    codes = {line.split("\t")[1].lower(): line.split("\t")[0] for line in lines}
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            name = row["name_caps_surname"].replace(",", "")
            office, country = _office(row["title"]), codes.get(row["gec"], "")
            if office and _sovereign(country) and len(row["since"]) == 10 and _is_name(name, row["surname"]):
                yield country, office, date.fromisoformat(row["since"]), date.fromisoformat(row["last_seen"]), name


def _countryinfo(path: Path) -> Iterator[tuple[str, str, date, date, str]]:
    names = {row.form.casefold(): row.iso3 for row in knowledge.state_names() if row.kind == "name"}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(msgspec.json.decode, lines):
            country = names.get(record["name"].replace("_", " ").casefold(), "")
            for entry in record["leaders"]:
                office = _office(entry["office"])
                mixed = country in {"MUS", "KOS"}  # the set has others' leaders there
                if office and not mixed and _sovereign(country) and entry["names"][0].replace(" ", "").isalpha():
                    yield from _printed(country, office, entry)


def _printed(country: str, office: str, entry: dict[str, list[str]]) -> Iterator[tuple[str, str, date, date, str]]:
    for spell in entry["spells"]:
        days = re.findall(r"\d{8}", spell)
        if spell[:2] not in {"B:", "D:"} and days and (len(days) == 2 or spell.startswith(">")):
            try:
                first, last = (date.fromisoformat(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in (days + ["20091231"])[:2])
            except ValueError:
                continue
            yield country, office, first, last, entry["names"][0].title()


def _office(title: str) -> str:
    plain = title.replace("_", " ").strip().casefold()
    return next((office for pattern, office in _TITLES if re.match(pattern, plain) or (office == "" and re.search(pattern, plain))), "")


def _sovereign(country: str) -> bool:
    row = knowledge.states().get(country)
    return bool(row and not row.parent and country not in {"HKG"})


def _is_name(name: str, surname: str) -> bool:
    crown = re.match(r"(QUEEN )?(ELIZABETH II|CHARLES III)", name)  # one monarch of many states
    return bool(surname) and not crown and not re.search(r"\b(appointed|Minister|President|tenure|since|Government)\b", name) and " " in name.strip()


def _days(spell: Spell, draw: random.Random) -> Iterable[date]:
    """Days within the spell, away from its ends and from the gap; none for a spell that is too short."""
    found: list[date] = []
    if spell.last - spell.first <= 3 * MARGIN:
        return found
    for _ in range(DRAWS):
        day = spell.first + MARGIN + timedelta(days=draw.randrange((spell.last - spell.first - 2 * MARGIN).days))
        if day >= FIRST and not GAP[0] <= day <= GAP[1] and (day <= LAST or day.year >= 2015):
            found.append(day)
    return found

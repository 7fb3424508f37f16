"""The packed gazetteer: names to candidate places. Loaded on first use (some tenths of a second), then shared."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from detente import knowledge
from detente.knowledge.folding import fold

Level = Literal["C", "A", "P", "R"]


class Entry(NamedTuple):
    """A place: level C country, A first-level division, P populated place, R region; degrees, people, GeoNames id."""

    level: str
    geonames: int | None
    name: str
    country: str | None
    admin: str
    lat: float | None
    lon: float | None
    population: int
    capital: bool = False


class Candidate(NamedTuple):
    """A place that a name may mean, and whether the name is its main one."""

    entry: Entry
    main: bool


def _read(name: str) -> list[str]:
    packed = (files("detente.where") / "data" / name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").split("\n")


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    return _read("places.tsv.gz")


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    return dict(line.partition("\t")[::2] for line in _read("keys.tsv.gz"))


@lru_cache(maxsize=1)
def _regions() -> dict[str, Entry]:
    """Regions, seas and disputed territories that news names and the gazetteer lacks, by folded name."""
    text = (files("detente.where") / "data" / "regions.tsv").read_text(encoding="utf-8")
    table: dict[str, Entry] = {}
    for line in text.split("\n")[1:]:
        if line:
            name, country, lat, lon, aliases, _ = line.split("\t")
            entry = Entry("R", None, name, country or None, "", float(lat), float(lon), 1_000_000)
            for form in (name, *aliases.split("|")):
                table[fold(form)] = entry
    return table


@lru_cache(maxsize=1)
def capitals() -> frozenset[tuple[str, str]]:
    """Pairs of ISO alpha-3 code and folded name of each state's capital."""
    return frozenset((row.iso3, fold(row.form)) for row in knowledge.state_names() if row.kind == "capital")


@lru_cache(maxsize=8192)
def _entry(number: int) -> Entry:
    level, geonames, name, country, admin, lat, lon, population = _lines()[number].split("\t")
    capital = level == "P" and (country, fold(name)) in capitals()
    return Entry(level, int(geonames), name, country, admin, float(lat) if lat else None, float(lon) if lon else None,
                 int(population), capital)  # fmt: skip


@lru_cache(maxsize=16384)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, countries first, then regions, divisions and towns, unordered by merit."""
    key = fold(name)
    found = [Candidate(_entry(int(number.rstrip("*"))), not number.endswith("*")) for number in _keys().get(key, "").split(",") if number]
    region = _regions().get(key)
    if region:
        found.append(Candidate(region, True))
    return tuple(found)


def known(key: str) -> bool:
    """Whether a folded name is in the gazetteer, without building its places."""
    return key in _keys() or key in _regions()

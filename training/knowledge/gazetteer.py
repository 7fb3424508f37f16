"""Pack the gazetteer: `python training/knowledge/gazetteer.py OPEN_DIR` writes src/detente/where/data/*.gz (GeoNames, CC BY 4.0).

Two texts, gzip-ed: `places` has a line for each place (level, geonames id, name, ISO alpha-3, admin1, lat, lon, population), `keys` a line for
each folded name with the line numbers of its places; a number with `*` is an alternate name. Centres of first-level divisions are the means of
their cities, weighted by population (GeoNames' own list of divisions has none).
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from detente import knowledge
from detente.knowledge.folding import fold

DATA = Path(__file__).parents[2] / "src/detente/where/data"
csv.field_size_limit(10**7)
Line = tuple[str, str, str, str, str, str, str, str]


def useful(name: str, population: int) -> bool:
    """Keep alternate names in Latin letters that start with a capital; of small places only few are in use."""
    return len(name) > 3 and name[0].isupper() and fold(name).isascii() and not name.isupper() and population >= 50_000


def cities(open_dir: Path, iso3: dict[str, str]) -> Iterator[tuple[Line, str, list[str]]]:
    """Yield (line, admin1 key, alternate names) for each city."""
    with gzip.open(open_dir / "gazetteer_geonames/cities15000.tsv.gz", "rt", encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            line = ("P", row["geonameid"], row["name"], iso3[row["cc"]], row["admin1"],
                    f"{float(row['lat']):.4f}", f"{float(row['lon']):.4f}", row["population"])  # fmt: skip
            names = [n for n in (row["altnames"] or "").split("|") if n and useful(n, int(row["population"]))]
            yield line, f"{row['cc']}.{row['admin1']}", names


def main(open_dir: Path) -> None:
    """Write both texts."""
    with gzip.open(open_dir / "gazetteer_geonames/countries.json.gz", "rt", encoding="utf-8") as handle:
        countries = json.load(handle)
    iso3 = {row["iso"]: "KOS" if row["iso"] == "XK" else row["iso3"] for row in countries.values()}
    places: list[Line] = []
    keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
    centres: defaultdict[str, list[tuple[float, float, int]]] = defaultdict(list)
    with gzip.open(open_dir / "countries_mledoze/countries.jsonl.gz", "rt", encoding="utf-8") as handle:
        centre = {row["cca2"]: row["latlng"] for row in map(json.loads, handle)}
    for row in countries.values():
        at = centre.get(row["iso"], ["", ""])
        places.append(("C", str(row["geonameid"]), row["name"], iso3[row["iso"]], "", str(at[0]), str(at[1]), str(row["population"])))
        number = str(len(places) - 1)
        keys[fold(row["name"])][number] = None
        for form in knowledge.state_names():
            if form.iso3 == iso3[row["iso"]] and form.kind in {"name", "historic"}:
                keys[fold(form.form)][number] = None
    for line, admin, names in cities(open_dir, iso3):
        places.append(line)
        number = str(len(places) - 1)
        keys[fold(line[2])][number] = None
        centres[admin].append((float(line[5]), float(line[6]), int(line[7]) + 1))
        for name in names:
            if number not in keys[fold(name)]:
                keys[fold(name)][number + "*"] = None
    with gzip.open(open_dir / "gazetteer_geonames/admin1CodesASCII.txt.gz", "rt", encoding="utf-8") as handle:
        for text in handle:
            code, name, ascii_name, geoname = text.rstrip("\n").split("\t")
            weights = centres.get(code, [])
            total = sum(w for _, _, w in weights)
            lat = f"{sum(a * w for a, _, w in weights) / total:.3f}" if total else ""
            lon = f"{sum(o * w for _, o, w in weights) / total:.3f}" if total else ""
            country, _, admin = code.partition(".")
            places.append(("A", geoname, name, iso3[country], admin, lat, lon, str(total)))
            for form in {fold(name), fold(ascii_name)}:
                keys[form][str(len(places) - 1)] = None
    DATA.mkdir(exist_ok=True)
    write("places.tsv.gz", ["\t".join(line) for line in places])
    write("keys.tsv.gz", [f"{key}\t{','.join(numbers)}" for key, numbers in sorted(keys.items()) if len(key) > 1])


def write(name: str, lines: list[str]) -> None:
    """Write lines gzip-ed, without a time stamp, so that the same input gives the same bytes."""
    (DATA / name).write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Build the tables of states and office holders from the open sets; run as `python training/knowledge/build.py OPEN_DIR`.

`OPEN_DIR` holds `countries_mledoze`, `countryinfo_phoenix`, `leaders_factbook` and `gazetteer_geonames`. What is written
(`states.tsv`, `state_names.tsv`, `offices.tsv` in `src/detente/knowledge/data`) is facts only, one origin a row; the
tables edited by hand lie next to them and win over these.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from holders import countryinfo_rows, factbook_rows
from offices import merged

DATA = Path(__file__).parents[2] / "src/detente/knowledge/data"

# Dependencies fold into the state that controls them (PLOVER); these keep their own code.
OWN_CODE = {"HKG", "PSE", "KOS", "ATA", "TWN"}
PARENTS = {
    "ABW": "NLD", "AIA": "GBR", "ALA": "FIN", "ASM": "USA", "ATF": "FRA", "BLM": "FRA", "SHN": "GBR", "BMU": "GBR",
    "BES": "NLD", "BVT": "NOR", "CCK": "AUS", "COK": "NZL", "CUW": "NLD", "CXR": "AUS", "CYM": "GBR",     "FLK": "GBR", "FRO": "DNK",
    "GGY": "GBR", "GIB": "GBR", "GLP": "FRA", "GRL": "DNK", "GUF": "FRA", "GUM": "USA",
    "HMD": "AUS", "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAC": "CHN", "MAF": "FRA", "MNP": "USA", "MSR": "GBR",
    "MTQ": "FRA", "MYT": "FRA", "NCL": "FRA", "NFK": "AUS", "NIU": "NZL", "PCN": "GBR", "PRI": "USA", "PYF": "FRA",
    "REU": "FRA", "SGS": "GBR", "SJM": "NOR", "SPM": "FRA", "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA",
    "VGB": "GBR", "VIR": "USA", "WLF": "FRA",
}  # fmt: skip
# Gleditsch and Ward number these states differently from the Correlates of War.
GW = {"DEU": "260", "YEM": "678", "KIR": "970", "NRU": "971", "TON": "972", "TUV": "973", "KOS": "347", "SRB": "340"}
# Numbers that CountryInfo lacks or has otherwise, recalled from the Correlates of War state list.
COW = {"AFG": "700", "GIN": "438", "GTM": "90", "ISR": "666", "JPN": "740", "MMR": "775", "USA": "2",
       "KOS": "347", "SSD": "626", "MNE": "341", "SRB": "345", "TLS": "860", "DEU": "255", "YEM": "679", "ROU": "360",
       "COD": "490", "PSE": ""}  # fmt: skip
# Capitals that are better known as a person's or another thing's name, never used for a government.
NO_CAPITAL = {"Victoria"}


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a gzip-ed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def word_forms(cell: str) -> list[str]:
    """Split a Factbook nationality cell: "Kenyan(s)" gives Kenyan and Kenyans."""
    forms: list[str] = []
    for part in re.split(r"[,;]| or ", cell):
        plural = "(s)" in part
        word = re.sub(r"\(.*?\)", "", part).replace("NA", "").strip()
        if word and word[0].isupper() and len(word) > 3:
            forms += [word, word + "s"] if plural else [word]
    return forms


def write(name: str, header: list[str], rows: list[tuple[str, ...]]) -> None:
    """Write a table as tab-separated text with one header line."""
    lines = ["\t".join(header)] + ["\t".join(row) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def states(open_dir: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], dict[str, str]]:
    """Return the rows of states.tsv and state_names.tsv, and the map from GEC (FIPS 10-4) to ISO alpha-3 codes."""
    with gzip.open(open_dir / "gazetteer_geonames/countries.json.gz", "rt", encoding="utf-8") as handle:
        geo = json.load(handle)
    iso3 = {row["iso"]: "KOS" if row["iso"] == "XK" else row["iso3"] for row in geo.values()}
    gec = {row["fips"].lower(): iso3[row["iso"]] for row in geo.values() if row["fips"]}
    cow = {row["iso3"]: row["cow"] for row in rows_of(open_dir / "countryinfo_phoenix/countryinfo.jsonl.gz") if row["cow"]}
    table: list[tuple[str, ...]] = []
    names: list[tuple[str, ...]] = []
    seen: set[str] = set()
    countries = sorted(rows_of(open_dir / "countries_mledoze/countries.jsonl.gz"), key=lambda r: (not r["independent"], r["name"]))

    def add(code: str, form: str, kind: str, source: str) -> None:
        if form and form.casefold() not in seen:
            seen.add(form.casefold())
            names.append((code, form, kind, source))

    for row in countries:
        code = "KOS" if row["cca3"] == "UNK" else row["cca3"]
        number = COW.get(code, cow.get(code, "")) if code not in PARENTS else ""
        table.append((code, "XK" if code == "KOS" else row["cca2"], number, GW.get(code, number), row["name"],
                      PARENTS.get(code, ""), "mledoze countryinfo"))  # fmt: skip
        add(code, row["name"], "name", "mledoze")
    for row in countries:
        code = "KOS" if row["cca3"] == "UNK" else row["cca3"]
        add(code, row["official"], "name", "mledoze")
        add(code, row["demonyms"].get("eng", {}).get("m", ""), "adjective", "mledoze")
        if code not in PARENTS:
            for capital in row["capital"]:
                if capital not in NO_CAPITAL:
                    add(code, capital, "capital", "mledoze")
    with (open_dir / "leaders_factbook/factbook_nationality.csv").open(encoding="utf-8") as handle:
        for line in csv.DictReader(handle):
            code = gec.get(line["gec"], "")
            if not code or code in PARENTS:
                continue
            for form in [line["country_short"], line["country_long"]]:
                if form and form != "none" and not set(form) & set("(;,") and form[0].isupper():
                    add(code, form.removeprefix("The "), "name", "factbook")
            for form in word_forms(line["nationality_adjective"]):
                add(code, form, "adjective", "factbook")
            for form in word_forms(line["nationality_noun"]):
                add(code, form, "noun", "factbook")
    return table, names, gec


# How CountryInfo names states that the other sets name otherwise.
OTHER_NAMES = {"BURMA": "MMR", "MYANMAR": "MMR", "CONGO": "COG", "CONGO REPUBLIC": "COG", "DEMOCRATIC REPUBLIC OF CONGO": "COD",
    "SOUTH KOREA": "KOR",
               "NORTH KOREA": "PRK", "MACEDONIA": "MKD", "IVORY COAST": "CIV", "CZECH REPUBLIC": "CZE", "CAPE VERDE": "CPV",
               "SWAZILAND": "SWZ", "SERBIA AND MONTENEGRO": "SRB", "RUSSIA": "RUS", "SYRIA": "SYR", "IRAN": "IRN", "LAOS": "LAO",
               "VIETNAM": "VNM", "BRUNEI": "BRN", "MOLDOVA": "MDA", "TANZANIA": "TZA", "BOLIVIA": "BOL", "VENEZUELA": "VEN",
               "BAHAMAS": "BHS", "GAMBIA": "GMB", "SAINT VINCENT": "VCT", "MICRONESIA": "FSM", "VATICAN": "VAT",
               "TIMOR LESTE": "TLS", "BRUNEI DARUSSALAM": "BRN", "COTE D'IVOIRE": "CIV",
               "DEMOCRATIC REPUBLIC OF THE CONGO": "COD", "GUINEA BISSAU": "GNB", "MADAGASKAR": "MDG"}  # fmt: skip


def iso3_by_name(names: list[tuple[str, ...]]) -> Callable[[str], str]:
    """Return a function from a country's name to its code, by the names just built."""
    table = {row[1].upper(): row[0] for row in names if row[2] == "name"}
    return lambda name: OTHER_NAMES.get(name) or table.get(name, "")


def country_words(open_dir: Path, gec: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return the words of every country's names: some titles in the Factbook run on into them."""
    with (open_dir / "leaders_factbook/factbook_nationality.csv").open(encoding="utf-8") as handle:
        return {gec.get(row["gec"], ""): frozenset(f"{row['country_short']} {row['country_long']}".split()) - {"of", "the", "and"}
                for row in csv.DictReader(handle)}  # fmt: skip


def main(open_dir: Path) -> None:
    """Build all tables."""
    table, names, gec = states(open_dir)
    write("states.tsv", ["iso3", "iso2", "cow", "gw", "name", "parent", "source"], sorted(table))
    write("state_names.tsv", ["iso3", "form", "kind", "source"], sorted(names))
    sovereign = {row[0] for row in table if not row[5]}
    offices = merged(
        countryinfo_rows(rows_of(open_dir / "countryinfo_phoenix/countryinfo.jsonl.gz"), iso3_by_name(names)),
        factbook_rows(open_dir / "leaders_factbook/factbook_leaders_history.csv.gz", gec, country_words(open_dir, gec)),
    )
    write("offices.tsv", ["country", "office", "name", "aliases", "start", "end", "source"],
          [row for row in offices if row[0] in sovereign])  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))

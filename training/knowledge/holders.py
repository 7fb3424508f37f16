"""Readers of the two open sets of office holders, each into rows (country, office, name, aliases, start, end, source)."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from names import DYNASTIES, cased, forms
from offices import MINISTERS, Row, day, office_key

FIRST_YEAR = "1990"
OPEN_END = "2010-12-31"  # CountryInfo's leaders end about there: whether an open spell went on is not known from it
MINISTERS_FROM, MINISTERS_TO = "2003-01-01", "2011-02-28"


def countryinfo_rows(countries: Iterable[dict[str, Any]], iso3: Callable[[str], str]) -> Iterator[Row]:
    """Yield rows for holders that still held it in 1990 or later. The set's own codes are wrong for some states, its names are not."""
    for country in countries:
        name = country["name"].replace("_", " ").strip()
        code = "AFG" if name.startswith(":") else iso3(name)  # the first record swallowed the set's preface
        if not code or code == "KOS":  # it has Kiribati's leaders
            continue
        for entry in country["leaders"]:
            # The set keeps Mauritania's leaders behind those of Mauritius.
            owner = "MRT" if code == "MUS" and re.search(r"\b(OULD|TAYA|VALL)\b", entry["names"][0]) else code
            yield from _rows(owner, office_key(entry["office"]), entry["names"], entry["spells"], OPEN_END)
        for entry in country["government"]:
            post = (entry.get("post") or "").strip()
            if " & " not in post:  # with several posts it is not said which spell is whose
                yield from _rows(code, office_key(post, MINISTERS), entry["names"], entry["spells"], MINISTERS_TO)


def _rows(code: str, office: str, printed: list[str], spells: list[str], open_end: str) -> Iterator[Row]:
    names = [form for name in dict.fromkeys(printed) if name[:1].isalpha() and "<" not in name for form in forms(cased(name), code)]
    if not office or not names or _shared_crown(code, names[0]) or _cut_off(names[0], office, code):
        return
    for spell in spells:
        if spell[:2] in {"B:", "D:"}:
            continue
        begin, dash, end = spell.partition(" - ")
        first, last = day(begin), day(end) if dash else ""
        if "<" in begin:
            first, last = MINISTERS_FROM, day(begin)
        last = last or open_end
        if first and last >= FIRST_YEAR and first < last:
            yield (code, office, names[0], "|".join(names[1:]), first, last, "countryinfo")


def _cut_off(name: str, office: str, country: str) -> bool:
    """Whether only a part of a name is left: one word, where neither the office nor the country is known for single names."""
    return " " not in name and office not in {"monarch", "pope"} and country not in {"IDN", "LAO", "MMR"} | DYNASTIES


def _shared_crown(country: str, name: str) -> bool:
    """Whether a row is the British monarch as head of another state: one person is kept once, under GBR."""
    return country != "GBR" and name.removeprefix("Queen ") in {"Elizabeth II", "Charles III"}


def factbook_rows(path: Path, gec: dict[str, str], words: dict[str, frozenset[str]]) -> Iterator[Row]:
    """Yield rows from the Factbook's snapshots; an end is known only when the row vanished before the last one.

    `gec` maps the set's codes to ISO alpha-3, `words` gives the words of a country's names, which stand in some titles.
    """
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        country = gec.get(row["gec"], "")
        title = row["title"] or _title_in(row["name_caps_surname"])
        office = office_key(title if row["title"] not in {"Prime", "State Affairs", "Supreme", "Vice", "Interim Prime"} else
                            f"{title} {row['name_caps_surname']}")  # fmt: skip
        names = forms(row["name_caps_surname"], country, words.get(country, frozenset()))
        if not office or not country or not row["since"] or not names or _cut_off(names[0], office, country) or _shared_crown(country, names[0]):
            continue
        end = "" if row["last_seen"] >= "2026-05" else row["last_seen"]
        since = (row["since"] + "-01-01")[:10] if len(row["since"]) == 4 else (row["since"] + "-01")[:10]
        if not end or since < end:
            yield (country, office, names[0], "|".join(names[1:]), since, end, "factbook")


def _title_in(name: str) -> str:
    """The title that a source without one has in the name's field ("prime minister Andrey KABYAKOV"); else nothing."""
    small = []
    for word in name.split():
        if not word.islower():
            break
        small.append(word)
    return " ".join(small)

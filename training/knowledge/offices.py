"""Office holders from CountryInfo (to about 2008) and from the history of the World Factbook (2015 to 2026)."""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

Row = tuple[str, ...]
FIRST_YEAR = "1990"
SINGLE = {"president", "prime minister", "chancellor", "monarch", "supreme leader"}
OPEN_END = "2010-12-31"  # CountryInfo ends about there: whether an open spell went on is not known from it
GAP = timedelta(days=400)
# Office key for the wording of a source, first match wins.
OFFICES = [
    (r"supreme leader|^supreme$|leader of the islamic", "supreme leader"),
    (r"deputy prime|deputy premier|vice premier|vice prime", "deputy prime minister"),
    (r"vice[- ]?president|deputy president|^vice$", "vice president"),
    (r"crown prince", "crown prince"),
    (r"executive yuan|council of ministers|general people'?s[ _]committee|^presidents? of the government", "prime minister"),
    (r"^\W*(acting |interim |caretaker |transitional )?(prime|premier|taoiseach|head of government|co-prime)", "prime minister"),
    (r"chancellor", "chancellor"),
    (r"governor.?general", "governor-general"),
    (r"\bking|queen|paramount ruler|amir|emir|sultan|emperor|grand duke|^prince$", "monarch"),
    (r"\bpope\b", "pope"),
    (r"chief executive", "chief executive"),
    (r"president|head of state|heads of state|chairm[ae]n of the (presidency|council of state)|presidency", "president"),
]
PARTICLES = {"de", "da", "dos", "del", "van", "von", "al", "el", "bin", "ibn", "der", "la", "le", "du", "di"}
TITLES = {"jr", "sr", "gen", "col", "dr", "lt", "maj", "sheikh", "shaykh", "king", "queen", "amir", "hojatolislam", "ayatollah"}
NUMERAL = re.compile(r"[IVX]+")


def office_key(wording: str) -> str:
    """Return the office for the wording of a source, or an empty text for what is not kept."""
    for pattern, key in OFFICES:
        if re.search(pattern, wording.strip(), re.IGNORECASE):
            return key
    return ""


def cased(name: str) -> str:
    """Turn "VLADIMIR PUTIN" or "Bashar al-ASAD" into their usual spelling; Roman numerals and initials stay."""
    words = []
    for i, word in enumerate(name.replace("_", " ").split()):
        if i and word.lower() in PARTICLES:
            words.append(word.lower())
        elif i and re.fullmatch(r"[IVX]+", word) or "." in word[:-1]:
            words.append(word)
        else:
            words.append("-".join(p.capitalize() if p.isupper() or not i else p for p in word.split("-")))
    return " ".join(words)


def day(text: str) -> str:
    """Turn 20030531 into an ISO day, a day past the month's end into its last usable one, and nonsense into ''."""
    found = re.search(r"(\d{4})(\d\d)(\d\d)", text)
    if not found:
        return ""
    year, month, number = int(found[1]), min(max(int(found[2]), 1), 12), int(found[3])
    return f"{year}-{month:02d}-{min(max(number, 1), monthrange(year, month)[1]):02d}"


def countryinfo_rows(countries: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """Yield (country, office, name, aliases, start, end, source) for holders that still held it in 1990 or later."""
    for country in countries:
        for entry in country["leaders"]:
            office = office_key(entry["office"])
            names = [split_name(cased(name), "")[0] for name in dict.fromkeys(entry["names"]) if not name.startswith("<")]
            if not office or not names or len(country["iso3"] or "") != 3:
                continue
            for spell in entry["spells"]:
                if spell[0] in "BD":
                    continue
                start, _, end = spell.partition(" - ")
                first, last = day(start), day(end) if "-" in spell else ""
                last = last or OPEN_END
                if first and last >= FIRST_YEAR and first < last and not _shared_crown(country["iso3"], names[0]):
                    yield (country["iso3"], office, names[0], "|".join(names[1:]), first, last, "countryinfo")


def split_name(name: str, surname: str) -> tuple[str, list[str]]:
    """Return the usual name and its fuller forms: the Factbook writes surnames in capitals, middle names in full."""
    name = re.sub(r'"[^"]*"|\([^)]*\)|\bserving as .*| - .*|\(?acting\)?.*', " ", name).replace(",", " ")
    words = [w for w in name.split() if w.rstrip(".").lower() not in TITLES]
    upper = [i for i, w in enumerate(words) if w.isupper() and len(w) > 1 and w[1] != "." and (w == surname or not NUMERAL.fullmatch(w))]
    full = cased(" ".join(words))
    if not upper or upper[0] < 2:
        return full, []
    at = upper[0]
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    short = cased(" ".join([words[0], *words[at:]]))
    return short, [full] if full != short else []


def _shared_crown(country: str, name: str) -> bool:
    """Whether a row is the British monarch as head of another state: one person is kept once, under GBR."""
    return country != "GBR" and name in {"Elizabeth II", "Charles III"}


def factbook_rows(path: Path, gec: dict[str, str]) -> Iterator[Row]:
    """Yield office rows from the Factbook's snapshots; an end is known only when the row vanished before the last one."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        office = office_key(row["title"])
        country = gec.get(row["gec"], "")
        if not office or not country or not row["since"]:
            continue
        name, aliases = split_name(row["name_caps_surname"], row["surname"])
        name = re.sub(r"^(?:Also|Co-Vice|Vice|First|Second)\s+", "", name)
        if len(name) < 3 or "since" in name.lower() or name in {"Minister", "Vacant"} or _shared_crown(country, name):
            continue
        end = "" if row["last_seen"] >= "2026-05" else row["last_seen"]
        since = (row["since"] + "-01-01")[:10] if len(row["since"]) == 4 else (row["since"] + "-01")[:10]
        yield (country, office, name, "|".join(aliases), since, end, "factbook")


def key(name: str) -> str:
    """Return a comparison key without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]", "", plain)


def merged(*sources: Iterable[Row]) -> list[Row]:
    """Merge spells with one country, office and start; close an open single-holder spell when the next one begins."""
    spells: dict[tuple[str, str, str, str], list[str]] = {}
    for source in sources:
        for country, office, name, aliases, start, end, origin in source:
            if not name.strip():
                continue
            words = key(name.split()[-1]) if country not in {"CHN", "KOR", "PRK", "VNM", "TWN", "KHM"} else key(name.split()[0])
            at = (country, office, start, words)
            if at in spells:
                old = spells[at]
                forms = [*old[3].split("|"), name, *aliases.split("|")]
                old[3] = "|".join(f for f in dict.fromkeys(forms) if f and f != old[2])
                old[5] = max(old[5], end) if old[5] and end else ""
            else:
                spells[at] = [country, office, name, aliases, start, end, origin]
    rows = sorted(spells.values(), key=lambda r: (r[0], r[1], r[4]))
    for row, following in pairwise(rows):
        if row[:2] != following[:2] or row[1] not in SINGLE or row[4] >= following[4]:
            continue
        if not row[5] or row[5] > following[4] or date.fromisoformat(following[4]) - date.fromisoformat(row[5]) < GAP:
            row[5] = following[4]  # a snapshot's last sight of a holder is some weeks before the successor's first day
    return [tuple(row) for row in rows]

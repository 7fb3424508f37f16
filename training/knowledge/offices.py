"""Office holders from CountryInfo (to about 2008, ministers 2003 to 2011) and the Factbook's history (2015 to 2026)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from names import key, surname_key

Row = tuple[str, ...]
SINGLE = {"president", "prime minister", "chancellor", "monarch", "supreme leader", "pope", "governor-general",
          "foreign minister", "defence minister", "interior minister", "finance minister", "justice minister"}  # fmt: skip
GAP = timedelta(days=400)
NEAR = timedelta(days=120)
DAYS = timedelta(days=5)
# Office for the wording of a source, first match wins.
OFFICES = [
    (r"supreme leader|leader of the (islamic )?revolution", "supreme leader"),
    (r"president of the supreme|^supreme people|governors?.?general|^governor|rada|exile|vice chancellor|chairmen of the people", ""),
    (r"deputy prime|deputy premier|vice[- ]premier|vice[- ]prime|deputy head of government", "deputy prime minister"),
    (r"vice[- ]?president|deputy president", "vice president"),
    (r"^crown prince$", "crown prince"),
    (r"presidents? of (the )?(government|council of ministers|executive council)|executive yuan", "prime minister"),
    (r"council of ministers|cabinet of ministers|committee of ministers|people's committee", "prime minister"),
    (r"^(\W*(acting|interim|caretaker|transitional|provisional|coequal|first|federal|co)\W+)*"
     r"(prime|premiers?|taoiseach|heads? of government)\b", "prime minister"),
    (r"^ministers? of state$|cabinet chiefs?", "prime minister"),
    (r"chancellor", "chancellor"),
    (r"\bkings?\b|queens?\b|paramount ruler|\bamirs?\b|\bemirs?\b|sultans?\b|emperors?\b|grand duke|^princes?\b|^rulers?\b", "monarch"),
    (r"\bpopes?\b", "pope"),
    (r"chief executive", "chief executive"),
    (r"state affairs|supreme people's", "leader"),
    (r"chair(m[ae]n|persons?) of the presidency|presidents? of the presidency|head of state|heads of state", "president"),
    (r"secretar(y|ies) of the general people's congress", "president"),
    (r"president|presidency|junta|chairm[ae]n of the|^chairm[ae]n$|^lt\. col\.$", "president"),
]  # fmt: skip
MINISTERS = [
    (r"^ministers? (of|for) (the )?(foreign (affairs|relations)|external (affairs|relations)|foreign and .*)", "foreign minister"),
    (r"^secretary of state$", "foreign minister"),
    (r"^(state )?(ministers?|secretary) (of|for) (the )?(national )?defen[sc]e", "defence minister"),
    (r"^(ministers?|secretary) (of|for) (the )?(interior|internal affairs|home affairs)|^home secretary", "interior minister"),
    (r"^(ministers?|secretary) (of|for) (the )?(finance|treasury|economy and finance)|^chancellor of the exchequer", "finance minister"),
    (r"^(ministers?|secretary) (of|for) justice", "justice minister"),
    (r"^attorney general", "attorney general"),
    (r"^(governor|president|chairman),? (of the )?central bank", "central bank governor"),
]


def office_key(wording: str, table: list[tuple[str, str]] = OFFICES) -> str:
    """Return the office for the wording of a source, or an empty text for what is not kept."""
    plain = wording.replace("_", " ").strip().casefold()
    return next((office for pattern, office in table if re.search(pattern, plain)), "")


def day(text: str) -> str:
    """Turn 20030531 into an ISO day, a day past the month's end into its last usable one, and nonsense into ''."""
    found = re.search(r"(\d{4})(\d\d)(\d\d)", text)
    if not found:
        return ""
    year, month, number = int(found[1]), min(max(int(found[2]), 1), 12), int(found[3])
    return f"{year}-{month:02d}-{min(max(number, 1), monthrange(year, month)[1]):02d}"


def merged(*sources: Iterable[Row]) -> list[Row]:
    """Join the spells of one person in one office, and close a spell of a single office where the next one begins."""
    spells: dict[tuple[str, str], list[list[str]]] = {}
    for row in sorted((row for source in sources for row in source), key=lambda row: row[4]):
        if not key(row[2]):
            continue
        known = spells.setdefault((row[0], row[1]), [])
        same = next((old for old in reversed(known) if _one_spell(old, row, old is known[-1])), None)
        if same is None:
            known.append(list(row))
            continue
        forms = [*same[3].split("|"), row[2], *row[3].split("|")]
        same[3] = "|".join(form for form in dict.fromkeys(forms) if form and form != same[2])
        same[5] = "" if not same[5] or not row[5] else max(same[5], row[5])
        same[6] = same[6] if row[6] in same[6] else f"{same[6]} {row[6]}"
    for (_, office), rows in spells.items():
        if office in SINGLE:
            _closed(rows)
    return [tuple(row) for at in sorted(spells) for row in spells[at]]


def _one_spell(old: list[str], new: Row, newest: bool) -> bool:
    """Whether two rows tell of one spell: the same person, beginning about the same day or the first not yet over.

    `newest` tells that nobody else began since the old one; who comes back after another one has a new spell.
    """
    apart = abs(date.fromisoformat(new[4]) - date.fromisoformat(old[4]))
    if surname_key(old[2], old[0]) != surname_key(new[2], new[0]) and not _forms(old) & _forms(new):
        mine, other = old[2].split(), new[2].split()
        return new[1] in SINGLE and apart <= DAYS and (key(mine[0]) == key(other[0]) or key(mine[-1]) == key(other[-1]))
    if apart <= DAYS:
        return True
    return newest and (apart <= NEAR or not old[5] or new[4] < old[5])


def _forms(row: list[str] | Row) -> set[str]:
    return {key(form) for form in (row[2], *row[3].split("|")) if form}


def _closed(rows: list[list[str]]) -> None:
    """End each spell with the next one's first day, where it is open, reaches over it, or was last seen shortly before."""
    for row, following in pairwise(rows):
        if row[4] >= following[4]:
            continue
        if not row[5] or row[5] > following[4] or date.fromisoformat(following[4]) - date.fromisoformat(row[5]) < GAP:
            row[5] = following[4]  # a snapshot's last sight of a holder is some weeks before the successor's first day

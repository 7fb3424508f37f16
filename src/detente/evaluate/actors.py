"""Mentions of actors with their expected identities: the cases of `corpus/actors` (its README.md says how they are counted).

A case is right where the answer has the expected actors in the order of the text: country, organisation and primary sector of
each. `nothing invented` is the share of cases without an answer that got none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.actor import Identity, Resolver
from detente.actor.finding import by_name
from detente.actor.lexicon import lookup
from detente.errors import UsageError
from detente.evaluate.tally import Report, Tally
from detente.knowledge.folding import fold

FILE = "test.tsv"
COLUMNS = ("id", "text", "date", "context", "country", "org", "sectors", "name", "kind", "region", "decade", "note")


ANY = "*"


class Wanted(NamedTuple):
    """One expected actor: `country` None = must have none; `ANY` = not scored, as are no `org` and an empty `name`.

    `sectors` are those that may be the primary one: the first listed, or where careful readers may differ any.
    """

    country: str | None
    org: str | None
    sectors: tuple[str, ...]
    name: str


class Case(NamedTuple):
    """A mention with what it is asked with and whom it means."""

    id: str
    text: str
    date: str | None
    context: str | None
    wanted: tuple[Wanted, ...]
    kind: str
    region: str
    decade: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file.

    Raises:
        UsageError: a line has not the columns of the header, or its lists of actors differ in length.
    """
    return list(_cases(path))


def _cases(path: Path) -> Iterator[Case]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise UsageError(f"{path}: its header is not {' '.join(COLUMNS)}.", "corpus/actors/README.md describes the columns.", "cases")
    for number, line in enumerate(lines[1:], 2):
        cells = (line.split("\t") + [""] * len(COLUMNS))[: len(COLUMNS)]
        row = dict(zip(COLUMNS, cells, strict=True))
        parts = [row[column].split(" + ") for column in ("country", "org", "sectors", "name")]
        nothing = row["kind"] == "nothing"
        if not nothing and not row["name"]:
            parts[3] = [""] * len(parts[0])
        if not nothing and len({len(part) for part in parts}) != 1:
            raise UsageError(f"{path}, line {number}: country, org, sectors and name list different numbers of actors.",
                             "Write as many in each, `-` for none.", "cases")  # fmt: skip
        either = re.search(r"\beither\b", row["note"]) is not None
        wanted = () if nothing else tuple(
            Wanted(_code(c), _code(o), tuple(s.split(",")[: None if either else 1]), n.removeprefix("-")) for c, o, s, n in zip(*parts, strict=True)
        )
        yield Case(row["id"], row["text"], row["date"] or None, row["context"] or None, wanted, row["kind"], row["region"], row["decade"])


def _code(cell: str) -> str | None:
    return None if cell in {"", "-"} else cell


def measure(path: Path, resolver: Resolver) -> Report:
    """Ask for every case of a file and count what is right, by kind, region and decade."""
    tally, cases = Tally(), read_cases(path)
    for case in cases:
        count(case, resolver, tally)
        tally.end_article()
    return Report(len(cases), tally.figures(), {}, {}, {})


def count(case: Case, resolver: Resolver, tally: Tally) -> bool:
    """Add one case to the figures; whether country, organisation and primary sector are right."""
    found = resolver.resolve(case.text, case.date, case.context)
    if not case.wanted:
        clear = not any(one.country or one.org or one.sectors or one.id for one in found)
        tally.rate("nothing invented", clear)
        return clear
    good = same_codes(found, case.wanted)
    for figure in ("country and sector", f"kind: {case.kind}", f"region: {case.region}", f"decade: {case.decade}"):
        tally.rate(figure, good)
    if any(one.name for one in case.wanted):
        tally.rate("identity", same_names(found, case.wanted))
    return good


def same_codes(found: Sequence[Identity], wanted: Sequence[Wanted]) -> bool:
    """Whether country, organisation and primary sector agree for each actor."""
    return len(found) == len(wanted) and all(
        want.country in {ANY, one.country}
        and _same_org(one.org, want.org)
        and (ANY in want.sectors or (one.sectors[0] if one.sectors else "-") in want.sectors)
        for one, want in zip(found, wanted, strict=True)
    )


def _same_org(org: str | None, wanted: str | None) -> bool:
    """Whether a code is the one that is expected, or the expected one is another short name of the same organisation ("WB")."""
    return wanted in {ANY, None, org} or any(entry.kind == "org" and entry.code == org for entry in lookup(wanted or ""))


def same_names(found: Sequence[Identity], wanted: Sequence[Wanted]) -> bool:
    """Whether each name that is expected is the answer's, or another form of it in the tables."""
    return len(found) == len(wanted) and all(not want.name or _same_name(one, want.name) for one, want in zip(found, wanted, strict=True))


def _same_name(one: Identity, name: str) -> bool:
    if fold(one.name or "").removeprefix("the ") == fold(name).removeprefix("the "):
        return True
    known = by_name(name, None, one.country)
    return bool(known and known.id == one.id)

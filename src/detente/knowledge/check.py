"""Findings about the tables: codes, days, sources, duplicates, overlaps, and how much is recalled from memory."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from detente.knowledge.own import own_rows
from detente.knowledge.schema import SHARED_OFFICES, TABLES, Table
from detente.knowledge.tables import USER, shipped_rows

Row = dict[str, str]
CONFIDENCE = ("medium", "low")
_SOURCE_ROW = re.compile(r"^\| ([\w-]+) \|", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Finding(NamedTuple):
    """One thing that is wrong (`error`) or worth a look (`warning`): where, and what in one sentence."""

    level: str
    where: str
    text: str


class Placed(NamedTuple):
    """A row with the file and line that it stands in."""

    where: str
    row: Row


class Codes(NamedTuple):
    """The codes that rows may name."""

    states: frozenset[str]
    organisations: frozenset[str]
    sectors: frozenset[str]
    sources: frozenset[str]


def known_sources() -> frozenset[str]:
    """The sources that SOURCES.md lists."""
    text = (files("detente.knowledge") / "SOURCES.md").read_text(encoding="utf-8")
    return frozenset(_SOURCE_ROW.findall(text)) - {"source"}


def placed_rows(table: Table) -> list[Placed]:
    """The shipped rows of a table and the user's, with their places."""
    found = [Placed(f"{file}:{number}", table.row(cells)) for file in table.shipped for number, cells in enumerate(shipped_rows(file), 2)]
    return found + [Placed(f"own {table.name}.tsv:{number}", table.row(cells)) for number, cells in enumerate(own_rows(table), 2)]


def codes(extra: Iterable[tuple[Table, Row]] = ()) -> Codes:
    """The codes of the shipped tables, the user's and `extra` rows that are about to be added."""
    from detente.codebook import Codebook

    states, organisations = set[str](), set[str]()
    for name, column, into in (("states", "iso3", states), ("organisations", "code", organisations), ("groups", "code", organisations)):
        into.update(place.row[column] for place in placed_rows(TABLES[name]))
        into.update(row[column] for table, row in extra if table.name == name)
    return Codes(frozenset(states), frozenset(organisations), frozenset(Codebook.load("plover").data.sectors), known_sources())


def check() -> list[Finding]:
    """Every finding about all tables, errors first."""
    known = codes()
    found = [one for table in TABLES.values() for one in check_rows(table, placed_rows(table), known)]
    return sorted(found, key=lambda one: one.level)


def check_rows(table: Table, rows: Sequence[Placed], known: Codes) -> Iterator[Finding]:
    """The findings about rows of one table."""
    for where, row in rows:
        for text in (*_cells(table, row, known), *_days(row), *_source(row, known)):
            yield Finding("error", where, text)
    yield from _duplicates(table, rows)
    if table.name == "offices":
        yield from _overlaps(rows)


def _cells(table: Table, row: Row, known: Codes) -> Iterator[str]:
    for column in table.filled:
        if not row[column].strip():
            yield f"{column} is empty; the table {table.name} needs it."
    for column, cell in row.items():
        if cell != cell.strip() or "  " in cell:
            yield f"{column} has blanks too many: {cell!r}."
    for column in ("iso3", "country", "parent"):
        cell = row.get(column, "")
        if cell and not (cell in known.states or (cell[0] == "@" and cell[1:] in known.organisations)) and table.name != "states":
            yield f"{column} {cell!r} is no known state; write its ISO 3166-1 alpha-3 code (KOS for Kosovo), or @ and an organisation's code."
    if row.get("org") and row["org"] not in known.organisations:
        yield f"org {row['org']!r} is no code of the table organisations."
    if table.name == "states" and not re.fullmatch(r"[A-Z]{3}", row["iso3"]):
        yield f"iso3 {row['iso3']!r} is not three capital letters."
    if table.kinds and row["kind"] not in table.kinds:
        yield f"kind {row['kind']!r} is none of {', '.join(sorted(filter(None, table.kinds)))}."
    unknown = [code for code in row.get("sectors", "").split(",") if code and code not in known.sectors]
    if unknown:
        yield f"sectors {', '.join(unknown)} are not in the codebook; `detente codebook` lists them."
    if table.name == "groups" and not row["country"] and row["kind"] not in {"IMG", "NGO", "MNC", "ISM", "IGO"}:
        yield "country is empty; a group of no one state has the kind IMG."
    if table.name == "wikidata" and not re.fullmatch(r"Q[1-9]\d*", row["wikidata"]):
        yield f"wikidata {row['wikidata']!r} is not Q and a number."


def _days(row: Row) -> Iterator[str]:
    """A day, or a year in the names of states."""
    start, end = row.get("start", ""), row.get("end", "")
    for column, cell in (("start", start), ("end", end)):
        if cell and not _is_day(cell) and not ("form" in row and re.fullmatch(r"\d{4}", cell)):
            yield f"{column} {cell!r} is no day; write YYYY-MM-DD."
            return
    if start and end and start >= end:
        yield f"end {end} is not after start {start}."


def _is_day(cell: str) -> bool:
    if not _DAY.fullmatch(cell):
        return False
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _source(row: Row, known: Codes) -> Iterator[str]:
    if row["source"] == USER:
        return
    for part in row["source"].split() or [""]:
        name, _, confidence = part.partition(":")
        if name not in known.sources:
            yield f"source {part!r} is not in SOURCES.md."
        elif confidence and (name != "recalled" or confidence not in CONFIDENCE):
            yield f"source {part!r}: only recalled has a confidence, medium or low."


def _duplicates(table: Table, rows: Sequence[Placed]) -> Iterator[Finding]:
    """Two rows of one file for one fact; over files the first one counts, which is how a hand corrects what was built."""
    seen: dict[tuple[str, ...], str] = {}
    for where, row in rows:
        key = (where.partition(":")[0], *(row[column].casefold() for column in table.key))
        if key in seen:
            about = ", ".join(filter(None, key[1:]))
            yield Finding("error", where, f"a second row for {about}; the first is {seen[key]}.")
        seen.setdefault(key, where)


def _overlaps(rows: Sequence[Placed]) -> Iterator[Finding]:
    """Two people in one office at a time in the rows edited by hand; there may be a reason, so these are warnings."""
    held: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for place in rows:
        if not place.where.startswith(("offices.tsv", "figures_recalled.tsv")) and place.row["office"] not in SHARED_OFFICES:
            held[place.row["country"], place.row["office"]].append(place)
    for (country, office), spells in held.items():
        spells.sort(key=lambda place: place.row["start"])
        for before, after in zip(spells, spells[1:], strict=False):
            end = before.row["end"] or "9999"
            if after.row["start"] < end and before.row["name"] != after.row["name"] and before.row["end"]:
                yield Finding("warning", after.where, f"{country} {office}: {after.row['name']} from {after.row['start']}, but "
                                                      f"{before.row['name']} until {before.row['end']} ({before.where}).")  # fmt: skip


class Share(NamedTuple):
    """How many rows of a table there are, are recalled, are recalled with doubt, and are the user's own."""

    table: str
    rows: int
    recalled: int
    doubtful: int
    own: int


def shares() -> list[Share]:
    """The size of every table and the part of it that rests on memory."""
    found = []
    for table in TABLES.values():
        placed = placed_rows(table)
        sources = [place.row["source"] for place in placed if not place.where.startswith("own ")]
        recalled = sum("recalled" in source for source in sources)
        doubtful = sum("recalled:" in source for source in sources)
        found.append(Share(table.name, len(placed), recalled, doubtful, len(placed) - len(sources)))
    return found

"""POLECAT events."""

from __future__ import annotations

from typing import Any, cast, get_args

from detente.codebook import Codebook
from detente.engine.tables.common import actor, event, one, organisation, place, state, state_named
from detente.records import Actor, CodedArticle, Quad

_QUADS = {"VERBAL COOPERATION": 1, "MATERIAL COOPERATION": 2, "VERBAL CONFLICT": 3, "MATERIAL CONFLICT": 4}


def coded(row: dict[str, Any]) -> CodedArticle:
    """The event of a row.

    Raises:
        ValueError: a cell that must be there is wrong.
    """
    if not row["Event Date"]:
        raise ValueError("there is no day (Event Date)")
    actors, recipients = _sides(row, "Actor"), _sides(row, "Recipient")
    name = next((row[column] for column in ("Placename", "City", "Province", "Country") if row[column]), None)
    country = state(row["Country"]) or state_named(row["Country"])
    where = place(name, country, row["Latitude"], row["Longitude"], row["GeoNames ID"])
    found = event(str(row["Event ID"] or ""), row["Event Date"], _what(row), actors, recipients, where)
    return one(found, outlet=row["Source"], published=row["Publication Date"])


def _what(row: dict[str, Any]) -> dict[str, Any]:
    book = Codebook.load("plover")
    type_, mode = (row["Event Type"] or "").upper(), row["Event Mode"]
    if type_ not in book.types:
        raise ValueError(f"`{type_}` is no event type of PLOVER")
    quad = _QUADS.get((row["Quad Code"] or "").upper(), book.type(type_).quad)
    assert quad in get_args(Quad)
    score = float(row["Intensity"]) if row["Intensity"] else book.score(type_, mode)
    contexts = tuple(part.strip() for part in (row["Contexts"] or "").split(";") if part.strip())
    return {"act": type_, "type": type_, "mode": mode, "contexts": contexts, "cameo": None, "quad": cast("Quad", quad), "score": score}


def _sides(row: dict[str, Any], role: str) -> tuple[Actor | None, ...]:
    """The actors of a side: its columns hold lists of one length, an unknown entry is `None`."""
    names, countries = _list(row[f"{role} Name"]), _list(row[f"{role} Country"])
    sectors, titles = _list(row[f"{role} Sectors"]), _list(row[f"{role} Title"])
    found = []
    for number in range(max(len(names), len(countries))):
        name, code = _at(names, number), _at(countries, number)
        org, kind = organisation(name)
        country = None if org else state(code)
        listed = tuple(part.strip() for part in (_at(sectors, number) or "").split(",") if part.strip())
        one_ = actor(name, country=country, org=org, kind=kind or (code if code and not country else None), sectors=listed)
        found.append(one_ if one_ is None or not _at(titles, number) else _titled(one_, _at(titles, number)))
    return tuple(found)


def _titled(one_: Actor, title: str | None) -> Actor:
    from msgspec.structs import replace

    return replace(one_, role=title)


def _list(cell: str | None) -> list[str | None]:
    entries = [part.strip() for part in (cell or "").split(";")]
    return [None if entry in ("", "None") else entry for entry in entries] if cell else []


def _at(entries: list[str | None], number: int) -> str | None:
    return entries[number] if number < len(entries) else None

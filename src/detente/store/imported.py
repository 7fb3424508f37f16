"""Correcting an event of an imported table: there is no article to code again, so its row itself is written anew, with who and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from detente.event import flat, rules
from detente.records import Actor, Article, CodedArticle, Event, EventDate, Place, Said
from detente.store import fields
from detente.store.rows import MORE, TO

_SIDES = {"actor": "actors", "recipient": "recipients"}


def corrected(row: Mapping[str, Any], event: Event, changes: dict[str, Any]) -> dict[str, Any]:
    """The row of an imported event with changes made. Columns that they do not touch stay as the table had them.

    Args:
        row: its row, as it was imported or last corrected.
        event: the event of that row (`event_of`).
        changes: values by field of the event.

    Raises:
        UsageError: they name no field or make no valid event.
    """
    after = fields.changed(event, changes, None)
    ones, others = _flat(row, event), _flat(row, after)
    new = {key: value for key, value in others.items() if value != ones[key]}
    if {f"{role}_{part}" for role in _SIDES for part in ("country", "org")} & new.keys():
        new["pairs"] = table_pairs(after)
    if {"status", "type", "day"} & new.keys():
        new["counted"] = rules.counts(after) and others["day"] is not None
    return dict(row) | new


def table_pairs(event: Event) -> str | None:
    """The table's own pairs, also of a state with itself, so that a count over them is a count of its rows."""
    sides = ((rules.side(one), rules.side(other)) for one in event.actors for other in event.recipients)
    return MORE.join(dict.fromkeys(f"{a}{TO}{b}" for a, b in sides if a and b)) or None


def event_of(row: Mapping[str, Any]) -> Event:
    """The event that a row tells of, as far as its columns say."""
    plain = {
        **{key: row[key] for key in ("mode", "cameo", "quad", "score", "confidence")},
        "id": row["event"], "sentence": row["sentence"] or 0, "act": row["act"] or "", "type": row["type"] or "", "status": row["status"],
        "contexts": _entries(row["contexts"]), "evidence": (),
    }  # fmt: skip
    event = msgspec.convert(plain, Event)
    return msgspec.structs.replace(
        event,
        actors=_actors(row, "actor"),
        recipients=_actors(row, "recipient"),
        date=EventDate(first=row["date_first"], last=row["date_last"], text=row["date_text"], basis=row["date_basis"]),
        said=Said(first=row["said_first"], last=row["said_last"]) if row["said_first"] else None,
        place=_place(row),
    )


def _flat(row: Mapping[str, Any], event: Event) -> dict[str, Any]:
    article = Article(id=row["article"] or "", text="", published=row["published"])
    found = next(flat.rows(CodedArticle(article=article, events=(event,))))
    # What a table says of an event without a type is no type, not an empty one.
    return found | {key: found[key] or None for key in ("act", "type")}


def _actors(row: Mapping[str, Any], role: str) -> tuple[Actor, ...]:
    parts = ("name", "text", "country", "org", "kind", "sectors", "role", "wikidata", "id")
    columns = {part: _entries(row[f"{role}_{part}"]) for part in parts}
    found = []
    for number in range(max(map(len, columns.values()))):
        cells = {part: entries[number] if number < len(entries) else "" for part, entries in columns.items()}
        known = {part: cells[part] or None for part in parts if part not in ("text", "sectors")}
        sectors = tuple(filter(None, cells["sectors"].split(",")))
        found.append(Actor(text=cells["text"], start=0, end=0, sectors=sectors, **known))
    return tuple(found)


def _place(row: Mapping[str, Any]) -> Place | None:
    if not (row["place"] or row["place_country"]):
        return None
    name = row["place"] or None
    return Place(text=name or "", start=0, end=0, name=name, country=row["place_country"], lat=row["lat"], lon=row["lon"], geonames=row["geonames"])


def _entries(cell: str | None) -> list[str]:
    return cell.split(flat.MARK) if cell else []

"""PLOVER JSON Lines."""

from __future__ import annotations

from typing import Any

from msgspec import convert

from detente.codebook import Codebook
from detente.engine.tables.common import actor, organisation, place, state, state_named
from detente.engine.tables.common import one as with_article
from detente.ingest.dates import iso_day
from detente.records import Actor, CodedArticle, Event

_SURE = "happened"


def coded(row: dict[str, Any]) -> CodedArticle:
    """The event of a record; records that Détente wrote keep their status, act and dates.

    Raises:
        ValueError: what must be there is wrong.
    """
    day = iso_day(row.get("date"))
    if day is None:
        raise ValueError("there is no day (date)")
    types = [str(one).upper() for one in row.get("event") or ()]
    book = Codebook.load("plover")
    if not types or types[0] not in book.types:
        raise ValueError(f"`{', '.join(types)}` is no event type of PLOVER")
    mode = next(iter(row.get("mode") or ()), None)
    cite = row.get("cite_info") or {}
    event = {
        "id": str(row["id"]), "sentence": int(row.get("sentence") or 0), "act": row.get("act") or types[0], "type": types[0], "mode": mode,
        "status": row.get("status") or _SURE, "contexts": row.get("context") or (), "cameo": row.get("cameo"),
        "quad": row.get("quad_code") or book.type(types[0]).quad, "score": _score(row.get("event_scale"), book.score(types[0], mode)),
        "date": {"first": day, "last": iso_day(row.get("enddate")) or day, "basis": row.get("date_basis") or "text"},
        "said": row.get("said"), "evidence": row.get("evidence") or (), "confidence": float(row.get("confidence") or 1.0),
    }  # fmt: skip
    found = convert(event, Event, strict=False)
    from msgspec.structs import replace

    where = row.get("event_loc") or {}
    spot = place(where.get("resolved_place") or where.get("extracted_place"), state(where.get("country_code")), *map(_text, _point(where)))
    found = replace(found, actors=_sides(row.get("actor")), recipients=_sides(row.get("recipient")), place=spot)
    published, outlet = iso_day(row.get("coded_date")), cite.get("publication")
    return with_article(found, article=row.get("article"), outlet=outlet, url=cite.get("url"), published=published)


def _score(value: Any, otherwise: float) -> float:
    return float(value) if value is not None else otherwise


def _point(where: dict[str, Any]) -> tuple[Any, Any, Any]:
    return where.get("lat"), where.get("lon"), where.get("geonameid")


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _sides(entries: Any) -> tuple[Actor, ...]:
    found = []
    for entry in entries or ():
        name = entry.get("identifier_text") or entry.get("entity_text")
        org, kind = (entry["org"], None) if entry.get("org") else organisation(name)
        code = entry.get("code")
        country = None if org else state(code) or (state_named(name) if not code else None)
        sectors = entry.get("sector") or ()
        listed = tuple(sectors) if isinstance(sectors, list) else (str(sectors),)
        side = actor(name, country=country, org=org, kind=kind or (code if code and not country else None), sectors=listed)
        if side:
            found.append(side)
    return tuple(found)

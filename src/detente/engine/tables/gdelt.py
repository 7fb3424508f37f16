"""GDELT 1.0 and 2.0 events."""

from __future__ import annotations

from typing import Any

from detente.engine.tables.common import actor, cameo, event, one, place, state
from detente.export.gdelt import GROUPS, TYPES
from detente.export.geo import iso3
from detente.records import Actor, CodedArticle

_ORGS = {cameo_code: org for org, cameo_code in GROUPS.items()}
_KINDS = ("IGO", "NGO", "IMG", "MNC")
# CAMEO's word for each sector; MED is the press there and the healers here.
_SECTORS = {theirs: ours for ours, theirs in TYPES.items() if ours not in (*_KINDS, "UNO", "EUR", "ISM")}


def coded(row: dict[str, Any]) -> CodedArticle:
    """The event of a row.

    Raises:
        ValueError: a cell that must be there is wrong.
    """
    day = str(row["SQLDATE"])
    where = place(row["ActionGeo_FullName"], iso3(row["ActionGeo_CountryCode"]), row["ActionGeo_Lat"], row["ActionGeo_Long"])
    what = cameo(row["EventCode"], row["GoldsteinScale"], row["QuadClass"])
    found = event(str(row["GLOBALEVENTID"] or ""), f"{day[:4]}-{day[4:6]}-{day[6:8]}", what, (_side(row, 1),), (_side(row, 2),), where)
    added = str(row["DATEADDED"] or "")[:8]
    published = f"{added[:4]}-{added[4:6]}-{added[6:8]}" if len(added) == 8 and added.isdecimal() else None
    return one(found, article=row.get("SOURCEURL"), url=row.get("SOURCEURL"), published=published)


def _side(row: dict[str, Any], number: int) -> Actor | None:
    role = f"Actor{number}"
    types = [row[f"{role}Type{n}Code"] for n in (1, 2, 3)]
    kind = next((code for code in types if code in _KINDS), None)
    sectors = tuple(dict.fromkeys(_SECTORS[code] for code in types if code in _SECTORS))
    country, org = state(row[f"{role}CountryCode"]), _ORGS.get(row[f"{role}KnownGroupCode"] or "")
    return actor(row[f"{role}Name"], country=country, org=org, kind=kind, sectors=sectors)

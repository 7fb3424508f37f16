"""ICEWS coded events."""

from __future__ import annotations

from typing import Any

from detente.engine.tables.common import actor, cameo, event, one, organisation, place, state_named
from detente.export.icews import SECTORS
from detente.records import Actor, CodedArticle

# What its sector names begin with or are; the finer names are not told apart.
_SECTORS = {name.casefold(): code for code, name in SECTORS.items()} | {
    "executive": "GOV", "cabinet": "GOV", "executive office": "GOV", "foreign ministry": "GOV", "defense / security ministry": "GOV",
    "dissident": "OPP", "protestors / popular opposition / mobs": "CVL", "insurgents": "REB", "rebels": "REB", "separatists": "REB",
    "radicals / extremists / fundamentalists": "REB", "civilian": "CVL", "legal": "JUD", "students": "EDU", "marines": "MIL", "army": "MIL",
    "navy": "MIL", "air force": "MIL", "upper house": "LEG", "lower house": "LEG", "unicameral": "LEG", "civic group": "CVL",
}  # fmt: skip


def coded(row: dict[str, Any]) -> CodedArticle:
    """The event of a row.

    Raises:
        ValueError: a cell that must be there is wrong.
    """
    if not row["Event Date"]:
        raise ValueError("there is no day (Event Date)")
    name = next((row[column] for column in ("City", "District", "Province", "Country") if row[column]), None)
    where = place(name, state_named(row["Country"]), row["Latitude"], row["Longitude"])
    sentence = max(0, int(float(row["Sentence Number"] or 1)) - 1)
    what = cameo(row["CAMEO Code"], row["Intensity"])
    found = event(str(row["Event ID"] or ""), row["Event Date"], what, (_side(row, "Source"),), (_side(row, "Target"),), where, sentence=sentence)
    story = row["Story ID"]
    return one(found, article=f"icews-story-{story}" if story else None, outlet=row["Publisher"], published=row["Event Date"])


def _side(row: dict[str, Any], role: str) -> Actor | None:
    name = row[f"{role} Name"]
    if name == "Unspecified Actor":
        return None
    org, kind = organisation(name)
    listed = (part.strip().casefold() for part in (row[f"{role} Sectors"] or "").split(","))
    sectors = tuple(dict.fromkeys(_SECTORS[part] for part in listed if part in _SECTORS))
    return actor(name, country=None if org else state_named(row[f"{role} Country"]), org=org, kind=kind, sectors=sectors)

"""The answer of the resolver: who a mention is, without the place in the text."""

from __future__ import annotations

from detente import knowledge
from detente.records import Record


class Identity(Record, frozen=True, kw_only=True, gc=False):  # of strings alone, thus in no circle
    """An actor as of a date; the fields are those of `records.Actor` without the mention's span.

    `name` is the canonical name (for a description its own words), `id` a stable identifier of the project
    (`state:RUS`, `org:NATO`, `group:HAMAS`, `outlet:tass`, `person:vladimir-putin`), `sectors` primary first.
    """

    name: str | None = None
    id: str | None = None
    wikidata: str | None = None
    country: str | None = None
    org: str | None = None
    kind: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None


def identity(key: str | None, **fields: object) -> Identity:
    """Make an identity with the Wikidata identifier that belongs to its key, if one is known."""
    return Identity(id=key, wikidata=knowledge.wikidata().get(key) if key else None, **fields)  # type: ignore[arg-type]


def sector_list(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """Join sector lists in order, each code once."""
    return tuple(dict.fromkeys(code for group in groups for code in group))

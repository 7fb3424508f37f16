"""POLECAT: 40 columns with a header, tab-separated without quoting; a row an event, lists joined by `; `."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ClassVar

from detente.codebook import Codebook
from detente.event import rules
from detente.event.flat import name, state_number
from detente.export import geo
from detente.export.form import Item, Options
from detente.export.tsv import Table
from detente.records import Actor, CodedArticle, Event

_WHO = ("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw", "Wikipedia {} ID")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(column.format("Actor") for column in _WHO), *(column.format("Recipient") for column in _WHO),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_FEATURES = {"C": "PCLI", "A": "ADM1", "P": "PPL", "R": "RGN"}


class _Polecat(Table):
    name, columns, missing = "polecat", COLUMNS, "None"
    aliases: ClassVar[dict[str, str]] = {"event intensity": "Intensity"}
    numbers = frozenset({"Intensity", "Latitude", "Longitude"})
    days = frozenset({"Event Date", "Publication Date"})
    needed = frozenset({"Event Date", "Event Type"})

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        for article in coded:
            for event in article.events:
                if options.everything or rules.counts(event):
                    yield _what(event, article) | _who("Actor", event.actors) | _who("Recipient", event.recipients) | _story(article)


def _what(event: Event, coded: CodedArticle) -> dict[str, Any]:
    spelling = Codebook.load("plover").variant("polecat")
    place, where = event.place, geo.levels(event.place)
    return {
        "Event ID": event.id, "Event Date": rules.day(event, coded), "Event Type": event.type,
        "Event Mode": spelling.mode(event.type, event.mode, event.cameo), "Intensity": event.score, "Quad Code": _QUADS[event.quad],
        "Contexts": _list(spelling.context(context) for context in event.contexts),
        "Placename": (place.name or place.text) if place else None, "Raw Placename": place.text if place else None,
        "City": where["city"], "Province": where["province"], "Country": place.country if place else None,
        "Latitude": place.lat if place else None, "Longitude": place.lon if place else None,
        "GeoNames ID": place.geonames if place else None, "Feature Type": _FEATURES.get(where["level"] or ""),
    }  # fmt: skip


def _who(role: str, actors: Sequence[Actor]) -> dict[str, Any]:
    parts: tuple[Callable[[Actor], str | None], ...] = (
        name,
        lambda actor: actor.country or actor.kind,
        lambda actor: state_number(actor.country, "cow"),
        lambda actor: actor.sectors[0] if actor.sectors else None,
        lambda actor: ", ".join(actor.sectors),
        lambda actor: actor.role,
        lambda actor: actor.text,
        lambda actor: actor.wikidata,
    )
    return {column.format(role): _list(map(part, actors)) for column, part in zip(_WHO, parts, strict=True)}


def _story(coded: CodedArticle) -> dict[str, Any]:
    article = coded.article
    named = {kind: _list(_names(coded, kind)) for kind in ("PER", "ORG")}
    return {
        "Source": article.outlet, "Publication Date": article.published, "Language": article.language, "Version": article.version,
        "Story People": named["PER"], "Story Organizations": named["ORG"],
        "Story Locations": _list(dict.fromkeys(place.name or place.text for place in coded.places)),
    }  # fmt: skip


def _names(coded: CodedArticle, kind: str) -> list[str]:
    """One name for each person or organisation: the longest of its mentions that have a name in them."""
    longest: dict[str, str] = {}
    for mention in coded.article.mentions:
        if mention.type == kind and _named(mention.text) and len(mention.text) > len(longest.get(mention.chain, "")):
            longest[mention.chain] = mention.text
    return list(longest.values())


def _named(text: str) -> bool:
    """Pronouns and descriptions have a capital at most in their first word."""
    return any(word[:1].isupper() for word in text.split()[1:]) or text.isupper()


def _list(values: Iterable[str | None]) -> str | None:
    """A list in a cell; an unknown entry is `None`, so that lists of one row stay in step."""
    entries = [(value or "None").replace(";", ",") for value in values]
    return "; ".join(entries) if any(entry != "None" for entry in entries) else None


FORMAT = _Polecat()

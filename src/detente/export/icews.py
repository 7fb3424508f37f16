"""ICEWS coded events: 20 columns with a header, tab-separated without quoting; a row a dyad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from detente.codebook import Crosswalk
from detente.event import rules
from detente.export import geo
from detente.export.form import Item, Options
from detente.export.tsv import Table
from detente.records import Actor, CodedArticle, Event

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
SECTORS = {
    "COP": "Police", "GOV": "Government", "JUD": "Judicial", "LEG": "Legislative / Parliamentary", "MIL": "Military", "PTY": "Parties",
    "REB": "Rebel", "BUS": "Business", "CRM": "Criminals / Gangs", "CVL": "General Population / Civilian / Social", "EDU": "Education",
    "ELI": "Elite", "JRN": "Media", "LAB": "Labor", "MED": "Medical / Health NGOs", "REF": "Refugees / Displaced", "OPP": "Opposition",
    "REL": "Religious", "SOC": "Social", "SPY": "Intelligence", "AGR": "Agricultural", "PRM": "Paramilitary",
}  # fmt: skip


def code(event: Event) -> str | None:
    """The CAMEO code of an event, as text."""
    return event.cameo or Crosswalk.load().finest(event.type, event.mode, event.contexts)


class _Icews(Table):
    name, columns, missing = "icews", COLUMNS, "NA"
    numbers = frozenset({"Intensity", "Latitude", "Longitude", "Sentence Number"})
    days = frozenset({"Event Date"})
    needed = frozenset({"Event Date", "Source Name", "Target Name", "CAMEO Code"})

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        for article in coded:
            for event in article.events:
                day = rules.day(event, article)
                if day and (options.everything or rules.counts(event)):
                    for number, (source, target) in enumerate(rules.dyads(event), 1):
                        yield _row(article, event, day, number) | _side("Source", source) | _side("Target", target)


def _row(coded: CodedArticle, event: Event, day: str, number: int) -> dict[str, Any]:
    place = event.place
    where = geo.levels(place)
    return {
        "Event ID": str(rules.number(f"{coded.article.id} {event.id} {number}")), "Event Date": day,
        "Event Text": " ".join(filter(None, (event.type.capitalize(), event.mode))), "CAMEO Code": code(event), "Intensity": event.score,
        "Story ID": str(rules.number(coded.article.id)), "Sentence Number": str(event.sentence + 1), "Publisher": coded.article.outlet,
        "City": where["city"], "Province": where["province"], "Country": where["country"],
        "Latitude": place.lat if place else None, "Longitude": place.lon if place else None,
    }  # fmt: skip


def _side(role: str, actor: Actor) -> dict[str, Any]:
    return {
        f"{role} Name": actor.name or actor.text,
        f"{role} Sectors": ",".join(SECTORS[code] for code in actor.sectors if code in SECTORS),
        f"{role} Country": geo.country_name(actor.country),
    }


FORMAT = _Icews()

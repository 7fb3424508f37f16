"""PLOVER JSON Lines: an event a line under the manual's snake_case names; what PLOVER lacks stands under new names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from detente.errors import InputError
from detente.event import rules
from detente.export import geo
from detente.export.form import Item, LineFormat, Options, bad_row
from detente.records import Actor, CodedArticle, Event, Place

# The older records use camelCase and source/target; these are the manual's names.
_EVENT = {"source": "actor", "target": "recipient", "eventText": "event_text", "textInfo": "text_info", "eventLoc": "event_loc",
          "dateCoded": "coded_date", "quadCode": "quad_code", "eventScale": "event_scale", "endDate": "enddate", "endTime": "endtime",
          "citeInfo": "cite_info", "timeCoded": "coded_time", "hasEvent": "has_event"}  # fmt: skip
_ENTITY = {"actorText": "entity_text", "entityText": "entity_text", "identifierId": "identifier_id", "identifierText": "identifier_text"}
_REQUIRED = ("date", "actor")
_LISTS = ("event", "mode", "context", "actor", "recipient")


class _Plover(LineFormat):
    name = "plover"

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        for article in coded:
            for event in article.events:
                found = _event(event, article)
                yield {key: value for key, value in found.items() if value not in (None, [], (), {}) or key in _REQUIRED}

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        for item in items:
            yield json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield bad_row(source, number, f"not JSON ({error})")
                continue
            yield _modern(record) if isinstance(record, dict) and "id" in record else bad_row(source, number, "not a PLOVER event")


def _event(event: Event, coded: CodedArticle) -> dict[str, Any]:
    article, first = coded.article, event.evidence[0] if event.evidence else None
    last = event.date.last if event.date.first and event.date.last != event.date.first else None
    cite = {"url": article.url, "title": article.title, "language": article.language, "publication": article.outlet,
            "coder": article.model, "codebook": article.codebook, "version": article.version}  # fmt: skip
    return {
        "id": event.id, "date": event.date.first or rules.day(event, coded), "enddate": last,
        "actor": [_entity(actor) for actor in event.actors], "recipient": [_entity(actor) for actor in event.recipients],
        "event": [event.type], "mode": [event.mode] if event.mode else [], "context": list(event.contexts),
        "quad_code": event.quad, "event_scale": event.score, "event_text": first.text if first else None,
        "event_loc": _place(event.place), "text_info": {"start": first.start, "end": first.end} if first else None,
        "cite_info": {key: value for key, value in cite.items() if value is not None}, "article": article.id, "sentence": event.sentence,
        "act": event.act, "status": event.status, "cameo": event.cameo, "confidence": event.confidence,
        "date_basis": event.date.basis, "said": msgspec.to_builtins(event.said), "condition": msgspec.to_builtins(event.condition),
        "denied_by": [_entity(actor) for actor in event.denied_by], "evidence": msgspec.to_builtins(event.evidence),
        "attribution": [{"speaker": _entity(a.speaker) if a.speaker else None, "outlet": a.outlet, "statement": a.statement}
                        for a in event.attribution],
        "links": msgspec.to_builtins(event.links),
    }  # fmt: skip


def _entity(actor: Actor) -> dict[str, Any]:
    entity = {
        "code": actor.country or actor.kind, "sector": list(actor.sectors), "entity_text": actor.text, "identifier_id": actor.wikidata,
        "identifier_text": actor.name, "office": actor.role, "org": actor.org, "start": actor.start, "end": actor.end,
    }  # fmt: skip
    return {key: value for key, value in entity.items() if value not in (None, [])}


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    where = geo.levels(place)
    resolution = {"C": 1, "A": 2, "P": 4}.get(where["level"] or "")
    found = {
        "extracted_place": place.text, "resolved_place": place.name, "geonameid": place.geonames, "lat": place.lat, "lon": place.lon,
        "city": where["city"], "province": where["province"], "country": where["country"], "country_code": place.country,
        "resolution": resolution,
    }  # fmt: skip
    return {key: value for key, value in found.items() if value is not None}


def _modern(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record under the manual's names, with lists where the manual has lists."""
    event = {_EVENT.get(key, key): value for key, value in record.items()}
    for key in _LISTS:
        if key in event and not isinstance(event[key], list):
            event[key] = [] if event[key] in (None, "") else [event[key]]
    for key in ("actor", "recipient"):
        if key in event:
            event[key] = [{_ENTITY.get(k, k): v for k, v in one.items()} if isinstance(one, dict) else one for one in event[key]]
    return event


FORMAT = _Plover()

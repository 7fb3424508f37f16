"""The flat events table of `csv` and `parquet`: a row an event, plain columns, and long tables beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from detente import knowledge
from detente.event import rules
from detente.records import Actor, CodedArticle, Event

MARK = "|"
#: Column -> type, in order: text, day (ISO), int, float.
EVENTS: dict[str, str] = {
    "article": "text", "event": "text", "sentence": "int", "published": "day", "outlet": "text", "title": "text",
    "url": "text",
    "act": "text", "status": "text", "type": "text", "mode": "text", "contexts": "text", "cameo": "text", "quad": "int", "score": "float",
    "day": "day", "date_first": "day", "date_last": "day", "date_text": "text", "date_basis": "text",
    "said_first": "day", "said_last": "day",
    **{f"{role}_{part}": "text" for role in ("actor", "recipient")
       for part in ("name", "text", "country", "cow", "gw", "org", "kind", "sectors", "role", "wikidata", "id")},
    "place": "text", "place_country": "text", "lat": "float", "lon": "float", "geonames": "int",
    "condition": "text", "denied_by": "text", "speakers": "text", "speaker_outlets": "text", "statements": "text", "links": "text",
    "evidence": "text", "evidence_start": "int", "evidence_end": "int", "confidence": "float",
    "model": "text", "codebook": "text", "version": "text",
}  # fmt: skip


def name(actor: Actor) -> str:
    """The canonical name, else the words of the mention."""
    return actor.name or actor.text


def joined(values: Iterable[str | None]) -> str | None:
    """A list in a cell, `|` between entries; an unknown entry is empty, so that lists of one row stay in step."""
    entries = [(value or "").replace(MARK, "/") for value in values]
    return MARK.join(entries) if any(entries) else None


def rows(coded: CodedArticle) -> Iterator[dict[str, Any]]:
    """The events of an article as rows of the events table."""
    article = coded.article
    common = {"article": article.id, "published": article.published, "outlet": article.outlet, "title": article.title,
              "url": article.url, "model": article.model, "codebook": article.codebook, "version": article.version}  # fmt: skip
    for event in coded.events:
        row: dict[str, Any] = dict.fromkeys(EVENTS) | common
        row |= _what(event) | _when(event, coded) | _said(event)
        row |= _who("actor", event.actors) | _who("recipient", event.recipients)
        yield row


def _what(event: Event) -> dict[str, Any]:
    first, place = event.evidence[0] if event.evidence else None, event.place
    return {
        "event": event.id, "sentence": event.sentence, "act": event.act, "status": event.status, "type": event.type, "mode": event.mode,
        "contexts": joined(event.contexts), "cameo": event.cameo, "quad": event.quad, "score": event.score, "confidence": event.confidence,
        "condition": event.condition.text if event.condition else None, "links": joined(f"{x.kind}:{x.event}" for x in event.links),
        "evidence": first.text if first else None, "evidence_start": first.start if first else None,
        "evidence_end": first.end if first else None,
        "place": (place.name or place.text) if place else None, "place_country": place.country if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None, "geonames": place.geonames if place else None,
    }  # fmt: skip


def _when(event: Event, coded: CodedArticle) -> dict[str, Any]:
    date, said = event.date, event.said
    return {
        "day": rules.day(event, coded), "date_first": date.first, "date_last": date.last, "date_text": date.text,
        "date_basis": date.basis, "said_first": said.first if said else None, "said_last": said.last if said else None,
    }  # fmt: skip


def _said(event: Event) -> dict[str, Any]:
    return {
        "denied_by": joined(map(name, event.denied_by)),
        "speakers": joined(name(a.speaker) if a.speaker else None for a in event.attribution),
        "speaker_outlets": joined(a.outlet for a in event.attribution),
        "statements": joined(a.statement for a in event.attribution),
    }


_PARTS: dict[str, Callable[[Actor], str | None]] = {
    "name": name,
    "text": lambda actor: actor.text,
    "country": lambda actor: actor.country,
    "cow": lambda actor: state_number(actor.country, "cow"),
    "gw": lambda actor: state_number(actor.country, "gw"),
    "org": lambda actor: actor.org,
    "kind": lambda actor: actor.kind,
    "sectors": lambda actor: ",".join(actor.sectors),
    "role": lambda actor: actor.role,
    "wikidata": lambda actor: actor.wikidata,
    "id": lambda actor: actor.id,
}


def _who(role: str, actors: Sequence[Actor]) -> dict[str, Any]:
    return {f"{role}_{part}": joined(map(of, actors)) for part, of in _PARTS.items()}


def who(actor: Actor) -> dict[str, str | None]:
    """One actor as columns of a long table."""
    return {part: of(actor) or None for part, of in _PARTS.items()}


def state_number(country: str | None, system: str) -> str | None:
    """A state's number by ISO alpha-3 code: `cow` Correlates of War, `gw` Gleditsch-Ward; None if it has none."""
    state = knowledge.states().get(country or "")
    return (getattr(state, system) or None) if state else None

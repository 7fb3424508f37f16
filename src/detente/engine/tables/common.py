"""What the tables share: events of one row, CAMEO codes to PLOVER, names of countries and organisations to codes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from detente import knowledge
from detente.codebook import Codebook, Crosswalk
from detente.records import Actor, Article, CodedArticle, Event, EventDate, Place

#: CAMEO keeps older codes for these.
_STATES = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "KSV": "KOS", "XKX": "KOS"}
#: Quads of CAMEO's two-digit roots where no PLOVER type says otherwise (CAMEO manual: verbal and material cooperation and conflict).
_QUADS = {**dict.fromkeys(range(1, 6), 1), **dict.fromkeys(range(6, 9), 2), **dict.fromkeys(range(9, 14), 3), **dict.fromkeys(range(14, 21), 4)}


def one(event: Event, *, article: str | None = None, outlet: str | None = None, url: str | None = None, published: str | None = None) -> CodedArticle:
    """A row's event with what the row says of its article."""
    return CodedArticle(article=Article(id=article or "", text="", outlet=outlet, url=url, published=published), events=(event,))


def event(
    ident: str,
    day: str,
    what: dict[str, Any],
    actors: tuple[Actor | None, ...],
    recipients: tuple[Actor | None, ...],
    place: Place | None,
    *,
    sentence: int = 0,
) -> Event:
    """An event that took place on a day; `what` has its codes."""
    date = EventDate(first=day, last=day, basis="text")
    ones, others = tuple(filter(None, actors)), tuple(filter(None, recipients))
    return Event(
        id=ident, sentence=sentence, status="happened", actors=ones, recipients=others, date=date, place=place, evidence=(), confidence=1.0, **what
    )  # fmt: skip


def cameo(code: str | None, score: str | None, quad: str | None = None) -> dict[str, Any]:
    """The codes of an event that a table codes in CAMEO; the score and the quad are the table's, where it has them.

    Raises:
        ValueError: it is no CAMEO code.
    """
    text = (code or "").strip()
    root = text[:2]
    if not text.isdecimal() or not 2 <= len(text) <= 4 or int(root) not in _QUADS:
        raise ValueError(f"`{text}` is no CAMEO code")
    found, book = Crosswalk.load().plover(text), Codebook.load("plover")
    type_ = found.type if found else ""
    own = book.type(type_) if found else None
    return {
        "act": type_, "type": type_, "mode": found.mode if found else None, "contexts": found.contexts if found else (), "cameo": text,
        "quad": int(quad) if quad in ("1", "2", "3", "4") else own.quad if own else _QUADS[int(root)],
        "score": float(score) if score else book.score(type_, found.mode) if found else 0.0,
    }  # fmt: skip


def actor(
    name: str | None, *, country: str | None = None, org: str | None = None, kind: str | None = None, sectors: tuple[str, ...] = ()
) -> Actor | None:
    """A side of an event; None if the table names nobody."""
    if not (name or country or org):
        return None
    return Actor(text=name or country or org or "", start=0, end=0, name=name, country=country, org=org, kind=kind, sectors=sectors)


def place(name: str | None, country: str | None, lat: str | None, lon: str | None, geonames: str | None = None) -> Place | None:
    """A place with its country's code and its coordinates in degrees; None if there is none."""
    if not (name or country):
        return None
    number = int(geonames) if geonames and geonames.isdecimal() else None
    point = (float(lat), float(lon)) if lat and lon else (None, None)
    return Place(text=name or "", start=0, end=0, name=name, country=country, lat=point[0], lon=point[1], geonames=number)


def state(code: str | None) -> str | None:
    """The ISO alpha-3 code of a state by that or by its CAMEO code; None for regions and other codes."""
    text = _STATES.get(code or "", code or "")
    return text if text in knowledge.states() else None


@lru_cache(maxsize=4096)
def state_named(name: str | None) -> str | None:
    """The state of a name."""
    if not name:
        return None
    from detente.actor import Resolver

    found = Resolver().resolve(name)
    return found[0].country if len(found) == 1 else None


@lru_cache(maxsize=1)
def _organisations() -> dict[str, tuple[str, str]]:
    return {form.casefold(): (row.code, row.kind) for row in knowledge.organisations() for form in (row.name, *row.aliases)}


def organisation(name: str | None) -> tuple[str | None, str | None]:
    """The code and kind of an international organisation by its name."""
    return _organisations().get((name or "").casefold(), (None, None))

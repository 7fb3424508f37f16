"""The records that pass from room to room: frozen, typed, and each with the place in the text that it rests on.

Offsets are Unicode code points into `Article.text`, half-open: `text[start:end]` is the item's own `text`, always.
Dates are ISO days in UTC (`YYYY-MM-DD`) as text, so that records serialise without conversion. Unknown is `None`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, TypeVar, get_args

import msgspec

Status = Literal["happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied"]
STATUSES: tuple[Status, ...] = get_args(Status)
MentionType = Literal["PER", "ORG", "GPE", "GRP"]
Quad = Literal[1, 2, 3, 4]
StatementKind = Literal["direct", "indirect", "mixed"]
Attitude = Literal["said", "thought", "wanted", "judged"]
LinkKind = Literal["held", "cancelled", "postponed", "denied", "corrected", "same"]
DateBasis = Literal["text", "context", "article"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """Base of all records: immutable, compared by value."""


R = TypeVar("R", bound=Record)


class Span(Record, frozen=True):
    """Words of the article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


class Update(Record, frozen=True):
    """A later part of the article: from `start` on the text was added on `date` (ISO day, if the heading gives one)."""

    start: int
    date: str | None = None


class Mention(Record, frozen=True):
    """A mention of an actor. Mentions of one identity in one article share `chain`, and its `country` as of the article's day.

    Words that stand for several ("the two leaders") are several mentions with one span.
    """

    id: str
    start: int
    end: int
    text: str
    type: MentionType
    chain: str
    country: str | None = None


class Article(Record, frozen=True, kw_only=True):
    """One text as published. `mentions`, `model`, `codebook` and `version` are filled by the coder."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    updates: tuple[Update, ...] = ()
    outlets: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    model: str | None = None
    codebook: str | None = None
    version: str | None = None


class Actor(Record, frozen=True, kw_only=True):
    """An actor as of a date, with the mention it was resolved from.

    `country` is ISO 3166-1 alpha-3 (or KOS), `org` a stable short code, `kind` one of IGO UNO EUR NGO ISM IMG MNC,
    `sectors` PLOVER sector codes with the primary one first, `role` an office title, `wikidata` a Q identifier.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    id: str | None = None
    wikidata: str | None = None
    country: str | None = None
    org: str | None = None
    kind: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None


class Time(Record, frozen=True, kw_only=True):
    """A time expression; `type` and `value` as in TIMEX3, `first` and `last` the ISO days that it covers."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    first: str | None = None
    last: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place named in the text; coordinates in degrees (WGS 84), `geonames` the GeoNames identifier."""

    text: str
    start: int
    end: int
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class EventDate(Record, frozen=True, kw_only=True):
    """When the named act is placed: ISO days, the words, and whether they stand with it, near it, or are the article's."""

    first: str | None = None
    last: str | None = None
    text: str | None = None
    basis: DateBasis = "article"


class Said(Record, frozen=True):
    """The days within which the event was told."""

    first: str | None = None
    last: str | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Who says so, through which outlet, in which statement."""

    speaker: Actor | None = None
    outlet: str | None = None
    statement: str | None = None


class Link(Record, frozen=True):
    """This event is the later state of `event`, in the way that `kind` says."""

    event: str
    kind: LinkKind


class Event(Record, frozen=True, kw_only=True):
    """One act. `act`, `status`, `date` describe what the words name; `type` to `recipients` the coded event."""

    id: str
    sentence: int
    act: str
    status: Status
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad
    score: float
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    date: EventDate = EventDate()
    said: Said | None = None
    place: Place | None = None
    condition: Span | None = None
    denied_by: tuple[Actor, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    evidence: tuple[Span, ...]
    links: tuple[Link, ...] = ()
    confidence: float


class Statement(Record, frozen=True, kw_only=True):
    """A quotation or reported speech. `parts` are the content's spans without quotation marks; `about` event ids.

    `attitude` tells what was `said` from what somebody is reported to have `thought`, `wanted` or `judged` (praised, blamed, spoken of).
    """

    id: str
    kind: StatementKind
    attitude: Attitude = "said"
    speaker: Actor | None = None
    cue: Span | None = None
    outlet: str | None = None
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    text: str
    about: tuple[str, ...] = ()


class CodedArticle(Record, frozen=True, kw_only=True):
    """An article with everything that was read from it; one line of `detente code --format jsonl`."""

    article: Article
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()


def as_written(coded: CodedArticle, text: str) -> CodedArticle:
    """A coded article with all its words as `text` has them, which is the article's own but for the case of letters and the kind of spaces."""
    return _as_written(coded, text)


def _as_written(record: R, text: str) -> R:
    changes: dict[str, object] = {}
    for name in _worded(type(record)):
        value = getattr(record, name)
        if isinstance(value, Record):
            changes[name] = _as_written(value, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            changes[name] = tuple([_as_written(one, text) for one in value])
        elif name == "text" and value is not None:
            changes[name] = _words(record, text)
    return msgspec.structs.replace(record, **changes) if changes else record


@cache
def _worded(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record that have words of the article, or records that may."""
    records = "|".join(one.__name__ for one in Record.__subclasses__())
    return tuple(name for name, told in kind.__annotations__.items() if name == "text" or re.search(rf"\b(?:{records})\b", told))


def _words(record: Record, text: str) -> str:
    """The words of a record: the article's all, an event's date by its words alone, everything else by where it stands."""
    if isinstance(record, Article):
        return text
    if isinstance(record, EventDate):
        found = re.search(r"\s".join(map(re.escape, (record.text or "").split(" "))), text, re.IGNORECASE)
        return found[0] if found else record.text or ""
    return text[record.start : record.end]  # type: ignore[attr-defined]

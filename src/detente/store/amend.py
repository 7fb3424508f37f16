"""Correcting an event by hand: the change is kept with who made it and when, and made again on every later coding of the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from detente.errors import InputError, UsageError
from detente.records import CodedArticle, Event
from detente.store import fields
from detente.store.batch import Batch, Written, now
from detente.store.imported import corrected, event_of
from detente.store.rows import Origin, Rows, article_row, article_rows, event_rows
from detente.store.schema import CODED

if TYPE_CHECKING:
    from detente.store.snapshot import Snapshot
    from detente.store.store import Store


class Amendment(msgspec.Struct, frozen=True, kw_only=True):
    """A correction: `changes` by field path, or `remove`; `event` as the coder read it, by which it is found again."""

    event: Event
    changes: dict[str, Any] = {}
    remove: bool = False
    by: str
    at: str
    note: str | None = None


class _Change(NamedTuple):
    """What is asked for."""

    changes: dict[str, Any]
    remove: bool
    by: str
    note: str | None


def amend(store: Store, event: str, *, by: str, changes: dict[str, Any] | None = None, remove: bool = False, note: str | None = None) -> Written:
    """Correct or remove an event.

    Args:
        event: its id.
        by: who corrects it.
        changes: values by field of the event: `{"type": "ASSAULT", "date.first": "2024-05-01", "actors.0.country": "FRA"}`. A new type
            brings its quad and score with it unless they are given too.
        remove: the event did not take place in the text; it is hidden.

    Raises:
        InputError: there is no such event.
        UsageError: a change that makes no valid event, or no change at all.
    """
    if not (changes or remove):
        raise UsageError(f"Nothing is to be changed in {event}.", "Give --set FIELD=VALUE or --remove.", "amend")
    while True:
        snapshot = store.snapshot()
        rows = list(snapshot.rows("events", where="event = ?", parameters=[event], order="event"))
        if not rows:
            raise InputError(f"There is no event {event} in the store.", "See: detente store sql 'SELECT event, evidence FROM events'.", "amend")
        change = _Change(changes or {}, remove, by, note)
        batch = _batch(snapshot, rows[0]["article"], event, change) if rows[0]["origin"] == CODED else _of_table(rows[0], change)
        written = store.write(batch, based_on=snapshot)
        if written.seq is not None:
            return written


def _batch(snapshot: Snapshot, article: str, event: str, change: _Change) -> Batch:
    read, earlier = snapshot.as_coded(article), amendments(snapshot, article)
    places = _places(read, earlier)
    before = next((one for one, place in zip(earlier, places, strict=True) if place == event), None)
    original = before.event if before else next(one for one in read.events if one.id == event)
    changes = {**(before.changes if before else {}), **change.changes}
    mine = Amendment(event=original, changes=changes, remove=change.remove, by=change.by, at=now(), note=change.note)
    batch = Batch("amend", who=change.by, note=change.note)
    batch.add(amended_rows(read, [*(one for one in earlier if one is not before), mine], origin_of(snapshot, article)))
    return batch


def _of_table(row: dict[str, Any], change: _Change) -> Batch:
    """The batch that corrects an event of an imported table: its row anew."""
    before = decoded(row["amended"]) if row["amended"] else None
    present = event_of(row)
    changes = {**(before.changes if before else {}), **change.changes}
    original = before.event if before else present
    mine = Amendment(event=original, changes=changes, remove=change.remove, by=change.by, at=now(), note=change.note)
    made = {"amended": msgspec.json.encode(mine).decode(), "amended_by": mine.by, "amended_at": mine.at, "gone": mine.remove}
    return Batch("amend", {"events": [corrected(row, present, change.changes) | made]}, who=change.by, note=change.note)


def amendments(snapshot: Snapshot, article: str) -> list[Amendment]:
    """The corrections of an article's events, in the order in which they were made."""
    return snapshot.corrections.get(article, [])


def decoded(text: str) -> Amendment:
    """The correction in a cell of `events.amended`."""
    return msgspec.json.decode(text, type=Amendment)


def origin_of(snapshot: Snapshot, article: str) -> Origin:
    """Where an article came from, as it is stored."""
    row = next(snapshot.rows("versions", where="id = ?", parameters=[article], order="id"))
    return Origin(name=row["name"], source=row["source"], fetched=row["fetched"], updated=row["updated"], codebook=row["codebook"])


def amended_rows(read: CodedArticle, made: Sequence[Amendment], origin: Origin) -> Rows:
    """The rows of an article with corrections: changed events say who changed them, removed ones stay as hidden rows.

    The row in `articles` keeps what the coder read, so that a correction can be taken back and made again.
    """
    whole, hidden = applied(read, made)
    rows = article_rows(whole, origin)
    made_by = {key: rows["articles"][0][key] for key in ("version", "model", "codebook")}
    rows["articles"] = [article_row(read, origin) | made_by]
    rows["events"] += [row | made_by | {"gone": True} for row in event_rows(msgspec.structs.replace(read, events=hidden))]
    by_event = dict(zip(_places(read, made), made, strict=True))
    for row in rows["events"]:
        if amendment := by_event.get(row["event"]):
            row |= {"amended": msgspec.json.encode(amendment).decode(), "amended_by": amendment.by, "amended_at": amendment.at}
    return rows


def applied(read: CodedArticle, made: Sequence[Amendment]) -> tuple[CodedArticle, tuple[Event, ...]]:
    """An article with corrections made, and the events that they removed."""
    events = {event.id: event for event in read.events}
    removed: dict[str, Event] = {}
    for place, amendment in zip(_places(read, made), made, strict=True):
        # A later coding may lack the event. A correction says that it is there, so it is put back.
        found = events.pop(place, None) or msgspec.structs.replace(amendment.event, id=place, links=(), attribution=())
        changed = fields.changed(found, amendment.changes, read.article.codebook)
        (removed if amendment.remove else events)[place] = changed
    order = {event.id: number for number, event in enumerate(read.events)}
    kept = sorted(events.values(), key=lambda event: (order.get(event.id, len(order)), event.id))
    return _without(msgspec.structs.replace(read, events=tuple(kept)), set(removed)), tuple(removed.values())


def _places(read: CodedArticle, made: Sequence[Amendment]) -> list[str]:
    """For each correction the id of the event that it is about, or a new one if this coding has no such event."""
    free = {event.id: event for event in read.events}
    places = []
    for number, amendment in enumerate(made, 1):
        found = _find(list(free.values()), amendment)
        places.append(found.id if found else f"{read.article.id}-h{number}")
        free.pop(places[-1], None)
    return places


def _find(events: Sequence[Event], amendment: Amendment) -> Event | None:
    """The event of a coding that a correction is about: of the same act where the main words touch, else where they nearly agree."""
    first = amendment.event.evidence[0]

    def shared(event: Event) -> int:
        return min(event.evidence[0].end, first.end) - max(event.evidence[0].start, first.start)

    def fits(event: Event) -> bool:
        longer = max(first.end - first.start, event.evidence[0].end - event.evidence[0].start)
        return shared(event) > (0 if event.act == amendment.event.act else longer / 2)

    best = [event for event in events if fits(event)]
    return max(best, key=lambda e: (e == amendment.event, e.act == amendment.event.act, shared(e)), default=None)


def _without(coded: CodedArticle, removed: set[str]) -> CodedArticle:
    """The article without some events, and without references to them."""
    if not removed:
        return coded
    kept = [
        msgspec.structs.replace(event, links=tuple(link for link in event.links if link.event not in removed))
        for event in coded.events
        if event.id not in removed
    ]
    statements = [msgspec.structs.replace(one, about=tuple(e for e in one.about if e not in removed)) for one in coded.statements]
    return msgspec.structs.replace(coded, events=tuple(kept), statements=tuple(statements))

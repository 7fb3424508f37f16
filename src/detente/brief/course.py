"""How an event came about: its earlier states in the order of the telling, as words behind its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.brief import dates
from detente.records import Event

MOST = 5  # states that one line tells
_STATES = {"planned": "planned", "possible": "thought possible", "conditional": "offered or threatened", "ongoing": "under way", "happened": "told"}


def courses(events: Sequence[Event]) -> dict[str, str]:
    """For each event with earlier states what they were: `on 3 March 2031 planned for 14 March 2031, on 10 March 2031 put off to 21 March 2031`."""
    known = {event.id: event for event in events}
    told = {event.id: _states(event, known) for event in events}
    return {ident: ", ".join(states) for ident, states in told.items() if states}


def _states(event: Event, known: Mapping[str, Event]) -> list[str]:
    states: list[str] = []
    seen, now = {event.id}, event
    while len(states) < MOST:
        found = ((link.kind, known[link.event]) for link in now.links if link.event in known.keys() - seen and link.kind not in ("same", "denied"))
        step = next(found, None)
        if step is None:
            break
        now = step[1]
        seen.add(now.id)
        put_off = any(link.kind == "postponed" for link in now.links)
        states.append("told otherwise before" if step[0] == "corrected" else _state(now, put_off=put_off))
    return states[::-1]


def _state(event: Event, *, put_off: bool) -> str:
    day = dates.span(event.date.first, event.date.last) if event.date.basis != "article" else ""
    said = dates.span(event.said.first, event.said.last) if event.said and event.said.first != event.date.first else ""
    words = "put off" if put_off else _STATES.get(event.status, event.status)
    link = "to" if put_off else "for" if event.status not in ("happened", "ongoing") else "of"
    return " ".join(part for part in (said and f"on {said}", words, day and f"{link} {day}") if part)

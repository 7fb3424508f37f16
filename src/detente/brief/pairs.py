"""Cooperation and conflict per ordered pair of sides within one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.brief import labels
from detente.brief.model import Pair
from detente.records import Actor, Event

# Regional constructs name nobody who acts, so they stay out of pairs.
_CONSTRUCTS = frozenset({"WEST", "EUROPE"})
_SPEECH_TYPES = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "CONCEDE"})


@dataclass
class _Sum:
    coop_n: int = 0
    coop_score: float = 0.0
    conf_n: int = 0
    conf_score: float = 0.0
    refs: list[str] = field(default_factory=list)

    def key(self) -> tuple[int, float, int, float, tuple[str, ...]]:
        return self.coop_n, self.coop_score, self.conf_n, self.conf_score, tuple(self.refs)


def pairs(events: Sequence[Event], refs: Mapping[str, str]) -> tuple[Pair, ...]:
    """The pairs, busiest first, from events and speech acts that took place; not from possible or denied ones."""
    counted = [event for event in events if _counts(event)]
    titles = _titles(counted)
    sums: dict[tuple[str, str], _Sum] = {}
    for event in counted:
        for ends in _ordered(event):
            _add(sums.setdefault(ends, _Sum()), event, refs[event.id])
    found: list[Pair] = []
    for (a, b), total in sums.items():
        back = sums.get((b, a))
        both = back is not None and back.key() == total.key()
        if both and a > b:
            continue
        found.append(
            Pair(
                a=titles[a],
                b=titles[b],
                both=both,
                coop_n=total.coop_n,
                coop_score=round(total.coop_score, 1),
                conf_n=total.conf_n,
                conf_score=round(total.conf_score, 1),
                refs=tuple(total.refs),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.coop_n - pair.conf_n, pair.a, pair.b)))


def _counts(event: Event) -> bool:
    if event.status in ("possible", "denied"):
        return False
    return event.status in ("happened", "ongoing") or event.type in _SPEECH_TYPES


def _add(total: _Sum, event: Event, ref: str) -> None:
    if event.quad in (1, 2):
        total.coop_n += 1
        total.coop_score += abs(event.score)
    else:
        total.conf_n += 1
        total.conf_score += abs(event.score)
    total.refs.append(ref)


def side(actor: Actor) -> str | None:
    """The side that an actor stands for: its country, else organisation, else itself; None for a regional construct."""
    if actor.org in _CONSTRUCTS:
        return None
    return actor.country or actor.org or labels.name(actor)


def _ordered(event: Event) -> list[tuple[str, str]]:
    ones = list(dict.fromkeys(key for key in map(side, event.actors) if key))
    others = list(dict.fromkeys(key for key in map(side, event.recipients) if key)) or ones
    return [(one, other) for one in ones for other in others if one != other]


def _titles(events: Sequence[Event]) -> dict[str, str]:
    """A readable name for each side: the state's or organisation's own name where the article has it."""
    titles: dict[str, str] = {}
    for event in events:
        for actor in (*event.actors, *event.recipients):
            key = side(actor)
            if key is None:
                continue
            own = labels.capital(labels.name(actor)).removeprefix("The ")
            if actor.country is None and actor.org is None:
                titles[key] = own
            elif labels.is_state(actor):
                titles[key] = own if own == labels.clean(key) else f"{own} ({labels.clean(key)})"
            else:
                known = labels.meaning(key)
                titles.setdefault(key, f"{known} ({labels.clean(key)})" if known else labels.clean(key))
    return titles

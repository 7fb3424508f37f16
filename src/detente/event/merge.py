"""One event, several tellings: drafts of one act are merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from detente.event.drafts import Draft
from detente.records import EventDate
from detente.when.calendar import parse_day

Key = Callable[[str], str]
_Seated = dict[tuple[str, str], list[int]]  # numbers of drafts by their act and each of their parties
ECHO = 60
MONTH = 31  # days
STEM = 6
_WORD = re.compile(r"[^\W\d_]{5,}")
_SURER = {"article": 0, "context": 1, "text": 2}


def merge(drafts: Sequence[Draft], key: Key) -> list[Draft]:
    """Merge drafts that tell the same event with the same status; `key` gives a chain's identity.

    Two drafts tell one event if act and mode agree, one's sides are contained in the other's, at least one side is
    shared, and their days do not exclude each other.
    """
    kept: list[Draft] = []
    seated: _Seated = {}
    for draft in _without_echoes(drafts, key):
        # Of two meetings of the same people it is the one told in like words ("in person", "virtual"), else the last one told.
        alike = [number for number in _sharing(seated, draft, key) if _same(kept[number], draft, key)]
        if len(alike) > 1:
            alike = [max(alike, key=lambda n: (len(stems(kept[n].scene.text) & stems(draft.scene.text)), kept[n].scene.index))]
        number = alike[0] if alike else len(kept)
        _seat(seated, draft, number, key)
        if number == len(kept):
            kept.append(draft)
            continue
        absorb(kept[number], draft, key)
    return kept


def absorb(same: Draft, draft: Draft, key: Key, *, beside: bool = True) -> None:
    """Join to a draft, in place, another one that tells the same event: its words, whom and what it names, the surer day.

    Whom it names stand `beside` those of the first, or else only on a side that the first leaves empty.
    """
    same.triggers += draft.triggers
    same.evidence += [span for span in draft.evidence if span not in same.evidence]
    for side, more in ((same.actors, draft.actors), (same.recipients, draft.recipients)):
        have = {key(c) for c in same.actors + same.recipients}
        for chain in more if beside or not side else ():
            if key(chain) not in have:
                side.append(chain)
                have.add(key(chain))
    same.spans.update({c: m for c, m in draft.spans.items() if c not in same.spans})
    same.date = surer_date(same.date, draft.date)
    same.place = same.place or draft.place
    same.confidence = max(same.confidence, draft.confidence)
    same.condition = same.condition or draft.condition


def surer_date(one: EventDate, other: EventDate) -> EventDate:
    """Of two tellings' days the one given more surely, of two as sure the narrower ("in August", "on Aug. 4"); but a day before a year."""
    if all(date.first and date.last and date.basis != "article" for date in (one, other)):
        return min(one, other, key=lambda date: (_width(date) > MONTH, -_SURER[date.basis], _width(date)))
    return other if _SURER[other.basis] > _SURER[one.basis] else one


def _width(date: EventDate) -> int:
    first, last = parse_day(date.first), parse_day(date.last)
    return (last - first).days if first and last else 0


def _seat(seated: _Seated, draft: Draft, number: int, key: Key) -> None:
    for party in _parties(draft, key):
        seated.setdefault((draft.act, party), []).append(number)


def _sharing(seated: _Seated, draft: Draft, key: Key) -> list[int]:
    """The numbers of those that share an act and a party with a draft; only they can agree with it."""
    return sorted({number for party in _parties(draft, key) for number in seated.get((draft.act, party), ())})


@lru_cache(maxsize=64)
def stems(sentence: str) -> frozenset[str]:
    """The beginnings of the longer words of a sentence."""
    return frozenset([word[:STEM] for word in _WORD.findall(sentence.lower())])


def _without_echoes(drafts: Sequence[Draft], key: Key) -> list[Draft]:
    """Of two predicates for one act between the same sides in one clause ("held ... talks") the surer one."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        other = last is not None and draft.of is not None and draft.status != last.status  # "...; Lima denies it": no part of what it takes up
        same = last and not other and last.scene is draft.scene and last.act == draft.act and _parties(last, key) == _parties(draft, key)
        if last and same and draft.trigger[0] - last.trigger[1] < ECHO:
            if draft.predicate.probability > last.predicate.probability:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _parties(draft: Draft, key: Key) -> set[str]:
    return {key(chain) for chain in draft.actors + draft.recipients}


def _same(one: Draft, other: Draft, key: Key) -> bool:
    alike = one.act == other.act and one.status == other.status and (one.predicate.mode == other.predicate.mode or one.act == "CONSULT")
    return alike and _near(one, other, key) and _sides_agree(one, other, key) and not days_exclude(one, other)


def _near(one: Draft, other: Draft, key: Key) -> bool:
    """Drafts that share one party only are one event in neighbouring sentences, and else may well be two."""
    here, there = _parties(one, key), _parties(other, key)
    return len(here & there) > 1 or here == there or abs(one.scene.index - other.scene.index) < 2


def _sides_agree(one: Draft, other: Draft, key: Key) -> bool:
    pairs = [({key(c) for c in a}, {key(c) for c in b}) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients))]
    if one.act == "CONSULT":
        pairs = [(pairs[0][0] | pairs[1][0], pairs[0][1] | pairs[1][1])]
    contained = all(a <= b or b <= a for a, b in pairs)
    return contained and any(a & b for a, b in pairs)


def days_exclude(one: Draft, other: Draft) -> bool:
    a, b = one.date, other.date
    if "article" in (a.basis, b.basis) or not (a.first and a.last and b.first and b.last):
        return False
    return a.last < b.first or b.last < a.first

"""Where an answer and the gold differ, item by item, so that a person sees what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from detente.evaluate.same import (
    Identities,
    closeness,
    content_tokens,
    jaccard,
    pair_up,
    within,
)
from detente.evaluate.scoring import STATEMENT_OVERLAP, match_events
from detente.records import Actor, CodedArticle, Event, Place, Record, Statement, Time

Item = TypeVar("Item")


class Disagreement(Record, frozen=True):
    """One difference: its `kind` (missed, invented, type, status, sides, date, speaker), where, gold and answer."""

    article: str
    what: str
    kind: str
    start: int
    words: str
    gold: str = ""
    answer: str = ""


def disagreements(gold: CodedArticle, answer: CodedArticle) -> list[Disagreement]:
    """All differences of one article in the order of its text."""
    found = [*_events(gold, answer), *_statements(gold, answer), *_spans(gold, answer)]
    return sorted(found, key=lambda one: (one.start, one.what, one.kind))


def _events(gold: CodedArticle, answer: CodedArticle) -> Iterator[Disagreement]:
    pairs, who = match_events(gold, answer), Identities(gold)
    yield from _alone(
        gold, "event", [_event(event) for event in _left(gold.events, [one for one, _ in pairs])], "missed"
    )
    yield from _alone(
        gold, "event", [_event(event) for event in _left(answer.events, [two for _, two in pairs])], "invented"
    )
    for one, two in pairs:
        sides = who.share(one.actors, two.actors) and who.share(one.recipients, two.recipients)
        for kind, differs, ours, theirs in (
            ("type", one.type != two.type, f"{one.act} -> {one.type}", f"{two.act} -> {two.type}"),
            ("status", one.status != two.status, one.status, two.status),
            ("sides", not sides, _sides(one), _sides(two)),
            ("date", bool(one.date.first) and not within(one.date, two.date), _days(one), _days(two)),
        ):
            if differs:
                yield Disagreement(
                    gold.article.id, "event", kind, one.evidence[0].start, one.evidence[0].text, ours, theirs
                )


def _statements(gold: CodedArticle, answer: CodedArticle) -> Iterator[Disagreement]:
    text, who = gold.article.text, Identities(gold)

    def weight(one: Statement, two: Statement) -> float:
        near = jaccard(content_tokens(one, text), content_tokens(two, text))
        return near if near >= STATEMENT_OVERLAP else 0.0

    said = [statement for statement in answer.statements if statement.attitude == "said"]
    pairs = pair_up(gold.statements, said, weight)
    for kind, left in (
        ("missed", _left(gold.statements, [one for one, _ in pairs])),
        ("invented", _left(said, [two for _, two in pairs])),
    ):
        yield from _alone(gold, "statement", [(said.start, said.text, said.kind) for said in left], kind)
    for one, two in pairs:
        if not who.share(*((said.speaker,) if said.speaker else () for said in (one, two))):
            ours, theirs = (_names((said.speaker,)) if said.speaker else "nobody" for said in (one, two))
            yield Disagreement(gold.article.id, "statement", "speaker", one.start, one.text, ours, theirs)


def _spans(gold: CodedArticle, answer: CodedArticle) -> Iterator[Disagreement]:
    layers: tuple[tuple[str, Sequence[Time | Place], Sequence[Time | Place]], ...] = (
        ("time", gold.times, answer.times),
        ("place", gold.places, answer.places),
    )
    for what, ours, theirs in layers:
        pairs = pair_up(ours, theirs, closeness)
        for kind, left in (
            ("missed", _left(ours, [one for one, _ in pairs])),
            ("invented", _left(theirs, [two for _, two in pairs])),
        ):
            yield from _alone(gold, what, [(one.start, one.text, "") for one in left], kind)


def _alone(gold: CodedArticle, what: str, items: Sequence[tuple[int, str, str]], kind: str) -> Iterator[Disagreement]:
    for start, words, label in items:
        ours, theirs = (label, "") if kind == "missed" else ("", label)
        yield Disagreement(gold.article.id, what, kind, start, words, ours, theirs)


def _left(items: Sequence[Item], taken: Sequence[Item]) -> list[Item]:
    return [item for item in items if all(item is not other for other in taken)]


def _event(event: Event) -> tuple[int, str, str]:
    label = f"{event.act} {event.status} -> {event.type}: {_sides(event)}"
    return event.evidence[0].start, event.evidence[0].text, label


def _sides(event: Event) -> str:
    return f"{_names(event.actors)} -> {_names(event.recipients)}" if event.recipients else _names(event.actors)


def _names(actors: Sequence[Actor]) -> str:
    return ", ".join(actor.text for actor in actors) or "nobody"


def _days(event: Event) -> str:
    return f"{event.date.first}..{event.date.last}"

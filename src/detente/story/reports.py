"""The events of a story's articles as reports that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from detente.event import rules
from detente.model.topic import TopicModel
from detente.records import Actor, CodedArticle, Event
from detente.story.merge import Report
from detente.story.words import Bag, Vocabulary, stem
from detente.text import sentences

#: Days by which an act may be off where only the article's day is known; one that the text gives, or that was said, by the turn of a day.
LOOSE, CLOSE = 2, 1
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_DEEDS = (2, 4)


class Told(NamedTuple):
    """An event with its article, the sentence it stands in, its day, and what is compared."""

    event: Event
    coded: CodedArticle
    sentence: str
    day: str | None
    report: Report


def reports_of(articles: Sequence[CodedArticle], model: TopicModel) -> list[Told]:
    """The reports of all events, in the order of the articles and of their text."""
    words = Vocabulary(model.ranks())
    for coded in articles:
        words.add(Bag.of(coded.article.text), None)
    found = [(event, coded, sentence) for coded in articles for event, sentence in _with_sentences(coded)]
    meanings = model.vectors([_trigger(event) for event, _, _ in found])
    return [
        Told(event, coded, sentence, rules.day(event, coded), _report(event, coded, words.weigh(Bag.of(sentence)), meaning))
        for (event, coded, sentence), meaning in zip(found, meanings, strict=True)
    ]


def _with_sentences(coded: CodedArticle) -> list[tuple[Event, str]]:
    text = coded.article.text
    extents = sentences(text)

    def around(event: Event) -> str:
        at = event.evidence[0].start
        return next((text[start:end] for start, end in extents if start <= at < end), event.evidence[0].text)

    return [(event, around(event)) for event in coded.events]


def _trigger(event: Event) -> str:
    """The words that name the act, without the names of who acts."""
    words = event.evidence[0].text[:200].split()
    return " ".join([word for word in words if not word[:1].isupper()] or words)


def _report(event: Event, coded: CodedArticle, sentence: dict[str, float], meaning: object) -> Report:
    actors, recipients = (frozenset(label for actor in side for label in _labels(actor)) for side in (event.actors, event.recipients))
    if event.act in _RECIPROCAL:
        actors, recipients = actors | recipients, frozenset()
    place = {event.place.country} if event.place and event.place.country else set()
    return Report(
        id=event.id,
        article=coded.article.id,
        trigger=[stem(word) for word in _trigger(event).split()],
        meaning=meaning,  # type: ignore[arg-type]
        sentence=sentence,
        kind=event.act,
        mode=event.mode if event.type == event.act else None,
        sides=(actors, recipients),
        days=_days(event, coded),
        places=frozenset(place),
    )


def party(actor: Actor) -> str | None:
    """What tells a side apart across articles: country with primary sector, or organisation, or name."""
    if actor.org:
        return actor.org
    if actor.country:
        # The government speaks for the state, so both are one side.
        sector = actor.sectors[0] if actor.sectors and actor.sectors[0] not in ("GOV", "MIL") else ""
        return f"{actor.country} {sector}".strip()
    return actor.name


def _labels(actor: Actor) -> set[str]:
    """By what an actor may be known in another article: somebody without an id ("fishermen") also by the bare description, as one article
    may tell whose they are and the other not."""
    return {label for label in (party(actor), None if actor.id else actor.name) if label}


def _days(event: Event, coded: CodedArticle) -> tuple[str, str] | None:
    when = event.date
    room = LOOSE if when.basis == "article" and event.quad in _DEEDS else CLOSE
    first = when.first or coded.article.published
    if first is None:
        return None
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(when.last or first)
        return (start - timedelta(days=room)).isoformat(), (end + timedelta(days=room)).isoformat()
    except (ValueError, OverflowError):
        return None

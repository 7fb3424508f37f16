"""Builds the view model of a brief from a coded article: numbering, wording, order, grouping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.brief import dates, labels, wording
from detente.brief.course import courses
from detente.brief.model import Head, Line, Party, Quote, Row, View, Voice
from detente.brief.pairs import pairs
from detente.records import Actor, CodedArticle, Event, Span, Statement

MOST_TITLE = 300
# An event below this is told apart from the others: it is more likely wrong than right.
SURE = 0.5
SUMMARY_LINES = 8
BACKGROUND_DAYS = 60
_REAL = {"happened": 1.3, "ongoing": 1.3, "planned": 1.2, "conditional": 1.0, "denied": 1.0, "refused": 0.9}
_REAL |= {"called_for": 0.9, "possible": 0.7}
SHAPES = {
    "happened": "happened",
    "ongoing": "happened",
    "planned": "planned",
    "called_for": "open",
    "conditional": "open",
    "possible": "open",
    "refused": "denied",
    "denied": "denied",
}
_LATER = {
    "held": "took place",
    "cancelled": "called off",
    "postponed": "postponed",
    "denied": "denied",
    "corrected": "later corrected",
    "same": "told again",
}


def view(coded: CodedArticle) -> View:
    """The brief of `coded`, ready for any format."""
    asof = _asof(coded)
    refs = {event.id: f"e{number}" for number, event in enumerate(coded.events, 1)}
    ids = {ref: ident for ident, ref in refs.items()}
    sure = [event for event in coded.events if event.confidence >= SURE]
    events = sure or list(coded.events)
    later = _later(events)
    rows = tuple(_row(event, refs, later, asof, coded.statements) for event in events)
    fresh = [(event, row) for event, row in zip(events, rows, strict=True) if _stands(event, later)]
    course = courses(events)
    ranked = tuple(msgspec.structs.replace(line, text=_with_course(line.text, course.get(ids[line.ref]))) for line in _main(fresh, asof))
    lines = _unique(_line(row, row.sentence) for _, row in fresh)
    questions = [_line(row, wording.question(event)) for event, row in fresh]
    return View(
        head=_head(coded, len(events)),
        summary=ranked,
        more=len(lines) - len(ranked),
        events=rows,
        unsure=tuple(_row(event, refs, {}, asof, coded.statements) for event in coded.events if event not in events),
        voices=_voices(coded, refs),
        disputed=_disputed(events, rows),
        pairs=pairs([event for event, _ in fresh], refs),
        questions=_unique(line for line in questions if line.text),
        outlets=tuple(dict.fromkeys(filter(None, map(labels.outlet, coded.article.outlets)))),
    )


def party(actor: Actor) -> Party:
    """An actor as a side of an event."""
    shown, tag = labels.capital(labels.name(actor)), labels.tag(actor)
    return Party(name=shown, tag=tag, meaning=labels.meaning(tag)) if tag != shown else Party(name=shown)


def _head(coded: CodedArticle, events: int) -> Head:
    article = coded.article
    return Head(
        title=labels.clean(article.title)[:MOST_TITLE] or labels.clean(article.id) or "Untitled article",
        outlet=labels.clean(article.outlet) or None,
        published=labels.clean(article.published) or None,
        published_words=dates.span(article.published, None) or labels.clean(article.published),
        url=labels.clean(article.url) or None,
        language=labels.clean(article.language) or None,
        events=events,
        statements=len(_said(coded)),
        places=len({labels.clean(place.name or place.text) for place in coded.places}),
        updates=len(article.updates),
        model=labels.clean(article.model) or None,
        codebook=labels.clean(article.codebook) or None,
        version=labels.clean(article.version) or None,
    )


def _asof(coded: CodedArticle) -> str | None:
    known = [update.date for update in coded.article.updates if update.date]
    return max([*known, coded.article.published or ""], default="") or None


def _later(events: Sequence[Event]) -> dict[str, tuple[Event, str]]:
    """For each event that a later one supersedes: that event, and what it did to it; a denial before all else, since it leaves both."""
    known = {event.id for event in events}
    found = [(event, link) for event in events for link in event.links if link.event in known - {event.id}]
    return {link.event: (event, link.kind) for event, link in sorted(found, key=lambda pair: pair[1].kind == "denied")}


def _row(
    event: Event,
    refs: Mapping[str, str],
    later: Mapping[str, tuple[Event, str]],
    asof: str | None,
    statements: Sequence[Statement],
) -> Row:
    follow = later.get(event.id)
    when = event.date
    disputed = follow is not None and follow[1] == "denied"
    claimed = event.status in ("happened", "ongoing") and bool(wording.attributed(event, by_others=True))
    return Row(
        ref=refs[event.id],
        id=event.id,
        sentence=wording.sentence(event, asof),
        short=wording.sentence(event, asof, dated=False),
        status=event.status,
        status_words="Disputed" if disputed else wording.status(event),
        shape="disputed" if disputed else "said" if claimed else SHAPES[event.status],
        type=labels.clean(event.type),
        mode=labels.clean(event.mode) or None,
        act=wording.act(event),
        quad=event.quad,
        actors=_parties(event.actors),
        recipients=_parties(event.recipients),
        first=when.first if dates.day(when.first) else None,
        last=when.last if dates.day(when.last) else None,
        date_words=dates.span(when.first, when.last, brief=True),
        date_basis=when.basis,
        said=event.said.first if event.said and dates.day(event.said.first) else None,
        said_words=dates.short(event.said.first) if event.said else "",
        place=labels.clean(event.place.name or event.place.text) if event.place else "",
        says=labels.capital(wording.attributed(event)),
        condition=labels.clean(event.condition.text) if event.condition else "",
        confidence=event.confidence,
        evidence=event.evidence,
        denied_by=_parties(event.denied_by),
        later=_LATER[follow[1]] if follow else "",
        later_ref=refs[follow[0].id] if follow else "",
        quoted_in=tuple(f"s{number}" for number, found in enumerate(statements, 1) if event.id in found.about),
    )


def _parties(actors: Sequence[Actor]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(map(party, actors)))


def _line(row: Row, text: str) -> Line:
    return Line(row.ref, text, row.status, row.status_words, row.shape)


def _with_course(text: str, course: str | None) -> str:
    """A line with the event's earlier states before its full stop."""
    return f"{text.removesuffix('.')} ({course})." if course else text


def _stands(event: Event, later: Mapping[str, tuple[Event, str]]) -> bool:
    """Whether no later state takes the event's place; what is denied stands beside its denial."""
    return event.id not in later or later[event.id][1] == "denied"


def _main(fresh: Sequence[tuple[Event, Row]], asof: str | None) -> tuple[Line, ...]:
    """The lines of the summary: the weightiest events, told newest state first."""
    weighty = sorted(fresh, key=lambda pair: -_weight(pair[0], asof))
    lines = _unique(_line(row, row.sentence) for _, row in weighty)
    # The weightiest line of each kind comes first, so that a plan or a denial is not lost behind many acts.
    best = {line.ref: line for line in reversed([*{line.shape: line for line in reversed(lines)}.values()])}
    chosen = list(dict.fromkeys([*best, *(line.ref for line in lines)]))[:SUMMARY_LINES]
    told = sorted((pair for pair in fresh if pair[1].ref in chosen), key=lambda pair: _newest(pair[0], asof))
    return tuple(_line(row, row.sentence) for _, row in told)


def _weight(event: Event, asof: str | None) -> float:
    """How much an event matters to a summary: sure, real, strong and recent ones, and what settles a plan."""
    end, known = dates.day(event.date.last or event.date.first), dates.day(asof)
    old = end is not None and known is not None and (known - end).days > BACKGROUND_DAYS
    settles = any(link.kind != "same" for link in event.links)
    return (
        event.confidence**2
        * (1.0 if event.actors and (event.recipients or len(event.actors) > 1) else 0.5)
        * _REAL[event.status]
        * (8 + abs(event.score))
        * (0.4 if old else 1.0)
        * (1.6 if settles else 1.0)
    )


def _unique(lines: Iterable[Line]) -> tuple[Line, ...]:
    found: dict[str, Line] = {}
    for line in lines:
        found.setdefault(line.text, line)
    return tuple(found.values())


def _newest(event: Event, asof: str | None) -> tuple[int, int]:
    """Sort key: the day at which the state was reached, newest first; then the order of the text."""
    told = event.said.last or event.said.first if event.said else None
    done = event.status in ("happened", "ongoing")
    when = (event.date.last or told if done else told) or asof
    known = dates.day(when) or dates.day(asof)
    return (-known.toordinal() if known else 0, event.evidence[0].start if event.evidence else 0)


def _disputed(events: Sequence[Event], rows: Sequence[Row]) -> tuple[Line, ...]:
    targets = {link.event for event in events for link in event.links if link.kind in ("denied", "corrected")}
    return tuple(
        _line(row, row.sentence)
        for event, row in zip(events, rows, strict=True)
        if event.status in ("denied", "refused") or event.denied_by or event.id in targets
    )


def _said(coded: CodedArticle) -> list[Statement]:
    """What was said in words; what is thought, wanted or judged would flood the page."""
    return [statement for statement in coded.statements if statement.attitude == "said"]


def _voices(coded: CodedArticle, refs: Mapping[str, str]) -> tuple[Voice, ...]:
    grouped: dict[str, list[tuple[Statement, Quote]]] = {}
    for number, found in enumerate(_said(coded), 1):
        key = (found.speaker.id or labels.name(found.speaker)) if found.speaker else ""
        grouped.setdefault(key, []).append((found, _quote(found, f"s{number}", coded.article.text, refs)))
    voices: list[Voice] = []
    for told in grouped.values():
        speaker = next((found.speaker for found, _ in told if found.speaker and found.speaker.role), told[0][0].speaker)
        title = labels.capital(labels.name(speaker)) if speaker else "Speaker not named"
        role = labels.clean(speaker.role) if speaker else ""
        voices.append(Voice(title, labels.tag(speaker) if speaker else "", role, tuple(quote for _, quote in told)))
    return tuple(voices)


def _quote(found: Statement, ref: str, text: str, refs: Mapping[str, str]) -> Quote:
    spans = tuple(Span(start, end, text[start:end]) for start, end in found.parts or ((found.start, found.end),))
    return Quote(
        ref=ref,
        id=found.id,
        kind=found.kind,
        text=" … ".join(labels.clean(span.text) for span in spans).removesuffix(","),
        outlet=labels.outlet(found.outlet) or None,
        spans=spans,
        cue=found.cue,
        about=tuple(refs[event] for event in found.about if event in refs),
    )

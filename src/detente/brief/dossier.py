"""A dossier: what happened between two sides, or in one story, told over many articles, each line with all the words it rests on.

`ref`s are anchors: `e4` a line, `a2` an article, `w-a2-7` the words of the seventh event of that article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec.structs import asdict

from detente.brief import dates, labels, wording
from detente.brief.model import Row
from detente.brief.view import SURE, view
from detente.errors import MissingExtra
from detente.event import rules
from detente.records import CodedArticle, Event, Record
from detente.series import Change, Observation, Step, Tension, changes, count, observe_articles, tension
from detente.series import Row as Period
from detente.series.count import joined, limits
from detente.story import Contradiction, Story, StoryEvent
from detente.story.build import independent

#: Lines of one dossier; what is left out is counted.
MOST = 120


class Source(Record, frozen=True):
    """A report: the anchor of its words, the article's number, and where it appeared."""

    ref: str
    label: str
    where: str
    words: str


class Entry(Record, frozen=True, kw_only=True):
    """An event: when, what, how real, and all its reports; `independent` sources among them."""

    ref: str
    date: str
    date_words: str
    text: str
    status_words: str
    shape: str
    quad: int
    independent: int
    sources: tuple[Source, ...]


class Dispute(Record, frozen=True):
    """Two reports that cannot both be right, and what about: both with their words."""

    about: str
    ref: str
    one: Source
    other: Source


class Paper(Record, frozen=True, kw_only=True):
    """An article of the dossier, and the number of the one that it copies."""

    ref: str
    coded: CodedArticle
    rows: tuple[Row, ...]
    title: str
    where: str
    copy_of: str
    lines: dict[str, str]


class Dossier(Record, frozen=True, kw_only=True):
    """A whole dossier, the same for every format."""

    kicker: str
    title: str
    days: str
    outlets: tuple[str, ...]
    reports: int
    entries: tuple[Entry, ...]
    left_out: int
    disputes: tuple[Dispute, ...]
    papers: tuple[Paper, ...]
    sides: str = ""
    step: Step = "day"
    periods: tuple[Period, ...] = ()
    index: tuple[Tension, ...] = ()
    turns: tuple[tuple[Change, tuple[str, ...]], ...] = ()


class _Drawn(Record, frozen=True):
    """The part of a dossier that is drawn."""

    sides: str = ""
    step: Step = "day"
    periods: tuple[Period, ...] = ()
    index: tuple[Tension, ...] = ()
    turns: tuple[tuple[Change, tuple[str, ...]], ...] = ()


def of_dyad(stories: Sequence[Story], articles: Iterable[CodedArticle], a: str, b: str, first: str | None, last: str | None) -> Dossier:
    """The dossier of two sides, from the stories of the articles that tell of both.

    Args:
        stories: as `detente.story.stories` builds them.
        articles: their articles.
        a: country or organisation code of one side.
        b: that of the other.
        first: first ISO day of what is told; None for no limit.
        last: last ISO day, included.
    """
    known = {coded.article.id: coded for coded in articles}

    def wanted(event: Event, coded: CodedArticle) -> bool:
        day = rules.day(event, coded) or coded.article.published or ""
        named = {rules.side(actor) for actor in (*event.actors, *event.recipients)} - {None}
        # Beside what one does to the other, what one of them does to nobody else: "Peru denied that its navy fired at a trawler".
        return bool(named) and (named <= {a, b} or {a, b} <= named) and (first or "") <= day <= (last or "9999")

    names = [labels.meaning(side) or side for side in (a, b)]
    return _dossier(stories, known, wanted, (a, b), f"{names[0]} and {names[1]}", "Détente dossier", (first, last))


def of_story(story: Story, articles: Iterable[CodedArticle]) -> Dossier:
    """The dossier of one story; its series is that of the two sides that it tells most of."""
    known = {coded.article.id: coded for coded in articles}
    sides = _busiest(list(observe_articles(known.values())))
    return _dossier([story], known, lambda event, coded: True, sides, labels.clean(story.label), "Détente story", (None, None))


def _busiest(observed: Sequence[Observation]) -> tuple[str, str] | None:
    numbers: dict[tuple[str, str], set[str]] = {}
    for one in observed:
        numbers.setdefault((min(one.a, one.b), max(one.a, one.b)), set()).add(one.event)
    return max(numbers, key=lambda pair: (len(numbers[pair]), pair), default=None)


def _dossier(
    stories: Sequence[Story], known: dict[str, CodedArticle], wanted: Callable[[Event, CodedArticle], bool], sides: tuple[str, str] | None,
    title: str, kicker: str, limit: tuple[str | None, str | None],
) -> Dossier:  # fmt: skip
    events = {event.id: (event, coded) for coded in known.values() for event in coded.events if event.confidence >= SURE}
    told = [(one, [r for r in one.reports if r in events and wanted(*events[r])]) for story in stories for one in story.events]
    told = sorted(((one, mine) for one, mine in told if mine), key=lambda pair: (_day(pair[0], events), pair[0].event))
    used = {events[report][1].article.id for _, mine in told for report in mine} if sides else set(known)
    copies = {ident: first for story in stories for ident, first in story.copies.items()}
    ordered = sorted((known[ident] for ident in used), key=lambda coded: (coded.article.published or "", coded.article.id))
    lines = {report: f"e{number}" for number, (_, mine) in enumerate(told, 1) for report in mine}
    against = {w.event: f"e{number}" for number, (one, _) in enumerate(told, 1) for c in one.contradictions for w in (c.one, c.other)}
    papers = _papers(ordered, copies, against | lines)  # a report that contradicts a line is marked with it, though it names other sides
    sources = {report: source for paper in papers for report, source in _sources(paper)}
    shown = told if len(told) <= MOST else _weightiest(told, events)
    rows = {row.id: row for paper in papers for row in paper.rows}
    entries = tuple(_entry(f"e{told.index(pair) + 1}", pair, rows, sources, events, copies) for pair in shown)
    found_in = [(found, one) for one, _ in reversed(told) for found in one.contradictions if _seen(found, sources)]
    once = {(found.kind, found.one.text, found.other.text): (found, one) for found, one in found_in}
    disputes = tuple(_dispute(found, one, lines, sources, rows) for found, one in reversed(once.values()))
    days = [coded.article.published for coded in ordered if coded.article.published]
    drawn = _series(ordered, told, sides, limit) if sides else _Drawn()
    return Dossier(
        kicker=kicker, title=title, days=dates.span(limit[0] or min(days, default=None), limit[1] or max(days, default=None)),
        outlets=tuple(sorted({labels.clean(c.article.outlet) for c in ordered if c.article.outlet})), reports=sum(len(mine) for _, mine in told),
        entries=entries, left_out=len(told) - len(shown), disputes=disputes, papers=papers, **asdict(drawn),
    )  # fmt: skip


def _series(
    articles: Sequence[CodedArticle],
    told: Sequence[tuple[StoryEvent, list[str]]],
    sides: tuple[str, str],
    limit: tuple[str | None, str | None],
) -> _Drawn:
    merged = {report: one.event for one, mine in told for report in mine}
    a, b = sides
    both = [
        one
        for one in observe_articles(articles, merged)
        if {one.a, one.b} == {a, b} and (limit[0] or "") <= one.date <= (limit[1] or "9999")
    ]
    span = limits(both, *limit)
    if span is None:
        return _Drawn()
    step = _step(span)
    one = joined([seen for seen in both if seen.date >= span[0]], a, b)
    periods = count(one, step, unit="events", span=span, pairs=[(a, b)])
    names = [labels.meaning(side) or side for side in sides]
    try:
        turns = changes(periods, [seen for seen in both if seen.date >= span[0]], step)
    except MissingExtra:
        turns = []
    lines = {report: f"e{number}" for number, (_, mine) in enumerate(told, 1) for report in mine}
    marked = tuple((turn, tuple(dict.fromkeys(lines[seen.event] for seen in turn.events if seen.event in lines))) for turn in turns)
    return _Drawn(f"{names[0]} and {names[1]}", step, tuple(periods), tuple(tension(one, step, span)), marked)


def _step(span: tuple[str, str]) -> Step:
    """The period that gives a readable number of bars."""
    days = (date.fromisoformat(span[1]) - date.fromisoformat(span[0])).days
    return "day" if days <= 62 else "week" if days <= 430 else "month" if days <= 3000 else "year"


def _day(one: StoryEvent, events: dict[str, tuple[Event, CodedArticle]]) -> str:
    return one.date or (events[one.event][1].article.published if one.event in events else "") or ""


def _papers(ordered: Sequence[CodedArticle], copies: dict[str, str], lines: dict[str, str]) -> tuple[Paper, ...]:
    number = {coded.article.id: n for n, coded in enumerate(ordered, 1)}
    found = []
    for coded in ordered:
        brief, article = view(coded), coded.article
        where = ", ".join(part for part in (brief.head.outlet or "", dates.short(article.published)) if part) or labels.clean(article.id)
        original = number.get(copies.get(article.id, ""))
        found.append(
            Paper(ref=f"a{number[article.id]}", coded=coded, rows=brief.events, title=brief.head.title, where=where,
                  copy_of=f"A{original}" if original else "", lines={event.id: lines[event.id] for event in coded.events if event.id in lines})
        )  # fmt: skip
    return tuple(found)


def _sources(paper: Paper) -> list[tuple[str, Source]]:
    return [
        (row.id, Source(f"w-{paper.ref}-{number}", paper.ref.upper(), paper.where, labels.clean(row.evidence[0].text)))
        for number, row in enumerate(paper.rows, 1)
    ]


def _weightiest(
    told: list[tuple[StoryEvent, list[str]]], events: dict[str, tuple[Event, CodedArticle]]
) -> list[tuple[StoryEvent, list[str]]]:
    ranked = sorted(told, key=lambda pair: (-pair[0].independent * (2 + abs(events[pair[1][0]][0].score)), pair[0].event))
    kept = {pair[0].event for pair in ranked[:MOST]}
    return [pair for pair in told if pair[0].event in kept]


def _entry(
    ref: str, pair: tuple[StoryEvent, list[str]], rows: dict[str, Row], sources: dict[str, Source],
    events: dict[str, tuple[Event, CodedArticle]], copies: dict[str, str],
) -> Entry:  # fmt: skip
    one, mine = pair
    clearest = one.event if one.event in mine else mine[0]
    row, (event, coded) = rows[clearest], events[clearest]
    disputed = any(found.kind == "denial" for found in one.contradictions)
    day = rules.day(event, coded) or coded.article.published or ""
    return Entry(
        ref=ref, date=day, date_words=dates.short(day) or "no date", text=wording.sentence(event, dated=False), quad=row.quad,
        status_words="Disputed" if disputed else row.status_words, shape="disputed" if disputed else row.shape,
        independent=independent((copies.get(c.article.id, c.article.id), c.article.outlet) for _, c in map(events.__getitem__, mine)),
        sources=tuple(sources[report] for report in mine),
    )  # fmt: skip


def _seen(found: Contradiction, sources: dict[str, Source]) -> bool:
    return found.one.event in sources and found.other.event in sources


_ABOUT = {"denial": "Did it happen?", "number": "How many?", "who": "Who?"}


def _dispute(found: Contradiction, one: StoryEvent, lines: dict[str, str], sources: dict[str, Source], rows: dict[str, Row]) -> Dispute:
    sides = [
        Source(sources[w.event].ref, sources[w.event].label, sources[w.event].where, labels.clean(w.text)) for w in (found.one, found.other)
    ]
    row = rows.get(one.event)
    about = f"{_ABOUT[found.kind]} {row.short}" if row else _ABOUT[found.kind]
    return Dispute(about, lines.get(found.one.event) or lines.get(found.other.event) or "", *sides)

"""Coded articles against gold of the same form.

Events are paired one to one where the prediction's evidence touches a gold trigger, those of one type first, then those
of one act, then the closest. docs/evaluation.md says what each figure means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from detente.actor import outlets
from detente.errors import UsageError
from detente.evaluate.identity import COUNTRIES, COUNTRY, Joined, countries
from detente.evaluate.life import score_duplicates, score_links
from detente.evaluate.same import (
    Identities,
    Spanned,
    closeness,
    content_tokens,
    days,
    holds,
    jaccard,
    overlap,
    pair_up,
    same_place,
    unique,
    within,
)
from detente.evaluate.tally import Report, Tally, calibration_error, mean_error
from detente.records import CodedArticle, Event, EventDate, Record, Span, Statement

STATEMENT_OVERLAP = 0.5
_F1 = (
    "event",
    "quad",
    "act",
    "type",
    "type and mode",
    "type and sides",
    "type and exact sides",
    "contexts",
    "lifecycle links",
    "statement",
)
_F1_SPANS = ("mention", "mention, exact", "time", "time, exact", "place", "place, exact")
_RATES = ("status", "status of same act", "event date", "event date holds", "event date agrees", "event place", "condition", "speaker")
_RATES_REST = (
    "attribution speaker", "attribution outlet", COUNTRY, *COUNTRIES.values(), "statement kind", "cue", "statement outlet", "time days",
    "place country", "spans valid",
)  # fmt: skip
FIGURES = dict.fromkeys(_F1, "f1") | dict.fromkeys(_F1_SPANS, "f1") | dict.fromkeys((*_RATES, *_RATES_REST), "rate")


class Sheet:
    """The counts of one evaluation, filled article by article."""

    def __init__(self) -> None:
        self.all, self.types, self.statuses = Tally(FIGURES), Tally(), Tally()
        self.confusion: dict[str, Counter[str]] = {}
        self.confidences: list[tuple[float, bool]] = []
        self.surplus: list[int] = []
        self.joined = Joined()


def score(
    gold: Sequence[CodedArticle],
    predicted: Sequence[CodedArticle],
    traps: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> Report:
    """The figures of `predicted` against `gold`; articles are paired by id.

    An article that was not predicted counts as one in which nothing was found.

    Args:
        traps: article id -> spans that look like an event and are none; gives the figure `traps`.

    Raises:
        UsageError: a predicted article is not in the gold, or its text is another one.
    """
    answers = {coded.article.id: coded for coded in predicted}
    for unknown in answers.keys() - {coded.article.id for coded in gold}:
        raise UsageError(f"{unknown}: the gold has no such article.", "Score the articles of one set.", "evaluate")
    sheet = Sheet()
    for one in gold:
        answer = answers.get(one.article.id, CodedArticle(article=msgspec.structs.replace(one.article, mentions=())))
        if answer.article.text != one.article.text:
            raise UsageError(
                f"{one.article.id}: its text is not that of the gold.", "Code the corpus text unchanged.", "evaluate"
            )
        _score_events(sheet, one, answer, traps.get(one.article.id, ()) if traps else None)
        _score_statements(sheet.all, one, answer)
        _score_spans(sheet.all, one, answer)
        sheet.joined.add(one, answer)
        for name, counts in countries(one, answer).items():
            sheet.all.rate(name, *counts)
        sheet.all.end_article()
    confusion = {status: dict(counts.most_common()) for status, counts in sorted(sheet.confusion.items())}
    types, statuses = (dict(sorted(tally.figures().items())) for tally in (sheet.types, sheet.statuses))
    errors = {"event date surplus days": mean_error(sheet.surplus), "calibration error": calibration_error(sheet.confidences)}
    figures = {**sheet.all.figures(), **sheet.joined.figures(), **errors}
    return Report(len(gold), figures, types, statuses, confusion)


def match_events(gold: CodedArticle, predicted: CodedArticle) -> list[tuple[Event, Event]]:
    """Pairs of a gold and a predicted event about the same words."""
    return pair_up(gold.events, predicted.events, _likeness)


def _likeness(one: Event, other: Event) -> float:
    """How well a predicted event fits a gold one; 0 if they share no words."""
    near = max((closeness(trigger, clause) for trigger in one.evidence for clause in other.evidence), default=0.0)
    main = overlap(one.evidence[0], other.evidence[0]) > 0
    return (4 * (one.type == other.type) + 2 * (one.act == other.act) + (one.mode == other.mode) + main + near) if near else 0.0


def _score_events(
    sheet: Sheet, gold: CodedArticle, predicted: CodedArticle, traps: Sequence[tuple[int, int]] | None
) -> None:
    pairs, who = match_events(gold, predicted), Identities(gold)
    sizes = len(gold.events), len(predicted.events)
    typed = [(one, other) for one, other in pairs if one.type == other.type]
    sided = [pair for pair in typed if _sides(who.share, *pair)]
    for name, right in {
        "event": len(pairs),
        "quad": sum(one.quad == other.quad for one, other in pairs),
        "act": sum(one.act == other.act for one, other in pairs),
        "type": len(typed),
        "type and mode": sum(one.mode == other.mode for one, other in typed),
        "type and sides": len(sided),
        "type and exact sides": sum(_sides(who.equal, *pair) for pair in typed),
    }.items():
        sheet.all.found(name, right, *sizes)
    for type_ in {event.type for event in (*gold.events, *predicted.events)}:
        counts = (sum(event.type == type_ for event in coded.events) for coded in (gold, predicted))
        sheet.types.found(type_, sum(one.type == type_ for one, _ in typed), *counts)
    sure = [other for _, other in typed]
    sheet.confidences += [(event.confidence, any(event is other for other in sure)) for event in predicted.events]
    for one, other in pairs:
        _score_pair(sheet, who, one, other)
        _score_sources(sheet.all, who, one, other)
    score_links(sheet.all, gold, predicted, pairs)
    score_duplicates(sheet.all, gold, predicted, pairs, _likeness)
    if traps is not None:
        loose = [event for event in predicted.events if all(event is not other for _, other in pairs)]
        _score_traps(sheet.all, loose, traps)


def _sides(agree: Any, one: Event, other: Event) -> bool:
    return bool(agree(one.actors, other.actors) and agree(one.recipients, other.recipients))


def _score_pair(sheet: Sheet, who: Identities, one: Event, other: Event) -> None:
    tally, right = sheet.all, one.status == other.status
    tally.rate("status", right)
    sheet.statuses.rate(one.status, right)
    sheet.confusion.setdefault(one.status, Counter())[other.status] += 1
    if one.act == other.act:
        tally.rate("status of same act", right)
    if one.date.first:
        _score_date(sheet, one.date, other.date)
    if one.place:
        tally.rate("event place", same_place(one.place, other.place))
    if one.condition:
        tally.rate("condition", other.condition is not None and overlap(one.condition, other.condition) > 0)
    shared = len(set(one.contexts) & set(other.contexts))
    tally.found("contexts", shared, len(set(one.contexts)), len(set(other.contexts)))


def _score_sources(tally: Tally, who: Identities, gold: Event, answer: Event) -> None:
    """Who says that an event is so, through which outlet; and whether somebody says it who does not."""
    speakers, theirs = ([said.speaker for said in event.attribution if said.speaker] for event in (gold, answer))
    if speakers:
        tally.rate("attribution speaker", bool(theirs) and who.share(speakers, theirs))
    named, credited = ({_outlet(said.outlet) for said in event.attribution if said.outlet} for event in (gold, answer))
    if named:
        tally.rate("attribution outlet", bool(named & credited))
    if not gold.attribution and not gold.denied_by:
        tally.rate("attribution invented", bool(answer.attribution))


def _score_date(sheet: Sheet, gold: EventDate, answer: EventDate) -> None:
    held = holds(gold, answer)
    sheet.all.rate("event date", within(gold, answer))
    sheet.all.rate("event date holds", held)
    sheet.all.rate("event date agrees", held or within(gold, answer))
    if held:
        sheet.surplus.append(days(answer) - days(gold))


def _score_traps(tally: Tally, loose: Sequence[Event], traps: Sequence[tuple[int, int]]) -> None:
    """A trap is coded if an event that is no gold event rests on it, by its narrowest evidence."""
    narrow = [min(event.evidence, key=lambda span: span.end - span.start) for event in loose]
    for start, end in traps:
        tally.rate("traps coded", any(span.start < end and start < span.end for span in narrow))


def _score_statements(tally: Tally, gold: CodedArticle, predicted: CodedArticle) -> None:
    text, who = gold.article.text, Identities(gold)

    def weight(one: Statement, other: Statement) -> float:
        near = jaccard(content_tokens(one, text), content_tokens(other, text))
        return near if near >= STATEMENT_OVERLAP else 0.0

    said = [statement for statement in predicted.statements if statement.attitude == "said"]  # the corpus marks nothing else
    pairs = pair_up(gold.statements, said, weight)
    tally.found("statement", len(pairs), len(gold.statements), len(said))
    for one, other in pairs:
        tally.rate("speaker", who.share(*((said.speaker,) if said.speaker else () for said in (one, other))))
        tally.rate("statement kind", one.kind == other.kind)
        if one.cue:
            tally.rate("cue", other.cue is not None and overlap(one.cue, other.cue) > 0)
        if one.outlet:
            tally.rate("statement outlet", _outlet(one.outlet) == _outlet(other.outlet))
        elif not one.speaker or _outlet(other.outlet) not in (_outlet(one.speaker.name), _outlet(one.speaker.text)):
            tally.rate("statement outlet invented", other.outlet is not None)


def _outlet(name: str | None) -> str | None:
    """One name for an outlet: gold has it as the text credits it, an answer has the canonical one."""
    known = outlets.credited(name) if name else None
    return known.name if known else name.removeprefix("the ").removeprefix("The ").casefold() if name else None


def _score_spans(tally: Tally, gold: CodedArticle, predicted: CodedArticle) -> None:
    for name, ours, theirs in (
        ("mention", gold.article.mentions, predicted.article.mentions),
        ("time", gold.times, predicted.times),
        ("place", gold.places, predicted.places),
    ):
        one, other = unique(ours), unique(theirs)
        tally.found(name, len(pair_up(one, other, closeness)), len(one), len(other))
        tally.found(f"{name}, exact", len(pair_up(one, other, _exact)), len(one), len(other))
    for time, found in pair_up(gold.times, predicted.times, closeness):
        if time.first:
            tally.rate("time days", (time.first, time.last) == (found.first, found.last))
    for place, answer in pair_up(gold.places, predicted.places, closeness):
        if place.country:
            tally.rate("place country", place.country == answer.country)
    valid, spans = span_check(predicted)
    tally.rate("spans valid", valid, spans)


def _exact(one: Spanned, other: Spanned) -> float:
    return float((one.start, one.end) == (other.start, other.end))


def span_check(coded: CodedArticle) -> tuple[int, int]:
    """How many spans of a coded article slice to their text, and how many there are."""
    text, length = coded.article.text, len(coded.article.text)
    spans = list(_spans(coded))
    for statement in coded.statements:
        spans += [Span(start, end, text[start:end]) for start, end in statement.parts]
    valid = sum(0 <= span.start < span.end <= length and text[span.start : span.end] == span.text for span in spans)
    return valid, len(spans)


def _spans(item: Any) -> Iterator[Any]:
    """Every record within `item` that has a place in the text."""
    if isinstance(item, tuple):
        for part in item:
            yield from _spans(part)
    elif isinstance(item, Record):
        if hasattr(item, "start") and hasattr(item, "end") and hasattr(item, "text"):
            yield item
        for name in item.__struct_fields__:
            yield from _spans(getattr(item, name))

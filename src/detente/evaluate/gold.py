"""Gold records from a corpus article: what an annotator marked, in the form that the coder answers in.

Types, modes and scores are derived through the codebook, since annotators write acts and statuses only. An actor or
place is given with the mention nearest to what it belongs to. Ids of actors are those of the corpus file (`a1`).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from typing import cast

from detente.codebook import Codebook
from detente.evaluate.days import covered
from detente.evaluate.inline import Fact, Inline
from detente.records import (
    Actor,
    Article,
    Attribution,
    CodedArticle,
    Event,
    EventDate,
    Link,
    LinkKind,
    Mention,
    MentionType,
    Place,
    Span,
    Statement,
    StatementKind,
    Status,
    Time,
    Update,
)
from detente.text import sentences

Extent = tuple[int, int]
_NUMERIC_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def to_coded(inline: Inline, codebook: str = "plover") -> CodedArticle:
    """The annotation as a coded article, its types by `codebook`."""
    return _Builder(inline, Codebook.load(codebook)).coded()


def bare_article(inline: Inline) -> Article:
    """The article as a coder gets it: text and what is known with it, nothing annotated but its update headings."""
    title = inline.text.split("\n", 1)[0].strip()
    updates = tuple(
        Update(start, _update_day(inline, fact, start, end))
        for fact in inline.of("u")
        for start, end in inline.spans(fact.id)[:1]
    )
    return Article(
        id=inline.header.get("id", ""),
        text=inline.text,
        title=title or None,
        published=inline.header.get("published") or None,
        outlet=inline.header.get("outlet") or None,
        language="en",
        updates=tuple(sorted(updates, key=lambda update: update.start)),
    )


def traps(inline: Inline) -> tuple[Extent, ...]:
    """The words that look like an event and are none."""
    return tuple((mark.start, mark.end) for mark in inline.marks if any(ident[0] == "x" for ident in mark.ids))


def _update_day(inline: Inline, fact: Fact, start: int, end: int) -> str | None:
    for word in fact.words:
        if found := covered(word):
            return found[0]
    numeric = _NUMERIC_DAY.search(inline.text[start:end])
    found = covered(f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}") if numeric else None
    return found[0] if found else None


class _Builder:
    """One article's records; holds what every one of them needs: the text, its sentences, the codebook."""

    def __init__(self, inline: Inline, book: Codebook) -> None:
        self.inline, self.book = inline, book
        self.id = inline.header.get("id", "")
        self.sentences = sentences(inline.text)
        self.starts = [start for start, _ in self.sentences]

    def coded(self) -> CodedArticle:
        credited = tuple(name.strip() for name in self.inline.header.get("outlets", "").split(";") if name.strip())
        article = bare_article(self.inline)
        by_start = sorted(self.inline.of("e"), key=lambda fact: self.inline.spans(fact.id)[:1])
        said = sorted(self.inline.of("q"), key=lambda fact: self.inline.spans(fact.id)[:1])
        return CodedArticle(
            article=Article(
                **{
                    name: getattr(article, name)
                    for name in ("id", "text", "title", "published", "outlet", "language", "updates")
                },
                outlets=credited,
                mentions=tuple(self._mentions()),
                model="annotated",
                codebook=self.book.name,
            ),
            events=tuple(self._event(fact) for fact in by_start if self.inline.spans(fact.id)),
            statements=tuple(self._statement(fact) for fact in said if self.inline.spans(fact.id)),
            times=tuple(sorted(self._times(), key=lambda time: time.start)),
            places=tuple(sorted(self._places(), key=lambda place: place.start)),
        )

    def _span(self, extent: Extent) -> Span:
        return Span(*extent, self.inline.text[extent[0] : extent[1]])

    def _sentence(self, position: int) -> int:
        return max(bisect.bisect_right(self.starts, position) - 1, 0)

    def _nearest(self, ident: str, anchor: Extent) -> Extent:
        """The mark of `ident` nearest to the anchor, in its sentence if there is one; the anchor itself if unmarked."""
        here = self._sentence(anchor[0])

        def far(extent: Extent) -> tuple[bool, int]:
            return self._sentence(extent[0]) != here, max(extent[0] - anchor[1], anchor[0] - extent[1], 0)

        return min(self.inline.spans(ident), key=far, default=anchor)

    def _actor(self, ident: str, anchor: Extent) -> Actor:
        fact = self.inline.facts[ident]
        span = self._span(self._nearest(ident, anchor))
        return Actor(
            text=span.text,
            start=span.start,
            end=span.end,
            name=fact.words[1] if len(fact.words) > 1 else None,
            id=ident,
            country=fact.values.get("country") or None,
            org=fact.values.get("org") or None,
            kind=fact.values.get("kind") or None,
            sectors=fact.items("sectors"),
            role=fact.values.get("role") or None,
        )

    def _actors(self, idents: Iterable[str], anchor: Extent) -> tuple[Actor, ...]:
        return tuple(self._actor(ident, anchor) for ident in idents if ident in self.inline.facts)

    def _mentions(self) -> Iterable[Mention]:
        found = [
            (mark, ident)
            for mark in self.inline.marks
            for ident in mark.ids
            if ident[0] == "a" and ident in self.inline.facts
        ]
        for number, (mark, ident) in enumerate(found, 1):
            type_ = cast(MentionType, (self.inline.facts[ident].words or ("PER",))[0])
            country = self.inline.facts[ident].values.get("country") or None
            yield Mention(f"m{number}", mark.start, mark.end, self.inline.text[mark.start : mark.end], type_, ident, country)

    def _event(self, fact: Fact) -> Event:
        extents = self.inline.spans(fact.id)
        anchor = extents[0]
        act, _, mode = fact.words[0].partition("/")
        status = cast(Status, fact.words[1])
        derived = self.book.derive(
            act, status, mode or None, contexts=fact.items("contexts"), cameo=fact.values.get("cameo") or None
        )
        place = fact.values.get("place")
        return Event(
            id=f"{self.id}-{fact.id}",
            sentence=self._sentence(anchor[0]),
            act=act,
            status=status,
            type=derived.type,
            mode=derived.mode,
            contexts=self.book.settle_contexts(derived.type, derived.mode, fact.items("contexts")),
            cameo=derived.cameo,
            quad=derived.quad,
            score=derived.score,
            actors=self._actors(fact.items("actors"), anchor),
            recipients=self._actors(fact.items("recipients"), anchor),
            date=self._date(fact, anchor),
            place=self._place(place, self._nearest(place, anchor)) if place in self.inline.facts else None,
            condition=self._condition(fact, anchor),
            denied_by=self._actors(fact.items("denied"), anchor),
            attribution=tuple(self._attribution(fact, anchor)),
            evidence=tuple(self._span(extent) for extent in extents),
            links=tuple(self._links(fact)),
            confidence=1.0,
        )

    def _date(self, fact: Fact, anchor: Extent) -> EventDate:
        ident = fact.values.get("date")
        if ident not in self.inline.facts or not self.inline.spans(ident):
            return EventDate()
        span = self._span(self._nearest(ident, anchor))
        first, last = _days(self.inline.facts[ident])
        near = self._sentence(span.start) == self._sentence(anchor[0])
        return EventDate(first=first, last=last, text=span.text, basis="text" if near else "context")

    def _condition(self, fact: Fact, anchor: Extent) -> Span | None:
        words = fact.values.get("condition")
        found = [match.span() for match in re.finditer(re.escape(words), self.inline.text)] if words else []
        return self._span(min(found, key=lambda extent: abs(extent[0] - anchor[0]))) if found else None

    def _attribution(self, fact: Fact, anchor: Extent) -> Iterable[Attribution]:
        for ident in fact.items("said"):
            said = self.inline.facts.get(ident)
            if said:
                speaker = self._speaker(said)
                yield Attribution(
                    speaker=speaker, outlet=said.values.get("outlet") or None, statement=self._statement_id(said)
                )
        for actor in self._actors(fact.items("by"), anchor):
            yield Attribution(speaker=actor)

    def _links(self, fact: Fact) -> Iterable[Link]:
        for item in fact.items("link"):
            kind, _, other = item.partition(":")
            yield Link(f"{self.id}-{other}", cast(LinkKind, kind))

    def _statement_id(self, fact: Fact) -> str:
        return f"{self.id}-s{fact.id[1:]}"

    def _speaker(self, fact: Fact) -> Actor | None:
        anchor = next(iter(self.inline.spans("c" + fact.id[1:]) or self.inline.spans(fact.id)), (0, 0))
        return next(iter(self._actors([fact.values.get("speaker", "")], anchor)), None)

    def _statement(self, fact: Fact) -> Statement:
        parts = tuple(self.inline.spans(fact.id))
        start, end = parts[0][0], parts[-1][1]
        cues = self.inline.spans("c" + fact.id[1:])
        about = (event for event in self.inline.of("e") if fact.id in event.items("said"))
        return Statement(
            id=self._statement_id(fact),
            kind=cast(StatementKind, fact.words[0]),
            speaker=self._speaker(fact),
            cue=self._span(cues[0]) if cues else None,
            outlet=fact.values.get("outlet") or None,
            start=start,
            end=end,
            parts=parts,
            text=self.inline.text[start:end],
            about=tuple(f"{self.id}-{event.id}" for event in about),
        )

    def _times(self) -> Iterable[Time]:
        for fact in self.inline.of("t"):
            first, last = _days(fact)
            value = fact.words[1] if len(fact.words) > 1 else None
            for start, end in self.inline.spans(fact.id):
                text = self.inline.text[start:end]
                yield Time(start=start, end=end, text=text, type=fact.words[0], value=value, first=first, last=last)  # type: ignore[arg-type]

    def _place(self, ident: str, extent: Extent) -> Place:
        fact, span = self.inline.facts[ident], self._span(extent)
        name = fact.words[0] if fact.words else None
        return Place(
            text=span.text, start=span.start, end=span.end, name=name, country=fact.values.get("country") or None
        )

    def _places(self) -> Sequence[Place]:
        return [self._place(fact.id, extent) for fact in self.inline.of("p") for extent in self.inline.spans(fact.id)]


def _days(fact: Fact) -> tuple[str | None, str | None]:
    """The days of a time: those written out, else those that its value covers."""
    for word in fact.words[2:]:
        first, dots, last = word.partition("..")
        if dots and covered(first) and covered(last):
            return first, last
    return (covered(fact.words[1]) if len(fact.words) > 1 else None) or (None, None)

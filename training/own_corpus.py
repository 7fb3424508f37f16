"""The project's own corpus as examples with every layer of the text model: a sentence each, or a window of a few.

A window is what the coder reads at a time (`detente.model.windows`). Spans end with their sentence; an act's sides may lie
in another sentence of the window.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from detente.evaluate.inline import Fact, Inline, Mark, parse
from detente.text import sentences
from training.examples import Example, Pair, Related, Span, Trigger
from training.files import files
from training.related import Roots, Sides, related

SPAN_LETTERS = {"a": "mention", "p": "place", "t": "time", "c": "cue", "q": "content"}


LONGEST_WINDOW = 5
ELSEWHERE = 0.4


def load_corpus(folder: Path, *, as_reader: bool = False) -> list[Inline]:
    """The articles in `folder`, in file-name order."""
    return [parse(path.read_text(encoding="utf-8"), path.name) for path in files(folder, "*.txt", as_reader=as_reader)]


def article_examples(article: Inline, roots: Roots, rng: random.Random | None = None) -> list[Example]:
    """One example for each sentence of an article; with `rng`, for windows of a random number of sentences."""
    extents, examples, index = sentences(article.text), [], 0
    while index < len(extents):
        size = rng.randint(1, LONGEST_WINDOW) if rng else 1
        examples.append(_Window(article, extents[index : index + size], roots).example())
        index += size
    return examples


class _Window:
    """Neighbouring sentences of an article while their layers are cut out."""

    def __init__(self, article: Inline, extents: list[Span], roots: Roots) -> None:
        self.article, self.extents, self.roots = article, extents, roots
        self.start, self.end = extents[0][0], extents[-1][1]
        self.marks = [m for m in article.marks if m.start < self.end and m.end > self.start]

    def example(self) -> Example:
        """The window with all its layers, offsets from its first character."""
        spans = {layer: tuple(self._spans(letter)) for letter, layer in SPAN_LETTERS.items()}
        spans["mention"] = outermost(spans["mention"])
        triggers, pairs, events = self._events()
        mentions = [span[:2] for span in spans["mention"]]
        return Example(
            self.article.text[self.start : self.end],
            spans,
            triggers=tuple(triggers),
            pairs=(*pairs, *self._speakers()),
            related=tuple(self._related(events, mentions)),
            source=self.article.header.get("id", ""),
        )

    def _inside(self, mark: Mark) -> Span:
        return max(mark.start, self.start) - self.start, min(mark.end, self.end) - self.start

    def _spans(self, letter: str) -> list[tuple[int, int, str]]:
        return [(*span, self._kind(letter, m)) for m in self.marks if _ids(m, letter) for span in self._cut(m)]

    def _cut(self, mark: Mark) -> list[Span]:
        """The mark's part in each sentence."""
        parts = [(max(mark.start, s) - self.start, min(mark.end, e) - self.start) for s, e in self.extents]
        return [part for part in parts if part[0] < part[1]]

    def _same_sentence(self, one: Span, other: Span) -> bool:
        return any(s <= one[0] + self.start < e and s <= other[0] + self.start < e for s, e in self.extents)

    def _kind(self, letter: str, mark: Mark) -> str:
        ids = _ids(mark, letter)
        fact = self.article.facts.get(ids[0])
        if letter == "a" and fact:
            return "GRP" if len(ids) > 1 else fact.words[0]
        return SPAN_LETTERS[letter].upper()

    def _marked(self, ident: str) -> list[Span]:
        return [self._inside(m) for m in self.marks if ident in m.ids]

    def _events(self) -> tuple[list[Trigger], list[Pair], list[tuple[Span, Sides]]]:
        triggers, pairs, sides = [], [], []
        for fact in self.article.of("e"):
            act, _, mode = fact.words[0].partition("/")
            contexts = fact.items("contexts")
            told = act, fact.words[1], mode or None, contexts
            for source in self._cut_marks(fact.id):
                triggers.append(Trigger(*source, act, mode or None, fact.words[1], contexts))
                pairs += self._links(fact, source)
                found = [[span for ident in fact.items(key) for span in self._by_nearness(ident, source)[:1]] for key in ("actors", "recipients")]
                sides.append((source, Sides(*found, self.roots.type(*told), self.roots.root(*told))))
        return triggers, pairs, sides

    def _related(self, events: list[tuple[Span, Sides]], mentions: list[Span]) -> Iterator[Related]:
        """Relations between spans of one sentence; the whole text stands for an event only where it is a sentence."""
        for start, end in self.extents:

            def inside(span: Span, first: int = start - self.start, last: int = end - self.start) -> bool:
                return first <= span[0] < last

            here = [
                replace(sides, actors=[*filter(inside, sides.actors)], recipients=[*filter(inside, sides.recipients)])
                for trigger, sides in events
                if inside(trigger)
            ]
            found = related(here, [*filter(inside, mentions)])
            yield from (one for one in found if len(self.extents) == 1 or (one.source and one.target))

    def _cut_marks(self, ident: str) -> list[Span]:
        """Where an event is told: the first mark in each sentence."""
        found: dict[int, Span] = {}
        for span in self._marked(ident):
            number = next(n for n, (s, e) in enumerate(self.extents) if s <= span[0] + self.start < e)
            found.setdefault(number, span)
        return list(found.values())

    def _links(self, fact: Fact, source: Span) -> list[Pair]:
        pairs = []
        for kind, key, letter in (
            ("actor", "actors", "a"),
            ("recipient", "recipients", "a"),
            ("place", "place", "p"),
            ("date", "date", "t"),
        ):
            positives: set[Span] = set()
            hidden: set[Span] = set()
            for ident in fact.items(key):
                found = self._by_nearness(ident, source)
                positives.update(found[:1])
                hidden.update(found[1:])
            for mark in self.marks:
                if _ids(mark, letter):
                    target = self._inside(mark)
                    weight = 1.0 if self._same_sentence(target, source) or target in positives else ELSEWHERE
                    weight = 0.0 if target in hidden and target not in positives else weight
                    pairs.append(Pair(kind, source, target, float(target in positives), weight))
        return pairs

    def _by_nearness(self, ident: str, anchor: Span) -> list[Span]:
        """The marks of `ident`, those in the anchor's sentence first."""
        return sorted(self._marked(ident), key=lambda span: (not self._same_sentence(span, anchor), distance(span, anchor)))

    def _speakers(self) -> list[Pair]:
        pairs = []
        for fact in self.article.of("q"):
            for cue in self._marked("c" + fact.id[1:])[:1]:
                found = self._by_nearness(fact.values.get("speaker", ""), cue)
                for mark in self.marks:
                    if _ids(mark, "a"):
                        target = self._inside(mark)
                        pairs.append(
                            Pair(
                                "speaker", cue, target, float(target in found[:1]), 0.0 if target in found[1:] else 1.0
                            )
                        )
                for part in self._spans("q"):
                    inside = any(s <= part[0] and part[1] <= e for s, e in self._marked(fact.id))
                    pairs.append(Pair("content", cue, part[:2], float(inside)))
        return pairs


def _ids(mark: Mark, letter: str) -> list[str]:
    """A mark's ids of one kind; a word may be event and cue at once."""
    return [ident for ident in mark.ids if ident[0] == letter]


def distance(span: Span, other: Span) -> int:
    """Characters between two spans, 0 if they touch."""
    return max(span[0] - other[1], other[0] - span[1], 0)


def outermost(spans: tuple[tuple[int, int, str], ...]) -> tuple[tuple[int, int, str], ...]:
    """The spans that lie in no other one."""
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int, str]] = []
    for span in ordered:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)

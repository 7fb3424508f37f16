"""What is known about one sentence before its events are put together. All offsets are the article's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from detente.model.readings import Predicate, Reading
from detente.records import Mention, Place, Span, Time

BEFORE = 4
_Item = TypeVar("_Item", Mention, Time, Place)


@dataclass(frozen=True)
class Scene:
    """One sentence: its reading, and the mentions, times and places in it. `day` is the day the text was written.

    `near` are the mentions of neighbouring sentences, in which a side of an act may stand; `retold` are the other readings of some of
    its times (`when.find_readings`), by where they start.
    """

    index: int
    start: int
    end: int
    text: str
    reading: Reading
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    day: str | None
    near: tuple[Mention, ...] = ()
    retold: Mapping[int, Time] = field(default_factory=dict)
    _seats: dict[tuple[str, tuple[int, int]], list[float]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def relation(self, kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
        """The reading's relation, asked with the article's offsets."""
        shift = self.start
        return self.reading.relation(kind, (source[0] - shift, source[1] - shift), (target[0] - shift, target[1] - shift))

    def relations(self, kind: str, source: tuple[int, int], targets: Sequence[tuple[int, int]]) -> list[float]:
        """The relation of each of many targets."""
        every = self.reading.relations
        return every(kind, source, targets, -self.start) if every else [self.relation(kind, source, target) for target in targets]

    def seats(self, kind: str, source: tuple[int, int]) -> list[float]:
        """The relation of each of its mentions, asked for when a draft is made and again when sides are judged."""
        found = self._seats.get((kind, source))
        if found is None:
            found = self._seats[kind, source] = self.relations(kind, source, [(m.start, m.end) for m in self.mentions])
        return found

    def span(self, predicate: Predicate) -> tuple[int, int]:
        """A predicate's words as the article's offsets."""
        return self.start + predicate.start, self.start + predicate.end

    def cut(self, start: int, end: int) -> Span:
        """The words between two of the article's offsets within the sentence."""
        return Span(start, end, self.text[start - self.start : end - self.start])


def scenes(
    text: str,
    sentences: Sequence[tuple[int, int]],
    readings: Sequence[Reading],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    places: Sequence[Place],
    days: Sequence[str | None],
    retold: Sequence[Time] = (),
) -> list[Scene]:
    """Deal out what was found to the sentences it lies in; each list is in text order, so this is linear."""
    who, when, where = _deal(sentences, mentions), _deal(sentences, times), _deal(sentences, places)
    again = [{time.start: time for time in some} for some in _deal(sentences, retold)]
    return [
        Scene(i, s, e, text[s:e], readings[i], tuple(who[i]), tuple(when[i]), tuple(where[i]), days[i], tuple(_near(who, i)), again[i])
        for i, (s, e) in enumerate(sentences)
    ]


def is_headline(scene: Scene, text: str) -> bool:
    """Whether a sentence is the line above the text."""
    return scene.index == 0 and text[scene.end : scene.end + 1] in ("\n", "\r") and not scene.text.rstrip().endswith((".", "!", "?"))


def _near(who: Sequence[Sequence[Mention]], index: int) -> list[Mention]:
    return [mention for i in (*range(max(index - BEFORE, 0), index), index + 1) if i < len(who) for mention in who[i]]


def _deal(sentences: Sequence[tuple[int, int]], items: Sequence[_Item]) -> list[list[_Item]]:
    dealt: list[list[_Item]] = [[] for _ in sentences]
    index = 0
    for item in sorted(items, key=lambda i: i.start):
        while index < len(sentences) - 1 and sentences[index][1] <= item.start:
            index += 1
        if sentences and sentences[index][0] <= item.start and item.end <= sentences[index][1]:
            dealt[index].append(item)
    return dealt

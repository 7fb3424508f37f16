"""What an article tells of its places, whichever the act: where its sentences name them, with what words about them, how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from detente.event.drafts import Draft
from detente.event.scene import Scene, is_headline
from detente.records import Place
from detente.where.names import state_called

LEAD = 2  # sentences of the lead
_WITHIN = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|throughout|within|on|over|off|along)\s+"
    r"(?:(?:the|a|central|downtown|nearby|(?:north|south|east|west)\w*)\s+)*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|by|with|against|between|about)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"[“\"']?\s*(?:(?:Meanwhile|Elsewhere|Earlier|Also),?\s)?(?:In|At|Outside|Near|On|Across)\s(?:the\s)?")
_QUALIFIES = re.compile(r"[^\W\d_],\s$")
_LABEL = re.compile(r"(?:,\s[^\W\d_][^\n,:–—-]{0,30})?\s*(?:\([^)\n]*\)\s*)?(?:[:–—]|-+\s|\n)")


def called(place: Place | None) -> str | None:
    """What tells a place from others of its article."""
    return (place.name or place.text) if place else None


def state_named(place: Place) -> bool:
    """Whether a place is a whole state."""
    return state_called(called(place) or "") is not None


class Named(NamedTuple):
    """What is known of a place where a sentence names it, whichever the act; `before` and `comma` tell of other places beside it."""

    name: str | None
    dateline: bool
    like_dateline: bool
    state: bool
    at_home: bool
    within: bool
    off: bool
    of: bool
    opens: bool
    before: bool
    comma: bool
    labels: bool


class Surroundings:
    """What the drafts of one article and its sentences tell of places.

    Args:
        drafts: all events of the article, with the places that their own sentences tie to them.
        stage: all sentences.
        text: the article's text.
        line: the place of its dateline.
        beside: places that say who somebody is ("students in Kabul"): where these act is perhaps there.
        country: the country of a chain of mentions (ISO alpha-3).
        home: the state in which the text is at home.
    """

    def __init__(
        self,
        drafts: Sequence[Draft],
        stage: Sequence[Scene],
        text: str,
        line: Place | None,
        beside: Sequence[Place],
        country: Callable[[str], str | None],
        home: str | None,
    ) -> None:
        self.beside = sorted(beside, key=lambda place: place.start)
        self.begins = [place.start for place in self.beside]
        self.drafts, self.stage, self.text, self.line, self.country, self.home = drafts, stage, text, line, country, home
        self.starts = [scene.start for scene in stage]
        self.often = Counter(called(place) for places in (beside, *(scene.places for scene in stage)) for place in places)
        self.acts = Counter(called(draft.place) for draft in drafts)
        self.acts_of = Counter((called(draft.place), one) for draft in drafts for one in (draft.scene.index, *parties_of(draft)))
        self.total = self.often.total()
        begin = line.start if line else 0
        self.lead = next((scene.index for scene in stage if scene.end > begin and not is_headline(scene, text)), 0) + LEAD
        self.paragraphs, self.last = _paragraphs(stage, text), _last_with_places(stage)
        self._named: dict[tuple[int, int], Named] = {}

    def named(self, at: Scene, place: Place) -> Named:
        """What is known of a place where a sentence names it; every act of the sentences around asks."""
        key = at.index, place.start
        if key not in self._named:
            name, lead = called(place), self.text[max(at.start, place.start - 40) : place.start]
            self._named[key] = Named(
                name,
                self.line is not None and place.start == self.line.start,
                called(self.line) == name,
                state_called(name or "") is not None,
                place.country is not None and place.country == self.home,
                bool(_WITHIN.search(lead)),
                bool(_FROM.search(lead)),
                bool(_OF.search(lead)),
                bool(_OPENS.fullmatch(self.text, at.start, place.start)),
                bool(_QUALIFIES.search(lead)) and any(other.end == place.start - 2 for other in at.places),
                self.text[place.end : place.end + 1] == "," and any(other.start == place.end + 2 for other in at.places),
                self._labels(at, place),
            )
        return self._named[key]

    def _labels(self, at: Scene, place: Place) -> bool:
        """Whether a place labels its paragraph, as in a round-up ("LIMA - Nurses walked out", "Lima: nurses walked out")."""
        begins = at.index == 0 or self.paragraphs[at.index - 1] < self.paragraphs[at.index]
        return begins and not self.text[at.start : place.start].strip("*•-–— \"“(") and bool(_LABEL.match(self.text, place.end))


def parties_of(draft: Draft) -> set[str]:
    """The chains of mentions of both sides."""
    return {*draft.actors, *draft.recipients}


def _paragraphs(stage: Sequence[Scene], text: str) -> list[int]:
    """The number of each sentence's paragraph."""
    numbers: list[int] = []
    for scene in stage:
        begins = bool(numbers) and "\n" in text[stage[scene.index - 1].end : scene.start]
        numbers.append((numbers[-1] if numbers else 0) + begins)
    return numbers


def _last_with_places(stage: Sequence[Scene]) -> list[int]:
    """For each sentence the last before it that names a place, or -1."""
    found, last = [], -1
    for scene in stage:
        found.append(last)
        last = scene.index if scene.places else last
    return found

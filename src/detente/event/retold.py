"""One event told again in other words: "the strikes" behind "launched airstrikes", "Saturday's shooting", a name where a description stood.

`event.merge` joins tellings whose sides agree by name. What is left is weighed pair by pair, two drafts of one act and status, in a logistic
regression over what their words, sides, days and places say and how alike the text model's vectors of the two words are. It is fitted on
what an earlier text model found in articles that it had not read, by `python -m training.retold`, and kept beside the weights (`retold.json`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log1p
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from detente.event.alike import Who
from detente.event.drafts import Draft
from detente.event.merge import STEM, absorb, days_exclude, stems
from detente.event.odds import weigh
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS

if TYPE_CHECKING:
    import numpy as np

FILE = "retold.json"
_NEVER = -50.0  # log odds
BACK = 30  # earlier events of an act and status that one is held against
_SIDE = ("shared", "contained", "of one land", "of other lands", "named otherwise", "named once", "nobody", "counted otherwise")
FEATURES = (
    "bias", "one mode", "two modes", "mode told once", *(f"{side} {one}" for side in ("actors", "recipients") for one in _SIDE), "sides exchanged",
    "days exclude", "own days exclude", "days agree", "one own day", "one place", "two places of a land", "places of two lands",
    "distance", "one sentence", "neighbours", "one stem", "one word", "definite", "indefinite", "definite first", "indefinite first",
    "anew", "alike", "words of the sentences", "happened",
)  # fmt: skip
_BEFORE = 50  # code points that may hold what stands before an act's noun
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|his|her|its|their|\w+['’]s)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"\b(?:a|an|another|second|third|fourth|more|other|further|fresh|separate|new|two|three|several|many)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_ANEW = re.compile(
    r"\b(?:another|second|third|fourth|separate|separately|also|again|other|earlier|later|meanwhile|elsewhere|previous|previously"
    r"|last (?:week|month|year)|too)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b", re.IGNORECASE
)


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `FEATURES`; two drafts whose log odds exceed `least` tell one event."""

    weights: tuple[float, ...]
    least: float = 0.0


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(FEATURES))


def join(drafts: Sequence[Draft], who: Who, folder: Path) -> list[Draft]:
    """The drafts, of which those that tell an earlier one again are joined to it."""
    weights = load(folder)
    if weights is None:
        return list(drafts)
    kept: list[Draft] = []
    told: dict[tuple[str, str], list[Telling]] = {}
    for draft in drafts:
        telling, others = Telling(draft, who), told.setdefault((draft.act, draft.status), [])
        odds = [_NEVER if _apart(other, telling) else weigh(weights.weights, pair(other, telling)) for other in others[-BACK:]]
        best = max(range(len(odds)), key=odds.__getitem__, default=None)
        if best is None or odds[best] <= weights.least:
            others.append(telling)
            kept.append(draft)
            continue
        number = max(len(others) - BACK, 0) + best
        absorb(others[number].draft, draft, who.key, beside=False)  # who is told in other words stands there already
        others[number] = Telling(others[number].draft, who)
    return kept


@dataclass(frozen=True)
class _Side:
    """Who stands on a side: their identities, the countries known of them, and whether one of them is a number of people."""

    keys: frozenset[str]
    lands: frozenset[str]
    counted: bool


@dataclass(frozen=True)
class Telling:
    """What two drafts are compared by; each number is reckoned when it is first asked for."""

    draft: Draft
    who: Who

    @cached_property
    def sides(self) -> tuple[_Side, _Side]:
        """Actors and recipients; of a meeting all who meet, twice."""
        ones, others = self.draft.actors, self.draft.recipients
        if self.draft.act == "CONSULT":
            both = self._side([*ones, *others])
            return both, both
        return self._side(ones), self._side(others)

    def _side(self, chains: Sequence[str]) -> _Side:
        lands = frozenset(filter(None, map(self.who.country, chains)))
        return _Side(frozenset(map(self.who.key, chains)), lands, any(_COUNT.search(self.draft.spans[chain].text) for chain in chains))

    @cached_property
    def word(self) -> str:
        """The act's own words, small."""
        return self._words(*self.draft.trigger).lower()

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the longer words of its sentence."""
        return stems(self.draft.scene.text)

    @cached_property
    def determined(self) -> tuple[bool, bool]:
        """Whether what stands before the word makes it a known thing, and whether a new one."""
        start = self.draft.trigger[0]
        before = self._words(max(start - _BEFORE, self.draft.scene.start), start)
        return bool(_DEFINITE.search(before)), bool(_INDEFINITE.search(before))

    @cached_property
    def anew(self) -> bool:
        """Whether its sentence has a word that tells of something else than before."""
        return bool(_ANEW.search(self.draft.scene.text))

    @cached_property
    def vector(self) -> np.ndarray[Any, Any]:
        """The text model's vector of the act's words, of length 1."""
        import numpy

        shift = self.draft.scene.start
        found = self.draft.scene.reading.pooled([(self.draft.trigger[0] - shift, self.draft.trigger[1] - shift)])[0]
        length = float(numpy.linalg.norm(found))
        vector: np.ndarray[Any, Any] = found / length if length else found
        return vector

    def _words(self, start: int, end: int) -> str:
        return self.draft.scene.text[start - self.draft.scene.start : end - self.draft.scene.start]


def _apart(one: Telling, other: Telling) -> bool:
    """Whether those who act are of different states: what Norway did, Chile did not do again."""
    ours, theirs = one.sides[0].lands, other.sides[0].lands
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def pair(one: Telling, other: Telling) -> list[float]:
    """The numbers (`FEATURES`) of two drafts of one act and status, the earlier one first."""
    first, second = one.draft, other.draft
    modes, apart = (first.predicate.mode, second.predicate.mode), second.scene.index - first.scene.index
    facing = second.act != "CONSULT" and (one.sides[0].keys & other.sides[1].keys or one.sides[1].keys & other.sides[0].keys)
    numbers = (
        1.0, modes[0] is not None and modes[0] == modes[1], None not in modes and modes[0] != modes[1], (modes[0] is None) != (modes[1] is None),
        *(number for mine, theirs in zip(one.sides, other.sides, strict=True) for number in _compared(mine, theirs)), bool(facing),
        *_days(first, second), *_places(first, second), log1p(abs(apart)), apart == 0, apart == 1,
        one.word[: STEM - 1] == other.word[: STEM - 1], one.word == other.word, *other.determined, *one.determined, other.anew,
        float(one.vector @ other.vector), len(one.stems & other.stems) / (1 + min(len(one.stems), len(other.stems))), first.status == "happened",
    )  # fmt: skip
    return [*map(float, numbers)]


def _compared(one: _Side, other: _Side) -> tuple[bool, ...]:
    shared = bool(one.keys & other.keys)
    return (
        shared,
        shared and (one.keys <= other.keys or other.keys <= one.keys),
        not shared and bool(one.lands & other.lands),
        not shared and bool(one.lands and other.lands) and one.lands.isdisjoint(other.lands),
        not shared and bool(one.keys and other.keys),
        bool(one.keys) != bool(other.keys),
        not one.keys and not other.keys,
        not shared and one.counted and other.counted,
    )


def _days(first: Draft, second: Draft) -> tuple[bool, ...]:
    one, other = first.date, second.date
    sure = "article" not in (one.basis, other.basis) and all((one.first, one.last, other.first, other.last))
    excluded, own = days_exclude(first, second), one.basis == other.basis == "text"
    return excluded, excluded and own, sure and not excluded, sure and own and (one.first, one.last) == (other.first, other.last)


def _places(first: Draft, second: Draft) -> tuple[bool, ...]:
    one, other = first.place, second.place
    if not one or not other:
        return False, False, False
    named, land = one.name == other.name, one.country == other.country
    return named, not named and land, bool(one.country and other.country) and not land



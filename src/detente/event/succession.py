"""Which earlier state a state follows, chosen among all that it may follow, by what speaks for each.

What the rules of `event.lifecycle` found is one candidate; the others are the acts told near it that a denial, a calling off or an
act carried out may be about, and none. A conditional logit (McFadden 1974) weighs them, one for each of the three; the weights are
fitted on annotated articles that the text model has not read, by `python -m training.links` (`links.json` beside the model).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log1p
from pathlib import Path

import msgspec

from detente.event.alike import Who
from detente.event.callings import CALLED_OFF, PUT_OFF, UNREAL
from detente.event.claims import DENIES
from detente.event.drafts import Draft
from detente.event.lifecycle import AHEAD, ATTACKS, BETWEEN, REAL, TAKES_BACK, YET, refers, near, parties, stems, Sources
from detente.event.merge import days_exclude
from detente.event.odds import log_odds, weigh
from detente.event.scene import is_headline
from detente.model.session import WEIGHTS
from detente.records import LinkKind

FILE = "links.json"
BEFORE, AFTER, NEAR = 24, 8, 3  # acts of one kind before and behind; sentences within which acts of other kinds count
Found = Mapping[int, Sequence[tuple[int, LinkKind]]]

_PAIR = (
    "found", "taken up", "act", "mode", "other mode", "attacks", "real", "possible", "planned", "conditional", "asked", "refused",
    "behind", "sentence", "distance", "next sentence", "paragraph", "actors", "other actors", "no actors", "recipients", "other recipients", "no recipients", "parties",
    "told", "own statement", "own speaker", "words", "headline", "told often", "other days", "same days", "within days", "since", "nearest", "nearest real", "confidence",
    "ahead", "spoken",
)  # fmt: skip
_NONE = (
    "none", "none: found", "none: told", "none: denies", "none: not yet", "none: refers", "none: between", "none: takes up", "none: actors", "none: recipients",
    "none: headline", "none: confidence", "none: put off", "none: called off", "none: takes back", "none: refused", "none: planned", "none: corrects", "none: since",
)  # fmt: skip
FEATURES = (*_PAIR, *_NONE)
KINDS = ("denied", "off", "held")
_CORRECTION = re.compile(r"\bCORRECTION\b|\b(?:earlier|previous) version\b", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """An earlier state by the number of its draft, and how it is followed; None for none; `row` is what speaks for it (`FEATURES`)."""

    state: tuple[int, LinkKind] | None
    row: tuple[float, ...]


class Weights(msgspec.Struct, frozen=True):
    """For each of `KINDS` a weight for each of `FEATURES`, and how likely a link must be at least (0 to 1)."""

    weights: dict[str, tuple[float, ...]]
    least: dict[str, float]


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    path = folder / FILE
    return msgspec.json.decode(path.read_bytes(), type=Weights) if path.is_file() else None


class Book:
    """The drafts of one article, and what they may be later states of."""

    def __init__(self, drafts: Sequence[Draft], who: Who, sources: Sources, text: str, found: Found) -> None:
        self.drafts, self.who, self.sources, self.text, self.found = drafts, who, sources, text, found
        self.order = sorted(range(len(drafts)), key=lambda number: drafts[number].trigger)
        self.place = {number: place for place, number in enumerate(self.order)}
        self.same: dict[str, list[int]] = {}
        for number in self.order:
            self.same.setdefault(drafts[number].act, []).append(number)
        self.stems = [stems(draft) for draft in drafts]
        self.day0 = drafts[0].scene.day if drafts else None

    def kind(self, index: int) -> str | None:
        """Which of `KINDS` a draft may be the later state of."""
        draft = self.drafts[index]
        if draft.status == "denied":
            return "denied"
        if self._off(draft):
            return "off"
        return "held" if draft.status in REAL else None

    @staticmethod
    def _off(draft: Draft) -> LinkKind | None:
        if draft.status in ("refused", *AHEAD) and near(draft, PUT_OFF):
            return "postponed"
        if draft.status == "refused" and near(draft, CALLED_OFF):
            return "cancelled"
        return "cancelled" if draft.act == "CONCEDE" and draft.status in REAL and near(draft, TAKES_BACK) else None

    def candidates(self, index: int) -> list[Candidate]:
        """All states that the draft at `index` may follow, and none; empty if it is no later state."""
        kind = self.kind(index)
        if kind is None:
            return []
        draft = self.drafts[index]
        states = [(number, self._how(kind, draft, self.drafts[number])) for number in self._around(index)]
        fitting = [(number, how) for number, how in states if how]
        fitting += [state for state in self.found.get(index, ()) if state not in fitting]
        if not fitting:
            return []
        nearest = max((n for n, _ in fitting if self.place[n] < self.place[index]), key=lambda n: self.place[n], default=None)
        real = max((n for n, _ in fitting if self.place[n] < self.place[index] and self.drafts[n].act == draft.act), key=lambda n: self.place[n], default=None)
        rows = [Candidate(state, (*self._pair(index, state, nearest, real), *[0.0] * len(_NONE))) for state in fitting]
        return [*rows, Candidate(None, (*[0.0] * len(_PAIR), *self._none(index)))]

    def _around(self, index: int) -> list[int]:
        draft = self.drafts[index]
        same = self.same[draft.act]
        at = same.index(index)
        found = [*same[max(at - BEFORE, 0) : at], *same[at + 1 : at + 1 + AFTER]]
        place = self.place[index]
        for number in [*self.order[max(place - BEFORE, 0) : place], *self.order[place + 1 : place + 1 + AFTER]]:
            if abs(self.drafts[number].scene.index - draft.scene.index) <= NEAR and self.drafts[number].act != draft.act:
                found.append(number)
        return found

    @staticmethod
    def _how(kind: str, later: Draft, earlier: Draft) -> LinkKind | None:
        if kind == "denied":
            return "denied" if earlier.status not in ("denied", "refused", "called_for") else None
        if kind == "off":
            how = Book._off(later)
            return how if earlier.status in ("planned", "conditional", "possible", "ongoing", "happened") else None
        return "held" if earlier.status in AHEAD and earlier.act == later.act else None

    def _pair(self, index: int, state: tuple[int, LinkKind], nearest: int | None, real: int | None) -> list[float]:
        number, how = state
        later, earlier, who = self.drafts[index], self.drafts[number], self.who
        modes = {earlier.predicate.mode, later.predicate.mode}
        away = later.scene.index - earlier.scene.index
        actors, recipients = who.agree(earlier.actors, later.actors), who.agree(earlier.recipients, later.recipients)
        claim, denial = self.sources.get(number, ()), self.sources.get(index, ())
        said = {one.statement for one in claim if one.statement} & {one.statement for one in denial}
        speakers = {one.speaker.id for one in claim if one.speaker and one.speaker.id} & {one.speaker.id for one in denial if one.speaker}
        first, last, day = earlier.date.first, earlier.date.last, later.date.first
        since = bool(later.scene.day and earlier.scene.day and later.scene.day > earlier.scene.day)
        between = self.text[min(earlier.trigger[1], later.trigger[1]) : max(earlier.trigger[0], later.trigger[0])]
        known = bool(first and last and day)
        row = (
            state in self.found.get(index, ()), later.of in earlier.triggers, earlier.act == later.act,
            None not in modes and len(modes) == 1, None not in modes and len(modes) == 2, modes <= ATTACKS,
            earlier.status in REAL, earlier.status == "possible", earlier.status == "planned", earlier.status == "conditional",
            earlier.status == "called_for", earlier.status == "refused",
            away < 0 or (away == 0 and earlier.trigger > later.trigger), away == 0, log1p(abs(away)), abs(away) == 1, "\n" not in between,
            actors is True, actors is False or (actors is None and bool(earlier.actors and later.actors)), not earlier.actors,
            recipients is True, recipients is False or (recipients is None and bool(earlier.recipients and later.recipients)), not earlier.recipients,
            min(who.shared(parties(earlier), parties(later)), 2),
            bool(claim), bool(said), bool(speakers), bool(self.stems[number] & self.stems[index]), is_headline(earlier.scene, self.text),
            log1p(len(earlier.triggers) - 1), days_exclude(earlier, later), known and first == day, known and first <= day <= last, since,  # type: ignore[operator]
            number == nearest, number == real, log_odds(earlier.confidence),
            bool(last and earlier.scene.day and last > earlier.scene.day and earlier.date.basis != "article"),
            earlier.act in ("REJECT", "ACCUSE", "REQUEST", "THREATEN"),
        )  # fmt: skip
        return [float(value) for value in row]

    def _none(self, index: int) -> list[float]:
        draft = self.drafts[index]
        lead = draft.trigger[0] - draft.scene.start
        row = (
            1.0, bool(self.found.get(index)), bool(self.sources.get(index)), bool(DENIES.search(draft.scene.text)), bool(YET.search(draft.scene.text, 0, lead)),
            refers(draft), draft.act in BETWEEN, draft.of is not None, bool(draft.actors), bool(draft.recipients), is_headline(draft.scene, self.text),
            log_odds(draft.confidence), near(draft, PUT_OFF), near(draft, CALLED_OFF), near(draft, TAKES_BACK), draft.status == "refused",
            draft.status == "planned", bool(_CORRECTION.search(draft.scene.text)), bool(draft.scene.day and self.day0 and draft.scene.day > self.day0),
        )  # fmt: skip
        return [float(value) for value in row]


def choose(candidates: Sequence[Candidate], weights: Sequence[float], least: float) -> tuple[int, LinkKind] | None:
    """The likeliest state, if it is likely enough."""
    odds = [exp(weigh(weights, candidate.row)) for candidate in candidates]
    best = max((n for n, one in enumerate(candidates) if one.state), key=lambda n: odds[n], default=None)
    return candidates[best].state if best is not None and odds[best] >= least * sum(odds) else None

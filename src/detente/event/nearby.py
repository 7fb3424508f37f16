"""One act and the places about it: which its place may be, and the numbers that speak for each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from math import log1p

from detente.event.drafts import Draft
from detente.event.odds import SURE, log_odds
from detente.event.placerows import ACTS, APART, BESIDE, KINDS, MODES, NONE, row
from detente.event.scene import Scene, is_headline
from detente.event.surroundings import Named, Surroundings, called, parties_of, state_named
from detente.records import STATUSES, Place

BACK, AHEAD, AHEAD_OF_HEADLINE = 6, 1, 3  # sentences before and behind
MOST = 12  # places of a sentence, and of those about it together
_CLAUSE = re.compile(r"[,;:]")
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|will|has|have|had|would|could|should|must|may|might|be)\b)", re.IGNORECASE)
_TOWN = re.compile(
    r"\bthe (?:city|town|village|capital|area|region|province|district|camp|island|port|site|border|square|airport|scene|building|compound|valley)\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b(?:here|downtown|outside)\b|\b(?:the|this|that|its|their|his|her|a)\s+(?:[\w’'-]+\s){0,2}?(?:station|court|courthouse|courtroom|parliament|assembly"
    r"|ministry|palace|embassy|consulate|stadium|square|plaza|hospital|clinic|church|mosque|cathedral|temple|university|campus|school|prison|jail|hall"
    r"|hotel|headquarters|gates?|streets?|road|bridge|market|barracks|checkpoint|junction|crossing|centre|center|offices?|quarter|garrison|mine|plant"
    r"|factory|harbour|harbor|docks?|house|home|residence|avenue|park|cemetery|camp|base|crowd|convoy)\b",
    re.IGNORECASE,
)
Extent = tuple[int, int]
_ACT = {act: tuple(float(act == one) for one in ACTS) for act in ACTS}
_NO_ACT, _NOT_BESIDE, _NOT_APART, _SOME = ((0.0,) * len(block) for block in (ACTS, BESIDE, APART, NONE))


class Telling:
    """One draft's view of the places about it. Its act may be told in several sentences, each of which has a say."""

    def __init__(self, book: Surroundings, draft: Draft) -> None:
        self.book, self.draft = book, draft
        scene = self.scene = draft.scene
        self.triggers: dict[int, Extent] = {scene.index: draft.trigger}
        for trigger in draft.triggers:
            self.triggers.setdefault(bisect_right(book.starts, trigger[0]) - 1, trigger)
        self.places = self._places()
        self.relations, self.parties = self._relations(), parties_of(draft)
        self.best = max((self.relations[place.start, place.end] for at, place in self.places if at is scene), default=0.0)
        self.headline, self.there, self.town = is_headline(scene, book.text), bool(_THERE.search(scene.text)), bool(_TOWN.search(scene.text))
        past = date.fromisoformat(scene.day) - date.fromisoformat(draft.date.last) if scene.day and draft.date.last else None
        self.age = log1p(max(past.days, 0)) / 3 if past else 0.0
        self.local = bool(_LOCAL.search(scene.text))
        self.kinds = {draft.spans[chain].type for chain in draft.actors if chain in draft.spans}
        self.towns = {place.country for _, place in self.places if not state_named(place)}
        self.towns_beside = {place.country for at, place in self.places if at.index in self.triggers and not state_named(place)}
        self.countries = [{book.country(chain) for chain in side} - {None} for side in (draft.actors, draft.recipients)]

    def _places(self) -> list[tuple[Scene, Place]]:
        """Those of its sentences, the nearest before and behind, those of the lead."""
        stage, at = self.book.stage, self.scene.index
        ahead = AHEAD_OF_HEADLINE if is_headline(self.scene, self.book.text) else AHEAD
        about = [*range(at - 1, max(at - BACK, 0) - 1, -1), *range(at + 1, min(at + 1 + ahead, len(stage)))]
        own = [(stage[n], place) for n, trigger in self.triggers.items() for place in sorted(stage[n].places, key=lambda p: away(p, trigger))[:MOST]]
        near = [(stage[n], place) for n in about if n not in self.triggers for place in stage[n].places[:MOST]][:MOST]
        known = {*about, *self.triggers}
        lead = [(scene, place) for scene in stage[: min(self.book.lead, at)] if scene.index not in known for place in scene.places[:MOST]]
        return [*own, *self._of_parties(), *near, *lead]

    def _of_parties(self) -> list[tuple[Scene, Place]]:
        """The places by which those who take part are called, in a sentence that tells the act."""
        book = self.book
        inside = {
            number
            for mention in self.draft.spans.values()
            for number in range(bisect_left(book.begins, mention.start), bisect_right(book.begins, mention.end))
            if book.beside[number].end <= mention.end
        }
        sentences = [(book.stage[bisect_right(book.starts, book.begins[number]) - 1], book.beside[number]) for number in sorted(inside)]
        return [(at, place) for at, place in sentences if at.index in self.triggers][:MOST]

    def _relations(self) -> dict[Extent, float]:
        """How surely the text model ties each place to the act, as told in the place's sentence, else in its own."""
        targets: dict[int, list[Extent]] = {}
        for at, place in self.places:
            targets.setdefault(at.index if at.index in self.triggers else self.scene.index, []).append((place.start, place.end))
        found: dict[Extent, float] = {}
        for number, spans in targets.items():
            odds = self.book.stage[number].relations("place", self.triggers[number], spans)
            found |= {span: log_odds(one) + SURE for span, one in zip(spans, odds, strict=True)}
        return found

    def nowhere(self) -> tuple[float, ...]:
        """What speaks for no place."""
        act, status = self.draft.act, self.draft.status
        mode, kinds = self.draft.predicate.mode, self.kinds
        told = *(status == one for one in STATUSES), *(act == one for one in ACTS), *(mode == one for one in MODES), *(one in kinds for one in KINDS)
        lead, tellings = self.scene.index < self.book.lead, log1p(len(self.triggers) - 1)
        return row(NONE, (1.0, bool(self.places), self.there, *told, self.local, lead, self.headline, tellings, self.age))

    def row(self, at: Scene, place: Place) -> tuple[float, ...]:
        """What speaks for a place in sentence `at`."""
        act, named = self.draft.act, self.book.named(at, place)
        beside, before = at.index in self.triggers, at.index < self.scene.index
        return (
            *self._of_place(at, place, named),
            *(self._beside(at, place, named) if beside else _NOT_BESIDE),
            *(_NOT_APART if beside else self._apart(at, place, named)),
            *(_ACT.get(act, _NO_ACT) if before and not beside else _NO_ACT),
            *(_ACT.get(act, _NO_ACT) if named.dateline else _NO_ACT),
            *_SOME,
        )

    def _of_place(self, at: Scene, place: Place, named: Named) -> tuple[float, ...]:
        book, draft, name, line = self.book, self.draft, named.name, named.dateline
        own = draft.place is not None and called(draft.place) == name
        actors, recipients = (place.country in side for side in self.countries)
        others = book.acts.get(name, 0) - own
        same = book.paragraphs[at.index] == book.paragraphs[self.scene.index]
        return tuple(map(float, (
            own, draft.place is place, line, self.age if line else 0.0, named.like_dateline, place.lat is None,
            named.state, actors, recipients, recipients and draft.predicate.mode == "visit", named.at_home,
            log1p(others), any(book.acts_of.get((name, party), 0) > own for party in self.parties),
            book.acts_of.get((name, self.scene.index), 0) > own,
            log1p(book.often[name] - 1), book.often[name] / book.total, named.before, named.comma,
            named.labels and same, named.labels and not same,
            named.state and place.country in self.towns_beside, named.state and place.country in self.towns, line and self.local,
        )))  # fmt: skip

    def _beside(self, at: Scene, place: Place, named: Named) -> tuple[float, ...]:
        trigger, relation = self.triggers[at.index], self.relations[place.start, place.end]
        first, last = min(place.end, trigger[1]), max(place.start, trigger[0])
        between = self.book.text[first:last]
        acting = (self.draft.spans[chain] for chain in self.draft.actors if chain in self.draft.spans)
        acts = any(one.start < place.start and place.end <= one.end for one in acting)
        return tuple(map(float, (
            1.0, relation, relation == self.best, 1 / (1 + len(between) / 20), bool(_CLAUSE.search(between)),
            any(other is not place and first <= other.start < last for other in at.places),
            named.within, named.off, named.of, named.opens,
            any(one.start <= place.start and place.end <= one.end for one in at.mentions),
            acts, acts and named.within,
        )))  # fmt: skip

    def _apart(self, at: Scene, place: Place, named: Named) -> tuple[float, ...]:
        book, here = self.book, self.scene.index
        before, last, same = at.index < here, at.index == book.last[here], book.paragraphs[at.index] == book.paragraphs[here]
        return tuple(map(float, (
            before, not before, self.relations[place.start, place.end], bool(self.scene.places), named.within, named.of,
            at.index == here - 1, last, same, self.draft.status in ("happened", "ongoing"),
            is_headline(at, book.text), self.headline, at.index < book.lead,
            self.there, self.there and last, self.town, self.town and last, self.age,
            self.local, self.local and last, same and named.opens,
        )))  # fmt: skip


def away(place: Place, trigger: Extent) -> int:
    """Code points between a place and a trigger."""
    return max(place.start - trigger[1], trigger[0] - place.end)

"""What speaks for an act having happened at a place of the article, as numbers; `event.places` weighs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from math import log1p
from typing import NamedTuple

from detente.event.drafts import Draft
from detente.event.odds import SURE, log_odds
from detente.event.scene import Scene, is_headline
from detente.knowledge.folding import fold
from detente.records import STATUSES, Place
from detente.where.names import state_forms

ACTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
    "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
BACK, AHEAD, AHEAD_OF_HEADLINE, LEAD = 6, 1, 3, 2  # sentences before and behind, and of the lead
MOST = 12  # places of a sentence, and of those about it together
_OF_PLACE = (
    "found", "these words found", "dateline", "dateline, long ago", "called like the dateline", "no coordinates", "a state",
    "in an actor's country", "in a recipient's country", "visit to a recipient", "in the story's country",
    "acts there", "acts of its parties there", "acts of its sentence there", "mentions", "share of mentions", "qualifies", "qualified",
    "labels the paragraph", "labels another", "wider than one beside", "wider than one about", "dateline, local",
)  # fmt: skip
_BESIDE = (
    "beside", "relation", "best relation", "near the act", "clause between", "another between", "in", "from", "of", "opens the sentence",
    "within a party", "says who acts", "says who acts, in",
)  # fmt: skip
_APART = (
    "before", "behind", "relation, apart", "sentence has places", "in, apart", "of, apart", "sentence before", "last places", "same paragraph",
    "for what is real", "in the headline", "for a headline", "in the lead",
    "there", "there, last places", "the town", "the town, last places", "long ago",
    "local", "local, last places", "in its paragraph, opens it",
)  # fmt: skip
MODES = (
    "abduct", "access", "aerial", "allege", "arrest", "assist", "beat", "boycott", "ceasefire", "censor", "change", "convict",
    "crowd-control", "curfew", "cyber", "demo", "deport", "destroy", "disapprove", "disarm", "discontinue", "drone", "expel", "explosives",
    "firearms", "heavy-weapons", "hunger", "investigate", "martial-law", "meet", "militia", "misinformation", "multilateral", "obstruct",
    "phone", "police", "primitive", "relations", "release", "resign", "restrict", "riot", "seize", "sexual", "strike", "suicide-attack",
    "targeted", "territory", "third-party", "torture", "troops", "unconventional", "vandalize", "violence", "visit", "weapons", "withdraw",
    "withhold", "yield",
)  # fmt: skip
_KINDS = ("PER", "ORG", "GPE", "GRP")
_NONE = (
    "none", "none: places about", "none: there", *(f"none: {name}" for name in (*STATUSES, *ACTS, *MODES, *_KINDS)),
    "none: local", "none: in the lead", "none: headline", "none: tellings", "none: long ago",
)  # fmt: skip
FEATURES = (*_OF_PLACE, *_BESIDE, *_APART, *(f"before: {act}" for act in ACTS), *(f"dateline: {act}" for act in ACTS), *_NONE)
_WITHIN = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|throughout|within|on|over|off|along)\s+"
    r"(?:(?:the|a|central|downtown|nearby|(?:north|south|east|west)\w*)\s+)*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|by|with|against|between|about)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"[“\"']?\s*(?:(?:Meanwhile|Elsewhere|Earlier|Also),?\s)?(?:In|At|Outside|Near|On|Across)\s(?:the\s)?")
_CLAUSE = re.compile(r"[,;:]")
_QUALIFIES = re.compile(r"[^\W\d_],\s$")
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
_LABEL = re.compile(r"(?:,\s[^\W\d_][^\n,:–—-]{0,30})?\s*(?:\([^)\n]*\)\s*)?(?:[:–—]|-+\s|\n)")
Extent = tuple[int, int]
_ACT = {act: tuple(float(act == one) for one in ACTS) for act in ACTS}
_NO_ACT, _NOT_BESIDE, _NOT_APART, _SOME = ((0.0,) * len(block) for block in (ACTS, _BESIDE, _APART, _NONE))


class Candidate(NamedTuple):
    """A place that an act may have, or None, with what speaks for it (`FEATURES`)."""

    place: Place | None
    row: tuple[float, ...]


def called(place: Place | None) -> str | None:
    """What tells a place from others of its article."""
    return (place.name or place.text) if place else None


def state_named(place: Place) -> bool:
    """Whether a place is a whole state."""
    return fold(called(place) or "") in state_forms()


class _Named(NamedTuple):
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


class Whereabouts:
    """What the drafts of one article and its sentences tell of places.

    Args:
        drafts: all events of the article, with the places that their own sentences tie to them.
        stage: all sentences.
        text: the article's text.
        line: the place of its dateline.
        beside: places that say who somebody is ("students in Kabul"): where these act is perhaps there.
        country: the country of a chain of mentions (ISO alpha-3).
        home: the country that the story is about.
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
        self.beside = beside
        self.drafts, self.stage, self.text, self.line, self.country, self.home = drafts, stage, text, line, country, home
        self.starts = [scene.start for scene in stage]
        self.often = Counter(called(place) for places in (beside, *(scene.places for scene in stage)) for place in places)
        self.acts = Counter(called(draft.place) for draft in drafts)
        self.acts_of = Counter((called(draft.place), one) for draft in drafts for one in (draft.scene.index, *_parties(draft)))
        self.total = self.often.total()
        begin = line.start if line else 0
        self.lead = next((scene.index for scene in stage if scene.end > begin and not is_headline(scene, text)), 0) + LEAD
        self.paragraphs, self.last = _paragraphs(stage, text), _last_with_places(stage)
        self._named: dict[tuple[int, int], _Named] = {}

    def named(self, at: Scene, place: Place) -> _Named:
        """What is known of a place where a sentence names it; every act of the sentences around asks."""
        key = at.index, place.start
        if key not in self._named:
            name, lead = called(place), self.text[max(at.start, place.start - 40) : place.start]
            self._named[key] = _Named(
                name,
                self.line is not None and place.start == self.line.start,
                called(self.line) == name,
                fold(name or "") in state_forms(),
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

    def candidates(self, index: int) -> list[Candidate]:
        """All places that the draft at `index` may have, and none.

        Where the act's own sentence has a place for it, another may replace that, but none does not: annotators differ in how many
        such places they write down, and the text model has learned from all of them.
        """
        draft = self.drafts[index]
        telling = Telling(self, draft)
        found = [Candidate(place, telling.row(scene, place)) for scene, place in telling.places]
        if draft.place is None:
            return [*found, Candidate(None, telling.nowhere())]
        if all(called(one.place) != called(draft.place) for one in found):
            found.append(Candidate(draft.place, _row(_OF_PLACE, (1.0,))))
        return found


class Telling:
    """One draft's view of the places about it. Its act may be told in several sentences, each of which has a say."""

    def __init__(self, book: Whereabouts, draft: Draft) -> None:
        self.book, self.draft = book, draft
        scene = self.scene = draft.scene
        self.triggers: dict[int, Extent] = {scene.index: draft.trigger}
        for trigger in draft.triggers:
            self.triggers.setdefault(bisect_right(book.starts, trigger[0]) - 1, trigger)
        self.places = self._places()
        self.relations, self.parties = self._relations(), _parties(draft)
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
        stage, parties = self.book.stage, list(self.draft.spans.values())
        told = [place for place in self.book.beside if any(m.start <= place.start and place.end <= m.end for m in parties)]
        sentences = [(stage[bisect_right(self.book.starts, place.start) - 1], place) for place in told]
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
        told = *(status == one for one in STATUSES), *(act == one for one in ACTS), *(mode == one for one in MODES), *(one in kinds for one in _KINDS)
        lead, tellings = self.scene.index < self.book.lead, log1p(len(self.triggers) - 1)
        return _row(_NONE, (1.0, bool(self.places), self.there, *told, self.local, lead, self.headline, tellings, self.age))

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

    def _of_place(self, at: Scene, place: Place, named: _Named) -> tuple[float, ...]:
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

    def _beside(self, at: Scene, place: Place, named: _Named) -> tuple[float, ...]:
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

    def _apart(self, at: Scene, place: Place, named: _Named) -> tuple[float, ...]:
        book, here = self.book, self.scene.index
        before, last, same = at.index < here, at.index == book.last[here], book.paragraphs[at.index] == book.paragraphs[here]
        return tuple(map(float, (
            before, not before, self.relations[place.start, place.end], bool(self.scene.places), named.within, named.of,
            at.index == here - 1, last, same, self.draft.status in ("happened", "ongoing"),
            is_headline(at, book.text), self.headline, at.index < book.lead,
            self.there, self.there and last, self.town, self.town and last, self.age,
            self.local, self.local and last, same and named.opens,
        )))  # fmt: skip


def _parties(draft: Draft) -> set[str]:
    return {*draft.actors, *draft.recipients}


def away(place: Place, trigger: Extent) -> int:
    """Code points between a place and a trigger."""
    return max(place.start - trigger[1], trigger[0] - place.end)


def _row(block: Sequence[str], values: Sequence[float]) -> tuple[float, ...]:
    """A row in which only a block of `FEATURES` has values, from its first on."""
    begin = FEATURES.index(block[0])
    return (*(0.0,) * begin, *map(float, values), *(0.0,) * (len(FEATURES) - begin - len(values)))


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

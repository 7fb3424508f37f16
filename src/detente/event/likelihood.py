"""What speaks for a member of the cast standing on a side of an act, as numbers; `event.seating` weighs them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log1p
from typing import NamedTuple

import msgspec

from detente.event.cast import STATE, Cast, Member, pairs
from detente.event.drafts import Draft
from detente.event.odds import SURE, log_odds
from detente.records import Mention

FAR = 8
LEAD = 3  # sentences, the title among them
HOSTED = frozenset({"visit", "third-party"})
SIDES = ("actor", "recipient")
_TOWARDS = re.compile(r"\b(?:to|from|for|into|against|with|on|at)\s+(?:the\s+)?$", re.IGNORECASE)
_MUTUAL = re.compile(
    r"(?:held |hold |holding )?(?:met|meets?|meetings?|talk|discuss|negotiat|confer|summit|dialogue|session|round|exchang)", re.IGNORECASE
)
FEATURES = (
    "here", "odds", "odds of other side", "seated on other side", "one of several on other side", "in window", "odds in window", "distance",
    "only later", "mentions", "titled", "lead", "fit", "fit of both", "same country", "other country", "opposed elsewhere", "same seat elsewhere",
    "speaker", "home", "unknown", "of a place here", "place odds", "towards the place", "after the act",
    "mutual and on other side", "visit and on other side",
    "body or state", "nearness of facing", "nearness of seat", "own state",
    "given", "given, odds", "given with others", "others given", "others given, odds", "behind the best here",
)  # fmt: skip
NOBODY = (
    "nobody", "rate", "other side empty", "crowd", "best odds", "title", "mutual and several",
    "some given", "some given, best odds", "meeting", "called for", "refused or denied",
    "mutual and without a mode", "mutual by its word",
)  # fmt: skip


class Tables(msgspec.Struct, frozen=True):
    """What annotated articles tell of sides: logarithms, by act and side.

    `fit`: how much more often a kind of actor stands there than it is named; `both`: the same of a kind beside the kind on the other side;
    `empty`: the log-odds that nobody does.
    """

    fit: dict[str, float] = {}
    both: dict[str, float] = {}
    empty: dict[str, float] = {}


def act_key(act: str, status: str) -> str:
    """The act as far as it tells who stands on its sides: whoever asks or refuses does another thing than who does it."""
    return {"called_for": "REQUEST", "refused": "REJECT"}.get(status, act)


def look(table: Mapping[str, float], draft: Draft, rest: str) -> float:
    """The entry of the draft's act and mode, else of its act."""
    act = act_key(draft.act, draft.status)
    return table.get(f"{act}/{draft.predicate.mode} {rest}", table.get(f"{act} {rest}", 0.0))


class _Seen(NamedTuple):
    """What a draft's sentence and story tell of a member whichever the side; odds are [actor, recipient]."""

    here: bool
    odds: tuple[float, float]
    elsewhere: tuple[float, float]
    after: bool
    story: Sequence[float]
    placed: Sequence[float]


class _Side(NamedTuple):
    """What is the same for all who may stand on a side of the draft of a `number`.

    `own` are the keys of those opposite, `other` the first of them, `given` the keys of those who stand here; `several`: they are several
    opposite, `mutual`: and the side is that of a meeting's recipients, `hosted`: and somebody is visited. `fits` and `boths` are the tables' entries.
    """

    number: int
    side: int
    own: set[str]
    given: set[str]
    other: Member | None
    several: bool
    mutual: bool
    hosted: bool
    fits: dict[str, float]
    boths: dict[tuple[str, str], float]


class _Told(NamedTuple):
    """What an article tells of a member wherever: the sentences of its mentions, the mentions by sentence, numbers of the story."""

    sentences: list[int]
    mentions: dict[int, list[Mention]]
    story: tuple[float, float, float]


_Odds = dict[str, tuple[float, float]]  # of members by key, [actor, recipient]
_NOWHERE = (-SURE, -SURE)
_UNPLACED = (0.0, 0.0, 0.0)
_LOGS = [log1p(away) for away in range(FAR + 1)]


class Likelihood:
    """The numbers for the drafts of one article."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft], tables: Tables, speakers: Sequence[set[str]]) -> None:
        self.cast, self.drafts, self.tables, self.speakers = cast, drafts, tables, speakers
        self.mates = [pairs(draft, cast) for draft in drafts]
        self.seated = [[{cast.key(c) for c in side} for side in (draft.actors, draft.recipients)] for draft in drafts]
        self._acts = [act_key(draft.act, draft.status) for draft in drafts]
        # the sentences of drafts by whom they set against whom, and by who stands where, in order
        self.facing: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.seats: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._seats_of: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
        for index in sorted(range(len(drafts)), key=lambda i: drafts[i].scene.index):
            self._enter(index, drafts[index].scene.index)
        self._owners = {chain: member.key for member in cast.members.values() for chain in member.chains}
        self._stories = {key: _told(member) for key, member in cast.members.items()}
        self._odds: dict[int, tuple[_Odds, _Odds]] = {}
        self._around: dict[int, list[Member]] = {}
        self._seen: dict[tuple[int, str], _Seen] = {}
        # by group of the member, and by bond and group, of each kind of side
        self._fits: dict[tuple[str, str | None, int], dict[str, float]] = defaultdict(dict)
        self._boths: dict[tuple[str, int, str], dict[tuple[str, str], float]] = defaultdict(dict)

    def _enter(self, index: int, sentence: int) -> None:
        for one, other in map(tuple, self.mates[index]):
            self.facing[one, other].append(sentence)
            self.facing[other, one].append(sentence)
        for side, keys in enumerate(self.seated[index]):
            for key in keys:
                self.seats[side, key].append(sentence)
                self._seats_of[side, key][self._acts[index]] += 1

    def members(self, index: int, side: int) -> list[Member]:
        """Who may stand on a side of the draft at `index`.

        Nobody leaves the other side empty; of several who meet on a visit the host is one who is at home, and those who just meet stay
        together; a party does nothing to itself.
        """
        draft, other = self.drafts[index], self.seated[index][1 - side]
        at = draft.place.country if draft.place and draft.act == "CONSULT" and draft.predicate.mode == "visit" and side == 1 else None
        around = self._around.get(index) or self._around.setdefault(index, self.cast.around(draft))
        facing = {m.side for m in around if m.key in other}
        together = len(other) > 1 and not (draft.act == "CONSULT" and draft.predicate.mode is None)
        return [m for m in around if (together and at in (None, m.country) if m.key in other else m.side not in facing)]

    def rows(self, index: int, side: int, members: Sequence[Member]) -> tuple[list[list[float]], list[float]]:
        """The numbers of each member for a side (0 actors, 1 recipients) of the draft at `index`, and those of nobody."""
        draft = self.drafts[index]
        seated = self.seated[index]
        around = self._side(index, side)
        rows = [self._row(around, member) for member in members]
        best = max([row[1] for row in rows if row[0]], default=-SURE)
        several, given, top = len(seated[side]), seated[side], max(best, 0.0)
        mutual = side == 1 and draft.act == "CONSULT" and len(seated[0]) > 1
        for member, row in zip(members, rows, strict=True):
            behind = top - row[1] if row[0] else 0.0
            if not given:
                row += (0.0, 0.0, 0.0, 0.0, 0.0, behind)
            elif member.key in given:
                row += (1.0, row[1], several > 1, 0.0, 0.0, behind)
            else:
                row += (0.0, 0.0, 0.0, 1.0, row[1], behind)
        nobody = [
            1.0,
            look(self.tables.empty, draft, str(side)),
            float(not seated[1 - side]),
            log1p(sum([row[0] for row in rows])),
            best,
            float(draft.scene.index == 0),
            float(mutual),
            float(bool(several)),
            best if several else 0.0,
            float(draft.act == "CONSULT"),
            float(draft.status == "called_for"),
            float(draft.status in ("refused", "denied")),
            float(mutual and draft.predicate.mode is None),
            float(mutual and bool(_MUTUAL.match(draft.scene.text, draft.trigger[0] - draft.scene.start))),
        ]
        return rows, nobody

    def _side(self, index: int, side: int) -> _Side:
        draft, act, own = self.drafts[index], self._acts[index], self.seated[index][1 - side]
        other = next((m for c in (draft.actors, draft.recipients)[1 - side] if (m := self.cast.of(c))), None)
        mutual = side == 1 and draft.act == "CONSULT" and len(own) > 1
        mode = draft.predicate.mode
        fits, boths = self._fits[act, mode, side], self._boths[act, side, other.group if other else ""]
        return _Side(index, side, own, self.seated[index][side], other, len(own) > 1, mutual, mutual and mode in HOSTED, fits, boths)

    def _row(self, around: _Side, member: Member) -> list[float]:
        index, side, own, given, other, several, mutual, hosted, fits, boths = around
        draft, act, key, group = self.drafts[index], self._acts[index], member.key, member.group
        here, odds, elsewhere, after, story, placed = self._seen.get((index, key)) or self._seen.setdefault((index, key), self._look(index, member))
        opposite, state, at = key in own, group == "state", draft.scene.index
        facing, recent = 0, 0.0
        for one in own:
            if one != key and (against := self.facing.get((key, one))):
                among = frozenset((key, one)) in self.mates[index]
                facing += len(against) - among
                recent = max(recent, _recent(at, against, among))
        seats, sits = self.seats.get((side, key), ()), key in given
        relation = "?"  # by country
        if other is not None and other is not member and other.country and member.country:
            relation = "=" if other.country == member.country else "/"
        if group not in fits:
            fits[group] = look(self.tables.fit, draft, f"{side} {group}")
        if (both := (group, relation)) not in boths:
            boths[both] = self.tables.both.get(f"{act} {side} {other.group if other else ''} {group} {relation}", 0.0)
        return [
            here,
            odds[side] if here else 0.0,
            odds[1 - side] if here else 0.0,
            opposite,
            opposite and several,
            elsewhere[side] > -SURE,
            elsewhere[side] + SURE,
            *story,
            fits[group],
            boths[both] if other is not member else 0.0,
            relation == "=",
            relation == "/",
            log1p(facing) if facing else 0.0,
            log1p(self._seats_of[side, key].get(act, 0) - sits) if seats else 0.0,
            not member.chains.isdisjoint(self.speakers[index]),
            state and member.country == self.cast.home,
            group == "unknown",
            *placed,
            after,
            mutual and opposite,
            hosted and opposite,
            group in ("body", "state"),
            recent,
            _recent(at, seats, sits) if seats else 0.0,
            state and relation == "=",
        ]

    def _look(self, index: int, member: Member) -> _Seen:
        draft, key = self.drafts[index], member.key
        scene, trigger = draft.scene, draft.trigger
        odds, elsewhere = self._odds.get(index) or self._odds.setdefault(index, self._rate(draft))
        told = self._stories[key]
        here: Sequence[Mention] = told.mentions.get(scene.index, ())
        before = bisect_right(told.sentences, scene.index)
        away = min(scene.index - told.sentences[before - 1], FAR) if before else FAR
        placed = [p for p in scene.places if p.country and key == STATE + p.country] if scene.places and member.group == "state" else ()
        return _Seen(
            bool(here),
            odds.get(key, _NOWHERE),
            elsewhere.get(key, _NOWHERE),
            bool(here) and here[-1].start > trigger[0],
            (_LOGS[away], not before, *told.story),
            (
                True,
                log_odds(max(scene.relation("place", trigger, (p.start, p.end)) for p in placed)) + SURE,
                any(_TOWARDS.search(scene.text[: p.start - scene.start]) for p in placed),
            )
            if placed
            else _UNPLACED,
        )

    def _rate(self, draft: Draft) -> tuple[_Odds, _Odds]:
        """The model's best log odds that a mention of a member stands on each side: of those in the sentence, and of those near it."""
        scene, trigger, owners = draft.scene, draft.trigger, self._owners
        here = zip(scene.mentions, *(scene.seats(kind, trigger) for kind in SIDES), strict=True)
        taking_part = [
            (key, one, two) for m, one, two in here if (key := owners.get(m.chain)) and m in self._stories[key].mentions.get(scene.index, ())
        ]
        near = [(key, m) for m in scene.near if (key := owners.get(m.chain))]
        spans = [(m.start, m.end) for _, m in near]
        sides = [scene.relations(kind, trigger, spans) for kind in SIDES]
        return _best_odds(taking_part), _best_odds([(key, one, two) for (key, _), one, two in zip(near, *sides, strict=True)])


def _told(member: Member) -> _Told:
    mentions: dict[int, list[Mention]] = {}
    for at, mention in member.mentions:
        mentions.setdefault(at, []).append(mention)
    story = log1p(len(member.mentions)), float(member.titled), float(bool(member.mentions) and member.mentions[0][0] < LEAD)
    return _Told([at for at, _ in member.mentions], mentions, story)


def _recent(at: int, sentences: Sequence[int], among: bool) -> float:
    """How near the nearest of some other drafts is, of those before sentence `at` and in the next: 1 in the same one, 0 for none.

    `sentences` are theirs, in order; `among` tells that the draft itself, in sentence `at`, is one of them.
    """
    behind = bisect_right(sentences, at)
    ahead = behind < len(sentences) and sentences[behind] == at + 1
    behind -= among
    if behind and (sentences[behind - 1] == at or not ahead):
        return 1.0 / (1 + at - sentences[behind - 1])
    return 0.5 if ahead else 0.0


def _best_odds(mentions: Sequence[tuple[str, float, float]]) -> _Odds:
    best: _Odds = {}
    for key, one, two in mentions:
        last = best.get(key)
        best[key] = (one, two) if last is None else (max(last[0], one), max(last[1], two))
    return {key: (log_odds(one), log_odds(two)) for key, (one, two) in best.items()}

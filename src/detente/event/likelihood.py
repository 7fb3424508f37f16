"""What speaks for a member of the cast standing on a side of an act, as numbers; `event.seating` weighs them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log, log1p

import msgspec

from detente.event.cast import STATE, Cast, Member, pairs
from detente.event.drafts import Draft

SURE = 5.0
FAR = 8
LEAD = 3  # sentences, the title among them
HOSTED = frozenset({"visit", "third-party"})
SIDES = ("actor", "recipient")
_TOWARDS = re.compile(r"\b(?:to|from|for|into|against|with|on|at)\s+(?:the\s+)?$", re.IGNORECASE)
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


def bond(one: Member | None, other: Member) -> str:
    """How two members are related by country."""
    if one is None or not one.country or not other.country:
        return "?"
    return "=" if one.country == other.country else "/"


class Likelihood:
    """The numbers for the drafts of one article."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft], tables: Tables, speakers: Sequence[set[str]]) -> None:
        self.cast, self.drafts, self.tables, self.speakers = cast, drafts, tables, speakers
        self.mates = [pairs(draft, cast) for draft in drafts]
        self.seated = [[{cast.key(c) for c in side} for side in (draft.actors, draft.recipients)] for draft in drafts]
        self.facing: Counter[frozenset[str]] = Counter()
        self.seats: Counter[tuple[str, str, str]] = Counter()
        for draft in drafts:
            self.facing.update(pairs(draft, cast))
        for draft, seated in zip(drafts, self.seated, strict=True):
            self.seats.update((act_key(draft.act, draft.status), kind, key) for kind, keys in zip(SIDES, seated, strict=True) for key in keys)

    def members(self, index: int, side: int) -> list[Member]:
        """Who may stand on a side of the draft at `index`: nobody leaves the other side empty."""
        other = self.seated[index][1 - side]
        return [member for member in self.cast.around(self.drafts[index]) if not (len(other) == 1 and member.key in other)]

    def rows(self, index: int, side: int, members: Sequence[Member]) -> tuple[list[list[float]], list[float]]:
        """The numbers of each member for a side (0 actors, 1 recipients) of the draft at `index`, and those of nobody."""
        draft = self.drafts[index]
        seated = self.seated[index]
        other = next((m for c in (draft.actors, draft.recipients)[1 - side] if (m := self.cast.of(c))), None)
        plain = [self._row(index, side, member, seated, other) for member in members]
        best = max((row[1] for row in plain if row[0]), default=-SURE)
        rows = [row + _standing(member.key in seated[side], len(seated[side]), row[1], max(best, 0.0) - row[1] if row[0] else 0.0) for member, row in zip(members, plain, strict=True)]
        nobody = [
            1.0,
            look(self.tables.empty, draft, str(side)),
            float(not seated[1 - side]),
            log1p(sum(row[0] for row in rows)),
            best,
            float(draft.scene.index == 0),
            float(side == 1 and draft.act == "CONSULT" and len(seated[0]) > 1),
            float(bool(seated[side])),
            best if seated[side] else 0.0,
            float(draft.act == "CONSULT"),
            float(draft.status == "called_for"),
            float(draft.status in ("refused", "denied")),
        ]
        return rows, nobody

    def _row(self, index: int, side: int, member: Member, seated: Sequence[set[str]], other: Member | None) -> list[float]:
        draft = self.drafts[index]
        scene, act, key = draft.scene, act_key(draft.act, draft.status), member.key
        here = [m for at, m in member.mentions if at == scene.index]
        odds = [self._odds(draft, kind, here) for kind in SIDES]
        near = [m for m in scene.near if m.chain in member.chains]
        elsewhere = self._odds(draft, SIDES[side], near)
        before = [scene.index - at for at, _ in member.mentions if at <= scene.index]
        own = seated[1 - side]
        facing = sum(self.facing[p] - (p in self.mates[index]) for p in (frozenset((key, one)) for one in own if one != key))
        same = self.seats[act, SIDES[side], key] - (key in seated[side])
        opposite = key in own
        placed = [p for p in scene.places if p.country and key == STATE + p.country] if member.group == "state" else []
        relation = bond(None if other is member else other, member)
        mutual = side == 1 and draft.act == "CONSULT" and opposite and len(own) > 1
        return [
            float(bool(here)),
            odds[side] if here else 0.0,
            odds[1 - side] if here else 0.0,
            float(opposite),
            float(opposite and len(own) > 1),
            float(elsewhere > -SURE),
            elsewhere + SURE,
            log1p(min(min(before, default=FAR), FAR)),
            float(not before),
            log1p(len(member.mentions)),
            float(member.titled),
            float(bool(member.mentions) and member.mentions[0][0] < LEAD),
            look(self.tables.fit, draft, f"{side} {member.group}"),
            self.tables.both.get(f"{act} {side} {other.group if other else ''} {member.group} {relation}", 0.0) if other is not member else 0.0,
            float(relation == "="),
            float(relation == "/"),
            log1p(facing),
            log1p(max(same, 0)),
            float(bool(member.chains & self.speakers[index])),
            float(member.group == "state" and member.country == self.cast.home),
            float(member.group == "unknown"),
            float(bool(placed)),
            max((_logit(scene.relation("place", draft.trigger, (p.start, p.end))) + SURE for p in placed), default=0.0),
            float(any(_TOWARDS.search(scene.text[: p.start - scene.start]) for p in placed)),
            float(any(m.start > draft.trigger[0] for m in here)),
            float(mutual),
            float(mutual and draft.predicate.mode in HOSTED),
            float(member.group in ("body", "state")),
            self._recent(index, lambda i: any(frozenset((key, one)) in self.mates[i] for one in own)) if facing else 0.0,
            self._recent(index, lambda i: key in self.seated[i][side]),
            float(member.group == "state" and relation == "="),
        ]

    def _recent(self, index: int, fits: Callable[[int], bool]) -> float:
        """How near the nearest other draft is that fits, of those before it and in the next sentence: 1 in the same one, 0 for none."""
        at = self.drafts[index].scene.index
        there = (one.scene.index for i, one in enumerate(self.drafts) if i != index and one.scene.index < at + 2 and fits(i))
        return 1.0 / (1 + min((abs(one - at) for one in there), default=1e9))

    @staticmethod
    def _odds(draft: Draft, kind: str, mentions: Sequence[object]) -> float:
        relation = draft.scene.relation
        return max((_logit(relation(kind, draft.trigger, (m.start, m.end))) for m in mentions), default=-SURE)  # type: ignore[attr-defined]


def _standing(given: bool, several: int, odds: float, behind: float) -> list[float]:
    """What the side that was read from the sentence says of a member."""
    others = not given and several > 0
    return [float(given), given * odds, float(given and several > 1), float(others), others * odds, behind]


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    return min(max(log(bounded / (1 - bounded)), -SURE), SURE)

"""What speaks for a member of the cast standing on a side of an act, as numbers; `event.seating` weighs them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

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


def bond(one: Member | None, other: Member) -> str:
    """How two members are related by country."""
    if one is None or not one.country or not other.country:
        return "?"
    return "=" if one.country == other.country else "/"


@dataclass(frozen=True)
class _Seen:
    """What a draft's sentence and story tell of a member whichever the side; odds are [actor, recipient]."""

    here: bool
    odds: list[float]
    elsewhere: list[float]
    after: bool
    story: list[float]
    placed: list[float]


class Likelihood:
    """The numbers for the drafts of one article."""

    def __init__(self, cast: Cast, drafts: Sequence[Draft], tables: Tables, speakers: Sequence[set[str]]) -> None:
        self.cast, self.drafts, self.tables, self.speakers = cast, drafts, tables, speakers
        self.mates = [pairs(draft, cast) for draft in drafts]
        self.seated = [[{cast.key(c) for c in side} for side in (draft.actors, draft.recipients)] for draft in drafts]
        self.facing: dict[frozenset[str], list[int]] = defaultdict(list)
        self.seats: dict[tuple[int, str], list[int]] = defaultdict(list)
        for index, (mates, seated) in enumerate(zip(self.mates, self.seated, strict=True)):
            for pair in mates:
                self.facing[pair].append(index)
            for side, keys in enumerate(seated):
                for key in keys:
                    self.seats[side, key].append(index)
        self._seen: dict[tuple[int, str], _Seen] = {}
        self._acts = [act_key(draft.act, draft.status) for draft in drafts]

    def members(self, index: int, side: int) -> list[Member]:
        """Who may stand on a side of the draft at `index`.

        Nobody leaves the other side empty; of several who meet on a visit the host is one who is at home; a party does nothing to itself.
        """
        draft, other = self.drafts[index], self.seated[index][1 - side]
        at = draft.place.country if draft.place and draft.act == "CONSULT" and draft.predicate.mode == "visit" and side == 1 else None
        around = self.cast.around(draft)
        facing = {m.side for m in around if m.key in other}
        return [m for m in around if (len(other) > 1 and at in (None, m.country) if m.key in other else m.side not in facing)]

    def rows(self, index: int, side: int, members: Sequence[Member]) -> tuple[list[list[float]], list[float]]:
        """The numbers of each member for a side (0 actors, 1 recipients) of the draft at `index`, and those of nobody."""
        draft = self.drafts[index]
        seated = self.seated[index]
        other = next((m for c in (draft.actors, draft.recipients)[1 - side] if (m := self.cast.of(c))), None)
        rows = [self._row(index, side, member, seated, other) for member in members]
        best = max((row[1] for row in rows if row[0]), default=-SURE)
        several = len(seated[side])
        mutual = side == 1 and draft.act == "CONSULT" and len(seated[0]) > 1
        for member, row in zip(members, rows, strict=True):
            row += _standing(member.key in seated[side], several, row[1], max(best, 0.0) - row[1] if row[0] else 0.0)
        nobody = [
            1.0,
            look(self.tables.empty, draft, str(side)),
            float(not seated[1 - side]),
            log1p(sum(row[0] for row in rows)),
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

    def _row(self, index: int, side: int, member: Member, seated: Sequence[set[str]], other: Member | None) -> list[float]:
        draft, act, key = self.drafts[index], self._acts[index], member.key
        seen = self._seen.get((index, key)) or self._seen.setdefault((index, key), self._look(draft, member))
        own = seated[1 - side]
        facing = [i for one in own if one != key for i in self.facing.get(frozenset((key, one)), ()) if i != index]
        seats = [i for i in self.seats.get((side, key), ()) if i != index]
        opposite = key in own
        relation = bond(None if other is member else other, member)
        mutual = side == 1 and draft.act == "CONSULT" and opposite and len(own) > 1
        state = member.group == "state"
        return [
            float(seen.here),
            seen.odds[side] if seen.here else 0.0,
            seen.odds[1 - side] if seen.here else 0.0,
            float(opposite),
            float(opposite and len(own) > 1),
            float(seen.elsewhere[side] > -SURE),
            seen.elsewhere[side] + SURE,
            *seen.story,
            look(self.tables.fit, draft, f"{side} {member.group}"),
            self.tables.both.get(f"{act} {side} {other.group if other else ''} {member.group} {relation}", 0.0) if other is not member else 0.0,
            float(relation == "="),
            float(relation == "/"),
            log1p(len(facing)),
            log1p(sum(self._acts[i] == act for i in seats)),
            float(bool(member.chains & self.speakers[index])),
            float(state and member.country == self.cast.home),
            float(member.group == "unknown"),
            *seen.placed,
            float(seen.after),
            float(mutual),
            float(mutual and draft.predicate.mode in HOSTED),
            float(member.group in ("body", "state")),
            self._recent(draft, facing),
            self._recent(draft, seats),
            float(state and relation == "="),
        ]

    def _look(self, draft: Draft, member: Member) -> _Seen:
        scene, trigger = draft.scene, draft.trigger
        here = [m for at, m in member.mentions if at == scene.index]
        near = [m for m in scene.near if m.chain in member.chains]
        first = [scene.index - at for at, _ in member.mentions if at <= scene.index]
        placed = [p for p in scene.places if p.country and member.key == STATE + p.country] if member.group == "state" else []
        return _Seen(
            bool(here),
            [_odds(draft, kind, here) for kind in SIDES],
            [_odds(draft, kind, near) for kind in SIDES],
            any(m.start > trigger[0] for m in here),
            [
                log1p(min(min(first, default=FAR), FAR)),
                float(not first),
                log1p(len(member.mentions)),
                float(member.titled),
                float(bool(member.mentions) and member.mentions[0][0] < LEAD),
            ],
            [
                float(bool(placed)),
                max((log_odds(scene.relation("place", trigger, (p.start, p.end))) + SURE for p in placed), default=0.0),
                float(any(_TOWARDS.search(scene.text[: p.start - scene.start]) for p in placed)),
            ],
        )

    def _recent(self, draft: Draft, others: Sequence[int]) -> float:
        """How near the nearest of some other drafts is, of those before this one and in the next sentence: 1 in the same one, 0 for none."""
        at = draft.scene.index
        there = (one for i in others if (one := self.drafts[i].scene.index) < at + 2)
        return 1.0 / (1 + min((abs(one - at) for one in there), default=1e9))


def _odds(draft: Draft, kind: str, mentions: Sequence[Mention]) -> float:
    """The model's best log odds that one of some mentions stands on a side."""
    relation = draft.scene.relation
    return max((log_odds(relation(kind, draft.trigger, (m.start, m.end))) for m in mentions), default=-SURE)


def _standing(given: bool, several: int, odds: float, behind: float) -> list[float]:
    """What the side that was read from the sentence says of a member."""
    others = not given and several > 0
    return [float(given), given * odds, float(given and several > 1), float(others), others * odds, behind]

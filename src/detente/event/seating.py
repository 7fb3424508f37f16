"""Fills a side that the sentence leaves empty with whom the story tells, where that is likelier than nobody.

A conditional logit (McFadden 1974) over the cast and "nobody" for each side; weights and tables are fitted on corpus/train and
corpus/dev by `python -m training.sides` and kept beside the text model's (`sides.json`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

import msgspec

from detente.actor.parties import Parties
from detente.event.cast import Cast, Member, nearest
from detente.event.drafts import Draft
from detente.event.likelihood import SIDES, Likelihood, Tables
from detente.event.scene import Scene
from detente.event.sides import Told
from detente.model.session import WEIGHTS

FILE = "sides.json"


class Weights(msgspec.Struct, frozen=True):
    """`member` weighs `likelihood.FEATURES` of each side, `nobody` those of `likelihood.NOBODY`; `margin` is what a filler must be ahead by."""

    member: dict[str, tuple[float, ...]] = {}
    nobody: dict[str, tuple[float, ...]] = {}
    margin: float = 0.0
    tables: Tables = Tables()


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    path = folder / FILE
    return msgspec.json.decode(path.read_bytes(), type=Weights) if path.is_file() else None


def fill_sides(drafts: Sequence[Draft], stage: Sequence[Scene], parties: Parties, told: Sequence[Told], home: str | None, folder: Path) -> None:
    """Fill empty sides, in place; all are judged before the first is filled."""
    weights = load(folder)
    if weights is None:
        return
    cast = Cast(stage, parties, home)
    likelihood = Likelihood(cast, drafts, weights.tables, speakers(drafts, told))
    chosen = [
        (index, side, member)
        for index, draft in enumerate(drafts)
        for side, chains in enumerate((draft.actors, draft.recipients))
        if not chains and (member := _best(likelihood, weights, index, side))
    ]
    for index, side, member in chosen:
        _seat(drafts[index], side, member, parties)


def speakers(drafts: Sequence[Draft], told: Sequence[Told]) -> list[set[str]]:
    """For each draft the chains of those who tell of its act."""
    return [{t.speaker.chain for t in told if t.speaker and any(s <= d.trigger[0] and d.trigger[1] <= e for s, e in t.parts)} for d in drafts]


def _best(likelihood: Likelihood, weights: Weights, index: int, side: int) -> Member | None:
    """The likeliest member of the likeliest party, if that is likelier than nobody."""
    members = likelihood.members(index, side)
    rows, nobody = likelihood.rows(index, side, members)
    kind = SIDES[side]
    least = exp(_dot(weights.nobody[kind], nobody) + weights.margin)
    parties: dict[str, list[tuple[float, Member]]] = {}
    for row, member in zip(rows, members, strict=True):
        parties.setdefault(member.side, []).append((exp(_dot(weights.member[kind], row)), member))
    best = max(parties.values(), key=lambda party: sum(odds for odds, _ in party), default=[])
    return max(best, key=lambda one: one[0])[1] if sum(odds for odds, _ in best) > least else None


def _dot(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def _seat(draft: Draft, side: int, member: Member, parties: Parties) -> None:
    chains, others = (draft.actors, draft.recipients)[:: 1 if side == 0 else -1]
    others[:] = [chain for chain in others if parties.key(chain) != member.key]
    mention = nearest(member, draft)
    if mention is None and member.place:
        mention = parties.admit_state(member.place)
    if mention:
        chains.append(mention.chain)
        draft.spans[mention.chain] = mention

"""Puts the sides of acts right by the whole story: fills one that the sentence leaves empty, and replaces one where somebody else is likelier.

A conditional logit (McFadden 1974) over the cast and "nobody" for each side; weights are fitted on articles that the text model had not
read and on corpus/dev, tables counted in corpus/train, by `python -m training.sides`, and kept beside the text model's (`sides.json`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from math import exp
from pathlib import Path

import msgspec

from detente.actor.parties import Parties
from detente.event.bars import barred
from detente.event.cast import Cast, Member, nearest
from detente.event.drafts import Draft
from detente.event.likelihood import FEATURES, SIDES, Likelihood, Tables
from detente.event.odds import weigh
from detente.event.scene import Scene
from detente.event.sides import Told
from detente.event.tale import HARM, Tale
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS
from detente.text.stretches import stretches

FILE = "sides.json"
# Nobody, or nobody who could be meant in another sentence: "no group", "30", "those".
_UNTOLD = re.compile(r"(?:no|none|nobody|those|others|another)\b|[\d,.]+$", re.IGNORECASE)
# Whoever condemns an attack blames who made it.
_FOR_AN_ATTACK = re.compile(
    r"\s(?:(?:the|this|these|those|such|a|an|what|\w+day['’]s)\s)?(?:[\w-]+\s){0,3}?(?:attacks?|bombings?|blasts?|explosions?|killings?|murders?|massacres?|shootings?"
    r"|assassinations?|kidnappings?|slayings?|ambush)\b(?!\s(?:on|by|of|against)\b)",
    re.IGNORECASE,
)


class Weights(msgspec.Struct, frozen=True):
    """`member` weighs `likelihood.FEATURES` of each side, `nobody` those of `likelihood.NOBODY`; another must
    be ahead of who stands there by `margin` (in probability).
    """

    member: dict[str, tuple[float, ...]] = {}
    nobody: dict[str, tuple[float, ...]] = {}
    margin: float = 0.0
    tables: Tables = Tables()


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: all(len(one) == len(FEATURES) for one in fit.member.values()))


def seat_sides(drafts: Sequence[Draft], stage: Sequence[Scene], parties: Parties, told: Sequence[Told], folder: Path) -> None:
    """Put sides right, in place; all are judged before the first is changed."""
    weights = load(folder)
    if weights is None:
        return
    cast = Cast(stage, parties)
    likelihood, tale = Likelihood(cast, drafts, weights.tables, speakers(drafts, told)), Tale(drafts, stage)
    chosen = [
        (index, side, member)
        for index, draft in enumerate(drafts)
        for side in range(len(SIDES))
        if (member := _better(draft, likelihood, tale, weights, index, side))
    ]
    for index, side, member in chosen:
        _seat(drafts[index], side, member, parties)


def speakers(drafts: Sequence[Draft], told: Sequence[Told]) -> list[set[str]]:
    """For each draft the chains of those who tell of its act."""
    near = stretches((statement for statement in told if statement.speaker), lambda statement: statement.parts)
    return [
        {t.speaker.chain for t in near(d.trigger[0]) if t.speaker and any(s <= d.trigger[0] and d.trigger[1] <= e for s, e in t.parts)}
        for d in drafts
    ]


def _better(draft: Draft, likelihood: Likelihood, tale: Tale, weights: Weights, index: int, side: int) -> Member | None:
    """The likeliest member of the likeliest party, if it is likelier than those who stand there, or than nobody where nobody does."""
    kind, seated = SIDES[side], likelihood.seated[index][side]
    members = [one for one in likelihood.members(index, side) if _may_sit(one, draft, kind, likelihood.speakers[index], tale)]
    if seated and not any(member.key in seated for member in members):
        return None
    rows, nobody = likelihood.rows(index, side, members)
    none = exp(weigh(weights.nobody[kind], nobody))
    odds = [exp(weigh(weights.member[kind], row)) for row in rows]
    given = sum([one for one, member in zip(odds, members, strict=True) if member.key in seated]) if seated else none
    parties: dict[str, float] = {}
    for one, member in zip(odds, members, strict=True):
        parties[member.side] = parties.get(member.side, 0.0) + one
    best = max(parties, key=parties.__getitem__, default=None)
    likely = parties[best] if best is not None else 0.0
    if likely <= none or likely - given <= weights.margin * (none + sum(odds)):
        return None
    party = [(one, member) for one, member in zip(odds, members, strict=True) if member.side == best]
    return None if any(member.key in seated for _, member in party) else max(party, key=lambda one: one[0])[1]


def _may_sit(member: Member, draft: Draft, kind: str, tellers: Set[str], tale: Tale) -> bool:
    """Whether nothing bars a member from a side: not the words before it, not that it is the press that tells of the act, and not that somebody tells
    of an attack, condemns it, or accuses others of one in a place of a third state. Who suffers it is not blamed; who is only harmed harms nobody."""
    tells = not member.chains.isdisjoint(tellers)
    if tells and member.group == "press":
        return False
    here = [mention for at, mention in member.mentions if at == draft.scene.index]
    if not here and member.mentions and all(_UNTOLD.match(mention.text) for _, mention in member.mentions):
        return False
    if kind == "actor" and draft.act in HARM and tale.only_harmed(member, draft):
        return False
    if draft.act == "ASSAULT" and here:
        person = here[0].type == "PER"
        if kind == "actor" and tells and person:
            return False
        elsewhere = person or bool(draft.place and draft.place.country and draft.place.country != member.country)
        if kind == "recipient" and elsewhere and tale.accuses(member, draft.scene):
            return False
    blamed = draft.act == "ACCUSE" and draft.predicate.mode != "investigate" and kind == "recipient"
    if blamed and _FOR_AN_ATTACK.match(draft.scene.text, draft.trigger[1] - draft.scene.start):
        return tale.attacks(member)
    if blamed and tale.suffers(member, draft.scene):
        return False
    return not (here and barred(draft, min(here, key=lambda mention: abs(mention.start - draft.trigger[0])), kind))


def _seat(draft: Draft, side: int, member: Member, parties: Parties) -> None:
    """Seat a member alone on a side, and nowhere else."""
    mention = nearest(member, draft)
    if mention is None and member.place:
        mention = parties.admit_state(member.place)
    if mention is None:
        return
    chains, others = (draft.actors, draft.recipients)[:: 1 if side == 0 else -1]
    others[:] = [chain for chain in others if parties.key(chain) != member.key]
    chains[:] = [mention.chain]
    draft.spans = {chain: mention for chain, mention in draft.spans.items() if chain in draft.actors or chain in draft.recipients}
    draft.spans[mention.chain] = mention

"""Fit how the sides of acts are put right by the whole story, and write it beside the weights (`sides.json`).

    python -m training.sides --corpus corpus [--reader DIR] [--weights src/detente/model/weights] [--folds 5]

Tables of who does what to whom are counted in the annotation of corpus/train. The weights of `event.likelihood` are fitted on the
sides of all coded events whose type is right, of corpus/dev and of the articles of corpus/train that the reader, an earlier text model, was
not trained on (`training.unread`): which member of the cast is the gold one, or nobody. A model is too sure of what it has read, so an article
that it knows would teach too much trust. Prints how many sides are right before and after, on articles that the fit did not see.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

import msgspec
import numpy as np

from detente.actor.identity import Identity
from detente.actor.parties import Parties
from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.same import Identities
from detente.evaluate.scoring import match_events
from detente.event.cast import GROUPS, Cast, Member, group, nearest
from detente.event.drafts import Draft
from detente.event.likelihood import FEATURES, NOBODY, SIDES, Likelihood, Tables, act_key
from detente.event.seating import FILE, Weights, speakers
from detente.records import Actor, CodedArticle
from training.logit import fit
from training.unread import fold, options, unread

UNREACHED = 0.3  # weight of a side whose gold actor is not in the cast; nobody is then the best answer
RIDGE = 5.0
MARGIN = 0.1
PRIOR = 10.0
FEW = 8


class Side(NamedTuple):
    """One side: rows of the cast and of nobody, parties, who stands there, who should, whether nobody should, whether it is right as it is."""

    event: str
    side: int
    rows: np.ndarray
    nobody: np.ndarray
    parties: list[str]
    given: np.ndarray
    right: np.ndarray
    empty: bool
    good: bool
    weight: float


class Recorder(Coder):
    """Codes without putting sides right, and keeps what that would see."""

    def _fill(self, drafts, stage, parties, told) -> None:  # type: ignore[no-untyped-def]
        self.seen = drafts, Cast(stage, parties), parties, speakers(drafts, told)


def tables(golds: Sequence[CodedArticle]) -> Tables:
    """Counted in the annotation: who stands on which side, beside whom, and how often nobody does."""
    base: Counter[str] = Counter()
    fit: dict[str, Counter[str]] = defaultdict(Counter)
    both: dict[str, Counter[str]] = defaultdict(Counter)
    chance: dict[str, Counter[str]] = defaultdict(Counter)
    empty: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for gold in golds:
        people = {actor.id: actor for event in gold.events for actor in (*event.actors, *event.recipients)}
        base.update(map(_group, people.values()))
        for event in gold.events:
            act = act_key(event.act, event.status)
            for side, (own, other) in enumerate(((event.actors, event.recipients), (event.recipients, event.actors))):
                facing = other[0] if other else None
                beside = _group(facing) if facing else ""
                for key in {act, f"{act}/{event.mode}"} if act == event.act else {act}:
                    empty[f"{key} {side}"][0] += not own
                    empty[f"{key} {side}"][1] += 1
                    fit[f"{key} {side}"].update({name: count / len(own) for name, count in Counter(map(_group, own)).items()})  # type: ignore[arg-type]
                for actor in own:
                    both[f"{act} {side} {beside}"].update({_bond(facing, actor): 1 / len(own)})  # type: ignore[dict-item]
                chance[beside].update(_bond(facing, actor) for actor in people.values() if not (facing and actor.id == facing.id))
    return Tables(_fit(fit, base), _both(both, chance), _empty(empty))


def _group(actor: Actor) -> str:
    return group(Identity(org=actor.org, kind=actor.kind, sectors=actor.sectors, country=actor.country))


def _bond(facing: Actor | None, actor: Actor) -> str:
    known = facing and facing.country and actor.country
    return f"{_group(actor)} {('=' if facing and facing.country == actor.country else '/') if known else '?'}"


def _fit(counts: dict[str, Counter[str]], base: Counter[str]) -> dict[str, float]:
    """Log ratios to how often a kind of actor is named at all; a mode's are drawn towards its act's."""
    found: dict[str, float] = {}
    for key in sorted(counts, key=lambda key: "/" in key):
        act, total = key.partition("/")[0].split(" ")[0], sum(counts[key].values())
        if "/" in key and total < FEW:
            continue
        for name in GROUPS:
            usual = (base[name] + 1) / (sum(base.values()) + len(GROUPS))
            prior = usual * exp(found[f"{act} {key[-1]} {name}"]) if "/" in key else usual
            found[f"{key} {name}"] = round(log((counts[key][name] + PRIOR * prior) / (total + PRIOR) / usual), 2)
    return found


def _both(counts: dict[str, Counter[str]], chance: dict[str, Counter[str]]) -> dict[str, float]:
    found = {}
    for key, own in counts.items():
        usual, total = chance[key.split(" ", 2)[2]], sum(own.values())
        for name in (f"{one} {bond}" for one in GROUPS for bond in "?=/"):
            share = (usual[name] + 0.5) / (sum(usual.values()) + 15)
            value = log((own[name] + PRIOR * share) / (total + PRIOR) / share)
            if abs(value) >= 0.3:
                found[f"{key} {name}"] = round(value, 2)
    return found


def _empty(counts: dict[str, list[int]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key in sorted(counts, key=lambda key: "/" in key):
        none, total = counts[key]
        if "/" not in key:
            found[key] = round(log((none + 1) / (total - none + 1)), 2)
        elif total >= FEW:
            prior = 1 / (1 + exp(-found[f"{key.partition('/')[0]} {key[-1]}"]))
            found[key] = round(log((none + 6 * prior + 0.2) / (total - none + 6 * (1 - prior) + 0.2)), 2)
    return found


def all_sides(pairs: Sequence[Pair], coder: Recorder, known: Tables) -> list[Side]:
    """The sides of the coded events of some articles whose type is right."""
    found = []
    for pair in pairs:
        coded = coder.code(pair.article)
        drafts, cast, parties, said = coder.seen
        likelihood, who = Likelihood(cast, drafts, known, said), Identities(pair.gold)
        numbers = {event.id: number for number, event in enumerate(coded.events)}
        for gold, event in match_events(pair.gold, coded):
            index = numbers[event.id]
            for side, own in enumerate((gold.actors, gold.recipients)):
                if gold.type != event.type:
                    continue
                members = likelihood.members(index, side)
                rows, nobody = likelihood.rows(index, side, members)
                given = np.array([m.key in likelihood.seated[index][side] for m in members], dtype=bool)
                right = np.array([any(who.same(one, two) for one in own for two in _actors(m, drafts[index], parties)) for m in members], dtype=bool)
                share = 1.0 if right.any() or not own else UNREACHED
                matrix = np.array(rows).reshape(-1, len(FEATURES))
                good = bool(who.share(own, (event.actors, event.recipients)[side]))
                found.append(Side(event.id, side, matrix, np.array(nobody), [m.side for m in members], given, right, not own, good, share))
    return found


def _actors(member: Member, draft: Draft, parties: Parties) -> Sequence[Actor]:
    mention = nearest(member, draft) or (parties.admit_state(member.place) if member.place else None)
    return parties.actors(mention.chain, mention) if mention else ()


def fit_sides(sides: Sequence[Side]) -> np.ndarray:
    """Weights of members, then of nobody."""
    blocks = [np.vstack([np.pad(one.rows, ((0, 0), (0, len(NOBODY)))), np.pad(one.nobody, (len(FEATURES), 0))]) for one in sides]
    right = [np.append(one.right, one.empty or not one.right.any()) for one in sides]
    return fit(blocks, right, [one.weight for one in sides], RIDGE)


def settled(one: Side, weights: np.ndarray, margin: float) -> tuple[bool, bool]:
    """Whether a side is right once it is settled, and whether that changed who stands there; as `event.seating` does it."""
    odds, none = np.exp(one.rows @ weights[: len(FEATURES)]), float(np.exp(one.nobody @ weights[len(FEATURES) :]))
    parties: dict[str, list[int]] = defaultdict(list)
    for number, party in enumerate(one.parties):
        parties[party].append(number)
    best = max(parties.values(), key=lambda party: odds[party].sum(), default=[])
    likely, given = odds[best].sum(), odds[one.given].sum() if one.given.any() else none
    if one.given[best].any() or likely - given <= margin * (none + odds.sum()) or likely <= none:
        return one.good, False
    return bool(one.right[max(best, key=lambda number: odds[number])]), True


def main() -> None:
    """Count, fit, cross-validate, write."""
    args = options(__doc__)
    known = tables([pair.gold for pair in load_split(args.corpus / "train")])
    sides = all_sides(unread(args.corpus), Recorder(model=args.reader), known)
    member, nobody, both = {}, {}, defaultdict(list)
    for number, kind in enumerate(SIDES):
        own = [one for one in sides if one.side == number]
        changed = 0
        for part in range(args.folds):
            weights = fit_sides([one for one in own if fold(one.event, args.folds) != part])
            for one in (one for one in own if fold(one.event, args.folds) == part):
                right, moved = settled(one, weights, MARGIN)
                both[one.event].append((one.good, right))
                changed += moved
        before, after = (np.mean([both[one.event][-1][when] for one in own]) for when in (0, 1))
        print(f"{kind}s: {len(own)}, right before {before:.3f}, after {after:.3f}, changed {changed}")
        member[kind], nobody[kind] = (tuple(map(float, part.round(3))) for part in np.split(fit_sides(own), [len(FEATURES)]))
    before, after = (np.mean([all(side[when] for side in pair) for pair in both.values()]) for when in (0, 1))
    print(f"both sides: right before {before:.3f}, after {after:.3f}")
    (args.weights / FILE).write_bytes(msgspec.json.encode(Weights(member, nobody, MARGIN, known)) + b"\n")


if __name__ == "__main__":
    main()

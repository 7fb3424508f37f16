"""Fit how empty sides of acts are filled from the whole story, and write it beside the weights (`sides.json`).

    python -m training.sides --corpus corpus [--weights src/detente/model/weights] [--folds 5]

Tables of who does what to whom are counted in the annotation of corpus/train. The weights of `event.likelihood` are fitted on the empty
sides of all coded events of corpus/train and corpus/dev whose act is right: which member of the cast is the gold one, or nobody.
The text model was trained on corpus/train, so an article of dev counts `DEV` times. Prints what is filled, and how much of it
rightly, on articles that the fit did not see.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import exp, log
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from scipy.optimize import minimize

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
from detente.model.session import WEIGHTS
from detente.records import Actor, CodedArticle

DEV = 4.0
UNREACHED = 0.3  # weight of a side whose gold actor is not in the cast; nobody is then the best answer
RIDGE = 20.0
MARGIN = 0.2  # a wrong side harms more than an empty one
PRIOR = 10.0
FEW = 8


class Side(NamedTuple):
    """One empty side: rows of the cast and of nobody, the parties, which members are the gold ones, whether gold is empty; and its weight."""

    article: str
    side: int
    rows: np.ndarray
    nobody: np.ndarray
    parties: list[str]
    right: np.ndarray
    empty: bool
    weight: float


class Recorder(Coder):
    """Codes without filling, and keeps what filling would see."""

    def _fill(self, drafts, stage, parties, told, home) -> None:  # type: ignore[no-untyped-def]
        self.seen = drafts, Cast(stage, parties, home), parties, speakers(drafts, told)


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


def empty_sides(pairs: Sequence[Pair], coder: Recorder, known: Tables, weight: float) -> list[Side]:
    """The empty sides of the coded events of a split whose act or type is right."""
    found = []
    for pair in pairs:
        coded = coder.code(pair.article)
        drafts, cast, parties, said = coder.seen
        likelihood, who = Likelihood(cast, drafts, known, said), Identities(pair.gold)
        numbers = {event.id: number for number, event in enumerate(coded.events)}
        for gold, event in match_events(pair.gold, coded):
            index = numbers[event.id]
            for side, own in enumerate((gold.actors, gold.recipients)):
                if (event.actors, event.recipients)[side] or (gold.act != event.act and gold.type != event.type):
                    continue
                members = likelihood.members(index, side)
                rows, nobody = likelihood.rows(index, side, members)
                right = np.array([any(who.same(one, two) for one in own for two in _actors(m, drafts[index], parties)) for m in members], dtype=bool)
                share = weight * (1.0 if right.any() or not own else UNREACHED) * (1.0 if gold.type == event.type else 0.5)
                matrix = np.array(rows).reshape(-1, len(FEATURES))
                found.append(Side(pair.article.id, side, matrix, np.array(nobody), [m.side for m in members], right, not own, share))
    return found


def _actors(member: Member, draft: Draft, parties: Parties) -> Sequence[Actor]:
    mention = nearest(member, draft) or (parties.admit_state(member.place) if member.place else None)
    return parties.actors(mention.chain, mention) if mention else ()


def fit(sides: Sequence[Side]) -> np.ndarray:
    """Weights of members and of nobody by penalised likelihood, each number scaled by its spread."""
    blocks = [np.vstack([np.pad(one.rows, ((0, 0), (0, len(NOBODY)))), np.pad(one.nobody, (len(FEATURES), 0))]) for one in sides]
    right = np.concatenate([np.append(one.right, one.empty or not one.right.any()) for one in sides])
    starts = np.cumsum([0, *map(len, blocks)])[:-1]
    lengths, weight = np.array([*map(len, blocks)]), np.array([one.weight for one in sides])
    rows = np.vstack(blocks)
    spread = rows.std(axis=0) + 1e-6
    rows = rows / spread

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = rows @ weights
        odds = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), lengths))
        total, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts) + 1e-300
        slope = odds / np.repeat(total, lengths) - odds * right / np.repeat(good, lengths)
        cost = (weight * (np.log(total) - np.log(good))).sum() + RIDGE / 2 * weights @ weights
        return float(cost), rows.T @ (slope * np.repeat(weight, lengths)) + RIDGE * weights

    result: np.ndarray = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x / spread
    return result


def filled(sides: Sequence[Side], weights: np.ndarray, margin: float) -> tuple[int, int, int]:
    """How many sides are right, how many were filled, and how many of those rightly."""
    right = given = good = 0
    for one in sides:
        odds = np.exp(one.rows @ weights[: len(FEATURES)])
        parties: dict[str, list[int]] = defaultdict(list)
        for number, party in enumerate(one.parties):
            parties[party].append(number)
        best = max(parties.values(), key=lambda party: odds[party].sum(), default=[])
        if odds[best].sum() > exp(one.nobody @ weights[len(FEATURES) :] + margin):
            given += 1
            good += bool(one.right[max(best, key=lambda number: odds[number])])
        else:
            right += one.empty
    return right + good, given, good


def main() -> None:
    """Count, fit, cross-validate, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    train, dev = (load_split(args.corpus / name) for name in ("train", "dev"))
    known, coder = tables([pair.gold for pair in train]), Recorder(model=args.weights)
    sides = {"train": empty_sides(train, coder, known, 1.0), "dev": empty_sides(dev, coder, known, DEV)}
    member, nobody = {}, {}
    for number, kind in enumerate(SIDES):
        own = {name: [one for one in found if one.side == number] for name, found in sides.items()}
        both = [*own["train"], *own["dev"]]
        for name, found in own.items():
            counts = np.zeros(3, dtype=int)
            for fold in range(args.folds):
                held = [one for one in found if _fold(one.article, args.folds) == fold]
                seen = [one for one in both if _fold(one.article, args.folds) != fold]
                counts += np.array(filled(held, fit(seen), MARGIN))
            before, (right, given, good) = sum(one.empty for one in found), counts
            print(f"{kind}, {name}: {len(found)} empty, {before} of them rightly; filled {given}, {good} of them rightly; then {right} right")
        weights = fit(both)
        member[kind], nobody[kind] = (tuple(map(float, part.round(3))) for part in np.split(weights, [len(FEATURES)]))
    (args.weights / FILE).write_bytes(msgspec.json.encode(Weights(member, nobody, MARGIN, known)) + b"\n")


def _fold(article: str, folds: int) -> int:
    return int(hashlib.md5(article.encode(), usedforsecurity=False).hexdigest()[:8], 16) % folds


if __name__ == "__main__":
    main()

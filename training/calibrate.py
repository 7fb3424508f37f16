"""Choose on the development split how the model's probabilities are read, and write it beside the weights (`decode.json`).

    python -m training.calibrate --corpus corpus [--weights src/detente/model/weights]

The temperature of the act head is the one with the least log loss (Guo et al. 2017). How far a word leans towards being of a mention is
chosen for the best F1 of mentions with equal spans. Each act's threshold is the highest
one with about the best F1 over words, drawn towards the best common one where the act is rare; half of it makes a candidate.
The confidence of candidates is fitted to how often their type is right, from the odds of the act and those that the pair head
gives the type (Platt 1999), and the least confidence that is coded is chosen. Where the weights let the story have its say
(`training.belief`, which is fitted after a first calibration and asks for another), they tell the least confidence, and what comes out is
scaled to `corpus/dev`. Prints the expected calibration error (ten bins).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from detente.coder import Coder
from detente.evaluate.corpus import load_split
from detente.evaluate.inline import Inline, parse
from detente.evaluate.scoring import match_events
from detente.evaluate.tally import calibration_error
from detente.event import belief
from detente.model.decode import BOUND, FAINT, Settings, softmax
from detente.model.labels import OUTSIDE
from detente.model.session import TextModel
from detente.model.words import Words
from detente.text import plain, sentences

TEMPERATURES = np.linspace(0.6, 2.5, 39)
LEANINGS = np.linspace(0.0, 1.5, 16)
THRESHOLDS = np.linspace(0.2, 0.8, 25)
PRIOR = 15.0
HAIR = 0.005
STRICT = 0.01  # what an event fewer invented may cost in F1 where all that is coded is chosen
CANDIDATE = 0.5
CHANCE = 0.2  # what is less likely than this by the model alone hardly becomes likely by the story


class Read(NamedTuple):
    """An article as the model reads it: the act logits of every word and the gold acts; of each window where it begins, its words and their mention
    logits; and the extents of the gold mentions."""

    logits: np.ndarray
    gold: np.ndarray
    windows: list[tuple[int, Words, np.ndarray]]
    mentions: set[tuple[int, int]]


def read(model: TextModel, article: Inline) -> Read:
    """Read an article."""
    text, extents = plain(article.text), sentences(article.text)
    acts, part = model.labels.heads["act"], model.labels.slices()
    starts: dict[int, int] = {}
    for fact in article.of("e"):
        starts |= {m.start: acts.index(fact.words[0].partition("/")[0]) for m in article.marks if fact.id in m.ids}
    rows, gold, parts = [], [], []
    for begin, scores in model.begin_scores(text, extents)():
        rows.append(scores.rows[:, part["act"]])
        gold += [starts.get(begin + start, 0) for start, _ in scores.words.spans]
        parts.append((begin, scores.words, scores.rows[:, part["mention"]]))
    marked = {(mark.start, mark.end) for mark in article.marks if any(ident[0] == "a" for ident in mark.ids)}
    return Read(np.concatenate(rows), np.array(gold), parts, marked)


def leaning(model: TextModel, articles: Sequence[Read]) -> float:
    """What is taken from the logit of a word's being no part of a mention, for the best F1 of mentions."""
    return max(map(float, LEANINGS), key=lambda lean: mention_f1(model, articles, lean))


def mention_f1(model: TextModel, articles: Sequence[Read], lean: float) -> float:
    """The F1 of mentions with equal spans."""
    labels = model.labels.heads["mention"]
    shift = np.array([lean * (label == OUTSIDE) for label in labels])
    right = found = 0
    for article in articles:
        spans = set()
        for begin, words, logits in article.windows:
            odds = softmax(logits - shift)
            read_as = model._decoder._spans(words, odds, labels, odds.argmax(axis=-1).tolist())
            spans |= {(begin + span.start, begin + span.end) for span in read_as}
        right, found = right + len(spans & article.mentions), found + len(spans)
    return 2 * right / max(found + sum(len(article.mentions) for article in articles), 1)


def temperature(logits: np.ndarray, gold: np.ndarray) -> float:
    """The divisor of the logits with the least log loss."""

    def cost(divisor: float) -> float:
        return float(-np.log(softmax(logits / divisor)[np.arange(len(gold)), gold] + 1e-12).mean())

    return float(min(TEMPERATURES, key=cost))


def thresholds(odds: np.ndarray, gold: np.ndarray, acts: Sequence[str]) -> tuple[float, dict[str, float]]:
    """The best common threshold, and each act's own, closer to the common one the rarer the act."""
    best = odds[:, 1:].argmax(axis=1) + 1
    top = odds[np.arange(len(best)), best]

    def f1(cut: float, chosen: np.ndarray, wanted: np.ndarray) -> float:
        found = (top >= cut) & chosen
        right = (found & (best == gold)).sum()
        return float(2 * right / max(found.sum() + wanted.sum(), 1))

    everything = np.ones(len(gold), dtype=bool)
    common = float(_strictest(lambda cut: f1(cut, everything, gold > 0)))
    own = {}
    for index, act in enumerate(acts[1:], 1):
        count = float((gold == index).sum())
        chosen = best == index
        wish = float(_strictest(lambda cut, chosen=chosen, index=index: f1(cut, chosen, gold == index)))  # type: ignore[misc]
        own[act] = round((wish * count + common * PRIOR) / (count + PRIOR), 3)
    return round(common, 3), own


def _strictest(score: Callable[[float], float], within: float = HAIR) -> float:
    """The highest threshold whose score is within a hair of the best: a missed event harms less than an invented one."""
    scores = [score(float(cut)) for cut in THRESHOLDS]
    return max(float(cut) for cut, value in zip(THRESHOLDS, scores) if value >= max(scores) - within)


def main() -> None:
    """Choose, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--weights", type=Path, default=Path("src/detente/model/weights"))
    args = parser.parse_args()
    model = TextModel.load(args.weights)
    articles = [parse(path.read_text(encoding="utf-8"), path.name) for path in sorted((args.corpus / "dev").glob("*.txt"))]
    texts = [read(model, article) for article in articles]
    logits, gold = np.concatenate([text.logits for text in texts]), np.concatenate([text.gold for text in texts])
    lean = leaning(model, texts)
    print(f"leaning {lean:.1f}, F1 of mentions {mention_f1(model, texts, lean):.3f}, without {mention_f1(model, texts, 0.0):.3f}")
    divisor = temperature(logits, gold)
    odds = softmax(logits / divisor)
    common, own = thresholds(odds, gold, model.labels.heads["act"])
    best = odds[:, 1:].argmax(axis=1) + 1
    top = odds[np.arange(len(best)), best]
    cuts = np.array([1.0, *(own[act] for act in model.labels.heads["act"][1:])])
    found = top >= cuts[best]
    right = found & (best == gold)
    print(f"temperature {divisor:.2f}, common threshold {common}, F1 of acts over words {2 * right.sum() / (found.sum() + (gold > 0).sum()):.3f}")
    settings = Settings(
        act={act: round(max(FAINT, CANDIDATE * cut), 3) for act, cut in own.items()},
        default_act=max(FAINT, CANDIDATE * common),
        context=0.3,
        temperature=round(divisor, 3),
        mention=round(lean, 3),
    )
    split = args.corpus / "dev"
    opinions = [msgspec.structs.replace(settings, scale=one, pair=two) for one, two in ((1.0, 0.0), (0.0, 1.0))]
    candidates = [events(Unjudged, args.weights, split, one) for one in opinions]
    typed, wanted = candidates[0].right, candidates[0].gold
    scale, pair, shift = platt([one.confidence for one in candidates], typed).tolist()
    settings = msgspec.structs.replace(settings, scale=round(scale, 4), pair=round(pair, 4), shift=round(shift, 4), chance=CHANCE)
    weights = belief.load(args.weights)
    judged = events(Coder, args.weights, split, settings)
    slope, moved = platt([judged.confidence], judged.right).tolist() if weights else (1.0, 0.0)
    joined, right = 1 / (1 + np.exp(-slope * log_odds(judged.confidence) - moved)), judged.right
    if weights:
        keep = float(1 / (1 + np.exp(-slope * log_odds([weights.keep])[0] - moved)))
    else:
        keep = _strictest(lambda cut: float(2 * (right & (joined >= cut)).sum() / ((joined >= cut).sum() + wanted)), STRICT)
    settings = msgspec.structs.replace(settings, judged=(round(slope, 3), round(moved, 3)), keep=round(keep, 3))
    final = events(Coder, args.weights, split, settings)
    print(f"least confidence {keep:.3f}, F1 of types {2 * final.right.sum() / (len(final.right) + wanted):.3f}")
    print(f"calibration error of events {calibration_error(list(zip(final.confidence, final.right))).value:.3f}")


class Unjudged(Coder):
    """Codes with the text model's own confidence."""

    def _believe(self, *_) -> None:  # type: ignore[no-untyped-def]
        """The story has no say."""


class Events(NamedTuple):
    """The confidence of every coded event of a split, whether its type is right, and how many events the gold has."""

    confidence: list[float]
    right: np.ndarray
    gold: int


def events(kind: type[Coder], weights: Path, split: Path, settings: Settings) -> Events:
    """Code a split with settings, which stay in the weights' folder."""
    _write(weights, settings)
    coder, values, right, gold = kind(model=weights), [], [], 0
    for pair in load_split(split):
        answer = coder.code(pair.article)
        typed = [other.id for one, other in match_events(pair.gold, answer) if one.type == other.type]
        values += [event.confidence for event in answer.events]
        right += [event.id in typed for event in answer.events]
        gold += len(pair.gold.events)
    return Events(values, np.array(right), gold)


def log_odds(probabilities: Sequence[float]) -> np.ndarray:
    """Log odds, bounded as the decoder's are."""
    odds = np.clip(np.array(probabilities), BOUND, 1 - BOUND)
    result: np.ndarray = np.log(odds / (1 - odds))
    return result


def platt(features: Sequence[Sequence[float]], right: np.ndarray) -> np.ndarray:
    """Weights of the features' log-odds and the shift, with the least log loss, by Newton's method."""
    odds = [log_odds(one) for one in features]
    inputs = np.stack([*odds, np.ones(len(odds[0]))], axis=1)
    solution = np.zeros(inputs.shape[1])
    for _ in range(25):
        values = 1 / (1 + np.exp(-inputs @ solution))
        slope = inputs.T @ (values - right)
        curve = (inputs * (values * (1 - values))[:, None]).T @ inputs + 1e-6 * np.eye(len(solution))
        solution -= np.linalg.solve(curve, slope)
    return solution


def _write(weights: Path, settings: Settings) -> None:
    (weights / "decode.json").write_bytes(msgspec.json.encode(settings) + b"\n")


if __name__ == "__main__":
    main()

"""Choose on the development split how the model's probabilities are read, and write it beside the weights (`decode.json`).

    python -m training.calibrate --corpus corpus [--weights src/detente/model/weights]

The temperature of the act head is the one with the least log loss (Guo et al. 2017). Each act's threshold is the highest
one with about the best F1 over words, drawn towards the best common one where the act is rare. The confidence of coded
events is fitted to how often their type is right (Platt 1999). Prints the expected calibration error (ten bins) of the
events before and after.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from detente.coder import Coder
from detente.evaluate.corpus import load_split
from detente.evaluate.inline import Inline, parse
from detente.evaluate.scoring import match_events
from detente.evaluate.tally import calibration_error
from detente.model.decode import Settings, softmax
from detente.model.session import TextModel
from detente.model.windows import windows
from detente.model.words import tokenise
from detente.text import plain, sentences

TEMPERATURES = np.linspace(0.6, 2.5, 39)
THRESHOLDS = np.linspace(0.2, 0.8, 25)
PRIOR = 15.0
HAIR = 0.005


def word_logits(model: TextModel, article: Inline) -> tuple[np.ndarray, np.ndarray]:
    """The act logits of every word of an article, and the index of its gold act."""
    text, extents = plain(article.text), sentences(article.text)
    acts = model.labels.heads["act"]
    starts: dict[int, int] = {}
    for fact in article.of("e"):
        starts |= {m.start: acts.index(fact.words[0].partition("/")[0]) for m in article.marks if fact.id in m.ids}
    rows, gold = [], []
    for group in windows(extents):
        begin, end = extents[group.start][0], extents[group.stop - 1][1]
        words = tokenise(model._pieces, [text[begin:end]])[0]
        token = model._run([words])[0][0]
        rows.append(token[words.first][:, model.labels.slices()["act"]])
        gold += [starts.get(begin + start, 0) for start, _ in words.spans]
    return np.concatenate(rows), np.array(gold)


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


def _strictest(score: Callable[[float], float]) -> float:
    """The highest threshold whose score is within a hair of the best: a missed event harms less than an invented one."""
    scores = [score(float(cut)) for cut in THRESHOLDS]
    return max(float(cut) for cut, value in zip(THRESHOLDS, scores) if value >= max(scores) - HAIR)


def main() -> None:
    """Choose, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--weights", type=Path, default=Path("src/detente/model/weights"))
    args = parser.parse_args()
    model = TextModel.load(args.weights)
    articles = [parse(path.read_text(encoding="utf-8"), path.name) for path in sorted((args.corpus / "dev").glob("*.txt"))]
    both = [word_logits(model, article) for article in articles]
    logits, gold = np.concatenate([one for one, _ in both]), np.concatenate([two for _, two in both])
    divisor = temperature(logits, gold)
    odds = softmax(logits / divisor)
    common, own = thresholds(odds, gold, model.labels.heads["act"])
    best = odds[:, 1:].argmax(axis=1) + 1
    top = odds[np.arange(len(best)), best]
    cuts = np.array([1.0, *(own[act] for act in model.labels.heads["act"][1:])])
    found = top >= cuts[best]
    right = found & (best == gold)
    print(f"temperature {divisor:.2f}, common threshold {common}, F1 of acts over words {2 * right.sum() / (found.sum() + (gold > 0).sum()):.3f}")
    settings = Settings(act=own, default_act=common, context=0.3, temperature=round(divisor, 3))
    _write(args.weights, settings)
    confidence, typed = event_confidences(args.weights, args.corpus / "dev")
    scale, shift = platt(confidence, typed)
    _write(args.weights, msgspec.structs.replace(settings, scale=round(scale, 4), shift=round(shift, 4)))
    for name, values in (("before", confidence), ("after", event_confidences(args.weights, args.corpus / "dev")[0])):
        print(f"calibration error of events {name} {calibration_error(list(zip(values, typed))).value:.3f}")


def event_confidences(weights: Path, split: Path) -> tuple[list[float], list[bool]]:
    """The confidence of every coded event of a split, and whether its type is right."""
    coder, values, right = Coder(model=weights), [], []
    for pair in load_split(split):
        answer = coder.code(pair.article)
        typed = [other.id for one, other in match_events(pair.gold, answer) if one.type == other.type]
        values += [event.confidence for event in answer.events]
        right += [event.id in typed for event in answer.events]
    return values, right


def platt(confidence: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Scale and shift of the log-odds with the least log loss, by Newton's method."""
    odds = np.clip(np.array(confidence), 1e-6, 1 - 1e-6)
    inputs = np.stack([np.log(odds / (1 - odds)), np.ones(len(odds))], axis=1)
    solution = np.array([1.0, 0.0])
    for _ in range(25):
        values = 1 / (1 + np.exp(-inputs @ solution))
        slope = inputs.T @ (values - np.array(right, dtype=float))
        curve = (inputs * (values * (1 - values))[:, None]).T @ inputs + 1e-6 * np.eye(2)
        solution -= np.linalg.solve(curve, slope)
    return float(solution[0]), float(solution[1])


def _write(weights: Path, settings: Settings) -> None:
    (weights / "decode.json").write_bytes(msgspec.json.encode(settings) + b"\n")


if __name__ == "__main__":
    main()

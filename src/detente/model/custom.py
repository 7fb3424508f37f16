"""Event types that a user defines by examples: a linear head on the frozen encoder's vectors, learned in seconds.

The head is a logistic regression a type (Newton's method, ridge penalty) on the vector of a word and the mean vector of the
words around it, both reduced to the main components of news in general. Words of the background sentences, and the unmarked words
of the examples, are what the type is not. Its quality is measured by cross-validation: each fold's sentences are judged by
a head that has not seen them.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import numpy as np

    from detente.model.session import TextModel

    Array = np.ndarray[Any, Any]

BACKGROUND = Path(__file__).parent / "data" / "background.txt.gz"
FOLDS = 5
COMPONENTS = 96
AROUND = 8
RIDGE = 3.0
STEPS = 8
HAIR = 0.03
# Background words that a head is fitted to; all of them are judged. It bounds the time.
MOST_WORDS = 3000
LOOKALIKES = 5


class Example(msgspec.Struct, frozen=True):
    """A sentence and the spans of the words that name the act; no span for a sentence that only looks alike."""

    text: str
    triggers: tuple[tuple[int, int], ...] = ()


class Head(msgspec.Struct, frozen=True):
    """The learned types of one codebook, for one text model.

    `weights` a type: over a word's vector, then over the mean vector of the words around it, then the constant.
    """

    model: str
    types: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]
    thresholds: tuple[float, ...]

    def odds(self, vectors: Array) -> Array:
        """Probability of each type [word, type] for the word vectors [word, width] of one text."""
        import numpy

        result: Array = _logistic(_constant(_beside_mean(vectors)) @ numpy.array(self.weights).T)
        return result


@dataclass(frozen=True)
class Quality:
    """Cross-validated quality of a type: marked words found among all, and false alarms a hundred background sentences.

    `lookalikes` are the background sentences that come nearest, with the word: new examples, or examples of what it is not.
    """

    type: str
    examples: int
    precision: float
    recall: float
    false_alarms: float
    lookalikes: tuple[tuple[str, str], ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.recall else 0.0


@dataclass(frozen=True)
class _Words:
    """The word vectors of some sentences: which sentence and words each row is, 1 for a trigger's first word, 0 for none."""

    vectors: Array
    sentence: Array
    labels: Array
    words: list[tuple[str, str]]


def background() -> list[str]:
    """Sentences of news in general, written for the project."""
    with gzip.open(BACKGROUND, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]


def learn(model: TextModel, examples: Mapping[str, Sequence[Example]], others: Sequence[str]) -> tuple[Head, list[Quality]]:
    """Learn a head for each type from its examples, and say how good it is.

    Args:
        examples: at least two sentences with a trigger a type.
        others: background sentences.
    """
    rest = _words(model, [Example(text) for text in others])
    own = {name: _words(model, given) for name, given in examples.items()}
    reduced = _Reduced.of(rest.vectors)
    weights, thresholds, qualities = [], [], []
    for name, given in examples.items():
        # The other types' examples are what this one is not.
        foreign = [replace(words, labels=words.labels * 0) for other, words in own.items() if other != name]
        joined = _join(own[name], *foreign, rest)
        inputs = reduced.inputs(joined.vectors)
        threshold, quality = _validate(name, inputs, joined, len(given), len(others))
        weights.append(reduced.unfold(_fit(inputs, joined.labels)))
        thresholds.append(threshold)
        qualities.append(quality)
    return Head(model.name, tuple(examples), tuple(weights), tuple(thresholds)), qualities


@dataclass(frozen=True)
class _Reduced:
    """The main components of word vectors and of means around words in background news, each put to mean 0 and spread 1."""

    mean: Array
    basis: Array
    spread: Array

    @staticmethod
    def of(vectors: Array) -> _Reduced:
        import numpy

        half = vectors.shape[1] // 2
        centred = vectors - vectors.mean(axis=0)
        basis = numpy.zeros((vectors.shape[1], 2 * COMPONENTS), dtype=numpy.float32)
        for row, column in ((0, 0), (half, COMPONENTS)):
            part = centred[:, row : row + half]
            _, axes = numpy.linalg.eigh(part.T @ part)
            basis[row : row + half, column : column + COMPONENTS] = axes[:, -COMPONENTS:]
        return _Reduced(vectors.mean(axis=0), basis, (centred @ basis).std(axis=0) + 1e-6)

    def inputs(self, vectors: Array) -> Array:
        """What a head is fitted to, with a constant."""
        result: Array = _constant((vectors - self.mean) @ self.basis / self.spread)
        return result

    def unfold(self, weights: Array) -> tuple[float, ...]:
        """Weights over the components as weights over the vectors themselves."""
        full = self.basis @ (weights[:-1] / self.spread)
        return (*map(float, full), float(weights[-1] - full @ self.mean))


def _words(model: TextModel, examples: Sequence[Example]) -> _Words:
    import numpy

    vectors, sentence, labels, words = [], [], [], []
    for index, (example, (found, rows)) in enumerate(zip(examples, model.vectors([e.text for e in examples]), strict=True)):
        heads = {found.covering(*trigger).start for trigger in example.triggers}
        within = {i for trigger in example.triggers for i in found.covering(*trigger)} - heads
        joined = _beside_mean(rows)
        for number, (start, end) in enumerate(found.spans):
            if number not in within:
                vectors.append(joined[number])
                sentence.append(index)
                labels.append(float(number in heads))
                words.append((example.text[start:end], example.text))
    width = len(vectors[0]) if vectors else 0
    return _Words(numpy.array(vectors).reshape(len(vectors), width), numpy.array(sentence, dtype=int), numpy.array(labels), words)


def _join(*parts: _Words) -> _Words:
    import numpy

    filled = [part for part in parts if len(part.labels)]
    shifts = numpy.cumsum([0, *(int(part.sentence.max()) + 1 for part in filled)])
    return _Words(
        numpy.concatenate([part.vectors for part in filled]),
        numpy.concatenate([part.sentence + shift for part, shift in zip(filled, shifts)]),
        numpy.concatenate([part.labels for part in filled]),
        [word for part in filled for word in part.words],
    )


def _validate(name: str, inputs: Array, words: _Words, examples: int, others: int) -> tuple[float, Quality]:
    """The threshold with the best cross-validated F1, and the quality at it."""
    import numpy

    odds = numpy.zeros(len(words.labels))
    for fold in range(FOLDS):
        held = words.sentence % FOLDS == fold
        if held.any() and words.labels[~held].any():
            odds[held] = _logistic(inputs[held] @ _fit(inputs[~held], words.labels[~held]))
    cuts = numpy.linspace(0.1, 0.9, 17)
    wanted = words.labels.sum()

    def f1(cut: float) -> float:
        return float(2 * words.labels[odds >= cut].sum() / max((odds >= cut).sum() + wanted, 1))

    best = max(f1(cut) for cut in cuts)
    # The head that is kept has seen every example, so the most lenient of the near best is taken.
    threshold = min(float(cut) for cut in cuts if f1(cut) >= best - HAIR)
    found = odds >= threshold
    right, abroad = float(words.labels[found].sum()), words.sentence >= examples
    order = [int(i) for i in numpy.argsort(-odds) if abroad[i] and words.labels[i] == 0][:LOOKALIKES]
    quality = Quality(
        name,
        examples,
        right / max(float(found.sum()), 1.0),
        right / max(float(wanted), 1.0),
        100.0 * float((found & abroad).sum()) / max(others, 1),
        tuple(words.words[i] for i in order),
    )
    return threshold, quality


def _fit(inputs: Array, labels: Array) -> Array:
    """Weights of a logistic regression with a ridge penalty; marked words weigh as much as a fifth of all the others."""
    import numpy

    if len(labels) > MOST_WORDS:
        drawn = numpy.random.default_rng(0).random(len(labels)) < MOST_WORDS / len(labels)
        inputs, labels = inputs[drawn | (labels > 0)], labels[drawn | (labels > 0)]
    weight = numpy.where(labels > 0, 0.2 * (labels == 0).sum() / max(labels.sum(), 1.0), 1.0)
    weight = weight * len(labels) / weight.sum()
    ridge = numpy.full(inputs.shape[1], RIDGE * len(labels) / 1000.0)
    ridge[-1] = 1e-6
    solution = numpy.zeros(inputs.shape[1])
    for _ in range(STEPS):
        odds = _logistic(inputs @ solution)
        slope = inputs.T @ (weight * (odds - labels)) + ridge * solution
        curve = (inputs * (weight * odds * (1 - odds) + 1e-9)[:, None]).T @ inputs + numpy.diag(ridge)
        step = numpy.linalg.solve(curve, slope)
        solution -= step
        if float(numpy.abs(step).max()) < 1e-3:
            break
    return solution


def _beside_mean(vectors: Array) -> Array:
    """Each word's vector with the mean vector of the words around it, as the text may run over several sentences."""
    import numpy

    if not len(vectors):
        return vectors
    sums = numpy.concatenate([numpy.zeros_like(vectors[:1]), vectors.cumsum(axis=0)])
    index = numpy.arange(len(vectors))
    first, last = numpy.maximum(index - AROUND, 0), numpy.minimum(index + AROUND + 1, len(vectors))
    means = (sums[last] - sums[first]) / (last - first)[:, None]
    return numpy.concatenate([vectors, means], axis=1)


def _constant(inputs: Array) -> Array:
    import numpy

    return numpy.concatenate([inputs, numpy.ones((len(inputs), 1), dtype=inputs.dtype)], axis=1)


def _logistic(values: Array) -> Array:
    import numpy

    result: Array = 1.0 / (1.0 + numpy.exp(-numpy.clip(values, -30, 30)))
    return result

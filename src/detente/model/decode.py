"""From logits to readings: softmax, spans from begin/inside labels, thresholds chosen on the development split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from detente.model.labels import OUTSIDE, Labels
from detente.model.readings import Found, Predicate, Reading
from detente.model.words import Words
from detente.records import Status

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

SPAN_HEADS = ("mention", "name", "place", "time", "cue", "content")


class Settings(msgspec.Struct, frozen=True):
    """Decisions kept beside the weights (`decode.json`): a predicate threshold an act, one for contexts.

    `temperature` divides the act head's logits, so that its probabilities are as often right as they say.
    """

    act: dict[str, float] = {}
    default_act: float = 0.5
    context: float = 0.5
    temperature: float = 1.0


@dataclass(frozen=True)
class Decoder:
    """Reads one sentence's logits with a model's labels and settings."""

    labels: Labels
    settings: Settings
    _slices: dict[str, slice]
    _modes: dict[str, list[int]]

    @staticmethod
    def load(folder: Path, labels: Labels) -> Decoder:
        """The decoder for the weights in `folder`; without decode.json every threshold is one half."""
        path = folder / "decode.json"
        settings = msgspec.json.decode(path.read_bytes(), type=Settings) if path.is_file() else Settings()
        modes: dict[str, list[int]] = {}
        for index, label in enumerate(labels.heads["mode"]):
            modes.setdefault(label.partition("/")[0], []).append(index)
        return Decoder(labels, settings, labels.slices(), modes)

    def decode(self, words: Words, token: Array, pair: Array) -> Reading:
        """Decode `token` [piece, heads] and `pair` [relation, piece, piece] of one sentence."""
        rows = token[words.first]
        of = {kind: number for number, kind in enumerate(self.labels.pairs)}
        spans = {head: self._spans(words, rows[:, self._slices[head]], self.labels.heads[head]) for head in SPAN_HEADS}
        scores = pair[:, words.first][:, :, words.first]

        def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
            begin, inside = words.covering(*source), words.covering(*target)
            if not begin or not inside:
                return 0.0
            values = scores[of[kind], begin[0], inside.start : inside.stop]
            return 1.0 / (1.0 + exp(-float(values.sum()) / len(values)))

        return Reading(tuple(self._predicates(words, rows)), spans, relation)

    def _spans(self, words: Words, logits: Array, labels: tuple[str, ...]) -> tuple[Found, ...]:
        """The best label sequence in which an inside follows its own begin or inside, as spans."""
        if not len(logits):
            return ()
        probabilities = softmax(logits)
        found: list[Found] = []
        opened: tuple[int, str, list[float]] | None = None
        for index, best in enumerate([*_best_path(probabilities, labels), labels.index(OUTSIDE)]):
            prefix, _, kind = labels[best].partition("-")
            if opened and prefix != "I":
                begin, name, values = opened
                found.append(Found(words.spans[begin][0], words.spans[index - 1][1], name, sum(values) / len(values)))
                opened = None
            if prefix != OUTSIDE:
                opened = opened or (index, kind, [])
                opened[2].append(float(probabilities[index, best]))
        return tuple(found)

    def _predicates(self, words: Words, rows: Array) -> list[Predicate]:
        acts = softmax(rows[:, self._slices["act"]] / self.settings.temperature)
        found = []
        for index in range(len(rows)):
            best = int(acts[index, 1:].argmax()) + 1
            act = self.labels.heads["act"][best]
            if acts[index, best] < self.settings.act.get(act, self.settings.default_act):
                continue
            status = softmax(rows[index, self._slices["status"]])
            contexts = _sigmoid(rows[index, self._slices["context"]])
            found.append(
                Predicate(
                    *words.spans[index],
                    act=act,
                    probability=float(acts[index, best]),
                    mode=self._mode(rows[index], act),
                    status=cast(Status, self.labels.heads["status"][int(status.argmax())]),
                    status_probability=float(status.max()),
                    contexts=tuple(
                        c
                        for c, p in zip(self.labels.heads["context"], contexts, strict=True)
                        if p > self.settings.context
                    ),
                )
            )
        return found

    def _mode(self, row: Array, act: str) -> str | None:
        allowed = self._modes[act]
        best = allowed[int(row[self._slices["mode"]][allowed].argmax())]
        return self.labels.heads["mode"][best].partition("/")[2] or None


def _best_path(probabilities: Array, labels: tuple[str, ...]) -> list[int]:
    """The most probable label sequence (Viterbi) with impossible steps left out."""
    import numpy

    likeliest: list[int] = probabilities.argmax(axis=-1).tolist()
    allowed = _steps(labels)
    starts = not labels[likeliest[0]].startswith("I-")
    if starts and all(allowed[one, other] == 0.0 for one, other in pairwise(likeliest)):
        return likeliest  # every step is possible, so nothing can be likelier
    logs = numpy.log(probabilities + 1e-9)
    score = logs[0] + numpy.where([label.startswith("I-") for label in labels], -30.0, 0.0)
    back = numpy.zeros(logs.shape, dtype=numpy.int64)
    for index in range(1, len(logs)):
        step = score[:, None] + allowed
        back[index] = step.argmax(axis=0)
        score = step.max(axis=0) + logs[index]
    path = [int(score.argmax())]
    for index in range(len(logs) - 1, 0, -1):
        path.append(int(back[index, path[-1]]))
    return path[::-1]


@cache
def _steps(labels: tuple[str, ...]) -> Array:
    """Log-weights of steps between labels: an inside after another kind's label is impossible."""
    import numpy

    steps = numpy.zeros((len(labels), len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            steps[:, column] = [0.0 if before.partition("-")[2] == label[2:] else -30.0 for before in labels]
    return steps


def softmax(logits: Array) -> Array:
    """Probabilities from logits, over the last axis."""
    import numpy

    shifted = numpy.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Array = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def _sigmoid(logits: Array) -> Array:
    import numpy

    result: Array = 1.0 / (1.0 + numpy.exp(-logits))
    return result

"""From logits to readings: softmax, spans from begin/inside labels, thresholds chosen on the development split."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import exp, inf, log
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from detente.model.custom import Head
from detente.model.labels import OUTSIDE, Labels
from detente.model.readings import Found, Predicate, Reading
from detente.model.scores import Scores
from detente.model.words import Words
from detente.records import Status

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

SURE = 0.9
FAINT = 0.12
PHRASE = 4
BOUND = 1e-3
SPAN_HEADS = ("mention", "name", "place", "time", "cue", "content")


class Settings(msgspec.Struct, frozen=True):
    """Decisions kept beside the weights (`decode.json`): a predicate threshold an act, one for contexts.

    `temperature` divides the act head's logits. `mention` is taken from the logit of a word's being no part of a mention: the more, the more
    mentions are found. `scale`, `pair` and `shift` turn the log-odds of what passes, and those that the
    pair head gives its type, into a confidence, so that events of confidence 0.8 have the right type eight
    times in ten (Platt 1999). Candidates below `chance` are dropped at once; of the others, judged anew in the light of the
    story (`event.belief`, whose log odds are scaled and moved by `judged`), those below `keep`.
    """

    act: dict[str, float] = {}
    default_act: float = 0.5
    context: float = 0.5
    temperature: float = 1.0
    mention: float = 0.0
    scale: float = 1.0
    pair: float = 0.0
    shift: float = 0.0
    chance: float = 0.0
    judged: tuple[float, float] = (1.0, 0.0)
    keep: float = 0.0

    def confidence(self, own: float, agreed: float) -> float:
        """The reported probability of an event, from the act head's odds and those that the pair head gives its type."""
        return 1.0 / (1.0 + exp(-(self.scale * _log_odds(own) + self.pair * _log_odds(agreed) + self.shift)))


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

    def decode(self, texts: Sequence[Scores], custom: Head | None = None) -> list[Reading]:
        """Decode texts of which the encoder has given its scores; what is reckoned word by word is reckoned for all of them at once.

        With `custom` for a user's own types as well.
        """
        import numpy

        if not texts:
            return []
        rows = numpy.concatenate([text.rows for text in texts])
        odds = self._odds(rows)
        acts = odds[:, self._slices["act"]][:, 1:]
        best, likely = acts.argmax(axis=-1).tolist(), acts.max(axis=-1).tolist()
        paths = {head: odds[:, self._slices[head]].argmax(axis=-1).tolist() for head in SPAN_HEADS}
        readings, end = [], 0
        for text in texts:
            words, here = text.words, slice(end, end := end + len(text.words.first))
            predicates = self._predicates(words, rows[here], odds[here], best[here], likely[here])
            if custom is not None and words.first:
                predicates = self._with_custom(predicates, words, rows[here], odds[here], custom, custom.odds(text.vectors))
            spans = {head: self._spans(words, odds[here, self._slices[head]], self.labels.heads[head], paths[head][here]) for head in SPAN_HEADS}
            readings.append(self._reading(text, tuple(predicates), spans))
        return readings

    def _reading(self, text: Scores, predicates: tuple[Predicate, ...], spans: dict[str, tuple[Found, ...]]) -> Reading:
        """The reading of one text, which looks up relations when they are asked for: most never are."""
        of = {kind: number for number, kind in enumerate(self.labels.pairs)}
        starts, ends = [start for start, _ in text.words.spans], [end for _, end in text.words.spans]
        related = text.relations.row  # the reading, which is kept, keeps no more of the scores

        def covering(start: int, end: int) -> slice:
            """`Words.covering`, faster for many questions."""
            first = bisect_right(ends, start)
            return slice(first, bisect_left(starts, end, lo=first))

        @lru_cache(maxsize=16)  # all of a long text's readings are kept, so that each keeps little
        def row(kind: str, source: tuple[int, int], shift: int) -> list[float]:
            """One source is asked about many targets, and a list is summed faster than a few numbers of an array."""
            begin = covering(source[0] + shift, source[1] + shift)
            return related(of[kind], begin.start) if begin.start < begin.stop else []

        @cache
        def inside(target: tuple[int, int], shift: int) -> slice:
            return covering(target[0] + shift, target[1] + shift)

        def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
            values = row(kind, source, 0)[inside(target, 0)]
            return 1.0 / (1.0 + exp(-sum(values) / len(values))) if values else 0.0

        def relations(kind: str, source: tuple[int, int], targets: Sequence[tuple[int, int]], shift: int) -> list[float]:
            values = row(kind, source, shift) if targets else []
            found = [values[inside(target, shift)] for target in targets]
            return [1.0 / (1.0 + exp(-sum(one) / len(one))) if one else 0.0 for one in found]

        return Reading(predicates, spans, relation, relations=relations)

    def _odds(self, rows: Array) -> Array:
        """`rows` [word, heads] with the softmax of the heads that are read as probabilities, as the settings lean."""
        import numpy

        result = rows.copy()
        result[:, self._slices["act"]] /= self.settings.temperature
        result[:, self._slices["mention"].start + self.labels.heads["mention"].index(OUTSIDE)] -= self.settings.mention
        for part, starts, widths in self._runs:
            logits = result[:, part]
            shifted = numpy.exp(logits - numpy.maximum.reduceat(logits, starts, axis=-1).repeat(widths, axis=-1))
            numpy.divide(shifted, numpy.add.reduceat(shifted, starts, axis=-1).repeat(widths, axis=-1), out=logits)
        return result

    @cached_property
    def _leaning(self) -> float:
        """The log odds from which on a context counts."""
        cut = self.settings.context
        return log(cut / (1 - cut)) if 0 < cut < 1 else inf if cut >= 1 else -inf

    @cached_property
    def _runs(self) -> list[tuple[slice, list[int], list[int]]]:
        """The heads that are read as probabilities, neighbours together: where they lie, where each begins there, and its width."""
        found: list[tuple[slice, list[int], list[int]]] = []
        for head in (*SPAN_HEADS, "act", "status"):
            part = self._slices[head]
            if found and found[-1][0].stop == part.start:
                run, starts, widths = found.pop()
                found.append((slice(run.start, part.stop), [*starts, part.start - run.start], [*widths, part.stop - part.start]))
            else:
                found.append((part, [0], [part.stop - part.start]))
        return found

    def _with_custom(
        self, predicates: list[Predicate], words: Words, rows: Array, odds: Array, custom: Head, own: Array
    ) -> list[Predicate]:
        """A user's type is finer than the shipped ones, so it takes the word where both fit."""
        found = {predicate.start: predicate for predicate in predicates}
        for index, likely in enumerate(own):
            best = int((likely / custom.thresholds).argmax())
            if likely[best] >= custom.thresholds[best]:
                found[words.spans[index][0]] = self._predicate(words, rows, odds, index, custom.types[best], float(likely[best]), None)
        return sorted(found.values(), key=lambda predicate: predicate.start)

    def _spans(self, words: Words, probabilities: Array, labels: tuple[str, ...], likeliest: list[int]) -> tuple[Found, ...]:
        """The best label sequence in which an inside follows its own begin or inside, as spans; `likeliest` are the likeliest labels."""
        outside = labels.index(OUTSIDE)
        if likeliest.count(outside) == len(likeliest):
            return ()
        path = _best_path(probabilities, labels, likeliest)
        runs: list[list[int]] = []
        marked = [index for index, label in enumerate(path) if label != outside]
        if not marked:
            return ()
        for index in marked:
            if labels[path[index]][0] == "I":
                runs[-1].append(index)  # on the path an inside follows its own begin or inside
            else:
                runs.append([index])
        odds = dict(zip(marked, probabilities[marked, [path[index] for index in marked]].tolist(), strict=True))

        def span(run: list[int]) -> Found:
            probability = sum([odds[index] for index in run]) / len(run)
            return Found(words.spans[run[0]][0], words.spans[run[-1]][1], labels[path[run[0]]][2:], probability)

        return tuple(map(span, runs))

    def _predicates(self, words: Words, rows: Array, odds: Array, best: list[int], likely: list[float]) -> list[Predicate]:
        """Most words name no act, so that only the others are looked at one by one; `best` are the likeliest acts, `likely` how likely they are."""
        names, found = self.labels.heads["act"][1:], []
        for index, act in [(i, names[best[i]]) for i, odd in enumerate(likely) if odd >= FAINT]:
            cut = self.settings.act.get(act, self.settings.default_act)
            value = likely[index] if likely[index] >= cut else _pooled(index, best, likely, cut)
            if value >= cut:
                found.append(self._predicate(words, rows, odds, index, act, value, self._mode(rows[index], act)))
        return found

    def _predicate(self, words: Words, rows: Array, odds: Array, index: int, act: str, likely: float, mode: str | None) -> Predicate:
        status = odds[index, self._slices["status"]]
        leaning = dict(zip(self.labels.heads["context"], rows[index, self._slices["context"]].tolist(), strict=True))
        return Predicate(
            *words.spans[index],
            act=act,
            probability=likely,
            mode=mode,
            status=cast(Status, self.labels.heads["status"][int(status.argmax())]),
            status_probability=float(status.max()),
            contexts=tuple([context for context, value in leaning.items() if value > self._leaning]),
            leaning=leaning,
        )

    def _mode(self, row: Array, act: str) -> str | None:
        allowed = self._modes[act]
        best = allowed[int(row[self._slices["mode"]][allowed].argmax())]
        return self.labels.heads["mode"][best].partition("/")[2] or None


def _pooled(index: int, best: list[int], likely: list[float], cut: float) -> float:
    """The odds that a word or one right beside it names its act, for the likelier of two that share a phrase ("allow them to join")."""
    near = [i for i in range(max(index - PHRASE, 0), min(index + PHRASE + 1, len(best))) if i != index and best[i] == best[index]]
    if any(likely[i] >= cut or (likely[i], i) > (likely[index], index) for i in near):
        return 0.0
    return 1.0 - (1.0 - likely[index]) * (1.0 - max((likely[i] for i in near), default=0.0))


def _best_path(probabilities: Array, labels: tuple[str, ...], likeliest: Sequence[int]) -> list[int]:
    """The most probable label sequence in which every inside follows its own kind; `likeliest` are the likeliest labels one by one.

    Where the likeliest labels break that, the stretch around it, up to words that are surely outside, is searched (Viterbi).
    """
    path = list(likeliest)
    outside, before = labels.index(OUTSIDE), _before(labels)
    marked = [i for i, label in enumerate(path) if label != outside]
    broken = [i for i in marked if (path[i - 1] if i else outside) not in before[path[i]]]
    done = -1
    for index in broken:
        if index <= done:
            continue
        first, last = index, index
        while first > 0 and not (path[first - 1] == outside and probabilities[first - 1, outside] > SURE):
            first -= 1
        while last < len(path) - 1 and not (path[last + 1] == outside and probabilities[last + 1, outside] > SURE):
            last += 1
        path[first : last + 1] = _viterbi(probabilities[first : last + 1], labels)
        done = last
    return path


def _viterbi(probabilities: Array, labels: tuple[str, ...]) -> list[int]:
    """In plain numbers, since a stretch is a few words long and a label has few before it."""
    import numpy

    logs, before, outside = numpy.log(probabilities + 1e-9).tolist(), _before(labels), labels.index(OUTSIDE)
    score = [value if outside in before[label] else -inf for label, value in enumerate(logs[0])]
    chosen = [own if len(own) < len(labels) else None for own in before]  # most may follow anything, the likeliest then
    back: list[list[int]] = []
    for row in logs[1:]:
        best = score.index(max(score))
        back.append([best if own is None or best in own else max(own, key=score.__getitem__) for own in chosen])
        score = [score[last] + value for last, value in zip(back[-1], row, strict=True)]
    path = [score.index(max(score))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


@cache
def _before(labels: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """For each label those that may stand before it: an inside follows its own kind, all else anything."""
    kinds = [label.partition("-")[2] for label in labels]
    every = tuple(range(len(labels)))
    return tuple(tuple(i for i in every if kinds[i] == kinds[own]) if labels[own].startswith("I-") else every for own in every)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, BOUND), 1 - BOUND)
    return log(bounded / (1 - bounded))


def softmax(logits: Array) -> Array:
    """Probabilities from logits, over the last axis."""
    import numpy

    shifted = numpy.exp(logits - numpy.maximum.reduce(logits, axis=-1, keepdims=True))
    result: Array = shifted / numpy.add.reduce(shifted, axis=-1, keepdims=True)
    return result

"""Decoding logits: the best label sequence, thresholds, modes of the act alone, relations between words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.decode import SPAN_HEADS, Decoder, Settings, _best_path
from detente.model.labels import Labels, bio
from detente.model.scores import Scores
from detente.model.words import Words

LABELS = Labels(
    heads={
        "mention": bio("PER", "ORG"),
        **{head: bio(head.upper()) for head in SPAN_HEADS if head != "mention"},
        "act": ("O", "CONSULT", "ASSAULT"),
        "mode": ("CONSULT/meet", "CONSULT/", "ASSAULT/beat", "ASSAULT/"),
        "status": ("happened", "planned"),
        "context": ("military", "trade"),
    },
    pairs=("actor", "recipient"),
)
DECODER = Decoder.load(Path("no-such-folder"), LABELS)


def words(count: int) -> Words:
    """`count` words of three characters with a space between, after one sentence mark."""
    return Words([0] * (count + 2), [0] * (count + 2), list(range(1, count + 1)), [(4 * i, 4 * i + 3) for i in range(count)])


def logits(count: int, **chosen: tuple[str, ...]) -> numpy.ndarray:
    """Logits that clearly say `chosen[head][word]`; everything else outside."""
    token = numpy.zeros((count + 2, LABELS.width))
    for head, cut in LABELS.slices().items():
        inventory = LABELS.heads[head]
        for word in range(count):
            label = chosen[head][word] if head in chosen else inventory[0]
            token[word + 1, cut.start + inventory.index(label)] = 8.0
    return token


def pairs(count: int) -> numpy.ndarray:
    return numpy.full((2, count + 2, count + 2), -8.0)


def read(decoder: Decoder, own: Words, token: numpy.ndarray, pair: numpy.ndarray):
    (reading,) = decoder.decode([Scores.of(own, token, pair, numpy.zeros((len(own.ids), 1), dtype=numpy.float32))])
    return reading


def spans(reading, head: str) -> list[tuple[int, int, str]]:
    return [(f.start, f.end, f.kind) for f in reading.spans[head]]


def test_spans_run_from_begin_to_the_last_inside() -> None:
    token = logits(5, mention=("B-PER", "I-PER", "O", "B-ORG", "B-ORG"))
    reading = read(DECODER, words(5), token, pairs(5))
    assert spans(reading, "mention") == [(0, 7, "PER"), (12, 15, "ORG"), (16, 19, "ORG")]
    assert all(0.9 < f.probability <= 1 for f in reading.spans["mention"])
    assert set(reading.spans) == set(SPAN_HEADS)


def test_what_leans_towards_a_mention_is_found_as_far_as_the_settings_lean() -> None:
    token = logits(3, mention=("O", "B-PER", "O"))
    start = LABELS.slices()["mention"].start
    token[2, start : start + 2] = [1.0, 0.6]
    leaning = Decoder(LABELS, Settings(mention=0.5), DECODER._slices, DECODER._modes)
    assert spans(read(DECODER, words(3), token, pairs(3)), "mention") == []
    assert spans(read(leaning, words(3), token, pairs(3)), "mention") == [(4, 7, "PER")]


def test_a_weak_begin_before_a_strong_inside_is_found() -> None:
    token = logits(3, mention=("O", "I-PER", "O"))
    start = LABELS.slices()["mention"].start
    token[1, start : start + 2] = [1.0, 0.9]
    assert spans(read(DECODER, words(3), token, pairs(3)), "mention") == [(0, 7, "PER")]


@settings(deadline=None)
@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_the_best_path_never_takes_an_impossible_step(length: int, rng) -> None:
    labels = LABELS.heads["mention"]
    scores = numpy.array([[rng.random() ** 4 + 1e-6 for _ in labels] for _ in range(length)])
    chosen = [labels[i] for i in _best_path(scores / scores.sum(axis=1, keepdims=True), labels, scores.argmax(axis=1).tolist())]
    for before, label in zip(["O", *chosen], chosen):
        assert not label.startswith("I-") or before.partition("-")[2] == label[2:]


@settings(deadline=None)
@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_the_best_path_is_each_words_best_label_where_that_is_possible(length: int, rng) -> None:
    labels = LABELS.heads["mention"]
    best = [rng.choice([i for i, label in enumerate(labels) if not label.startswith("I-")]) for _ in range(length)]
    scores = numpy.full((length, len(labels)), 0.01)
    scores[range(length), best] = 0.9
    assert _best_path(scores, labels, scores.argmax(axis=1).tolist()) == best


def test_predicates_have_status_contexts_and_a_mode_of_their_own_act() -> None:
    token = logits(3, act=("O", "CONSULT", "O"), mode=("ASSAULT/beat",) * 3, status=("planned",) * 3)
    slices = LABELS.slices()
    token[:, slices["context"]] = [-4.0, 4.0]
    token[2, slices["mode"].start] = 1.0
    (found,) = read(DECODER, words(3), token, pairs(3)).predicates
    assert (found.start, found.end, found.act, found.mode, found.status) == (4, 7, "CONSULT", "meet", "planned")
    assert found.contexts == ("trade",)


def test_an_act_without_mode_has_none() -> None:
    token = logits(1, act=("ASSAULT",), mode=("ASSAULT/",))
    assert read(DECODER, words(1), token, pairs(1)).predicates[0].mode is None


def test_thresholds_hold_per_act(tmp_path: Path) -> None:
    (tmp_path / "decode.json").write_text(json.dumps({"act": {"ASSAULT": 0.99999}, "default_act": 0.3}))
    strict = Decoder.load(tmp_path, LABELS)
    assert strict.settings == Settings(act={"ASSAULT": 0.99999}, default_act=0.3)
    token = logits(2, act=("ASSAULT", "CONSULT"))
    assert [p.act for p in read(strict, words(2), token, pairs(2)).predicates] == ["CONSULT"]
    assert [p.act for p in read(DECODER, words(2), token, pairs(2)).predicates] == ["ASSAULT", "CONSULT"]


def test_a_relation_is_asked_from_the_first_word_and_averaged_over_the_target() -> None:
    pair = pairs(4)
    pair[0, 2, 3] = 8.0
    pair[0, 2, 4] = 8.0
    reading = read(DECODER, words(4), logits(4), pair)
    assert reading.relation("actor", (4, 7), (8, 15)) > 0.99
    assert reading.relation("recipient", (4, 7), (8, 15)) < 0.01
    assert reading.relation("actor", (4, 7), (0, 3)) < 0.01
    assert reading.relation("actor", (4, 7), (4, 15)) == pytest.approx(1 / (1 + numpy.exp(-(8 + 8 - 8) / 3)))


def test_relations_of_many_targets_are_those_of_each() -> None:
    pair = pairs(4)
    pair[0, 2, 3], pair[0, 2, 4] = 3.0, -1.0
    reading = read(DECODER, words(4), logits(4), pair)
    targets = [(0, 3), (4, 15), (8, 11), (400, 410)]
    assert reading.relations is not None
    assert reading.relations("actor", (4, 7), targets, 0) == [reading.relation("actor", (4, 7), target) for target in targets]
    assert reading.relations("actor", (4, 7), [], 0) == []


def test_words_that_were_cut_away_stand_in_no_relation() -> None:
    reading = read(DECODER, words(2), logits(2), pairs(2))
    assert reading.relation("actor", (0, 3), (400, 410)) == 0.0
    assert reading.relation("actor", (400, 410), (0, 3)) == 0.0


def test_a_sentence_without_words_reads_as_nothing() -> None:
    reading = read(DECODER, words(0), logits(0), pairs(0))
    assert reading.predicates == ()
    assert all(found == () for found in reading.spans.values())

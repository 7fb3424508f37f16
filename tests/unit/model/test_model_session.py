"""The shipped weights in use: same readings whatever the company, and no text that makes them fail."""

from __future__ import annotations

import random
import sys
from concurrent.futures import CancelledError
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from detente.errors import DetenteError
from detente.model.decode import SPAN_HEADS
from detente.model.labels import Labels
from detente.model.readings import Reading
from detente.model.session import WEIGHTS, TextModel
from detente.model.words import tokenise
from detente.text import sentences

SENTENCES = [
    "President Mirela Obura met Prime Minister Tomas Varela in Vaduz on Friday.",
    "“We will not sign,” the spokeswoman told reporters.",
    "Troops shelled two villages near the border overnight, killing nine people, according to the ministry.",
    "Talks ended.",
    "The union called on the government to withdraw the bill, and threatened to strike if it did not.",
]


@pytest.fixture(scope="module")
def model() -> TextModel:
    return TextModel.load(threads=1)


def spans(reading: Reading) -> list[tuple[int, int]]:
    found = [(f.start, f.end) for layer in reading.spans.values() for f in layer]
    return found + [(p.start, p.end) for p in reading.predicates]


def shape(reading: Reading) -> object:
    """What a reading says, without probabilities."""
    layers = {name: [(f.start, f.end, f.kind) for f in found] for name, found in reading.spans.items()}
    return layers, [(p.start, p.end, p.act, p.mode, p.status, p.contexts) for p in reading.predicates]


def test_the_weights_are_whole_and_their_labels_agree_with_the_graph(model: TextModel) -> None:
    labels = Labels.load(WEIGHTS / "labels.json")
    assert model.labels == labels
    assert set(SPAN_HEADS) <= set(labels.heads)
    assert {"act", "mode", "status", "context"} <= set(labels.heads)
    assert {"actor", "recipient", "place", "date", "speaker", "content"} <= set(labels.pairs)
    assert len(model.name) == 12 and int(model.name, 16) >= 0


def test_nothing_read_is_nothing(model: TextModel) -> None:
    assert model.read([]) == []


def test_sentences_without_words_read_as_nothing(model: TextModel) -> None:
    for reading in model.read(["", " ", "\u200b", "\x00\x01", "\ufeff"]):
        assert reading.predicates == ()
        assert spans(reading) == []


def test_readings_come_in_the_order_of_the_sentences(model: TextModel) -> None:
    forward = model.read(SENTENCES)
    backward = model.read(SENTENCES[::-1])[::-1]
    assert [shape(r) for r in forward] == [shape(r) for r in backward]
    assert len({str(shape(r)) for r in forward}) == len(SENTENCES)


def test_one_input_gives_one_reading_always(model: TextModel) -> None:
    assert [shape(r) for r in model.read(SENTENCES)] == [shape(r) for r in model.read(SENTENCES)]


def test_what_is_read_beside_a_sentence_changes_none_of_its_numbers(model: TextModel) -> None:
    texts = tokenise(model._pieces, SENTENCES)
    for words, beside in zip(texts, model._run(texts)[0], strict=True):
        assert np.allclose(model._run([words])[0][0], beside[: len(words.ids)], atol=1e-3)


def test_articles_begun_at_once_read_as_if_one_after_the_other(model: TextModel) -> None:
    texts = [" ".join(SENTENCES[first:] * 8) for first in range(3)]  # more than the encoder reads at a time
    extents = [sentences(text) for text in texts]
    begun = [model.begin_article(text, parts) for text, parts in zip(texts, extents, strict=True)]
    together = [[shape(reading) for reading in finish()] for finish in begun[::-1]][::-1]  # whichever is asked for first
    alone = [[shape(reading) for reading in model.begin_article(text, parts)()] for text, parts in zip(texts, extents, strict=True)]
    assert together == alone and all(alone)


def test_a_plain_meeting_is_read(model: TextModel) -> None:
    (reading,) = model.read(SENTENCES[:1])
    (event,) = [p for p in reading.predicates if p.act == "CONSULT"]
    assert event.status == "happened"
    people = [(m.start, m.end) for m in reading.spans["mention"]]
    assert len(people) == 2
    assert all(reading.relation("actor", (event.start, event.end), person) > 0.35 for person in people)
    assert [SENTENCES[0][t.start : t.end] for t in reading.spans["time"]] == ["Friday"]


def test_a_very_long_sentence_is_read_as_far_as_it_fits(model: TextModel) -> None:
    text = "Obura met Varela, and " * 5000
    (reading,) = model.read([text])
    assert spans(reading), "the part that fits is read"
    assert all(0 <= s < e <= len(text) for s, e in spans(reading))
    assert reading.relation("actor", (len(text) - 20, len(text) - 15), (0, 5)) == 0.0


def test_a_word_of_a_hundred_thousand_letters(model: TextModel) -> None:
    (reading,) = model.read(["a" * 100_000])
    assert all(0 <= s < e <= 100_000 for s, e in spans(reading))


def test_a_thousand_odd_strings_are_read_with_spans_inside_them(model: TextModel) -> None:
    rng = random.Random(20)
    planes = [(0, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x590, 0x6FF), (0x900, 0x97F), (0x2000, 0x206F),
              (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF), (0xFE00, 0xFEFF), (0x1F300, 0x1FAFF), (0xE0000, 0x10FFFF)]  # fmt: skip

    def odd() -> str:
        chosen = [rng.choice(planes) for _ in range(2)] + [(0x20, 0x7E)]
        return "".join(chr(rng.randint(*rng.choice(chosen))) for _ in range(rng.randint(0, 40)))

    texts = [odd() for _ in range(1000)]
    readings = model.read(texts)
    assert len(readings) == len(texts)
    for text, reading in zip(texts, readings, strict=True):
        assert all(0 <= s < e <= len(text) for s, e in spans(reading))
        for layer in reading.spans.values():
            assert all(a.end <= b.start for a, b in zip(layer, layer[1:]))


def test_probabilities_are_probabilities(model: TextModel) -> None:
    for reading in model.read(SENTENCES):
        values = [f.probability for layer in reading.spans.values() for f in layer]
        values += [v for p in reading.predicates for v in (p.probability, p.status_probability)]
        values += [reading.relation(k, a, b) for k in model.labels.pairs for a in spans(reading) for b in spans(reading)]
        assert all(0.0 <= v <= 1.0 for v in values)


def test_a_folder_without_weights_is_named_with_the_remedy(tmp_path) -> None:
    with pytest.raises(DetenteError, match="no model.onnx") as raised:
        TextModel.load(tmp_path)
    assert raised.value.code == "model" and raised.value.hint


def test_numbers_and_runtime_are_loaded_only_with_a_model() -> None:
    import subprocess

    code = "import sys, detente.model.session; print([m for m in ('numpy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_two_spans_have_to_do_with_each_other_is_read_in_the_same_pass(model: TextModel) -> None:
    text = SENTENCES[0]
    one, two = (0, 22), (27, 54)
    alone, among = model.read([text])[0], model.read(SENTENCES)[0]
    (there, back, whole) = alone.related([(one, two), (two, one), (None, None)])
    assert alone.related([]) == []
    assert max(there.types, key=lambda name: there.types[name]) == "CONSULT"
    for relation in (there, back, whole):
        assert set(relation.types) == set(model.labels.types) and set(relation.roots) == set(model.labels.roots)
        assert sum(relation.types.values()) == pytest.approx(1) and sum(relation.roots.values()) == pytest.approx(1)
    assert among.related([(one, two)])[0].types["CONSULT"] == pytest.approx(there.types["CONSULT"], abs=0.05)
    assert alone.related([((500, 510), two)])[0] == alone.related([(None, two)])[0]


def test_no_further_group_is_read_once_nobody_waits(model: TextModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """As at Ctrl-C: the wait is broken off, and the thread beside ends after the group that it is at."""
    work: list[Any] = []
    asked: list[object] = []

    class Waited:
        def result(self) -> object:
            raise KeyboardInterrupt

    class Counted:
        def run(self, *arguments: object) -> object:
            asked.append(arguments)
            return model._session.run(*arguments)

    def later(one: Any) -> Waited:
        work.append(one)
        return Waited()

    monkeypatch.setattr("detente.model.session.beside", later)
    text = " ".join(SENTENCES * 20)
    finish = replace(model, _session=Counted()).begin_scores(text, sentences(text))
    with pytest.raises(KeyboardInterrupt):
        finish()
    with pytest.raises(CancelledError):
        work[0]()
    assert not asked


def test_the_vectors_of_spans_are_the_means_of_their_words(model: TextModel) -> None:
    text = SENTENCES[0]
    (words, vectors), reading = model.vectors([text])[0], model.read([text])[0]
    first, second = words.spans[0], words.spans[1]
    both = reading.pooled([first, second, (first[0], second[1]), (len(text) + 5, len(text) + 9)])
    assert both[:2] == pytest.approx(vectors[:2], abs=1e-5)
    assert both[2] == pytest.approx(vectors[:2].mean(axis=0), abs=1e-5)
    assert not both[3].any() and reading.pooled([]).shape == (0, vectors.shape[1])

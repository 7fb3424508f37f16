"""`detente relate`: a line in, the same line with the relation out; what cannot be read is named."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from detente.cli import main
from detente.codebook import Codebook

SHELLED = "Norwegian gunboats shelled a Danish harbour, the Danish defence ministry said."
LINE = {"id": 7, "text": SHELLED, "source": [0, 18], "target": [29, 43]}


def run(text: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["relate", *options], input=text)


def answer(line: dict[str, object], *options: str) -> dict[str, object]:
    done = run(json.dumps(line) + "\n", *options)
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_answer_keeps_the_line_and_adds_the_relation() -> None:
    found = answer(LINE)
    assert {key: found[key] for key in LINE} == LINE
    assert (found["type"], found["quad"], found["status"]) == ("ASSAULT", 4, "happened")
    scores = found["scores"]
    assert isinstance(scores, dict) and set(scores) == set(Codebook.load("plover").types)
    assert max(scores, key=scores.__getitem__) == "ASSAULT"


def test_plover_2021_always_answers_one_of_its_roots() -> None:
    roots = Codebook.load("plover-2021").types
    for text in (SHELLED, "The weather stayed fine.", "x"):
        found = answer({"text": text, "source": None, "target": None}, "--codebook", "plover-2021")
        assert found["type"] in roots
        scores = found["scores"]
        assert isinstance(scores, dict) and set(scores) == set(roots)
        assert abs(sum(scores.values()) - 1) < 0.01


def test_null_stands_for_the_whole_sentence() -> None:
    assert answer({**LINE, "source": None, "target": None})["type"] == "ASSAULT"
    assert answer({"text": SHELLED})["type"] == "ASSAULT"


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"source": [0, 1]}',
        '{"text": "  "}',
        '{"text": "abc", "source": [0, 9]}',
        '{"text": "abc", "source": [2, 1]}',
        '{"text": "abc", "target": "b"}',
        '{"text": "abc", "target": [true, 2]}',
        '["abc"]',
        "\udcff",
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_kept(line: str) -> None:
    done = CliRunner().invoke(main, ["relate"], input=line.encode("utf-8", "surrogateescape") + b"\n" + json.dumps(LINE).encode() + b"\n")
    assert done.exit_code == 1
    assert "line 1" in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert json.loads(done.stdout)["id"] == 7

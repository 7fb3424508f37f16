"""Pinned floors refuse a fall; the ledger keeps every measurement."""

import json
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.evaluate import Figure, Report, below, read_floors, record, result
from detente.evaluate.floors import HIGHEST
from detente.evaluate.ledger import current_commit, read_results
from detente.evaluate.scoring import FIGURES

DOCS = Path(__file__).parents[3] / "docs"


def report(**values):
    return Report(2, {name: Figure("rate", value, 1, 2, 2) for name, value in values.items()}, {}, {}, {})


def test_pinned_floors_name_known_figures():
    pinned = read_floors(DOCS / "floors.json")["corpus/test"]
    assert set(pinned) <= set(FIGURES) | HIGHEST | {"coreference"}
    assert pinned["spans valid"] == 1.0
    assert all(0 < value <= 1 for value in pinned.values())


def test_only_what_falls_below_is_named():
    assert below(report(type=0.5, status=0.8), {"type": 0.5, "status": 0.75}) == []
    assert below(report(type=0.49), {"type": 0.5}) == ["type is 0.490, below its floor 0.500."]
    assert below(report(type=None), {"type": 0.5, "place": 0.7}) == [
        "type was not measured, its floor is 0.500.",
        "place was not measured, its floor is 0.700.",
    ]


def test_traps_have_a_ceiling():
    traps = Report(1, {"traps coded": Figure("rate", 0.2, 1, 5, 5)}, {}, {}, {})
    assert below(traps, {"traps coded": 0.2}) == []
    assert below(traps, {"traps coded": 0.1}) == ["traps coded is 0.200, above its ceiling 0.100."]


@pytest.mark.parametrize("text", [None, "{", "[]", '{"a": {"b": "high"}}'])
def test_unreadable_floors_are_refused(tmp_path, text):
    path = tmp_path / "floors.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="floors"):
        read_floors(path)


def test_the_ledger_grows_and_its_page_shows_the_change(tmp_path):
    command = "detente evaluate corpus/test"
    record(result(report(type=0.51234), "corpus/test", command, fingerprint="abc"), tmp_path)
    page = record(result(report(type=0.6), "corpus/test", command, note="more text"), tmp_path)
    entries = read_results(tmp_path / "results.json")
    assert [entry.figures["type"] for entry in entries] == [0.5123, 0.6]
    assert json.loads((tmp_path / "results.json").read_text())[0]["fingerprint"] == "abc"
    text = page.read_text(encoding="utf-8")
    assert "| type | 0.600 | 0.512 |" in text
    assert "more text" in text and text.count(command) == 3


def test_unmeasured_figures_stay_out_of_the_ledger():
    assert result(report(type=None), "x", "y").figures == {}


def test_a_broken_ledger_is_not_overwritten(tmp_path):
    (tmp_path / "results.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="ledger"):
        record(result(report(type=0.5), "x", "y"), tmp_path)
    assert (tmp_path / "results.json").read_text() == "{"


def test_commit_outside_a_checkout_is_unknown(tmp_path):
    assert current_commit(tmp_path) == "unknown"

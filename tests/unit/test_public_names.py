"""The public names, their laziness, and the documented schema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import detente
from detente.schema import coded_article
from detente.series import Row
from detente.story import Story

HEAVY = ("numpy", "onnxruntime", "tokenizers", "duckdb", "trafilatura", "lxml", "jinja2", "yaml", "rich", "msgspec")


def test_names_are_sorted_and_there() -> None:
    assert detente.__all__ == sorted(detente.__all__)
    for name in detente.__all__:
        assert getattr(detente, name) is not None
        assert name in dir(detente)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = detente.nothing


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = "import sys; from detente.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout
    assert not set(HEAVY) & {name.partition(".")[0] for name in done.stderr.split()}


def test_schema_file_is_that_of_the_records(root: Path) -> None:
    kept = json.loads((root / "docs" / "schema.json").read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(coded_article(Story, Row))), "run scripts/schema"


def test_example_stands_in_no_corpus(root: Path) -> None:
    example = (root / "examples" / "palermo-talks.txt").read_text(encoding="utf-8")
    title = example.splitlines()[0]
    for path in (root / "corpus").glob("*/*.txt"):
        text = path.read_text(encoding="utf-8")
        assert title not in text and "Zammit" not in text, path

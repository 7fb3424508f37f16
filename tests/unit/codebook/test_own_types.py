"""Types defined by examples: learned with the real text model, kept beside the file, refused where they cannot be used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente import Coder
from detente.cli import main
from detente.errors import UsageError
from detente.learning import add_types, heads_file, with_own_types
from detente.model.custom import background
from detente.model.session import TextModel
from detente.records import Article

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "own-types.yaml"


@pytest.fixture(scope="module")
def model() -> TextModel:
    return TextModel.load(threads=1)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "own.yaml"
    shutil.copy(EXAMPLE, path)
    done = CliRunner().invoke(main, ["codebook", "add", str(path), "--format", "json"])
    assert done.exit_code == 0, done.output
    for one in json.loads(done.stdout):
        # A third of the marked words unseen in training must be found again, with few false alarms in other news.
        assert one["recall"] >= 0.4 and one["precision"] >= 0.4 and one["false_alarms"] < 2, one
    return path


def test_coding_with_the_codebook_finds_the_types(learned: Path) -> None:
    coder = Coder(str(learned))
    texts = {
        "SUPPLY-CUT": "The pipeline company of Norland cut off natural gas deliveries to Sudmark on Tuesday.",
        "ELECTION-RESULT": "The electoral commission declared Ilse Brandt the winner of the presidential vote.",
        "CYBER-ATTRIBUTION": "The cyber agency blamed the army of Norland for the intrusion into the port's servers.",
    }
    for wanted, text in texts.items():
        events = coder.code(Article(id="a", text=text, published="2020-03-03")).events
        assert wanted in [event.type for event in events], (wanted, [event.type for event in events])
    supply = coder.codebook.type("SUPPLY-CUT")
    assert (supply.quad, supply.score) == (4, -6)


def test_learning_twice_gives_the_same(learned: Path, model: TextModel) -> None:
    before = heads_file(learned).read_bytes()
    add_types(learned, model)
    assert heads_file(learned).read_bytes() == before


def test_a_codebook_without_own_types_changes_nothing(model: TextModel, tmp_path: Path) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text("name: plain\nextends: plover\ntypes:\n  AID: {score: 9}\n", encoding="utf-8")
    assert with_own_types(model, path) is model


def test_what_was_not_learned_is_said_with_the_remedy(model: TextModel, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    shutil.copy(EXAMPLE, path)
    with pytest.raises(UsageError, match="not learned yet") as raised:
        with_own_types(model, path)
    assert "detente codebook add" in raised.value.hint
    heads_file(path).write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be read"):
        with_own_types(model, path)


def test_other_weights_are_refused(learned: Path, model: TextModel, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    shutil.copy(EXAMPLE, path)
    head = json.loads(heads_file(learned).read_text(encoding="utf-8"))
    heads_file(path).write_text(json.dumps({**head, "model": "0" * 12}), encoding="utf-8")
    with pytest.raises(UsageError, match="000000000000"):
        with_own_types(model, path)
    heads_file(path).write_text(json.dumps({**head, "types": head["types"][:1]}), encoding="utf-8")
    with pytest.raises(UsageError, match="changed since"):
        with_own_types(model, path)


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ("[]", "no type has examples"),
        ("['The court [ruled] on it.']", "there are 1"),
        ("['The court ruled on it.']", "number 1 marks no words"),
    ],
)
def test_too_few_examples_are_refused(examples: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"name: own\nextends: plover\ntypes:\n  RULING: {{quad: 3, score: -1, examples: {examples}}}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["codebook", "add", str(path)])
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.output


def test_the_background_is_news_in_general() -> None:
    sentences = background()
    assert len(sentences) > 300 and len(set(sentences)) == len(sentences)

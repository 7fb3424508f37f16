"""What each command prints."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner, Result

from detente._version import __version__
from detente.cli import COMMANDS, main
from detente.evaluate.corpus import load_split
from detente.schema import coded_article
from detente.series import Row
from detente.story import Story, StoryEvent


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """The command as a shell would run it."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_help_lists_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0, result.output
    assert "Example" in result.stdout


def test_version() -> None:
    assert __version__ in run("--version").stdout


def test_schema() -> None:
    printed = json.loads(run("schema").stdout)
    assert printed == json.loads(json.dumps(coded_article(Story, Row)))
    story = Story(id="story-1", label="Talks", first=None, last=None, articles=("a",), events=(StoryEvent(event="a-e1", reports=("a-e1",), independent=1),))
    for name, record in (("Story", story), ("Row", Row(date="2026-03-02", a="PER", b="ECU"))):
        jsonschema.validate(json.loads(msgspec.json.encode(record)), {"$ref": f"#/$defs/{name}", "$defs": printed["$defs"]})


def test_codebook_formats() -> None:
    assert "CONSULT" in run("codebook").stdout
    assert run("codebook", "--format", "markdown").stdout.startswith("# PLOVER")
    plain = json.loads(run("codebook", "--format", "json", "--codebook", "plover-2021").stdout)
    assert "YIELD" in plain["types"] and len(plain["types"]) == 15


def test_a_brief_in_the_terminal_and_as_a_page(root: Path, tmp_path: Path) -> None:
    example = root / "examples" / "palermo-talks.txt"
    shown = run("brief", example)
    assert shown.exit_code == 0, shown.output
    assert "What happened" in shown.stdout and "\x1b" not in shown.stdout
    page = tmp_path / "brief.html"
    assert run("brief", example, "-o", page).exit_code == 0
    assert "<script" not in page.read_text(encoding="utf-8")


def test_standard_input_is_coded(root: Path) -> None:
    text = (root / "examples" / "palermo-talks.txt").read_bytes()
    coded = json.loads(run("code", "-", stdin=text).stdout)
    assert coded["article"]["published"] == "2026-03-03"
    assert coded["events"] and coded["statements"] and coded["times"] and coded["places"]


def test_low_confidence_is_left_out(root: Path) -> None:
    example = root / "examples" / "palermo-talks.txt"
    events = json.loads(run("code", example, "--min-confidence", "0.9").stdout)["events"]
    assert all(event["confidence"] >= 0.9 for event in events)
    assert len(events) < len(json.loads(run("code", example).stdout)["events"])


def test_resolve() -> None:
    rows = '{"text": "the Russian president", "date": "2010-05-01"}\nnothing\n'
    result = run("resolve", stdin=rows)
    assert result.exit_code == 1 and "line 2" in result.stderr
    assert json.loads(result.stdout)["actors"][0]["country"] == "RUS"


def write_gold(root: Path, path: Path, drop: int = 0) -> None:
    """The gold of the test split as JSON Lines, events of each article less `drop`."""
    import msgspec

    pairs = load_split(root / "corpus" / "test")
    golds = (msgspec.structs.replace(pair.gold, events=pair.gold.events[drop:]) for pair in pairs)
    path.write_bytes(b"\n".join(map(msgspec.json.encode, golds)))


def test_gold_against_itself_is_perfect(root: Path, tmp_path: Path) -> None:
    write_gold(root, tmp_path / "gold.jsonl")
    result = run("evaluate", "--gold", tmp_path / "gold.jsonl", "--coded", tmp_path / "gold.jsonl", "--format", "json")
    figures = json.loads(result.stdout)["gold.jsonl"]["figures"]
    assert figures["type"]["value"] == figures["status"]["value"] == figures["spans valid"]["value"] == 1.0


def test_figures_under_their_floor_end_with_one(root: Path, tmp_path: Path) -> None:
    write_gold(root, tmp_path / "gold.jsonl")
    write_gold(root, tmp_path / "coded.jsonl", drop=2)
    (tmp_path / "floors.json").write_text('{"gold.jsonl": {"type": 0.999}}', encoding="utf-8")
    files = ("--gold", tmp_path / "gold.jsonl", "--coded", tmp_path / "coded.jsonl")
    assert run("evaluate", *files).exit_code == 0
    result = run("evaluate", *files, "--floors", tmp_path / "floors.json")
    assert result.exit_code == 1 and "below its floor" in result.stderr


def test_a_broken_line_of_gold_is_named(root: Path, tmp_path: Path) -> None:
    write_gold(root, tmp_path / "gold.jsonl")
    (tmp_path / "coded.jsonl").write_text("\n{\n", encoding="utf-8")
    result = run("evaluate", "--gold", tmp_path / "gold.jsonl", "--coded", tmp_path / "coded.jsonl")
    assert result.exit_code == 2 and "coded.jsonl, line 2" in result.stderr


def test_absent_sets_are_named(tmp_path: Path) -> None:
    result = run("evaluate", "--data", tmp_path)
    assert result.exit_code == 0, result.output
    assert "left out: time_tbaq" in result.stderr and "left out: uner_en" in result.stderr


def test_time_set_is_measured(tmp_path: Path) -> None:
    import gzip

    text = "The minister left on Monday and came back on 12 May 2021."
    times = [{"start": 21, "end": 27, "type": "DATE", "value": "2021-05-10"}, {"start": 44, "end": 55, "type": "DATE", "value": "2021-05-12"}]
    folder = tmp_path / "time_tbaq"
    folder.mkdir()
    row = {"id": "a", "dct": "2021-05-13", "text": text, "timexes": times}
    (folder / "own.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    result = run("evaluate", "--data", tmp_path, "--format", "json")
    assert json.loads(result.stdout)["time_tbaq"]["figures"]["time value"]["value"] == 1.0


def test_name_set_is_measured(tmp_path: Path) -> None:
    import gzip

    tokens = ["Clara", "Zammit", "met", "ministers", "in", "Paris", "on", "Monday", "."]
    folder = tmp_path / "uner_en"
    folder.mkdir()
    row = {"id": "a", "tokens": tokens, "ents": [[0, 2, "PER"], [5, 6, "LOC"]]}
    (folder / "en_ewt-test.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    figures = json.loads(run("evaluate", "--data", tmp_path, "--format", "json").stdout)["uner_en test"]["figures"]
    assert figures["name"]["gold"] == 2 and figures["name"]["value"] >= 0.5

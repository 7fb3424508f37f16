"""Errors of the command line: one line that names the input and the remedy, the right exit code, the rest kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main

GOOD = "GENEVA, 12 May 2021 - France and Chad signed an agreement on water on Monday. The minister said that talks will continue in June.\n"
FRENCH = "Le président de la République a déclaré que les négociations avec les pays voisins vont reprendre dans la capitale et que la paix est proche.\n"


def run(*arguments: str | Path) -> Result:
    """The command as a shell would run it."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def told(result: Result, name: str, remedy: str, code: int = 1) -> None:
    """One line on standard error names the input and the remedy; no traceback; the exit code fits."""
    assert result.exit_code == code, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    lines = [line for line in result.stderr.splitlines() if name in line]
    assert len(lines) == 1, result.stderr
    assert remedy in lines[0]
    assert "Traceback" not in result.output


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """An article that can be coded."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def ids(result: Result) -> list[str]:
    """The articles that were coded."""
    return [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("empty.txt", b"", "Give a file"),
        ("blank.txt", b" \n\t\n", "Give a file"),
        ("binary.txt", bytes(range(256)) * 8, "Give text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 300, "Give text"),
        ("huge.txt", b"word " * 10_500_000, "Split it"),
        ("french.txt", FRENCH.encode() * 3, "--force"),
        ("page.html", b"<html><body><script>1</script></body></html>", "Save the article"),
    ],
)
def test_a_bad_file_is_named_and_the_rest_kept(good: Path, name: str, content: bytes, remedy: str) -> None:
    bad = good.with_name(name)
    bad.write_bytes(content)
    result = run("code", bad, good)
    told(result, Path(name).stem, remedy)
    assert ids(result) == ["good"]


def test_another_encoding_is_read_or_named(good: Path) -> None:
    bad = good.with_name("sixteen.txt")
    bad.write_bytes(b"\xff\xfe" + "a".encode("utf-16-le") * 50 + b"\x00\xd8")
    result = run("code", bad, good)
    told(result, "sixteen.txt", "UTF-8")
    assert ids(result) == ["good"]


def test_force_codes_another_language(tmp_path: Path) -> None:
    path = tmp_path / "french.txt"
    path.write_text(FRENCH * 3, encoding="utf-8")
    result = run("code", "--force", "--published", "2021-05-12", path)
    assert result.exit_code == 0 and ids(result) == ["french"]


def test_a_missing_file(good: Path) -> None:
    result = run("code", good.with_name("nowhere.txt"), good)
    told(result, "nowhere.txt", "Check")
    assert ids(result) == ["good"]


def test_an_unreadable_folder(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = good.with_name("locked")
    locked.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:  # root may read everything, so the refusal is played
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run("code", locked, good)
    told(result, "locked", "Check")
    assert ids(result) == ["good"]


def test_row_seventeen_of_a_table(tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"r{n}", "text": GOOD, "published": "2021-05-12"}) for n in range(1, 21)]
    rows[16] = '{"id": "r17", "text": '
    table = tmp_path / "rows.jsonl"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    result = run("code", table)
    told(result, "row 17", "")
    assert len(ids(result)) == 19 and "r17" not in ids(result)


def test_no_date_is_told_and_coded(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("France and Chad signed an agreement on water on Monday, the minister said in the capital of the country.\n", encoding="utf-8")
    result = run("code", path)
    told(result, "undated", "--published", code=0)
    assert ids(result) == ["undated"]
    assert json.loads(result.stdout)["article"]["published"] is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code", "GOOD", "--codebook", "nowhere.yaml"], "no such codebook"),
        (["codebook", "--codebook", "nowhere.yaml"], "no such codebook"),
        (["code", "GOOD", "--format", "word"], "word"),
        (["code", "GOOD", "--published", "someday"], "someday"),
        (["brief", "GOOD", "-o", "brief.docx"], ".docx"),
        (["brief"], "Name an article"),
        (["evaluate", "--gold", "gold.jsonl"], "--coded"),
        (["evaluate", "--corpus", "nowhere"], "nowhere"),
        (["evaluate", "--data", "nowhere"], "nowhere"),
        (["evaluate", "--floors", "nowhere.json"], "nowhere.json"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_ends_with_two(good: Path, arguments: list[str], words: str) -> None:
    result = run(*(good if word == "GOOD" else word for word in arguments))
    assert result.exit_code == 2, result.output
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_an_output_that_cannot_be_written(good: Path) -> None:
    result = run("brief", good, "-o", good / "brief.html")
    assert result.exit_code == 2
    assert "brief.html" in result.stderr

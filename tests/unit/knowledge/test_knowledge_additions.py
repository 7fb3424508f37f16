"""A user's own rows: read from YAML and tables, checked as a whole, written at once, and found by the resolver."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.knowledge.additions import add
from detente.knowledge.own import folder, own_rows
from detente.knowledge.schema import TABLES

CABINET = """
offices:
  - {country: KEN, office: foreign minister, name: Grace Wanjiru, start: 2026-07-01}
groups:
  - {code: RIVER_FRONT, country: KEN, sectors: [REB, PRE], name: River Front, aliases: [RFK, River Front rebels]}
"""


@pytest.fixture
def cabinet(tmp_path: Path) -> Path:
    path = tmp_path / "cabinet.yaml"
    path.write_text(CABINET, encoding="utf-8")
    return path


def names(place: Path, table: str = "offices") -> list[str]:
    return [TABLES[table].row(cells)["name"] for cells in own_rows(TABLES[table], place)]


def test_rows_are_added_and_replaced(cabinet: Path, tmp_path: Path) -> None:
    place = tmp_path / "facts"
    added = add(cabinet, place=place)
    assert [(one.table.name, len(one.rows), one.replaced) for one in added] == [("offices", 1, 0), ("groups", 1, 0)]
    again = add(cabinet, place=place)
    assert [one.replaced for one in again] == [1, 1]
    assert names(place) == ["Grace Wanjiru"]
    row = TABLES["groups"].row(own_rows(TABLES["groups"], place)[0])
    assert (row["sectors"], row["aliases"], row["source"]) == ("REB,PRE", "RFK|River Front rebels", "user")


def test_a_dry_run_writes_nothing(cabinet: Path, tmp_path: Path) -> None:
    place = tmp_path / "facts"
    assert len(add(cabinet, place=place, dry_run=True)) == 2
    assert not place.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("offices:\n- {country: KNE, office: foreign minister, name: A B, start: 2026-07-01}", "row 1: country 'KNE'"),
        ("offices:\n- {country: KEN, office: foreign minister, name: A B, start: soon}", "no day"),
        ("offices:\n- {country: KEN, title: foreign minister}", "no column title"),
        ("ministers:\n- {country: KEN}", "no table 'ministers'"),
        ("offices: 3", "not tables over lists"),
        ("offices: []", "no rows"),
        ("offices: [KEN]", "no list of columns"),
        ("groups:\n- {code: X, country: KEN, sectors: [RBE], name: X Y}", "RBE"),
    ],
)
def test_a_wrong_file_is_told_and_nothing_is_written(tmp_path: Path, text: str, told: str) -> None:
    path, place = tmp_path / "wrong.yaml", tmp_path / "facts"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told.replace("'", ".")):
        add(path, place=place)
    assert not place.exists()


def test_one_wrong_row_keeps_all_out(cabinet: Path, tmp_path: Path) -> None:
    place = tmp_path / "facts"
    add(cabinet, place=place)
    cabinet.write_text(CABINET.replace("Grace Wanjiru", "Joan Atieno").replace("REB", "RBE"), encoding="utf-8")
    with pytest.raises(UsageError):
        add(cabinet, place=place)
    assert names(place) == ["Grace Wanjiru"]
    assert not list(place.glob("*.tmp"))


@pytest.mark.parametrize("text", ["country\toffice\tname\tstart\nKEN\tforeign minister\tJoan Atieno\t2026-07-01\n",
                                  "\ufeffname\tstart\tcountry\toffice\r\nJoan Atieno\t2026-07-01\tKEN\tforeign minister\r\n"])  # fmt: skip
def test_a_table_names_its_columns_in_any_order(tmp_path: Path, text: str) -> None:
    path = tmp_path / "minister.tsv"
    path.write_bytes(text.encode())
    add(path, place=tmp_path / "facts")
    assert names(tmp_path / "facts") == ["Joan Atieno"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"name\tcolour\nA\tred\n", b"country\toffice\tname\tstart\nKEN\ta\tb\tc\td\te\n"])
def test_a_table_of_another_form_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.tsv"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        add(path, place=tmp_path / "facts")


def test_a_spoiled_own_table_names_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "offices.tsv").write_text("spoiled\n", encoding="utf-8")
    with pytest.raises(UsageError, match="detente knowledge add"):
        own_rows(TABLES["offices"], tmp_path)


def test_the_folder_is_the_variable_or_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DETENTE_KNOWLEDGE", str(tmp_path))
    assert folder() == tmp_path
    monkeypatch.delenv("DETENTE_KNOWLEDGE")
    assert folder().parts[-2:] == ("detente", "knowledge")


def test_the_resolver_knows_what_was_added(cabinet: Path, tmp_path: Path, root: Path) -> None:
    environment = {**os.environ, "DETENTE_KNOWLEDGE": str(tmp_path / "facts"), "PYTHONPATH": str(root / "src")}
    call = [sys.executable, "-m", "detente"]
    done = subprocess.run([*call, "knowledge", "add", str(cabinet)], env=environment, capture_output=True, text=True, check=True)
    assert "added 1 to offices" in done.stdout
    asked = [{"text": "the Kenyan foreign minister", "date": "2026-08-01"}, {"text": "River Front fighters"}]
    lines = "\n".join(map(json.dumps, asked))
    done = subprocess.run([*call, "resolve"], env=environment, input=lines, capture_output=True, text=True, check=True)
    first, second = (json.loads(line)["actors"][0] for line in done.stdout.splitlines())
    assert (first["name"], first["country"]) == ("Grace Wanjiru", "KEN")
    assert (second["id"], second["sectors"]) == ("group:RIVER_FRONT", ["REB", "PRE"])
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(CABINET.replace("KEN", "KNE"), encoding="utf-8")
    done = subprocess.run([*call, "knowledge", "add", str(wrong)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "KNE" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_office_is_kept_by_the_word_that_mentions_are_led_to(tmp_path: Path) -> None:
    file = tmp_path / "cabinet.tsv"
    file.write_text("country\toffice\tname\tstart\nTZA\tMinister of Defence\tJuma Said\t2026-07-01\nTZA\tminister of water\tAsha Komba\t2026-07-01\n")
    added = add(file, place=tmp_path, dry_run=True)
    assert [row["office"] for row in added[0].rows] == ["defence minister", "water minister"]

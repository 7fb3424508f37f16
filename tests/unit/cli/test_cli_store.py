"""`detente ingest` and `detente store` as a person calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from benchmarks.articles import articles
from click.testing import CliRunner, Result
from tests.serving import Site

from detente.cli import main

GERMAN = "Die Außenministerin hat am Dienstag in Oslo mit ihrem Kollegen über den Fang von Kabeljau gesprochen, und das ist nicht alles."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in" / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles(6)), encoding="utf-8")
    (folder / "in" / "german.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "in" / "empty.txt").write_text("", encoding="utf-8")
    (folder / "in" / "rows.csv").write_text("id,text\n1,\n2,Norway sued Chile over cod on Monday in Oslo.\n", encoding="utf-8")
    done = run("ingest", folder / "in", "--store", folder / "store", "--published", "2024-05-01")
    assert done.exit_code == 1
    assert "stored 7, known before 0, failed 3." in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["articles"] == 7
    return folder / "store"


def rows(query: str, store: Path, *more: str) -> list[dict[str, str]]:
    done = run("store", "sql", query, "--store", store, *more)
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_what_failed_is_in_quarantine_until_it_is_right(store: Path) -> None:
    aside = {Path(row["id"]).name: row["reason"] for row in rows("SELECT * FROM quarantine", store)}
    assert set(aside) == {"german.txt", "empty.txt", "rows.csv, row 1"}
    assert "English" in aside["german.txt"]
    listed = run("store", "check", "--store", store)
    assert listed.exit_code == 0 and listed.stdout.endswith("sound\n") and "in quarantine: " in listed.stdout
    folder = store.parent / "in"
    (folder / "empty.txt").write_text("Kenya thanked Peru for the grain on Monday in Nairobi, the ministry said.", encoding="utf-8")
    (folder / "german.txt").unlink()
    again = run("ingest", folder, "--store", store, "--published", "2024-05-01")
    assert "stored 1, known before 7, failed 1." in again.stderr
    assert {Path(row["id"]).name for row in rows("SELECT * FROM quarantine", store)} == {"rows.csv, row 1"}


def test_forms_of_an_answer(store: Path) -> None:
    query = "SELECT name, published FROM articles WHERE name = 'g1-0'"
    assert run("store", "sql", query, "--store", store).stdout == "name,published\ng1-0,2024-05-01\n"
    assert json.loads(run("store", "sql", query, "--store", store, "--format", "jsonl").stdout) == {"name": "g1-0", "published": "2024-05-01"}
    assert "g1-0" in run("store", "sql", query, "--store", store, "--format", "table").stdout
    assert rows("SELECT count(*) AS n FROM articles", store, "--as-of", "1") == [{"n": "7"}]


@pytest.mark.parametrize(("arguments", "told"), [
    (("store", "sql", "SELECT 1", "--store", "nothing-here"), "no store"),
    (("store", "check", "--store", "nothing-here"), "no store"),
    (("ingest", "x.txt", "--published", "soon"), "no date"),
    (("ingest",), "Missing argument"),
    (("ingest", "nothing.toml"), "cannot be read"),
    (("ingest", "x.txt", "--watch"), "something to poll"),
    (("ingest", "x.txt", "--codebook", "nothing"), "no such codebook"),
    (("ingest", "x.txt", "--workers", "0"), "workers"),
])  # fmt: skip
def test_wrong_calls(arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def test_amend(store: Path) -> None:
    event = rows("SELECT event FROM events ORDER BY event LIMIT 1", store)[0]["event"]
    assert run("store", "amend", event, "--set", "status=denied", "--by", "Ana", "--store", store).exit_code == 0
    assert rows("SELECT event, status FROM events WHERE amended_by = 'Ana'", store) == [{"event": event, "status": "denied"}]
    assert run("store", "amend", event, "--set", "status", "--by", "Ana", "--store", store).exit_code == 2
    assert run("store", "amend", "none", "--remove", "--by", "Ana", "--store", store).exit_code == 1


def test_compact(store: Path) -> None:
    done = run("store", "compact", "--store", store)
    assert done.exit_code == 0 and "articles: " in done.stdout
    assert run("store", "check", "--store", store).exit_code == 0


def test_nothing_readable_is_told(tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "none.txt", tmp_path / "*.html", "--store", tmp_path / "store")
    assert done.exit_code == 1
    assert "none.txt does not exist" in done.stderr and "matches no file" in done.stderr


def test_an_address_of_ones_own_is_allowed_by_name(site: Site, tmp_path: Path) -> None:
    body = "<p>The envoys of Norway and Chile met in Oslo on Monday and said that nothing was decided about cod.</p>" * 2
    url = site.page("/a.html", f"<html><body><article><h1>Envoys</h1>{body}</article></body></html>")
    refused = run("ingest", url, "--store", tmp_path / "store")
    assert refused.exit_code == 1 and site.asked == []
    assert "stored 1" in run("ingest", url, "--store", tmp_path / "store", "--allow", site.host).stderr

"""Tricks with paths: SQL that would reach beyond the store, links out of a folder, names made of dots and slashes."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from detente.errors import InputError, UsageError
from detente.ingest import read
from detente.records import Article, CodedArticle
from detente.store import Batch, Store, article_rows, content_id

PLACES = (
    "/etc/passwd", "../../../../etc/passwd", "file:///etc/passwd", "/proc/self/environ", "http://127.0.0.1/x.parquet", "https://news.example/x.csv",
    "s3://bucket/x.parquet", "{root}/secret.csv", "{root}/store/../secret.csv", "{root}/store/writers/../../secret.csv", "~/.ssh/id_rsa",
    "{root}/**", "{root}/secret.*",
)  # fmt: skip
READS = (
    "SELECT * FROM read_text('{}')", "SELECT * FROM read_blob('{}')", "SELECT * FROM read_csv('{}')", "SELECT * FROM read_parquet('{}')",
    "SELECT * FROM read_json('{}')", "SELECT * FROM '{}'", "SELECT * FROM sniff_csv('{}')", "SELECT * FROM parquet_metadata('{}')",
    "WITH x AS (SELECT * FROM read_text(['{}'])) SELECT * FROM x",
)  # fmt: skip
WRITES = (
    "COPY (SELECT 1) TO '{}'", "COPY articles TO '{}' (FORMAT csv)", "ATTACH '{}'", "ATTACH '{}' AS other (TYPE sqlite)", "EXPORT DATABASE '{}'",
    "IMPORT DATABASE '{}'", "LOAD '{}'", "INSTALL '{}'", "EXPLAIN ANALYZE COPY (SELECT 1) TO '{}'", "CREATE TABLE x AS SELECT * FROM '{}'",
)  # fmt: skip
OTHERS = (
    "INSTALL httpfs", "LOAD httpfs", "SET enable_external_access = true", "SET lock_configuration = false", "RESET enable_external_access",
    "SET allowed_paths = ['/']", "SET temp_directory = '/tmp'", "PRAGMA enable_object_cache", "CREATE SECRET (TYPE s3)", "DROP VIEW events",
    "DELETE FROM runs", "INSERT INTO runs SELECT * FROM runs", "UPDATE runs SET seq = 0", "CREATE TABLE x (a INT)", "CALL pragma_version()",
    "SELECT 1; DROP VIEW events", "SELECT 1; COPY (SELECT 1) TO '/x'", "USE memory", "CHECKPOINT", "VACUUM", "BEGIN", "PREPARE x AS SELECT 1",
    "DETACH memory", "ALTER TABLE runs ADD COLUMN x INT", "CREATE MACRO f() AS 1", "", ";", "-- nothing",
)  # fmt: skip
QUERIES = [*(query.format(place) for query, place in product((*READS, *WRITES), PLACES)), *OTHERS]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("paths")
    (root / "secret.csv").write_text("word\nsesame\n", encoding="utf-8")
    article = Article(id="", text="The envoys met in Oslo.", published="2024-05-01", model="m", codebook="plover", version="0")
    batch = Batch("ingest")
    batch.add(article_rows(CodedArticle(article=Article(id=content_id(article), text=article.text, published=article.published))))
    Store.open(root / "store", create=True).write(batch)
    return root


def test_there_are_enough() -> None:
    assert len(QUERIES) >= 200


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_sql_stays_in_the_store(query: str, stored: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in stored.rglob("*") if path.is_file()}
    snapshot = Store.open(stored / "store").snapshot()
    with pytest.raises(UsageError) as caught:
        list(snapshot.sql(query.replace("{root}", str(stored))))
    assert caught.value.code == "sql" and "sesame" not in str(caught.value)
    assert {path: path.stat().st_mtime_ns for path in stored.rglob("*") if path.is_file()} == before
    assert list(snapshot.sql("SELECT count(*) FROM articles")) == [(1,)]


def test_the_snapshots_own_files_cannot_be_overwritten(stored: Path) -> None:
    snapshot = Store.open(stored / "store").snapshot()
    file = snapshot.files("articles")[0]
    before = Path(file).read_bytes()
    for query in (f"COPY (SELECT 1) TO '{file}'", f"EXPLAIN ANALYZE COPY (SELECT 1) TO '{file}'", f"EXPLAIN COPY (SELECT 1) TO '{file}'"):
        with pytest.raises(UsageError):
            list(snapshot.sql(query))
    assert Path(file).read_bytes() == before


NAMES = ["../evil", "..\\evil", "/evil", "a/../../evil", "~root", "C:\\evil", "evil\n", "a'; DROP TABLE x; --", "$(id)", "`id`", "%2e%2e%2fevil", "CON"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_a_row_is_no_path(name: str, tmp_path: Path) -> None:
    text = "The envoys of the two states met in Oslo and said that nothing was decided."
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": name, "text": text, "url": name}), encoding="utf-8")
    (article,) = read(tmp_path / "in.jsonl")
    assert isinstance(article, Article)
    store = Store.open(tmp_path / "store", create=True)
    batch = Batch("ingest")
    batch.add(article_rows(CodedArticle(article=Article(id=content_id(article), text=article.text, url=article.url))))
    store.write(batch)
    assert store.present([content_id(article)])
    inside = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    assert inside == {"in.jsonl", "store"}


@pytest.mark.parametrize("target", ["secret.txt", "../secret.txt", "/etc/passwd", "../folder/../secret.txt"])
def test_a_link_out_of_the_folder_is_not_followed(target: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("sesame " * 40, encoding="utf-8")
    link = folder / "news.txt"
    link.symlink_to(tmp_path / "secret.txt" if target == "secret.txt" else target)
    found = list(read(folder))
    assert found and all(isinstance(item, InputError) and "leads out" in str(item) for item in found)

"""Tables, folders and standard input: one bad row or file is named, the rest is kept."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import duckdb
import pytest

from detente.errors import InputError
from detente.ingest import read
from detente.records import Article

BODY = "The envoys of the two states met in the capital for an hour and they said that nothing was decided."


def split(items: object) -> tuple[list[Article], list[InputError]]:
    listed = list(items)  # type: ignore[call-overload]
    return [i for i in listed if isinstance(i, Article)], [i for i in listed if isinstance(i, InputError)]


def test_json_lines_keep_all_but_the_broken_row(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": n, "Body": BODY, "date": "2021-05-05T10:00:00Z", "source": "Coast", "x": 1})
        for n in range(1, 31)
    ]
    rows[16] = rows[16][:40]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    good, bad = split(read(path))
    assert len(good) == 29 and len(bad) == 1
    assert "row 17" in bad[0].message and str(path) in bad[0].message and bad[0].code == "row"
    assert (good[0].id, good[0].published, good[0].outlet, good[0].language) == ("1", "2021-05-05", "Coast", "en")


def test_csv_keeps_all_but_the_broken_row(tmp_path: Path) -> None:
    lines = ["title,text,published"] + [f'T{n},"{BODY}",2021-05-05' for n in range(1, 31)]
    lines[17] = 'T17,"An open quote,2021-05-05'
    lines[20] = "one cell"
    path = tmp_path / "news.csv"
    path.write_bytes(("\ufeff" + "\r\n".join(lines)).encode())
    good, bad = split(read(path))
    assert [error.message.split(":")[0] for error in bad] == [f"{path}, row 17", f"{path}, row 20"]
    assert len(good) == 28 and good[0].id == "news-1" and good[-1].id == "news-30" and good[-1].title == "T30"


def test_csv_dialects_and_quoted_line_ends(tmp_path: Path) -> None:
    for name, mark in (("a.csv", ";"), ("b.tsv", "\t"), ("c.csv", ",")):
        path = tmp_path / name
        path.write_text(f'id{mark}text\nx{mark}"One, two; ""three""\n\nfour {BODY}"\n', encoding="utf-8")
        good, bad = split(read(path, published="2020-01-01"))
        assert not bad and good[0].text == f'One, two; "three"\n\nfour {BODY}' and good[0].published == "2020-01-01"


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "odd [name]*.parquet"
    rows = f"CASE WHEN i = 17 THEN NULL ELSE '{BODY}' END AS content, DATE '2021-05-05' AS date, i AS id"
    duckdb.sql(f"SELECT {rows} FROM range(1, 21) t(i)").write_parquet(str(tmp_path / "plain.parquet"))
    (tmp_path / "plain.parquet").rename(path)
    good, bad = split(read(path))
    assert len(good) == 19 and good[0].published == "2021-05-05" and good[0].id == "1"
    assert len(bad) == 1 and "row 17" in bad[0].message
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1 no")
    assert split(read(broken))[1][0].code == "binary"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jsonl", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"title,when\nx,y\n", "columns"),
        ("a.jsonl", b'{"text": "a\\ud800b"}\n', "row"),
        ("a.jsonl", b'{"text": "a\\u0000b"}\n', "row"),
        ("a.jsonl", b"[" * 50_000 + b"\n", "row"),
        ("a.jsonl", b'{"title": "no text"}\n', "row"),
        ("a.csv", "text\nМинистры двух стран\n".encode("cp1251"), "encoding"),
    ],
)
def test_table_errors(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    good, bad = split(read(path))
    assert not good and [error.code for error in bad] == [code]


def test_folder_is_read_in_order_and_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/2.txt", "a.md", "c.txt", ".hidden/x.txt", "picture.png"):
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    (tmp_path / "b" / "1.txt").write_bytes(b"")
    good, bad = split(read(tmp_path))
    assert [article.id for article in good] == ["a", "2", "c"]
    assert [error.code for error in bad] == ["empty"]


def test_folder_without_readable_files(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [error.code for error in split(read(tmp_path))[1]] == ["nothing"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    locked.chmod(0)
    try:
        assert [error.code for error in split(read(tmp_path))[1]] == ["unreadable", "unreadable"]
    finally:
        locked.chmod(0o700)


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert [error.code for error in split(read(tmp_path))[1]] == ["unreadable"]


def test_standard_input() -> None:
    good, _ = split(read("-", stdin=io.BytesIO(BODY.encode())))
    assert (good[0].id, good[0].text) == ("stdin", BODY)
    line = json.dumps({"text": BODY, "id": "k"}).encode()
    assert [a.id for a in split(read("-", stdin=io.BytesIO(line + b"\n" + line + b"\n")))[0]] == ["k", "k"]
    assert split(read("-", stdin=io.BytesIO(b"")))[1][0].code == "empty"

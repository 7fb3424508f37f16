"""Input made to do harm is read or refused, quickly, and never raises."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import InputError
from detente.ingest import read
from detente.records import Article
from detente.text import plain, sentences
from detente.when import find_times

WORDS = "<p>The envoys of the two states met in the capital for an hour and said that nothing was decided.</p>" * 3
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("suffix", [".txt", ".md", ".jsonl", ".csv", ".tsv", ".html", ".parquet", ""])
@SETTINGS
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_random_bytes_never_raise(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"random{suffix}"
    path.write_bytes(data)
    for item in read(path, published="2021-12-13"):
        assert isinstance(item, Article | InputError)
        if isinstance(item, Article):
            item.text.encode("utf-8")
            spans = sentences(item.text)
            assert len(plain(item.text)) == len(item.text)
            for found in find_times(item.text, spans, item.published, item.updates):
                assert item.text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + WORDS,
        "<b><i>" * 200 + WORDS,
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p>' + WORDS + "</body></html>",
        "<html><head><meta http-equiv=refresh content='0;url=file:///etc/passwd'></head><body>" + WORDS,
        "<html><body>" + "<p" * 50_000,
        "<html><body>" + "<!--" * 50_000 + WORDS,
        "<html><body><p>" + "&amp;" * 100_000 + WORDS,
        "<html><body><script>" + "x" * 300_000 + "</script>" + WORDS,
    ],
)
def test_pages_end_quickly_and_leak_nothing(tmp_path: Path, html: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    begin = time.perf_counter()
    items = list(read(path))
    assert time.perf_counter() - begin < 15
    assert len(items) == 1
    assert "root:" not in str(items[0])


def test_csv_of_open_quotes_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    path.write_text("text\n" + '"x\n' * 20_000, encoding="utf-8")
    begin = time.perf_counter()
    assert all(isinstance(item, InputError) for item in read(path))
    assert time.perf_counter() - begin < 15


def test_a_field_of_megabytes_is_read_within_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("text,id\n" + "word " * 400_000 + ",1\nShort enough text,2\n", encoding="utf-8")
    assert [item.id for item in read(path) if isinstance(item, Article)] == ["1", "2"]


@pytest.mark.parametrize(
    "piece", ["UPDATE ", "\n\n", "According to ", "A ", "A, ", "(", "With reporting by A, ", "1/1/", "By "]
)
def test_plain_text_is_read_in_linear_time(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" + piece * (300_000 // len(piece)), encoding="utf-8")
    begin = time.perf_counter()
    list(read(path))
    assert time.perf_counter() - begin < 8

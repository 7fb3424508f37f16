"""What every registered format keeps: what was written is read, and what was read is written again byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from coded_articles import MEET, coded_articles
from hypothesis import HealthCheck, given, settings

from detente import export
from detente.errors import InputError, UsageError
from detente.records import CodedArticle

NAMES = export.names()


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_read_and_written_again_byte_for_byte(name: str, tmp_path: Path) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    export.write(name, [MEET], first)
    items = list(export.read(name, first))
    assert items
    assert not any(isinstance(item, InputError) for item in items)
    export.convert(name, items, name, again)
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "parquet"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(coded=coded_articles)
def test_any_unicode_goes_round(name: str, tmp_path: Path, coded: list[CodedArticle]) -> None:
    first, again = tmp_path / "first", tmp_path / "again"
    export.write(name, coded, first, export.Options(everything=True))
    items = list(export.read(name, first))
    assert [item for item in items if isinstance(item, InputError)] == []
    export.convert(name, items, name, again)
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_no_article_is_a_table_without_rows(name: str, tmp_path: Path) -> None:
    export.write(name, [], tmp_path / "none")
    assert list(export.read(name, tmp_path / "none")) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_leaves_the_old_file_and_nothing_else(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")

    def broken():  # type: ignore[no-untyped-def]
        yield MEET
        raise RuntimeError

    with pytest.raises(RuntimeError):
        export.write(name, broken(), target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_and_a_missing_folder_are_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="absent"):
        list(export.read(name, tmp_path / "absent"))
    with pytest.raises(UsageError, match="nowhere"):
        export.write(name, [MEET], tmp_path / "nowhere" / "out")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "parquet"])
def test_standard_output_gets_the_same_bytes(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    export.write(name, [MEET], tmp_path / "file")
    export.write(name, [MEET])
    assert capfdbinary.readouterr().out == (tmp_path / "file").read_bytes()


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="jsonl parquet csv plover polecat icews gdelt"):
        export.write("xml", [])

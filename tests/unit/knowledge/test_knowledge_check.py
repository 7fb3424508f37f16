"""Findings about tables: each kind of mistake is told, with its place, and sound rows give none."""

from __future__ import annotations

import pytest

from detente.knowledge.check import Codes, Placed, check, check_rows, codes, shares
from detente.knowledge.schema import TABLES, table_of


@pytest.fixture(scope="module")
def known() -> Codes:
    return codes()


def texts(table: str, known: Codes, *rows: dict[str, str]) -> list[str]:
    """The findings about rows, each completed with what a sound row has."""
    whole = [dict.fromkeys(TABLES[table].columns, "") | {"source": "recalled"} | row for row in rows]
    return [one.text for one in check_rows(TABLES[table], [Placed(f"t.tsv:{i}", row) for i, row in enumerate(whole, 2)], known)]


OFFICE = {"country": "KEN", "office": "foreign minister", "name": "Grace Wanjiru", "start": "2026-01-05"}


def test_the_shipped_tables_have_no_errors() -> None:
    assert [one for one in check() if one.level == "error"] == []


def test_a_sound_row_gives_no_finding(known: Codes) -> None:
    assert texts("offices", known, OFFICE) == []
    assert texts("offices", known, OFFICE | {"country": "@UN", "office": "spokesperson"}) == []
    assert texts("offices", known, OFFICE | {"country": "@HAMAS", "office": "leader"}) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": "2026-13-05"}, "no day"),
        ({"start": "2026"}, "no day"),
        ({"end": "2025-01-05"}, "is not after start"),
        ({"country": "KNE"}, "no known state"),
        ({"country": "@NOBODY"}, "no known state"),
        ({"name": ""}, "name is empty"),
        ({"name": "Grace  Wanjiru"}, "blanks too many"),
        ({"source": "a book"}, "not in SOURCES.md"),
        ({"source": "recalled:sure"}, "only recalled has a confidence"),
    ],
)
def test_each_mistake_is_told(known: Codes, change: dict[str, str], told: str) -> None:
    assert any(told in text for text in texts("offices", known, OFFICE | change))


def test_codes_kinds_and_sectors_are_known_ones(known: Codes) -> None:
    group = {"code": "RF", "country": "KEN", "sectors": "REB,XYZ", "name": "River Front"}
    assert any("XYZ" in text for text in texts("groups", known, group))
    assert any("IMG" in text for text in texts("groups", known, group | {"country": "", "sectors": "REB"}))
    assert any("kind 'blog'" in text for text in texts("outlets", known, {"name": "Lake Gazette", "country": "KEN", "kind": "blog"}))
    assert any("no code" in text for text in texts("members", known, {"org": "NOBODY", "iso3": "KEN"}))
    assert any("Q and a number" in text for text in texts("wikidata", known, {"id": "state:KEN", "wikidata": "114"}))


def test_a_fact_twice_and_two_holders_at_a_time_are_told(known: Codes) -> None:
    assert any("second row" in text for text in texts("offices", known, OFFICE, OFFICE | {"name": "grace wanjiru"}))
    first = OFFICE | {"start": "2025-01-01", "end": "2026-06-01", "name": "Peter Okello"}
    assert any("Peter Okello until" in text for text in texts("offices", known, first, OFFICE))
    shared = {"office": "vice president"}
    assert texts("offices", known, first | shared, OFFICE | shared) == []


def test_shares_count_what_rests_on_memory() -> None:
    found = {one.table: one for one in shares()}
    assert found["offices"].rows > found["offices"].recalled > 0
    assert found["states"].recalled == 0


def test_a_header_tells_its_table() -> None:
    table = table_of(["country", "office", "name", "start"])
    assert table is not None
    assert table.name == "offices"
    assert table_of(["name"]) is None
    assert table_of(["country", "colour"]) is None

"""Exact columns, the days and pairs of one-pair tables, and what the readers put up with."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from coded_articles import CHAD, MEET, MEETING, SALEH, WANJIRU, WEST

from detente import export
from detente.cli import main
from detente.errors import InputError, UsageError
from detente.event import rules
from detente.export import gdelt, icews, mentions, polecat

ICEWS = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|"
    "Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
)
POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|"
    "Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|"
    "Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|"
    "Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|"
    "Language|Version"
)


def written(name: str, path: Path, **asked: Any) -> list[Any]:
    export.write(name, [MEET], path, export.Options(**asked))
    return list(export.read(name, path))


def test_the_column_lists_are_the_published_ones() -> None:
    assert icews.COLUMNS == tuple(ICEWS.split("|"))
    assert polecat.COLUMNS == tuple(POLECAT.split("|"))
    assert len(icews.COLUMNS) == 20
    assert len(polecat.COLUMNS) == 40
    assert len(gdelt.COLUMNS) == 61
    assert len(mentions.COLUMNS) == 16
    assert gdelt.COLUMNS[5:8] == ("Actor1Code", "Actor1Name", "Actor1CountryCode")
    assert gdelt.COLUMNS[25:35] == ("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
                                    "NumMentions", "NumSources", "NumArticles", "AvgTone")  # fmt: skip
    assert gdelt.COLUMNS[38:40] == ("Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code")
    assert gdelt.COLUMNS[51:] == ("ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code",
                                  "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL")  # fmt: skip


def test_a_meeting_is_both_pairs_a_promise_is_dated_when_told_and_a_denied_act_stays_out(tmp_path: Path) -> None:
    rows = written("icews", tmp_path / "t")
    assert [(row["Source Name"], row["Target Name"], row["Event Date"], row["CAMEO Code"]) for row in rows] == [
        ("Grace Wanjiru", "Idris Saleh", "1998-05-04", "040"),
        ("Idris Saleh", "Grace Wanjiru", "1998-05-04", "040"),
        ("Grace Wanjiru", "Chad", "1998-05-05", "0331"),
    ]
    assert rows[0]["Source Country"] == "Kenya"
    assert rows[0]["Intensity"] == "2.5"
    assert rows[0]["City"] == "Nairobi"


def test_a_regional_construct_is_in_no_pair() -> None:
    blame = msgspec.structs.replace(MEETING, actors=(WEST, WANJIRU), recipients=(CHAD,))
    assert rules.dyads(blame) == [(WANJIRU, CHAD)]
    assert rules.dyads(msgspec.structs.replace(MEETING, actors=(WANJIRU, SALEH, CHAD))) == [
        (WANJIRU, SALEH), (WANJIRU, CHAD), (SALEH, WANJIRU), (CHAD, WANJIRU),
    ]  # fmt: skip


def test_gdelt_has_fips_places_cameo_actors_and_an_identity_a_row(tmp_path: Path) -> None:
    rows = written("gdelt", tmp_path / "t", mentions=tmp_path / "m")
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows) == 3
    first = rows[0]
    assert (first["SQLDATE"], first["EventCode"], first["EventRootCode"], first["QuadClass"]) == ("19980504", "040", "04", "1")
    assert (first["Actor1Code"], first["Actor1CountryCode"], first["ActionGeo_CountryCode"]) == ("KENGOV", "KEN", "KE")
    assert first["FractionDate"] == "1998.3397"
    points = [line.split("\t") for line in (tmp_path / "m").read_text().splitlines()]
    assert [len(cells) for cells in points] == [16, 16, 16]
    assert points[0][0] == first["GLOBALEVENTID"]
    offset = int(points[0][9])
    assert MEET.article.text[offset:].startswith("met Chadian envoy")


def test_polecat_speaks_in_words_and_its_own_spellings(tmp_path: Path) -> None:
    row = written("polecat", tmp_path / "t")[0]
    assert row["Quad Code"] == "VERBAL COOPERATION"
    assert row["Contexts"] == "diplomatic; natural_resources"
    assert row["Actor Name"] == "Grace Wanjiru; Idris Saleh"
    assert row["Actor COW"] == "501; 483"
    assert row["Recipient Name"] is None
    assert "None" in (tmp_path / "t").read_text()


def test_everything_adds_the_denied_event(tmp_path: Path) -> None:
    assert len(written("polecat", tmp_path / "a", everything=True)) == len(written("polecat", tmp_path / "b")) + 1


def test_csv_keeps_codes_as_text_and_guards_only_text(tmp_path: Path) -> None:
    assert written("csv", tmp_path / "t")[0]["cameo"] == "040"
    article = msgspec.structs.replace(MEET, article=msgspec.structs.replace(MEET.article, title="=HYPERLINK(1)"))
    export.write("csv", [article], tmp_path / "guarded", export.Options(spreadsheet=True))
    text = (tmp_path / "guarded").read_bytes().decode()
    assert ",'=HYPERLINK(1)," in text
    assert ",-9.5," in text
    assert text.count("\r\n") == 5
    assert "'=" not in (export.write("csv", [article], tmp_path / "plain") or (tmp_path / "plain").read_text())


def test_plover_reads_old_names(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text('{"id":"1","date":"2001-02-03","source":[{"actorText":"Kenya","code":"KEN"}],"event":"AID","eventText":"sent"}\nnot\n')
    record, error = export.read("plover", old)
    assert record == {"id": "1", "date": "2001-02-03", "actor": [{"entity_text": "Kenya", "code": "KEN"}], "event": ["AID"], "event_text": "sent"}
    assert isinstance(error, InputError)
    assert "line 2" in str(error)


def test_polecat_reads_other_headers_and_trailing_cells(tmp_path: Path) -> None:
    export.write("polecat", [MEET], tmp_path / "t")
    head, row, *_ = (tmp_path / "t").read_text().split("\n")
    other = tmp_path / "other"
    other.write_text(head.replace("Intensity", "Event Intensity") + "\tHeadline\n" + row + "\n" + row + "\t\t\nshort\trow\n")
    first, second, third, bad = [*export.read("polecat", other), None]
    assert first == second == next(iter(export.read("polecat", tmp_path / "t")))
    assert isinstance(third, InputError)
    assert "line 4" in str(third)
    assert bad is None


def test_icews_reads_american_days_and_rejects_no_day(tmp_path: Path) -> None:
    table = tmp_path / "t"
    export.write("icews", [MEET], table)
    table.write_text(table.read_text().replace("1998-05-04", "5/4/1998", 1).replace("1998-05-05", "soon", 1))
    first, second, third = export.read("icews", table)
    assert isinstance(first, dict)
    assert first["Event Date"] == "1998-05-04"
    assert isinstance(second, dict)
    assert isinstance(third, InputError)
    assert "`soon`" in str(third)


@pytest.mark.parametrize("cut", [0, 1])
def test_gdelt_one_is_read_by_its_number_of_columns(cut: int, tmp_path: Path) -> None:
    export.write("gdelt", [MEET], tmp_path / "t")
    cells = (tmp_path / "t").read_text().split("\n")[0].split("\t")
    old = [cell for cell, column in zip(cells, gdelt.COLUMNS, strict=True) if not column.endswith("ADM2Code")]
    (tmp_path / "old").write_text("\t".join(old[: len(old) - cut]) + "\n")
    (row,) = export.read("gdelt", tmp_path / "old")
    assert isinstance(row, dict)
    assert row["ActionGeo_FullName"] == "Nairobi, Kenya"
    assert row["SOURCEURL"] == (None if cut else "meet")


def test_packed_files_are_read_and_written(tmp_path: Path) -> None:
    packed = tmp_path / "t.csv.gz"
    assert len(written("csv", packed)) == 4
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("t.csv", gzip.decompress(packed.read_bytes()))
    assert list(export.read("csv", tmp_path / "t.zip")) == list(export.read("csv", packed))


def test_parquet_has_plain_types_and_needs_a_file(tmp_path: Path) -> None:
    import duckdb

    written("parquet", tmp_path / "t.parquet")
    types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{tmp_path}/t.parquet')").fetchall())
    assert (types["cameo"], types["day"], types["score"], types["quad"]) == ("VARCHAR", "DATE", "DOUBLE", "BIGINT")
    assert set(types.values()) == {"VARCHAR", "DATE", "DOUBLE", "BIGINT"}
    with pytest.raises(UsageError, match="-o events.parquet"):
        export.write("parquet", [MEET])
    assert list(export.read("parquet", tmp_path / "t.parquet")) == written("csv", tmp_path / "t.csv")


def test_the_command_keeps_good_rows_and_says_which_failed(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.csv"
    export.write("jsonl", [MEET], source)
    source.write_text(source.read_text() + "{broken\n")
    result = CliRunner().invoke(main, ["export", str(source), "--to", "csv", "-o", str(target)])
    assert result.exit_code == 1
    assert "in.jsonl, line 2" in result.output
    assert len(list(export.read("csv", target))) == 4
    wrong = CliRunner().invoke(main, ["export", str(target), "--from", "csv", "--to", "gdelt"])
    assert wrong.exit_code == 2
    assert "csv cannot become gdelt" in wrong.output




def test_a_damaged_packed_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv.gz").write_bytes(b"no gzip")
    (error,) = export.read("csv", tmp_path / "t.csv.gz")
    assert isinstance(error, InputError)
    assert "t.csv.gz: the file is damaged" in str(error)

"""Event tables of others: rows become events, bad rows are set aside with the reason, and a count over pairs is a count of rows."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.contract.coded_articles import MEET

from detente import export
from detente.engine.load import Tally
from detente.engine.tables import import_tables
from detente.errors import InputError
from detente.export.gdelt import COLUMNS as GDELT
from detente.export.icews import COLUMNS as ICEWS
from detente.export.polecat import COLUMNS as POLECAT
from detente.store import Store
from detente.store.amend import amend
from detente.store.check import check


def table(path: Path, columns: tuple[str, ...], rows: list[dict[str, object]], *, header: bool = True, mark: str = "\t") -> Path:
    lines = [mark.join(columns)] if header else []
    lines += [mark.join(str(row.get(column, "")) for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def icews(number: int, **more: object) -> dict[str, object]:
    row = {"Event ID": number, "Event Date": "2020-03-04", "Source Name": "Ministry (Norway)", "Source Sectors": "Government,Foreign Ministry",
           "Source Country": "Norway", "Event Text": "Consult", "CAMEO Code": "040", "Intensity": "1.0", "Target Name": "Chile",
           "Target Country": "Chile", "Story ID": 7, "Sentence Number": 2, "Publisher": "Herald", "Country": "Norway", "Latitude": "59.9",
           "Longitude": "10.7"}  # fmt: skip
    return row | more


def gdelt(number: int, **more: object) -> dict[str, object]:
    row = {"GLOBALEVENTID": number, "SQLDATE": "20200304", "Actor1Code": "ROMGOV", "Actor1Name": "ROMANIA", "Actor1CountryCode": "ROM",
           "Actor1Type1Code": "GOV", "Actor2Code": "UNO", "Actor2Name": "UNITED NATIONS", "Actor2KnownGroupCode": "UNO", "Actor2Type1Code": "IGO",
           "EventCode": "112", "QuadClass": "3", "GoldsteinScale": "8.0", "ActionGeo_FullName": "Bucharest, Romania", "ActionGeo_CountryCode": "RO",
           "ActionGeo_Lat": "44.4", "ActionGeo_Long": "26.1", "DATEADDED": "20200305000000", "SOURCEURL": "https://herald.example/a"}  # fmt: skip
    return row | more


def stored(folder: Path, name: str, *paths: Path) -> tuple[Store, Tally]:
    store, tally = Store.open(folder / "store", create=True), Tally()
    import_tables(store, name, [str(path) for path in paths], tally, size=50)
    assert list(check(store)) == []
    return store, tally


def test_icews(tmp_path: Path) -> None:
    rows = [icews(1), icews(2, **{"Target Name": "United Nations", "Target Country": "NA"}), icews(3, **{"Source Name": "Unspecified Actor"})]
    store, tally = stored(tmp_path, "icews", table(tmp_path / "i.tab", ICEWS, rows))
    assert tally.stored == 3
    query = "SELECT event, pairs, actor_sectors, type, cameo, quad, score, origin, sentence, place_country, article FROM events ORDER BY event"
    first, second, third = store.snapshot().sql(query)
    assert first == ("icews-1", "NOR>CHL", "GOV", "CONSULT", "040", 1, 1.0, "icews", 1, "NOR", "icews-story-7")
    assert (second[1], third[1]) == ("NOR>UN", None)


def test_icews_saved_as_csv(tmp_path: Path) -> None:
    columns = tuple(name.replace(" ", "_") for name in ICEWS)
    rows = [{key.replace(" ", "_"): f'"{value}"' for key, value in icews(n).items()} for n in range(3)]
    store, tally = stored(tmp_path, "icews", table(tmp_path / "i.csv", columns, rows, mark=","))
    assert (tally.stored, tally.failed) == (3, 0)


@pytest.mark.parametrize("columns", [GDELT, tuple(c for c in GDELT if not c.endswith("ADM2Code")), tuple(c for c in GDELT if not c.endswith("ADM2Code"))[:-1]])
def test_gdelt_of_both_versions(tmp_path: Path, columns: tuple[str, ...]) -> None:
    store, tally = stored(tmp_path, "gdelt", table(tmp_path / "g.csv", columns, [gdelt(9)], header=False))
    assert (tally.stored, tally.failed) == (1, 0)
    query = "SELECT event, day, pairs, recipient_kind, mode, type, quad, score, place_country, published FROM events"
    assert list(store.snapshot().sql(query))[0][:4] == ("gdelt-9", "2020-03-04", "ROU>UN", "IGO")
    assert list(store.snapshot().sql(query))[0][5:] == ("ACCUSE", 3, 8.0, "ROU", "2020-03-05")


def test_polecat(tmp_path: Path) -> None:
    row = {"Event ID": "p1", "Event Date": "2020-03-04", "Event Type": "ASSAULT", "Event Mode": "aerial", "Intensity": "-9.5",
           "Quad Code": "MATERIAL CONFLICT", "Contexts": "military; territory", "Actor Name": "Russia; Army", "Actor Country": "RUS; RUS",
           "Actor Sectors": "GOV; MIL", "Recipient Name": "Ukraine", "Recipient Country": "UKR", "Country": "UKR"}  # fmt: skip
    store, _ = stored(tmp_path, "polecat", table(tmp_path / "p.txt", POLECAT, [{name: row.get(name, "None") for name in POLECAT}]))
    query = "SELECT pairs, type, mode, contexts, actor_country, actor_sectors, score, place_country FROM events"
    assert list(store.snapshot().sql(query)) == [("RUS>UKR", "ASSAULT", "aerial", "military|territory", "RUS|RUS", "GOV|MIL", -9.5, "UKR")]


def test_plover_of_others_and_of_ours(tmp_path: Path, root: Path) -> None:
    other = {"id": "x1", "date": "2020-03-04", "source": [{"code": "NOR", "sector": ["GOV"], "actorText": "Oslo"}], "target": [{"code": "CHL"}],
             "event": "CONSULT", "mode": "meet"}  # fmt: skip
    (tmp_path / "other.jsonl").write_text(json.dumps(other) + "\n", encoding="utf-8")
    store, tally = stored(tmp_path, "plover", tmp_path / "other.jsonl")
    assert list(store.snapshot().sql("SELECT pairs, type, status, quad FROM events")) == [("NOR>CHL", "CONSULT", "happened", 1)]


def test_what_we_export_comes_back(tmp_path: Path) -> None:
    coded = [MEET]
    for name in ("icews", "gdelt", "polecat", "plover"):
        export.write(name, coded, tmp_path / f"{name}.out")
        (tmp_path / name).mkdir()
        store, tally = stored(tmp_path / name, name, tmp_path / f"{name}.out")
        written = sum(1 for item in export.read(name, tmp_path / f"{name}.out") if isinstance(item, dict))
        undated = tally.failed if name in ("plover", "polecat") else 0
        assert tally.stored == written - undated > 0, name


def test_bad_rows_are_set_aside_with_the_reason_and_good_ones_kept(tmp_path: Path) -> None:
    rows = [icews(1), icews(2, **{"CAMEO Code": "99"}), icews(3, **{"Event Date": "soon"}), icews(4, Intensity="much"),
            icews(5, **{"CAMEO Code": ""}), icews(6, **{"Event Date": ""}), icews(7)]  # fmt: skip
    path = table(tmp_path / "i.tab", ICEWS, rows)
    with path.open("a", encoding="utf-8") as out:
        out.write("too\tshort\n")
    store, tally = stored(tmp_path, "icews", path)
    assert (tally.stored, tally.failed) == (2, 6)
    aside = list(store.snapshot().sql("SELECT id, reason FROM quarantine ORDER BY id"))
    assert len(aside) == 6 and all(str(path) in str(key) and reason for key, reason in aside)
    assert "`99` is no CAMEO code" in str(aside[0][1])
    table(path, ICEWS, [icews(number) for number in range(1, 8)])
    import_tables(store, "icews", [str(path)], again := Tally())
    assert (again.stored, again.known, again.failed) == (5, 2, 0)
    assert list(store.snapshot().sql("SELECT count(*) FROM quarantine")) == [(0,)]


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.tab").write_bytes(b"\xff\xfe\x00")
    _, tally = stored(tmp_path, "icews", tmp_path / "x.tab", tmp_path / "nothing.tab")
    assert (tally.stored, tally.failed) == (0, 2)


@pytest.mark.parametrize("name", ["icews", "gdelt"])
def test_a_year_of_rows_counts_cell_by_cell(tmp_path: Path, name: str) -> None:
    chance, rows, expected = random.Random(4), [], Counter[tuple[str, str, str]]()
    names = {"Norway": "NOR", "Chile": "CHL", "Russian Federation": "RUS", "Ukraine": "UKR", "Kenya": "KEN"}
    for number in range(800):
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(366))
        one, other = chance.choice(sorted(names)), chance.choice(sorted(names))
        expected[f"{day:%Y-%m}", names[one], names[other]] += 1
        if name == "icews":
            rows.append(icews(number, **{"Event Date": day, "Source Name": f"A ({one})", "Source Country": one, "Target Name": f"B ({other})", "Target Country": other}))
        else:
            rows.append(gdelt(number, SQLDATE=f"{day:%Y%m%d}", Actor1CountryCode=names[one], Actor2CountryCode=names[other], Actor2KnownGroupCode=""))
    chance.shuffle(rows)
    store, tally = stored(tmp_path, name, table(tmp_path / "t", ICEWS if name == "icews" else GDELT, rows, header=name == "icews"))
    assert tally.stored == 800
    query = "SELECT strftime(day, '%Y-%m'), a, b, count(*) FROM dyads GROUP BY ALL"
    assert {(month, a, b): count for month, a, b, count in store.snapshot().sql(query)} == expected


@pytest.mark.parametrize(("name", "columns", "row"), [("icews", ICEWS, icews(1)), ("gdelt", GDELT, gdelt(1))])
def test_an_imported_event_is_corrected_by_hand(tmp_path: Path, name: str, columns: tuple[str, ...], row: dict[str, object]) -> None:
    path = table(tmp_path / "t.tab", columns, [row])
    store, _ = stored(tmp_path, name, path)
    ident = f"{name}-1"

    def present() -> dict[str, object]:
        (found,) = store.snapshot().rows("events", where="event = ?", parameters=[ident], order="event")
        return found

    before = present()
    amend(store, ident, by="Ana", changes={"status": "denied"}, note="misread")
    once = present()
    touched = {"batch", "status", "counted", "amended", "amended_by", "amended_at"}
    assert {key for key in before if before[key] != once[key]} == touched
    assert (once["status"], once["counted"], once["amended_by"]) == ("denied", False, "Ana")
    assert list(store.snapshot().rows("dyads")) == []
    amend(store, ident, by="Bo", changes={"actors.0.country": "SWE", "type": "ASSAULT", "status": "happened"})
    twice = present()
    assert (twice["pairs"], twice["type"], twice["quad"], twice["status"], twice["amended_by"]) == (
        str(before["pairs"]).replace(str(before["actor_country"]), "SWE"), "ASSAULT", 4, "happened", "Bo")  # fmt: skip
    assert twice["place"] == before["place"] and list(check(store)) == []
    # Importing the table again neither doubles the event nor takes the correction back; earlier states stay.
    again = Tally()
    import_tables(store, name, [str(path)], again, size=50)
    assert (again.stored, again.known) == (0, 1) and present() == twice
    (first,) = store.snapshot(1).rows("events")
    assert first["status"] == before["status"]
    amend(store, ident, by="Cy", remove=True)
    assert list(store.snapshot().rows("events")) == [] and list(check(store)) == []
    with pytest.raises(InputError, match="no event"):
        amend(store, ident, by="Cy", changes={"status": "denied"})

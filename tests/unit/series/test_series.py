"""Series: every cell is a plain count, periods, tension, change points, panels."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from detente.cli import main
from detente.export.panel import write
from detente.records import Actor, Article, CodedArticle, Event, EventDate, Said, Span
from detente.series import STEPS, Observation, begin, changes, count, coverage, following, observe, observe_articles, tension
from detente.series.count import joined, limits
from detente.store import Batch, Store, article_rows, content_id

SIDES = ("RUS", "UKR", "NATO", "FRA")
TYPES = (("CONSULT", 1, 2.5), ("AID", 2, 7.0), ("ACCUSE", 3, -2.0), ("ASSAULT", 4, -9.0), ("THREATEN", 3, -4.4), ("AGREE", 1, 2.5))


def actor(code: str) -> Actor:
    return Actor(text="x", start=0, end=1, country=code if code != "NATO" else None, org="NATO" if code == "NATO" else None, id=code)


def year(articles: int = 300, seed: int = 3) -> list[CodedArticle]:
    draw = random.Random(seed)
    made = []
    for number in range(articles):
        day = date(2025, 1, 1) + timedelta(days=draw.randrange(365))
        text = f"Text {number}. Something was done."
        bare = Article(id="", text=text, title=f"T{number}", published=day.isoformat(), outlet=draw.choice(["Post", "Wire", None]))
        ident = content_id(bare)
        events = []
        for n in range(1, draw.randrange(1, 5)):
            kind, quad, score = draw.choice(TYPES)
            a, b = draw.sample(SIDES, 2)
            status = draw.choice(["happened", "ongoing", "planned", "possible", "denied", "conditional"])
            when = (day - timedelta(days=draw.randrange(3))).isoformat()
            both = kind == "CONSULT"
            events.append(
                Event(id=f"{ident}-e{n}", sentence=0, act=kind, status=status, type=kind, quad=quad, score=score, confidence=0.9,  # type: ignore[arg-type]
                      actors=(actor(a), actor(b)) if both else (actor(a),), recipients=() if both else (actor(b),),
                      date=EventDate(first=when, last=when), said=Said(day.isoformat(), day.isoformat()), evidence=(Span(0, 4, "Text"),))
            )  # fmt: skip
        made.append(CodedArticle(article=Article(id=ident, text=text, title=f"T{number}", published=day.isoformat(), outlet=bare.outlet), events=tuple(events)))
    return made


@pytest.fixture(scope="module")
def articles() -> list[CodedArticle]:
    return year()


@pytest.fixture(scope="module")
def root_of_store(articles: list[CodedArticle], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("store")
    with Store.open(root, create=True) as store:
        batch = Batch("ingest")
        for coded in articles:
            batch.add(article_rows(coded))
        store.write(batch)
    return root


SQL = """
SELECT left(date_trunc('{step}', day)::VARCHAR, 10), a, b, sum((quad < 3)::INT), sum(CASE WHEN quad < 3 THEN abs(score) ELSE 0 END),
       sum((quad > 2)::INT), sum(CASE WHEN quad > 2 THEN abs(score) ELSE 0 END), count(DISTINCT article)
FROM dyads GROUP BY ALL ORDER BY a, b, 1
"""


@pytest.mark.parametrize("step", STEPS)
def test_every_cell_of_a_year_equals_a_plain_sql_count(step: str, root_of_store: Path, articles: list[CodedArticle]) -> None:
    snapshot = Store.open(root_of_store).snapshot()
    plain = {tuple(map(str, row[:3])): row[3:] for row in snapshot.sql(SQL.format(step=step))}
    rows = count(observe(snapshot), step, coverage=coverage(snapshot))  # type: ignore[arg-type]
    assert len(plain) > 10 and len(rows) == len(plain)
    for row in rows:
        coop_n, coop_score, conf_n, conf_score, number = plain[row.date, row.a, row.b]
        assert (row.coop_n, row.conf_n, row.articles) == (coop_n, conf_n, number)
        assert (row.coop_score, row.conf_score) == (pytest.approx(coop_score), pytest.approx(conf_score))
        assert row.coop_verbal_n + row.coop_material_n == row.coop_n and row.conf_verbal_n + row.conf_material_n == row.conf_n
    # The same from the coded articles, without a store.
    assert [(r.date, r.a, r.b, r.coop_n, r.conf_n) for r in count(observe_articles(articles), step)] == [  # type: ignore[arg-type]
        (r.date, r.a, r.b, r.coop_n, r.conf_n) for r in rows
    ]


def test_only_what_happened_or_was_said_counts_unless_asked(root_of_store: Path) -> None:
    snapshot = Store.open(root_of_store).snapshot()
    counted = observe(snapshot, "RUS", "UKR")
    assert {one.status for one in counted if one.type not in ("AGREE", "THREATEN")} == {"happened", "ongoing"}
    assert not {"possible", "denied"} & {one.status for one in counted}
    assert {one.status for one in observe(snapshot, "RUS", "UKR", which="acts")} == {"happened", "ongoing"}
    assert {"possible", "denied"} <= {one.status for one in observe(snapshot, "RUS", "UKR", which="all")}
    assert all("2025-03-01" <= one.date <= "2025-03-31" for one in observe(snapshot, "RUS", "UKR", first="2025-03-01", last="2025-03-31"))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(STEPS))
def test_a_day_lies_in_its_period(day: date, step: str) -> None:
    start = begin(day.isoformat(), step)  # type: ignore[arg-type]
    assert start <= day.isoformat() < following(start, step)  # type: ignore[arg-type]
    assert begin(start, step) == start  # type: ignore[arg-type]


def seen(day: str, quad: int, score: float, source: str, event: str, merged: str | None = None, a: str = "RUS", b: str = "UKR") -> Observation:
    return Observation(date=day, a=a, b=b, event=event, merged=merged or event, source=source, type="X", mode=None, status="happened", quad=quad, score=score)


def test_events_count_once_and_reports_as_often_as_told() -> None:
    told = [seen("2025-01-02", 4, -9, "p", "p-e1", "m"), seen("2025-01-01", 4, -7, "q", "q-e1", "m"), seen("2025-01-01", 1, 2, "q", "q-e2")]
    (reports,) = count(told, "month")
    assert (reports.conf_n, reports.conf_score, reports.conf_events, reports.coop_n, reports.articles) == (2, 16, 1, 1, 2)
    (events,) = count(told, "month", unit="events")
    assert (events.conf_n, events.conf_score) == (1, 7)


def test_silent_periods_have_rows_and_rates_need_articles() -> None:
    rows = count([seen("2025-01-10", 1, 2, "p", "e")], "month", span=("2025-01-01", "2025-03-05"), pairs=[("RUS", "UKR")], coverage={"2025-01-02": 500})
    assert [(row.date, row.coop_n, row.coop_rate) for row in rows] == [("2025-01-01", 1, 2.0), ("2025-02-01", 0, None), ("2025-03-01", 0, None)]
    assert limits([]) is None and limits([], "2025-02-01", "2025-01-01") is None


def test_a_meeting_is_one_event_where_both_directions_are_joined() -> None:
    both = [seen("2025-01-01", 1, 2, "p", "e"), seen("2025-01-01", 1, 2, "p", "e", a="UKR", b="RUS"), seen("2025-01-02", 4, -9, "p", "f", a="UKR", b="RUS")]
    assert [(one.a, one.b, one.event) for one in joined(both, "RUS", "UKR")] == [("RUS", "UKR", "e"), ("RUS", "UKR", "f")]


def test_tension_rises_with_conflict_and_narrows_with_sources() -> None:
    span = ("2025-01-01", "2025-01-03")
    calm = [seen("2025-01-01", 2, 8, f"p{n}", f"e{n}") for n in range(20)]
    war = [seen("2025-01-02", 4, -8, f"q{n}", f"f{n}") for n in range(20)]
    one, two, three = tension(calm + war, "day", span)
    assert one.value < 20 < 80 < two.value and 40 < three.value < 60
    assert all(0 <= x.low <= x.value <= x.high <= 100 for x in (one, two, three))
    assert one.high - one.low < three.high - three.low
    echo = [seen("2025-01-02", 4, -8, "q", f"f{n}") for n in range(20)]
    assert tension(calm + echo, "day", span)[1].low <= two.low, "one article that tells twenty times is one source"


def test_a_lasting_turn_is_found_with_the_events_that_made_it_and_noise_is_not() -> None:
    draw = random.Random(1)

    def told(level: int, weeks: range) -> list[Observation]:
        return [
            seen((date(2025, 1, 6) + timedelta(weeks=w)).isoformat(), 4, -8, f"p{w}{n}", f"e{w}-{n}")
            for w in weeks for n in range(level + draw.randrange(3))
        ]  # fmt: skip

    span = ("2025-01-06", "2025-11-30")
    turned = told(0, range(20)) + told(14, range(20, 47))
    rows = count(turned, "week", span=span, pairs=[("RUS", "UKR")])
    (turn,) = changes(rows, turned, "week")
    assert turn.date == "2025-05-26" and turn.conf[1] > turn.conf[0] + 50 and len(turn.events) == 5
    steady = told(4, range(47))
    assert changes(count(steady, "week", span=span, pairs=[("RUS", "UKR")]), steady, "week") == []


def test_panel_has_codes_of_three_systems(tmp_path: Path) -> None:
    rows = count([seen("2025-01-10", 1, 2, "p", "e"), seen("2025-01-10", 4, -2, "p", "f", a="NATO")], "year")
    for kind in ("csv", "parquet"):
        write(rows, kind, tmp_path / f"s.{kind}")
    cells = list(csv.DictReader((tmp_path / "s.csv").open(encoding="utf-8")))
    by_side = {row["a"]: row for row in cells}
    assert (by_side["RUS"]["iso3_a"], by_side["RUS"]["cow_a"], by_side["RUS"]["gw_b"]) == ("RUS", "365", "369")
    assert (by_side["NATO"]["iso3_a"], by_side["NATO"]["cow_a"]) == ("", "")
    table = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path / 's.parquet'}') ORDER BY a")
    assert table.columns == list(cells[0]) and dict(zip(table.columns, map(str, table.types), strict=True))["date"] == "DATE"
    write([], "parquet", tmp_path / "none.parquet")
    assert duckdb.sql(f"SELECT count(*) FROM read_parquet('{tmp_path / 'none.parquet'}')").fetchall() == [(0,)]


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["series", *words])
    return done.exit_code, done.output


def test_command_writes_rows_explains_them_and_refuses_nonsense(root_of_store: Path, tmp_path: Path) -> None:
    store = ["--store", str(root_of_store)]
    code, out = run("RUS", "UKR", "--by", "month", "--from", "2025-01-01", "--to", "2025-12-31", *store)
    rows = list(csv.DictReader(out.splitlines()))
    assert code == 0 and len(rows) == 12 and {row["a"] for row in rows} == {"RUS"}
    assert {row["a"] for row in csv.DictReader(run("RUS", "UKR", "--both", *store)[1].splitlines())} == {"RUS", "UKR"}
    busy = next(row for row in rows if int(row["conf_n"]))
    code, out = run("RUS", "UKR", "--by", "month", "--explain", busy["date"], *store)
    assert code == 0 and out.count("RUS > UKR") == int(busy["coop_n"]) + int(busy["conf_n"]) and "Text " in out
    assert run("RUS", "UKR", "--changes", "-o", str(tmp_path / "x.svg"), *store)[0] == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").startswith("<svg")
    assert len(run("--by", "year", "--from", "2025-01-01", "--format", "jsonl", *store)[1].splitlines()) == 12
    for wrong in (["RUS"], ["RUS", "NOWHERE"], ["RUS", "UKR", "--from", "yesterday"], ["--explain", "2025-01-01"], ["RUS", "UKR", "-o", "x.parquet", "--by", "age"]):
        code, out = run(*wrong, *store)
        assert code == 2 and "Traceback" not in out

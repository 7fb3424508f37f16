"""Cases of actors and lists of leaders: read, asked and counted."""

from __future__ import annotations

import gzip
import random
from datetime import date
from pathlib import Path

import pytest

from detente.actor import Resolver
from detente.coder import Coder
from detente.errors import UsageError
from detente.evaluate.actors import COLUMNS, measure, read_cases
from detente.evaluate.sets import leaders

RESOLVER = Resolver()


def cases(path: Path, *rows: dict[str, str]) -> Path:
    lines = ["\t".join(COLUMNS), *("\t".join({"id": str(i), "kind": "name", **row}.get(c, "") for c in COLUMNS) for i, row in enumerate(rows))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_cases_are_counted(tmp_path: Path) -> None:
    path = cases(
        tmp_path / "test.tsv",
        {"text": "Russia and China", "country": "RUS + CHN", "org": "- + -", "sectors": "GOV + GOV", "kind": "compound"},
        {"text": "Kenyan riot police", "country": "KEN", "org": "-", "sectors": "MIL,COP", "note": "either of the two"},
        {"text": "Kenyan riot police", "country": "KEN", "org": "-", "sectors": "MIL,COP"},
        {"text": "the UN", "country": "-", "org": "UN", "sectors": "*", "name": "United Nations", "kind": "organisation"},
        {"text": "Uganda", "country": "*", "org": "-", "sectors": "GOV", "name": "Kenya"},
        {"text": "the weather", "kind": "nothing", "country": "-"},
        {"text": "Kenya", "kind": "nothing"},
    )
    report = measure(path, RESOLVER)
    assert report.articles == 7
    counts = {name: (figure.right, figure.gold) for name, figure in report.figures.items()}
    assert counts["country and sector"] == (4, 5)
    assert counts["identity"] == (1, 2)
    assert counts["nothing invented"] == (1, 2)
    assert counts["kind: compound"] == (1, 1)


def test_malformed_cases_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="different numbers"):
        read_cases(cases(tmp_path / "test.tsv", {"text": "A and B", "country": "RUS + CHN", "org": "-", "sectors": "GOV"}))
    (tmp_path / "odd.tsv").write_text("id\ttext\n", encoding="utf-8")
    with pytest.raises(UsageError, match="header"):
        read_cases(tmp_path / "odd.tsv")


def test_the_shipped_cases_are_well_formed(root: Path) -> None:
    ids = [case.id for name in ("dev", "test") for case in read_cases(root / f"corpus/actors/{name}.tsv")]
    assert len(ids) == len(set(ids)) > 600


FACTBOOK = """gec,country,office,title,name_caps_surname,surname,since_text,since,first_seen,last_seen
ke,Kenya,chief of state,President,Uhuru KENYATTA,KENYATTA,,2013-04-09,2015-10-26,2022-09-15
ke,Kenya,chief of state,President,William RUTO,RUTO,,2022-09-13,2022-09-22,2026-05-17
ke,Kenya,chief of state,Deputy President,William RUTO,RUTO,,2013-04-09,2015-10-26,2022-09-15
aa,Aruba,head of government,Prime Minister,Evelyn WEVER-CROES,WEVER-CROES,,2017-11-17,2020-11-24,2025-03-27
"""


def test_leaders_are_asked_on_days_within_their_spells(tmp_path: Path) -> None:
    path = tmp_path / "leaders_factbook" / "factbook_leaders_history.csv.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress(FACTBOOK.encode()))
    found = list(leaders.spells(path))
    assert [(one.name, one.office, one.first, one.last) for one in found] == [
        ("Uhuru KENYATTA", "president", date(2013, 4, 9), date(2022, 9, 13)),
        ("William RUTO", "president", date(2022, 9, 13), date(2026, 5, 17)),
    ]
    days = [day for spell in found for day in leaders._days(spell, random.Random(1))]
    assert days
    assert not any(leaders.GAP[0] <= day <= leaders.GAP[1] for day in days)
    report = leaders.measure([path], Coder())
    assert report.value("by name") == report.value("by office") == 1.0

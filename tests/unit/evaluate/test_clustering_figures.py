"""B-cubed, and the sets of stories, on small files of our own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from detente.coder import Coder
from detente.evaluate.clustering import bcubed
from detente.evaluate.sets import clusters, mentions


def test_bcubed_by_hand() -> None:
    figure = bcubed("aabb", [1, 1, 1, 2])
    # Precision: 2/3, 2/3, 1/3, 1; recall: 1, 1, 1/2, 1/2.
    assert figure.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4) and figure.recall == pytest.approx(0.75)
    assert bcubed("ab", "xy").value == 1 and bcubed("", "").value is None


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_stories_of_a_dated_stream(tmp_path: Path) -> None:
    titles = [("x", "Flood drowns market in Varda"), ("x", "Varda market drowned by flood"), ("y", "Pilots of Norvik Air strike over pensions")]
    rows = [{"id": f"r{n}", "cluster": c, "title": t, "text": "", "date": "2021-08-01T10:00:00"} for n, (c, t) in enumerate(titles)]
    report = clusters.ALLSIDES.measure([write(tmp_path / "clusters_allsides" / "dated2021.jsonl.gz", rows)], Coder())
    assert report.articles == 3 and {figure.value for figure in report.figures.values()} == {1.0}


def test_mentions_of_one_event_across_documents(tmp_path: Path) -> None:
    def row(name: str, text: str, *marked: tuple[str, str | None]) -> dict[str, object]:
        found = [{"start": text.index(w), "end": text.index(w) + len(w), "text": w, "tag": "ACTION_OCCURRENCE", "sent": 0, "chain": c} for w, c in marked]
        return {"id": name, "cluster": "1", "text": text, "selected_sentences": [0], "mentions": found}

    rows = [row("a", "Police arrested Jon Bly in Varda .", ("arrested", "E1")), row("b", "The arrest of Jon Bly in Varda .\nIt rained .", ("arrest", "E1"), ("Varda", None))]
    report = mentions.measure([write(tmp_path / "clusters_ecbplus" / "test.jsonl.gz", rows)], Coder())
    assert report.figures["events across documents, B-cubed"].value == 1.0
    assert mentions.lemma("arrested") == mentions.lemma("arrest")

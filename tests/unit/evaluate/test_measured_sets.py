"""The measured sets read their form, on small files of our own: pairs with labels, and documents with stand-off marks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from detente.coder import Coder
from detente.evaluate.checks import check
from detente.evaluate.gold import to_coded
from detente.evaluate.sets import SETS, coded, histories, pairs, places, present, quotes, standoff, twice
from detente.evaluate.sheet import parse_line
from detente.evaluate.tally import Tally
from detente.records import Actor, Span, Statement

HEADER = "\tsentence_id\tmarked_sentence\tgold_penta\tgold_root"
ROWS = (
    "0\t1\t<s>Norway</s> shelled <t>Chile</t> on Monday.\t4\tASSAULT",
    "1\t3\t<s>Norway</s> praised <t>Chile</t> for its \"wisdom\".\t1\tSUPPORT",
    "2\t4\t<s>The union</s> went on strike.\t4\tPROTEST",
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(threads=1)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "PLV_train.tsv"
    path.write_text("\n".join((HEADER, *ROWS)) + "\n", encoding="utf-8")
    return path


def test_pairs_are_cut_out_of_their_marks(table: Path) -> None:
    one, two = pairs.rows(table, 1)
    assert one.text == "Norway shelled Chile on Monday." and (one.source, one.target) == ((0, 6), (15, 20))
    assert two.text.endswith('"wisdom".') and two.quad == 1
    (alone,) = pairs.rows(table, 0)
    assert alone.source == (0, 9) and alone.target is None


def test_figures_come_from_odd_rows_only(table: Path, coder: Coder) -> None:
    report = pairs.measure([table], coder)
    assert report.articles == 2
    assert {"root macro F1", "quad macro F1", "binary macro F1"} == set(report.figures)
    assert report.figures["binary macro F1"].value == 1.0


def test_pairs_are_coded_without_being_told(table: Path, coder: Coder) -> None:
    report = coded.measure([table], coder)
    assert report.articles == 2 and [figure.value for figure in report.figures.values()] == [1.0, 1.0]
    table.write_text("\n".join((HEADER, ROWS[0].replace("ASSAULT", "REJECT"), ROWS[2].replace("\t4\t", "\t5\t", 1))) + "\n", encoding="utf-8")
    report = coded.measure([table], coder)
    assert report.articles == 1 and [figure.value for figure in report.figures.values()] == [1.0, 0.0]


def test_sentences_of_a_document_become_one_article() -> None:
    lines = ["[Norway|S1] [shelled|e1] [a port|o1] in [Chile|p1]\te1 ASSAULT/heavy-weapons happened S1>o1 @p1", "[It|S1] [fled|x1], [he|P1] [said|c1] [so|q1]\tq1 direct P1"]
    found = {f"doc-{n}": parse_line(line, n, "x") for n, line in enumerate(lines, 1)}
    (article,) = standoff.documents(found)
    assert article.text.split("\n\n")[:2] == ["Norway shelled a port in Chile", "It fled, he said so"]
    assert not [problem for problem in check(article, {"ASSAULT": frozenset({"heavy-weapons"})}, frozenset()) if "header" not in problem]
    coded = to_coded(article)
    (event,) = coded.events
    assert [actor.text for actor in event.actors] == ["Norway"] and event.recipients == () and event.place is not None
    assert len({mention.chain for mention in coded.article.mentions}) == 3
    assert coded.statements[0].speaker is not None and coded.statements[0].speaker.text == "he"


def test_standoff_without_treebanks_is_left_out(tmp_path: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "open" / "ud_en_ewt"
    folder.mkdir(parents=True)
    with gzip.open(folder / "x.conllu.gz", "wt", encoding="utf-8") as out:
        out.write("# sent_id = doc-1\n# text = Norway shelled Chile on Monday\n\n")
    marks = tmp_path / "marks"
    marks.mkdir()
    (marks / "a.tsv").write_text("doc-1\t0-6:S1 7-14:e1 15-20:S2\te1 ASSAULT happened S1>S2\n", encoding="utf-8")
    monkeypatch.setattr(standoff, "FOLDER", marks)
    report = standoff.measure([folder / "x.conllu.gz"], coder)
    assert report.articles == 1 and report.figures["event"].gold == 1 and report.figures["type"].value == 1.0


def toponyms(folder: Path) -> Path:
    """Two articles of our own: one name right, one far off, one without coordinates, one that nobody finds."""
    one = "Crowds filled Mombasa, Kenya. They left for Xanoth by the Old Quay."
    two = "Nothing is said here."
    gold = [("Mombasa", -4.05, 39.66, "Kenya"), ("Kenya", 52.0, 5.0, "Kenya"), ("Xanoth", 1.0, 1.0, None), ("Old Quay", None, None, None)]
    rows = [
        {
            "text": one,
            "toponyms": [
                {"start": one.index(name), "end": one.index(name) + len(name), "text": name, "lat": lat, "lon": lon, "country": country}
                for name, lat, lon, country in gold
            ],
        },
        {"text": two, "toponyms": []},
    ]
    path = folder / "geo_lgl" / "data.jsonl.gz"
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_places_count_given_spans_and_what_is_found(tmp_path: Path, coder: Coder) -> None:
    report = places.LGL.measure([toponyms(tmp_path)], coder)
    figures = report.figures
    assert report.articles == 2
    assert (figures["given span, within 161 km"].right, figures["given span, within 161 km"].gold) == (1, 3)
    assert (figures["given span, country"].right, figures["given span, country"].gold) == (2, 2)
    assert (figures["place by name"].right, figures["place by name"].gold, figures["place by name"].predicted) == (2, 4, 2)
    assert figures["place by name, within 161 km"].right == 1
    assert (figures["median error, km"].value or 0) > 6000
    assert figures["place by coder"].right >= 2


def test_places_are_found_below_a_folder(tmp_path: Path) -> None:
    path = toponyms(tmp_path)
    assert present(tmp_path)["geo_lgl"] == [path] and present(tmp_path)["geo_geovirus"] == []
    assert {"geo_lgl", "geo_geovirus"} <= SETS.keys()


def test_distance_is_along_the_great_circle() -> None:
    assert places.distance((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.05)
    assert places.distance((10, 179.5), (10, -179.5)) == pytest.approx(109.5, abs=0.1)
    assert places.distance((5, 5), (5, 5)) == 0


def test_histories_are_measured_like_news(tmp_path: Path, coder: Coder) -> None:
    text = "On 3 March 1911 they rose, in 1912, in 1913, in 1914 and in 1915. On 5 May they fell."
    wanted = {"3 March 1911": "1911-03-03", "5 May": "1911-05-05"}
    gold = [{"start": text.index(w), "end": text.index(w) + len(w), "type": "DATE", "value": v, "text": w} for w, v in wanted.items()]
    path = tmp_path / "x.jsonl.gz"
    with gzip.open(path, "wb") as out:
        out.write(msgspec.json.encode({"text": text, "dct": "2009-05-01", "timexes": gold}) + b"\n")
    figure = histories.measure([path], coder).figures["time value"]
    assert (figure.right, figure.gold, figure.predicted) == (2, 2, 6)


def attributions(folder: Path) -> Path:
    """Two quotations of our own, a belief that is no statement, and one with nobody who says it."""
    text = 'Mira Obura said the talks would go on. “We will sign the accord on Friday,” Teo Lang said. Lang fears a long winter. It was reportedly over.'

    def at(words: str) -> list[list[int]]:
        return [[text.index(words), text.index(words) + len(words)]]

    quotes = [
        {"content": at("the talks would go on"), "speaker": at("Mira Obura"), "cue": at("said"), "type": "indirect"},
        {"content": at("“We will sign the accord on Friday,”"), "speaker": at("Teo Lang"), "cue": [[text.index("Lang said") + 5, text.index("Lang said") + 9]], "type": "direct"},
        {"content": at("over"), "speaker": [], "cue": at("reportedly"), "type": "indirect"},
    ]
    path = folder / "quotes_polnear" / "dev.jsonl.gz"
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wb") as out:
        out.write(msgspec.json.encode({"id": "x", "text": text, "date": "2016-05-01", "quotes": quotes}) + b"\n")
    return path


def test_attributions_are_paired_by_their_content(tmp_path: Path) -> None:
    path = attributions(tmp_path)
    assert present(tmp_path)["quotes_polnear"] == [path]
    (row,) = quotes.rows([path])
    first, second = row.text.index("the talks"), row.text.index("We will")
    end = row.text.index(",”")
    who, wrong = (Actor(text=w, start=row.text.index(w), end=row.text.index(w) + len(w)) for w in ("Obura", "Mira"))
    cue = Span(row.text.index("said"), row.text.index("said") + 4, "said")
    told = [
        Statement(id="1", kind="indirect", speaker=who, cue=cue, start=first, end=first + 21, parts=((first, first + 21),), text=""),
        Statement(id="2", kind="direct", speaker=wrong, start=second, end=end, parts=((second, end),), text=""),
        Statement(id="3", kind="direct", start=0, end=4, parts=((0, 4),), text=""),
    ]
    tally = Tally()
    quotes.compare(tally, row, told)
    figures = {name: (figure.right, figure.gold, figure.predicted) for name, figure in tally.figures().items()}
    assert figures["content"] == (2, 3, 3) and figures["content, direct"] == (1, 1, 2)
    assert figures["speaker"] == (1, 2, 2) and figures["speaker, direct"] == (0, 1, 1)
    assert figures["cue"] == (1, 2, 2)
    assert figures["content, exact span"] == (2, 3, 3)  # the marks of the second are left aside
    assert figures["speaker, exact span"] == (0, 2, 2) and figures["cue, exact span"] == (1, 3, 1)


def test_attributions_are_measured_on_coded_articles(tmp_path: Path, coder: Coder) -> None:
    report = quotes.measure([attributions(tmp_path)], coder)
    assert report.articles == 1 and report.figures["content"].right >= 2 and report.figures["content"].gold == 3
    assert report.figures["speaker"].value == 1.0


def chained(path: Path, text: str, *acts: tuple[str, str, int]) -> Path:
    """A document of ECB+ with acts given by their words, chain and sentence."""
    found = [{"tag": "ACTION_OCCURRENCE", "chain": chain, "sent": n, "start": text.index(w), "end": text.index(w) + len(w)} for w, chain, n in acts]
    path.parent.mkdir(parents=True, exist_ok=True)
    row = {"id": "a", "cluster": "c", "text": text, "mentions": found}
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n"))
    return path


def test_an_event_told_twice_is_counted_once_more(tmp_path: Path, coder: Coder) -> None:
    text = "Norway shelled a port in Chile on Monday. Nine miners stormed the town hall of Tarn in 1998, and burnt it.\nChile's navy shelled Oslo on Friday."
    path = tmp_path / "clusters_ecbplus" / "test.jsonl.gz"
    apart = twice.measure([chained(path, text, ("shelled a", "c1", 0), ("shelled Oslo", "c2", 2))], coder)
    assert present(tmp_path)["events_ecbplus test, twice"] == [path]
    assert [(figure.right, figure.gold) for figure in apart.figures.values()] == [(0, 2), (0, 2)]
    same = twice.measure([chained(path, text, ("shelled a", "c1", 0), ("shelled Oslo", "c1", 2))], coder)
    assert [(figure.right, figure.gold) for figure in same.figures.values()] == [(1, 2), (0, 2)]

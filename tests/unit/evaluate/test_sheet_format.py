"""Sheets and stand-off lines: what they say, what is wrong with them, and the way between the two."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import Codebook
from detente.errors import InputError
from detente.evaluate.sheet import main, parse_line, problems
from detente.evaluate.standoff import read_standoff, treebank_texts

LINE = "[Norland|S1] [expelled|e1] [two envoys|G1] of [Sudmark|S2] [on Friday|t1]\te1 SANCTION/expel happened S1>G1,S2 #t1 =SANCTION contexts:diplomatic"


def found(line: str) -> list[str]:
    return list(problems(parse_line(line, 1, "x"), Codebook.load("plover"), Codebook.load("plover-2021")))


def test_a_line_gives_text_marks_and_events() -> None:
    sentence = parse_line(LINE, 7, "x.tsv")
    assert sentence.text == "Norland expelled two envoys of Sudmark on Friday"
    (event,) = sentence.events
    assert (event.act, event.mode, event.status, event.actors, event.recipients) == ("SANCTION", "expel", "happened", ("S1",), ("G1", "S2"))
    assert (event.date, event.place, event.root, event.contexts) == ("t1", None, "SANCTION", ("diplomatic",))
    assert [sentence.text[s:e] for s, e in sentence.spans("G1")] == ["two envoys"]
    assert not found(LINE)


def test_a_line_without_facts_has_no_event() -> None:
    assert parse_line("Wheat rose in [Sudmark|p1].", 1, "x").events == ()


def test_statements_name_their_speakers() -> None:
    line = "[[it|S1] will not wait|q1], [Norland|S1] [said|c1]; [no|q2]\tq1 indirect S1; q2 direct"
    assert parse_line(line, 1, "x").statements == {"q1": "S1", "q2": None}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT/kiss happened S1>S2", "no mode kiss"),
        ("[A|S1] [hit|e1] [B|S2]\te1 HUG happened S1>S2", "unknown act"),
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT perhaps S1>S2", "unknown status"),
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT happened S1>S3", "side S3 is not marked"),
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT happened S1>S2 =CONCEDE", "unknown root"),
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT happened S1>S2 @t1", "no marked place"),
        ("[A|S1] [hit|e1] [B|S2]", "e1 is marked but has no fact"),
        ("[A|S1] hit [B|S2]\te1 ASSAULT happened S1>S2", "e1 is marked nowhere"),
        ("[A |S1] waits", "blanks"),
        ("[A|S1] [hit|e1] [B|S2]\te1 ASSAULT happened S1>S2 contexts:rain", "unknown context"),
    ],
)
def test_what_is_wrong_is_said(line: str, said: str) -> None:
    assert any(said in problem for problem in found(line)), found(line)


@pytest.mark.parametrize("line", ["[A|S1", "[A|Z1] waits", "[A|S1] [hit|e1]\te1 ASSAULT", "[A|S1] [hit|e1]\te1 ASSAULT happened S1> ?p1"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(InputError, match=r"x\.tsv, line 3"):
        parse_line(line, 3, "x.tsv")


@given(st.text())
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        sentence = parse_line(line, 1, "x")
    except InputError:
        return
    assert all(0 <= mark.start <= mark.end <= len(sentence.text) for mark in sentence.marks)


def test_the_checker_counts_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(LINE + "\n\n# a comment\n[A|S1] [hit|e1]\n", encoding="utf-8")
    assert main([str(path)]) == 1
    assert "2 sentences checked, 1 with problems" in capsys.readouterr().out


def test_standoff_takes_its_text_from_the_treebank(tmp_path: Path) -> None:
    folder = tmp_path / "ud_en_ewt"
    folder.mkdir()
    with gzip.open(folder / "x.conllu.gz", "wt", encoding="utf-8") as out:
        out.write("# sent_id = doc-1\n# text = Norland met Sudmark\n1\tNorland\n\n")
    path = tmp_path / "x.tsv"
    path.write_text("doc-1\t0-7:S1 8-11:e1 12-19:S2\te1 CONSULT happened S1,S2>\n", encoding="utf-8")
    (sentence,) = read_standoff(path, treebank_texts(tmp_path)).values()
    assert [sentence.text[m.start : m.end] for m in sentence.marks] == ["Norland", "met", "Sudmark"]
    assert sentence.events[0].actors == ("S1", "S2")
    with pytest.raises(InputError, match="doc-1"):
        read_standoff(path, {})

"""Stand-off annotation of treebank sentences as examples: which layers a file annotates."""

import gzip
from pathlib import Path

from training.standoff import load_standoff


def test_statements_are_annotated_only_where_a_file_has_any(tmp_path: Path) -> None:
    treebank, marks = tmp_path / "open" / "ud_en_ewt", tmp_path / "standoff"
    treebank.mkdir(parents=True)
    marks.mkdir()
    with gzip.open(treebank / "x.conllu.gz", "wt", encoding="utf-8") as out:
        out.write("# sent_id = one\n# text = Norland met Sudmark, Ana said\n\n# sent_id = two\n# text = It rained\n\n")
    event = "e1 CONSULT happened S1,S2>"
    (marks / "silent.tsv").write_text(f"one\t0-7:S1 8-11:e1 12-19:S2\t{event}\ntwo\t\t\n", encoding="utf-8")
    (marks / "told.tsv").write_text(
        f"one\t0-19:q1 0-7:S1 8-11:e1 12-19:S2 21-24:P1 25-29:c1\t{event}; q1 indirect P1\ntwo\t\t\n", encoding="utf-8"
    )
    silent, plain, told, quiet = load_standoff(marks, tmp_path / "open")
    assert [(trigger.act, trigger.status) for trigger in silent.triggers] == [("CONSULT", "happened")]
    assert all("content" not in example.spans for example in (silent, plain))
    assert told.spans["content"] == ((0, 19, "CONTENT"),)
    assert quiet.spans["content"] == (), "the other sentences of that file hold no statement"

"""The documentation shows the codebooks as they are."""

from pathlib import Path

from detente.codebook import Codebook, markdown
from detente.codebook.render import rules_table, types_table

PAGE = (Path(__file__).parents[3] / "docs" / "codebook.md").read_text(encoding="utf-8")


def test_the_page_has_every_type_mode_and_rule_of_today():
    plover, old = Codebook.load("plover"), Codebook.load("plover-2021")
    for line in (*types_table(plover), *rules_table(plover.data.rules), *rules_table(old.data.rules)):
        assert line in PAGE


def test_a_codebook_prints_whole():
    text = markdown(Codebook.load("plover"))
    for term in ("| | vandalize | | -5 |", "- `cbrn` ", "- `PRE` ", "- `Transnistria` MDA", "- ACCUSE: A warrant"):
        assert term in text
    assert "Extends plover" in markdown(Codebook.load("plover-2021"))
    assert "| | demo | | -5 |" in text and "None" not in text

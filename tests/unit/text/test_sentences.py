"""Sentences and the plain copy: what separates, what does not, and that spans always slice."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text import plain, sentences, spaced
from detente.text.sentence import LONGEST


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Okoro met Gen. Ana B. Duarte on Dec. 15 in the U.S. capital.", "They spoke for an hour."],
        ["He flew to the U.S. on Monday.", "The talks began at 5 p.m. Tuesday and ended at 7 a.m.", "He left."],
        ["“We will go.”", "The minister sat down."],
        ['"We will go," he said.', '"They stay."', "Nobody moved."],
        ['"Will they come?" Duarte asked reporters.', "No one answered."],
        ["“Stop!” he said.", "They did."],
        ["NAIROBI, May 5 (Coast Agency) - Police fired shots.", "Two died."],
        ["WASHINGTON, D.C. (Agency) — The envoy left.", "She flew home."],
        ["It cost 3.5 million dollars.", "No. 7 on the list is empty.", "Is it?", "No."],
        ["He waited... and then left.", "Then silence…", "Rain fell."],
        ["She (the envoy) left.", "(Nobody saw her.)", "It rained."],
        ["Acme Corp. said so to Ore. officials.", "It is small."],
        ["The claim is old.[1]", "It was denied."],
        ["J. K. Adeyemi spoke to Dr. Lind, Rev. Obi and St. Anne residents.", "All left."],
        ["会议开始。", "他说话了。"],
    ],
)
def test_boundaries(parts: list[str]) -> None:
    joiner = "" if parts[0][-1] == "。" else " "
    assert cut(joiner.join(parts)) == parts


def test_title_and_paragraphs_are_apart() -> None:
    text = "Short label\n\nEnvoys to meet in Geneva\n\n\nThe envoys arrive. They talk\n\nNobody knows"
    assert cut(text) == ["Short label", "Envoys to meet in Geneva", "The envoys arrive.", "They talk", "Nobody knows"]


def test_title_line_directly_above_dateline() -> None:
    assert cut("Envoys to meet\nGENEVA, May 5 (Agency) - They came.\nThey left.")[0] == "Envoys to meet"


def test_wrapped_lines_are_joined() -> None:
    text = "The foreign minister of the island republic said that the\nPresident would travel to the\nsummit. He\nleft."
    assert cut(text) == [text[: text.index(" He")], "He\nleft."]
    assert plain(text)[: text.index(" He")].count("\n") == 0


def test_one_paragraph_a_line_stays_apart() -> None:
    long = "The minister of the island republic told a crowded room of reporters that nobody had asked " * 2
    text = long + "\nEnvoys left\n" + long
    assert len(cut(text)) == 3


def test_list_items_are_apart() -> None:
    text = "The demands are:\n- release of prisoners\n- a ceasefire\n1. Open the port\n2. Pay the crews"
    found = cut(text)
    assert found[1:] == ["- release of prisoners", "- a ceasefire", "1. Open the port", "2. Pay the crews"]


def test_plain_replaces_code_point_by_code_point() -> None:
    text = "“A\u00a0b”\u200f it’s\u202f1‑2"
    assert plain(text) == '"A b"  it\'s 1-2'


@given(st.text())
def test_spans_slice_in_order_and_cover_everything_visible(text: str) -> None:
    done = 0
    rest = []
    for start, end in sentences(text):
        assert done <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()
        rest.append(text[done:start])
        done = end
    rest.append(text[done:])
    assert not [c for c in "".join(rest) if c.isalnum()]


@given(st.text(alphabet=st.sampled_from(list("aA1.?!\"'”“() \n\t\u00a0é北\u200f-—"))))
def test_plain_keeps_length_and_words(text: str) -> None:
    flat = plain(text)
    assert len(flat) == len(text)
    assert [c for c in flat if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    "piece", [".", "a", " ", "\n", "a\n", ". ", '."', "U.S. ", "( ", "Mr. A ", "\u200f", "[1]", "A. "]
)
def test_linear_on_long_runs(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    begin = time.perf_counter()
    sentences(text)
    plain(text)
    assert time.perf_counter() - begin < 4


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert spaced("Sen.\u00a0Lind met 40\u202f000\tfans") == "Sen. Lind met 40 000\tfans"


def test_who_held_an_office_then_is_read_as_words() -> None:
    assert plain("then-President Lind, Then-rebels, then-1, Athen-2") == "then President Lind, Then rebels, then-1, Athen-2"


def test_what_goes_on_without_an_end_is_cut_between_words() -> None:
    text = "and then they said it rained " * 1000
    found = sentences(text)
    assert max(end - start for start, end in found) < LONGEST + len("rained ")
    assert " ".join(text[start:end] for start, end in found) == text.strip()
    assert sentences("a" * (3 * LONGEST)) == [(0, 3 * LONGEST)], "a word stays whole"

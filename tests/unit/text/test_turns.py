"""Turns: lines of a transcript with who speaks in front; a text that merely has colons is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.text.turns import answers, asks, named, turns

TALK = "OBURA: We will see.\n\nMR LINDT (Tarn): (laughs) The port is open.\n\nIt always was.\n\n[applause]\n\nOBURA: Not to us."


def told(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*turn.label)], text[turn.start : turn.end]) for turn in turns(text)]


def test_a_label_says_who_speaks_until_the_next_one() -> None:
    lindt = [("MR LINDT", "The port is open."), ("MR LINDT", "It always was.")]
    assert told(TALK) == [("OBURA", "We will see."), *lindt, ("OBURA", "Not to us.")]


def test_what_stands_around_the_talk_is_no_turn() -> None:
    text = "TRANSCRIPT: Morning Hour\n\nQ: Who shut the port?\n\nA: Nobody did.\n\nQ: Nobody?\n\nObura then left for Tarn.\n\nSource: Tarn Radio"
    assert told(text) == [("Q", "Who shut the port?"), ("A", "Nobody did."), ("Q", "Nobody?")]


def test_an_answer_without_a_label_is_not_who_asks() -> None:
    text = "Question: Who shut it?\n\n\"Nobody did.\"\n\nQuestion: When?\n\nIn May.\n\nQuestion: Why?"
    assert told(text) == [("Question", "Who shut it?"), ("Question", "When?"), ("Question", "Why?")]


def test_labels_have_letters_of_all_alphabets_and_numbers_and_lines_may_be_indented() -> None:
    text = "SPEAKER 2: We will see.\n  It is late.\n   [applause]\nØRSTED: Not yet.\nEDITOR: cut here\nSPEAKER 2: Now."
    assert told(text) == [("SPEAKER 2", "We will see."), ("SPEAKER 2", "It is late."), ("ØRSTED", "Not yet."), ("SPEAKER 2", "Now.")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Obura: port to open\n\nThe port of Tarn opens on Monday.\n\nLindt: no comment\n\nVarela: no",
        "Monday: talks in Tarn.\nTuesday: a march.\nMonday: talks again.\nTuesday: a vote.",
        "Killed: two soldiers.\n\nWounded: five officers.\n\nKilled: a driver.",
        "Oslo: .\nOslo: ?\nOslo: !",
        " " * 20_000 + "\n" + " " * 20_000,
        "Q: Who?\n\n" + "The port is shut.\n\n" * 9 + "Q: When?\n\nQ: Where?",
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert turns(text) == ()


@given(st.text(st.sampled_from("QA:. \n(*)[]xY"), max_size=80))
def test_turns_lie_in_lines_in_order(text: str) -> None:
    found = turns(text)
    assert all(turn.label[1] < turn.start < turn.end and text[turn.start : turn.end].strip() == text[turn.start : turn.end] for turn in found)
    assert all("\n" not in text[turn.start : turn.end] for turn in found)
    assert all(one.end < other.start for one, other in zip(found, found[1:], strict=False))


def test_a_label_that_names_nobody() -> None:
    labels = ["MORA-VARELA", "Mr Obura", "Q", "Question", "A", "Answer", "HOST"]
    assert [label for label in labels if named(label)] == ["MORA-VARELA", "Mr Obura"]
    assert [label for label in labels if asks(label)] == ["Q", "Question"]
    assert [label for label in labels if answers(label)] == ["A", "Answer"]

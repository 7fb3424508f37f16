"""What furnishes a line of news and acts nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.mention.furniture import before_party, behind, furniture


@pytest.mark.parametrize(
    ("text", "words", "nothing"),
    [
        ("Sen. Ada Mills (D-Mo.) spoke.", "D-Mo.", True),
        ("A fee of US$40 was paid.", "US", True),
        ("- Chad: it rained.", "Chad", True),
        ("Chad: it rained.", "Chad", False),
        ("Lagos - Police left.", "Lagos", True),
        ("LAGOS (AP) - Police left.", "LAGOS", True),
        ("Ana Lind - a judge - left.", "Ana Lind", False),
        ("They hit two Saudi refineries.", "two", True),
        ("They hit two Monday.", "two", False),
        ("They hit two soldiers.", "two", False),
        ("The actress, 26, left.", "26", True),
        ("They hurt 26, it said.", "26", False),
        ("They studied COVID-19 in Tarn.", "COVID-19", True),
        ("In Lagos - she said - police left.", "Lagos", False),
    ],
)
def test_what_is_nobody(text: str, words: str, nothing: bool) -> None:
    start = text.index(words)
    assert furniture(text, start, start + len(words)) is nothing


@pytest.mark.parametrize(("marked", "left"), [("- Chad", "Chad"), ("Lagos - Chad's police", "Chad's police"), ("Chad's police", "Chad's police")])
def test_a_mention_begins_behind_bullet_and_dateline(marked: str, left: str) -> None:
    assert marked[behind(marked, 0, len(marked)) :] == left


@given(st.text("Ab -*:\n", max_size=20))
def test_a_mention_keeps_something(text: str) -> None:
    assert 0 <= behind(text, 0, len(text)) <= len(text)


@pytest.mark.parametrize("party", [" (R)", " (D-Mo.)", " (I-Vt.)", ""])
def test_a_party_in_brackets_is_no_part_of_a_mention(party: str) -> None:
    text = f"Sen. Ada Mills{party} left."
    assert before_party(text, 0, len("Sen. Ada Mills" + party)) == len("Sen. Ada Mills")

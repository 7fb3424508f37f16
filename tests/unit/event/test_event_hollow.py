"""Signs that words for an act tell of none. The sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.event.hollow import SIGNS, signs


def shown(text: str, words: str) -> list[str]:
    start = text.index(words)
    return [name for name, there in zip(SIGNS, signs(text, start, start + len(words)), strict=True) if there]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Under the harbour code, the port captain may also seize a boat for a week.", "seize", ["rule"]),
        ("The Fisheries Act gives the minister power to suspend the council.", "suspend", ["rule"]),
        ("By law the two houses must meet by June.", "meet", ["rule"]),
        ("The council may, by decree, shut a port.", "shut", []),
        ("The council can by law and may at once shut a port.", "shut", ["rule"]),
        ("The port captain may seize the boat, Obura warned.", "seize", []),
        ("Under the truce, troops left Varela on Monday.", "left", []),
        ("Insurers routinely sue shipowners.", "sue", ["habit"]),
        ("The two ministers often quarrel and rarely meet.", "meet", ["habit"]),
        ("The two have never met.", "met", []),
        ("They often arrested fishermen.", "arrested", []),
        ("A grant went to the Centre for Strike Research last week.", "Strike", ["name"]),
        ("The Peace March Foundation owns the hall.", "March", ["name"]),
        ("Norland Expels Two Envoys Of Sudland After Raid", "Expels", []),
        ("Arrests followed in Varela.", "Arrests", []),
        ("NORLAND EXPELS TWO ENVOYS", "EXPELS", []),
        ("Cadets stormed a village in a mock attack.", "attack", ["likeness"]),
        ("Rain fell as if bombarding the roofs.", "bombarding", ["likeness"]),
        ("Rebels attacked the village.", "attacked", []),
    ],
)
def test_signs_stand_beside_the_words(text: str, words: str, found: list[str]) -> None:
    assert shown(text, words) == found


@given(st.text(max_size=80), st.data())
def test_any_words_of_any_text_have_signs_or_not(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    if text:
        assert len(signs(text, start, end)) == len(SIGNS)

"""Outlets: canonical names and the ones that a text names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.actor import outlets


def test_canonical() -> None:
    assert outlets.canonical("The South China Morning Post").name == "South China Morning Post"  # type: ignore[union-attr]
    assert outlets.canonical("AP").name == "Associated Press"  # type: ignore[union-attr]
    assert outlets.canonical("Itar-Tass").country == "RUS"  # type: ignore[union-attr]
    assert outlets.canonical("the Coast Courier") is None


def test_find_gives_spans_and_wants_a_credit_for_common_words() -> None:
    text = "The sun rose. The Times of change came, Reuters said, according to a TASS report; he told The Times so."
    found = [(text[o.start : o.end], o.name) for o in outlets.find(text)]
    assert found == [("Reuters", "Reuters"), ("TASS", "TASS"), ("The Times", "The Times")]


@given(st.text(max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in outlets.find(text + " Reuters " + text):
        assert 0 <= found.start < found.end <= 2 * len(text) + 9

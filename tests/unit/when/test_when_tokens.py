"""Tokens are made when they are asked for, and are those of the text."""

from __future__ import annotations

from detente.text import plain
from detente.when.tokens import tokenise

TEXT = plain("On 3 May, talks in twenty twenty-one ended; the day after, none did.")


def test_tokens_are_the_text_s_and_as_many_as_the_letters() -> None:
    letters, tokens = tokenise(TEXT)
    assert len(letters) == len(tokens) == len(list(tokens))
    assert [TEXT[token.start : token.end].lower() for token in tokens if token.word.isalpha()] == [t.word for t in tokens if t.word.isalpha()]


def test_a_slice_holds_the_tokens_one_by_one() -> None:
    _, tokens = tokenise(TEXT)
    assert tokens[1:4] == [tokens[1], tokens[2], tokens[3]]
    assert tokens[1].value == 3
    assert tokens[len(tokens) - 2 :] == [tokens[-2], tokens[-1]]

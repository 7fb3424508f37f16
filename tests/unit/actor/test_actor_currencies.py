"""The state in whose money a text counts."""

from __future__ import annotations

from importlib.resources import files

from detente import knowledge
from detente.actor.currencies import counted


def test_money_of_one_state_tells_of_it() -> None:
    text = "They paid 300 naira and 2,000 złotych, some dollars, rupees and francs; a yen-based fund and Lek Mora paid nothing."
    assert [(text[start:end], state) for start, end, state in counted(text)] == [("naira", "NGA"), ("złotych", "POL")]


def test_the_table_has_each_word_once_and_known_states() -> None:
    lines = (files("detente.actor") / "data" / "currencies.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "country\twords"
    rows = [line.split("\t") for line in lines[1:]]
    every = [word for _, words in rows for word in words.split()]
    assert len(every) == len(set(every)) and all(word == word.lower() for word in every)
    assert {country for country, _ in rows} - {"MAC"} <= set(knowledge.states())

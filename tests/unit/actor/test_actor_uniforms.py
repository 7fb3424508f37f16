"""Whose officers and sailors: the text tells."""

from __future__ import annotations

import pytest

from detente.actor import Resolver


@pytest.mark.parametrize(
    ("mention", "context", "sector"),
    [
        ("two officers", "Police in the town said two officers were hurt at the rally.", "COP"),
        ("two officers", "The army said two officers were hurt when their battalion moved.", "MIL"),
        ("nine sailors", "The tanker ran aground and nine sailors swam to the port.", "LAB"),
        ("nine sailors", "The frigate ran aground and nine sailors swam to the port.", "MIL"),
        ("Sgt. Ada Ruiz", "Police said two men were held. Sgt. Ada Ruiz gave no names.", "COP"),
        ("Sgt. Ada Ruiz", "Soldiers took the hill. Sgt. Ada Ruiz gave no names.", "MIL"),
        ("the captain", "Police said the captain of the ferry was held.", "LAB"),
        ("Capt. Ada Ruiz of the Vardo Police Department", "Soldiers watched.", "COP"),
        ("police Colonel Ada Ruiz", "Soldiers watched.", "COP"),
        ("two deputies", "The sheriff said two deputies were hurt at the rally.", "COP"),
        ("two deputies", "The speaker said two deputies were hurt at the rally.", "LEG"),
    ],
)
def test_the_text_tells(mention: str, context: str, sector: str) -> None:
    assert [one.sectors[0] for one in Resolver().resolve(mention, "2015-05-05", context)] == [sector]


def test_who_sits_in_a_parliament_by_its_name_alone_has_no_rank() -> None:
    (one,) = Resolver().resolve("Lindow Cortes", "2015-05-05")
    assert one.sectors == ("LEG",)

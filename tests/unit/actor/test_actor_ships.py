"""Whose a ship is: its navy's or its flag's."""

from __future__ import annotations

import pytest

from detente.actor.ships import flag, naval, ship


@pytest.mark.parametrize(
    ("words", "before", "is_ship", "is_naval", "state"),
    [
        ("the USS Hartley", "", True, True, "USA"),
        ("HMS Queen Ada", "", True, True, "GBR"),
        ("INS Vardo", "", True, True, None),
        ("INS Commissioner Ada Ruiz", "", False, False, None),
        ("MV Lindow", "", True, False, None),
        ("the Liberian-flagged MV Lindow", "", True, False, "LBR"),
        ("MV Lindow", "Pirates boarded the South Korean-flagged tanker ", True, False, "KOR"),
        ("MV Lindow", "The Liberian-flagged tanker left. Pirates boarded ", True, False, None),
        ("MS patients", "", False, False, None),
        ("the frigate", "", False, False, None),
    ],
)
def test_prefix_and_flag(words: str, before: str, is_ship: bool, is_naval: bool, state: str | None) -> None:
    assert (ship(words), naval(words), flag(words, before)) == (is_ship, is_naval, state)

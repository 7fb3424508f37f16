"""Outlets by the short names that a text gives them; invented outlets."""

from __future__ import annotations

import pytest

from detente.actor import outlets
from detente.actor.mastheads import in_full


def named(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.name) for one in outlets.find(text)]


def test_a_paper_is_called_by_the_end_of_its_title_and_by_its_initials() -> None:
    text = "The Tarn Gazette (TG) reported a deal. The Gazette named nobody. TG did."
    assert named(text) == [("Tarn Gazette", "Tarn Gazette"), ("TG", "Tarn Gazette"), ("Gazette", "Tarn Gazette"), ("TG", "Tarn Gazette")]


def test_initials_behind_a_title_are_not_another_outlets() -> None:
    assert {name for _, name in named("The Carran News Agency (CNA) came.")} == {"Carran News Agency"}


def test_no_short_name_before_the_full_one() -> None:
    assert named("The Gazette named nobody. The Tarn Gazette did.") == [("Tarn Gazette", "Tarn Gazette")]


@pytest.mark.parametrize("where", ["UK", "US", "UAE", "EU", "UN"])
def test_the_state_of_a_paper_in_brackets_is_not_what_it_is_called(where: str) -> None:
    text = f"The Tarn Gazette ({where}) reported a deal. The {where} refused it."
    assert named(text) == [("Tarn Gazette", "Tarn Gazette")]


def test_in_full_takes_the_last_title_that_ends_so() -> None:
    before = [(0, 12, "Tarn Gazette", None), (20, 31, "Eda Gazette", None)]
    assert (in_full("Gazette", before), in_full("The Gazette", before), in_full("Herald", before)) == ("Eda Gazette", "Eda Gazette", "Herald")

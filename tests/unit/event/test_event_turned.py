"""The other reading of a weekday or a date that leaves its year open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.event.turned import turned

DAY = "2031-03-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "first", "last", "other"),
    [
        ("Friday", "2031-03-14", "2031-03-14", ("2031-03-07", "2031-03-07")),
        ("Monday night", "2031-03-10", "2031-03-10", ("2031-03-17", "2031-03-17")),
        ("June", "2031-06-01", "2031-06-30", ("2030-06-01", "2030-06-30")),
        ("Nov. 20", "2030-11-20", "2030-11-20", ("2031-11-20", "2031-11-20")),
    ],
)
def test_what_lies_on_the_other_side_of_the_day_of_writing(text: str, first: str, last: str, other: tuple[str, str]) -> None:
    assert turned(text, first, last, DAY) == other


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last Friday", "2031-03-07", "2031-03-07"),
        ("20 November 2030", "2030-11-20", "2030-11-20"),
        ("Wednesday", DAY, DAY),
        ("yesterday", "2031-03-11", "2031-03-11"),
        ("Feb. 29", "2032-02-29", "2032-02-29"),
        ("June", "2021-06-01", "2021-06-30"),
        (None, None, None),
    ],
)
def test_what_leaves_nothing_open_has_no_other_reading(text: str | None, first: str | None, last: str | None) -> None:
    assert turned(text, first, last, DAY) is None


@given(st.dates(), st.dates(), st.sampled_from(["Friday", "June 3", "on Monday"]))
def test_a_day_turned_is_still_one_day_and_on_the_other_side(day: date, writing: date, text: str) -> None:
    found = turned(text, day.isoformat(), day.isoformat(), writing.isoformat())
    if found is not None:
        assert found[0] == found[1]
        assert (found[0] > writing.isoformat()) != (day > writing)

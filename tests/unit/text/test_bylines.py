"""The lines of a text that say who wrote it and from where."""

from __future__ import annotations

import pytest

from detente.text.bylines import bylines


def found(line: str) -> list[str]:
    """What is found in a line between a title and a sentence."""
    text = f"Port shut\n\n{line}\n\nPilots left the port on Monday.\n"
    return [text[start:end] for start, end in bylines(text)]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Mora",
        "BY ANA MORA",
        "**By Ana Mora and Juan Varela, Lima**",
        "By our correspondent in Lima",
        "By a Harbour Post staff writer",
        "Exclusive by Ana Mora",
        "From our wine correspondent in Lima",
        "Staff Reporter",
        "Our Correspondent, Lima",
        "Ana Mora, Staff Writer",
        "Bureau Report",
        "(Reporting by Ana Mora; editing by Juan Varela)",
        "Additional reporting by Ana Mora.",
        "Photos by Ana Mora",
        "By Ana Mora\nCity Hall reporter",
        "By Óscar Lindt",
        "Compiled by Ana de Mora from agency reports",
        "Photos and words by Juan Varela of the Harbour Post",
        "Posted by Ana Mora • 4 comments",
    ],
)
def test_a_line_that_says_who_wrote(line: str) -> None:
    assert found(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By the book",
        "By the numbers",
        "By Monday the port was shut.",
        "Attacks on reporters",
        "Ana Mora: By Monday we sail.",
        "The report was written by Ana Mora.",
        "Reporters left the port",
        "Reported raids on villages by Sea Wolf Brigades rose by a third in May.",
        "Words spoken by the mayor angered Varela.",
        "Posted by the navy on Monday, the film shows marines in Varela.",
        "Written by the ministry, the report blames Norland.",
    ],
)
def test_a_line_that_tells_something(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LIMA - Pilots left.", "LIMA"),
        ("LIMA, Peru -- Pilots left.", "LIMA, Peru"),
        ("BOGOTÁ - Pilots left.", "BOGOTÁ"),
        ("LIMA - Pilots left - for now.", "LIMA"),
        ("LIMA, May 5 (Harbour Wire) - Pilots left.", "LIMA, May 5"),
    ],
)
def test_the_place_of_the_dateline_but_not_the_agency(line: str, place: str) -> None:
    assert found(line) == [place]


def test_the_title_is_none_and_only_the_first_dateline_counts() -> None:
    assert bylines("By Ana Mora\nPilots left.") == ()
    text = "Port shut\nLIMA - Pilots left.\nQUITO - Pilots stayed.\n"
    assert [text[start:end] for start, end in bylines(text)] == ["LIMA"]

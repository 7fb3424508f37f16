"""The weights of places are fitted on annotated events: a rule that the annotation follows is learned, and figures count both ways."""

from __future__ import annotations

import random

import numpy as np
from training.places import Choice, figures, fit_places

from detente.event.placerows import FEATURES
from detente.event.places import choose
from detente.event.whereabouts import Candidate
from detente.records import Place

TARN, QUAY = Place(start=0, end=4, text="Tarn", name="Tarn"), Place(start=9, end=13, text="Quay", name="Quay")


def row(*names: str) -> tuple[float, ...]:
    return tuple(float(name in names) for name in FEATURES)


def event(number: int, protest: bool) -> Choice:
    """A protest happens at the dateline, a demand nowhere; in the annotation of this test."""
    act = "PROTEST" if protest else "REQUEST"
    candidates = [
        Candidate(TARN, row("dateline", f"dateline: {act}")),
        Candidate(QUAY, row("before")),
        Candidate(None, row("none", f"none: {act}")),
    ]
    return Choice(f"a{number}-e1", (20, 24), candidates, np.array([protest, False, not protest]), None, TARN if protest else None)


def test_the_fit_learns_which_acts_happen_at_the_dateline() -> None:
    draw = random.Random(5)
    weights = fit_places([event(number, draw.random() < 0.5) for number in range(60)])
    assert [choose(event(0, protest).candidates, weights, (20, 24)) for protest in (True, False)] == [TARN, None]


def test_an_event_that_cannot_be_right_teaches_nothing() -> None:
    known = [event(number, number % 2 == 0) for number in range(20)]
    assert fit_places([*known, known[0]._replace(right=np.zeros(3, dtype=bool))]) == fit_places(known)


def test_figures_count_what_is_annotated_and_what_is_given() -> None:
    elsewhere = Place(start=50, end=54, text="Tarn", name="Tarn")
    placed = [(TARN, elsewhere), (TARN, QUAY), (TARN, None), (None, QUAY), (None, None)]
    assert figures(placed) == "0.333 of 3 annotated places, 0.333 of 3 given ones"

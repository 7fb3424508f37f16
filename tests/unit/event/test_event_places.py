"""Events without a place of their own: a headline's is where the text tells it again, a protest's the dateline's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.event import Draft, Scene
from detente.event.places import supply_places
from detente.model.readings import Predicate, Reading
from detente.records import Place

TARN, QUAY = Place(text="TARN", start=20, end=24, name="Tarn"), Place(text="Quay", start=45, end=49, name="Quay")


def draft(act: str, sentence: int, status: str = "happened", place: Place | None = None, *near: Place) -> Draft:
    """An act in a sentence of twenty code points, of which `near` are the places."""
    predicate = Predicate(0, 3, act, 0.9, None, status, 0.9, ())  # type: ignore[arg-type]
    scene = Scene(sentence, 20 * sentence, 20 * sentence + 19, "x" * 19, Reading((predicate,)), (), (), near, None)
    return Draft(scene, predicate, (20 * sentence, 20 * sentence + 3), status, place=place)  # type: ignore[arg-type]


def test_a_headline_happens_where_the_lead_tells_it_again() -> None:
    headline, lead = draft("ASSAULT", 0), draft("ASSAULT", 2, "happened", QUAY)
    supply_places([headline, lead], TARN)
    assert headline.place == QUAY


@pytest.mark.parametrize("other", [draft("ASSAULT", 2, "planned", QUAY), draft("AID", 2, "happened", QUAY), draft("ASSAULT", 9, "happened", QUAY)])
def test_another_act_status_or_a_late_one_lends_no_place(other: Draft) -> None:
    headline = draft("ASSAULT", 0)
    supply_places([headline, draft("AID", 1), other], TARN)
    assert headline.place is None


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (draft("PROTEST", 0), TARN),
        (draft("PROTEST", 1, "ongoing", None, TARN), TARN),
        (draft("PROTEST", 1, "happened", None, TARN, QUAY), None),
        (draft("PROTEST", 1, "planned"), None),
        (draft("PROTEST", 1, "happened", QUAY), QUAY),
        (draft("PROTEST", 7), None),
        (draft("SANCTION", 1), None),
    ],
)
def test_a_protest_told_first_happens_at_the_dateline(told: Draft, place: Place | None) -> None:
    told = replace(told)
    supply_places([draft("AID", 1), told], TARN)
    assert told.place == place


def test_without_a_dateline_nothing_is_supplied() -> None:
    told = draft("PROTEST", 0)
    supply_places([told, draft("PROTEST", 1, "happened", QUAY)], None)
    assert told.place is None

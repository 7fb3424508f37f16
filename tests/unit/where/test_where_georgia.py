"""Which Georgia a text means."""

from __future__ import annotations

import pytest

from detente.actor import Resolver
from detente.where import find_known, resolve_places
from detente.where.georgia import american, at_home, elsewhere

AMERICAN = [
    "A Georgia judge jailed three men.",
    "Voters in Georgia go to the polls in two runoffs, and Gov. Ada Mills waits.",
    "Georgia sued the government over a highway to Atlanta.",
    "Republicans in Georgia rejected the plan.",
]
CAUCASIAN = [
    "Georgia accused Russia of shelling a village.",
    "Georgia and its neighbour agreed to open a road.",
    "Georgian lawmakers in Georgia met Republicans of the U.S. Congress.",
    "Georgia asked NATO and the U.S. Congress for help.",
    "Tbilisi was quiet. A Georgia judge left.",
    "It rained in Alabama.",
]


@pytest.mark.parametrize("text", AMERICAN)
def test_the_state_is_told_by_its_towns_offices_and_neighbours(text: str) -> None:
    assert american(text)


@pytest.mark.parametrize("text", CAUCASIAN)
def test_the_country_is_told_by_its_people_and_neighbours_and_else_taken_for_granted(text: str) -> None:
    assert not american(text)


def test_who_acts_there_is_of_its_country_and_keeps_the_name() -> None:
    resolver = Resolver()
    text = "Georgia lawmakers left Atlanta. A Georgia judge jailed three men."
    (lawmakers,), (judge,) = (resolver.resolve(words, "2021-03-01", text) for words in ("Georgia lawmakers", "a Georgia judge"))
    assert (lawmakers.name, lawmakers.country, lawmakers.sectors) == ("Georgia lawmakers", "USA", ("LEG",))
    assert (judge.country, judge.sectors) == ("USA", ("JUD",))
    (one,) = resolver.resolve("Georgia lawmakers", "2021-03-01", "Georgia lawmakers met in Tbilisi.")
    assert one.country == "GEO"


def test_a_place_in_it_is_in_the_united_states() -> None:
    for text, country in ((AMERICAN[1], "USA"), ("They met in Georgia near the Black Sea.", "GEO")):
        assert [place.country for place in resolve_places(text, find_known(text, [(0, len(text))])) if place.text == "Georgia"] == [country]


def test_words_come_back_as_they_were() -> None:
    assert at_home(elsewhere("Georgia lawmakers"), "Georgia lawmakers") == "Georgia lawmakers" and elsewhere("Georgians") == "Georgians"
    assert at_home("U.S. and U.S. officials", "U.S. and Georgia officials") == "U.S. and U.S. officials"

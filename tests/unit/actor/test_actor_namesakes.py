"""Names of states, groups and outlets that in their text mean somebody or something else."""

from __future__ import annotations

import pytest

from detente.actor import Resolver


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("Jordan", "Jordan, 11, keeps three rabbits behind the barn."),
        ("Sydney", "Sydney, who is 30 and paints, sold nothing that day."),
        ("Kenya", "Kenya (12) plays the flute."),
        ("Santiago", "Santiago, an old carpenter of few words, shut the door."),
        ("Basque", "The signs were put up in Basque, the shopkeeper noted."),
        ("the Nikkei", "The Nikkei fell 2 per cent in early trading."),
        ("DNA", "A speck of DNA was enough for the laboratory."),
        ("Lincoln", "Lincoln took four Oscars that night."),
        ("Merkel", "Merkel, 7, fed the ducks."),
        ("David Cameron", "David Cameron, a beekeeper, won first prize for his honey."),
        ("David Cameron", "David Cameron, 58, no relation to the prime minister, mends clocks."),
        ("Gates", "Gates were painted green along the lane."),
        ('"Home of the Brave"', 'She had also directed "Home of the Brave".'),
    ],
)
def test_nobody_of_the_tables_is_meant(mention: str, context: str) -> None:
    found = Resolver().resolve(mention, "2015-05-05", context)
    assert not any(one.country or one.org or one.sectors for one in found)


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [
        ("Jordan", "Jordan, which borders two of them, closed its airspace.", "JOR"),
        ("Chad", "Chad recalled its ambassador on Friday.", "TCD"),
        ("DNA", "In Romania the DNA opened a case against two mayors.", "ROU"),
        ("Evo Morales", "Evo Morales, a coca farmer, freed the miners whom the government had jailed.", "BOL"),
        ("Angela Merkel", "Angela Merkel, a physicist, drew the curve on a napkin.", "DEU"),
        ("Nikkei", "The talks had failed, Nikkei reported.", "JPN"),
        ("India", "India tested a missile over the bay.", "IND"),
    ],
)
def test_the_same_words_are_actors_elsewhere(mention: str, context: str, country: str) -> None:
    assert [one.country for one in Resolver().resolve(mention, "2015-05-05", context)] == [country]


@pytest.mark.parametrize("mention", ["the Queen Elizabeth 2", "King Abdullah Mosque", "a crate of Heineken", "Air France Flight 12",
                                     "Fargo City Chiefs", "Old English", "Marie Dupont", "Queen", "the doctor's office", "the Dow Jones"])  # fmt: skip
def test_things_that_bear_a_name(mention: str) -> None:
    assert Resolver().resolve(mention, "2005-05-05") == ()


def test_a_title_before_a_name_makes_it_no_city() -> None:
    found = Resolver().resolve("President Kennedy", "1985-05-05", "Then President Kennedy rose to speak.")
    assert not any(one.country == "COL" for one in found)


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [
        ("the PNP", "The PNP arrested two men in the Philippines.", "PHL"),
        ("the PNP", "The PNP lost the election in Jamaica.", None),
        ("the APC", "The APC won in Lagos, Nigeria.", "NGA"),
        ("the APC", "The APC won in Freetown, Sierra Leone.", None),
        ("the ADF", "The ADF sent a ship from Australia.", "AUS"),
        ("the ADF", "The ADF killed ten villagers in Beni, Congo.", "COD"),
    ],
)
def test_letters_are_a_bodys_where_its_state_is_told_of(mention: str, context: str, country: str | None) -> None:
    assert [one.country for one in Resolver().resolve(mention, "2023-07-12", context)] == ([country] if country else [])


def test_letters_are_no_towns() -> None:
    (found,) = Resolver().resolve("a PA officer", "2023-07-12", "They met a PA officer.")
    assert found.country is None

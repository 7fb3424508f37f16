"""Parties, societies, towns and things: what an adjective, a sign or the text makes of a name."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [
        ("Labour MPs", None, "GBR"),
        ("a Democratic senator", None, "USA"),
        ("the Kenya Red Cross", None, "KEN"),
        ("Tuareg rebels", "Tuareg rebels shelled a post in Niger.", "NER"),
        ("Tuareg rebels", None, "MLI"),
    ],
)
def test_names_that_several_states_share_follow_the_words_and_the_text(mention: str, context: str | None, country: str) -> None:
    found = RESOLVER.resolve(mention, "2007-05-05", context)
    assert [one.country for one in found] == [country]


@pytest.mark.parametrize(
    ("mention", "context", "countries"),
    [
        ("the Liberals", "The Liberals lost two seats in Toronto.", ["CAN"]),
        ("the Liberals", "The Liberals lost two seats.", []),
        ("the DPP", "Malawi's DPP lost two seats.", ["MWI"]),
        ("Democrats and Republicans", None, ["USA", "USA"]),
        ("Greens and Liberals", None, []),
        ("the Labour Party", None, ["GBR"]),
    ],
)
def test_a_party_of_a_name_that_several_states_have_needs_its_state(mention: str, context: str | None, countries: list[str]) -> None:
    assert [one.country for one in RESOLVER.resolve(mention, "2007-05-05", context)] == countries


def test_what_a_party_of_no_state_has_is_a_partys() -> None:
    (leader,) = RESOLVER.resolve("the Communist leader", "2007-05-05")
    assert (leader.country, leader.id, leader.sectors) == (None, None, ("PTY",))


def test_conjuncts_share_an_owner_and_a_head() -> None:
    both = RESOLVER.resolve("Uganda and Rwanda's armies")
    assert [(one.country, one.sectors[0]) for one in both] == [("UGA", "MIL"), ("RWA", "MIL")]
    premiers = RESOLVER.resolve("the president and prime minister of Sri Lanka", "2002-05-05")
    assert [one.country for one in premiers] == ["LKA", "LKA"]


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("the Estonia", ""),
        ("the king of pop", ""),
        ("the president's plane", ""),
        ("Boeing jets", ""),
        ("House of Cards", ""),
        ("New Zealand", "New Zealand won the match by six wickets."),
        ("Clinton", "Clinton, Iowa, has a ballpark."),
        ("Paris", "The couple met in Paris."),
    ],
)
def test_things_and_towns_are_no_actors(mention: str, context: str) -> None:
    assert RESOLVER.resolve(mention, "2005-05-05", context or None) == ()

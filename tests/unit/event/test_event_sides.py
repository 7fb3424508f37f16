"""Sides that only the whole article tells: states of places, whose the victims of a state are, those who meet."""

from __future__ import annotations

import pytest

from detente.coder import Coder
from detente.records import Article, Event


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(threads=1)


def events(coder: Coder, text: str) -> tuple[Event, ...]:
    return coder.code(Article(id="sides", text=text, published="2019-10-15")).events


@pytest.mark.parametrize(
    ("text", "act", "state"),
    [
        ("Israel launched air strikes on the Gaza Strip on Sunday.", "ASSAULT", "PSE"),
        ("Russia has begun withdrawing some of its troops from Syria.", "RETREAT", "SYR"),
    ],
)
def test_who_is_hit_in_a_place_abroad_is_its_state(coder: Coder, text: str, act: str, state: str) -> None:
    assert [actor.country for event in events(coder, text) if event.act == act for actor in event.recipients] == [state]


def test_rebels_at_home_or_abroad_hit_no_state_by_the_place_alone(coder: Coder) -> None:
    (event,) = events(coder, "Gunmen fired shots at the port of Mopti in Mali on Sunday.")
    assert "state:MLI" not in [actor.id for actor in event.recipients]


def test_the_victims_of_a_state_that_hits_another_are_the_others(coder: Coder) -> None:
    text = "Peru's navy fired at an Ecuadorian trawler off Tumbes on Monday, Ecuador said. Peru's navy shot at a second boat and wounded a sailor."
    victims = [actor for event in events(coder, text) if event.act == "ASSAULT" for actor in event.recipients]
    assert {actor.country for actor in victims} == {"ECU"}


@pytest.mark.parametrize(
    "text",
    [
        "Macron and Merkel said they would meet again in Paris on Monday.",
        "Erdogan held talks with Putin in Sochi on Tuesday. They agreed to extend the truce.",
        "Netanyahu met Putin on Wednesday at the Kremlin, where they discussed security in the Middle East.",
    ],
)
def test_they_who_meet_are_both_and_nobody_else(coder: Coder, text: str) -> None:
    found = events(coder, text)
    assert found
    for event in found:
        assert len({actor.id for actor in (*event.actors, *event.recipients)}) == 2
        assert all((actor.id or "").startswith("person:") for actor in (*event.actors, *event.recipients))


def test_the_press_that_tells_of_an_act_takes_no_part(coder: Coder) -> None:
    found = events(coder, "Mr Kabila has refused to step down, says the Guardian.")
    assert found and all(actor.sectors[:1] != ("JRN",) for event in found for actor in (*event.actors, *event.recipients))


def test_a_clause_behind_since_dates_only_itself(coder: Coder) -> None:
    found = events(coder, "Gunmen stormed a college in Kenya and killed 40 people in the worst attack since the U.S. embassy was bombed in 1998.")
    assert {event.date.first[:4] for event in found if event.date.first and "stormed" in event.evidence[0].text} == {"2019"}


def test_a_bomb_is_not_of_the_land_in_which_it_goes_off(coder: Coder) -> None:
    text = "Twelve Americans were killed in the Kenya embassy bombing. Norway's president condemned bomb attacks at U.S. embassies in Kenya and Niger."
    found = events(coder, text)
    attacks, blamed = [e for e in found if e.act == "ASSAULT"], [e for e in found if e.act == "ACCUSE"]
    assert attacks and blamed
    assert all(actor.country not in ("KEN", "NER", "NOR") for event in attacks for actor in event.actors)
    assert all(actor.country != "KEN" for event in blamed for actor in event.recipients)

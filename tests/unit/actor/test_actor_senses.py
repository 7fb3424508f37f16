"""Words in another sense, and peoples and parties of one name in several states."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("the bishop", "She gave up the bishop and won the chess game."),
        ("Judge", "Judge the jam by its colour."),
        ("Reagan", "Reagan Tuckerby found the kitten."),
        ("Clinton", "Clinton, a village in the hills, got its ferry back."),
        ("General", "General Electric ovens come with a guarantee."),
        ("the Battle of Wexbury", None),
        ("the Belgium goalkeeper", None),
        ("the Tarnholm Towers", None),
        ("the police ventilator", None),
        ("a police cover-up", None),
        ("Moscow, Idaho", None),
        ("New London", None),
        ("a Downing Street garden party", None),
        ("point guards", "The team's point guards scored 40 points between them."),
        ("judges", "Judges gave the skaters their highest mark of the season."),
        ("the army", "The army of clockwork ducks was set afloat."),
        ("the army", "The army of the two clockwork ducks was set afloat."),
        ("Cuba", "Cuba lost in straight sets."),
        ("Ghana", "Ghana went out on penalties."),
        ("New Zealand", "New Zealand declared at 250 for six."),
        ("the Kenyan side", "The Kenyan side equalised from a free kick."),
        ("the queen", "The queen stays in the hive while the workers and soldiers leave."),
        ("Rome", "The night train to Rome had no dining car."),
        ("Seoul", "She collects buttons from Seoul."),
        ("Dutch", "They learned Dutch from comics."),
        ("The West Wing", "The West Wing comes back for a last season."),
    ],
)
def test_words_in_another_sense_are_nobody(mention: str, context: str | None) -> None:
    assert RESOLVER.resolve(mention, "2003-06-01", context) == ()


@pytest.mark.parametrize(
    "context",
    ["A curfew was declared on 3 May in Saudi Arabia.", "Saudi Arabia pledged $500 for 3 families.", "Saudi Arabia paid 40 for 2 million tents.",
     "Saudi Arabia was sold Javelin missiles.", "Saudi Arabia fumbled its answer."],
)
def test_days_sums_and_weapons_are_no_game(context: str) -> None:
    (found,) = RESOLVER.resolve("Saudi Arabia", "2003-06-01", context)
    assert found.id == "state:SAU"


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [
        ("Serbs", "Serbs shelled a town in Bosnia.", "BIH"),
        ("Serbs", "Serbs voted in Belgrade while Bosnia looked on.", "SRB"),
        ("the Kurds of northern Iraq", None, "IRQ"),
        ("Kurds", None, None),
        ("the Catalan president", None, "ESP"),
    ],
)
def test_the_state_of_peoples_and_titles(mention: str, context: str | None, country: str | None) -> None:
    (found,) = RESOLVER.resolve(mention, "2019-02-01", context)
    assert found.country == country


def test_an_office_of_state_counts_before_one_in_a_party() -> None:
    (found,) = RESOLVER.resolve("Nick Clegg", "2012-06-01")
    assert found.sectors[0] == "GOV"
    assert found.role == "deputy prime minister"


def test_a_body_of_people_is_one() -> None:
    (found,) = RESOLVER.resolve("the union", "2003-06-01", "The union of dockworkers called a strike.")
    assert found.sectors == ("LAB",)


@pytest.mark.parametrize("whose", ["the Czech Republic", "an Asian state", "the ruling Ennahda"])
def test_an_army_of_a_name_is_one(whose: str) -> None:
    (found,) = RESOLVER.resolve("the army", "2003-06-01", f"The army of {whose} crossed the river.")
    assert found.sectors == ("MIL",)


def test_the_white_house_says_what_it_says_in_a_text_of_politics() -> None:
    (found,) = RESOLVER.resolve("the White House", "2003-06-01", "The White House condemned the series of raids.")
    assert found.country == "USA"


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("Chad", "Chad frees twelve prisoners."),
        ("France", "France declared a state of emergency."),
        ("Israel", "Israel demolishes five homes near the wall."),
        ("Ukraine", "Trump says he spoke of grain with Ukraine."),
        ("Iran", "Iran seeks to sway an election in its final days, U.S. officials warn."),
        ("Japan", "Talks will be held in autumn, Japan Prime Minister Shinzo Abe says."),
        ("Syria", "Why the Syria withdrawal is a step that Merkel welcomes."),
    ],
)
def test_a_state_in_a_headline_of_politics_is_one(mention: str, context: str) -> None:
    (found,) = RESOLVER.resolve(mention, "2016-06-01", context)
    assert found.sectors == ("GOV",)


@pytest.mark.parametrize("context", ["Turkey is dry unless it is basted.", "Turkey and stuffing were served.", "Turkey should rest before it is carved."])
def test_a_dish_is_no_state(context: str) -> None:
    assert RESOLVER.resolve("Turkey", "2016-06-01", context) == ()


@pytest.mark.parametrize("whom", ["the army", "the union", "the FBI", "the church of Tarn"])
@pytest.mark.parametrize("verb", ["accused", "suspects", "cleared"])
def test_whom_one_accuses_of_something_is_no_thing(whom: str, verb: str) -> None:
    assert RESOLVER.resolve(whom, "2016-06-01", f"She {verb} {whom} of theft.") != ()

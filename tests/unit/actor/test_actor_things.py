"""Names of things and works that bear an actor's name, words that mean something else, and what is an actor all the same."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    "mention",
    ["the Admiral Gorbatov", "USS Fairhaven", "HMS Queen Elizabeth", "Bishop's Creek", "Boeing 737s", "Toyota Corollas", "Condor helicopters",
     "the Tulsa Cowboys", "the Bulawayo Papers", "the South Pole", "the German shepherd", "Moroccan leather", "Japanese knotweed",
     "the Bishop's Latin", "the Colonels", "The Weaver's Son", "the Night Watchman", "the Utah", "Prince Albert Inlet", "Liberals Anonymous",
     "the Paris of the Andes", "the Athens of the South", "the Rolls-Royce of kettles", "another Vietnam", "a second Iraq", "Our Farmer in Peru", "Freedom for All Sailors",
     "the high priest of crochet", "the Crown State Building", "Boeing 747 SP"],
)  # fmt: skip
def test_a_thing_named_after_an_actor_is_none(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2010-01-01") == ()


@pytest.mark.parametrize(
    ("mention", "context"),
    [("Chad", "Chad Merriweather tuned the piano."), ("Lebanon", "Lebanon, Oregon, has a new bakery."), ("China", "She packed the china in straw."),
     ("London", "London fog was served with cake."), ("French", "French is spoken on the islands."), ("Russian", "Signs in Russian were repainted."),
     ("Peru", "Peru beat Malta 3-1 on Saturday."), ("Congress", "Congress Avenue was closed."), ("The General", "The General was filmed in one season.")],
)  # fmt: skip
def test_words_that_mean_something_else_in_their_text(mention: str, context: str) -> None:
    assert RESOLVER.resolve(mention, "2010-01-01", context) == ()


@pytest.mark.parametrize(
    "mention", ["Rosa Senator", "Paul Constable", "Chad London", "ABE", "MBA", "the Liberals", "the Republicans", "the Communist Party", "the DPP"]
)
def test_a_name_of_many_is_nobodys(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2010-01-01") == ()


@pytest.mark.parametrize(
    ("mention", "expected"),
    [("the Foreign Minister", "GOV"), ("the Chief Constable", "COP"), ("the Army", "MIL"), ("the Maoists", "REB"), ("The colonels", "MIL")],
)
def test_offices_and_bodies_are_written_with_capitals_too(mention: str, expected: str) -> None:
    assert [one.sectors[:1] for one in RESOLVER.resolve(mention, "2010-01-01")] == [(expected,)]


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [("Russia", "Russia also is to send grain to Egypt.", "RUS"), ("French", "French troops landed in Bangui.", "FRA"),
     ("China", "China told Japan that the china shop was closed.", "CHN"), ("Lebanon", "Lebanon, Syria, and Jordan met.", "LBN"),
     ("Peru", "Peru accused Chile of spying.", "PER")],
)  # fmt: skip
def test_states_in_their_own_texts_stay_states(mention: str, context: str, country: str) -> None:
    assert [one.country for one in RESOLVER.resolve(mention, "2010-01-01", context)] == [country]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [("Hazara rebels", [("AFG", "REB")]), ("the Hazaras", [("AFG", "CVL")]), ("the Russians", [("RUS", "GOV")]),
     ("Abkhaz fighters", [("GEO", "REB")]), ("soldiers and police in Lagos", [("NGA", "MIL"), ("NGA", "COP")]),
     ("the Chadian army and rebels", [("TCD", "MIL"), ("TCD", "REB")]), ("a NATO commander", [(None, "MIL")]),
     ("an aide to Lukashenko", [("BLR", "GOV")]), ("eyewitnesses", [(None, "CVL")])],
)  # fmt: skip
def test_country_and_sector(mention: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(one.country, one.sectors[0]) for one in RESOLVER.resolve(mention, "2010-01-01")] == expected


def test_an_institutions_president_is_not_the_states() -> None:
    (found,) = RESOLVER.resolve("the president of the Iraqi Chamber of Commerce", "2005-06-01")
    assert (found.country, found.sectors, found.name) == ("IRQ", ("BUS",), None)


def test_a_long_name_without_its_last_word() -> None:
    (found,) = RESOLVER.resolve("Vicente Fox", "2003-06-01")
    assert (found.country, found.sectors) == ("MEX", ("GOV",))


def test_what_somebody_does_for_a_living() -> None:
    (found,) = RESOLVER.resolve("Anneke Visser", "1998-01-01", "Anneke Visser, who farms in Groningen, sold the cows.")
    assert (found.name, found.country, found.sectors) == ("Anneke Visser", "NLD", ("AGR",))


def test_a_context_may_begin_with_a_space() -> None:
    told = "King said that talks with Kenya would go on."
    assert RESOLVER.resolve("King", "2005-05-05", f" {told}") == RESOLVER.resolve("King", "2005-05-05", told)


@pytest.mark.parametrize("mention", ["the Congress of", "Council of", "House of", "the Battle of", "the army of", "the Kenyan president and"])
def test_a_mention_that_is_cut_off_is_read_as_far_as_it_goes(mention: str) -> None:
    assert len(RESOLVER.resolve(mention, "2010-01-01")) <= 1

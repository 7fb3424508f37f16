"""Words that are actors in politics and something else in everyday life; invented sentences."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("Chile", "Chile goes into the stew last, with garlic and beans."),
        ("Lima", "Lima had a new bicycle for her birthday."),
        ("Merkel", "The parrot answers to Merkel and whistles at the postman."),
        ("the Generals", "The Generals kicked a field goal in double overtime."),
        ("the admiral", "The red admiral is a butterfly that winters among nettles."),
        ("the king", "In the puppet show the king sleeps in a cupboard."),
        ("the Niger", "The Niger burst its banks again."),
        ("Captain Brock", "Captain Brock is the villain of the novel."),
    ],
)
def test_word_of_an_everyday_text_is_nobody(mention: str, context: str) -> None:
    assert RESOLVER.resolve(mention, "2014-05-05", context) == ()


@pytest.mark.parametrize(
    ("mention", "context", "country"),
    [
        ("Chile", "Chile banned beans and garlic from Peru.", "CHL"),
        ("Lima", "Lima recalled its ambassador.", "PER"),
        ("Merkel", "Merkel urged the parties to agree.", "DEU"),
        ("the Niger", "The Niger's president left for talks.", "NER"),
    ],
)
def test_the_same_word_acts_where_the_text_is_of_politics(mention: str, context: str, country: str) -> None:
    assert [one.country for one in RESOLVER.resolve(mention, "2014-05-05", context)] == [country]


def test_a_long_text_is_about_more_than_one_thing() -> None:
    context = "The parrot whistles at the postman. " * 20 + "Merkel is on the way."
    assert [one.country for one in RESOLVER.resolve("Merkel", "2014-05-05", context)] == ["DEU"]


@pytest.mark.parametrize(
    ("mention", "context", "role"),
    [
        ("the king", "The king was walking and speaking with his guests.", "king"),  # "wal" and "spea" are no words
        ("the minister", "The minister was at the café with Hernández and González.", "minister"),  # nor is "ndez"
    ],
)
def test_pieces_of_words_are_not_counted_as_words_that_news_seldom_has(mention: str, context: str, role: str) -> None:
    assert [one.role for one in RESOLVER.resolve(mention, "2014-05-05", context)] == [role]


def test_a_river_freezes_over_and_the_funds_of_a_state_are_frozen() -> None:
    assert RESOLVER.resolve("the Niger", "2014-05-05", "The Niger had frozen over.") == ()
    assert [one.country for one in RESOLVER.resolve("the Congo", "2014-05-05", "Bank accounts of the Congo were frozen.")] == ["COD"]


@pytest.mark.parametrize(
    "context", ["France said its wine was safe.", "France told visitors to keep dogs away.", "France said she could go home."]
)
def test_a_state_that_says_something_is_one_whatever_it_speaks_of(context: str) -> None:
    assert [one.country for one in RESOLVER.resolve("France", "2014-05-05", context)] == ["FRA"]


@pytest.mark.parametrize("context", ["Egypt sentenced a dancer to three years.", "Egypt killed two singers.", "Egypt censored a film."])
def test_a_state_that_kills_judges_or_censors_is_one_whomever_it_meets(context: str) -> None:
    assert [one.country for one in RESOLVER.resolve("Egypt", "2014-05-05", context)] == ["EGY"]


@pytest.mark.parametrize(
    ("mention", "context", "sector"),
    [
        ("the rebels", "The rebels crossed the lake disguised as nurses.", "REB"),
        ("the general", "The general, dressed as a nurse, crossed the lake.", "MIL"),
        ("Egypt", "Egypt asked for extra time to repay its debt.", "GOV"),
    ],
)
def test_disguise_is_no_play_and_extra_time_no_game(mention: str, context: str, sector: str) -> None:
    assert [one.sectors[0] for one in RESOLVER.resolve(mention, "2014-05-05", context)] == [sector]


def test_a_state_in_a_game_that_goes_into_extra_time_is_a_team() -> None:
    assert RESOLVER.resolve("Egypt", "2014-05-05", "Egypt were the better side in extra time.") == ()

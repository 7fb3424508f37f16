"""Words whose capital is that of a sentence or a title."""

from __future__ import annotations

import pytest

from detente.actor import Resolver
from detente.actor.heard import common, news_words

RESOLVER = Resolver()


def test_the_shares_of_articles_are_shares() -> None:
    assert all(0 < share <= 1 for share in news_words().values())
    assert common("Union") and not common("Mombasa")


@pytest.mark.parametrize("mention", ["Metro strikers", "Mobile police"])
def test_a_common_word_is_no_town_where_people_are_told_by_it(mention: str) -> None:
    (found,) = RESOLVER.resolve(mention, "2012-05-01")
    assert found.country is None and found.sectors


def test_a_town_of_a_name_of_its_own_still_tells_the_state() -> None:
    assert [one.country for one in RESOLVER.resolve("Mombasa police", "2012-05-01")] == ["KEN"]


@pytest.mark.parametrize("mention", ["Out of Africa", "Breaking News"])
def test_words_that_are_nobodys_name(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2012-05-01") == ()


def test_a_paper_of_a_common_word_has_an_article() -> None:
    assert [one.id for one in RESOLVER.resolve("the Daily News", "2012-05-01")] == ["outlet:daily-news"]


def test_who_held_a_lesser_office_long_ago_is_known_by_a_name_of_nobody_else() -> None:
    (found,) = RESOLVER.resolve("Radovan Karadzic", "2008-07-22")
    assert (found.country, found.sectors) == ("BIH", ("ELI",))

"""What a short text says of a word that is no actor in it, and the same words where they are one."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("mention", "context"),
    [
        ("Angela Merkel", "Angela Merkel is the name of our tortoise."),
        ("bishops", "Bishops are a kind of dahlia with dark leaves."),
        ("Lula", "Lula is Portuguese for squid, the cook explained."),
        ("the ambassador", "The ambassador was a saloon with fins and whitewall tyres."),
        ("the union", "The union of the hedgerow and the pavement is a puddle."),
        ("soldiers", "Soldiers of the anthill carry the crumbs."),
        ("Havana", "He put out his Havana, and the waiter sighed."),
        ("Jordan", "They waded across the Jordan with their sandals in their hands."),
        ("Panama", "Her hit Panama was hummed by every barber."),
        ("Washington", "Delroy Washington tuned the organ, and Washington swept the loft."),
        ("Dean", "Susan Dean wove the rug."),
        ("ETA", "Our ETA is noon, the captain announced."),
        ("IRA", "He put his bonus into an IRA."),
    ],
)
def test_a_word_that_is_told_to_be_something_else_is_nobody(mention: str, context: str) -> None:
    assert RESOLVER.resolve(mention, "2006-06-01", context) == ()


@pytest.mark.parametrize(
    ("mention", "context", "expected"),
    [
        ("ETA", "The bomb was planted by ETA, and ETA rang the newspaper.", ("ESP", "REB")),
        ("Hezbollah", "Hezbollah is the name of the party whose rockets fell on Israel.", ("LBN", "REB")),
        ("the rebels", "The rebels of the northern hills buried their rifles.", (None, "REB")),
        ("the union", "The union of bakers walked out.", (None, "LAB")),
        ("Washington", "Visiting Washington, he heard that Washington had vetoed the loan.", ("USA", "GOV")),
        ("Jordan", "Jordan and the Jordan valley were shelled, and the kingdom recalled its envoy.", ("JOR", "GOV")),
    ],
)
def test_the_same_words_are_actors_in_texts_that_say_no_such_thing(mention: str, context: str, expected: tuple[str | None, str]) -> None:
    (found,) = RESOLVER.resolve(mention, "2006-06-01", context)
    assert (found.country, found.sectors[0]) == expected

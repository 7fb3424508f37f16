"""What headline and lead tell is one event."""

from __future__ import annotations

import pytest
from telling import WHO, Act, tell

from detente.event.headline import fold_headline
from detente.event.scene import is_headline

TEXT = "Protesters march on Oslo\n\nThousands of Norway marched on Monday against Chile. Others walked in Lima."
MARCH = Act("march on", "PROTEST", mode="demo")
MARCHED = Act("marched", "PROTEST", actors="Norway", recipients="Chile", mode="demo", on="2031-03-10")


def test_the_lead_takes_the_headline_in() -> None:
    scenes, drafts = tell(TEXT, MARCH, MARCHED)
    assert [is_headline(scene, TEXT) for scene in scenes] == [True, False, False]
    (one,) = fold_headline(drafts, TEXT, WHO)
    assert (one.actors, one.recipients, one.date.first) == (["Norway"], ["Chile"], "2031-03-10")
    assert [span.text for span in one.evidence] == ["marched", "march on"]
    assert len(one.triggers) == 2


@pytest.mark.parametrize(
    "head",
    [
        Act("march on", "PROTEST", mode="strike"),  # another way, and nobody in common
        Act("march on", "PROTEST", "planned", mode="demo"),
        Act("march on", "ASSAULT", mode="demo"),
        Act("march on", "PROTEST", actors="Chile", mode="demo"),  # another country
        Act("march on", "PROTEST", mode="demo", on="2031-02-01"),
    ],
)
def test_what_contradicts_stays_an_event_of_its_own(head: Act) -> None:
    _, drafts = tell(TEXT, head, MARCHED)
    assert fold_headline(drafts, TEXT, WHO) == drafts


def test_a_country_in_common_is_enough_beside_another_mode() -> None:
    _, drafts = tell(TEXT, Act("march on", "PROTEST", actors="Oslo", mode="obstruct"), MARCHED)
    assert len(fold_headline(drafts, TEXT, WHO)) == 1


def test_one_event_of_the_lead_stands_for_one_of_the_headline() -> None:
    _, drafts = tell(TEXT, MARCH, Act("Protesters", "PROTEST", mode="demo"), MARCHED)
    assert len(fold_headline(drafts, TEXT, WHO)) == 2


def test_a_text_without_a_headline_is_left_as_it_is() -> None:
    text = "Protesters march on Oslo. Thousands marched."
    _, drafts = tell(text, MARCH, Act("marched", "PROTEST", mode="demo"))
    assert fold_headline(drafts, text, WHO) == drafts

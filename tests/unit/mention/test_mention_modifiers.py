"""Whose a thing is, by the word before it."""

from __future__ import annotations

import pytest

from detente.coder import Coder
from detente.mention import candidates
from detente.mention.modifiers import modifiers
from detente.model.readings import Found, Reading
from detente.records import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gunmen attacked an army camp near Tarn.", ["army"]),
        ("They burned two police stations.", ["police"]),
        ("Chile vetoed a U.S.-drafted resolution.", ["U.S."]),
        ("Chile dropped tariffs on Chinese goods.", ["Chinese"]),
        ("Jets hit Houthi positions at dawn.", ["Houthi"]),
        ("The army took a rebel-held town.", ["rebel"]),
        ("A UN compound was looted.", ["UN"]),
        ("An Israeli-led strike failed.", ["Israeli"]),
        ("Two South Korean oil tankers left.", ["South Korean"]),
        ("The army left, and police slept.", []),
        ("Monday positions were filled by Tarn air base.", []),
        ("A Chinese clerk left.", []),
        ("Two men died in a Polish village near the Syrian border.", []),
    ],
)
def test_the_words_before_a_thing(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in modifiers(text, 0, len(text))] == found


def test_one_within_a_mention_is_none_of_its_own_and_one_that_is_marked_stays() -> None:
    text = "The army camp guards and an Israeli plan failed."
    reading = Reading(spans={"mention": (Found(0, 20, "GRP", 0.9), Found(28, 35, "GPE", 0.9))})
    assert [(one.text, one.loose) for one in candidates(text, [(0, len(text))], [reading])] == [("The army camp guards", False), ("Israeli", True)]


def test_it_is_a_party_to_an_act_and_else_no_mention() -> None:
    told = "Gunmen attacked an army camp in Mali on Monday."
    coded = Coder(threads=1).code(Article(id="camp", text=told, published="2031-10-10"))
    (event,) = coded.events
    assert [(actor.text, actor.sectors) for actor in event.recipients][0] == ("army", ("MIL",))
    quiet = Coder(threads=1).code(Article(id="quiet", text="Mr Aslak sells Chinese goods in a shop in Tarn.", published="2031-10-10"))
    assert "Chinese" not in [mention.text for mention in quiet.article.mentions]


def test_a_people_before_a_thing_is_its_state() -> None:
    coded = Coder(threads=1).code(Article(id="plan", text="Vietnam rejected a Chinese proposal on Friday.", published="2031-10-10"))
    assert [actor.id for event in coded.events for actor in event.recipients] == ["state:CHN"]

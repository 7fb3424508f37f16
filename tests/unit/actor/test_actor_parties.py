"""The actors of an article: whose forces they are, and where a paragraph plays."""

from __future__ import annotations

import re

import pytest

from detente.actor import Resolver
from detente.actor.parties import Parties, identify_chains
from detente.mention import Candidate, resolve
from detente.where import paragraph_countries, resolve_places

DAY = "2024-10-14"
_WORDS = re.compile(r"\w+")


def parties(text: str, *marks: tuple[str, str], home: str | None = "UKR", places: tuple[str, ...] = ()) -> tuple[Parties, dict[str, str]]:
    """The parties of a text whose mentions are marked by (type, words); and the chain of each mention's words."""
    found = []
    for kind, words in marks:
        start = text.index(words)
        tokens = tuple(word.lower() for word in _WORDS.findall(words))
        name = tuple(word.lower() for word in _WORDS.findall(words) if word[0].isupper()) if kind == "PER" else ()
        found.append(Candidate(start, start + len(words), words, kind, text.count(". ", 0, start), name, tokens))  # type: ignore[arg-type]
    chains = resolve(sorted(found, key=lambda one: one.start), lambda words: None)
    named = resolve_places(text, [(text.index(p), text.index(p) + len(p)) for p in places])
    made = identify_chains(chains, Resolver(), DAY, text, home, paragraph_countries(text, named))
    return made, {m.text: chain.id for chain in chains for m in chain.mentions}


def test_its_forces_are_the_owners() -> None:
    text = "Russia's Defence Ministry said its forces had hit a depot."
    made, chain = parties(text, ("ORG", "Russia's Defence Ministry"), ("GRP", "its forces"))
    assert made.country(chain["its forces"]) == "RUS"


def test_his_government_is_that_of_the_man() -> None:
    text = "The Kenyan president spoke. His government, he said, would pay."
    made, chain = parties(text, ("PER", "The Kenyan president"), ("ORG", "His government"), home="UGA")
    assert made.country(chain["His government"]) == "KEN"


def test_without_an_owner_they_are_of_the_story() -> None:
    made, chain = parties("Its forces had hit a depot.", ("GRP", "Its forces"))
    assert made.country(chain["Its forces"]) == "UKR"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Drones struck the port.\n\nIn Berlin, police detained twelve people.", "DEU"),
        ("Drones struck the port.\n\nMeanwhile in Berlin police detained twelve people.", "DEU"),
        ("Drones struck the port.\n\nOfficials fly to Berlin, and police detained twelve people.", "UKR"),
    ],
)
def test_a_paragraph_that_opens_with_a_place_plays_there(text: str, country: str) -> None:
    made, chain = parties(text, ("GRP", "police"), places=("Berlin",))
    assert made.country(chain["police"]) == country


def test_paragraphs_are_known_by_where_they_begin() -> None:
    text = "In Nairobi they met.\n\nLater they left.\n\nNear Kampala they ate."
    places = resolve_places(text, [(text.index(p), text.index(p) + len(p)) for p in ("Nairobi", "Kampala")])
    assert paragraph_countries(text, places) == {0: "KEN", text.index("Near"): "UGA"}


def test_owners_keep_their_apostrophe() -> None:
    for written, name in (("the ship-owners’ association", "ship-owners' association"), ("the driver's union", "driver's union")):
        assert [one.name for one in Resolver().resolve(written, DAY, home="KEN")] == [name]

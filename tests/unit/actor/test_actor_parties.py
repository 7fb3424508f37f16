"""The actors of an article: whose forces they are, and where a paragraph plays."""

from __future__ import annotations

import re

import pytest

from detente.actor import Resolver
from detente.actor.parties import Parties, identify_chains
from detente.actor.surroundings import sentence_at
from detente.mention import Candidate, Chain, resolve
from detente.records import Mention, MentionType
from detente.text import sentences
from detente.where import paragraph_countries, resolve_places

DAY = "2024-10-14"
_WORDS = re.compile(r"\w+")


def parties(text: str, *marks: tuple[str, str], home: str | None = "UKR", places: tuple[str, ...] = ()) -> tuple[Parties, dict[str, str]]:
    """The parties of a text whose mentions are marked by (type, words); and the chain of each mention's words."""
    found, extents = [], sentences(text)
    for kind, words in marks:
        start = text.index(words)
        tokens = tuple(word.lower() for word in _WORDS.findall(words))
        named = kind == "PER" or words.istitle()
        name = tuple(word.lower() for word in _WORDS.findall(words) if word[0].isupper()) if named else ()
        beside = {"before": text[:start], "after": text[start + len(words) :]}
        found.append(Candidate(start, start + len(words), words, kind, sentence_at(extents, start), name, tokens, **beside))  # type: ignore[arg-type]
    chains = resolve(sorted(found, key=lambda one: one.start), lambda words: None)
    found_places = resolve_places(text, [found.span() for place in places for found in re.finditer(place, text)])
    made = identify_chains(chains, Resolver(), DAY, text, home, found_places, extents)
    return made, {m.text: chain.id for chain in chains for m in chain.mentions}


def test_its_forces_are_the_owners() -> None:
    text = "Russia's Defence Ministry said its forces had hit a depot."
    made, chain = parties(text, ("ORG", "Russia's Defence Ministry"), ("GRP", "its forces"))
    assert made.country(chain["its forces"]) == "RUS"


@pytest.mark.parametrize(
    ("kind", "words", "last", "name"),
    [
        ("ORG", "The National Network for Human Rights", 2, "National Network for Human Rights"),
        ("ORG", "a court of Human Rights", 2, "Human Rights"),
        ("PER", "Minister for Water Tom Reyes", 2, "Tom Reyes"),
        ("PER", "TOM REYES (Chad)", 2, "TOM REYES"),
    ],
)
def test_a_body_goes_by_its_whole_name(kind: MentionType, words: str, last: int, name: str) -> None:
    tokens = tuple(words.lower().split())
    chain = Chain("c1", [Candidate(0, len(words), words, kind, 0, tokens[-last:], tokens)])
    (one,) = Parties({"c1": chain}, {}).actors("c1", Mention("m1", 0, len(words), words, kind, "c1"))
    assert one.name == name


def test_who_is_described_and_named_goes_by_the_name() -> None:
    text = "Soldiers shot her brother, said Ngozi Abara, a teacher in Sake."
    made, chain = parties(text, ("GRP", "Soldiers"), ("PER", "Ngozi Abara"), ("PER", "a teacher in Sake"))
    (one,) = made.identities[chain["a teacher in Sake"]]
    assert (one.name, one.id, one.role) == ("Ngozi Abara", "person:ngozi-abara", "teacher in Sake")


def test_who_is_named_and_is_several_things_is_one() -> None:
    text = "Rebels freed Tomas Varela, a rancher and brother of the governor."
    made, chain = parties(text, ("GRP", "Rebels"), ("PER", "Tomas Varela"), ("PER", "a rancher and brother of the governor"))
    (one,) = made.identities[chain["Tomas Varela"]]
    assert one.name == "Tomas Varela"


def test_a_bloc_is_of_no_state() -> None:
    text = "In Ukraine the bloc and the miners agreed."
    made, chain = parties(text, ("ORG", "the bloc"), ("GRP", "the miners"), places=("Ukraine",))
    assert [made.country(chain[words]) for words in ("the bloc", "the miners")] == [None, "UKR"]


def test_who_speaks_for_an_organisation_is_of_no_state_by_his_rank() -> None:
    text = "Maj. Erik Lund, a spokesman for the U.N. Protection Force, said so."
    made, chain = parties(text, ("PER", "Maj. Erik Lund"), ("PER", "a spokesman for the U.N. Protection Force"))
    (one,) = made.identities[chain["Maj. Erik Lund"]]
    assert (one.name, one.org, one.country) == ("Erik Lund", "UNPROFOR", None)


def test_they_are_of_who_does_something_in_the_clause() -> None:
    text = "Kenya withdrew its envoy while Uganda summoned its generals."
    made, chain = parties(text, ("GPE", "Kenya"), ("PER", "its envoy"), ("GPE", "Uganda"), ("GRP", "its generals"), home=None)
    assert [made.country(chain[words]) for words in ("its envoy", "its generals")] == ["KEN", "UGA"]


def test_his_government_is_that_of_the_man() -> None:
    text = "The Kenyan president spoke. His government, he said, would pay."
    made, chain = parties(text, ("PER", "The Kenyan president"), ("ORG", "His government"), home="UGA")
    assert made.country(chain["His government"]) == "KEN"


def test_without_an_owner_they_are_of_the_story() -> None:
    made, chain = parties("KYIV, May 5 - It rained.\n\nIts forces had hit a depot.", ("GRP", "Its forces"))
    assert made.country(chain["Its forces"]) == "UKR"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Drones struck the port.\n\nIn Berlin, police detained twelve people.", "DEU"),
        ("Drones struck the port.\n\nMeanwhile in Berlin police detained twelve people.", "DEU"),
        ("Drones struck Kyiv and lit up Kyiv.\n\nAs they flew over Kyiv, police heard from Berlin.", "UKR"),
    ],
)
def test_a_paragraph_that_opens_with_a_place_plays_there(text: str, country: str) -> None:
    made, chain = parties(text, ("GRP", "police"), places=tuple(name for name in ("Kyiv", "Berlin") if name in text))
    assert made.country(chain["police"]) == country


def test_who_names_no_state_is_of_the_one_that_is_near() -> None:
    text = "Kenya and Uganda quarrelled over an island.\n\nUganda's cabinet met. Villagers fled.\n\nKenya's cabinet met too. Herders stayed."
    states = [("GPE", "Kenya"), ("GPE", "Uganda"), ("ORG", "Uganda's cabinet"), ("ORG", "Kenya's cabinet")]
    made, chain = parties(text, *states, ("GRP", "Villagers"), ("GRP", "Herders"), home=None)
    assert [made.country(chain[words]) for words in ("Villagers", "Herders")] == ["UGA", "KEN"]


def test_a_neighbour_is_not_the_owner() -> None:
    text = "Kenya and Uganda quarrelled. Uganda shut the border, and Kenya sued its neighbour over an island. Its ambassador left."
    made, chain = parties(text, ("GPE", "Kenya"), ("GPE", "Uganda"), ("GPE", "its neighbour"), ("PER", "Its ambassador"), home=None)
    assert made.country(chain["its neighbour"]) == "UGA"


def test_who_is_of_an_organisation_or_from_abroad_is_of_no_state() -> None:
    text = "Kenya and Uganda were calm. The African Union sent its staff. Foreign observers came. They slept."
    states = [("GPE", "Kenya"), ("GPE", "Uganda")]
    made, chain = parties(text, *states, ("ORG", "The African Union"), ("GRP", "its staff"), ("GRP", "Foreign observers"), home=None)
    assert [made.country(chain[words]) for words in ("its staff", "Foreign observers")] == [None, None]


def test_a_body_is_of_the_story_but_not_the_agency_that_tells_it() -> None:
    text = "Kenya was calm (Varela Wire). The harbour office of Kenya shut. The joint committee met. Lind Kontor lent money."
    marks = [("GPE", "Kenya"), ("ORG", "Varela Wire"), ("ORG", "The joint committee"), ("ORG", "Lind Kontor")]
    made, chain = parties(text, *marks, home="KEN")
    assert [made.country(chain[words]) for words in ("The joint committee", "Lind Kontor", "Varela Wire")] == ["KEN", "KEN", None]


def test_a_pronoun_alone_is_of_the_story_and_so_is_who_writes_but_not_who_reads() -> None:
    text = "Kenya was calm and Kenya rested, as we and you know. Hers was a hard year in Kenya."
    made, chain = parties(text, ("GPE", "Kenya"), ("GRP", "we"), ("GRP", "you"), ("PER", "Hers"), home="KEN")
    assert [made.country(chain[words]) for words in ("Hers", "we", "you")] == ["KEN", "KEN", None]


def test_somebody_of_a_state_by_the_words_is_of_it_whatever_the_story() -> None:
    text = "Kenya and Kenya again, said Kenya. Japan would join the case, its finance ministry said. Its neighbour would not."
    marks = [("GPE", "Kenya"), ("GPE", "Japan"), ("ORG", "its finance ministry")]
    made, chain = parties(text, *marks, home="KEN")
    assert made.country(chain["its finance ministry"]) == "JPN"


def test_paragraphs_are_known_by_where_they_begin() -> None:
    text = "In Nairobi they met.\n\nLater they left.\n\nNear Kampala they ate."
    places = resolve_places(text, [(text.index(p), text.index(p) + len(p)) for p in ("Nairobi", "Kampala")])
    assert paragraph_countries(text, places) == {0: "KEN", text.index("Near"): "UGA"}


def test_a_party_of_a_common_name_is_the_storys() -> None:
    text = "MADRID - Spain is calm. The Spanish mayor asked the Labour Party to wait. The Spanish police left."
    made, chain = parties(text, ("GPE", "Spain"), ("PER", "The Spanish mayor"), ("ORG", "the Labour Party"), home="ESP")
    assert made.country(chain["the Labour Party"]) == "ESP"


def test_a_round_up_plays_where_each_dateline_is() -> None:
    text = "NAIROBI - Traders met.\n\nKAMPALA, May 5 - Police came, says NAIROBI."
    places = resolve_places(text, [found.span() for found in re.finditer("NAIROBI|KAMPALA", text)])
    assert paragraph_countries(text, places) == {0: "KEN", text.index("KAMPALA"): "UGA"}
    assert paragraph_countries("NAIROBI - Traders met.", places[:1]) == {}


def test_a_round_up_plays_where_its_labels_and_headings_say() -> None:
    text = "2. SUDAN - Traders met.\n\n**Chad.** Police came.\n\nKenya\n\nNurses left.\n\nSport\n\nRain fell in Niger."
    sudan, chad, nurses = (text.index(words) for words in ("2.", "**", "Nurses"))
    found = paragraph_countries(text, ())
    assert {found[sudan], found[chad], found[nurses]} == {"SDN", "TCD", "KEN"} and text.index("Rain") not in found
    assert len(paragraph_countries(text.replace("\n\n", "\r\n \r\n"), ())) == len(found)
    assert paragraph_countries("Chad: police came.\n\nThe market was shut, traders said on Monday.", ()) == {}
    debate = "KENYA: We came.\n\nCHAD: You left.\n\nKENYA: We did.\n\nCHAD: Why?"
    assert paragraph_countries(debate, ()) == {}


def test_the_state_in_brackets_behind_a_name_is_the_speakers() -> None:
    text = "The council met. MARIA OKELLO (Chad) thanked Angola."
    made, chain = parties(text, ("PER", "MARIA OKELLO"), ("GPE", "Angola"))
    assert made.country(chain["MARIA OKELLO"]) == "TCD"
    made, chain = parties(text.replace("Chad", "PLN"), ("PER", "MARIA OKELLO"), ("GPE", "Angola"))
    assert made.country(chain["MARIA OKELLO"]) != "TCD"


def test_owners_keep_their_apostrophe() -> None:
    for written, name in (("the ship-owners’ association", "ship-owners' association"), ("the driver's union", "driver's union")):
        assert [one.name for one in Resolver().resolve(written, DAY, home="KEN")] == [name]


def test_a_dateline_tells_of_its_state_though_no_place_was_found_there() -> None:
    text = "Strike goes on\n\nIQUITOS. Nurses stayed away."
    made, chain = parties(text, ("GRP", "Nurses"))
    assert made.country(chain["Nurses"]) == "PER"


def test_a_ship_is_of_its_navy_or_flag_and_of_no_text() -> None:
    text = "Ukraine said the USS Hartley passed, MV Lindow burnt and the Liberian-flagged container ship Orla sank."
    made, chain = parties(text, ("GPE", "Ukraine"), ("ORG", "the USS Hartley"), ("ORG", "MV Lindow"), ("ORG", "Orla"))
    assert [made.country(chain[words]) for words in ("the USS Hartley", "MV Lindow", "Orla")] == ["USA", None, "LBR"]
    assert [one.sectors for one in made.identities[chain["the USS Hartley"]]] == [("MIL",)]


@pytest.mark.parametrize("words", ["Judge Ana Lind of Vardo", "the clerk Ana Lind's", "“Ana Lind” of Vardo"])
def test_who_is_from_somewhere_is_not_called_so(words: str) -> None:
    chain = Chain("c1", [Candidate(0, len(words), words, "PER", 0, ("ana", "lind"), tuple(words.lower().split()))])
    (one,) = Parties({"c1": chain}, {}).actors("c1", Mention("m1", 0, len(words), words, "PER", "c1"))
    assert one.name == "Ana Lind"


def test_several_of_two_states_keep_the_states_that_they_name() -> None:
    words = "Chadian and Nigerian officials"
    made, chain = parties(f"{words} met on Monday.", ("GRP", words), home=None)
    assert [one.country for one in made.identities[chain[words]]] == ["TCD", "NGA"]


@pytest.mark.parametrize(("words", "country"), [("foreign troops", None), ("all foreign aid workers", None), ("the foreign ministry", "UKR"), ("troops", "UKR")])
def test_who_comes_from_abroad_is_not_of_the_story(words: str, country: str | None) -> None:
    made, chain = parties(f"Kyiv said Ukraine counted on its army, while {words} waited in Ukraine.", ("GPE", "Kyiv"), ("GRP", words))
    assert made.country(chain[words]) == country

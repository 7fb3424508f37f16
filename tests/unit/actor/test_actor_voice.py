"""Whom the first persons of quotations stand for, and the mentions of an article with their countries."""

from __future__ import annotations

import re

from detente.actor import Resolver, voice
from detente.actor.parties import Parties, identify_chains
from detente.mention import Chain, candidates, mentions, resolve
from detente.model.readings import Found, Reading
from detente.records import Mention
from detente.text import sentences

_MARK = re.compile(r"\[(PER|ORG|GPE|GRP) ([^]]+)\]")
_QUOTED = re.compile(r'"[^"]+"')


def coded(marked: str, *speakers: str, home: str | None = None) -> tuple[Parties, tuple[Mention, ...]]:
    """The parties of a marked text after its quotations, in order, were given to the speakers with these words."""
    text, spans = "", []
    for part in re.split(r"(\[[A-Z]{3} [^]]+\])", marked):
        found = _MARK.fullmatch(part)
        words = found[2] if found else part
        spans += [Found(len(text), len(text) + len(words), found[1], 0.9)] if found else []
        text += words
    extents = sentences(text)
    readings = [
        Reading(spans={"mention": tuple(Found(f.start - s, f.end - s, f.kind, 0.9) for f in spans if s <= f.start and f.end <= e)}) for s, e in extents
    ]
    resolver = Resolver()
    chains = resolve(candidates(text, extents, readings), resolver.identify("2024-10-14", home))
    parties = identify_chains(chains, resolver, "2024-10-14", text, home)
    named = mentions(chains)
    said = [(next(m.chain for m in named if m.text == who), [quote.span()]) for who, quote in zip(speakers, _QUOTED.finditer(text), strict=True)]
    voice.settle(said, chains, parties)
    return parties, parties.mentions(named)


def chain(words: str, told: tuple[Mention, ...], nth: int = 0) -> str:
    return [m.chain for m in told if m.text == words][nth]


def test_i_is_the_speaker() -> None:
    _, told = coded('"[PER I] saw it," said [PER Ana Lind]. "[PER I] did not," said [PER Tomas Varela].', "Ana Lind", "Tomas Varela")
    assert chain("I", told) == chain("Ana Lind", told) and chain("I", told, 1) == chain("Tomas Varela", told)


def test_we_of_an_official_is_the_state() -> None:
    _, told = coded('[GPE Kenya] sent aid. "[GRP We] sent more," [PER Kenyan Foreign Minister Ana Lind] said.', "Kenyan Foreign Minister Ana Lind")
    assert chain("We", told) == chain("Kenya", told)
    assert {m.country for m in told} == {"KEN"}


def test_we_of_a_speaker_for_a_body_is_the_body() -> None:
    _, told = coded('[ORG The Varela Union] met. "[GRP We] will march," said [PER Ana Lind], [PER spokeswoman of the Varela Union].', "Ana Lind")
    assert chain("We", told) == chain("The Varela Union", told)
    _, told = coded('[ORG The Varela Union] met. "[GRP We] will march," said [PER the chairman].', "the chairman")
    assert chain("We", told) == chain("The Varela Union", told)


def test_we_of_one_speaker_are_one_and_not_the_speaker_alone() -> None:
    parties, told = coded('"[GRP We] fled and [GRP our] goats died," said [PER Ana Lind].', "Ana Lind")
    assert chain("We", told) == chain("our", told) != chain("Ana Lind", told)
    assert parties.key(chain("We", told)) == parties.key(chain("Ana Lind", told)), "as a side of an event it is the speaker"


def test_who_says_we_for_two_of_whom_they_are_one_is_no_part_of_himself() -> None:
    _, told = coded("[PER I] met [PER Ana Lind].")
    mine, lind = told[0], told[1]
    pair = Chain("c9", members=(mine.chain, lind.chain))
    other = Chain("c8", members=(pair.id, lind.chain))
    parties = Parties({c.id: c for c in (Chain(mine.chain), Chain(lind.chain), pair, other)}, {}, alias={mine.chain: other.id})
    assert {one.text for one in parties.actors(pair.id, lind)} == {"Ana Lind"}
    assert parties.actors(mine.chain, mine)


def test_words_for_two_are_two_mentions_with_their_countries() -> None:
    _, told = coded("[GPE Kenya] met [GPE Uganda]. [GRP Both countries] agreed.")
    assert [(m.chain, m.country) for m in told if m.text == "Both countries"] == [(chain("Kenya", told), "KEN"), (chain("Uganda", told), "UGA")]
    assert len({m.id for m in told}) == len(told)


def test_the_government_is_that_of_the_story() -> None:
    _, told = coded("[GPE Kenya] sent aid. [ORG The government] agreed. [GPE The country] is large.", home="KEN")
    assert len({m.chain for m in told}) == 1


def test_people_of_unknown_words_are_of_the_story_or_of_the_state_they_are_called_by() -> None:
    story = "[GPE Kenya] closed [GPE Kenya]'s ports. [GRP The pickets] sang.\n\n[GRP Norwegian pickets] left.\n\n[GPE Kenya] was calm. [PER Ana Lind] ate."
    _, told = coded(story, home="KEN")
    assert [m.country for m in told if m.text != "Kenya" and m.text != "Kenya's"] == ["KEN", "NOR", "KEN"]
    _, told = coded("[GRP The pickets] sang. [PER Ana Lind] ate. [ORG Lind Lines] closed.")
    assert [m.country for m in told] == [None, None, None], "no country is guessed where the story's is not known"


def test_you_in_what_is_said_is_who_hears_it() -> None:
    words = 'Mira Obura told Juan Varela: "You paid the men." You may doubt it.'
    extents = sentences(words)
    people = [(words.index(name), words.index(name) + len(name)) for name in ("Mira Obura", "Juan Varela", '"You')]
    people += [(words.rindex("You"), words.rindex("You") + 3)]
    people[2] = people[2][0] + 1, people[2][1]
    readings = [Reading(spans={"mention": tuple(Found(a - s, b - s, "PER", 0.9) for a, b in people if s <= a and b <= e)}) for s, e in extents]
    resolver = Resolver()
    chains = resolve(candidates(words, extents, readings), resolver.identify("2024-10-14", None))
    parties = identify_chains(chains, resolver, "2024-10-14", words, None)
    hearer = next(c.id for c in chains for m in c.mentions if m.start == people[1][0])
    begin = words.index('"') + 1
    voice.address([(hearer, [(begin, words.index('"', begin))])], chains, parties)
    inside, outside = (next(m for m in parties.mentions(mentions(chains)) if m.start == start) for start, _ in people[2:])
    assert inside.chain == hearer != outside.chain

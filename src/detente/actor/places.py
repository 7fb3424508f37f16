"""The state that a town or division lies in, where its name leaves no doubt ("the mayor of Istanbul")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.actor.bearers import common_names
from detente.actor.heard import common
from detente.actor.lexicon import Segment
from detente.actor.phrase import Phrase, parent
from detente.actor.vocabulary import ALSO_WORDS
from detente.actor.words import fold
from detente.mention.gender import given

# Smaller places bear names that people and things bear too.
_PEOPLE = 15_000
# What counts of places that a word of place points at, and of whose name there is none abroad.
_ALONE = 2_000
_CITY = 400_000
# What a division counts, whose people live in towns of other names.
_DIVISION = 75_000
# How many times the people of its next namesake abroad a place must have.
_CLEAR = 4
# What a place counts by another name than its own.
_BY_NAME = 2
_INITIALS = 3  # letters
_WHERE = {"in", "at", "of", "from", "near", "within", "on", "outside"}
# Who is told by the place that they are "of"; others are of a person ("supporters of Morales").
_OF_PLACES = {"GOV", "COP", "JUD", "REL", "EDU", "LEG"}
_DWELLERS = {"resident", "people", "citizen", "villager", "inhabitant", "townspeople", "population", "residents", "voter", "dweller"}


@lru_cache(maxsize=1 << 13)
def state_of(name: str, alone: int = _PEOPLE) -> str | None:
    """Return the state of a place by name; None for a name of no place, of places in several states, or of a small one.

    A name that no place of another state bears is a place's of `alone` people or more. Two or three letters are a body's ("the PA").
    """
    if name.isupper() and len(name) <= _INITIALS:
        return None
    from detente.where.gazetteer import candidates

    best: dict[str, int] = {}
    for entry, main in candidates(name):
        if entry.country and entry.level != "C":
            people = _DIVISION if entry.level in {"A", "D"} else entry.population * (10 if entry.capital and main else 1)
            best[entry.country] = max(best.get(entry.country, 0), people // (1 if main else _BY_NAME))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < (_PEOPLE if len(ranked) > 1 else alone) or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1]):
        return None
    return parent(ranked[0][0])


@lru_cache(maxsize=1 << 13)
def is_city(name: str) -> bool:
    """Whether a name is first of all a large city's, so that it means the place without a word that says where."""
    from detente.where.gazetteer import candidates

    return any(entry.level == "P" and main and entry.population >= _CITY for entry, main in candidates(name))


def located(phrase: Phrase) -> str | None:
    """Return the state of the town or division that a phrase names as where its actor is, or is of."""
    for at, segment in enumerate(phrase.head[:-1]):
        if at == 0 and _other_word(segment.text) and not is_city(segment.text):
            continue  # "Metro strikers" are none of Metro in Indonesia, nor "Hassan police" of Hassan in India
        opened = at > 0 and phrase.head[at - 1].text in _OPENING
        if segment.kind == "name" and (found := (_joined(phrase.head, at) if opened else None) or _named_place(segment)):
            return found
    if not phrase.links or phrase.links[0] not in _WHERE or not _may_be_of(phrase):
        return None
    for at in range(len(phrase.tail) - 1, -1, -1):
        if phrase.tail[at].kind == "name" and (found := _joined(phrase.tail, at) or _named_place(phrase.tail[at], _ALONE)):
            return found
    return None


def _other_word(name: str) -> bool:
    """Whether a word is a common one too, or the name of many people."""
    return common(name) or name.casefold() in ALSO_WORDS or given(name) or fold(name) in common_names()


def _joined(segments: Sequence[Segment], at: int) -> str | None:
    """The place whose name runs over a known word in front ("New" York)."""
    before = segments[at - 1] if at else None
    return state_of(f"{before.text} {segments[at].text}") if before and before.words and before.words[0].capital else None


def _may_be_of(phrase: Phrase) -> bool:
    role = phrase.roles[-1].role if phrase.roles else None
    return phrase.links[0] != "of" or bool(role and (role.sectors[:1] and role.sectors[0] in _OF_PLACES or fold(role.phrase) in _DWELLERS))


def _named_place(segment: Segment, alone: int = _PEOPLE) -> str | None:
    """The whole name first, then without the words that say what kind of place it is ("Lagos State", "Mount Pinatubo")."""
    words = [word.text for word in segment.words]
    return state_of(" ".join(words), alone) or (state_of(words[0]) if len(words) > 1 and words[-1] in _KINDS else None)


# Known words with which names of towns begin ("New" York).
_OPENING = {"New", "North", "South", "East", "West", "Port", "Fort", "Saint", "Cape", "Upper", "Lower"}
_KINDS = {"State", "Province", "County", "City", "District", "Region", "Governorate", "Prefecture", "Valley", "Airport", "Island"}

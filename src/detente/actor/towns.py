"""Towns that bear the name of a state or of its capital."""

from __future__ import annotations

import re

from detente.actor.around import occurrences
from detente.actor.heard import news_words
from detente.actor.lexicon import lookup
from detente.actor.phrase import parent
from detente.actor.topics import political, vocabulary
from detente.actor.vocabulary import PLACE_TALK

_TOWN = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")
_TOWN_OF = re.compile(r",\s+((?:[A-Z]\w+ )?[A-Z]\w+)[,.]")
_WHERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Aa]cross|[Tt]hrough|[Oo]utside)\s$")
_ROUTE = re.compile(
    r"\b(?:roads?|routes?|trains?|flights?|bus(?:es)?|ferry|ferries|motorways?|highways?|railways?|railroads?|caravans?|trams?|paths?|canals?)\b"
    r"(?: [a-z]+)? (?:from|to|between|for|into)(?: the| The)? $"
)
_WORD = re.compile(r"(?<![\w'-])[a-z]{3,}(?!\w)")
_DIRECTION = re.compile(r"\b(?:from|to|of|at|via|between|beyond|past|towards?|into) $")
_LOCAL_STATES = {"USA", "CAN", "AUS"}


def only_place(name: str, context: str) -> bool:
    """Whether a capital is the town in a text: each time behind a word that says where, or whence and whither in words
    that political news seldom has, or in one of weather, traffic and sights."""
    if not any(entry.kind == "state" and entry.form == "capital" for entry in lookup(name)):
        return False
    places = [start for start, end in occurrences(name, context) if context[end : end + 2] != "'s"]
    if places and len(places) == context.count(name):
        if all(_WHERE.search(context, 0, start) or _ROUTE.search(context, 0, start) for start in places):
            return True
        directed = all(_DIRECTION.search(context, 0, start) for start in places)
        if directed and any(word not in news_words() for word in _WORD.findall(context)) and not political(context, name):
            return True  # "ginkgo leaves covered the pavements of Seoul"
    return not PLACE_TALK.isdisjoint(vocabulary(context)) and not political(context, name)


def in_division(context: str, end: int) -> bool:
    """Whether a division of a larger state follows, in which towns bear the names of states ("Palestine, Texas,")."""
    from detente.where.gazetteer import candidates

    division = _TOWN_OF.match(context, end)
    if division is None:
        return False
    return any(e.level == "A" and e.country in _LOCAL_STATES for e, main in candidates(division[1]) if main)


def local_town(mention: str) -> bool:
    """Whether a mention is a town and the division of a larger state it is in, which is not the state of that name ("Moscow, Idaho")."""
    town, comma, _ = mention.removesuffix("'s").partition(",")
    if not comma or not _TOWN.fullmatch(town) or not in_division(f"{mention},", len(town)):
        return False
    known = [entry for entry in lookup(town) if entry.kind == "state"]
    return not known or all(parent(entry.code) not in _LOCAL_STATES for entry in known)

"""What a short text says of a word that is no actor in it: the kind of thing that it is, what it is of, that it is one of many, a surname.

All is asked of the words right before and behind each place of a mention, and nothing where the text speaks of politics (`political`), but for
what only words can be ("is the name of").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.actor.around import occurrences
from detente.actor.heard import common, news_words
from detente.actor.lexicon import Entry, lookup
from detente.actor.phrase import people_word
from detente.actor.topics import SHORT, political
from detente.actor.vocabulary import ARTICLED, NO_GIVEN_NAME
from detente.actor.words import fold

_BE = r"\s+(?:is|are|was|were)\s+(?:(?:also|now|once|only|just)\s+)?"
# "is a kind of fish", "was the name of the goat", "is a model of car"
_KIND = re.compile(
    _BE + r"(?:(?:an?|the|another|one)\s+)?(?:[a-z-]+\s+)?(?:(?:kind|type|sort|form|breed|brand|make|model|variety|strain|species|genus|unit)s?\s+of"
    r"|(?:name|word|term|nickname|title)\s+(?:of|for|given)|(?:first|given|common|popular|pet)\s+name)\b"
    r"(?!\s+(?:man|woman|person|people|leader|politician|ruler|state|country|government|power)\b)"
)
_IN_LANGUAGE = re.compile(_BE + r"([A-Z]\w+) for\b")
_EQUATED = re.compile(_BE + r"(?:an?|the|another)\s+((?:[a-z-]+\s+){0,2}[a-z-]+)\b")
_LARGEST = re.compile(r"\w+est of (?:the|all)\s+([a-z-]+)")
_OF_THING = re.compile(r"\s+(?:of|on)\s+(?:(?:the|an?|this|that|each|every|his|her|its|my|your|our|their)\s+)?((?:[a-z-]+\s+)?[a-z-]+)\b(?!\s+[A-Z])")
_WORD = re.compile(r"[a-z]{3,}")
# One of several that bear the name; behind it stands no noun whose attribute it would be.
# What bears a name that stands right behind its word: works, vessels, houses, beasts, storms, goods.
_CALLED = re.compile(
    r"\b(?:album|ballad|ballet|book|film|hit|movie|musical|novel|opera|painting|poem|sitcom|song|symphony|waltz|ferry|liner|locomotive|sloop|yacht"
    r"|bar|bistro|hotel|nightclub|pizzeria|pub|restaurant|tavern|bull|cat|cow|dog|donkey|elephant|filly|goat|gorilla|horse|mare|parrot|pony|racehorse"
    r"|stallion|tortoise|asteroid|comet|cyclone|hurricane|moon|perfume|planet|storm|tornado|typeface|typhoon) $"
)
_COUNTED = re.compile(r"\b(?:an?|another|every|each|my|our|your|his|her) $", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"$|[.,;:!?)\"”’]|\s+(?:and|or|but|of|in|on|at|to|for|from|by|with|without|behind|before|after|under|over|near|is|was|are|were|has|have|had|"
    r"will|would|can|could|may|might|must|that|which|who|when|while)\b"
)
_GIVEN = re.compile(r"\b([A-Z][a-zà-ÿ]+) $")
_FORMED = re.compile(r"(?:ing|ed|ly|s)$")
_CAPITAL = re.compile(r"\s+[A-Z]")


def told_otherwise(word: str, context: str) -> bool:
    """Whether a text says each time of a word (a mention without its article) that it is something else than an actor."""
    if len(context) > SHORT:
        return False
    places = list(occurrences(word, context)) or list(occurrences(word.capitalize(), context))
    if not places:
        return False
    if kind_or_name(context, places):
        return True
    entries = lookup(word)
    if " " in word or not entries:
        return False
    if entries[0].kind == "group" and entries[0].exact:
        return all(_letters(context, start, end) for start, end in places)
    if word[:1].isupper() and (
        _surname(word, context, places) or _one_of_many(word, entries[0], context, places) or _CALLED.search(context, 0, places[0][0])
    ):
        return not political(context, word)
    return entries[0].role is not None and _thing(word, context, places) and not political(context, word)


def kind_or_name(context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether words behind a place tell what kind of thing it is, or whose name ("is a breed of cattle", "is the name of the goat")."""
    return any(_KIND.match(context, end) or _translated(context, end) for _, end in places)


def _translated(context: str, end: int) -> bool:
    """Whether a word is said to be another language's ("is Portuguese for squid")."""
    found = _IN_LANGUAGE.match(context, end)
    return bool(found and any(entry.kind == "state" and entry.form == "adjective" for entry in lookup(found[1])))


def _thing(word: str, context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a word for people or a body is each time of a thing that political news hardly knows, or is said to be one."""
    return all(_unheard(_OF_THING.match(context, end)) or _unheard(_EQUATED.match(context, end)) for _, end in places)


def _unheard(found: re.Match[str] | None) -> bool:
    """Whether a noun with the words before it is no person, and one of them none of political news."""
    if not found:
        return False
    said = found[1].split()
    known = [entry.role for one in said for entry in lookup(one) if entry.role and entry.role.kind not in {"thing", "modifier"}]
    return not known and not any(map(people_word, said)) and any(one not in news_words() for one in said if _WORD.fullmatch(one))


def _one_of_many(word: str, first: Entry, context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a name of a state or town is each time one of a kind ("a Havana", "his Panama"), or a river or ship ("the Niger rose")."""
    if first.kind != "state" or first.form not in {"name", "capital"} or first.exact:
        return False
    if all(_COUNTED.search(context, 0, start) and _NO_NOUN.match(context, end) for start, end in places):
        return True
    bare = first.form == "name" and fold(word) not in ARTICLED and not word.endswith("s")
    return bare and all(context.endswith(("the ", "The "), 0, start) and not _CAPITAL.match(context, end) for start, end in places)


def _letters(context: str, start: int, end: int) -> bool:
    """Whether letters that are a group's stand for something that one has or that is of a thing ("our ETA", "an IRA", "the ETA of the ferry")."""
    if _COUNTED.search(context, 0, start) and _NO_NOUN.match(context, end):
        return True
    of = _OF_THING.match(context, end)
    return of is not None and not any(people_word(one) or lookup(one) for one in of[1].split())


def _surname(word: str, context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is a family name in a text: where it first stands, a given name of nobody known stands before it ("Denzel Washington")."""
    before = _GIVEN.search(context, 0, places[0][0])
    if not before:
        return False
    name = before[1]
    stem = _FORMED.sub("", name)
    plain = name.casefold() in NO_GIVEN_NAME or any(map(common, (name, stem, f"{stem}e")))  # "Visiting Washington"
    return not plain and not lookup(name) and not lookup(f"{name} {word}")

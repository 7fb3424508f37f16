"""What a short text says of a word that is no actor in it: which kind of thing it is, what it is of, that it is one of many, or whose name.

The words right before and behind each place of a mention are asked, mostly where the text has nothing of politics (`political`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.actor.around import accused, occurrences
from detente.actor.heard import common, news_words
from detente.actor.lexicon import Entry, lookup
from detente.actor.phrase import people_word
from detente.actor.topics import SHORT, political
from detente.actor.vocabulary import ARTICLED, NO_GIVEN_NAME, THING_NAMES
from detente.actor.words import fold
from detente.mention.gender import given

_BE = r"\s+(?:is|are|was|were)\s+(?:(?:also|now|once|only|just)\s+)?"
# "is a kind of fish", "was the name of the goat", "is a model of car"
_KIND = re.compile(
    _BE + r"(?:(?:an?|the|another|one)\s+)?(?:[a-z-]+\s+)?(?:(?:kind|type|sort|form|breed|brand|make|model|variety|strain|species|genus|unit)s?\s+of"
    r"|(?:name|word|term|nickname|title)\s+(?:of|for|given)|(?:first|given|common|popular|pet)\s+name)\b"
    r"(?!\s+(?:man|woman|person|people|leader|politician|ruler|state|country|government|power)\b)"
)
_BEING = re.compile(r" (?:is|are|was|were) ")
_IN_LANGUAGE = re.compile(_BE + r"([A-Z]\w+) for\b")
_EQUATED = re.compile(_BE + r"(?:an?|the|another)\s+((?:[a-z-]+\s+){0,2}[a-z-]+)\b")
_OF_THING = re.compile(r"\s+of\s+(?:(?:the|an?|this|that|each|every|his|her|its|my|your|our|their)\s+)?([a-z-]+(?:\s+[a-z-]+)?)\b(?!\s+[A-Z])")
_WORD = re.compile(r"[a-z]{3,}")
# What bears a name that stands right behind its word: works, vessels, houses, beasts, storms, goods.
_CALLED = re.compile(
    r"\b(?:album|ballad|ballet|book|film|hit|movie|musical|novel|opera|painting|poem|sitcom|song|symphony|waltz|ferry|liner|locomotive|sloop|yacht"
    r"|bar|bistro|hotel|nightclub|pizzeria|pub|restaurant|tavern|bull|cat|cow|dog|donkey|elephant|filly|goat|gorilla|horse|mare|parrot|pony|racehorse"
    r"|stallion|tortoise|asteroid|comet|cyclone|hurricane|moon|perfume|planet|storm|tornado|typeface|typhoon) $"
)
# One of several that bear the name; behind it stands no noun whose attribute it would be.
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
    entries = lookup(word)
    known = bool(entries) and " " not in word
    if not known and not (_BEING.search(context) and (_KIND.search(context) or _IN_LANGUAGE.search(context))):  # as most
        return False
    places = list(occurrences(word, context)) or list(occurrences(word.capitalize(), context))
    if not places:
        return False
    if any(_translated(context, end) for _, end in places):
        return True
    if any(_KIND.match(context, end) for _, end in places):
        return not political(context, word)
    if not known:
        return False
    if entries[0].kind == "group" and entries[0].exact:
        return all(_letters(context, start, end) for start, end in places)
    if word[:1].isupper() and (name := _given_before(word, context, places[0][0])):
        return given(name) or not political(context, word)
    if word[:1].isupper() and (_one_of_many(word, entries[0], context, places) or _CALLED.search(context, 0, places[0][0])):
        return not political(context, word)
    return entries[0].role is not None and _thing(word, context, places) and not political(context, word)


def _translated(context: str, end: int) -> bool:
    """Whether a word is said to be another language's ("is Portuguese for squid")."""
    found = _IN_LANGUAGE.match(context, end)
    return bool(found and any(entry.kind == "state" and entry.form == "adjective" for entry in lookup(found[1])))


def _thing(word: str, context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a word for people or a body is each time of a thing that political news hardly knows, or is said to be one."""
    return all(
        (_unheard(_OF_THING.match(context, end)) and not accused(context, start)) or _unheard(_EQUATED.match(context, end)) for start, end in places
    )


def _unheard(found: re.Match[str] | None) -> bool:
    """Whether a noun with the words before it is no person, and one of them none of political news."""
    if not found:
        return False
    said = found[1].split()
    first, *rest = said  # behind the noun its verb may stand ("of cats suited")
    if not {fold(one).removesuffix("s") for one in said}.isdisjoint(THING_NAMES):
        return False  # a feature of the land, where rebels may be ("of the eastern valleys")
    if _person(first) or any(_person(one) and not one.endswith("ed") for one in rest):
        return False
    return any(one not in news_words() for one in said if _WORD.fullmatch(one))


def _person(word: str) -> bool:
    """Whether a word in lower case is one for people or a body."""
    return people_word(word) or any(entry.role and entry.role.kind not in {"thing", "modifier"} for entry in lookup(word))


def _one_of_many(word: str, first: Entry, context: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a name of a state or town is each time one of a kind ("a Havana", "his Panama"), or a river or ship ("the Niger rose")."""
    if first.kind != "state" or first.form not in {"name", "capital"} or first.exact:
        return False
    if all(_COUNTED.search(context, 0, start) and _NO_NOUN.match(context, end) for start, end in places):
        return True
    bare = first.form == "name" and fold(word) not in ARTICLED - {"niger"} and not word.endswith("s")
    return bare and all(context.endswith(("the ", "The "), 0, start) and not _CAPITAL.match(context, end) for start, end in places)


def _letters(context: str, start: int, end: int) -> bool:
    """Whether letters that are a group's stand for something that one has or that is of a thing ("our ETA", "an IRA", "the ETA of the ferry")."""
    if _COUNTED.search(context, 0, start) and _NO_NOUN.match(context, end):
        return True
    of = None if accused(context, start) else _OF_THING.match(context, end)
    return of is not None and not any(people_word(one) or lookup(one) for one in of[1].split())


def _given_before(word: str, context: str, start: int) -> str | None:
    """The given name of nobody known that stands before a word where a text first has it ("Denzel Washington"), so that it is a family name."""
    before = _GIVEN.search(context, 0, start)
    name = before[1] if before else ""
    stem = _FORMED.sub("", name)
    plain = name.casefold() in NO_GIVEN_NAME or any(map(common, (name, stem, f"{stem}e")))  # "Visiting Washington"
    return None if not name or plain or lookup(name) or lookup(f"{name} {word}") else name

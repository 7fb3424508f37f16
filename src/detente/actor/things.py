"""What looks like an actor and is none: names of things that bear an actor's name, and words that mean something else in their text."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.actor.around import occurrences
from detente.actor.lexicon import Segment, lookup, organisation_table, segments
from detente.actor.phrase import SURNAMES_TOO, TITLE_KINDS, Phrase
from detente.actor.vocabulary import ADVERBS, ALSO_WORDS, GAME, HONOURS, LANGUAGE, SAYING, SHIPS, THING_NAMES, TITLED_SHIPS, VEHICLES, WORKS
from detente.actor.words import fold, words

# A text of so few letters is about one thing, which so many words in a hundred tell.
_SHORT = 600
_DENSE = 0.07
_NEXT = re.compile(r"\s+([A-ZÀ-ÖØ-Þ][a-zà-ÿ]+)")
_NOUN = re.compile(r"\s+([a-z]{3,})\s+(?:is|are|was|were|has|have|had|will|can|may)\b")
_TOWN_OF = re.compile(r",\s+((?:[A-Z]\w+ )?[A-Z]\w+)[,.]")
_SCORE = re.compile(
    r"\b(?:beat|beaten|won|lost|drew|draw|defeat|defeated|win|victory)\b[^.]*\b\d{1,3}-\d{1,3}\b|\b\d-\d (?:win|victory|defeat|draw)\b"
)
_LOCAL_STATES = {"USA", "CAN", "AUS"}
# Whose roles make no politics of a text.
_NO_POLITICS = {(), ("CVL",), ("AGR",), ("LAB",), ("MED",), ("EDU",), ("BUS",)}


def named_thing(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a thing: by its last word, or what stands before a name that nobody bears."""
    head = phrase.head
    if not head:
        return False
    last = head[-1]
    if last.kind == "name" and fold(last.words[-1].text) in THING_NAMES and (len(head) > 1 or bool(phrase.tail)):
        return True  # "Chancellor Street", "King's Cup"
    if len(head) < 2:
        return False
    before = head[-2]
    if _team(before, last):
        return True  # "Dallas Cowboys", "the Pandora Papers"
    if last.text.removesuffix("s").split(" ")[-1].casefold() in VEHICLES and before.kind in {"name", "person"}:
        return True  # "a Black Hawk helicopter"
    if len(head) == 2 and not phrase.tail and before.role and before.text[:1].isupper() and before.role.phrase in HONOURS and last.kind == "state":
        return last.entry is not None and last.entry.form == "name"  # "Captain America"
    if phrase.roles and not (last.kind == "name" and before in phrase.roles):
        return False
    if last.kind == "name" and before.role and before.words[-1].possessive and before.text[:1].isupper():
        return True  # "Pope's Creek"
    return _product(phrase)


def _team(before: Segment, last: Segment) -> bool:
    """Whether a capitalised plural follows a name as part of it; the people of a state stand behind its adjective."""
    people = last.entry is not None and last.kind == "state" and last.entry.form == "noun" and last.text.endswith("s")
    roles = last.entry is not None and last.entry.plural and last.role is not None and last.role.kind in {"person", "head"}
    if not (people or roles) or not last.text[:1].isupper():
        return False
    named = before.kind in {"name", "outlet"} or (before.entry is not None and before.kind == "state" and before.entry.form in {"name", "capital"})
    return named and not before.words[-1].possessive and before.words[0].capital and not before.text.isupper()


def _product(phrase: Phrase) -> bool:
    """Whether a company's name is followed by a name or number, with no word for who it is ("Exxon Valdez", "Boeing 737s")."""
    before, last = phrase.head[-2:]
    if not before.entry or before.words[-1].possessive or phrase.roles:
        return False
    company = before.kind == "outlet" or (before.kind == "org" and organisation_table()[before.entry.code].kind == "MNC")
    return company and (last.kind == "name" or any(c.isdigit() for c in last.text))


def vessel(mention: str, phrase: Phrase | None) -> bool:
    """Whether a mention is a ship's name: behind its prefix, or a title and a name with an article ("the Admiral Kuznetsov")."""
    opening, _, rest = mention.strip().removeprefix("the ").removeprefix("The ").partition(" ")
    if opening in SHIPS and rest[:1].isupper():
        return True
    if phrase is None or phrase.tail or mention[:4] not in {"the ", "The "} or len(phrase.head) != 2:
        return False
    title, name = phrase.head
    return name.kind in {"name", "person"} and title.text[:1].isupper() and fold(title.text) in TITLED_SHIPS


def no_actor(mention: str, context: str) -> bool:
    """Whether the words of a mention are not an actor in their text: part of a longer name ("Chad" of Chad Wilkins), or a team."""
    bare = mention.strip().removesuffix("'s")
    if " " in bare or not bare[:1].isupper():
        return False
    if bare.casefold() in ALSO_WORDS and context.lstrip("\"'“‘ ").startswith(bare) and not _political(context, bare):
        return True
    places = list(occurrences(bare, context))
    if not places:
        return any(True for _ in occurrences(bare.casefold(), context))  # "white china"
    if fold(bare) in SURNAMES_TOO and places[0][0] and not lookup(context[: places[0][0]].split()[-1]):
        return context[: places[0][0]].split()[-1].casefold() in {"by", "of"}  # "a landscape by Constable"
    if all(_modifies(context, end) for _, end in places):
        return True
    following = [_NEXT.match(context, end) for _, end in places]
    if all(word and fold(word[1]) in THING_NAMES for word in following):
        return True  # "Congress Avenue"
    entries = [entry for entry in lookup(bare) if entry.kind == "state"]
    if not entries:
        return False
    if _sport(context) or (entries[0].form == "adjective" and _language(bare, context)):
        return True
    return all((word and not lookup(word[1])) or _town(context, end) for word, (_, end) in zip(following, places, strict=True))


def _modifies(context: str, end: int) -> bool:
    """Whether the word that ends here stands before a noun with its verb ("London fog is"), not before an adverb or a verb."""
    following = _NOUN.match(context, end)
    if not following:
        return False
    noun = following[1]
    if noun in ADVERBS or noun.endswith(("ly", "ed")):
        return False
    return all(entry.role and entry.role.kind == "thing" for entry in lookup(noun))


def _town(context: str, end: int) -> bool:
    """Whether a division of a larger state follows, in which towns bear the names of states ("Palestine, Texas,")."""
    from detente.where.gazetteer import candidates

    division = _TOWN_OF.match(context, end)
    if division is None:
        return False
    return any(e.level == "A" and e.country in _LOCAL_STATES for e, main in candidates(division[1]) if main)


def _language(adjective: str, context: str) -> bool:
    """Whether an adjective that stands for itself means a language: a word of speech or teaching is near, and no noun follows it."""
    if f"in {adjective}" in context and re.search(rf"\bin {re.escape(adjective)}(?:[.,;]| (?:is|was|are|were|and|or|on|at|to|by)\b)", context):
        return True
    if LANGUAGE.isdisjoint(_vocabulary(context)):
        return False
    return not re.search(rf"\b{re.escape(adjective)}\s+[a-z]+(?:s|er|man|or)\b(?<!\bis)(?<!\bwas)", context)


@lru_cache(maxsize=8)
def _vocabulary(text: str) -> frozenset[str]:
    """The words of a text, which is asked about for each of its mentions."""
    return frozenset(word.strip(".,;:'\"") for word in text.casefold().split())


def _political(context: str, mention: str) -> bool:
    """Whether anything else in a text speaks of states, offices, organisations or what they do."""
    plain = context.replace(mention, " ")
    if not SAYING.isdisjoint(word.strip(".,;:'\"") for word in plain.split()):
        return True
    return any(s.kind in {"state", "org", "group", "person"} or (s.role and s.role.kind in TITLE_KINDS and s.role.sectors[:1] not in _NO_POLITICS)
               for s in segments(words(plain)))  # fmt: skip


def title_of_work(context: str) -> bool:
    """Whether a text of a few sentences is about a film, book or series, whose title the words of an office may be."""
    return len(context) <= _SHORT and not WORKS.isdisjoint(word.strip(".,;:'\"") for word in context.casefold().split())


def _sport(context: str) -> bool:
    """Whether a text of a few sentences is about a game, where states are teams."""
    if len(context) > _SHORT:
        return False
    plain = context.casefold().split()
    return bool(_SCORE.search(context)) or sum(word.strip(".,;:'\"") in GAME for word in plain) >= max(1, len(plain) * _DENSE)

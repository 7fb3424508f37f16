"""Words that mean something else in their text: part of a longer name, a team, a language, a chessman, a verb."""

from __future__ import annotations

import re

from detente.actor.around import accused, occurrences
from detente.actor.lexicon import lookup
from detente.actor.phrase import SURNAMES_TOO, people_word
from detente.actor.topics import SHORT, political, sport, vocabulary
from detente.actor.towns import in_division, only_place
from detente.actor.vocabulary import ADVERBS, ALSO_WORDS, BOARD_AND_HIVE, HOUSES, LANGUAGE, MEETINGS, OTHER_SENSE, PLAYERS, THING_NAMES
from detente.actor.words import fold

_NEXT = re.compile(r"\s+([A-ZÀ-ÖØ-Þ][a-zà-ÿ]+)")
# An office that begins with a word which alone is none: "Japan Prime Minister Abe", "Georgia Gov. Lind".
_OFFICE = re.compile(r"\s+(?:Prime|Deputy|Vice|Acting|Foreign|Interior|Defen[cs]e|Finance|Gov|Sen|Rep|Gen)\b")
_NOUN = re.compile(r"\s+([a-z]{3,})(?:\s+[a-z]{3,})?\s+(?:is|are|was|were|has|have|had|will|can|may|should|must|need|needs)\b")
_PLACED_NOUN = re.compile(r",\s+an?\s+(?:\w+\s+)?(?:village|town|hamlet|suburb|city|parish|farm|port)\b")
_HOUSE_OF = re.compile(
    r"'s\s+(?:[Bb]ar|[Cc]afe|[Hh]otel|[Pp]ub|[Rr]estaurant|[Ss]hop|[Ss]tore|bakery|bookshop|garage|garden)\b"
)
_BIDDEN = re.compile(r"\s+(?:the|an?|your|each|this|these|those)\s+[a-z]")
_MADE_OF = re.compile(r"\s+of\s+([a-z]+)")
_OF_THINGS = re.compile(r"\s+of\s+(?:(?:the|an?|his|her|its|their|two|three|many)\s+)*+([a-z]+)\b(?:\s+([a-z]+)\b)?+(?!\s+[A-Z])")
# What goes on with a child, a dish or a thing rather than with a state: "Turkey is dry", "Jordan and his sister".
_NO_STATE = re.compile(r"(?: (?:and|are|from|has|is|or|should|was|were|with)\b|,)")
# A whole team.
_ELEVEN = {"side", "sides", "team", "teams", "squad", "visitors", "hosts", "opposition"}
_MANY = {"army", "armies", "body", "cabinet", "legion", "parliament", "school", "union", "unions"}
# Names that stand in front of the given name.
_FAMILIES = set("Kim Lee Park Moon Chung Hwang Roh Li Xi Hu Jiang Wen Zhu Deng Mao Chen Ma Tsai Nguyen Tran Le Pham Ho Hun Sam Abu".split())


def no_actor(mention: str, context: str) -> bool:
    """Whether the words of a mention are not an actor in their text: part of a longer name ("Chad" of Chad Wilkins), or a team."""
    bare = mention.strip().removesuffix("'s")
    if _plays(bare, context):
        return True
    if " " in bare.removeprefix("the ").removeprefix("The ") and not lookup(bare):
        return False  # what follows asks of a word, or of a known name
    if bare[:1].isupper() and len(context) <= SHORT and only_place(bare, context):
        return True
    if len(context) <= SHORT and _other_sense(bare, context):
        return True
    if " " in bare and any(entry.kind == "state" for entry in lookup(bare)):
        return sport(context)  # "New Zealand won by six wickets"
    if " " in bare or not bare[:1].isupper():
        return False
    entries = [entry for entry in lookup(bare) if entry.kind == "state"]
    opening = context.lstrip("\"'“‘ ")
    opens = bare.casefold() in ALSO_WORDS and opening.startswith(bare)
    if opens and not (entries and not _NO_STATE.match(opening, len(bare))) and not political(context, bare):
        return True
    places = list(occurrences(bare, context))
    if not places:
        return any(True for _ in occurrences(bare.casefold(), context))  # "white china"
    before = context[: places[0][0]].split() if fold(bare) in SURNAMES_TOO else []
    if before and not lookup(before[-1]):
        return before[-1].casefold() in {"by", "of"}  # "a landscape by Constable"
    if all(in_division(context, end) for _, end in places) or (all(_modifies(context, end) for _, end in places) and not political(context, bare)):
        return True
    following = [_NEXT.match(context, end) for _, end in places]
    if all(word and fold(word[1]) in THING_NAMES for word in following):
        return True  # "Congress Avenue"
    if not entries:
        return False
    if sport(context) or (entries[0].form == "adjective" and _language(bare, context)):
        return True
    return all(word and not lookup(word[1]) and not _OFFICE.match(word[0]) for word in following)


def _plays(mention: str, context: str) -> bool:
    """Whether a mention in a text about a game is a player's or trainer's place in a team ("the shooting guard"), or who judges it."""
    role = mention.casefold().removeprefix("the ").removeprefix("both ")
    if role.rpartition(" ")[2] in _ELEVEN:
        return sport(context)
    if role not in PLAYERS and not (mention.islower() and role.rpartition(" ")[2] in PLAYERS - {"manager", "managers"}):
        return role in {"judge", "judges"} and sport(context) and not political(context.replace(mention.capitalize(), " "), mention)
    return sport(context)


def _other_sense(mention: str, context: str) -> bool:
    """Whether one word means something else in a short text: a chessman, a verb, part of a longer name, a village, a shop."""
    word = mention.removeprefix("the ").removeprefix("The ")
    if " " in word:
        return False
    roles = [entry for entry in lookup(word) if entry.role]
    if roles and word.casefold() in _MANY and _of_things(word, context):
        return True
    if roles and not OTHER_SENSE.isdisjoint(vocabulary(context)) and not political(context, word):
        return True
    if roles and not BOARD_AND_HIVE.isdisjoint(vocabulary(context)) and not political(context, word, roles=False):
        return True
    if word != mention or not word[:1].isupper():
        return False
    ends = [end for _, end in occurrences(word, context)]
    if not ends:
        return False
    if context.startswith(word) and _BIDDEN.match(context, len(word)) and (roles or word.casefold() in ALSO_WORDS):
        return True  # "Judge the cakes"
    if all(_PLACED_NOUN.match(context, end) or _HOUSE_OF.match(context, end) for end in ends):
        return True
    if all(_longer(word, context, end) for end in ends):
        return True
    of = [_MADE_OF.match(context, end) for end in ends]
    return word in HOUSES | MEETINGS and all(m and not lookup(m[1]) for m in of) and not political(context, word)


def _of_things(word: str, context: str) -> bool:
    """Whether a word for many stands each time before things ("the army of garden gnomes", "the union of the two rivers")."""
    following = [None if accused(context, start) else _OF_THINGS.match(context, end) for start, end in occurrences(word, context)]
    return bool(following) and all(
        found and not any(people_word(one) or any(e.role and e.role.kind != "thing" for e in lookup(one)) for one in found.groups() if one)
        for found in following
    )


def _longer(word: str, context: str, end: int) -> bool:
    """Whether a word is the first of a longer name: of an organisation ("General" Electric), or of nobody known ("Reagan" Tuckerby)."""
    following = _NEXT.match(context, end)
    if following is None:
        return False
    kinds = {entry.kind for entry in lookup(f"{word} {following[1]}")}
    if kinds:
        return not kinds.isdisjoint({"org", "outlet"})
    return not lookup(word) and not lookup(following[1]) and word not in _FAMILIES


def _modifies(context: str, end: int) -> bool:
    """Whether the word that ends here stands before a noun with its verb ("London fog is"), not before an adverb or a verb."""
    following = _NOUN.match(context, end)
    if not following:
        return False
    noun = following[1]
    if noun in ADVERBS or noun.endswith(("ly", "ed")):
        return False
    return all(entry.role and entry.role.kind == "thing" for entry in lookup(noun))


def _language(adjective: str, context: str) -> bool:
    """Whether an adjective that stands for itself means a language: a word of speech or teaching is near, and no noun follows it."""
    if f"in {adjective}" in context and re.search(rf"\bin {re.escape(adjective)}(?:[.,;]| (?:is|was|are|were|and|or|on|at|to|by)\b)", context):
        return True
    if LANGUAGE.isdisjoint(vocabulary(context)):
        return False
    return not re.search(rf"\b{re.escape(adjective)}\s+[a-z]+(?:s|er|man|or)\b(?<!\bis)(?<!\bwas)", context)

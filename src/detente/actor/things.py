"""What looks like an actor and is none: names of things that bear an actor's name, and words that mean something else in their text."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.actor.around import occurrences
from detente.actor.lexicon import Segment, lookup, organisation_table, segments
from detente.actor.phrase import DETERMINERS, SURNAMES_TOO, TITLE_KINDS, Phrase, parent, people_word
from detente.actor.places import state_of
from detente.actor.vocabulary import (
    ADVERBS,
    ALSO_WORDS,
    ARTICLED,
    CONTAINERS,
    GAME,
    HONOURS,
    LANGUAGE,
    OTHER_SENSE,
    PLACE_TALK,
    PLAYERS,
    SAYING,
    SHIPS,
    THING_NAMES,
    THINGS_TOO,
    TITLED_SHIPS,
    VEHICLES,
    WORKS,
)
from detente.actor.words import fold, words

# A text of so few letters is about one thing, which so many words in a hundred tell.
_SHORT = 600
_DENSE = 0.07
_NEXT = re.compile(r"\s+([A-ZÀ-ÖØ-Þ][a-zà-ÿ]+)")
_NOUN = re.compile(r"\s+([a-z]{3,})(?:\s+[a-z]{3,})?\s+(?:is|are|was|were|has|have|had|will|can|may|should|must|need|needs)\b")
_PLACED_NOUN = re.compile(r",\s+an?\s+(?:\w+\s+)?(?:village|town|hamlet|suburb|city|parish|farm|port)\b")
_HOUSE_OF = re.compile(
    r"'s\s+(?:[Bb]ar|[Cc]afe|[Hh]otel|[Pp]ub|[Rr]estaurant|[Ss]hop|[Ss]tore|bakery|bookshop|garage|garden)\b"
)
_BIDDEN = re.compile(r"\s+(?:the|an?|your|each|this|these|those)\s+[a-z]")
_MADE_OF = re.compile(r"\s+of\s+([a-z]+)")
_OF_THINGS = re.compile(r"\s+of\s+(?:(?:the|an?|his|her|its|their|two|three|many)\s+)*+([a-z]+)\b(?:\s+([a-z]+)\b)?+(?!\s+[A-Z])")
_MANY = {"army", "armies", "body", "cabinet", "legion", "parliament", "school", "union", "unions"}
_TOWN = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")
_NEWER = {"New", "Fort", "Port", "Little", "Mount"}
_TOWN_OF = re.compile(r",\s+((?:[A-Z]\w+ )?[A-Z]\w+)[,.]")
_WHERE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Aa]cross|[Tt]hrough|[Oo]utside)\s$")
_SCORE = re.compile(
    r"\b(?:beat|beaten|won|lost|drew|draw|defeat|defeated|win|victory)\b[^.]*\b\d{1,3}-\d{1,3}\b|\b\d-\d (?:win|victory|defeat|draw)\b|\bsent off\b"
    r"|\b(?:field goals?|free throws?|(?:in|into|after|during|of) (?:extra|stoppage|injury) time|double overtime|home runs?)\b"
    r"|\b(?:missed|saved|converted|took) (?:a|the|his|her|their|two) penalt(?:y|ies)\b"
    r"|\bpenalty (?:spot|area|box|kicks?|shoot-?out)\b|\bscored (?:\d+|\w+) points\b|\bseventh game\b"
)
_LOCAL_STATES = {"USA", "CAN", "AUS"}
_SPOKEN_OF = {"man", "woman", "mother", "father", "pope", "prince", "princess", "emperor", "soldier"}
_FORCES = {"captain", "captains", "forward", "manager", "player", "players", "defender"}
_HOUSES = {"Army", "Bank", "Board", "Cabinet", "Club", "Court", "House", "Parliament", "School", "Union"}
# Openings of the names of events and features ("the Battle of Stalingrad").
_OPENINGS = {"Battle", "Bay", "Cape", "Edict", "Fall", "Gulf", "Isle", "Isles", "Lake", "Mount", "Peace", "Rape", "Sea", "Siege", "Strait", "Straits",
             "Tower", "Treaty"}  # fmt: skip
_MEETINGS = {"Congress", "Council", "Conference", "Convention", "Treaty"}
# Names that stand in front of the given name.
_FAMILIES = set("Kim Lee Park Moon Chung Hwang Roh Li Xi Hu Jiang Wen Zhu Deng Mao Chen Ma Tsai Nguyen Tran Le Pham Ho Hun Sam Abu".split())
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
    if len(head) == 1 and last.text in _OPENINGS and phrase.links[:1] == ("of",):
        return True
    if phrase.tail and last.text[:1].isupper() and phrase.tail[-1].kind == "name" and fold(phrase.tail[-1].words[-1].text) in THING_NAMES:
        return True  # "the Prince of Wales Hotel"
    if _figurative(phrase) or _measured(phrase) or _dedicated(phrase):
        return True  # "the king of pop", "a can of Heineken", "the King Abdullah Mosque"
    if len(head) == 1 and last.text in _HOUSES and phrase.links[:1] == ("of",) and all(s.kind in {"name", "other"} for s in phrase.tail):
        return not any(s.kind == "name" and state_of(s.text) for s in phrase.tail)  # "House of Cards"
    if len(head) == 1 and last.text in _MEETINGS and phrase.links[:1] == ("of",) and phrase.tail[0].entry and phrase.tail[0].entry.form == "capital":
        return True  # "the Congress of Vienna"
    if len(head) < 2:
        return False
    before = head[-2]
    if last.text in {"One", "Two"} or (last.text == "Palace" and before.kind == "name"):
        return True  # "Air Force One", "Crystal Palace"
    if before.entry and before.entry.form == "name" and not before.words[-1].possessive and last.text in PLAYERS - _FORCES:
        return True  # "the Belgium goalkeeper"
    if _team(before, last) or (before.text == "City" and len(head) > 2 and _team(head[-3], last)):
        return True  # "Dallas Cowboys", "Kansas City Chiefs"
    if before.text in _NEWER and last.kind == "state" and last.entry and last.entry.form == "capital" and len(head) == 2:
        return True  # "New London"
    if before.text == "Flight" and last.text.isdigit():
        return True  # "Air France Flight 12"
    if before.kind == "name" and last.entry and last.entry.form == "adjective" and last.kind == "state" and not phrase.tail:
        return not before.words[-1].possessive  # "Old English"
    maker = next((s for s in reversed(head[:-1]) if not s.text.isdigit()), before)
    if last.text.removesuffix("s").split(" ")[-1].casefold() in VEHICLES and (maker.kind in {"name", "person"} or _company(maker)):
        return True  # "a Black Hawk helicopter"
    if len(head) == 2 and not phrase.tail and before.role and before.text[:1].isupper() and before.role.phrase in HONOURS and last.kind == "state":
        return last.entry is not None and last.entry.form == "name"  # "Captain America"
    if phrase.roles and not (last.kind == "name" and before in phrase.roles):
        return False
    if last.kind == "name" and before.role and before.words[-1].possessive and before.text[:1].isupper():
        return True  # "Pope's Creek"
    return _product(phrase)


def _figurative(phrase: Phrase) -> bool:
    """Whether a monarch, parent, man or woman is only "of" common things: a way of speaking."""
    role = phrase.head[-1].role
    if role is None or phrase.links[:1] != ("of",) or not (role.office == "monarch" or role.phrase in _SPOKEN_OF):
        return False
    said = [s for s in phrase.tail if fold(s.text) not in DETERMINERS]
    return bool(said) and all(s.text.islower() and (s.kind == "other" or (s.role and s.role.kind == "thing")) for s in said)


def _measured(phrase: Phrase) -> bool:
    """Whether a container of a company's goods is meant."""
    first, last = phrase.head[0], phrase.head[-1]
    return len(phrase.head) == 2 and fold(first.text).removesuffix("s") in CONTAINERS and _company(last)


def _dedicated(phrase: Phrase) -> bool:
    """Whether a building bears the title and name of whom it is named after."""
    *before, last = phrase.head
    if not before or phrase.tail or not last.text[:1].isupper() or fold(last.text) not in THINGS_TOO or before[-1].words[-1].possessive:
        return False
    if before[-1].kind == "person":
        return " " in before[-1].text
    title = before[-2] if len(before) > 1 and before[-1].kind == "name" else None
    return bool(title and title.role and title.text[:1].isupper())


def _team(before: Segment, last: Segment) -> bool:
    """Whether a capitalised plural follows a name as part of it; the people of a state stand behind its adjective."""
    people = last.entry is not None and last.kind == "state" and last.entry.form == "noun" and last.text.endswith("s")
    roles = last.entry is not None and last.entry.plural and last.role is not None and last.role.kind in {"person", "head", "office"}
    if not (people or roles) or not last.text[:1].isupper():
        return False
    places = {"name", "capital", "region"}
    named = before.kind in {"name", "outlet"} or (before.entry is not None and before.kind == "state" and before.entry.form in places)
    return named and not before.words[-1].possessive and before.words[0].capital and not before.text.isupper()


def _company(segment: Segment) -> bool:
    """Whether a segment names a company or an outlet."""
    return segment.kind == "outlet" or bool(segment.kind == "org" and segment.entry and organisation_table()[segment.entry.code].kind == "MNC")


def _product(phrase: Phrase) -> bool:
    """Whether a company's name is followed by a name or number, with no word for who it is ("Exxon Valdez", "Boeing 737s")."""
    before, last = phrase.head[-2:]
    if not before.entry or before.words[-1].possessive or phrase.roles:
        return False
    return _company(before) and (last.kind == "name" or any(c.isdigit() or c.isupper() for c in last.text))


def vessel(mention: str, phrase: Phrase | None) -> bool:
    """Whether a mention is a ship's name: behind its prefix, or a title and a name with an article ("the Admiral Kuznetsov")."""
    opening, _, rest = mention.strip().removeprefix("the ").removeprefix("The ").partition(" ")
    if opening in SHIPS and rest[:1].isupper():
        return True
    if phrase is None or phrase.tail or not phrase.head or mention[:4] not in {"the ", "The "}:
        return False
    if len(phrase.head) == 1:
        return _needs_no_article(phrase.head[0])  # "the Estonia"
    title, name = phrase.head[:2]
    if len(phrase.head) == 2 and title.kind == "person" and fold(title.text.partition(" ")[0]) in TITLED_SHIPS:
        return name.text.isdigit()  # "the Queen Elizabeth 2"
    if any(not s.text.isdigit() for s in phrase.head[2:]):
        return False
    return name.kind in {"name", "person"} and title.text[:1].isupper() and fold(title.text) in TITLED_SHIPS


def _needs_no_article(segment: Segment) -> bool:
    """Whether a segment is the one-word name of a state or capital that is written without an article."""
    entry = segment.entry
    if segment.kind != "state" or entry is None or entry.form not in {"name", "capital"} or entry.exact or len(segment.words) > 1:
        return False
    word = fold(segment.text)
    return not segment.words[0].possessive and not word.endswith("s") and word not in ARTICLED


def no_actor(mention: str, context: str) -> bool:
    """Whether the words of a mention are not an actor in their text: part of a longer name ("Chad" of Chad Wilkins), or a team."""
    bare = mention.strip().removesuffix("'s")
    if _plays(bare, context):
        return True
    if bare[:1].isupper() and len(context) <= _SHORT and _only_place(bare, context):
        return True
    if len(context) <= _SHORT and _other_sense(bare, context):
        return True
    if " " in bare and any(entry.kind == "state" for entry in lookup(bare)):
        return sport(context)  # "New Zealand won by six wickets"
    if " " in bare or not bare[:1].isupper():
        return False
    if bare.casefold() in ALSO_WORDS and context.lstrip("\"'“‘ ").startswith(bare) and not political(context, bare):
        return True
    places = list(occurrences(bare, context))
    if not places:
        return any(True for _ in occurrences(bare.casefold(), context))  # "white china"
    before = context[: places[0][0]].split() if fold(bare) in SURNAMES_TOO else []
    if before and not lookup(before[-1]):
        return before[-1].casefold() in {"by", "of"}  # "a landscape by Constable"
    if all(_modifies(context, end) for _, end in places) or all(_town(context, end) for _, end in places):
        return True
    following = [_NEXT.match(context, end) for _, end in places]
    if all(word and fold(word[1]) in THING_NAMES for word in following):
        return True  # "Congress Avenue"
    entries = [entry for entry in lookup(bare) if entry.kind == "state"]
    if not entries:
        return False
    if sport(context) or (entries[0].form == "adjective" and _language(bare, context)):
        return True
    return all(word and not lookup(word[1]) for word in following)


def _plays(mention: str, context: str) -> bool:
    """Whether a mention in a text about a game is a player's or trainer's place in a team ("the shooting guard"), or who judges it."""
    role = mention.casefold().removeprefix("the ").removeprefix("both ")
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
    if roles and not OTHER_SENSE.isdisjoint(_vocabulary(context)) and not political(context, word):
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
    return word in _HOUSES | _MEETINGS and all(m and not lookup(m[1]) for m in of) and not political(context, word)


def _of_things(word: str, context: str) -> bool:
    """Whether a word for many stands each time before things ("the army of garden gnomes", "the union of the two rivers")."""
    following = [_OF_THINGS.match(context, end) for _, end in occurrences(word, context)]
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


def _only_place(name: str, context: str) -> bool:
    """Whether a capital is the town in a text: each time behind a word that says where, or in one of weather, traffic and sights."""
    if not any(entry.kind == "state" and entry.form == "capital" for entry in lookup(name)):
        return False
    places = list(occurrences(name, context))
    if places and all(_WHERE.search(context, 0, start) and context[end : end + 2] != "'s" for start, end in places):
        return True
    return not PLACE_TALK.isdisjoint(word.strip(".,;:'\"") for word in context.casefold().split()) and not political(context, name)


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


def local_town(mention: str) -> bool:
    """Whether a mention is a town and the division of a larger state it is in, which is not the state of that name ("Moscow, Idaho")."""
    town, comma, _ = mention.removesuffix("'s").partition(",")
    if not comma or not _TOWN.fullmatch(town) or not _town(f"{mention},", len(town)):
        return False
    known = [entry for entry in lookup(town) if entry.kind == "state"]
    return not known or all(parent(entry.code) not in _LOCAL_STATES for entry in known)


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


def political(context: str, mention: str) -> bool:
    """Whether anything else in a text speaks of states, offices, organisations or what they do."""
    plain = context.replace(mention, " ")
    if not SAYING.isdisjoint(word.strip(".,;:'\"") for word in plain.split()):
        return True
    return any(s.kind in {"state", "org", "group", "person"} or (s.role and s.role.kind in TITLE_KINDS and s.role.sectors[:1] not in _NO_POLITICS)
               for s in segments(words(plain)))  # fmt: skip


def title_of_work(context: str) -> bool:
    """Whether a text of a few sentences is about a film, book or series, whose title the words of an office may be."""
    return len(context) <= _SHORT and not WORKS.isdisjoint(word.strip(".,;:'\"") for word in context.casefold().split())


def sport(context: str) -> bool:
    """Whether a text of a few sentences is about a game, where states are teams."""
    if len(context) > _SHORT:
        return False
    plain = context.casefold().split()
    return bool(_SCORE.search(context)) or sum(word.strip(".,;:'\"") in GAME for word in plain) >= max(1, len(plain) * _DENSE)

"""Names of things that bear an actor's name: streets, events, buildings, goods, teams, ships."""

from __future__ import annotations

from detente.actor.lexicon import Segment, organisation_table
from detente.actor.phrase import DETERMINERS, TITLE_KINDS, Phrase
from detente.actor.places import state_of
from detente.actor.ships import ship
from detente.actor.vocabulary import (
    ARTICLED,
    CONTAINERS,
    HONOURS,
    HOUSES,
    MEETINGS,
    PLAYERS,
    THING_NAMES,
    THINGS_TOO,
    TITLED_SHIPS,
    VEHICLES,
)
from detente.actor.words import fold

_ANOTHER = ("another ", "Another ", "a second ", "A second ")
_ARTICLES = {"the", "a", "an"}
_NEWER = {"New", "Fort", "Port", "Little", "Mount"}
_PRIVATE = {("AGR",), ("CRM",), ("CVL",), ("JRN",), ("LAB",), ("SPY",), ("UAF",)}
_SPOKEN_OF = {"man", "woman", "mother", "father", "pope", "prince", "princess", "emperor", "soldier", "ambassador", "apostle", "dictator",
              "godfather", "guru", "high priest", "high priestess", "sultan", "tsar"}  # fmt: skip
_FORCES = {"captain", "captains", "forward", "manager", "player", "players", "defender"}
# Openings of the names of events and features ("the Battle of Stalingrad").
_OPENINGS = {"Battle", "Bay", "Cape", "Edict", "Fall", "Gulf", "Isle", "Isles", "Lake", "Mount", "Peace", "Rape", "Sea", "Siege", "Strait", "Straits",
             "Tower", "Treaty"}  # fmt: skip


def named_thing(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a thing: by its last word, or what stands before a name that nobody bears."""
    head = phrase.head
    if not head or (len(head) == 1 and not phrase.links):  # as often: all that follows asks for more
        return False
    last = head[-1]
    if last.kind == "name" and fold(last.words[-1].text) in THING_NAMES and (len(head) > 1 or bool(phrase.tail)):
        return True  # "Chancellor Street", "King's Cup"
    if _title_case(phrase):
        return True  # "Our Man in Havana", "Justice for All"
    if phrase.tail and last.text[:1].isupper() and phrase.tail[-1].kind == "name" and fold(phrase.tail[-1].words[-1].text) in THING_NAMES:
        return True  # "the Prince of Wales Hotel"
    if (phrase.links[:1] == ("of",) and _figurative(phrase)) or (len(head) == 2 and _measured(phrase)) or _dedicated(phrase):
        return True  # "the king of pop", "a can of Heineken", "the King Abdullah Mosque"
    return _thing_behind(phrase, head[-2], last) if len(head) > 1 else phrase.links[:1] == ("of",) and _thing_of(phrase, last)


def _title_case(phrase: Phrase) -> bool:
    """Whether small words have capitals as in a title: a determiner, but no article, before a word for people or behind "of" or "for"."""
    first, *rest = phrase.head
    owned = first.kind == "other" and first.text[:1].isupper() and fold(first.text) not in _ARTICLES
    if owned and rest and rest[0].role and rest[0].role.sectors[:1] in _PRIVATE and rest[0].words[0].capital:
        return True
    return any(s.kind == "other" and s.text.istitle() and fold(s.text) in DETERMINERS - _ARTICLES for s in phrase.tail)


def _thing_of(phrase: Phrase, head: Segment) -> bool:
    """Whether a single word "of" something is the name of a thing with it: "the Battle of ...", "House of Cards", "the Congress of Vienna"."""
    if head.text in HOUSES and all(s.kind in {"name", "other"} for s in phrase.tail):
        return not any(s.kind == "name" and state_of(s.text) for s in phrase.tail)
    town = phrase.tail[0].entry if phrase.tail else None  # a mention may be cut off behind "of"
    return head.text in _OPENINGS or (head.text in MEETINGS and town is not None and town.form == "capital")


def _thing_behind(phrase: Phrase, before: Segment, last: Segment) -> bool:
    """Whether the last word of several, or the last two, make them the name of a thing."""
    head = phrase.head
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
    if before.role and before.words[-1].possessive and last.kind == "state" and last.entry and last.entry.form == "adjective" and not phrase.tail:
        return True  # "the Queen's English"
    if last.text.removesuffix("s").rpartition(" ")[2].casefold() in VEHICLES:
        maker = next((s for s in reversed(head[:-1]) if not s.text.isdigit()), before)
        if maker.kind in {"name", "person"} or _company(maker):
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
    if role is None or not (role.office == "monarch" or role.phrase in _SPOKEN_OF):
        return False
    said = [s for s in phrase.tail if fold(s.text) not in DETERMINERS]
    return bool(said) and all(s.text.islower() and (s.kind == "other" or (s.role and s.role.kind == "thing")) for s in said)


def _measured(phrase: Phrase) -> bool:
    """Whether a container of a company's goods is meant."""
    first, last = phrase.head[0], phrase.head[-1]
    return fold(first.text).removesuffix("s") in CONTAINERS and _company(last)


def _dedicated(phrase: Phrase) -> bool:
    """Whether a building bears the title and name of whom it is named after."""
    last = phrase.head[-1]
    if not last.text[:1].isupper() or fold(last.text) not in THINGS_TOO or phrase.tail:
        return False
    before = phrase.head[:-1]
    if not before or before[-1].words[-1].possessive:
        return False
    if before[-1].kind == "person":
        return " " in before[-1].text
    title = before[-2] if len(before) > 1 and before[-1].kind == "name" else None
    return bool(title and title.role and title.text[:1].isupper())


def _team(before: Segment, last: Segment) -> bool:
    """Whether a capitalised plural follows a name as part of it; the people of a state stand behind its adjective."""
    if last.entry is None or not last.text[:1].isupper():
        return False
    people = last.kind == "state" and last.entry.form == "noun" and last.text.endswith("s")
    roles = last.entry.plural and last.role is not None and last.role.kind in {"person", "head", "office"}
    if not (people or roles):
        return False
    places = {"name", "capital", "region"}
    named = before.kind in {"name", "outlet"} or (before.entry is not None and before.kind == "state" and before.entry.form in places)
    return named and not before.words[-1].possessive and before.words[0].capital and not before.text.isupper()


def _company(segment: Segment) -> bool:
    """Whether a segment names a company or an outlet."""
    return segment.kind == "outlet" or bool(segment.kind == "org" and segment.entry and organisation_table()[segment.entry.code].kind == "MNC")


def _product(phrase: Phrase) -> bool:
    """Whether a company's name is followed by a name or number, with no word for who it is ("Exxon Valdez", "Boeing 737s")."""
    last = phrase.head[-1]
    before = next((s for s in reversed(phrase.head[:-1]) if not s.text.isdigit()), last)
    if not before.entry or before.words[-1].possessive or phrase.roles:
        return False
    return _company(before) and (last.kind == "name" or any(c.isdigit() or c.isupper() for c in last.text))


def vessel(mention: str, phrase: Phrase | None) -> bool:
    """Whether a mention is a ship's name: behind its prefix, or a title and a name with an article ("the Admiral Kuznetsov")."""
    if ship(mention):
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


def compared(mention: str, phrase: Phrase | None) -> bool:
    """Whether a mention likens something to a state, town or company ("the Paris of the East", "the Rolls-Royce of toasters", "another Vietnam")."""
    if phrase is None or not phrase.head:
        return False
    first, last = phrase.head[0], phrase.head[-1]
    if phrase.links[:1] == ("of",) and first is last and phrase.tail and mention[:4] in {"the ", "The "}:
        return _needs_no_article(first) or (_company(first) and all(s.text.islower() for s in phrase.tail))
    again = first is last or (len(phrase.head) == 2 and fold(first.text) in {"another", "second"})
    return again and not phrase.tail and mention.startswith(_ANOTHER) and _needs_no_article(last)


def capitalised(mention: str, phrase: Phrase | None) -> bool:
    """Whether an article stands before capitals that make a name of common words: a team's ("the Raiders") or a work's ("The Miner's Wife").

    Offices, bodies, and who governs, fights, judges or preaches are written so too ("the Foreign Minister").
    """
    if phrase is None or phrase.tail or not phrase.roles or mention[:4] not in {"the ", "The "}:
        return False
    last = phrase.head[-1]
    role = last.role
    if not role or role.kind == "body" or not last.entry or any(not w.capital for s in phrase.head for w in s.words):
        return False
    if last.entry.plural and len(last.words) == len(phrase.head) == 1:
        return role.kind in TITLE_KINDS and role.phrase.islower()
    return role.kind == "person" and role.sectors[:1] in _PRIVATE


def _needs_no_article(segment: Segment) -> bool:
    """Whether a segment is the one-word name of a state, capital or American state that is written without an article."""
    entry = segment.entry
    bare = entry is not None and (entry.form in {"name", "capital"} or (entry.form == "region" and entry.code == "USA"))
    if segment.kind != "state" or entry is None or not bare or entry.exact or len(segment.words) > 1:
        return False
    word = fold(segment.text)
    return not segment.words[0].possessive and (entry.form == "capital" or not word.endswith("s")) and word not in ARTICLED

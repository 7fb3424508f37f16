"""What a known name stands for: states, organisations, groups and outlets as identities, and the scene they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from detente import knowledge
from detente.actor import outlets
from detente.actor.identity import Identity, identity, sector_list
from detente.actor.lexicon import Entry, lexicon, lookup, organisation_table
from detente.actor.phrase import TITLE_KINDS, parent
from detente.actor.words import clean, fold, slug

# How many times the next state a state must weigh for a story to be its own.
DOMINANT = 2.0
# In so many states' names of groups a word is a common one.
_SEVERAL = 4
_SMALL_WORDS = {"the", "of", "for", "and", "in", "on", "to"}
# States whose own parties English news names without their state ("the Labour Party").
UNSTATED = frozenset({"USA", "GBR"})
# States of which a ministry or service ("the Federal Bureau of Investigation") is known in other states' stories without them.
_WORLD_WIDE = UNSTATED | {"CHN", "DEU", "FRA", "RUS"}
_SERVICES = {(sector,) for sector in ("GOV", "SPY", "COP", "MIL")}
# The families of parties (Mair and Mudde 1998) with the two that states outside Europe have; the word alone is of no state.
CREEDS = frozenset({"christian democrats", "communists", "conservatives", "democrats", "greens", "liberals", "nationalists", "republicans",
                    "social democrats", "socialists"})  # fmt: skip
_STATES = {"country", "nation", "state", "power", "ally"}
# What some of a people or of a region may be, whatever the others are.
IN_ARMS = {(sector,) for sector in ("REB", "UAF", "PRM", "MIL", "CRM", "REF", "COP")}


class Scene(NamedTuple):
    """What is known around a mention: the day, the text, and the states that it names; `naming` is asked for them only where they matter."""

    date: str | None = None
    naming: Callable[[], tuple[tuple[str, float], ...]] = tuple
    home: str | None = None
    text: str = ""

    @property
    def weights(self) -> tuple[tuple[str, float], ...]:
        """The states that the context names with their weights, weightiest first."""
        return self.naming()

    @property
    def states(self) -> tuple[str, ...]:
        """The states named around the mention."""
        return tuple(code for code, _ in self.weights) or ((self.home,) if self.home else ())

    @property
    def country(self) -> str | None:
        """The state that the context is about: the only one, or one that weighs `DOMINANT` times the next."""
        if self.home or not self.weights:
            return self.home
        if len(self.weights) == 1 or self.weights[0][1] >= DOMINANT * self.weights[1][1]:
            return self.weights[0][0]
        return None


class Watched(Scene):
    """A scene that remembers whether it was `asked` for what stands around, and whether for the day (`dated`)."""

    asked = dated = False

    @property
    def date(self) -> str | None:
        """The day."""
        self.dated = True
        return self[0]

    @property
    def naming(self) -> Callable[[], tuple[tuple[str, float], ...]]:
        """The states named around."""
        self.asked = True
        return self[1]

    @property
    def home(self) -> str | None:
        """The state of the story."""
        self.asked = True
        return self[2]

    @property
    def text(self) -> str:
        """The words around."""
        self.asked = True
        return self[3]


def stands_whole(mention: str) -> bool:
    """Whether a mention is one known phrase as it stands, with or without its article."""
    return any(map(lookup, _forms(mention)))


def _forms(mention: str) -> tuple[str, ...]:
    text = clean(mention).strip().strip("\"'.,;:")
    bare = text[4:] if text[:4].casefold() == "the " else text
    owner = bare.removesuffix("'s")
    if owner != bare and any(entry.kind == "state" for entry in lookup(owner)):
        return (owner, text)  # "America's" is no plural
    return (text,) if owner == text else (text, owner)


def whole(mention: str, scene: Scene) -> tuple[Identity, ...]:
    """Resolve a mention that is one known phrase as it stands, with or without its article."""
    text, *_ = forms = _forms(mention)
    for form in forms:
        for entry in (found := lookup(form)):
            if entry.kind in {"org", "group"} and len(found) > 1:
                entry = local(entry, form, scene)
            if entry.kind == "state":
                if abroad := minority(entry.code, form, scene):
                    return (identity(None, name=text, country=abroad, sectors=("CVL",)),)
                if entry.form == "capital" and text == "Brussels" and scene.home != "BEL" and "Belgi" not in scene.text:
                    return (organisation("EU"),)
                return (state(entry.code, entry.form, text),)
            if entry.kind == "org":
                return (organisation(entry.code, _governing(entry.code, form)),)
            if entry.kind == "group":
                found_group = group(entry.code, scene.date)
                return () if unplaced(form, scene) else (namesake_at_home(found_group, text, scene) or found_group,)
            if entry.kind == "outlet":
                return (outlet(entry.code),)
    return ()


def local(entry: Entry, form: str, scene: Scene, states: Sequence[str] = ()) -> Entry:
    """Of the groups and organisations of one name the group of a state that the mention or the text names; else the entry that counts first."""
    groups = {group_country(other.code): other for other in reversed(lookup(form)) if other.kind == "group"}
    if here := next((groups[code] for code in states if code in groups), None):
        return here
    named = [(weight, code) for code, weight in scene.weights if code in groups]
    if not named:
        return groups.get(scene.home, entry)
    own = group_country(entry.code) if entry.kind == "group" else None  # the mention itself has named this one
    return groups[max(named, key=lambda pair: (pair[0], pair[1] != own))[1]]


def unplaced(form: str, scene: Scene) -> bool:
    """Whether parties of several states bear a name and nothing tells of which it is ("the Communists")."""
    if scene.states:
        return False
    bare = fold(form).removeprefix("the ")
    return several(bare) or (bare in CREEDS and not scene.text)


@lru_cache(maxsize=4096)
def several(folded: str) -> bool:
    """Whether parties of several states bear a name, given as its key, none of which English news means by the name alone."""
    lands = bearers(folded)
    return len(lands) > 1 and lands[0] not in UNSTATED


@lru_cache(maxsize=4096)
def bearers(folded: str) -> tuple[str, ...]:
    """The states whose parties bear a name, given as its key, in the order of the tables."""
    codes = [entry.code for entry in lexicon().get(folded, ()) if entry.kind == "group"]
    return tuple(dict.fromkeys(row.country for code in codes for row in _rows_of(code)[-1:] if row.country and "PTY" in row.sectors))


def namesake_at_home(one: Identity, form: str, scene: Scene) -> Identity | None:
    """The body of the story's state where a name of common words ("the House of Representatives"), or one that groups of several states bear
    ("the Communists"), is another's of whom the text tells nothing."""
    if not scene.home or not one.country or one.country == scene.home or not (_common(fold(form)) or _shared(form)):
        return None
    if one.country in _WORLD_WIDE and one.sectors[:1] in _SERVICES:
        return None
    if _told(one.country).search(scene.text):
        return None
    return identity(None, name=form.removeprefix("the ").removeprefix("The "), country=scene.home, sectors=one.sectors)


@lru_cache(maxsize=4096)
def _common(form: str) -> bool:
    """Whether a name consists of words with which names of groups of several states are made."""
    told = [word for word in form.split() if word not in _SMALL_WORDS]
    return len(told) > 1 and all(len(_word_states().get(word, ())) >= _SEVERAL for word in told)


@lru_cache(maxsize=4096)
def _shared(form: str) -> bool:
    """Whether groups of several states bear a name."""
    bare = form.removeprefix("the ").removeprefix("The ")
    return len({group_country(entry.code) for entry in lookup(bare) if entry.kind == "group"}) >= _SEVERAL


@lru_cache(maxsize=1)
def _word_states() -> dict[str, set[str]]:
    """The states in whose groups' names each word is."""
    table: dict[str, set[str]] = {}
    for row in knowledge.groups():
        for form in (row.name, *row.aliases):
            for word in fold(form).split():
                table.setdefault(word, set()).add(row.country)
    return table


@lru_cache(maxsize=256)
def _told(code: str) -> re.Pattern[str]:
    """All words of a state, in a text."""
    forms = sorted({re.escape(row.form) for row in knowledge.state_names() if row.iso3 == code}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)")


def minority(code: str, form: str, scene: Scene) -> str | None:
    """The state whose people of another state's name are meant ("Serbs" in a text of Bosnia that never names Serbia), if it has a row of theirs."""
    lands = {group_country(entry.code) for entry in lookup(form) if entry.kind == "group"}
    if not lands or not scene.text or _names(code).search(scene.text):
        return None
    return next((state for state in scene.states if state in lands), None)


@lru_cache(maxsize=64)
def _names(code: str) -> re.Pattern[str]:
    """The names, capital and seats of a state, as words of a text."""
    forms = {re.escape(row.form) for row in knowledge.state_names() if row.iso3 == code and row.kind in {"name", "capital", "seat"}}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b")


def _governing(code: str, form: str) -> tuple[str, ...]:
    """The sector of those who govern a region of states ("European officials"); none for its states."""
    if organisation_table()[code].kind:
        return ()
    role = next((entry.role for entry in lookup(form.rpartition(" ")[2]) if entry.plural and entry.role), None)
    return ("GOV",) if role and role.sectors[:1] == ("GOV",) and role.kind in TITLE_KINDS and role.phrase not in _STATES else ()


def state(code: str, form: str, text: str) -> Identity:
    """A state by one of its words: acting it is its government; its people are civilians."""
    if form == "noun" and (text[:4].casefold() != "the " or not nation(code, fold(text)[4:])):
        return identity(None, name=text, country=parent(code), sectors=("CVL",))
    return identity(f"state:{code}", name=knowledge.states()[code].name, country=parent(code), sectors=("GOV",))


@lru_cache(maxsize=1024)
def nation(code: str, noun: str) -> bool:
    """Whether a noun for people is a state's own ("Russians"), not a people's within it ("Hazaras"): it begins as the state's words do."""
    own = [fold(row.form) for row in knowledge.state_names() if row.iso3 == code and row.kind in {"name", "adjective"}]
    if " " in noun:  # "the South Koreans", not "the Bosnian Serbs"
        own, noun = [form.rpartition(" ")[2] for form in own if " " in form], noun.rpartition(" ")[2]
    return any(form[:3] == noun[:3] for form in own)


def organisation(code: str, sectors: tuple[str, ...] = (), role: str | None = None, name: str | None = None) -> Identity:
    """An organisation or regional construct; it has no country."""
    row = organisation_table()[code]
    shown = name or row.name.removeprefix("the ")
    return identity(f"org:{code}", name=shown, org=code, kind=row.kind or None, sectors=sector_list(sectors, row.sectors), role=role)


def group(code: str, date: str | None, extra: tuple[str, ...] = (), role: str | None = None) -> Identity:
    """A group with a name of its own, with the sectors that it has on the day; without a day those of today."""
    found = _rows_of(code)
    row = next((g for g in found if date and g.start <= date and (not g.end or date < g.end)), found[-1])
    own = ("PRE" in row.sectors or row.sectors[:1] == ("CVL",)) and extra[:1] in IN_ARMS
    elected = row.sectors[:1] == ("PTY",) and extra[:1] == ("LEG",)  # "Labour MPs" sit in parliament first
    if extra == ("MIL",) and "COP" in row.sectors:
        extra = ()  # the officers of a city's police
    sectors = sector_list(extra, row.sectors) if own or elected else sector_list(row.sectors, extra)
    return identity(f"group:{code}", name=row.name, country=row.country or None, kind=row.kind or None, sectors=sectors, role=role)


@lru_cache(maxsize=1)
def group_codes() -> frozenset[str]:
    """The codes of all groups."""
    return frozenset(row.code for row in knowledge.groups())


@lru_cache(maxsize=4096)
def _rows_of(code: str) -> tuple[knowledge.Group, ...]:
    return tuple(row for row in knowledge.groups() if row.code == code)


def group_country(code: str) -> str | None:
    """Return the country of a group, if it has one."""
    return next((row.country or None for row in _rows_of(code)), None)


def outlet(name: str, role: str | None = None) -> Identity:
    """A news outlet."""
    row = outlets.canonical(name)
    country = row.country if row else None
    return identity(f"outlet:{slug(name)}", name=name, country=country, sectors=("JRN",), role=role)

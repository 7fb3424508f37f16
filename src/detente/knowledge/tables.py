"""Readers of the tables: tab-separated text with a header line, one fact a row, each with its source (docs/knowledge.md).

Every table is read on first use and kept: the user's own rows first, then the shipped ones. Lists inside a cell are separated
by `|` (names) or `,` (sectors).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from detente.knowledge.building import built_once
from detente.knowledge.own import own_rows
from detente.knowledge.schema import TABLES

USER = "user"
"""The source of a row that the user added."""


class State(NamedTuple):
    """A state or territory: ISO alpha-3 and alpha-2, Correlates of War and Gleditsch-Ward numbers, controlling state."""

    iso3: str
    iso2: str
    cow: str
    gw: str
    name: str
    parent: str
    source: str


class StateName(NamedTuple):
    """A word for a state; kind: name, adjective, noun, capital, seat, historic, historic_adjective; years of a historic one."""

    iso3: str
    form: str
    kind: str
    source: str
    start: str = ""
    end: str = ""


class Office(NamedTuple):
    """A spell in office, ISO days, `end` exclusive and empty if open; `country` is ISO alpha-3 or `@` and an org code."""

    country: str
    office: str
    name: str
    aliases: tuple[str, ...]
    start: str
    end: str
    source: str


class Organisation(NamedTuple):
    """An international organisation, NGO, multinational company or regional construct (kind empty)."""

    code: str
    kind: str
    sectors: tuple[str, ...]
    name: str
    aliases: tuple[str, ...]
    source: str


class Member(NamedTuple):
    """A state's membership of an organisation, ISO days, empty = open."""

    org: str
    iso3: str
    start: str
    end: str
    source: str


class Group(NamedTuple):
    """A domestic or transnational group or body with a name of its own, within its dates (ISO days, empty = open)."""

    code: str
    country: str
    kind: str
    sectors: tuple[str, ...]
    name: str
    aliases: tuple[str, ...]
    start: str
    end: str
    source: str


class Outlet(NamedTuple):
    """A news outlet; kind: agency, state, paper, broadcaster."""

    name: str
    country: str
    kind: str
    aliases: tuple[str, ...]
    source: str


class RoleWord(NamedTuple):
    """A word for a role: kind is office, leader, person, body, head, modifier, sector, former, or thing (no actor)."""

    phrase: str
    kind: str
    sectors: tuple[str, ...]
    office: str
    source: str


def shipped_rows(name: str) -> list[list[str]]:
    """The cells of one shipped file without its header line."""
    text = (files("detente.knowledge") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n")[1:] if line]


def rows(name: str) -> list[list[str]]:
    """The rows of a table as cells, padded to its columns: the user's, then the shipped ones that those do not replace."""
    table = TABLES[name]
    own = own_rows(table)
    at = table.columns.index("source")
    for row in own:
        row[at] = USER
    owner = [table.columns.index(column) for column in table.owner]
    taken = {tuple(row[i] for i in owner) for row in own} if owner else set()
    width = len(table.columns)
    shipped = [(row + [""] * width)[:width] for file in table.shipped for row in shipped_rows(file)]
    return own + [row for row in shipped if not taken or tuple(row[i] for i in owner) not in taken]


def _list(cell: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(cell.split(mark)) if cell else ()


@lru_cache(maxsize=1)
def states() -> dict[str, State]:
    """States and territories by ISO alpha-3 code."""
    return {row[0]: State(*row) for row in rows("states")}


@lru_cache(maxsize=1)
def state_names() -> tuple[StateName, ...]:
    """Words for states; the ones edited by hand first, so that the first row with a form is the one that counts."""
    return tuple(StateName(*row) for row in rows("state_names"))


@built_once
def offices() -> tuple[Office, ...]:
    """Spells in office, the ones edited by hand first."""
    return tuple(Office(r[0], r[1], r[2], _list(r[3]), r[4], r[5], r[6]) for r in rows("offices"))


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    """Organisations and regional constructs."""
    return tuple(Organisation(r[0], r[1], _list(r[2], ","), r[3], _list(r[4]), r[5]) for r in rows("organisations"))


@lru_cache(maxsize=1)
def members() -> tuple[Member, ...]:
    """Member states of organisations."""
    return tuple(Member(*row) for row in rows("members"))


@built_once
def groups() -> tuple[Group, ...]:
    """Armed groups, parties, services and other bodies with names of their own; several rows where the sectors changed."""
    return tuple(Group(r[0], r[1], r[2], _list(r[3], ","), r[4], _list(r[5]), *r[6:]) for r in rows("groups"))


@built_once
def outlets() -> tuple[Outlet, ...]:
    """News outlets."""
    return tuple(Outlet(r[0], r[1], r[2], _list(r[3]), r[4]) for r in rows("outlets"))


@built_once
def role_words() -> tuple[RoleWord, ...]:
    """Words for roles and descriptions."""
    return tuple(RoleWord(r[0], r[1], _list(r[2], ","), r[3], r[4]) for r in rows("roles"))


@lru_cache(maxsize=1)
def executives() -> dict[str, str]:
    """The office that "the leader" of a state means, where it is not the president."""
    return {row[0]: row[1] for row in rows("executives")}


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Family names that so many people bear that the name alone tells nobody."""
    return frozenset(row[0] for row in rows("surnames"))


@lru_cache(maxsize=1)
def wikidata() -> dict[str, str]:
    """Wikidata identifiers by the project's own (`state:RUS`, `person:...`)."""
    return {row[0]: row[1] for row in rows("wikidata")}

"""The form of the tables: columns, which must be filled, what their cells hold, and what makes two rows one fact."""

from __future__ import annotations

from typing import NamedTuple

ORG_KINDS = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
NAME_KINDS = frozenset({"name", "adjective", "noun", "capital", "seat", "region", "historic", "historic_adjective"})
OUTLET_KINDS = frozenset({"agency", "state", "paper", "broadcaster"})
ROLE_KINDS = frozenset({"office", "leader", "person", "body", "head", "modifier", "sector", "former", "thing"})


SHARED_OFFICES = frozenset(
    "vice president|deputy prime minister|spokesperson|foreign ministry spokesperson|presidential spokesperson|military spokesperson|special envoy|"
    "UN ambassador|party leader|opposition leader|rebel leader|deputy secretary-general|government spokesperson|"
    "defence ministry spokesperson".split("|")
)
"""Offices that several people may hold at a time."""


class Table(NamedTuple):
    """A table: `columns` in order, those that must be `filled`, `key` columns that make two rows one fact.

    `owner` columns name what is described: a user's rows take the place of all shipped rows with the same owner. `kinds` is the
    vocabulary of the column `kind`. `files` are those that the package ships, the one that counts first in front.
    """

    name: str
    columns: tuple[str, ...]
    filled: tuple[str, ...]
    key: tuple[str, ...]
    owner: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()

    @property
    def shipped(self) -> tuple[str, ...]:
        """The names of the table's files in the package."""
        return self.files or (f"{self.name}.tsv",)

    def row(self, cells: list[str]) -> dict[str, str]:
        """Cells as a row by column; cells that were left off at the end are empty."""
        return dict(zip(self.columns, [*cells, *[""] * len(self.columns)], strict=False))


def _table(name: str, columns: str, filled: str, key: str, **more: object) -> Table:
    return Table(name, tuple(columns.split()), tuple(filled.split()), tuple(key.split()), **more)  # type: ignore[arg-type]


TABLES = {
    table.name: table
    for table in (
        _table("states", "iso3 iso2 cow gw name parent source", "iso3 name", "iso3", owner=("iso3",)),
        _table("state_names", "iso3 form kind source start end", "iso3 form kind", "form", kinds=NAME_KINDS,
               files=("state_names_recalled.tsv", "state_names.tsv")),
        _table("offices", "country office name aliases start end source", "country office name start", "country office name start",
               files=("offices_recalled.tsv", "figures_recalled.tsv", "offices.tsv")),
        _table("executives", "iso3 office source", "iso3 office", "iso3", owner=("iso3",)),
        _table("organisations", "code kind sectors name aliases source", "code name", "code", owner=("code",), kinds=ORG_KINDS | {""}),
        _table("members", "org iso3 start end source", "org iso3", "org iso3 start"),
        _table("groups", "code country kind sectors name aliases start end source", "code sectors name", "code start", owner=("code",),
               kinds=ORG_KINDS | {""}),
        _table("outlets", "name country kind aliases source", "name country kind", "name", owner=("name",), kinds=OUTLET_KINDS),
        _table("roles", "phrase kind sectors office source", "phrase kind", "phrase kind", owner=("phrase",), kinds=ROLE_KINDS),
        _table("surnames", "form source", "form", "form"),
        _table("wikidata", "id wikidata source", "id wikidata", "id", owner=("id",), files=("wikidata_recalled.tsv",)),
    )
}  # fmt: skip
"""Every table by name, in the order in which one may name codes of another."""


def table_of(columns: list[str]) -> Table | None:
    """The table that a header line belongs to: the only one that has all its columns and that it fills as far as it must."""
    named = set(columns)
    fits = [t for t in TABLES.values() if named <= set(t.columns) and set(t.filled) <= named]
    return fits[0] if len(fits) == 1 else None

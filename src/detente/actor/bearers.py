"""Who of the tables bears a name: by its full form, its first two words, and its surname."""

from __future__ import annotations

from functools import lru_cache

from detente import knowledge
from detente.actor.heard import common
from detente.actor.people import Person, people, surname
from detente.actor.words import fold, spelling
from detente.knowledge.building import built_once

_LETTERS = 4
_HEADS = {"president", "prime minister", "chancellor", "king", "supreme leader"}
# States whose people are called by their first name.
FIRST_NAME = {"MYS", "ETH", "ERI", "IDN", "THA", "LAO", "BRN", "TLS", "MMR", "ISL", "IRQ"}


@built_once
def by_form() -> dict[str, tuple[Person, ...]]:
    """Who bears each name in full, by its folded form."""
    table: dict[str, list[Person]] = {}
    for person in people():
        for form in person.forms:
            table.setdefault(fold(form), []).append(person)
    return {key: _each_once(found) for key, found in table.items()}


def _each_once(found: list[Person]) -> tuple[Person, ...]:
    """Without repetition; comparing persons is dear, and most lists are of one."""
    return (found[0],) if len(found) == 1 else tuple({id(one): one for one in found}.values())


@built_once
def by_opening() -> dict[tuple[str, ...], tuple[Person, ...]]:
    """Who bears a name of three words or more, by its first two."""
    table: dict[tuple[str, ...], list[Person]] = {}
    for person in people():
        for form in person.forms:
            parts = fold(form).split()
            if len(parts) > 2:
                table.setdefault((parts[0], parts[1]), []).append(person)
    return {key: _each_once(found) for key, found in table.items()}


@built_once
def surnames() -> dict[str, tuple[Person, ...]]:
    """Who bears each surname, by its rough spelling."""
    table: dict[str, list[Person]] = {}
    for person in people():
        for form in person.forms:
            name = surname(form, person.country)
            table.setdefault(spelling(name), []).append(person)
            bare = name.split()[-1] if name else ""
            table.setdefault(spelling(bare), []).append(person)
            if person.country in FIRST_NAME:
                table.setdefault(spelling(form.split()[0]), []).append(person)
    return {key: _each_once(found) for key, found in table.items() if key}


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Folded family names that so many people bear that the name alone tells nobody."""
    return frozenset(map(fold, knowledge.surnames()))


@built_once
def leaders() -> frozenset[str]:
    """The surnames of those who head or headed a state or government, folded, that are no common ones and no words."""
    heads = (row.name for row in knowledge.offices() if row.office in _HEADS)
    names = {fold(name).rpartition(" ")[2] for name in heads}
    return frozenset(name for name in names if len(name) >= _LETTERS and name not in common_names() and not common(name))

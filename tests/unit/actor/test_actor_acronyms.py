"""Acronyms that papers write as they are said."""

from __future__ import annotations

import pytest

from detente.actor import Resolver
from detente.actor.acronyms import said_as_word


@pytest.mark.parametrize("name", ["Nato", "Asean", "Opec", "Unesco", "Ecowas", "Minusma", "Farc"])
def test_what_can_be_said_is_a_word(name: str) -> None:
    assert said_as_word(name)


@pytest.mark.parametrize("name", ["Icbl", "Unhcr", "Un", "Disk", "Arena", "Mend", "Maria", "Acted"])
def test_letters_words_and_names_are_none(name: str) -> None:
    assert not said_as_word(name)


@pytest.mark.parametrize(
    ("mention", "org"), [("Nato", "NATO"), ("a Unesco official", "UNESCO"), ("Asean", "ASEAN"), ("nato", None), ("Kanu", None), ("NaTo", None)]
)
def test_an_organisation_by_its_acronym(mention: str, org: str | None) -> None:
    assert [one.org for one in Resolver().resolve(mention, "2019-10-15")] == ([org] if org else [])


def test_a_group_by_its_acronym() -> None:
    assert [one.id for one in Resolver().resolve("Farc rebels", "2009-10-15")] == [Resolver().resolve("FARC rebels", "2009-10-15")[0].id]

"""A field of government behind a minister is part of the office, also where it is a party's or a paper's name too."""

from __future__ import annotations

import pytest

from detente.actor import Resolver


@pytest.mark.parametrize(
    ("mention", "name", "role"),
    [
        ("State Minister for Labour Dipak Mridha-Sen", "Dipak Mridha-Sen", "state minister for labour"),
        ("Minister of Youth and Sports Ada Musabende", "Ada Musabende", "minister of youth and sports"),
        ("the minister for liberation war affairs", None, "minister for liberation war affairs"),
        ("Energy Secretary Joan Tarrowby", "Joan Tarrowby", "energy secretary"),
    ],
)
def test_the_field_belongs_to_the_office(mention: str, name: str | None, role: str) -> None:
    (found,) = Resolver().resolve(mention, "2016-12-20")
    assert (found.name, found.role, found.sectors, found.country) == (name, role, ("GOV",), None)


def test_a_secretary_of_state_with_a_field_is_no_foreign_minister() -> None:
    (found,) = Resolver().resolve("the UK Secretary of State for Transport", "2016-12-20")
    assert (found.country, found.name, found.sectors) == ("GBR", None, ("GOV",))


def test_an_officer_in_charge_is_police() -> None:
    (found,) = Resolver().resolve("Officer-in-Charge Mahfuz Tarafdar", "2016-12-20")
    assert found.sectors == ("COP",)

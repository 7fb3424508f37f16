"""The tables: codes, dates, sources, no duplicates that contradict."""

from __future__ import annotations

import re
from datetime import date

from detente import knowledge
from detente.knowledge.check import known_sources

SECTORS = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
    "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
}  # fmt: skip
KINDS = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", ""}


def test_states_have_codes_and_parents_exist() -> None:
    states = knowledge.states()
    assert len(states) == 250
    assert states["KEN"].cow == "501"
    assert states["DEU"].gw == "260"
    assert states["KOS"].iso2 == "XK"
    for code, row in states.items():
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert row.parent in states or row.parent == ""


def test_every_independent_state_has_a_name_and_an_adjective() -> None:
    forms: dict[str, set[str]] = {}
    for row in knowledge.state_names():
        forms.setdefault(row.iso3, set()).add(row.kind)
        assert row.iso3 in knowledge.states()
        assert row.form == row.form.strip()
        assert {part.partition(":")[0] for part in row.source.split()} <= known_sources()
    for code, state in knowledge.states().items():
        if not state.parent and code != "ATA":
            assert "name" in forms[code]
            assert "adjective" in forms[code] or "noun" in forms[code], code


def test_offices_have_days_in_order_and_known_owners() -> None:
    organisations = {row.code for row in (*knowledge.organisations(), *knowledge.groups())}
    for row in knowledge.offices():
        assert row.country in knowledge.states() or row.country.lstrip("@") in organisations, row
        start = date.fromisoformat(row.start)
        assert not row.end or start <= date.fromisoformat(row.end), row
        assert {part.partition(":")[0] for part in row.source.split()} <= known_sources()
        assert row.name.strip()


def test_holders_checked_by_hand() -> None:
    spells = [(r.name, r.start) for r in knowledge.offices() if r.country == "RUS" and r.office == "president" and r.source == "recalled"]
    assert ("Boris Yeltsin", "1991-07-10") in spells


def test_codes_of_organisations_groups_and_roles() -> None:
    codes = [row.code for row in knowledge.organisations()]
    assert len(codes) == len(set(codes)) > 150
    for organisation in knowledge.organisations():
        assert organisation.kind in KINDS
        assert set(organisation.sectors) <= SECTORS
    for group in knowledge.groups():
        assert group.country in knowledge.states() or group.kind == "IMG"
        assert group.sectors
        assert set(group.sectors) <= SECTORS
    for role in knowledge.role_words():
        assert set(role.sectors) <= SECTORS
        assert role.kind in {"office", "leader", "person", "body", "head", "modifier", "sector", "former", "thing"}


def test_outlets_have_a_country_and_a_kind() -> None:
    assert len(knowledge.outlets()) > 150
    for row in knowledge.outlets():
        assert row.country in knowledge.states()
        assert row.kind in {"agency", "state", "paper", "broadcaster"}


def test_members_join_and_leave() -> None:
    spells = {(row.org, row.iso3): (row.start, row.end) for row in knowledge.members()}
    assert spells["EU", "GBR"] == ("1973-01-01", "2020-01-31")
    assert spells["NATO", "FIN"][1] == ""
    assert {row.org for row in knowledge.members()} <= {row.code for row in knowledge.organisations()}

"""Tables of facts: states, office holders with dates, organisations, groups, outlets, role words. Origins: SOURCES.md."""

from detente.knowledge.tables import (
    Group,
    Office,
    Organisation,
    Outlet,
    RoleWord,
    State,
    StateName,
    executives,
    groups,
    offices,
    organisations,
    outlets,
    role_words,
    state_names,
    states,
    wikidata,
)

__all__ = [
    "Group",
    "Office",
    "Organisation",
    "Outlet",
    "RoleWord",
    "State",
    "StateName",
    "executives",
    "groups",
    "offices",
    "organisations",
    "outlets",
    "role_words",
    "state_names",
    "states",
    "wikidata",
]

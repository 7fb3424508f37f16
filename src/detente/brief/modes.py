"""The mode of the act behind a derived event: a threat to expel, a call to release, told apart by codes and modes."""

from __future__ import annotations

from detente.records import Event

# What a derived event still tells of the mode of its act: through the mode that it got, or through its CAMEO code.
_BY_TYPE = {
    ("COERCE", "THREATEN", "restrict"): "restrict",
    ("COERCE", "THREATEN", "arrest"): "arrest",
    ("COERCE", "THREATEN", "expel"): "deport",
    ("SANCTION", "THREATEN", "expel"): "expel",
    ("SANCTION", "THREATEN", "arrest"): "convict",
    ("SANCTION", "THREATEN", "restrict"): "discontinue",
    ("SANCTION", "THREATEN", "relations"): "discontinue",
    ("PROTEST", "THREATEN", "violence"): "riot",
    ("PROTEST", "THREATEN", "restrict"): "obstruct",
    ("RETREAT", "REQUEST", "change"): "resign",
    ("RETREAT", "REJECT", "change"): "resign",
}
_BY_CAMEO = {
    "RETREAT": {"0353": "release", "1053": "release", "1243": "release", "0355": "access", "1055": "access"}
    | {"1245": "access", "0356": "de-escalate", "1056": "de-escalate", "1246": "de-escalate"},
    "ASSAULT": {"137": "crowd-control", "1385": "unconventional"},
    "COERCE": {"1323": "curfew", "1324": "martial-law"},
}


def act_mode(event: Event) -> str | None:
    """The mode of the act behind an event whose type was derived from it, as far as the record tells."""
    by_code = _BY_CAMEO.get(event.act, {}).get(event.cameo or "")
    return by_code or _BY_TYPE.get((event.act, event.type, event.mode or ""))

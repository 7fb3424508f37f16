"""Officers, sailors, captains and deputies: who is of the forces, the police, a merchant ship or a parliament by what the text around speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.actor.named import Scene

_POLICE = re.compile(r"\b(?:police\w*|constables?|detectives?|sheriffs?|patrolmen|gendarmes?|riot squads?)\b", re.IGNORECASE)
_FORCES = re.compile(
    r"\b(?:army|armies|soldiers?|troops?|military|battalions?|brigades?|regiments?|barracks|coup|junta|colonels?|generals|garrison)\b", re.IGNORECASE
)
_NAVY = re.compile(r"\b(?:navy|navies|naval|warships?|frigates?|destroyers?|submarines?|submariners?|gunboats?|marines|fleet)\b", re.IGNORECASE)
_SHIPS = re.compile(r"\b(?:ships?|vessels?|ferry|ferries|tankers?|trawlers?|freighters?|boats?|crews?|ports?|cargo|dhows?)\b", re.IGNORECASE)
_SHERIFF = re.compile(r"\bsheriffs?\b", re.IGNORECASE)
UNIFORMED = (("MIL",), ("LEG",))
"""The sectors of words by which a text may mean others: officers of police, deputies of a sheriff."""
_AFLOAT = {"sailor", "captain", "skipper"}
_RANKS = {"officer", "captain", "lieutenant", "sergeant", "corporal"}  # of the forces and of the police
_TOLD = {"deputy"} | _AFLOAT | _RANKS


def by_text(role: str, scene: Scene) -> tuple[str, ...]:
    """The sectors that a text gives to a word of the forces or of parliament; none where it leaves them there."""
    if role not in _TOLD:
        return ()
    if role == "deputy":
        *_, sheriffs = _counts(scene.text)
        return ("COP",) if sheriffs else ()
    police, forces, navy, ships, _ = _counts(scene.text)
    if role in _AFLOAT and ships and not navy and not forces:
        return ("LAB",)
    return ("COP",) if role in _RANKS and police > forces and not (role in _AFLOAT and ships) else ()


@lru_cache(maxsize=8)
def _counts(text: str) -> tuple[int, ...]:
    return tuple(len(pattern.findall(text)) for pattern in (_POLICE, _FORCES, _NAVY, _SHIPS, _SHERIFF))

"""Ships: told by the prefix of their names, and whose they are by the navy that has the prefix or by the flag they fly."""

from __future__ import annotations

import re

from detente.mention.kinds import described_by
from detente.where.names import state_called

#: Prefixes of the ships of one state's navy or coast guard, by its ISO alpha-3 code. India's and Israel's share INS.
_NAVIES = {
    "ARA": "ARG", "BRP": "PHL", "CSS": "", "HDMS": "DNK", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL", "HMS": "GBR", "HNLMS": "NLD", "INS": "",
    "KRI": "IDN", "ORP": "POL", "PNS": "PAK", "ROKS": "KOR", "TCG": "TUR", "USCGC": "USA", "USNS": "USA", "USS": "USA",
}  # fmt: skip
_MERCHANT = frozenset({"MS", "MT", "MV", "M/S", "M/T", "M/V", "RMS", "RRS", "RV", "SS"})
_FLAG = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)?)[- ]flag(?:ged)?\b")
_FLAGGED = re.compile(r"[- ]flag(?:ged)? (?:[\w-]+ ){0,2}(?:ship|vessel|tanker|carrier|freighter|ferry|trawler|boat|barge|yacht) $")
_REACH = 40  # characters before a ship's name in which its flag is told ("the Liberian-flagged tanker MV ...")


def ship(words: str) -> bool:
    """Whether words are a ship's name, by the prefix, behind an article or a flag."""
    prefix, _, rest = _bare(words).partition(" ")
    if not rest[:1].isupper() or not (prefix in _NAVIES or prefix in _MERCHANT):
        return False
    return prefix != "INS" or rest.split()[0].lower() not in described_by()  # "INS Commissioner Ana Rey": an agency of that name


def flagged(before: str) -> bool:
    """Whether the words right before a name say that it is a ship under some flag: "the Liberian-flagged container ship"."""
    return _FLAGGED.search(before) is not None


def naval(words: str) -> bool:
    """Whether words are the name of a ship of a navy or coast guard."""
    return ship(words) and _bare(words).partition(" ")[0] in _NAVIES


def flag(words: str, before: str = "") -> str | None:
    """The ISO alpha-3 code of the state whose a ship is by its name or its flag, told in its words or right before them."""
    prefix = _bare(words).partition(" ")[0]
    sentence = before[-_REACH:].rpartition(". ")[2]
    told = [match[1] for match in (*_FLAG.finditer(sentence), *_FLAG.finditer(words))]
    return (state_called(told[-1]) if told else None) or _NAVIES.get(prefix) or None


def _bare(words: str) -> str:
    return _FLAG.sub("", words.strip().removeprefix("the ").removeprefix("The ")).strip()

"""Which Georgia a text means: the state in the Caucasus, or that of the United States, which English writes with the same word.

The first has an adjective of its own, so that "a Georgia judge" is of the second, as is a text that tells of its towns, counties and neighbours.
"""

from __future__ import annotations

import re
from functools import lru_cache

NAME, _COUNTRY = "Georgia", "U.S."
_ANY = re.compile(rf"\b{NAME}\b")
_ABROAD = re.compile(
    r"\b(?:Tbilisi|Georgians?|Abkhaz\w*|(?:North|South) Osseti\w*|Saakashvili|Shevardnadze|Ivanishvili|Margvelashvili|Zourabichvili|Garibashvili"
    r"|Kobakhidze|Gamsakhurdia|Cauca\w+|Gori|Batumi|Kutaisi|Sukhumi|Tskhinvali|Poti|Zugdidi|Rustavi|Armenia\w*|Azerbaijan\w*|Black Sea|Soviet)\b"
)
_AT_HOME = re.compile(
    r"\b(?:Atlanta|Savannah|Macon|(?:Fulton|Cobb|DeKalb|Gwinnett|Clayton|Chatham) County|Kemp|Raffensperger|Warnock|Ossoff|Loeffler|Gov(?=\.)"
    r"|Alabama|Tennessee|(?:North|South) Carolina"
    rf"|{NAME}(?:['’]s)? (?:Tech|Bureau|Gov|Sen|Rep|General Assembly|House|Senate|State|Supreme Court|National Guard|Republicans?|Democrats?"
    r"|Secretary of State|(?:[a-z]+ )?(?:attorney|church|clerk|college|congress(?:man|woman)|convict|county|driver|father|governor|grand jury"
    r"|high school|inmate|judge|jur(?:y|ors?)|legislators?|legislature|man|men|mother|primary|resident|runoffs?|senators?|sheriff|student"
    r"|teacher|teen|teenager|troopers?|woman|women)))\b"
)
_POLITICS = re.compile(r"\b(?:Republicans?|Democrats?|GOP|FBI|Congress)\b")
_EAST = re.compile(r"\b(?:Russia\w*|Moscow|Kremlin|NATO|European Union|EU)\b")


@lru_cache(maxsize=32)
def american(text: str) -> bool:
    """Whether the Georgia of a text is that of the United States."""
    if not _ANY.search(text) or _ABROAD.search(text):
        return False
    return bool(_AT_HOME.search(text) or (_POLITICS.search(text) and not _EAST.search(text)))


def elsewhere(words: str) -> str:
    """Words with the name of the country for that of the state: whose people and bodies these are by the tables."""
    return _ANY.sub(_COUNTRY, words)


def at_home(words: str, written: str) -> str:
    """Words that `elsewhere` gave for what was `written`, with the name as it was; where both names stand there they stay."""
    return words if _COUNTRY in written else words.replace(_COUNTRY, NAME)

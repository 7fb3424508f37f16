"""Which strike: one of workers, or one that kills. The text model has read of few of the second that no word before them tells ("an air strike")."""

from __future__ import annotations

import re

_KILLS = (
    r"(?:kill(?:s|ed|ing)?|led to the deaths?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|destroy(?:s|ed|ing)?|flatten(?:s|ed|ing)?|level(?:s|l?ed|l?ing)"
    r"|gutted|maim(?:s|ed|ing)?|demolish(?:es|ed|ing)|damag(?:es|ed|ing)|tore|ripped|obliterated)"
)
# "A strike on a market killed 40 people", "strikes that have destroyed a bridge".
_BEHIND = re.compile(
    rf"(?:\s(?:on|against|in|near|at|outside|late|early|overnight|that|which|also|had|has|have|reportedly|\w+day)\b[^.;:\n]{{0,70}}?|,)?\s{_KILLS}\b"
)
# "Ten people were killed in an Israeli strike", "killed by the strike".
_BEFORE = re.compile(
    r"\b(?:killed|wounded|injured|destroyed|flattened|levelled|leveled|damaged|died|dead|deaths)\s(?:in|by|after)\s(?:[\w’'.-]+\s){0,4}$"
)
# Of what and whose strikes none is an attack, right before the word.
_NO_ATTACK = re.compile(
    r"\b(?:lightning|bird|hunger|general|rail|railway|bus|transport|school|student|teachers?|nurses?|doctors?|workers?|miners?|drivers?|dock(?:ers)?"
    r"|prison(?:ers)?|fuel|taxi|wildcat|sit-down|nationwide|national|indefinite|solidarity|labou?r|(?:day|week|hour)(?:[- ]long)?|walkout and)"
    r"(?:['’]s?)?[-\s]$",
    re.IGNORECASE,
)
# No explosion, which may be an accident's.
_ATTACK = re.compile(
    r"(?:[\w’'-]+ )*?(?:attacks?|raids?|(?:fire|car |suicide )?bomb(?:ings?|s)?|shelling|ambush(?:es)?|bombardments?"
    r"|shootings?|gunfire|clashes|fighting|gunbattles?|firefights?|(?:air ?)?strikes?)",
    re.IGNORECASE,
)


def deadly(text: str, start: int, end: int) -> bool:
    """Whether the words `start` to `end` of a sentence are of an attack that behind them kills or destroys: "an attack on a convoy killed nine"."""
    return _ATTACK.fullmatch(text, start, end) is not None and _BEHIND.match(text, end) is not None


def kills(text: str, start: int, end: int) -> bool:
    """Whether the words `start` to `end` of a sentence are of a strike that kills or destroys.

    >>> kills("A strike on a market killed 40 people.", 2, 8)
    True
    >>> kills("A strike by nurses shut the clinic.", 2, 8)
    False
    """
    if not re.fullmatch(r"strikes?", text[start:end], re.IGNORECASE) or _NO_ATTACK.search(text, 0, start):
        return False
    return bool(_BEHIND.match(text, end) or _BEFORE.search(text, 0, start))

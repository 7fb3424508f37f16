"""Acronyms said as words, which British papers and those of the Commonwealth write with one capital: "Nato", "Asean", "Farc"."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.actor.heard import common
from detente.actor.plain import plain
from detente.mention.gender import given

_LETTERS = 4  # in a shorter one each letter is said ("UN"), but for a few that the tables have as names ("Eta")
# It can be said: vowels, no more than two consonants in a row, and no two at its beginning that no English word begins with.
_SAID = re.compile(
    r"(?=.*[aeiou])(?!.*[^aeiouy]{3})(?!.*[aeiou]{3})(?:[aeiouy]|[^aeiouy][aeiouy]|[bcfgp][lr]|[dt]r|[kps]l|kr|s[hkmnptw]"
    r"|t[hw]).*",
    re.IGNORECASE,
)
# What people and places are called, or words of other languages that are names elsewhere.
_NAMES = frozenset(
    "Adra Akel Amia Anel Arena Arsa Asis Biff Cira Cisa Cosco Dans Disk Echo Fema Feto Insa Irena Juif Kanu Kapo Laaf Lucha Lurd Macc Mena Meti Milf"
    " Mois Nabu Nema Nisa Niss Ocha Pame Peta Pide Rusi Sadr Samim Sapo Sica Simi Supo Udar Unir Unison Utica".split()
)


@lru_cache(maxsize=1 << 10)
def said_as_word(name: str) -> bool:
    """Whether letters with one capital may be an acronym that is said as a word.

    >>> said_as_word("Nato"), said_as_word("Icbl"), said_as_word("Disk")
    (True, False, False)
    """
    if len(name) < _LETTERS or name in _NAMES or not _SAID.fullmatch(name):
        return False
    return not (common(name) or plain(name) or given(name))

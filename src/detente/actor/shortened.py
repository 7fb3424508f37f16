"""Shortened forms written out: abbreviations that a text introduces in brackets, and abbreviated titles before a name."""

from __future__ import annotations

import re
from functools import lru_cache

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&-]{0,6}[A-Z]s?")
_BRACKETED = re.compile(rf"\(({_ABBREVIATION.pattern})\)")
_BRACKETS = re.compile(r"(?<!\s)\s*\([A-Z][A-Za-z&-]{0,7}[A-Z]s?\)?$")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SMALL = frozenset("a an and at by de del des du et for in la las los of on the to y".split())
_MOST = 10  # words
_TITLES = {
    "Adm": "Admiral", "Amb": "Ambassador", "Atty": "Attorney", "Brig": "Brigadier", "Capt": "Captain", "Cllr": "Councillor", "Cmdr": "Commander",
    "Col": "Colonel", "Const": "Constable", "Cpl": "Corporal", "Det": "Detective", "EAM": "External Affairs Minister", "FM": "Foreign Minister",
    "Gen": "General", "Gov": "Governor", "Insp": "Inspector", "Lt": "Lieutenant", "Maj": "Major", "Pres": "President", "Prof": "Professor",
    "Rep": "Representative", "Reps": "Representatives", "Rev": "Reverend", "Sec": "Secretary", "Sen": "Senator", "Sens": "Senators",
    "Sgt": "Sergeant", "Supt": "Superintendent", "UNSG": "UN Secretary-General", "VP": "Vice President",
}  # fmt: skip
# Ministries by their letters, of the state that stands before them ("the Russian MoD", "Ukraine's MFA").
_MINISTRIES = {
    "MoD": "Ministry of Defence", "MFA": "Ministry of Foreign Affairs", "MoFA": "Ministry of Foreign Affairs", "MoI": "Ministry of the Interior",
}  # fmt: skip
_MINISTRY = re.compile(rf"(?<![Tt]he )(?<=\w )({'|'.join(_MINISTRIES)})\b")
_TITLE = re.compile(rf"\b({'|'.join(sorted(_TITLES, key=len, reverse=True))})\.?(?= (?:of )?[A-Z])")


def written_out(mention: str) -> str:
    """A mention with its titles in full and without the abbreviation that it introduces ("Gov. Ada Mills", "Sgt Ruiz", "the Oil Board (OB)")."""
    if mention.endswith(")") or "(" in mention:
        mention = _BRACKETS.sub("", mention)
    mention = _MINISTRY.sub(lambda found: _MINISTRIES[found[1]], mention)
    return _TITLE.sub(lambda found: _TITLES[found[1]], mention)


@lru_cache(maxsize=8)
def bracketed(text: str) -> frozenset[str]:
    """All that may be an abbreviation between brackets; a long text is not searched whole for every mention in it."""
    return frozenset(_BRACKETED.findall(text)) if "(" in text else frozenset()


@lru_cache(maxsize=1 << 12)
def introduced(abbreviation: str, text: str) -> str | None:
    """The name that a text gives before an abbreviation in brackets ("the Oil Workers' League (OWL)"), if its initials spell it.

    A simple form of Schwartz and Hearst (2003): the capitals of the name's words, from the last to the first.
    """
    if not _ABBREVIATION.fullmatch(abbreviation):
        return None
    at = text.find(f"({abbreviation})")
    if at < 0:
        return None
    before = text[max(at - 120, 0) : at].rpartition("\n")[2]
    return _spelling(abbreviation, [(word.start(), word[0]) for word in _WORD.finditer(before)][-_MOST:], before)


_LARGE = re.compile(r"(?<![\w’'.-])[A-Z][\w’'-]+(?: (?:(?:of|for|the|and|de|du|des|al) )?[A-Z][\w’'-]+){2,5}")


@lru_cache(maxsize=8)
def spelled(text: str) -> dict[str, str]:
    """The names of three words and more that a text writes large, by their initials ("RSF": "Rapid Support Forces")."""
    found: dict[str, str] = {}
    for run in _LARGE.finditer(text):
        words = run[0].split(" ")
        for first in range(len(words) - 2):
            initials = "".join(word[0] for word in words[first:] if word[0].isupper())
            if words[first][0].isupper() and len(initials) > 2:
                found.setdefault(initials, " ".join(words[first:]))
    return found


def _spelling(abbreviation: str, words: list[tuple[int, str]], before: str) -> str | None:
    """The shortest end of a text whose words begin with the letters of an abbreviation in order, small words passed over."""
    letters = [letter.casefold() for letter in abbreviation if letter.isupper()]
    for start, word in reversed(words):
        if word.casefold() in _SMALL:
            continue
        parts = [part[:1].casefold() for part in word.split("-") if part]
        if not word[:1].isupper() or not letters or letters[-1] not in parts:
            return None
        while parts and letters and letters[-1] == parts[-1]:
            parts.pop()
            letters.pop()
        if not letters:
            return before[start:].strip()
    return None

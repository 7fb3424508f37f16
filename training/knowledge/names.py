"""Names of people as the sources print them ("Vladimir Vladimirovich PUTIN", "AMIR `ABDULLAH") in their usual spelling."""

from __future__ import annotations

import re
import unicodedata

PARTICLES = {"de", "da", "dos", "das", "do", "del", "van", "von", "al", "el", "bin", "ibn", "bint", "der", "la", "le", "du", "di", "ould", "ben"}
# Ranks, honorifics and words of titles that stand before a name and are no part of it.
TITLES = {"jr", "sr", "gen", "col", "dr", "lt", "maj", "capt", "brig", "adm", "general", "colonel", "major", "captain", "marshal",
    "sheikh", "shaykh",
          "sheik", "king", "queen", "amir", "emir", "sultan", "emperor", "prince", "princess", "crown", "hojatolislam", "hojjat",
          "ayatollah", "sir", "dame",
          "tuanku", "ratu", "samdech", "grand", "chief", "cardinal", "archbishop", "lord", "mr", "mrs", "ms", "president", "presidents", "prime",
          "minister", "ministers", "vice", "co-vice", "deputy", "first", "second", "third", "acting", "interim", "transitional", "caretaker",
          "chairman", "chairperson", "chair", "sac", "premier", "premiers", "also", "duke", "senior", "tun", "datuk", "dato", "seri",
          "the", "of", "and",
          "council", "government", "state", "affairs", "commission", "national", "for", "safeguarding", "safeguard", "homeland", "republic",
          "islamic", "people's", "assembly", "supreme", "house", "representatives", "speaker", "interior", "defense", "oil", "foreign", "kingdom",
          "executive", "elect", "president-elect", "governor", "admiral", "rear", "air", "commodore", "field", "patriarch", "emeritus",
          "his", "her",
          "highness", "majesty", "pope", "leader", "hm", "hrh", "doctor", "engineer", "professor", "lieutenant", "brigadier"}  # fmt: skip
# States where the family name stands first.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG", "MAC", "SGP"}
# States whose names are used in full: middle words are no second given names.
FULL_NAMES = {"CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HKG", "SGP", "LAO", "MMR", "THA", "MYS", "IDN", "BRN", "TLS", "MNG", "BTN", "MDV", "BGD",
              "SAU", "ARE", "QAT", "KWT", "BHR", "OMN", "YEM", "IRQ", "SYR", "JOR", "LBN", "EGY", "SDN", "LBY", "TUN", "DZA", "MAR", "MRT", "SOM",
              "DJI", "COM", "PSE", "AFG", "ETH", "ERI", "SMR", "GNB", "CPV"}  # fmt: skip
DYNASTIES = {"SAU", "ARE", "QAT", "KWT", "BHR", "OMN", "JOR", "MAR", "BRN", "MYS"}
# Sounds that transliterations write in several ways.
_SPELLINGS = (("mohammed", "muhammad"), ("mohamed", "muhammad"), ("mohammad", "muhammad"), ("muhammed", "muhammad"), ("abdallah",
    "abdullah"), ("ou", "u"),
              ("oo", "u"), ("ee", "i"), ("y", "i"), ("kh", "h"), ("q", "k"), ("ei", "e"), ("ie", "e"), ("w", "v"), ("j", "i"))  # fmt: skip
NUMERAL = re.compile(r"[IVX]+")
_CUT = re.compile(r'"[^"]*"|\([^)]*\)?|\bserving as .*| - .*|\bacting\b.*|\bappointed\b.*|\bfollowing\b.*|,.*|\bsince\b.*|\btenure\b.*|\bwho\b.*')


def key(name: str) -> str:
    """Return a comparison key without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z]", "", plain)
    for old, new in _SPELLINGS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain)


def surname_key(name: str, country: str) -> str:
    """Return the key of the family name with the first letter of what stands beside it."""
    words = name.split()
    if not words:
        return ""
    if country in DYNASTIES:  # one family rules, its members differ in what stands before its name
        given = [key(word) for word in words if word.lower() not in PARTICLES]
        return "/".join(given[:1]) + "/" + "".join(given[1:2])[:3]
    at = 0 if country in FAMILY_FIRST else -1
    while at == -1 and len(words) > 2 and (NUMERAL.fullmatch(words[-1]) or words[-1].lower().rstrip(".") in {"jr", "sr"}):
        words = words[:-1]
    other = words[1] if at == 0 and len(words) > 1 else words[0]
    return key(words[at]) + "/" + key(other)[:1]


def cased(name: str) -> str:
    """Turn "VLADIMIR PUTIN" or "Bashar al-ASAD" into their usual spelling; Roman numerals and initials stay."""
    words = []
    for i, word in enumerate(name.replace("_", " ").replace("`", "").split()):
        if i and word.lower() in PARTICLES:
            words.append(word.lower())
        elif i and NUMERAL.fullmatch(word) or "." in word[:-1]:
            words.append(word)
        else:
            parts = re.split(r"([-'’])", word)
            words.append("".join(_part(part, index, parts, bool(i)) for index, part in enumerate(parts)))
    return " ".join(words)


def _part(part: str, index: int, parts: list[str], later: bool) -> str:
    if index == 0 and later and len(parts) > 1 and part.lower() in PARTICLES:
        return part.lower()
    if index >= 2 and parts[index - 1] in "'’" and len(parts[index - 2]) > 2:
        return part.lower() if part.isupper() and len(part) < 3 else part.capitalize() if part.isupper() else part  # N'Djamena's, Sid'Ahmed
    return part.capitalize() if part.isupper() or (not later and index == 0) else part


def bare(name: str, country_words: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a name without titles before it, words of its country's name, and what a source says after it."""
    words = _CUT.sub(" ", name).replace("_", " ").split()
    while words and (words[0].strip(".,;/").lower() in TITLES or words[0].strip(",") in country_words or words[0].islower()
                     and words[0].lower() not in PARTICLES):  # fmt: skip
        words = words[1:]
    return [word for word in words if word.rstrip(".").lower() not in {"jr", "sr", "gen", "col", "dr", "sir"}]


def forms(name: str, country: str, country_words: frozenset[str] = frozenset()) -> list[str]:
    """Return the usual name and its other forms; the Factbook writes surnames in capitals and middle names in full."""
    words = bare(name, country_words)
    upper = [i for i, w in enumerate(words) if w.isupper() and len(w) > 1 and w[1] != "." and not (i and NUMERAL.fullmatch(w))]
    full = cased(" ".join(words))
    if not words or len(upper) == len(words) or not upper or upper[0] == 0:
        return [full] if full else []
    at = upper[0]
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    last = upper[-1] + 1
    short = cased(" ".join([words[0], *words[at:last]]))
    plain = at == upper[0] and len(words) > at + 1 and words[at].lower() not in PARTICLES
    lone = cased(f"{words[0]} {words[at]}") if plain else full
    best = full if country in FULL_NAMES else short
    return list(dict.fromkeys((best, full, short, lone)))

"""Spans of place names in a text: capitalised names the gazetteer knows, told from people, governments and common words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from detente import knowledge
from detente.knowledge.folding import fold
from detente.where.gazetteer import Candidate, candidates, known

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_COMMA = re.compile(r",\s+")
_BETWEEN = re.compile(r"[,;:()\"“”\n]")
# Words after which a name is a place and not its government.
LOCATIVE = {"in", "into", "inside", "across", "throughout", "within", "near", "around", "outside", "at", "off", "from", "along", "via",
            "through", "beyond", "toward", "towards", "onto", "entering", "entered", "leaving", "left", "reached", "visited", "visit",
            "visiting", "leave", "enter", "reach", "crossed", "cross", "surrounded", "besieged", "shelled", "bombed", "reaching", "abandoned"}  # fmt: skip
_MOTION = {"flew", "fly", "flying", "travelled", "traveled", "travel", "trip", "went", "go", "going", "returned", "return", "returning", "fled",
           "flee", "deported", "sent", "moved", "arrived", "bound", "journey", "tour", "way", "came", "come", "drove", "road", "march", "marched",
           "flight", "headed", "visit", "transferred", "spread", "route", "shipped", "brought", "taken", "border", "access"}  # fmt: skip
_OF = {"city", "town", "village", "port", "province", "state", "region", "district", "capital", "island", "suburb", "outskirts", "north", "south",
       "east", "west", "streets", "coast", "side", "part", "parts", "kilometres", "kilometers", "km", "miles", "northeast", "northwest", "southeast",
       "southwest", "centre", "center", "area", "areas", "residents", "siege", "out", "thirds", "most", "half", "third", "much", "rest", "valley", "airport", "all", "territory", "border", "mayor", "governor"}  # fmt: skip
_TITLE = {"mr", "mrs", "ms", "dr", "sir", "president", "minister", "general", "colonel", "captain", "judge", "senator", "king", "queen", "prince",
          "princess", "chancellor", "secretary", "spokesman", "spokeswoman", "spokesperson", "ambassador", "major", "sergeant", "father", "bishop",
          "sheikh", "professor", "leader", "inspector", "commander", "lieutenant", "envoy", "mp", "lawyer", "driver", "teacher", "miss", "lady", "lord"}  # fmt: skip
_TAIL = {"province", "region", "district", "county", "city", "state", "airport", "port", "governorate", "oblast", "prefecture", "island"}
_COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "downtown", "greater"}
_FUNCTION = {"the", "in", "at", "on", "to", "from", "of", "for", "and", "but", "as", "by", "with", "near", "outside", "after", "before", "when",
             "while", "both", "across", "around", "inside", "into", "between", "meanwhile", "since", "until", "against", "that"}  # fmt: skip
_NEVER = {"western", "eastern", "northern", "southern", "central", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
          "july", "august", "september", "october", "november", "december", "north", "south", "east", "west", "union", "police", "university",
          "army", "church", "general", "park", "bank", "mission", "hospital", "sunrise", "liberty", "of", "man", "born", "most",
          "young", "summit", "college", "orange", "centre", "victory", "progress", "independence", "enterprise", "opportunity"}  # fmt: skip
_COMMON_SIZE = 200_000
_LONGEST = 4


def find_known(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans (half-open, code points) of place names within sentences, in order, without overlap.

    A country or capital counts only in a place's function ("in Kenya", "the capital of Chad", a dateline, "Mombasa, Kenya"), since it
    else acts as its government; other names count where no title, given name or surname stands next to them.
    """
    lowered = set(re.findall(r"(?<![\w-])[a-z]{3,}(?![\w-])", text))
    found: list[tuple[int, int]] = []
    for start, end in sentences:
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text, max(0, start), min(len(text), end))]
        at = 0
        while at < len(tokens):
            size = _match(text, tokens, at, lowered)
            if size and text[tokens[at][0]].isupper() and _dateline(text, tokens[at][0], tokens[at + size - 1][1]):
                size += _country_after(text, tokens, at + size)
            chained = size == 0 and bool(found) and _COMMA.fullmatch(text, found[-1][1], tokens[at][0])
            size = _chained(text, tokens, at, candidates(text[slice(*found[-1])])) if chained else size
            if size:
                found.append((tokens[at][0], _without_possessive(text, tokens[at][0], tokens[at + size - 1][1])))
            at += size or 1
    return tuple(found)


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if end - start > 3 and text[end - 2 : end] in {"'s", "’s"} else end


def _match(text: str, tokens: list[tuple[int, int]], at: int, lowered: set[str]) -> int:
    """Return the number of tokens of the place name that begins at a token, or 0."""
    if not text[tokens[at][0]].isupper():
        return 0
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        start, end = tokens[at][0], _without_possessive(text, tokens[at][0], tokens[at + size - 1][1])
        name = text[start:end]
        if not text[tokens[at + size - 1][0]].isupper() or _BETWEEN.search(name):
            continue
        key = fold(name)
        if not known(key) or key in _NEVER or key in _demonyms():
            continue
        options = candidates(name)
        if options and _is_place(text, tokens, at, size, name, options, lowered):
            return size
    return 0


@lru_cache(maxsize=1)
def _demonyms() -> frozenset[str]:
    """Adjectives of states, some of which are names of towns too."""
    names = {fold(row.form) for row in knowledge.state_names() if row.kind in ("name", "capital", "historic")}
    return frozenset(fold(row.form) for row in knowledge.state_names() if row.kind == "adjective") - names


def _is_place(
    text: str, tokens: list[tuple[int, int]], at: int, size: int, name: str, options: Sequence[Candidate], lowered: set[str]
) -> bool:
    before = text[tokens[at - 1][0] : tokens[at - 1][1]] if at else ""
    gap = text[tokens[at - 1][1] : tokens[at][0]] if at else "\n"
    if at and set(gap) & set('.!?:\n"“–—-'):
        before, gap = "", "\n"
    earlier = text[tokens[at - 2][0] : tokens[at - 2][1]].casefold() if at > 1 else ""
    last = tokens[at + size - 1][1]
    if _dateline(text, tokens[at][0], last):
        return True
    if name.isupper() and len(name) < 5:
        return False
    located = gap.isspace() and _locative(before.casefold(), earlier)
    adjoins = gap.strip() == "" and before[:1].isupper() and "\n" not in gap
    if adjoins and before.casefold() not in _COMPASS | _FUNCTION and not _possessive(before):
        return False
    if before.casefold().rstrip(".") in _TITLE and gap.isspace():
        return False
    if _name_follows(text, tokens, at + size, last):
        return False
    acting = any(c.entry.level == "C" or c.entry.capital for c in options if c.main)
    if located or (re.match(r",\s+[A-Z]", text[last : last + 4]) and _place_after(text, tokens, at + size, options)):
        return True
    if acting or before.casefold() in _COMPASS and acting:
        return before.casefold() in _COMPASS
    size_needed = _COMMON_SIZE if not before or fold(name) in lowered or len(name) < 5 else 0
    return max(c.entry.population for c in options) >= size_needed and fold(name) not in lowered and any(c.main for c in options)


def _locative(before: str, earlier: str) -> bool:
    if before in LOCATIVE:
        return True
    if before == "to":
        return earlier in _MOTION
    if before == "of":
        return earlier in _OF
    return before in _COMPASS or before == "the" and earlier in LOCATIVE


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _name_follows(text: str, tokens: list[tuple[int, int]], after: int, last: int) -> bool:
    """Whether the next word makes it part of another name ("Paris Okello", "London Bridge Group")."""
    if after >= len(tokens) or _possessive(text[tokens[after - 1][0] : tokens[after - 1][1]]):
        return False
    start, end = tokens[after]
    return text[last:start] == " " and text[start].isupper() and text[start:end].casefold() not in _TAIL


def _place_after(text: str, tokens: list[tuple[int, int]], after: int, options: Sequence[Candidate]) -> bool:
    """Whether the country or division of a town is named right after it and a comma."""
    countries = {c.entry.country for c in options if c.entry.level != "C"}
    for size in range(min(3, len(tokens) - after), 0, -1):
        name = text[tokens[after][0] : _without_possessive(text, tokens[after][0], tokens[after + size - 1][1])]
        if any(c.entry.level in {"C", "A"} and c.main and c.entry.country in countries for c in candidates(name)):
            return True
    return False


def _country_after(text: str, tokens: list[tuple[int, int]], after: int) -> int:
    """Return the number of words of a country or division after a dateline's town and a comma: both are one span there."""
    if after < len(tokens) and re.fullmatch(r",\s?", text[tokens[after - 1][1] : tokens[after][0]]):
        return _chained(text, tokens, after, candidates(text[tokens[after - 1][0] : tokens[after - 1][1]]))
    return 0


def _chained(text: str, tokens: list[tuple[int, int]], at: int, town: Sequence[Candidate]) -> int:
    """Return the size of a country or division that follows a place and a comma ("Mombasa, Kenya"), or 0."""
    countries = {c.entry.country for c in town if c.entry.level != "C"}
    for size in range(min(3, len(tokens) - at), 0, -1):
        name = text[tokens[at][0] : _without_possessive(text, tokens[at][0], tokens[at + size - 1][1])]
        wider = (c.entry for c in candidates(name) if c.main and c.entry.level in {"C", "A"})
        if text[tokens[at][0]].isupper() and "\n" not in name and any(e.country in countries for e in wider):
            return size
    return 0


def _dateline(text: str, start: int, end: int) -> bool:
    """Whether a name stands in capitals at the start of a paragraph, before a comma, bracket or dash ("NAIROBI, May 5")."""
    if text[start:end] != text[start:end].upper() or end - start < 4:
        return False
    begins = start == 0 or text[:start].rstrip(" ").endswith("\n")
    return begins and bool(re.match(r"\s*(?:,|\(|[-–—])", text[end : end + 4]))

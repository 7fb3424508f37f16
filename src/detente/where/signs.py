"""Signs by which a capitalised name is a place here, or a person, a government, or a common word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente import knowledge
from detente.knowledge.folding import fold
from detente.where.gazetteer import known
from detente.where.names import demonyms

Extent = tuple[int, int]
# Words after which a name is a place and not its government; after the weaker ones it may be a person, too ("from", "visited").
_PLAIN = {"in", "inside", "across", "throughout", "around", "outside", "near", "onto", "into"}
LOCATIVE = _PLAIN | {
    "abandoned", "along", "at", "besieged", "beyond", "bombed", "cross", "crossed", "enter", "entered", "entering", "from", "leave",
    "leaving", "left", "off", "reach", "reached", "reaching", "shelled", "surrounded", "through", "toward", "towards", "via", "visit",
    "visited", "visiting", "within",
}  # fmt: skip
_MOTION = {
    "access", "arrived", "border", "bound", "brought", "came", "come", "deported", "drove", "fled", "flee", "flew", "flight", "fly",
    "flying", "go", "going", "headed", "journey", "march", "marched", "moved", "return", "returned", "returning", "road", "route",
    "sent", "shipped", "spread", "taken", "tour", "transferred", "travel", "traveled", "travelled", "trip", "visit", "way", "went",
}  # fmt: skip
_OF = {
    "airport", "all", "area", "areas", "border", "capital", "center", "centre", "city", "coast", "district", "east", "governor",
    "half", "island", "kilometers", "kilometres", "km", "mayor", "miles", "most", "much", "north", "northeast", "northwest", "out",
    "outskirts", "part", "parts", "port", "province", "region", "residents", "rest", "side", "siege", "south", "southeast",
    "southwest", "state", "streets", "suburb", "territory", "third", "thirds", "town", "valley", "village", "west",
}  # fmt: skip
_TOWNS = {"city", "town", "village", "suburb", "port"}
TITLES = {
    "ambassador", "bishop", "brother", "capt", "captain", "chancellor", "coach", "col", "colonel", "commander", "daughter", "deputy",
    "detective", "dr", "driver", "envoy", "father", "gen", "general", "gov", "husband", "inspector", "judge", "justice", "king",
    "lady", "lawyer", "leader", "lieutenant", "lord", "lt", "major", "mayor", "minister", "miss", "mp", "mr", "mrs", "ms", "officer",
    "pope", "president", "prince", "princess", "professor", "queen", "rep", "rev", "saint", "secretary", "sen", "senator", "sergeant",
    "sgt", "sheikh", "sheriff", "sir", "sister", "son", "spokesman", "spokesperson", "spokeswoman", "teacher", "wife",
}  # fmt: skip
_TAIL = {"province", "region", "district", "county", "city", "state", "airport", "port", "governorate", "oblast", "prefecture", "island"}
COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "downtown", "greater"}
FUNCTION = {
    "across", "after", "against", "and", "around", "as", "at", "before", "between", "both", "but", "by", "for", "from", "in", "inside",
    "into", "meanwhile", "near", "of", "on", "outside", "since", "that", "the", "to", "until", "when", "while", "with",
}  # fmt: skip
NEVER = {
    "apr", "april", "army", "atlantic", "aug", "august", "avenue", "bank", "beach", "big", "bishop", "born", "center", "central",
    "centre", "christian", "christmas", "church", "city", "college", "commerce", "congress", "council", "county", "dec", "december",
    "democrat", "deputy", "eagle", "east", "easter", "eastern", "english", "enterprise", "eu", "european union", "far east", "feb",
    "february", "federal", "french", "friday", "general", "god", "grand", "herald", "high school", "hill", "hills", "hospital",
    "house", "independence", "islam", "jan", "january", "java", "jesus", "judge", "jul", "july", "jun", "june", "justice", "king",
    "lake", "liberty", "man", "mar", "march", "may", "media", "metro", "midwest", "mission", "monday", "most", "national", "new",
    "north", "north sea", "northeast", "northern", "northwest", "nov", "november", "oct", "october", "of", "old", "opportunity",
    "orange", "pacific", "park", "parliament", "police", "post", "prince", "progress", "public", "queen", "red cross", "republic",
    "river", "road", "royal", "santa", "santa claus", "saturday", "secretary", "section", "senate", "sep", "sept", "september",
    "sheriff", "south", "southeast", "southern", "southwest", "spring", "st patrick", "star", "state", "street", "summit", "sun",
    "sunday", "sunrise", "superior", "thursday", "times", "town", "trinity", "tuesday", "union", "university", "victory", "village",
    "wednesday", "west", "western", "white house", "young",
}  # fmt: skip
_SPEAKS = re.compile(
    r"\s+(?:said|says|told|added|adds|asked|who|whose|replied|wrote|noted|explained|recalled|testified|pleaded|believes?|thinks?|joked)\b"
)
# Words are bounded, since one of quotation marks and capitals would be tried from each of its letters on.
_FULL_NAME = re.compile(r"(?<![\w.])[^\W\d_a-z][\w'’.-]{0,40}(?: [^\W\d_a-z][\w'’.-]{0,40}){1,3}")
_PLAIN_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+$")


@lru_cache(maxsize=1)
def institutions() -> frozenset[str]:
    """Folded names that stand for a government or an organisation."""
    seats = {fold(row.form) for row in knowledge.state_names() if row.kind == "seat"}
    return frozenset(seats | {fold(name) for one in knowledge.organisations() if one.kind for name in (one.name, *one.aliases)})


def surnames(text: str) -> frozenset[str]:
    """Last words of full names in a text ("Ada Berlin"), folded, which then may stand alone for a person."""
    return frozenset(_surnames(text))


def _surnames(text: str) -> Iterator[str]:
    for match in _FULL_NAME.finditer(text):
        words = match.group().split()
        while len(words) > 1 and words[0].casefold() in FUNCTION:
            words = words[1:]
        last = words[-1].removesuffix("'s").removesuffix("’s").rstrip(".")
        if len(words) < 2 or _no_given_name(words[-2]) or not _PLAIN_NAME.match(last):
            continue
        if not known(fold(" ".join((*words[:-1], last)))) and not known(fold(f"{words[-2]} {last}")):
            yield fold(last)


def _no_given_name(word: str) -> bool:
    """Whether a word before a place's name says nothing of a person ("Russian Belgorod", "on Monday Goma", "northern Mali")."""
    key = fold(word)
    return key in COMPASS | FUNCTION | NEVER or key in demonyms()


def locative(before: str, earlier: str) -> bool:
    """Whether the word before a name, and the one before that, make it a place."""
    if before in LOCATIVE:
        return True
    if before == "to":
        return earlier in _MOTION
    if before == "of":
        return earlier in _OF
    return before in COMPASS or before == "the" and earlier in LOCATIVE


def plainly(before: str, earlier: str) -> bool:
    """Whether they do so even where the name is a small village's."""
    return before in _PLAIN or before in COMPASS and earlier in LOCATIVE or before == "of" and earlier in _TOWNS


def speaks(text: str, end: int) -> bool:
    """Whether somebody named up to `end` speaks."""
    return bool(_SPEAKS.match(text, end))


def possessive(word: str) -> bool:
    """Whether a word ends in 's."""
    return word.endswith(("'s", "’s"))


def name_follows(text: str, tokens: Sequence[Extent], after: int, last: int) -> bool:
    """Whether the next word makes it part of another name ("Paris Okello", "London Bridge Group")."""
    if after >= len(tokens) or possessive(text[tokens[after - 1][0] : tokens[after - 1][1]]):
        return False
    start, end = tokens[after]
    return text[last:start] == " " and text[start].isupper() and text[start:end].casefold() not in _TAIL


def dateline(text: str, start: int, end: int) -> bool:
    """Whether a name stands in capitals at the start of a paragraph, before a comma, bracket or dash ("NAIROBI, May 5")."""
    if text[start:end] != text[start:end].upper() or end - start < 4:
        return False
    begin = start
    while begin and text[begin - 1] == " ":
        begin -= 1
    begins = start == 0 or text[begin - 1 : begin] == "\n"
    return begins and bool(re.match(r"\s*(?:,|\(|[-–—])", text[end : end + 4]))

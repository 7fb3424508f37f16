"""Of what kind an outlet is, and which of those named a text calls by its kind: "told the agency", "the newspaper said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from detente import knowledge
from detente.actor.lexicon import lookup
from detente.actor.press import ADJECTIVE, CAPITAL, KIND, KINDS, MASTHEAD, UPPER

MOST_BACK = 30  # outlets named before that are asked for one of a kind
# Where somebody tells or is told, a kind alone is an outlet that was named: "told the agency", "reached by telephone by the weekly".
_NEAR = re.compile(
    r"\b(?:told|tells?|telling|according to|(?:interview(?:ed)?|conversation) (?:with|by|in|on|to)"
    r"|(?:quoted|cited|carried|published|printed|aired|broadcast|read(?: out)?|reported)(?: on \w+day)? (?:by|in|on)"
    r"|(?:reached|contacted|asked|seen|obtained)(?: by (?:tele)?phone| on \w+day)? by"
    r"|(?:said|statement|remarks|comments|message|letter|e-?mail|spoke|spoken|speaking|confirmed|denied|wrote|writing) (?:to|in|on)) $"
)
_BACK = 40  # code points, more than such words take
_WHOSE = rf"(?:(?:same|state|private|national|official|semi-official|{ADJECTIVE}) ){{0,2}}"
_OWNED = re.compile(r"(?:state|private|national|official|semi-official)\b")  # such a one may be none of those named
_TELLS = re.compile(
    r"(?: (?:has|had|also|later|earlier|itself))*,?"
    r" (?:said|says|report(?:s|ed)|wrote|writes|quot(?:es|ed|ing)|cit(?:es|ed|ing)|add(?:s|ed)|learn(?:s|ed|t))\b"
)
# "The agency said" may be of another agency, "the newspaper said" is hardly of another thing.
_PRESS = re.compile(
    rf"{_WHOSE}(?:{KINDS['paper']}|(?:news|press) agency|broadcaster|(?:radio|television|TV) (?:station|channel|network)"
    r"|news (?:website|site|portal|outlet))"
)
_AGAIN = re.compile(rf"\b[Tt]he (?:(?P<land>(?!{ADJECTIVE}){CAPITAL}) )?({_WHOSE}{KIND})\b(?! [{UPPER}]| [a-z]+\d| (?:of|for)\b)")
_KIND_OF_WORD = {kind: re.compile(rf"{words}$") for kind, words in KINDS.items()}
# Words of a name that tell the kind.
_IN_NAME = {
    "station": re.compile(r"\b(?:TV\w*|[Tt]elevi\w+|[Rr][aá]d[iy]o\w*|FM|Channel|Canal|Kanal|Cadena|Broadcasting|Voice)\b|(?:TV|FM)\b"),
    "agency": re.compile(r"\b(?:[Aa]gency|Agence|Agencia|Agência|\w*[Ww]ire|(?:News|Press) Service)\b"),
    "paper": re.compile(rf"\b(?:{MASTHEAD}|Daily|Express|Mirror|Star|Sun|Argus|Guardian|Globe|[Nn]ewspaper)\b"),
}
_OF_ROW = {"agency": {"agency"}, "paper": {"paper"}, "broadcaster": {"station"}, "state": {"agency", "station", "paper"}}
Named = TypeVar("Named", bound=tuple[int, int, str, str | None])


@lru_cache(maxsize=1)
def _rows() -> dict[str, str]:
    return {row.name: row.kind for row in knowledge.outlets()}


@lru_cache(maxsize=1024)
def kinds(name: str) -> frozenset[str]:
    """The kinds ("paper", "agency", "station") that an outlet may be of, by its name or the tables; empty where nothing tells.

    A page of the web may be anybody's, so that "site" is none of them; those that are nothing else pass for papers.
    """
    return frozenset({kind for kind, word in _IN_NAME.items() if word.search(name)} | _OF_ROW.get(_rows().get(name, ""), set()))


def meant(word: str, named: Sequence[Named], *, sure: bool = False) -> Named | None:
    """The outlet that a word for a kind means among those named before: the last that may be of that kind, or None.

    Args:
        word: a kind as the text has it, without its article ("state news agency").
        sure: only one that is known to be of the kind.
    """
    kind = next((kind for kind, words in _KIND_OF_WORD.items() if words.search(word)), "")
    before = named[-MOST_BACK:]
    if sure:
        return next((one for one in reversed(before) if kind in (of := kinds(one[2])) or (kind == "site" and of <= {"paper"})), None)
    return next((one for one in reversed(before) if kind == "site" or kind in (of := kinds(one[2])) or not of), None)


def again(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, Named]]:
    """Where a text calls one of its outlets by its kind alone, with the outlet; `named` is in order."""
    for match in _AGAIN.finditer(text) if named else ():
        land, word = match["land"], match[2]
        states = states_of(land) if land else set()
        tells = (states or _PRESS.fullmatch(word)) and _TELLS.match(text, match.end())
        if (land and not states) or not (tells or _NEAR.search(text, max(match.start() - _BACK, 0), match.start())):
            continue
        at = bisect_left(named, match.start(), key=itemgetter(0))
        before = [one for one in named[max(at - MOST_BACK, 0) : at] if not land or one[3] in states]
        if one := meant(word, before, sure=bool(land or _OWNED.match(word))):
            yield match.start("land" if land else 2), match.end(2), one


def states_of(word: str) -> set[str]:
    """The states, as ISO 3166 alpha-3 codes, whose adjective or name a word is."""
    return {entry.code for entry in lookup(word) if entry.kind == "state"}

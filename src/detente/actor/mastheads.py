"""Outlets by the short names that a text gives them after it named them in full: "the Times", "CNA"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from detente.actor.kinds import Named
from detente.actor.lexicon import lookup
from detente.actor.press import MASTHEAD, UPPER

# The last word of a title, by which a paper is called once it was named: "the Times" of "The Tarn Times".
_LAST = (
    rf"(?:{MASTHEAD}|Monitor|Weekly|Express|Mirror|Star|Sun|Argus|Advertiser|Review|Register|Independent|Guardian|Globe|Mercury|Messenger|Nation"
    r"|Voice|Beacon|Clarion|Spectator|News)"
)
_CALLED = re.compile(rf"\b[Tt]he ((?:[{UPPER}]\w+ )?{_LAST})\b(?! (?:of )?[{UPPER}])")
_TITLE = re.compile(rf"{_LAST}$")
_INITIALS = re.compile(r" \(([A-Z]{2,6})\)")
_LETTERS = re.compile(r"(?<![\w(-])([A-Z]{2,6})(?![\w-])")
MOST_BACK = 200  # outlets named before


def shortened(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, Named]]:
    """Where a text calls one of its outlets by the end of its title or by initials that it gave; with the outlet. `named` is in order."""
    ends: dict[str, list[Named]] = {}
    initials: dict[str, list[Named]] = {}
    for one in named:
        words = text[one[0] : one[1]].split()
        if len(words) > 1 and _TITLE.search(words[-1]):
            for first in range(max(len(words) - 2, 1), len(words)):
                ends.setdefault(" ".join(words[first:]), []).append(one)
        for letters in _letters(words, text[max(one[0] - len("The "), 0) : one[0]] == "The "):
            initials.setdefault(letters, []).append(one)
        if (given := _INITIALS.match(text, one[1])) and not _a_state(given[1]):
            initials.setdefault(given[1], []).append(one)
            yield *given.span(1), one
    for known, pattern in ((ends, _CALLED), (initials, _LETTERS)):
        for match in pattern.finditer(text) if known else ():
            same = known.get(match[1], [])
            if before := bisect_left(same, match.start(1) - 1, key=itemgetter(1)):
                yield *match.span(1), same[before - 1]


def _letters(words: Sequence[str], titled: bool) -> set[str]:
    """The initials of a title, of its words with a capital and of all, with its article (`titled`) and without, three at least and nobody else's."""
    first = ["".join(word[0] for word in words if word[0].isupper()), "".join(word[0] for word in words).upper()]
    forms = {*first, *(f"T{letters}" for letters in first if titled)} if len(words) > 1 else set()
    return {letters for letters in forms if len(letters) > len("TV") and _LETTERS.fullmatch(letters) and not _a_state(letters)}


def _a_state(letters: str) -> bool:
    """Whether letters behind a title say where the outlet is and are no name of it ("the Guardian (UK)", "Euronews (EU)")."""
    return any(entry.kind in ("state", "org") for entry in lookup(letters))


def in_full(name: str, named: Sequence[Named]) -> str:
    """The full name of the outlet last named whose title ends with a name, else the name itself."""
    short = f" {name.removeprefix('The ')}".casefold()
    return next((one[2] for one in reversed(named[-MOST_BACK:]) if one[2].casefold().endswith(short)), name)

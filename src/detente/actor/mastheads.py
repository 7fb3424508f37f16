"""Outlets by the short names that a text gives them after it named them in full: "the Times", "CNA"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from detente.actor.press import UPPER

# The last word of a title, by which a paper is called once it was named: "the Times" of "The Tarn Times".
_LAST = (
    r"(?:Times|Post|Gazette|Herald|Courier|Tribune|Dispatch|Mail|Chronicle|Observer|Journal|Bulletin|Standard|Telegraph|Echo|Monitor|Examiner"
    r"|Ledger|Sentinel|Inquirer|Weekly|Express|Mirror|Star|Sun|Argus|Advertiser|Review|Register|Independent|Guardian|Globe|Mercury|Messenger|Nation"
    r"|Voice|Beacon|Clarion|Spectator|News)"
)
_CALLED = re.compile(rf"\b[Tt]he ((?:[{UPPER}]\w+ )?{_LAST})\b(?! (?:of )?[{UPPER}])")
_TITLE = re.compile(rf"{_LAST}$")
_INITIALS = re.compile(r" \(([A-Z]{2,6})\)")
Named = TypeVar("Named", bound=tuple[int, int, str, str | None])


def shortened(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, Named]]:
    """Where a text calls one of its outlets by the end of its title or by initials that it gave; with the outlet. `named` is in order."""
    titled = [one for one in named if _TITLE.search(text, one[0], one[1]) and " " in text[one[0] : one[1]]]
    for match in _CALLED.finditer(text) if titled else ():
        if one := _last(text, titled, match[1], match.start(1)):
            yield *match.span(1), one
    for one in named:
        if given := _INITIALS.match(text, one[1]):
            for match in re.finditer(rf"(?<![\w(-]){given[1]}(?![\w-])", text[given.end() :]):
                yield given.end() + match.start(), given.end() + match.end(), one


def in_full(name: str, named: Sequence[Named]) -> str:
    """The full name of the outlet last named whose title ends with a name, else the name itself."""
    short = f" {name.removeprefix('The ')}".casefold()
    return next((one[2] for one in reversed(named) if one[2].casefold().endswith(short)), name)


def _last(text: str, titled: Sequence[Named], short: str, before: int) -> Named | None:
    """The outlet named in full last before an offset, whose title ends so."""
    fitting = (one for one in reversed(titled) if one[1] < before and text[one[0] : one[1]].endswith(f" {short}"))
    return next(fitting, None)

"""Who wrote a text and from where: bylines, credits at the end, and the place of the dateline, which all tell nothing of the story."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.text.turns import LARGE

_HEAD = 1200  # code points within which the text begins to tell
_WHO = r"(?:reporters?|correspondents?|writers?|editors?|staff|desk|bureau(?:x| report)?|team|agencies)"
_WORK = r"(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|translat(?:ion|ed)|photo(?:s|graphs?|graphy)?|graphics?|posted|words)"
# "By Ana Duarte", "By our correspondent in Lima", "Exclusive by ...": a line of its own, with no full stop.
_BY = re.compile(
    rf"\W*(?:(?:(?:exclusive|{_WORK}) )?by:? (?:(?-i:{LARGE})|(?:our|an?|the) .*\b{_WHO}\b)|from our .*\b{_WHO}\b)[^\n]{{0,90}}", re.IGNORECASE
)
# "Staff Reporter", "Ana Duarte, Our Correspondent, Lima".
_POST = re.compile(rf"\W*(?:[^\n,]{{2,40}}, )?(?:(?:our|own|staff|special|senior|chief) )*{_WHO}(?:, [^\n,]{{2,30}})?\W*", re.IGNORECASE)
_CREDIT = re.compile(
    rf"\W*(?:(?:additional|with|further|more) )?{_WORK}\b(?P<how>[^\n]{{0,30}}?) by (?P<whom>[^\n•|]{{2,200}})(?:[•|][^\n]{{0,200}})?", re.IGNORECASE
)
# What a credit has beside names, so that "Reported attacks by rebels fell" is none: particles of names and these.
_BESIDE = re.compile(
    rf"{_WHO}|{_WORK}|additional|further|more|our|own|special|senior|chief|wires?|services?|reports?|the|an?|and|with|in|at|of|for|from|on|to|by"
    r"|d|d[aeiou]|d[aeo]s|d[ae]l|della|la|le|l|van|von|der|den|ter|ten|zu|bin|bint|ibn|al|el|y|e|s"
)
_OPENING = re.compile(r"(?<![\w’'])[^\W\d_]+")
_DATELINE = re.compile(
    rf"[ \t*_]*(?P<place>{LARGE}(?:{LARGE}|[’'. -]){{2,40}}(?:, [^\n,()–—:]{{2,30}})?)(?: \([^()\n]{{2,50}}\))? (?:[–—]|--?) "
)
_LINE = re.compile(r"[^\W\d_][^\n]{2,40}$", re.MULTILINE)
_ENDED = (".", "!", "?", ":", ",", ";")


@lru_cache(maxsize=2)
def bylines(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the lines that say who wrote, edited or drew, and of the first dateline's place, in text order; the first line is a title."""
    found: list[tuple[int, int]] = []
    start, placed = text.find("\n") + 1, False
    while 0 < start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip()
        if _credits(line) or not line.endswith(_ENDED) and (_BY.fullmatch(line) or start < _HEAD and _POST.fullmatch(line)):
            after = _LINE.match(text, end + 1)  # "City Hall Reporter" under the name
            end = after.end() if after and not after[0].endswith(_ENDED) else end
            found.append((start, end))
        elif not placed and start < _HEAD and (dateline := _DATELINE.match(line)):
            found.append((start, start + dateline.end("place")))
            placed = True
        start = end + 1
    return tuple(found)


def _credits(line: str) -> bool:
    """Whether a line says by whom a text is written, edited or drawn: all words of it that are no part of a name are those of such lines."""
    found = _CREDIT.fullmatch(line)
    words = _OPENING.findall(f"{found['how']} {found['whom']}") if found else ()
    return bool(found) and all(not word[0].islower() or _BESIDE.fullmatch(word) for word in words)

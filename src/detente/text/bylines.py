"""Who wrote a text and from where: bylines, credits at the end, and the place of the dateline, which all tell nothing of the story."""

from __future__ import annotations

import re
from functools import lru_cache

_HEAD = 1200  # code points within which the text begins to tell
_WHO = r"(?:reporters?|correspondents?|writers?|editors?|staff|desk|bureau(?:x| report)?|team|agencies)"
_WORK = r"(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|translat(?:ion|ed)|photo(?:s|graphs?|graphy)?|graphics?|posted|words)"
# "By Ana Duarte", "By our correspondent in Lima", "Exclusive by ...": a line of its own, with no full stop.
_BY = re.compile(
    rf"\W*(?:(?:(?:exclusive|{_WORK}) )?by:? (?:(?-i:[A-Z])|(?:our|an?|the) .*\b{_WHO}\b)|from our .*\b{_WHO}\b)[^\n]{{0,90}}", re.IGNORECASE
)
# "Staff Reporter", "Ana Duarte, Our Correspondent, Lima".
_POST = re.compile(rf"\W*(?:[^\n,]{{2,40}}, )?(?:(?:our|own|staff|special|senior|chief) )*{_WHO}(?:, [^\n,]{{2,30}})?\W*", re.IGNORECASE)
_CREDIT = re.compile(rf"\W*(?:(?:additional|with|further|more) )?{_WORK}\b[^\n]{{0,30}}? by [^\n]{{2,200}}", re.IGNORECASE)
_DATELINE = re.compile(r"[ \t*_]*(?P<place>[A-Z][A-Z’'. -]{2,40}(?:, [^\n,()–—:]{2,30})?)(?: \([^()\n]{2,50}\))? (?:[–—]|--?) ")
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
        if _CREDIT.fullmatch(line) or not line.endswith(_ENDED) and (_BY.fullmatch(line) or start < _HEAD and _POST.fullmatch(line)):
            after = _LINE.match(text, end + 1)  # "City Hall Reporter" under the name
            end = after.end() if after and not after[0].endswith(_ENDED) else end
            found.append((start, end))
        elif not placed and start < _HEAD and (dateline := _DATELINE.match(line)):
            found.append((start, start + dateline.end("place")))
            placed = True
        start = end + 1
    return tuple(found)

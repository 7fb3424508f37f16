"""Content spans: the text model's, brought to the ends of their clauses, and what stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from detente.attribution.extent import behind_dateline
from detente.attribution.quotes import Quotation
from detente.event.scene import Scene

CONTENT_WORDS = 3
_NEAR_END = 60
_WHEN = re.compile(r"\s+(?:when|as|after|before|while|during|in|on|at|to|about|adding|according|referring)\b")
# What tells the beginning of a sentence from a clause that is said in it.
_BREAK = re.compile(r"[,;:“”\"‘’()—–]|\b(?:while|after|before|when|if|because|but|and)\b", re.IGNORECASE)
# Where the clause of what is said ends: a mark, or a comma with a word that goes on with something else.
CLAUSE_END = re.compile(r"[;“”\"]|:\s|,\s(?=(?:and|but|although|though|while|whereas|as|which|who|adding|with)\b)|[.!?]?$")


def contents(
    text: str, scenes: Sequence[Scene], quotes: Sequence[Quotation], spoken: Sequence[Sequence[tuple[int, int]]]
) -> list[tuple[tuple[int, int], Quotation | None]]:
    """Content spans in text order: the model's, widened to the quotation marks in them, and quotations by themselves.

    `spoken` are the cues of each sentence.
    """
    spans: list[tuple[int, int]] = []
    for scene, near in zip(scenes, spoken, strict=True):
        contents = scene.reading.spans.get("content", ())
        if not contents:
            continue
        cues = [(cue[0] - scene.start, cue[1] - scene.start) for cue in near]
        whole = [(_clause_start(scene.text, c.start, cues), _clause_end(scene.text, (c.start, c.end), cues)) for c in contents]
        spans += [(scene.start + s, scene.start + e) for s, e in _apart(whole) if _says_something(scene.text[s:e])]
    found: list[tuple[tuple[int, int], Quotation | None]] = []
    for quote in quotes:
        here = slice(bisect_right(spans, quote.start, key=itemgetter(1)), bisect_left(spans, quote.end, key=itemgetter(0)))
        around = spans[here]  # spans are in text order and do not overlap
        wider = [s for s in around if s[0] < quote.opened - 1 or (s[1] > quote.shut + 1 and not _asked(text, quote))]
        if not wider:
            found.append(((quote.start, quote.end), quote))
            spans[here] = []
        else:
            spans[here] = [(around[0][0], max(around[-1][1], quote.end))]
    return sorted([*found, *((span, None) for span in spans)], key=lambda item: item[0])


def _asked(text: str, quote: Quotation) -> bool:
    """Whether a whole quotation is followed by when and where it was said: "“We will see,” when asked about the vote"."""
    return quote.closed and text[quote.end - 1] in ",.!?…" and bool(_WHEN.match(text, quote.shut))


def _clause_start(text: str, start: int, cues: Sequence[tuple[int, int]]) -> int:
    """The start of a sentence that is told before its cue, where the model marks all but its first words; behind a dateline."""
    if start < (opening := behind_dateline(text)):
        return opening
    before = text[:start]
    bare = before.strip() and not _BREAK.search(before) and not any(s < start for s, _ in cues)
    return len(before) - len(before.lstrip()) if bare else start


def _clause_end(text: str, content: tuple[int, int], cues: Sequence[tuple[int, int]]) -> int:
    """The end of the clause in which the model's content breaks off; what precedes its cue ends at the next comma."""
    start, end = content
    if not text[end:].strip() or text[end].strip() in (",", ";", ".", "”", '"', "!", "?") or text[end - 1] in "”\"":
        return end
    later = min((s for s, e in cues if s >= end), default=len(text))
    if any(e <= start for _, e in cues):
        found = CLAUSE_END.search(text, end)
        stop = found.start() if found else len(text)
    else:
        comma = text.find(",", end)
        stop = comma if 0 <= comma < min(later, end + _NEAR_END) else end
    return stop if end < stop <= later else end


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of one sentence, those that now overlap as one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def _says_something(words: str) -> bool:
    """Whether a content span outside quotation marks is more than a scrap of a noun phrase."""
    return len(words.split()) >= CONTENT_WORDS or '"' in words or "“" in words

"""Which spans that were taken for the content of a statement are none, seen from its cue and its quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Draft
from detente.attribution.extent import LEAST
from detente.attribution.subjects import led_from

_ASKED = re.compile(
    r"\s*(?:\w+,?\s+)?(?:when |after |on |upon )?(?:being )?(?:asked|speaking|pressed|questioned|in an?|in his|in her|referring|responding|at)\b",
    re.IGNORECASE,
)
# What the article sets against what is said, or tells of where it was said.
_AGAINST = re.compile(
    r"\s(?=in (?:an?|his|her) (?:[\w-]+ ){0,2}interview (?:with|on|to|published)\b)"
    r"|(?:,|\s[—–-]{1,2})\s(?=(?:though|although|however|compared (?:to|with)|whereas)\b"
    r"|(?:in|during) (?:an?|his|her|their) (?:[\w-]+ ){0,2}interview\b"
    r"|(?:in|according to) (?:remarks|comments) (?:carried|aired|broadcast|published)\b)"
)
NEAR = 20  # characters
_RIGHT_AFTER = re.compile(r"[,:]?\s+(?:[“\"‘]|'')")
_GOES_ON = re.compile(r"(?:[,:;.!?…—–-]|\band|\bbut|\bthat)\s*(?:[“\"‘]|'')?\s*$")
_THAT = re.compile(r"\s+(?:\w+\s+){0,4}?that\s+(?=\S)")
_CLAUSE_END = re.compile(r"[;]\s|\s—|,\s(?=(?:but|although|though|while|whereas|which|who|adding|according)\b)|[.!?]?[”\"’']*$")


def end_clauses(draft: Draft) -> None:
    """End what is said, outside quotation marks, where the article goes on: "..., though Lima denied it", "..., in an interview with Reuters"."""
    for number, (start, end) in enumerate(draft.parts):
        if (start, end) in draft.quoted or draft.cue is None or end <= draft.cue[0]:
            continue
        first = start - draft.scene.start
        found = _AGAINST.search(draft.scene.text, first, end - draft.scene.start) if first >= 0 else None
        words = draft.scene.text[first : found.start()] if found else ""
        if len(words.split()) >= LEAST and words.count("“") == words.count("”") and words.count('"') % 2 == 0:
            draft.parts[number] = (start, start + len(words.rstrip()))


def hold_told(drafts: Sequence[Draft]) -> None:
    """Let what is said reach over what somebody is said to have said in it: "The paper wrote that Obura had told Lima to wait"."""
    together: dict[int, list[Draft]] = {}
    for draft in drafts:
        together.setdefault(draft.scene.index, []).append(draft)
    for inner in drafts:
        if inner.cue is None or inner.speaker is None or len(inner.parts) != 1 or inner.parts[0][0] < inner.cue[1]:
            continue
        text, shift = inner.scene.text, inner.scene.start
        first = shift + led_from(text, inner.cue[0] - shift)
        for outer in together[inner.scene.index]:
            if outer is inner or not outer.parts or outer.cue is None or outer.cue[1] > inner.speaker.start:
                continue
            start, end = outer.parts[-1]
            told = start <= inner.speaker.start and first <= end <= inner.cue[0] and outer.parts[-1] not in outer.quoted
            if told or (start <= inner.speaker.start and inner.speaker.end <= end == first - 1):
                outer.parts[-1] = (start, inner.parts[0][1])


def settle_parts(draft: Draft) -> None:
    """Drop what stands in the cue's sentence beside a whole quotation, and give a clause with quoted scraps its whole length."""
    if draft.cue is None or not draft.parts:
        return
    scene, cue = draft.scene, draft.cue
    draft.parts.sort()
    here = [part for part in draft.parts if scene.start <= part[0] < scene.end]
    quoted = [part for part in here if part in draft.quoted]
    text = scene.text
    if len(here) > 1 and quoted:
        before = [part for part in quoted if part[1] <= cue[0] and text[part[1] - 1 - scene.start] in ",?!…"]
        after = [part for part in quoted if part[0] >= cue[1] and _RIGHT_AFTER.fullmatch(text, cue[1] - scene.start, part[0] - scene.start)]
        later = [part for part in here if before and part[0] >= cue[1]]
        loose = (part for part in later if not _GOES_ON.search(text[max(part[0] - scene.start - NEAR, 0) : part[0] - scene.start]))
        wrong = [*(part for part in later if part not in quoted), *loose]
        wrong += [part for part in here if after and part[1] <= cue[0] and part not in quoted and _ASKED.match(text[part[0] - scene.start :])]
        draft.parts = [part for part in draft.parts if part not in wrong]
    elif len(draft.parts) == 1 and quoted:
        _whole_clause(draft, quoted[0])


def _whole_clause(draft: Draft, part: tuple[int, int]) -> None:
    """ "told him that there was “much” to do": the content is the clause, not the quoted word in it."""
    scene, cue = draft.scene, draft.cue or (0, 0)
    text = scene.text
    found = _THAT.match(text, cue[1] - scene.start)
    if found is None or part[0] < scene.start + found.end() or text[found.end() : part[0] - scene.start].strip(" “\"‘'") == "":
        return
    ends = (match.start() for match in _CLAUSE_END.finditer(text, part[1] - scene.start))
    draft.parts = [(scene.start + found.end(), scene.start + max(next(ends, len(text)), part[1] - scene.start))]

"""Which way a time expression points: the tense of the verb that it goes with.

The nearest verb before the expression in its sentence decides, else the nearest after it: "is set to meet on
Wednesday, she announced on Monday" has one of each.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"] | None


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FUTURE = _words(
    """will shall 'll wo would should may might must plans plan planned planning scheduled schedule due slated
    set expected expects expect upcoming tomorrow intends vowed promised pledged deadline going
    start begin resume reopens begins starts opens meets ends expires closes arrives travels
    votes resumes visits ahead"""
)
_GOVERNS = _words(
    """agreed agree agrees decided wants want hopes hope hoped asked urged called ordered invited offered threatened
    ready likely about is are was were due set scheduled expected plans planned planning promised vowed pledged intends
    invitation proposal plan deal decision try seek seeks aims aim poised prepared preparing mandated"""
)
_PAST = _words(
    """said told met was were had has have been did went came took gave held made left led fell rose sent spoke wrote
    began broke brought built bought caught chose drew drove ate fought found flew got grew heard hit kept knew laid
    lost meant paid ran sat saw sold shot shut stood struck swore threw understood won withdrew became cut put thought
    says reads hurt dead overthrew rode sank shook stole taught tore wore wound bled fled sought beat bore"""
)
_SCHEDULED = _words("meet vote travel arrive resume reopen")  # "the two sides meet on Monday"
_CALLS = _words("call calls called calling set scheduled planned announced slated due convened fixed summoned invited ordered proposed expected")
_NOT_PAST = _words("need indeed embed hundred united speed feed exceed proceed succeed breed seed red bed")
_NO_VERB = _words("the a an this that his her its their our")
_MODAL = _words("will would shall should may might can must to 'll")
_BETWEEN = _words("be been being also not only soon then finally officially formally jointly never get")
_LOOSE = _words("by until till")  # a day that one waits for, whatever the tense of the rest
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|'ll|,|;")
_WINDOW = 400  # code points on either side; a clause is shorter


def tense_at(flat: str, start: int, end: int, sentence: tuple[int, int]) -> Tense:
    """Tense of the verb that the expression `start` to `end` goes with, or None where no verb tells."""
    before = [m.group().lower() for m in _WORD.finditer(flat, max(sentence[0], start - _WINDOW), start)]
    lead = before[-1] if before else ""
    if lead == "for" and not _CALLS.isdisjoint(before[-8:]):
        return "future"  # "has called a strike for Tuesday"
    if lead in _LOOSE:
        told = before[-8:] if len(before) > 1 else [m.group().lower() for m in _WORD.finditer(flat, end, min(sentence[1], end + 40))]
        return "past" if "had" in told else "future"
    found = next((cue for index in range(len(before) - 1, -1, -1) if (cue := _cue(before, index))), None)
    if found is None and lead != "before":
        after = [m.group().lower() for m in _WORD.finditer(flat, end, min(sentence[1], end + _WINDOW))]
        found = next((cue for index in range(len(after)) if (cue := _cue(after, index))), None)
    return found or ("future" if lead == "before" else None)


def _cue(words: list[str], index: int) -> Tense:
    word = words[index]
    if word == "to":
        governed = any(w in _GOVERNS for w in words[max(0, index - 4) : index])
        return "future" if governed and index + 1 < len(words) and words[index + 1] not in _NO_VERB else None
    if word == "set" and index and words[index - 1] in {"had", "has", "have"}:
        return "past"  # "had set out on Sunday", told apart from "is set to meet"
    if word == "could":
        return "past" if words[index + 1 : index + 2] == ["not"] else "future"
    if word in _FUTURE or (word in _SCHEDULED and not {"to", "not", "did"} & set(words[max(0, index - 1) : index])):
        return "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and "-" not in word and word not in _NOT_PAST):
        return _with_auxiliary(words, index)
    if word in {"is", "are"} and any(w.endswith("ing") for w in words[index + 1 : index + 3]):
        return "future"
    return None


def _with_auxiliary(words: list[str], index: int) -> Tense:
    """A participle after a modal or an infinitive ("will be freed", "to be held") points ahead."""
    back = index - 1
    while back >= 0 and words[back] in _BETWEEN:
        back -= 1
    return "future" if back >= 0 and words[back] in _MODAL else "past"

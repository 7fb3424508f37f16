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
    """will shall 'll wo would could should may might can must plans plan planned planning scheduled schedule due slated
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
_NOT_PAST = _words("need indeed embed hundred united speed feed exceed proceed succeed breed seed red bed")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|'ll|,|;")
_WINDOW = 400  # code points on either side; a clause is shorter


def tense_at(flat: str, start: int, end: int, sentence: tuple[int, int]) -> Tense:
    """Tense of the verb that the expression `start` to `end` goes with, or None where no verb tells."""
    before = [m.group().lower() for m in _WORD.finditer(flat, max(sentence[0], start - _WINDOW), start)]
    for index in range(len(before) - 1, -1, -1):
        found = _cue(before, index)
        if found:
            return found
    after = [m.group().lower() for m in _WORD.finditer(flat, end, min(sentence[1], end + _WINDOW))]
    for index in range(len(after)):
        found = _cue(after, index)
        if found:
            return found
    return None


def _cue(words: list[str], index: int) -> Tense:
    word = words[index]
    if word == "to":
        governed = any(w in _GOVERNS for w in words[max(0, index - 4) : index])
        return "future" if governed and index + 1 < len(words) and words[index + 1] not in _NO_VERB else None
    if word == "set" and index and words[index - 1] in {"had", "has", "have"}:
        return "past"  # "had set out on Sunday", told apart from "is set to meet"
    if word in _FUTURE:
        return "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST):
        return _with_auxiliary(words, index)
    if word in {"is", "are"} and any(w.endswith("ing") for w in words[index + 1 : index + 3]):
        return "future"
    return None


_NO_VERB = _words("the a an this that his her its their our")


def _with_auxiliary(words: list[str], index: int) -> Tense:
    """A participle after a modal or an infinitive ("will be freed", "to be held") points ahead."""
    for back in range(index - 1, max(-1, index - 4), -1):
        word = words[back]
        if word in {",", ";", "have", "had", "has", "said", "that"}:
            return "past"
        if word in {"will", "would", "shall", "could", "should", "may", "might", "can", "must", "to"}:
            return "future"
    return "past"

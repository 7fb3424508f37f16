"""Which way a time expression points: the tense of the verb that it goes with.

The nearest verb before the expression in its sentence decides, else the nearest after it: "is set to meet on
Wednesday, she announced on Monday" has one of each.
"""

from __future__ import annotations

import re
from typing import Literal

from detente.when import verbs

Tense = Literal["past", "future"] | None
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|'ll|,|;")
_WINDOW = 400  # code points on either side; a clause is shorter
_CLAUSE = 12  # words


def tense_at(flat: str, start: int, end: int, sentence: tuple[int, int]) -> Tense:
    """Tense of the verb that the expression `start` to `end` goes with, or None where no verb tells."""
    before = [m.group() for m in _WORD.finditer(flat, max(sentence[0], start - _WINDOW), start)]
    after = [m.group() for m in _WORD.finditer(flat, end, min(sentence[1], end + _WINDOW))]
    lead = before[-1].lower() if before else ""
    near = [word.lower() for word in before[-_CLAUSE:]]
    if (lead == "for" and not verbs.CALLS.isdisjoint(near)) or near[-3:] in (["as", "early", "as"], ["as", "soon", "as"]):
        return "future"  # "has called a strike for Tuesday"
    if lead == "since":
        return "past"
    if lead in verbs.LOOSE:
        return _deadline(near if len(before) > 1 else [word.lower() for word in after[:6]])
    opening = [word for word in near if word not in verbs.PREPOSITIONS][-1:]
    backward = (before, range(len(before) - 1, -1, -1))
    forward = (after, range(len(after)))
    sides = (forward, backward) if opening and opening[0] in verbs.PRONOUNS else (backward, forward)  # "who on Monday said"
    if lead == "before":
        sides = (backward,)  # type: ignore[assignment]
    found = next((cue for words, order in sides for index in order if (cue := _cue(words, index))), None)
    return found or ("future" if lead == "before" or _announces(before) else None)


def _deadline(told: list[str]) -> Tense:
    """What is due "by Friday" or lasts "until May" points ahead, unless it had been done by then."""
    if not verbs.AHEAD.isdisjoint(told):
        return "future"
    done = "had" in told and "to" not in told[told.index("had") :]
    return "past" if done or not verbs.LASTING.isdisjoint(told) else "future"


def _announces(words: list[str]) -> bool:
    """A headline without a finite verb: "Leaders to meet on Wednesday"."""
    pairs = zip(words, words[1:], strict=False)
    return any(word == "to" and following[0].islower() and following not in verbs.NO_VERB for word, following in pairs)


def _cue(words: list[str], index: int) -> Tense:
    word = words[index].lower()
    last = words[index - 1].lower() if index else ""
    following = words[index + 1] if index + 1 < len(words) else ""
    if word == "to":
        return _infinitive(words, index, following)
    if word == "set":
        return "past" if following.lower() not in ("to", "for") or last in ("had", "has", "have") else "future"
    if word == "could":
        return "past" if following.lower() == "not" else "future"
    if word in verbs.CALLED and words[-1].lower() == "on":
        called = [w.lower() for w in words[index + 1 :]]
        if called[0] in ("a", "an", "another") or (called[0] == "for" and not verbs.GATHERINGS.isdisjoint(called)):
            return "future"
    if word in verbs.FUTURE:
        alone = word in verbs.NOT_ALONE and following.lower() not in ("to", "a", "an", "another")
        noun = alone or (word in verbs.NOUNS and last in verbs.BEFORE_NOUN)
        return None if noun else "future"
    if word in verbs.SCHEDULED:
        return None if last in verbs.BEFORE_NOUN or last in ("to", "not", "did") else "future"
    if word in verbs.PAST or (len(word) > 4 and word.endswith("ed") and "-" not in word and word not in verbs.NOT_PAST):
        return _participle([w.lower() for w in words[max(0, index - _CLAUSE) : index]], word, following.lower())
    if word in {"is", "are"} and any(w.lower().endswith("ing") for w in words[index + 1 : index + 3]):
        return "future"
    return None


def _infinitive(words: list[str], index: int, following: str) -> Tense:
    """ "Agreed to meet on Monday", "invited all sides to talks on Monday" point ahead; "flew to Oslo on Monday" does not."""
    before = [word.lower() for word in words[max(0, index - 8) : index]]
    if not following or following[0].isupper():
        return None
    if following.lower() in verbs.NO_VERB or following.lower().endswith("s"):
        return "future" if not verbs.INVITED.isdisjoint(before) and not {"was", "were", "been"} & set(before) else None
    ahead = not verbs.GOVERNS.isdisjoint(before[-4:]) or not verbs.ABOUT_TO.isdisjoint(before[-1:]) or not verbs.ASKS.isdisjoint(before)
    return "future" if ahead else None


def _participle(before: list[str], word: str, following: str) -> Tense:
    """A participle after a modal or an infinitive ("will be freed", "to be held") points ahead, and so does "are released"."""
    last = before[-1] if before else ""
    if word.endswith("ed") and last in verbs.BEFORE_ADJECTIVE and following not in ("", ",", "by", "on"):
        return None  # "in closed session"
    while before and before[-1] in verbs.BETWEEN:
        before = before[:-1]
    if before and before[-1] in verbs.MODAL:
        return "future"
    return "future" if last in ("is", "are") and word not in verbs.STATIVE and word.endswith("ed") else "past"

"""The little English grammar that the sentences need: the first word of a verb phrase takes the tense.

Further verbs of a phrase that take it too are marked: `raid or ~seize property`.
"""

from __future__ import annotations

from collections.abc import Callable

_IRREGULAR = {
    "be": ("was", "being"),
    "hold": ("held", "holding"),
    "make": ("made", "making"),
    "give": ("gave", "giving"),
    "speak": ("spoke", "speaking"),
    "meet": ("met", "meeting"),
    "let": ("let", "letting"),
    "see": ("saw", "seeing"),
    "have": ("had", "having"),
    "put": ("put", "putting"),
    "go": ("went", "going"),
    "take": ("took", "taking"),
    "cut": ("cut", "cutting"),
    "spread": ("spread", "spreading"),
    "fight": ("fought", "fighting"),
    "beat": ("beat", "beating"),
    "commit": ("committed", "committing"),
    "say": ("said", "saying"),
    "begin": ("began", "beginning"),
    "set": ("set", "setting"),
    "send": ("sent", "sending"),
    "stop": ("stopped", "stopping"),
    "step": ("stepped", "stepping"),
    "expel": ("expelled", "expelling"),
    "withdraw": ("withdrew", "withdrawing"),
    "withhold": ("withheld", "withholding"),
    "come": ("came", "coming"),
}


def past(phrase: str, plural: bool = False) -> str:
    """`hold talks` -> `held talks`; `be held` -> `was held` or `were held`."""
    if phrase.startswith("be "):
        return ("were" if plural else "was") + phrase[2:]
    return _each(phrase, lambda verb: _IRREGULAR[verb][0] if verb in _IRREGULAR else _regular(verb))


def ing(phrase: str) -> str:
    """`hold talks` -> `holding talks`."""
    return _each(phrase, _going)


def base(phrase: str) -> str:
    """The phrase as it follows `to` or `may`."""
    return phrase.replace("~", "")


def be(plural: bool, before: bool = False) -> str:
    """The form of `be`: `is`, `are`, or with `before` `was`, `were`."""
    if before:
        return "were" if plural else "was"
    return "are" if plural else "is"


def _each(phrase: str, form: Callable[[str], str]) -> str:
    first, *rest = phrase.split(" ")
    return " ".join([form(first), *(form(word[1:]) if word.startswith("~") else word for word in rest)])


def _going(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][1]
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return f"{stem}ing"


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"

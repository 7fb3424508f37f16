"""The little English grammar that the sentences need: the first word of a verb phrase takes the tense."""

from __future__ import annotations

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
    "say": ("said", "saying"),
    "begin": ("began", "beginning"),
    "set": ("set", "setting"),
    "send": ("sent", "sending"),
    "stop": ("stopped", "stopping"),
    "come": ("came", "coming"),
    "deport": ("deported", "deporting"),
}


def past(phrase: str, plural: bool = False) -> str:
    """`hold talks` -> `held talks`; `be held` -> `was held` or `were held`."""
    verb, rest = _split(phrase)
    if verb == "be":
        return ("were" if plural else "was") + rest
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][0] + rest
    return _regular(verb) + rest


def ing(phrase: str) -> str:
    """`hold talks` -> `holding talks`."""
    verb, rest = _split(phrase)
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][1] + rest
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return f"{stem}ing{rest}"


def be(plural: bool, before: bool = False) -> str:
    """The form of `be`: `is`, `are`, or with `before` `was`, `were`."""
    if before:
        return "were" if plural else "was"
    return "are" if plural else "is"


def _split(phrase: str) -> tuple[str, str]:
    verb, space, rest = phrase.partition(" ")
    return verb, space + rest


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"

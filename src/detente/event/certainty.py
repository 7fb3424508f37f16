"""Words before and after an act that tell how real it is beyond doubt, where the model's status contradicts them.

Of the annotated events of the development and training splits that show a rule's words, nine in ten or more have its status.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from detente.records import Status

SURE = 0.9
_ADVERBS = r"(?:(?:\w+ly|also|now|soon|then|be|being|been)\s+){0,2}$"
_NOUNS = r"(?:\s+(?!(?:after|as|before|when|while|and|but)\b)[\w'’-]+){0,4}\s+$"
_IF = re.compile(r"[^.,;”\"]{0,80}?\b(?:if|unless|provided|on condition|as long as|only (?:if|once|when|after)|in return for|in exchange for)\b")
_NUMBER = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores)"
# "Four men, not three, were wounded" denies the figure, not the act.
CORRECTS = re.compile(rf"\b(?:and\s+)?not\s+(?:just\s+|only\s+)?{_NUMBER}\b[^,.;]{{0,20}},\s+(?:[\w’']+\s+){{0,3}}$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are)\s+(?:(?:\w+ly|now|still|also)\s+)?$")
_ING = re.compile(r"\w+ing\b")

# "Announced the arrest of six men" tells of what was done; "announced the deployment of troops" may be a plan.
_ANNOUNCED = re.compile(r"\b(?:announc|confirm|report)(?:ed|es|ing|s)\s+(?:the|an?|its|their)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_DONE = re.compile(r"(?:arrest|capture|killing|death|seizure|detention|conviction|interception|destruction)s?\b", re.IGNORECASE)


class Rule(NamedTuple):
    """After words that `before` finds at the act, a status of `not_` is in truth `status`."""

    before: re.Pattern[str]
    not_: frozenset[Status]
    status: Status


def _rule(before: str, not_: Sequence[Status], status: Status) -> Rule:
    return Rule(re.compile(before, re.IGNORECASE), frozenset(not_), status)


_FUTURE = re.compile(
    r"\b(?:will|shall|would|[’']ll|(?:promis|pledg|vow|agree|undert|offer)\w*\s+to|(?:ready|prepared|willing)\s+to)\s+" + _ADVERBS, re.IGNORECASE
)
_RULES = (
    _rule(
        r"\b(?:not|n[’']t|never|(?:declin|refus)\w+\s+to)\s+rul\w+\s+out" + _NOUNS,
        ("happened", "ongoing", "planned", "refused", "denied"),
        "possible",
    ),
    _rule(r"\brul(?:es?|ed|ing)\s+out" + _NOUNS, ("happened", "ongoing", "planned", "possible"), "refused"),
    _rule(
        r"\b(?:weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:es?|ed|ing)|consider(?:s|ed|ing)?|ponder(?:s|ed|ing)?)" + _NOUNS,
        ("happened", "ongoing", "planned", "refused"),
        "possible",
    ),
    _rule(r"\b(?:did|does|do|has|have|had|was|were)(?:\s+not|n[’']t|\s+never)\s+" + _ADVERBS, ("happened", "planned"), "denied"),
    _rule(r"\b(?:refus|declin)\w+\s+to\s+(?:be\s+)?$", ("happened", "planned", "possible"), "refused"),
    _rule(r"\bfail(?:s|ed|ing)?\s+to\s+(?:be\s+)?$", ("happened", "ongoing", "planned"), "refused"),
    _rule(r"\bthreaten(?:s|ed|ing)?\s+to\s+(?:be\s+)?$", ("happened", "ongoing", "planned", "possible"), "conditional"),
    _rule(r"\b(?:had|have|has)\s+(?:planned|intended|meant)\s+to\s+(?:be\s+)?$", ("happened", "ongoing"), "planned"),
    _rule(r"\b(?:was|were|had\s+been)\s+(?:due|scheduled|supposed|set)\s+to\s+(?:be\s+|have\s+)?$", ("happened", "ongoing"), "planned"),
    _rule(r"\b(?:is|are)\s+(?:now\s+|still\s+|currently\s+)?being\s+$", ("happened",), "ongoing"),
    _rule(r"\b(?:keeps?|kept|continu(?:es?|ed|ing)\s+to|ha(?:s|ve)\s+begun\s+to|begins?\s+to|still)\s+$", ("happened",), "ongoing"),
)


def settled(status: Status, odds: float, text: str, start: int, end: int) -> Status:
    """The status of the act at `start` to `end` of a sentence: the model's, or, unless its `odds` are high, what the words around it tell."""
    if status == "denied" and CORRECTS.search(text, 0, start):
        return "happened"
    if status == "planned" and _DONE.match(text, start) and _ANNOUNCED.search(text, 0, start):
        return "happened"
    if odds >= SURE:
        return status
    if status in ("planned", "possible") and _FUTURE.search(text, 0, start) and _IF.match(text, end):
        return "conditional"
    if status == "happened" and _ING.match(text, start) and _NOW.search(text, 0, start):
        return "ongoing"
    return next((rule.status for rule in _RULES if status in rule.not_ and rule.before.search(text, 0, start)), status)

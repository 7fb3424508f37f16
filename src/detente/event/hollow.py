"""Signs in a sentence that its words for an act tell of none: a rule that allows it, a habit, a name, a likeness.

They are no proof, so that `event.belief` weighs them. How much more often each stands beside a look-alike than beside an act: docs/text-model.md.
"""

from __future__ import annotations

import re

SIGNS = ("rule", "habit", "name", "likeness")
_LAW = (
    r"(?:(?:law|code|act|constitution|charter|rule|statute|ordinance|regulation|procedure|convention|decree|article|section)s?|treat(?:y|ies))"
)
_WORDS = r"(?:\s+[\w’'-]+)"
# "Under the mining code, the state may withdraw a licence": in two halves, as one
# expression would try every law with every word behind it
_MAY = re.compile(rf".*\b(?P<may>may|can|must|cannot|shall|might){_WORDS}{{0,3}}\s*$", re.IGNORECASE | re.DOTALL)
_UNDER = re.compile(rf"\b(?:under|by){_WORDS}{{0,6}}?\s+{_LAW}\b", re.IGNORECASE)
# "the Act gives the Minister power to suspend the board"
_GIVES = re.compile(
    rf"\b{_LAW}\b[^.;]{{0,40}}\b(?:gives?|allows?|lets?|permits?|forbids?|bars?|entitles?|empowers?|obliges?|requires?)\b[^.;]{{0,60}}$",
    re.IGNORECASE,
)
# "Firms routinely sue unions", but not "has never met", "often arrested them"
_HABIT = re.compile(
    rf"\b(?:often|routinely|usually|commonly|typically|regularly|sometimes|frequently|rarely|seldom|always|never)\b{_WORDS}{{0,2}}\s*$", re.IGNORECASE
)
_PAST = re.compile(rf"\b(?:was|were|had|has|have|been|did){_WORDS}{{0,4}}\s*$", re.IGNORECASE)
# "a mock attack", "as if besieged"
_LIKENESS = re.compile(rf"\b(?:like|as if|as though|so-called|mock|simulated|drills?|rehears\w+){_WORDS}{{0,4}}\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"])(?![AI]\s)[A-Z][\w’'-]*\s+(?:(?:of|and|for|the)\s+){0,2}$")
_NAME_BEHIND = re.compile(r"\s+(?:(?:of|and|for|the)\s+){0,2}[A-Z]")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
_TITLED = 0.8  # share of the longer words that have a capital


def signs(text: str, start: int, end: int) -> tuple[bool, bool, bool, bool]:
    """Which of `SIGNS` a sentence shows for the words `start` to `end` in it.

    >>> signs("Under the code, the state may withdraw a licence.", 30, 38)
    (True, False, False, False)
    >>> signs("The Strike Fund Committee met.", 4, 10)
    (False, False, True, False)
    """
    before, words = text[:start], text[start:end]
    habit = not words.endswith("ed") and bool(_HABIT.search(before)) and not _PAST.search(before)
    return _ruled(before), habit, _in_a_name(text, start, end), bool(_LIKENESS.search(before))


def _ruled(before: str) -> bool:
    """Whether a sentence up to its words for an act says what a rule allows."""
    allowed = _MAY.match(before)
    return bool(allowed and _UNDER.search(before, 0, allowed.start("may"))) or bool(_GIVES.search(before))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether the words have a capital beside another within a sentence, but not because all its words have."""
    if not text[start].isupper() or not any(map(str.isalpha, text[:start])):
        return False
    if not (_NAME_BEFORE.search(text, 0, start) or _NAME_BEHIND.match(text, end)):
        return False
    long = _LONG_WORD.findall(text)
    return len([word for word in long if word[0].isupper()]) < _TITLED * len(long)

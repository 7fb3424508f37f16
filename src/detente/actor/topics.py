"""What a text of a few sentences is about: politics, a game, a film or book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.actor.bearers import leaders
from detente.actor.lexicon import segments
from detente.actor.phrase import TITLE_KINDS
from detente.actor.vocabulary import GAME, MEETS_TOO, SAYING, STATECRAFT, WORKS
from detente.actor.words import fold, words

# A text of so few letters is about one thing, which so many words in a hundred tell.
SHORT = 600
_DENSE = 0.07
_MARKS = ".,;:!?'\"‘’“”()"
_SCORE = re.compile(
    r"\b(?:beat|beaten|won|lost|drew|draw|defeat|defeated|win|victory)\b[^.]*\b\d{1,3}-\d{1,3}\b|\b\d-\d (?:win|victory|defeat|draw)\b|\bsent off\b"
    r"|\b(?:field goals?|free throws?|(?:in|into|after|during|of) (?:extra|stoppage|injury) time|double overtime|home runs?)\b"
    r"|\b(?:missed|saved|converted|took) (?:a|the|his|her|their|two) penalt(?:y|ies)\b"
    r"|\bpenalty (?:spot|area|box|kicks?|shoot-?out)\b|\bscored (?:\d+|\w+) points\b|\bseventh game\b"
    r"|\b(?:won|lost) the toss\b|\bhit the (?:post|bar|crossbar|woodwork)\b"
    r"|\b(?:won|lost|beaten|eliminated|out|through) on penalties\b|\b(?:all|bowled) out for \d|\bby (?:an innings|\w+ wickets?|\w+ tries)\b"
    r"|\b(?:one|two|three|four|five|six|nil|goalless)-(?:nil|all)\b|\bclean sheet\b|\bfree kick\b|\bcorner kick\b"
    r"|\bin straight (?:sets|games)\b|\b(?:red|yellow) card\b|(?<![$€£.,\d])\b\d{2,3} for (?:\d|one|two|three|four|five|six|seven|eight|nine)"
    r"(?= (?:at|in|off|when|before|declared|overnight|by (?:lunch|tea|stumps|the close))\b|[,;)]|\.(?!\d)|$)"
)
# Whose roles make no politics of a text.
_NO_POLITICS = {(), ("CVL",), ("AGR",), ("LAB",), ("MED",), ("EDU",), ("BUS",)}


@lru_cache(maxsize=8)
def vocabulary(text: str) -> frozenset[str]:
    """The words of a text, which is asked about for each of its mentions."""
    return frozenset([word.strip(".,;:'\"") for word in text.casefold().split()])


def political(context: str, mention: str, *, roles: bool = True) -> bool:
    """Whether anything else in a text speaks of states, offices (but for `roles`), organisations or what they do."""
    plain = _without(mention, context)
    told = {word.strip(_MARKS) for word in plain.split()}
    if not SAYING.isdisjoint(told) or any(word[:1].isupper() and fold(word) in leaders() for word in _owners(told)):
        return True
    return any(s.kind in {"state", "org", "group", "person"} or (roles and s.role and s.role.kind in TITLE_KINDS
               and s.role.sectors[:1] not in _NO_POLITICS) for s in segments(words(plain)))  # fmt: skip


def _owners(told: set[str]) -> Iterator[str]:
    """Words without the ending of an owner."""
    return (word.removesuffix("'s").removesuffix("’s") for word in told)


def _without(mention: str, context: str) -> str:
    """A text without a mention, which may begin a sentence with a capital."""
    plain = context.replace(mention, " ")
    return plain.replace(mention.capitalize(), " ") if mention.islower() else plain


def title_of_work(context: str) -> bool:
    """Whether a text of a few sentences is about a film, book or series, whose title the words of an office may be."""
    return len(context) <= SHORT and not WORKS.isdisjoint(vocabulary(context))


def sport(context: str) -> bool:
    """Whether a text of a few sentences is about a game, where states are teams."""
    if len(context) > SHORT:
        return False
    plain = [word.strip(_MARKS).removesuffix("'s") for word in context.casefold().split()]
    if _SCORE.search(context):
        return True
    found = [word for word in plain if word in GAME]
    elsewhere = MEETS_TOO.issuperset(found) and not STATECRAFT.isdisjoint(plain)  # "in the final days of the election"
    return len(found) >= max(1, len(plain) * _DENSE) and not elsewhere

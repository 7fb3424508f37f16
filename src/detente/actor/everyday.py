"""Words for states, people and offices that in a short text of everyday life mean something else: a dish, a child, a film, a toy.

A text is one of everyday life if it has nothing of what states do (`political`) and either a word of food, family, play, art, animals or
weather or mostly words that political news seldom has: `data/news_words.tsv`, counted on corpus/train by `training/newswords.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from detente.actor.around import occurrences
from detente.actor.heard import news_words
from detente.actor.lexicon import Segment
from detente.actor.phrase import DETERMINERS, Phrase
from detente.actor.topics import SHORT, political, sport
from detente.actor.vocabulary import EVERYDAY, FICTION, HONOURS, OTHER_SENSE, WORKS
from detente.mention.gender import given as given_name

_ANY = EVERYDAY | FICTION | OTHER_SENSE | WORKS - {"fiction"}
NEWS_WORD = re.compile(r"(?<![\w'-])[a-z]{3,}(?!\w)")
# So many words of a text, and such a share of them, are seldom in political news; what most articles have tells nothing.
_SELDOM, _SHARE, _MOST = 2, 0.34, 0.55
_MOSTLY = 0.5  # the share for a word in lower case
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMES = {"state", "name", "person", "group", "org", "outlet"}
# Sectors of those who govern, judge and fight; others live everyday lives.
_IN_POWER = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "REB", "PRM"}
# What a name with an article is that ends there: a quarter, a ship, a river ("the Castro, the quarter with the flags").
_ENDS = re.compile(r"[,.;:]|$")
_FLOWS = re.compile(
    r"\b(?:burst its banks|navigable|downstream|upstream|riverbed|tributar(?:y|ies)|wade across|carries more water|river|waterfall"
    r"|(?:froze|frozen|freezes) over)\b"
)
_CHILD = re.compile(r"[^.;]*\b(?:she|he|herself|himself)\b")
_CALLED = re.compile(r"[^.;]*\b(?:she|he|herself|himself|her|his)\b")
_GIVEN = {"name", "capital"}
# Who speaks, and of what firms, tells nothing of politics where a text is of food or play.
_PLAIN = re.compile(r"\b(?:said|says|told|asked|reported|company|tested)\b")


def everyday(phrase: Phrase | None, context: str) -> bool:
    """Whether a mention that is one known word, or an office alone, stands in a short text in which nobody governs, fights or trades.

    Capitalised words are read so by any word of food, family, play, art, animals or weather (`EVERYDAY`); offices and soldiers in lower
    case only by one of stories, games and toys, or where most words are such as political news seldom has.
    """
    if phrase is None or phrase.tail or len(context) > SHORT:
        return False
    head = [s for s in phrase.head if s.text.casefold() not in DETERMINERS]
    only = head[-1] if head else None
    if only and len(head) == 2 and head[0].role and head[0].role.phrase in HONOURS and only.kind == "name":
        return _told(FICTION, context, f"{head[0].text} {only.text}")  # "Captain Ahab lost his leg to the whale"
    if only is None or len(head) != 1:
        return False
    if only.role and only.text.islower():
        ruling = not _IN_POWER.isdisjoint(only.role.sectors[:1])
        return _told(FICTION, context, only.text) or (ruling and _unheard(context, only.text, _MOSTLY))
    if only.kind == "state" and only.entry and only.entry.form == "seat" and len(only.words) > 1:
        return _told(WORKS, context, only.text) or _unheard(context, only.text)  # "The West Wing returns with a new season"
    if not only.text[:1].isupper() or len(only.words) > 1 or not (only.kind in _NAMES or only.role):
        return False
    return _everyday_word(only, context)


def _everyday_word(segment: Segment, context: str) -> bool:
    """Whether a capitalised word is none of politics; the name of a state or capital is a child's or a river's, too."""
    word, kind, entry = segment.text, segment.kind, segment.entry
    given = kind == "state" and entry is not None and entry.form in _GIVEN
    places = [start for start, _ in occurrences(word, context)]
    if given and any(_PLAIN.match(context, start + len(word) + 1) for start in places):
        return False  # a state that says something is one, whatever it speaks of ("France said its wine was safe")
    people = bool(segment.role and segment.entry and segment.entry.plural)  # "Unions", but a team too: "the Rebels"
    if _told(FICTION if people else _ANY, context, word) or sport(context) or (not people and _unheard(context, word)):
        return True
    articled = bool(places) and all(context[:start].endswith(("the ", "The ")) for start in places)
    if articled and kind == "name":
        return all(_ENDS.match(context, start + len(word)) for start in places)
    child = _CALLED if given_name(word) else _CHILD
    told = given and ((context.startswith(word) and child.match(context)) or (articled and _FLOWS.search(context)))  # "the Niger burst its banks"
    return bool(told) and not _political(context, word)


def _told(vocabulary: frozenset[str], context: str, word: str) -> bool:
    """Whether a text has a word of a vocabulary and nothing of politics."""
    return not vocabulary.isdisjoint(_words(context)) and not _political(context, word)


def _unheard(context: str, word: str, share: float = _SHARE) -> bool:
    """Whether a text is told in words that political news seldom has."""
    heard = news_words()
    telling = [one for one in NEWS_WORD.findall(_without(word, context)) if heard.get(one, 0.0) <= _MOST]
    seldom = sum(one not in heard for one in telling)
    return seldom >= _SELDOM and seldom >= share * len(telling) and not _political(context, word)


def _without(word: str, context: str) -> str:
    """A text without a mention, but with the words that have its letters ("king", "walking")."""
    kept, done = [], 0
    for start, end in occurrences(word, context):
        kept.append(context[done:start])
        done = end
    return " ".join([*kept, context[done:]])


def _political(context: str, word: str) -> bool:
    return political(_PLAIN.sub(" ", context), word)


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    """The words of a text in lower case, of which several mentions ask."""
    return frozenset(_WORD.findall(text.casefold()))

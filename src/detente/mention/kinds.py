"""What kind of body or group a description names: "the military" and "the armed forces" are one kind, and may be one army."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente import knowledge

_KINDS = {
    "government": "government authorities administration cabinet junta regime leadership rulers side",
    "army": "army military forces troops soldiers generals",
    "police": "police policemen officers squads",
    "state": "country nation state kingdom sultanate emirate republic",
    "company": "company firm corporation manufacturer carmaker airline operator producer",
    "bloc": "bloc alliance",
    "group": "group movement faction organisation organization militia gang",
    "fighters": "rebels insurgents guerrillas militants gunmen fighters mutineers separatists",
    "crowd": "protesters demonstrators marchers crowd crowds",
}
KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
LINKS = frozenset({"of", "from", "for", "in", "on", "at", "to", "with"})
#: Adjectives that leave a description as general as it was.
_PLAIN = frozenset("the this that these those armed security federal central national new ruling".split())


def head(words: Sequence[str]) -> str:
    """The noun that a description is about: "the minister of Kenya" is a minister."""
    at = next((index for index, word in enumerate(words) if index and word in LINKS), len(words))
    return words[at - 1] if words else ""


def general(words: Sequence[str]) -> str | None:
    """The kind that a description names with nothing to tell it from others of its kind ("the group", "the armed forces")."""
    return KIND.get(words[-1]) if words and set(words[:-1]) <= _PLAIN else None


@lru_cache(maxsize=1)
def described_by() -> frozenset[str]:
    """The nouns, one and several, that describe people and bodies by what they do or are ("teacher", "teachers")."""
    last = {row.phrase.split()[-1] for row in knowledge.role_words()}
    nouns = {word.lower() if word.isupper() else word for word in last} | KIND.keys()  # "PM", which is met in small letters
    return frozenset(nouns | {f"{noun}s" for noun in nouns})

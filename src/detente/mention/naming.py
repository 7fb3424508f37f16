"""The proper name in a mention's words, where it has one."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from detente.mention.closed import PARTICLES, PRONOUNS
from detente.mention.kinds import described_by
from detente.where.signs import TITLES

Extent = tuple[int, int]
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_UNNAMED = frozenset("the both a an one two three some many most several few another other all each none".split())
_OF = re.compile(r"\s(?:of|from|in|at|for|on|to|with|under|against)\s")
_OWNED = re.compile(r"['’]s? (?:[a-z][\w-]* )*[a-z][\w-]*$")
_LINKED = re.compile(rf"{_OF.pattern}(?:the )?$")


def common(text: str, extent: Extent, sentence: int, small: Container[str]) -> bool:
    """Whether a single word is written large only because it opens the sentence ("Employers offered ..."), and is a name nowhere."""
    word = text[slice(*extent)]
    opens = not any(letter.isalnum() for letter in text[sentence : extent[0]])
    return opens and word.isalpha() and word[1:].islower() and (word.lower() in small or word.lower() in described_by())


def name(text: str, start: int, end: int, kind: str, people: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The proper name in a mention, lower-case words: the capitalised words at its end, from the name layer's person on."""
    inside = [(begin, stop) for begin, stop in people if kind == "PER" and start <= begin and stop <= end]
    first, last = min(inside, default=(start, end))
    if inside and _LINKED.search(text, start, first):
        return ()  # "an adviser to Obura", "the chief of staff to Obura"
    if kind == "PER" and not inside and _OWNED.search(text[start:end]):
        return ()  # "the Council of Europe's commissioner"
    # "President Mirela Obura of Kenya" is named Obura, and "the president of Kenya" has no name.
    of = _OF.search(text, last if inside else start, end)
    if of and kind != "PER":
        # "Members of the Guild" have no name, "the Council of Elders" is named in front, "the Bank of Japan" behind too.
        before = text[start : of.start()].rpartition(" ")[2]
        of = None if before[:1].isupper() and text[end - 1 : end].isalnum() and WORD.findall(text[of.end() : end])[-1][0].isupper() else of
    end = of.start() if of else end
    tail: list[str] = []
    words = WORD.findall(text[first:end])
    for at in reversed(range(len(words))):
        if not (words[at][0].isupper() or (kind == "PER" and tail and _within(words, at))):
            break
        tail.append(words[at].lower().removesuffix("'s").removesuffix("’s"))
    return tuple(word for word in reversed(tail) if word not in PRONOUNS and word not in _UNNAMED)


def _within(words: Sequence[str], at: int) -> bool:
    """Whether a small word stands within a person's name ("Attaye ag Mossa", "Ana de la Cruz")."""
    while at and words[at] in PARTICLES:
        at -= 1
        if words[at][0].isupper():
            return words[at].lower() not in TITLES  # "President de Vries"
    return False

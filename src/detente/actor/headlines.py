"""Headlines in title case, as a sentence would have them: "China Imposes Sanctions" tells of China, and of nobody who is called Imposes.

A word in such a line keeps its capital where it is part of a name that a table knows, where the rest of the text writes it so within a
sentence, and where it is none of the words in lower case that `actor.plain` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.actor.lexicon import Segment, segments
from detente.actor.plain import plain
from detente.actor.words import words
from detente.mention.gender import given

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"(?<![\w’'.-])[^\W\d_]+(?![\w-]|\.\w)")
_AFTER = re.compile(r" ([A-Z][^\W\d_]+)")
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]+")  # a word with a capital that opens no sentence
# A line in title case is no longer; it has so many words of four letters and more behind its first, of the plain ones such a share with a capital,
# and at least so many.
_LONGEST, _LETTERS, _LEAST, _SHARE, _FEWEST = 200, 4, 3, 0.75, 2
_KEPT = {"state", "org", "group", "outlet", "person"}


def sentence_case(text: str) -> str:
    """The text with its lines in title case in lower case but for names and their first words; as many code points, so that spans hold in both."""
    lines = [line for line in _LINE.finditer(text) if line.end() - line.start() <= _LONGEST and _titled(line[0])]
    if not lines:
        return text
    rest = _between(text, lines)
    named = {word for piece in rest for word in _WITHIN.findall(piece)}
    pieces, done = [], 0
    for line in lines:
        pieces += [text[done : line.start()], _lowered(line[0], named)]
        done = line.end()
    return "".join([*pieces, text[done:]])


def _titled(line: str) -> bool:
    """Whether a line is in title case: its first word aside, nearly all of its longer words that are no names have a capital."""
    longer = [word[0] for word in _WORD.finditer(line) if len(word[0]) >= _LETTERS and not word[0].isupper()][1:]
    ordinary = [word for word in longer if plain(word)]
    capitals = sum(word[0].isupper() for word in ordinary)
    return len(longer) >= _LEAST and capitals >= _FEWEST and capitals >= _SHARE * len(ordinary)


def _between(text: str, lines: list[re.Match[str]]) -> Iterator[str]:
    done = 0
    for line in lines:
        yield text[done : line.start()]
        done = line.end()
    yield text[done:]


def _lowered(line: str, named: set[str]) -> str:
    """A line with its plain words in lower case; its first word stays."""
    kept = _names(line)
    first = _WORD.search(line)
    opening = first.start() if first else 0

    def written(word: re.Match[str]) -> str:
        name = word.start() in kept or word[0] in named or _given(line, word)
        return word[0] if name or word.start() == opening or word[0].isupper() or not plain(word[0]) else word[0].lower()

    return _WORD.sub(written, line)


def _given(line: str, word: re.Match[str]) -> bool:
    """Whether a word is somebody's given name, before one that is nothing else than a name ("Bill Wehrum")."""
    after = _AFTER.match(line, word.end())
    return after is not None and given(word[0]) and not plain(after[1])


def _names(line: str) -> set[int]:
    """Where the words of the names that a table knows begin in a line."""
    found, at = set(), 0
    for segment in segments(words(line)):
        for word in segment.words:
            start = line.find(word.text, at)
            if start < 0:
                continue
            at = start + len(word.text)
            if _name(segment):
                found.add(start)
    return found


def _name(segment: Segment) -> bool:
    """Whether a phrase is a name whatever its words mean: a state's, or one of several words."""
    return segment.kind == "state" or (segment.kind in _KEPT and len(segment.words) > 1)

"""The corpus format: an article with its annotation inline, as a person writes and edits it (corpus/GUIDE.md).

`parse` turns a file's text into an `Inline`; `detente.evaluate.checks` lists what is wrong with one, and
`detente.evaluate.gold` turns it into the records of the contract. `python -m detente.evaluate.inline FILE ...` prints
the problems of files.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import InputError

_ID = re.compile(r"[aptequcx]\d+")


@dataclass(frozen=True)
class Mark:
    """Marked words: code points `start` to `end` of the unmarked text, and the ids that they carry."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """One line of the third part: an id, its positional words, its `key=value` pairs, its line number."""

    id: str
    words: tuple[str, ...]
    values: dict[str, str]
    line: int

    def items(self, key: str) -> tuple[str, ...]:
        """The comma-separated items of `key`, empty if absent."""
        return tuple(part for part in self.values.get(key, "").split(",") if part)


@dataclass(frozen=True)
class Inline:
    """A parsed corpus article: header, unmarked text, marks in text order, facts by id."""

    header: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    facts: dict[str, Fact] = field(default_factory=dict)

    def spans(self, ident: str) -> list[tuple[int, int]]:
        """All spans marked with `ident`, in text order."""
        return [(mark.start, mark.end) for mark in self.marks if ident in mark.ids]

    def of(self, letter: str) -> list[Fact]:
        """All facts whose id begins with `letter`, in the order written."""
        return [fact for fact in self.facts.values() if fact.id[0] == letter]


def parse(source: str, name: str = "article") -> Inline:
    """Parse one corpus file.

    Raises:
        InputError: a part is missing, a mark is unbalanced, or a line cannot be read.
    """
    parts = re.split(r"^---[ \t]*\n", source, flags=re.MULTILINE)
    if len(parts) != 3:
        raise InputError(
            f"{name}: found {len(parts)} parts, expected 3.", "Separate header, text and facts by lines of ---."
        )
    header = dict(_header_lines(parts[0], name))
    text, marks = unmark(parts[1].strip("\n") + "\n", name)
    first_line = parts[0].count("\n") + parts[1].count("\n") + 3
    facts: dict[str, Fact] = {}
    for number, line in enumerate(parts[2].splitlines(), first_line):
        if line.strip() and not line.lstrip().startswith("#"):
            fact = _fact(line, number, name)
            if fact.id in facts:
                raise InputError(f"{name}, line {number}: {fact.id} is written twice.", "Give each id one line.")
            facts[fact.id] = fact
    return Inline(header, text, tuple(marks), facts)


def _header_lines(part: str, name: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(part.splitlines(), 1):
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        if not colon:
            raise InputError(f"{name}, line {number}: no colon in the header.", "Write 'key: value'.")
        yield key.strip(), value.strip()


def unmark(marked: str, name: str, known: re.Pattern[str] = _ID) -> tuple[str, list[Mark]]:
    """Take the marks out of a text; a mark is `[words|id+id]`, nested at will, `\\` escapes `[ ] |`.

    Raises:
        InputError: a mark is unbalanced, or one of its ids is not of the `known` form.
    """
    out: list[str] = []
    stack: list[tuple[int, int]] = []
    marks: list[Mark] = []
    position = length = 0
    while position < len(marked):
        char = marked[position]
        if char == "\\" and marked[position + 1 : position + 2] in ("[", "]", "|", "\\"):
            position += 1
            char = marked[position]
        elif char == "[":
            stack.append((length, position))
            position += 1
            continue
        elif char == "|" and stack:
            close = marked.find("]", position)
            ids = tuple(marked[position + 1 : close].split("+"))
            if close < 0 or not all(known.fullmatch(ident) for ident in ids):
                raise InputError(
                    f"{name}: bad mark near '{marked[position - 30 : position + 20]!s}'.", "Write [words|a1]."
                )
            start, _ = stack.pop()
            marks.append(Mark(start, length, ids))
            position = close + 1
            continue
        elif char in "]|":
            raise InputError(
                f"{name}: stray '{char}' near '{marked[position - 30 : position + 20]!s}'.", "Escape it with \\."
            )
        out.append(char)
        length += 1
        position += 1
    if stack:
        raise InputError(
            f"{name}: mark opened near '{marked[stack[-1][1] : stack[-1][1] + 40]!s}' is never closed.", "Close it."
        )
    return "".join(out), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _fact(line: str, number: int, name: str) -> Fact:
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.quotes, lexer.commenters, lexer.escape = '"', "", ""
    try:
        tokens = list(lexer)
    except ValueError as error:
        raise InputError(f"{name}, line {number}: {error}.", 'Close the quotation marks (").') from error
    if not _ID.fullmatch(tokens[0]):
        raise InputError(f"{name}, line {number}: '{tokens[0]}' is no id.", "Begin with a letter and a number: a1.")
    pairs = [token.partition("=") for token in tokens[1:] if re.match(r"[a-z]+=", token)]
    words = tuple(token for token in tokens[1:] if not re.match(r"[a-z]+=", token))
    return Fact(tokens[0], words, {key: value for key, _, value in pairs}, number)


def main(paths: list[str]) -> int:
    """Check the named files and print their problems; 1 if there are any."""
    from detente.codebook import Codebook
    from detente.evaluate.checks import check  # lazy: it imports this module

    book, failed = Codebook.load("plover"), 0
    modes = {name: frozenset(book.modes(name)) for name in book.types}
    for path in paths:
        try:
            article = parse(Path(path).read_text(encoding="utf-8"), Path(path).name)
            problems = check(article, modes, frozenset(book.contexts))
            if article.header.get("id") != Path(path).stem:
                problems.append(f"header: id is not the file's stem {Path(path).stem}")
        except InputError as error:
            problems = [str(error)]
        for problem in problems:
            sys.stdout.write(f"{path}: {problem}\n")
        failed += bool(problems)
    sys.stdout.write(f"{len(paths)} checked, {failed} with problems\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

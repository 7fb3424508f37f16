"""The corpus format: an article with its annotation inline, as a person writes and edits it (corpus/GUIDE.md).

`parse` turns a file's text into an `Inline`; `check` lists what is wrong with one. `python -m detente.evaluate.inline
FILE ...` prints the problems of files. `detente.evaluate.gold` turns an `Inline` into the records of the contract.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from detente.errors import InputError

LETTERS = "aptequcx"
STATUSES = ("happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied")
MENTION_TYPES = ("PER", "ORG", "GPE", "GRP")
KINDS = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
LINKS = ("held", "cancelled", "postponed", "denied", "corrected", "same")
_EVENT_KEYS = {"actors", "recipients", "date", "place", "said", "by", "contexts", "cameo", "condition", "denied", "link"}
_ACTOR_KEYS = {"country", "org", "kind", "sectors", "role"}
_STATEMENT_KEYS = {"speaker", "outlet"}
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
        raise InputError(f"{name}: found {len(parts)} parts, expected 3.", "Separate header, text and facts by lines of ---.")
    header = dict(_header_lines(parts[0], name))
    text, marks = _unmark(parts[1].strip("\n") + "\n", name)
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


def _unmark(marked: str, name: str) -> tuple[str, list[Mark]]:
    """Take the marks out of the text; a mark is `[words|id+id]`, nested at will, `\\` escapes `[ ] |`."""
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
            if close < 0 or not all(_ID.fullmatch(ident) for ident in ids):
                raise InputError(f"{name}: bad mark near '{marked[position - 30 : position + 20]!s}'.", "Write [words|a1].")
            start, _ = stack.pop()
            marks.append(Mark(start, length, ids))
            position = close + 1
            continue
        elif char in "]|":
            raise InputError(f"{name}: stray '{char}' near '{marked[position - 30 : position + 20]!s}'.", "Escape it with \\.")
        out.append(char)
        length += 1
        position += 1
    if stack:
        raise InputError(f"{name}: mark opened near '{marked[stack[-1][1] : stack[-1][1] + 40]!s}' is never closed.", "Close it.")
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


def check(article: Inline, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> list[str]:
    """List what is wrong with an article, one sentence each; `modes` maps each event type to its modes."""
    problems = [f"header: {key} is missing" for key in ("id", "published") if not article.header.get(key)]
    marked = {ident for mark in article.marks for ident in mark.ids}
    problems += [f"{ident} is marked but has no line" for ident in sorted(marked) if ident not in article.facts and ident[0] != "c"]
    problems += [f"line {f.line}: {f.id} is marked nowhere" for f in article.facts.values() if f.id not in marked and f.id[0] != "a"]
    problems += [f"mark over several lines or empty: {article.text[m.start : m.end]!r}" for m in article.marks if _bad_extent(article, m)]
    for fact in article.facts.values():
        checker = _CHECKS.get(fact.id[0])
        if checker:
            problems += [f"line {fact.line}: {fact.id}: {problem}" for problem in checker(article, fact, modes, contexts)]
    return problems


def _bad_extent(article: Inline, mark: Mark) -> bool:
    words = article.text[mark.start : mark.end]
    return not words.strip() or words != words.strip() or "\n" in words


def _unknown(fact: Fact, known: set[str]) -> Iterator[str]:
    yield from (f"unknown key {key}" for key in fact.values if key not in known)


def _check_actor(article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> Iterator[str]:
    yield from _unknown(fact, _ACTOR_KEYS)
    if len(fact.words) != 2 or fact.words[0] not in MENTION_TYPES:
        yield 'write TYPE "name" with TYPE one of PER ORG GPE GRP'
    if not re.fullmatch(r"([A-Z]{3})?", fact.values.get("country", "")):
        yield "country is not three capital letters"
    if fact.values.get("kind", "IGO") not in KINDS:
        yield f"unknown kind {fact.values['kind']}"
    yield from (f"unknown sector {sector}" for sector in fact.items("sectors") if sector not in SECTORS)


def _check_time(article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> Iterator[str]:
    if not fact.words or fact.words[0] not in ("DATE", "TIME", "DURATION", "SET"):
        yield "write DATE, TIME, DURATION or SET"
    elif len(fact.words) < 2:
        yield "the value is missing"


def _check_event(article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> Iterator[str]:
    yield from _unknown(fact, _EVENT_KEYS)
    act, _, mode = (fact.words[0] if fact.words else "").partition("/")
    if act not in modes:
        yield f"unknown act {act}"
    elif mode and mode not in modes[act]:
        yield f"{act} has no mode {mode} (it has: {' '.join(sorted(modes[act])) or 'none'})"
    if len(fact.words) != 2 or fact.words[1] not in STATUSES:
        yield f"the second word must be a status: {' '.join(STATUSES)}"
    yield from (f"unknown context {context}" for context in fact.items("contexts") if context not in contexts)
    for key, letters in (("actors", "a"), ("recipients", "a"), ("denied", "a"), ("date", "t"), ("place", "p"), ("said", "q"), ("by", "a")):
        for ident in fact.items(key):
            if ident[0] not in letters or ident not in article.facts:
                yield f"{key}={ident} is not known here"
    for link in fact.items("link"):
        kind, _, other = link.partition(":")
        if kind not in LINKS or other not in article.facts:
            yield f"link={link} is not kind:event with a known event"
    if fact.values.get("condition") and fact.values["condition"] not in article.text:
        yield "the condition's words are not in the text"


def _check_statement(article: Inline, fact: Fact, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> Iterator[str]:
    yield from _unknown(fact, _STATEMENT_KEYS)
    if len(fact.words) != 1 or fact.words[0] not in ("direct", "indirect", "mixed"):
        yield "write direct, indirect or mixed"
    if fact.values.get("speaker") and fact.values["speaker"] not in article.facts:
        yield f"speaker={fact.values['speaker']} is not known here"


_CHECKS = {"a": _check_actor, "t": _check_time, "e": _check_event, "q": _check_statement}


def main(paths: list[str]) -> int:
    """Check the named files and print their problems; 1 if there are any."""
    from detente.codebook import Codebook

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

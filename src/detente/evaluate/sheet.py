"""Sheets: single sentences with their annotation, one a line, for training and for stand-off annotation of open text.

A line is the marked sentence, a tab, and its facts joined by `; ` (corpus/GUIDE.md, "Sheets"). Marks are those of the
article format, but an actor's letter says its type (P person, O organisation, S state, G group of people) and `o` marks
a thing that an act is aimed at. `python -m detente.evaluate.sheet FILE ...` prints the problems of files.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.codebook import Codebook
from detente.errors import InputError
from detente.evaluate.inline import Mark, unmark
from detente.records import STATUSES

ACTOR_LETTERS = {"P": "PER", "O": "ORG", "S": "GPE", "G": "GRP"}
OLDER = "plover-2021"
_ID = re.compile(r"[POSGoptxeqc]\d+")
_SIDES = re.compile(r"[POSGop]\d+")


@dataclass(frozen=True)
class SheetEvent:
    """An event of a sentence: ids of its sides, place and time, and `root`, its type in the codebook of 2021 if written."""

    id: str
    act: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    root: str | None
    contexts: tuple[str, ...] | None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a sheet: unmarked text, marks in text order, events, and speakers (or None) by statement id."""

    text: str
    marks: tuple[Mark, ...]
    events: tuple[SheetEvent, ...]
    statements: dict[str, str | None]
    line: int

    def spans(self, ident: str) -> list[tuple[int, int]]:
        """All spans marked with `ident`, in text order."""
        return [(mark.start, mark.end) for mark in self.marks if ident in mark.ids]


def read_sheet(path: Path) -> list[Sentence]:
    """All sentences of a sheet.

    Raises:
        InputError: naming the line that cannot be read.
    """
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [parse_line(line, number, path.name) for number, line in lines if line.strip() and not line.startswith("#")]


def parse_line(line: str, number: int, name: str) -> Sentence:
    """Parse one line.

    Raises:
        InputError: a mark is unbalanced or a fact cannot be read.
    """
    where = f"{name}, line {number}"
    marked, _, facts = line.partition("\t")
    text, marks = unmark(marked, where, _ID)
    events, statements = parse_facts(facts, where)
    return Sentence(text, tuple(marks), tuple(events), statements, number)


def parse_facts(facts: str, where: str) -> tuple[list[SheetEvent], dict[str, str | None]]:
    """The events and the speakers by statement in the second part of a line.

    Raises:
        InputError: a fact cannot be read.
    """
    events, statements = [], dict[str, str | None]()
    for fact in filter(None, (part.strip() for part in facts.split(";"))):
        words = fact.split()
        if fact[0] == "q" and len(words) in (2, 3):
            statements[words[0]] = words[2] if len(words) == 3 else None
        elif fact[0] == "e" and len(words) >= 4 and ">" in words[3]:
            events.append(_event(words, where))
        else:
            raise InputError(f"{where}: cannot read '{fact}'.", "Write e1 ACT/mode status S1>O1, or q1 direct P1.")
    return events, statements


def _event(words: list[str], where: str) -> SheetEvent:
    act, _, mode = words[1].partition("/")
    actors, _, recipients = words[3].partition(">")
    values: dict[str, str] = {}
    contexts: tuple[str, ...] | None = None
    for word in words[4:]:
        if word.startswith("contexts:"):
            contexts = tuple(filter(None, word[9:].split(",")))
        elif word[0] in "@#=":
            values[word[0]] = word[1:]
        else:
            raise InputError(f"{where}: cannot read '{word}'.", "Write @p1, #t1, =ROOT or contexts:a,b.")
    who, whom = (tuple(filter(None, part.split(","))) for part in (actors, recipients))
    return SheetEvent(words[0], act, mode or None, words[2], who, whom, values.get("@"), values.get("#"), values.get("="), contexts)


def problems(sentence: Sentence, book: Codebook, older: Codebook) -> Iterator[str]:
    """What is wrong with a sentence, one phrase each."""
    marked = {ident for mark in sentence.marks for ident in mark.ids}
    known = {event.id for event in sentence.events} | set(sentence.statements)
    yield from (f"{ident} is marked but has no fact" for ident in sorted(marked) if ident[0] in "eq" and ident not in known)
    yield from (f"{ident} is marked nowhere" for ident in sorted(known - marked))
    for mark in sentence.marks:
        words = sentence.text[mark.start : mark.end]
        if not words or words != words.strip():
            yield f"mark {'+'.join(mark.ids)} is empty or has blanks at an end"
    for event in sentence.events:
        yield from (f"{event.id}: {problem}" for problem in _event_problems(event, marked, book, older))


def _event_problems(event: SheetEvent, marked: set[str], book: Codebook, older: Codebook) -> Iterator[str]:
    if event.act not in book.types:
        yield f"unknown act {event.act}"
    elif event.mode and event.mode not in book.modes(event.act):
        yield f"{event.act} has no mode {event.mode} (it has: {' '.join(book.modes(event.act)) or 'none'})"
    if event.status not in STATUSES:
        yield f"unknown status {event.status}"
    if event.root and event.root not in older.types:
        yield f"unknown root {event.root} (there are: {' '.join(older.types)})"
    yield from (f"unknown context {context}" for context in event.contexts or () if context not in book.contexts)
    for side in (*event.actors, *event.recipients):
        if not _SIDES.fullmatch(side) or side not in marked:
            yield f"side {side} is not marked"
    for ident, letter in ((event.place, "p"), (event.date, "t")):
        if ident and (ident[0] != letter or ident not in marked):
            yield f"{ident} is no marked {'place' if letter == 'p' else 'time'}"


def main(paths: list[str]) -> int:
    """Check the named files and print their problems; 1 if there are any."""
    book, older, failed, count = Codebook.load("plover"), Codebook.load(OLDER), 0, 0
    for path in map(Path, paths):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            count += 1
            try:
                found = list(problems(parse_line(line, number, path.name), book, older))
            except InputError as error:
                found = [str(error)]
            for problem in found:
                sys.stdout.write(f"{path}:{number}: {problem}\n")
            failed += bool(found)
    sys.stdout.write(f"{count} sentences checked, {failed} with problems\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

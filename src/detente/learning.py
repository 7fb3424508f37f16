"""A codebook's own event types, learned from its example sentences and kept beside its file."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from detente.codebook import Codebook
from detente.codebook.shape import EventType
from detente.errors import UsageError
from detente.model.custom import Example, Head, Quality, background, learn
from detente.model.session import TextModel
from detente.text import plain

LEAST = 8
_MARK = re.compile(r"\[([^\[\]]+)\]")


def heads_file(codebook: Path) -> Path:
    """Where what was learned for a codebook file is kept."""
    return codebook.with_suffix(".heads.json")


def add_types(codebook: Path, model: TextModel) -> list[Quality]:
    """Learn the types that a codebook file defines by examples, write them beside it, and say how good they are.

    Raises:
        UsageError: no type has examples, or one has fewer than eight sentences with marked words.
    """
    given = {name: _examples(codebook, name, kind.examples, kind.others) for name, kind in _own(Codebook.load(codebook)).items()}
    if not given:
        raise UsageError(f"{codebook}: no type has examples.", "Add `examples:` with sentences that mark the [words] of the act.", "codebook")
    head, qualities = learn(model, given, background())
    heads_file(codebook).write_bytes(msgspec.json.encode(head) + b"\n")
    return qualities


def with_own_types(model: TextModel, codebook: Path) -> TextModel:
    """The model with what was learned for a codebook file; the model itself if the codebook defines nothing by examples.

    Raises:
        UsageError: it was not learned yet, or with other weights, or the file is damaged.
    """
    wanted = set(_own(Codebook.load(codebook)))
    if not wanted:
        return model
    remedy = f"Learn its types first: detente codebook add {codebook}."
    try:
        head = msgspec.json.decode(heads_file(codebook).read_bytes(), type=Head)
    except FileNotFoundError:
        raise UsageError(f"{codebook}: its own types were not learned yet.", remedy, "codebook") from None
    except (OSError, msgspec.DecodeError) as error:
        raise UsageError(f"{heads_file(codebook)}: cannot be read ({error}).", remedy, "codebook") from error
    if set(head.types) != wanted:
        raise UsageError(f"{codebook}: its types have changed since they were learned.", remedy, "codebook")
    return model.with_types(head)


def _own(book: Codebook) -> dict[str, EventType]:
    return {name: book.type(name) for name in book.types if book.type(name).examples}


def _examples(path: Path, name: str, marked: tuple[str, ...], others: tuple[str, ...]) -> list[Example]:
    found = [_example(text) for text in marked]
    for number, one in enumerate(found, 1):
        if not one.triggers:
            raise UsageError(f"{path}: types.{name}.examples: number {number} marks no words.", "Put [brackets] around the act.", "codebook")
    if len(found) < LEAST:
        raise UsageError(f"{path}: types.{name}.examples: there are {len(found)}.", f"Give at least {LEAST} different sentences.", "codebook")
    return found + [Example(plain(text)) for text in others]


def _example(marked: str) -> Example:
    text, position, triggers = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        triggers.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        position = mark.end()
    return Example(plain(text + marked[position:]), tuple(triggers))

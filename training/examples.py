"""Training examples: a sentence with its layers as character spans, from whatever source.

A layer that a source does not annotate is `None`, and costs nothing in training; an empty tuple means "there are none".
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Trigger:
    """An event's words in the sentence; offsets count from the sentence's first character, `contexts` None is unannotated."""

    start: int
    end: int
    act: str
    mode: str | None
    status: str
    contexts: tuple[str, ...] | None = ()


@dataclass(frozen=True)
class Pair:
    """A relation from the words at `source` to the words at `target`; `weight` 0 hides a target from training."""

    kind: str
    source: Span
    target: Span
    value: float = 1.0
    weight: float = 1.0


@dataclass(frozen=True)
class Related:
    """The relation between two spans, for the pair head: `type` in PLOVER ("" for none), `root` in its form of 2021 (None: unknown).

    A span that is None stands for the whole text.
    """

    source: Span | None
    target: Span | None
    type: str
    root: str | None


@dataclass(frozen=True)
class Arc:
    """A word's place in the tree of dependencies: its own span, its head's (None: it is the root), and the universal relation."""

    word: Span
    head: Span | None
    relation: str


@dataclass(frozen=True)
class Example:
    """A sentence or a few that follow each other. `spans` maps a span head to (start, end, kind) triples."""

    text: str
    spans: dict[str, tuple[tuple[int, int, str], ...]]
    triggers: tuple[Trigger, ...] | None = None
    factuality: tuple[tuple[int, int, float], ...] | None = None
    frames: tuple[tuple[Span, tuple[tuple[str, int, int], ...]], ...] | None = None
    pairs: tuple[Pair, ...] = ()
    related: tuple[Related, ...] = ()
    tree: tuple[Arc, ...] = ()
    source: str = ""

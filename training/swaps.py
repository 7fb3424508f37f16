"""Swapped actors: the same sentence with other people, organisations, states or groups in it, so that the model learns the frame.

A mention is replaced by another one of the corpus of the same type and form (name, "the" phrase, plural); every span moves
with the text. Pronouns and mentions that hold another mark stay.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from training.examples import Example, Span

_PRONOUNS = frozenset("he she it they we i you him her them us me his its their our my who both all one".split())
LONGEST = 6


class Swaps:
    """Mentions of a pool of examples, by type and form, to draw others from."""

    def __init__(self, pool: Sequence[Example], rng: random.Random) -> None:
        self.rng = rng
        self.mentions: dict[tuple[str, ...], list[str]] = {}
        for example in pool:
            for start, end, kind in example.spans.get("mention", ()):
                words = example.text[start:end]
                if form := _form(words, kind):
                    self.mentions.setdefault(form, []).append(words)

    def swap(self, example: Example, share: float = 0.5) -> Example:
        """The example with about `share` of its mentions replaced."""
        held = _boundaries(example)
        changes: list[tuple[int, int, str]] = []
        new: dict[str, str] = {}
        for start, end, kind in example.spans.get("mention", ()):
            words = example.text[start:end]
            form = _form(words, kind)
            inside = any(start < point < end for point in held)
            # "fled [Chad]" marks a place and an actor at once; another actor would be no place.
            twice = any((start, end) == span[:2] for layer, spans in example.spans.items() if layer != "mention" for span in spans)
            if not form or inside or twice:
                continue
            if words not in new and self.rng.random() < share:
                new[words] = self.rng.choice(self.mentions[form])
            if words in new:
                changes.append((start, end, new[words]))
        return _rewrite(example, sorted(changes)) if changes else example


def _form(words: str, kind: str) -> tuple[str, ...] | None:
    """What a replacement must have in common; None for what is never replaced."""
    tokens = words.split()
    if not tokens or tokens[0].lower() in _PRONOUNS or len(tokens) > LONGEST or "\n" in words:
        return None
    last = tokens[-1]
    if last.endswith(("'s", "’s", "'", "’")):
        return kind, "possessive"
    named = "name" if last[0].isupper() else "described"
    article = tokens[0].lower() if tokens[0].lower() in ("the", "a", "an") else ""
    number = "plural" if last.endswith("s") and named == "described" else ""
    return kind, named, article, number, "one" if len(tokens) == 1 else ""


def _boundaries(example: Example) -> set[int]:
    points: set[int] = set()
    for layer in example.spans.values():
        points.update(point for start, end, _ in layer for point in (start, end))
    points.update(point for trigger in example.triggers or () for point in (trigger.start, trigger.end))
    return points


def _rewrite(example: Example, changes: Sequence[tuple[int, int, str]]) -> Example:
    text, position = "", 0
    edges: list[tuple[int, int]] = []
    for start, end, words in changes:
        if start == 0 or example.text[max(start - 2, 0) : start] in (". ", "\n\n"):
            words = words[0].upper() + words[1:]
        text += example.text[position:start] + words
        position = end
        edges.append((end, len(text) - end))
    text += example.text[position:]

    def shift(point: int) -> int:
        return point + next((delta for end, delta in reversed(edges) if end <= point), 0)

    def moved(span: Span) -> Span:
        return shift(span[0]), shift(span[1])

    return _moved(example, text, moved)


def _moved(example: Example, text: str, moved: Callable[[Span], Span]) -> Example:
    def maybe(span: Span | None) -> Span | None:
        return moved(span) if span else None

    return replace(
        example,
        text=text,
        spans={layer: tuple((*moved((s, e)), kind) for s, e, kind in found) for layer, found in example.spans.items()},
        triggers=None
        if example.triggers is None
        else tuple(replace(t, start=moved((t.start, t.end))[0], end=moved((t.start, t.end))[1]) for t in example.triggers),
        pairs=tuple(replace(pair, source=moved(pair.source), target=moved(pair.target)) for pair in example.pairs),
        related=tuple(replace(one, source=maybe(one.source), target=maybe(one.target)) for one in example.related),
    )

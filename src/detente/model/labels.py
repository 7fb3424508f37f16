"""The label inventories of the text model's heads.

The lists are frozen with the weights (`weights/labels.json`): a codebook edited later does not shift what a weight means.
`token` heads give one distribution a word, `pair` heads one probability for each (predicate or cue, word) pair.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

OUTSIDE = "O"


class Labels(msgspec.Struct, frozen=True):
    """Head names in output order with their labels; `pairs` are the relation names in output order.

    `types` ("" for no relation) and `roots` are the outputs of the pair head, in PLOVER 2.0 and in its form of 2021.
    """

    heads: dict[str, tuple[str, ...]]
    pairs: tuple[str, ...]
    types: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()

    def slices(self) -> dict[str, slice]:
        """Where each head's logits lie in the last axis of the model's `token` output."""
        out: dict[str, slice] = {}
        start = 0
        for name, labels in self.heads.items():
            out[name] = slice(start, start + len(labels))
            start += len(labels)
        return out

    @property
    def width(self) -> int:
        """Length of the last axis of the `token` output."""
        return sum(len(labels) for labels in self.heads.values())

    def write(self, path: Path) -> None:
        """Write as JSON."""
        path.write_text(json.dumps(msgspec.to_builtins(self), indent=1) + "\n", encoding="utf-8")

    @staticmethod
    def load(path: Path) -> Labels:
        """Read what `write` wrote."""
        return msgspec.json.decode(path.read_bytes(), type=Labels)


def bio(*kinds: str) -> tuple[str, ...]:
    """Labels of a span head: outside, then begin and inside of each kind."""
    return (OUTSIDE, *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))

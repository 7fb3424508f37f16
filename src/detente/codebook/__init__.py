"""The ontology as data: types, modes, contexts, scores, quads, rules, and the crosswalk to CAMEO."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Codebook:
    """An ontology. Interim first version: to be replaced by the full one with the same interface."""

    name: str
    types: Sequence[str]
    _modes: dict[str, dict[str, float]]
    contexts: Sequence[str]

    @staticmethod
    @cache
    def load(name: str) -> Codebook:
        data = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
        return Codebook(data["name"], tuple(data["types"]), data["types"], tuple(data["contexts"]))

    def modes(self, type_: str) -> Sequence[str]:
        return tuple(self._modes[type_])

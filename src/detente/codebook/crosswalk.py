"""CAMEO and PLOVER, both ways, from cameo.yaml: codes are text, because leading zeros matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from detente.codebook.loading import FOLDER, read_yaml


class Plover(NamedTuple):
    """What a CAMEO code is in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class Crosswalk:
    """`codes`: CAMEO code -> PLOVER; the way back is `finest`."""

    codes: Mapping[str, Plover]
    _finest: Mapping[str, str]

    @staticmethod
    @cache
    def load() -> Crosswalk:
        """The shipped crosswalk, read once."""
        data = read_yaml(FOLDER / "cameo.yaml")
        return Crosswalk({code: _parse(text) for code, text in data["plover"].items()}, data["finest"])

    def plover(self, code: str) -> Plover | None:
        """The PLOVER side of a CAMEO code, or of the nearest code above it; None for CAMEO 01 and 02."""
        for length in range(len(code), 1, -1):
            found = self.codes.get(code[:length]) or self.codes.get(code[:length].ljust(3, "0"))
            if found:
                return found
        return None

    def finest(
        self,
        type_: str,
        mode: str | None = None,
        contexts: Sequence[str] = (),
        act: str | None = None,
        act_mode: str | None = None,
    ) -> str | None:
        """The finest CAMEO code that is sure; `act` is what the words name, if `type_` was derived from it."""
        events = ([f"{type_}/{mode}"] if mode else []) + [type_]
        acts = ([f"<{act}/{act_mode}"] if act_mode else []) + [f"<{act}"] if act and act != type_ else []
        # a second context makes the finer code a guess, so one that decides must be the only one that could
        for origin in [*acts, ""]:
            for event in events:
                finer = {code for context in contexts if (code := self._finest.get(f"{event}{origin} {context}"))}
                if len(finer) == 1:
                    return finer.pop()
                if code := self._finest.get(event + origin):
                    return code
        return None


def _parse(text: str) -> Plover:
    pair, *contexts = text.split()
    type_, _, mode = pair.partition("/")
    return Plover(type_, mode or None, tuple(contexts))

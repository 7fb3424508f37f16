"""What was fitted on what a text model found, kept in files beside its weights."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from detente.errors import DetenteError

Fit = TypeVar("Fit")


def read_fit(path: Path, kind: type[Fit], suits: Callable[[Fit], bool]) -> Fit | None:
    """The fit in a file; None if there is none.

    Raises:
        DetenteError: it is of another form, or does not suit this version: it has weights for other numbers.
    """
    if not path.is_file():
        return None
    try:
        found = msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.DecodeError:
        found = None
    if found is None or not suits(found):
        raise DetenteError(f"{path}: fitted for another version.", "Use a model folder of this version, or delete the file.", "model")
    return found

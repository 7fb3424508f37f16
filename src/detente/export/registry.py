"""The formats by name; each is one file, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from detente.errors import UsageError
from detente.export.form import Format

SHIPPED = ("jsonl", "parquet", "csv", "plover", "polecat", "icews", "gdelt")
GROUP = "detente.export"


def names() -> tuple[str, ...]:
    """The formats that can be written and read, the shipped ones first."""
    others = {entry.name for entry in entry_points(group=GROUP)}
    return (*SHIPPED, *sorted(others.difference(SHIPPED)))


def load(name: str) -> Format:
    """A format by name.

    Raises:
        UsageError: there is none of that name.
    """
    if name in SHIPPED:
        found: Format = import_module(f"detente.export.{name}").FORMAT
        return found
    for entry in entry_points(group=GROUP):
        if entry.name == name:
            other: Format = entry.load()
            return other
    raise UsageError(f"{name}: no such format.", f"There are: {' '.join(names())}.")

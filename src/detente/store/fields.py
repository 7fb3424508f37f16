"""Changing fields of an event by their paths, so that it stays a valid event."""

from __future__ import annotations

from typing import Any

import msgspec

from detente.codebook import Codebook
from detente.errors import UsageError
from detente.records import Event

_FIXED = ("id", "sentence", "evidence")


def changed(event: Event, changes: dict[str, Any], codebook: str | None) -> Event:
    """The event with changes made.

    Raises:
        UsageError: they name no field or make no valid event.
    """
    plain = msgspec.json.decode(msgspec.json.encode(event))
    changes = dict(changes)
    if "type" in changes:
        entry = Codebook.load(codebook or "plover").type(str(changes["type"]))
        changes = {"quad": entry.quad, "score": entry.score, "mode": None, **changes}
    for path, value in changes.items():
        _put(plain, path, value)
    try:
        return msgspec.convert(plain, Event)
    except msgspec.ValidationError as error:
        raise UsageError(f"The change makes no event: {error}.", "See the fields with: detente schema.", "amend") from None


def _put(plain: Any, path: str, value: Any) -> None:
    *way, last = path.split(".")
    if (way or [last])[0] in _FIXED:
        raise UsageError(f"{path} cannot be changed, because it says where the event stands.", "Remove the event instead.", "amend")
    for part in way:
        plain = _step(plain, part, path)
    if isinstance(plain, list) and last.isdecimal() and int(last) < len(plain):
        plain[int(last)] = value
    elif isinstance(plain, dict) and last in plain:
        plain[last] = value
    else:
        raise _unknown(path)


def _step(plain: Any, part: str, path: str) -> Any:
    if isinstance(plain, list) and part.isdecimal() and int(part) < len(plain):
        return plain[int(part)]
    if isinstance(plain, dict) and plain.get(part) is not None:
        return plain[part]
    raise _unknown(path)


def _unknown(path: str) -> UsageError:
    return UsageError(f"An event has no {path}.", "See its fields with: detente schema.", "amend")

"""The form of a codebook file: what each key holds, so that a wrong file is refused with the key's name."""

from __future__ import annotations

from typing import Literal

import msgspec

Status = Literal["happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied"]
STATUSES: tuple[Status, ...] = (
    "happened",
    "ongoing",
    "planned",
    "conditional",
    "possible",
    "called_for",
    "refused",
    "denied",
)
SAME = "same"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of a codebook's parts: immutable, unknown keys refused."""


class Mode(Part, frozen=True):
    """A mode of an event type: its conflict-cooperation score (-10..+10; None: the type's) and what it means."""

    score: float | None = None
    gist: str = ""


class EventType(Part, frozen=True, kw_only=True):
    """An event type: quad (1, 2 verbal, material cooperation; 3, 4 conflict), score, CAMEO roots, modes.

    `examples` define a type that the text model does not know: sentences in which `[brackets]` mark the words that name the
    act. `others` are sentences that look alike and are none. `detente codebook add` learns the type from them.
    """

    quad: Literal[1, 2, 3, 4]
    score: float
    recipient_required: bool = False
    cameo: tuple[str, ...] = ()
    gist: str = ""
    modes: dict[str, Mode] = {}
    examples: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Rule(Part, frozen=True, kw_only=True):
    """If every given condition holds, the event becomes `TYPE`, `TYPE/mode`, `TYPE/=` (mode kept) or `same`.

    `acts` is what the words name, `types` and `modes` the event as coded so far; `cameo` are code prefixes;
    one of `contexts` suffices. An empty condition always holds.
    """

    becomes: str
    acts: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    why: str = ""


class ContextRules(Part, frozen=True):
    """`adds`: TYPE/mode -> the context that it brings; `gives_way`: a context -> those beside which it is dropped."""

    adds: dict[str, str] = {}
    gives_way: dict[str, tuple[str, ...]] = {}


class Variant(Part, frozen=True):
    """Another spelling of the modes. `added` and `absent` map TYPE -> {mode: its nearest mode on the other side}."""

    added: dict[str, dict[str, str | None]] = {}
    absent: dict[str, dict[str, str | None]] = {}
    by_cameo: dict[str, str] = {}
    contexts: dict[str, str] = {}


class BookData(Part, frozen=True, kw_only=True):
    """A whole codebook file. `extends` names the codebook that it changes; `without` lists types left out of that."""

    name: str
    types: dict[str, EventType]
    title: str = ""
    version: str = ""
    extends: str | None = None
    without: tuple[str, ...] = ()
    quads: dict[int, str] = {}
    contexts: dict[str, str] = {}
    sectors: dict[str, str] = {}
    international: dict[str, str] = {}
    partially_recognised: dict[str, str] = {}
    rules: tuple[Rule, ...] = ()
    context_rules: ContextRules = ContextRules()
    notes: dict[str, tuple[str, ...]] = {}
    variants: dict[str, Variant] = {}

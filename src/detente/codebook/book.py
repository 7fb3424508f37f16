"""The codebook: types, modes, contexts and the derivation of a type from what the words name and how real it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from detente.codebook.crosswalk import Crosswalk
from detente.codebook.loading import SHIPPED, locate, locate_base, read_book
from detente.codebook.shape import SAME, STATUSES, BookData, EventType, Rule, Variant
from detente.errors import UsageError
from detente.records import Quad

_MOST = 4096  # acts whose types are kept


class Derived(NamedTuple):
    """The coded event of an act and a status; `cameo` is the finest sure CAMEO code, None if there is none."""

    type: str
    mode: str | None
    quad: Quad
    score: float
    cameo: str | None


class _Act(NamedTuple):
    """What the rules may ask about."""

    act: str
    status: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None


@dataclass(frozen=True)
class Codebook:
    """An ontology as data, with the codebook that it extends, if any (its rules come first)."""

    data: BookData
    base: Codebook | None = None

    @staticmethod
    def load(name: str | Path = "plover") -> Codebook:
        """A shipped codebook by name, or a user's file.

        Raises:
            UsageError: naming the file and the key that is wrong.
        """
        return _load(locate(name))

    @property
    def name(self) -> str:
        """The codebook's name, as coded articles carry it."""
        return self.data.name

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The event types, in the codebook's order."""
        return tuple(self.data.types)

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """The contexts, in the codebook's order."""
        return tuple(self.data.contexts)

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """The sector codes of actors."""
        return tuple(self.data.sectors)

    def type(self, name: str) -> EventType:
        """All that the codebook says about an event type.

        Raises:
            UsageError: it has no such type.
        """
        try:
            return self.data.types[name]
        except KeyError:
            raise UsageError(
                f"{name}: the codebook {self.name} has no such type.", f"It has: {' '.join(self.types)}."
            ) from None

    def modes(self, type_: str) -> tuple[str, ...]:
        """The modes of an event type; one name can mean different things under two types."""
        return tuple(self.type(type_).modes)

    def score(self, type_: str, mode: str | None = None) -> float:
        """The conflict-cooperation score, -10 to +10: the mode's, else the type's."""
        kind = self.type(type_)
        own = kind.modes[mode].score if mode in kind.modes else None
        return kind.score if own is None else own

    def derive(
        self, act: str, status: str, mode: str | None = None, *, contexts: Sequence[str] = (), cameo: str | None = None
    ) -> Derived:
        """The coded event of an act (PLOVER type that the words name) in a status.

        Args:
            act: what the words name, with its `mode` if known.
            status: how real it is, one of the eight statuses.
            contexts: contexts of the event; a few rules ask for them, and they make the CAMEO code finer.
            cameo: a CAMEO code that is known already; it is kept.

        Raises:
            UsageError: the codebook has no type for this act.
        """
        asked = _Act(act, status, mode, tuple(contexts), cameo)
        type_, new_mode = self._apply(asked)
        kind = self.type(type_)
        code = cameo or self._cameo(asked)
        return Derived(type_, new_mode, kind.quad, self.score(type_, new_mode), code)

    def type_of(self, act: str, status: str, mode: str | None = None, contexts: Sequence[str] = ()) -> str:
        """The type alone that `derive` gives."""
        return self._apply(_Act(act, status, mode, tuple(contexts), None))[0]

    @cached_property
    def _applied(self) -> dict[_Act, tuple[str, str | None]]:
        """What `_apply` gave before: the same few acts are asked for again and again."""
        return {}

    def _apply(self, asked: _Act) -> tuple[str, str | None]:
        """Type and mode of an act."""
        known = self._applied
        if asked not in known:
            if len(known) >= _MOST:
                known.clear()
            known[asked] = self._by_rules(asked)
        return known[asked]

    def _by_rules(self, asked: _Act) -> tuple[str, str | None]:
        type_, mode = self.base._apply(asked) if self.base else (asked.act, asked.mode)
        rule = next((rule for rule in self.data.rules if _fits(rule, asked, type_, mode)), None)
        if rule and rule.becomes != SAME:
            type_, _, new = rule.becomes.partition("/")
            mode = mode if new == "=" else new or None
        known = self.data.types.get(type_)
        return type_, mode if known is None or mode in known.modes else None

    def _cameo(self, asked: _Act) -> str | None:
        """CAMEO codes are those of the event in PLOVER 2.0, whatever this codebook calls it."""
        type_, mode = _root()._apply(asked)
        return Crosswalk.load().finest(type_, mode, asked.contexts, asked.act, asked.mode)

    def settle_contexts(self, type_: str, mode: str | None, contexts: Iterable[str]) -> tuple[str, ...]:
        """The contexts with what the mode adds and without what gives way, in the codebook's order."""
        rules, found = self.data.context_rules, set(contexts)
        if added := rules.adds.get(f"{type_}/{mode}"):
            found.add(added)
        found -= {context for context, others in rules.gives_way.items() if found.intersection(others)}
        return tuple(context for context in self.contexts if context in found)

    def variant(self, name: str) -> Spelling:
        """The names of another release of this codebook (`polecat`).

        Raises:
            UsageError: there is no such variant.
        """
        if name not in self.data.variants:
            raise UsageError(
                f"{name}: no variant of {self.name}.", f"There is: {' '.join(self.data.variants) or 'none'}."
            )
        return Spelling(self, self.data.variants[name])


@dataclass(frozen=True)
class Spelling:
    """A codebook under the names of another release: to them and back."""

    book: Codebook
    names: Variant

    def modes(self, type_: str) -> tuple[str, ...]:
        """The modes of a type as that release lists them."""
        absent = self.names.absent.get(type_, {})
        return (*(mode for mode in self.book.modes(type_) if mode not in absent), *self.names.added.get(type_, {}))

    def mode(self, type_: str, mode: str | None, cameo: str | None = None) -> str | None:
        """The release's name of a mode; a CAMEO code can make it finer."""
        finer = self.names.by_cameo.get(cameo or "")
        if finer in self.names.added.get(type_, {}) and self.names.added[type_][finer] == mode:
            return finer
        return self.names.absent.get(type_, {}).get(mode, mode) if mode else None

    def mode_back(self, type_: str, mode: str | None) -> str | None:
        """This codebook's name of one of the release's modes; None where it has none."""
        return self.names.added.get(type_, {}).get(mode, mode) if mode else None

    def context(self, context: str) -> str:
        """The release's name of a context."""
        return self.names.contexts.get(context, context)

    def context_back(self, context: str) -> str:
        """This codebook's name of one of the release's contexts."""
        return next((ours for ours, theirs in self.names.contexts.items() if theirs == context), context)


def _fits(rule: Rule, asked: _Act, type_: str, mode: str | None) -> bool:
    return (
        (not rule.acts or asked.act in rule.acts)
        and (not rule.types or type_ in rule.types)
        # a rule about an act speaks of the act's mode, one about a type of the mode derived so far
        and (not rule.modes or (asked.mode if rule.acts else mode) in rule.modes)
        and (not rule.statuses or asked.status in rule.statuses)
        and (not rule.contexts or bool(set(rule.contexts).intersection(asked.contexts)))
        and (not rule.cameo or (asked.cameo or "?").startswith(tuple(rule.cameo)))
    )


@cache
def _load(path: Path) -> Codebook:
    data = read_book(path)
    book = Codebook(data, _load(locate_base(path, data.extends)) if data.extends else None)
    if path != locate(SHIPPED[0]):
        _refuse_gaps(path, book)
    return book


@cache
def _root() -> Codebook:
    """The codebook whose types are the acts."""
    return _load(locate(SHIPPED[0]))


def _refuse_gaps(path: Path, book: Codebook) -> None:
    """Every act that the coder names must get a type in every status."""
    for act in _root().types:
        for status in STATUSES:
            type_, _ = book._apply(_Act(act, status, None, (), None))
            if type_ not in book.data.types:
                message = f"{path}: rules: no type for {act} {status} ({type_} is not in types)."
                raise UsageError(message, f"Add a rule with `acts: [{act}]` that becomes one of its types.", "codebook")

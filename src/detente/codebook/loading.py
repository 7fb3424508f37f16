"""Codebook files: read, merged with the one they extend, and refused with file and key where they are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from detente.codebook.shape import SAME, BookData, EventType, Mode
from detente.errors import UsageError

FOLDER = Path(__file__).parent
SHIPPED = ("plover", "plover-2021")
_HINT = "docs/codebook.md explains the keys; the shipped plover.yaml is a complete example."
_OWN = {"extends", "without", "rules"}


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, by libyaml's safe loader where it is there (ten times faster).

    Raises:
        UsageError: the file is missing, unreadable or no YAML.
    """
    import yaml  # type: ignore[import-untyped]  # lazy: `detente --help` needs no codebook

    try:
        return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise UsageError(
            f"{path}: no such codebook.", f"Give a file or one of: {', '.join(SHIPPED)}.", "codebook"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: the codebook cannot be read ({error}).", "Give a readable UTF-8 file.", "codebook"
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise UsageError(f"{path}{where}: this is no YAML.", _HINT, "codebook") from error


def locate(name: str | Path) -> Path:
    """The file of a codebook: a shipped one by its name, else the path itself."""
    return FOLDER / f"{name}.yaml" if name in SHIPPED else Path(name)


@cache
def merged(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The content of a codebook file over that of the one it extends; `rules` and the like stay each book's own.

    Raises:
        UsageError: no mapping, or a circle of `extends`.
    """
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise UsageError(f"{path}: the codebook is no mapping of keys.", _HINT, "codebook")
    if not raw.get("extends"):
        return raw
    base = locate_base(path, str(raw["extends"]))
    if base in (*above, path):
        raise UsageError(
            f"{path}: extends: the codebooks extend each other in a circle.", "Remove one `extends`.", "codebook"
        )
    parent = {key: value for key, value in merged(base, (*above, path)).items() if key not in _OWN}
    types = parent.get("types")
    if isinstance(types, dict):
        parent = {
            **parent,
            "types": {key: value for key, value in types.items() if key not in (raw.get("without") or ())},
        }
    return _over(parent, raw)


def locate_base(path: Path, name: str) -> Path:
    """The file that `extends: name` in `path` means: shipped, or beside it."""
    return locate(name) if name in SHIPPED else path.parent / name


def _over(base: dict[Any, Any], top: dict[Any, Any]) -> dict[Any, Any]:
    out = dict(base)
    for key, value in top.items():
        both = isinstance(value, dict) and isinstance(out.get(key), dict)
        out[key] = _over(out[key], value) if both else value
    return out


@cache
def read_book(path: Path) -> BookData:
    """A codebook file as data, its names checked against each other.

    Raises:
        UsageError: naming the file and the key that is wrong.
    """
    try:
        data = msgspec.convert(merged(path), BookData)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {_pinpoint(merged(path)) or _readable(str(error))}.", _HINT, "codebook") from error
    for problem in problems(data):
        raise UsageError(f"{path}: {problem}.", _HINT, "codebook")
    return data


def _pinpoint(raw: dict[str, Any]) -> str | None:
    """The wrong key within `types`, where msgspec's own message leaves the names out."""
    types = raw.get("types")
    for name, kind in types.items() if isinstance(types, dict) else ():
        modes = kind.get("modes") if isinstance(kind, dict) else None
        parts = [
            (f"types.{name}.modes.{mode}", value, Mode)
            for mode, value in (modes if isinstance(modes, dict) else {}).items()
        ]
        for key, value, form in (*parts, (f"types.{name}", kind, EventType)):
            try:
                msgspec.convert(value, form)
            except msgspec.ValidationError as error:
                return f"{key}.{_readable(str(error))}".replace(".top level", "")
    return None


def _readable(message: str) -> str:
    """msgspec's message with the key first: 'types.AGREE.quad: Expected `int`, got `str`'."""
    found = re.fullmatch(r"(.*?) - at `(?:key in )?\$\.?(.*)`", message)
    return f"{found[2] or 'top level'}: {found[1]}" if found else message


def problems(data: BookData) -> Iterator[str]:
    """What is inconsistent in a codebook, one phrase each, beginning with the key."""
    if not data.types:
        yield "types: there is none"
    for name, kind in data.types.items():
        for code in kind.cameo:
            if not code.isdigit():
                yield f"types.{name}.cameo: {code!r} is no CAMEO code"
        scores = [kind.score, *(mode.score for mode in kind.modes.values() if mode.score is not None)]
        if any(abs(score) > 10 for score in scores):
            yield f"types.{name}: a score is outside -10..+10"
    for number, rule in enumerate(data.rules):
        yield from (f"rules[{number}].{problem}" for problem in _rule_problems(data, rule.becomes, rule.contexts))
    for pair, context in data.context_rules.adds.items():
        yield from (f"context_rules.adds: {problem}" for problem in _rule_problems(data, pair, (context,)))


def _rule_problems(data: BookData, becomes: str, contexts: tuple[str, ...]) -> Iterator[str]:
    kind, _, mode = becomes.partition("/")
    if kind != SAME and kind not in data.types:
        yield f"becomes: unknown type {kind}"
    elif mode and mode != "=" and mode not in data.types[kind].modes:
        yield f"becomes: {kind} has no mode {mode}"
    yield from (
        f"contexts: unknown context {context}" for context in contexts if data.contexts and context not in data.contexts
    )

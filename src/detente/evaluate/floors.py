"""Pinned floors: figures that a change may not fall below (docs/floors.json: set -> figure -> least value)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from detente.errors import UsageError
from detente.evaluate.tally import Report

HIGHEST = frozenset(
    {
        *("traps coded", "event date surplus days", "calibration error", "duplicates", "attribution invented", "statement outlet invented"),
        *("told twice", "two in one"),
    }
)


def read_floors(path: str | Path) -> dict[str, dict[str, float]]:
    """The pinned floors of every set.

    Raises:
        UsageError: the file is missing or is no JSON of that form.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return {name: {figure: float(value) for figure, value in floors.items()} for name, floors in data.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise UsageError(
            f"{path}: the floors cannot be read ({error}).", 'Write {"corpus/test": {"type": 0.5}}.', "floors"
        ) from error


def below(report: Report, floors: Mapping[str, float]) -> list[str]:
    """The figures that fall below their floor, one sentence each; a figure that was not measured does too.

    For `HIGHEST`, where less is better, the pinned value is the most that is allowed.
    """
    return [sentence for name, floor in floors.items() if (sentence := _judge(report, name, floor))]


def _judge(report: Report, name: str, floor: float) -> str | None:
    figure = report.figures.get(name)
    if figure is None or figure.value is None:
        return f"{name} was not measured, its floor is {floor:.3f}."
    if name in HIGHEST:
        return f"{name} is {figure.value:.3f}, above its ceiling {floor:.3f}." if figure.value > floor else None
    return f"{name} is {figure.value:.3f}, below its floor {floor:.3f}." if figure.value < floor else None

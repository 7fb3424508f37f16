"""Lays a series out for drawing: cooperation upwards, conflict downwards, the tension index beneath, change points across.

The same layout serves the page (SVG inside the dossier), the SVG file and the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from detente.brief import dates
from detente.series import Change, Row, Tension

WIDTH, LEFT, RIGHT, HALF, BAND, GAP, TOP = 860, 64, 44, 84, 92, 34, 16
_TICKS = 6


class Bars(NamedTuple):
    """A period: its bars from the middle line, in pixels, and what a pointer is told."""

    x: float
    width: float
    coop: float
    conf: float
    title: str
    ref: str


class Tick(NamedTuple):
    """A label on an axis."""

    at: float
    words: str


class Chart(NamedTuple):
    """A drawn series; `line` and `area` are paths of the tension index and its interval, empty without one."""

    width: int
    height: int
    left: int
    middle: int
    half: int
    bars: tuple[Bars, ...]
    ticks: tuple[Tick, ...]
    scale: tuple[Tick, ...]
    line: str
    area: str
    band_top: int
    band: int
    turns: tuple[Tick, ...]


def layout(rows: Sequence[Row], index: Sequence[Tension] = (), turns: Sequence[Change] = ()) -> Chart:
    """The chart of one dyad's rows, a row a period in order; `index` has a value for the same periods."""
    room = (WIDTH - LEFT - RIGHT) / max(len(rows), 1)
    top = max((max(row.coop_score, row.conf_score) for row in rows), default=0) or 1
    bars = tuple(_bars(row, LEFT + n * room, room, top) for n, row in enumerate(rows))
    middle = TOP + HALF
    band_top = middle + HALF + GAP
    starts = {row.date: LEFT + n * room for n, row in enumerate(rows)}
    every = max(1, -(-len(rows) // _TICKS))
    ticks = tuple(Tick(bar.x + room / 2, dates.short(row.date)) for bar, row in list(zip(bars, rows, strict=True))[::every])
    points = [(starts[one.date] + room / 2, one) for one in index if one.date in starts]
    height = band_top + (BAND if points else -GAP + 8) + 26
    return Chart(
        WIDTH, height, LEFT, middle, HALF, bars, ticks,
        (Tick(middle - HALF, f"{top:.0f}"), Tick(middle, "0"), Tick(middle + HALF, f"{top:.0f}")),
        _line(points, band_top), _area(points, band_top), band_top, BAND if points else 0,
        tuple(Tick(starts[turn.date], dates.short(turn.date)) for turn in turns if turn.date in starts),
    )  # fmt: skip


def _bars(row: Row, x: float, room: float, top: float) -> Bars:
    told = f"{dates.short(row.date)}: cooperation {row.coop_n} (score {row.coop_score:.1f}), conflict {row.conf_n} (score {row.conf_score:.1f})"
    gap = min(2.0, room * 0.2)
    return Bars(round(x + gap / 2, 1), round(max(min(room - gap, 36), 0.6), 1), _height(row.coop_score, row.coop_n, top),
                _height(row.conf_score, row.conf_n, top), told, f"t-{row.date}")  # fmt: skip


def _height(score: float, number: int, top: float) -> float:
    """Something that counts but scores nothing stays visible."""
    return round(max(HALF * score / top, 1.5), 1) if number else 0.0


def _line(points: Sequence[tuple[float, Tension]], top: int) -> str:
    return "".join(f"{'L' if n else 'M'}{x:.1f} {_down(one.value, top):.1f}" for n, (x, one) in enumerate(points))


def _area(points: Sequence[tuple[float, Tension]], top: int) -> str:
    if not points:
        return ""
    there = [f"{x:.1f} {_down(one.high, top):.1f}" for x, one in points]
    back = [f"{x:.1f} {_down(one.low, top):.1f}" for x, one in reversed(points)]
    return "M" + "L".join([*there, *back]) + "Z"


def _down(value: float, top: int) -> float:
    return top + BAND * (1 - value / 100)

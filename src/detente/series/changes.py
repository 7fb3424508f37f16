"""Change points: when a dyad's cooperation or conflict went to another level and stayed there, and the events that made it.

PELT (Killick, Fearnhead and Eckley 2012) as in `ruptures`, with a squared-error cost on the logarithm of both scores, a period at least
`SHORTEST` long. The penalty is that of BIC for a shift in two means, with the noise estimated from differences of neighbouring periods, so
that a level which moves all the time makes no change.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean
from typing import Any

from detente.errors import MissingExtra
from detente.records import Record
from detente.series.count import Row
from detente.series.observe import Observation
from detente.series.periods import Step, begin

SHORTEST = 3
STRICTNESS = 1.5
EVENTS = 5


class Change(Record, frozen=True, kw_only=True):
    """From `date` on the mean scores a period are another: `coop` and `conf` before and after, and the weightiest events of that turn."""

    date: str
    coop: tuple[float, float]
    conf: tuple[float, float]
    events: tuple[Observation, ...] = ()


def changes(rows: Sequence[Row], observed: Sequence[Observation], step: Step) -> list[Change]:
    """The change points of one dyad.

    Args:
        rows: a row for every period, in order, those without reports included.
        observed: what was counted in them, in its own direction.

    Raises:
        MissingExtra: `ruptures` is not installed.
    """
    if len(rows) < 2 * SHORTEST:
        return []
    import numpy

    signal = numpy.array([[math.log1p(row.coop_score), math.log1p(row.conf_score)] for row in rows])
    noise = numpy.maximum(_noise(signal), 0.1)
    penalty = STRICTNESS * 2 * signal.shape[1] * math.log(len(rows))
    found = _pelt().Pelt(model="l2", min_size=SHORTEST, jump=1).fit(signal / noise).predict(pen=penalty)
    edges = [0, *found]
    return [_change(rows, observed, step, *edges[i - 1 : i + 2]) for i in range(1, len(edges) - 1)]


def _pelt() -> Any:
    try:
        import ruptures
    except ImportError as error:
        raise MissingExtra("Change points need ruptures.", "Install it with: pip install 'detente[analysis]'.", "extra") from error
    return ruptures


def _noise(signal: Any) -> Any:
    """The spread of a period around its level: differences of neighbours have twice its variance."""
    import numpy

    return numpy.sqrt((numpy.diff(signal, axis=0) ** 2).mean(axis=0) / 2)


def _change(rows: Sequence[Row], observed: Sequence[Observation], step: Step, start: int, turn: int, end: int) -> Change:
    before, after = rows[start:turn], rows[turn:end]
    coop = fmean(row.coop_score for row in before), fmean(row.coop_score for row in after)
    conf = fmean(row.conf_score for row in before), fmean(row.conf_score for row in after)
    moved = (conf[1] - conf[0], True) if abs(conf[1] - conf[0]) >= abs(coop[1] - coop[0]) else (coop[1] - coop[0], False)
    # A rise is made by what is seen from the turn on, a fall by what is no longer seen.
    near = (after if moved[0] > 0 else before[-SHORTEST:])[:SHORTEST]
    dates = {row.date for row in near}
    there = [one for one in observed if one.conflict == moved[1] and begin(one.date, step) in dates]
    weighty = sorted({one.merged: one for one in reversed(there)}.values(), key=lambda one: (-abs(one.score), one.date, one.event))
    rounded = [tuple(round(value, 2) for value in pair) for pair in (coop, conf)]
    return Change(date=rows[turn].date, coop=rounded[0], conf=rounded[1], events=tuple(weighty[:EVENTS]))  # type: ignore[arg-type]

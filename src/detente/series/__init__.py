"""A dyad over time: its cooperation and its conflict, kept apart, with the sentences behind every number.

    observed = observe(snapshot, "RUS", "UKR", first="2024-01-01")
    rows = count(observed, "week", coverage=coverage(snapshot))

`Row` is a cell of the series; `tension` and `changes` read whether it gets better or worse.
"""

from __future__ import annotations

from detente.series.changes import Change, changes
from detente.series.count import Row, count
from detente.series.observe import Observation, coverage, observe, observe_articles
from detente.series.periods import STEPS, Step, begin, following
from detente.series.tension import Tension, tension

__all__ = [
    "STEPS",
    "Change",
    "Observation",
    "Row",
    "Step",
    "Tension",
    "begin",
    "changes",
    "count",
    "coverage",
    "following",
    "observe",
    "observe_articles",
    "tension",
]

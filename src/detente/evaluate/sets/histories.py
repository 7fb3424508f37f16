"""Time expressions of histories against TIMEX3, in the form of `times`: what counts there is which year a date belongs to."""

from __future__ import annotations

from detente.evaluate.sets.times import measure

__all__ = ["PATHS", "measure"]

PATHS = ("**/time_wikiwars/*.jsonl.gz",)

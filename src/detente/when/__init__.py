"""Time expressions of a news text, with TIMEX3 values and the days that they cover."""

from detente.when.dateline import filed
from detente.when.finder import find_readings, find_times

__all__ = ["filed", "find_readings", "find_times"]

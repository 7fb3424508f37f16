"""Time expressions of a news text, with TIMEX3 values and the days that they cover."""

from detente.when.finder import find_times

__all__ = ["find_times"]

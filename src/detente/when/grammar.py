"""The grammar: patterns over class letters (see `words.py`), each with the reading of what it finds.

At a token all patterns that may begin there are tried; the longest match whose reading succeeds wins, the earlier
rule on a tie. Extents hold no preposition in front.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from detente.when import clock, compound, fixed, holidays, lengths, monthdays, numeric, often, parts, relative, years
from detente.when.found import Found
from detente.when.scene import Reading

OPENERS = frozenset("MmWwdYnNVhOUQCTPRLpXSrGgeatFZBfqHDIAJx'")  # letters that a match may begin with
LONGEST = 20  # tokens; no expression has more
_MOD = r"(?:t?e-?|t?eot?|[Gg](?:it?)?)?"
_EDGE = r"(?:t?e-?|t?eot?|ei)?"
_MONTH = r"(?:M|m\.?)"
_MONTH_DAY = rf"{_MONTH}t?[dO](?!:d)(?:,?Y(?!z))?"
_DAY_MONTH = rf"t?[dO]o?{_MONTH}(?:,?o?Y)?"
_DATE = rf"(?:{_MONTH_DAY}|{_DAY_MONTH})"
_WEEKDAY = r"(?:W|w\.?)"
_CLOCK = r"(?:d(?::d)?Kz?|nKz?|d:dz?|[dN]k|[Yn]z|T)"
# Behind a year in figures a number in words begins anew ("in 1974 five days after").
_NUMBER = r"(?:(?:a?V|aN|[dn]d/d|[dnN]|h)(?:-?N){0,6}|Y)(?:cah|ch)?"
_SHIFT = r"(?:[LX]|S[pXLS]?)"
_PART_OF = r"(?:e-?i?)?t?To"


Read = Callable[[Found], Reading | None]


class Rule(NamedTuple):
    """A pattern over class letters and the reading of its matches."""

    pattern: re.Pattern[str]
    read: Read


_RULES: tuple[tuple[str, Read], ...] = (
    (rf"{_MOD}(?:{_SHIFT}?{_WEEKDAY},?|[LXS])?{_DATE}(?:,?i?{_CLOCK})?", fixed.month_day),
    (rf"{_MOD}{_WEEKDAY}T?\({_DATE}\)", fixed.month_day),
    (rf"q?{_CLOCK},?[io]?(?:{_WEEKDAY},?)?{_DATE}", fixed.month_day),
    (rf"{_PART_OF}(?:{_WEEKDAY},?)?{_DATE}", fixed.month_day),
    (rf"{_MONTH}[dO]-[dO](?:,?Y)?|[dO][-c][dO]{_MONTH}(?:,?Y)?", fixed.day_range),
    (rf"{_EDGE}t?{_SHIFT}?{_WEEKDAY}(?:,?i?{_CLOCK}|o?[LXS]U|U)?", fixed.weekday),
    (rf"{_EDGE}q?{_CLOCK},?[io]?{_WEEKDAY}|{_PART_OF}{_WEEKDAY}", fixed.weekday),
    (rf"{_MOD}{_SHIFT}?{_MONTH}(?:,?o?Y|,?o?t?[LXS]U)?", fixed.month_year),
    (r"Y-d-d|d/d/[Yd]|I", numeric.numeric),
    (r"d/d", numeric.nine_eleven),
    (rf"t?xo(?:{_WEEKDAY}|{_DATE}|H)", compound.eve),
    (rf"t?Uo{_DATE}", compound.week_of),
    (rf"tOUo(?:{_MONTH}(?:,?Y)?|t?[LXS]U|tU)", compound.nth_week),
    (rf"{_MOD}R(?:,?i?{_CLOCK})?", clock.relative_day),
    (rf"q?{_CLOCK},?i?R", clock.relative_day),
    (rf"{_MOD}(?:t?{_SHIFT}f?)[UQC]|tr?fU", relative.deictic),
    (r"(?:t?eot|[Gg]it)U|tU|t[rS]?Q(?!-)", relative.deictic),
    (r"t?(?:_-)?U-g?G(?:-?[OdnN]?-?[QUj])?", compound.year_ago),
    (r"t?U[-s]?e", compound.year_end),
    (r"t?[rX][UQ](?:c[UQ])?|tUv", often.vague),
    (rf"t?[LXp](?:q?{_NUMBER})?(?:o)?[UQC]", relative.counted_span),
    (rf"q?(?:{_NUMBER}|ah?)?[UQC](?:ca?h)?u?[Ggb]|tU[Ggb]", relative.distant),
    (rf"q?(?:t?O?{_NUMBER}-?|t?A?{_NUMBER}A?|ah?A?|ha?|ah?-|A)[UQC](?:-?l)?(?:ca?h)?u?|U(?:-l)?|tOU", lengths.duration),
    (r"J", lengths.compact),
    (r"(?:t|[LXS])?(?:[LXS]Us)?(?:f-?)?Y?(?:O-?[Qh]|Lh)(?:,?o?(?:f?Y|[LXS]U|tU))?", parts.quarter),
    (rf"{_MOD}(?:t|{_SHIFT})?P(?:,?o?(?:Y|[LXS]U))?", parts.season),
    (r"t?e?-?'?D", years.decade),
    (r"t?e?-?O-?C", years.century),
    (rf"F(?:{_NUMBER}|O)?[UQTWMP]|Z", often.repeated),
    (r"B|tp", often.reference),
    (r"(?:t?e-?|t?eo|t?f|tf?U)?Y|tUNN", years.year),
    (r"[Ydn]E|[Yn](?=[-c][Yn]E)", years.before_christ),
    (r"[dO]", years.end_of_range),
    (r"tO(?:ot?[LXS]U)?", monthdays.day_of_month),
    (r"t?[LX]?H(?:,?Y|[LX]U)?", holidays.holiday),
    (r"tTb", clock.evening_before),
    (r"tXT", clock.next_part),
    (rf"(?:{_NUMBER}|a)T[Gg]", clock.nights_away),
    (r"tWb", fixed.weekday_before),
    (rf"{_MOD}(?:(?:t?S+|[LS])T|e-?T|q?(?:d(?::d)?Kz?|nKz?|d:dz?|[dN]k|[Yn]z))|t?T", clock.time_of_day),
)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, compiled once and at first use."""
    return tuple(Rule(re.compile(pattern), read) for pattern, read in _RULES)

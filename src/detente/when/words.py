"""The words that time expressions are made of, each with a one-letter class and what it stands for.

The grammar is written over the class letters (see `grammar.py`), so this table is its alphabet.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Word(NamedTuple):
    """Class letter and meaning (a number, a unit letter, an offset in days, a TIMEX3 code)."""

    letter: str
    value: int | float | str


def _list(words: str) -> list[str]:
    return words.split()


_MONTHS = _list("january february march april may june july august september october november december")
_WEEKDAYS = _list("monday tuesday wednesday thursday friday saturday sunday")
_ONES = _list("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
_TEENS = _list("seventeen eighteen nineteen")
_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DECADES = _list("twenties thirties forties fifties sixties seventies eighties nineties")

# letter, meaning, words (";" between, so that an entry may have several words)
_LISTED: tuple[tuple[str, int | float | str, str], ...] = (
    ("U", "D", "day;days"),
    ("U", "W", "week;weeks"),
    ("U", "M", "month;months"),
    ("U", "Y", "year;years"),
    ("U", "E", "decade;decades"),
    ("U", "F", "fortnight;fortnights"),
    ("U", "WE", "weekend;weekends"),
    ("U", "TH", "hour;hours"),
    ("U", "TM", "minute;minutes"),
    ("U", "TS", "seconds"),
    ("Q", "Q", "quarter;quarters"),
    ("C", "C", "century;centuries"),
    ("T", "MO", "morning;mornings;dawn;daybreak;sunrise;small hours;wee hours"),
    ("T", "AF", "afternoon;afternoons"),
    ("T", "EV", "evening;evenings;dusk;nightfall;sunset"),
    ("T", "NI", "night;nights"),
    ("T", "12:00", "noon;midday"),
    ("T", "24:00", "midnight"),
    ("P", "SP", "spring"),
    ("P", "SU", "summer"),
    ("P", "FA", "fall;autumn"),
    ("P", "WI", "winter"),
    ("R", 0, "today;tonight"),
    ("R", -1, "yesterday;overnight"),
    ("R", 1, "tomorrow"),
    ("R", -2, "the day before yesterday"),
    ("R", 2, "the day after tomorrow"),
    ("L", -1, "last;previous;preceding"),
    ("p", -1, "past"),
    ("X", 1, "next;coming;future;following;upcoming;subsequent;ensuing"),
    ("S", 0, "this;current;same;that;this very"),
    ("r", "X", "recent;latest"),
    ("G", -1, "ago;earlier;previously;prior"),
    ("g", 1, "later;afterwards;from now;hence"),
    ("b", -1, "before"),
    ("b", 1, "after"),
    ("e", "", "early;late;mid;beginning;start;end;middle;close;rest;sometime"),
    ("a", 1, "a;an"),
    ("t", "", "the"),
    ("o", "", "of"),
    ("i", "", "in;on;at;during;within;since;by;until;till;from;between;through;for;into;throughout;over;all"),
    ("c", "", "to;and;or"),
    ("N", 100, "hundred"),
    ("N", 1000, "thousand"),
    ("N", 12, "dozen"),
    ("V", "X", "few;several;many;numerous;a few;a number of;dozens of;a handful of"),
    ("V", 2, "couple of;a couple of;couple;a couple"),
    ("h", 0.5, "half;a half;half a;half an"),
    ("K", "am", "a.m;a.m.;am"),
    ("K", "pm", "p.m;p.m.;pm"),
    ("k", "", "o'clock"),
    ("z", "", "gmt;utc;est;edt;cet;cest;bst;pst;pdt;eat;wat;msk;local time"),
    ("F", 1, "every;each"),
    ("Z", "P1D", "daily;nightly"),
    ("Z", "P2W", "biweekly"),
    ("Z", "P1W", "weekly"),
    ("Z", "PT1H", "hourly"),
    ("Z", "P1M", "monthly"),
    ("Z", "P1Y", "annually;yearly"),
    ("B", "PRESENT_REF", "now;right now;currently;nowadays;these days;at present;at the moment;at this time;the time being"),
    ("B", "PAST_REF", "recently;more recently;the recent past;lately;formerly"),
    ("B", "FUTURE_REF", "soon;as soon as possible;the future;the near future;shortly;the coming future;the foreseeable future"),
    ("B", "FUTURE_REF", "the near term;the short term"),
    ("f", "", "fiscal;financial"),
    ("q", "", "about;around;nearly;almost;roughly;approximately;more than;less than;at least;at most;up to"),
    ("q", "", "no more than;no less than;as many as;fewer than;just over;just under"),
    ("u", "", "or so;or more"),
    ("A", "", "more;additional;another;extra;further"),
    ("l", "", "long"),
    ("v", "", "ahead;to come"),
    ("j", "", "period;periods"),
    ("x", "", "eve"),
    ("E", "", "bc;bce"),
    ("J", "P1D", "daylong"),
    ("J", "P1W", "weeklong"),
    ("J", "P1M", "monthlong"),
    ("J", "P1Y", "yearlong"),
    ("H", "12-25", "christmas;christmas day"),
    ("H", "12-24", "christmas eve"),
    ("H", "01-01", "new year's day;new year"),
    ("H", "12-31", "new year's eve"),
    ("H", "05-01", "may day"),
    ("H", "10-31", "halloween"),
    ("H", "12-26", "boxing day"),
    ("H", "11-11", "armistice day;veterans day;remembrance day"),
    ("H", "02-14", "valentine's day"),
    ("H", "03-08", "international women's day"),
    ("H", "01-07", "orthodox christmas"),
    ("H", "TG", "thanksgiving;thanksgiving day"),
    ("H", "LD", "labor day"),
    ("H", "ME", "memorial day"),
    ("H", "ED", "election day"),
    ("H", "EA", "easter;easter sunday"),
    ("H", "EM", "easter monday"),
    ("H", "GF", "good friday"),
    ("H", "PS", "palm sunday"),
    ("H", "AW", "ash wednesday"),
)


@cache
def table() -> dict[str, Word]:
    """Every word and fixed phrase in lower case with its class and meaning."""
    words = {name: Word("M", number) for number, name in enumerate(_MONTHS, 1)}
    words |= {name[:3]: Word("m", number) for number, name in enumerate(_MONTHS, 1) if name != "may"}
    words["sept"] = Word("m", 9)
    for number, name in enumerate(_WEEKDAYS):
        words[name] = words[name + "s"] = Word("W", number)
        words[name[:3]] = Word("w", number)
    words |= {"tues": Word("w", 1), "weds": Word("w", 2), "thur": Word("w", 3), "thurs": Word("w", 3)}
    words |= {name: Word("N", number) for number, name in enumerate(_ONES + _TEENS, 1)}
    words |= {name: Word("N", 10 * number) for number, name in enumerate(_TENS, 2)}
    words |= {name: Word("O", number) for number, name in enumerate(_ORDINALS, 1)}
    words |= {name: Word("D", 1900 + 10 * number) for number, name in enumerate(_DECADES, 2)}
    for letter, value, listed in _LISTED:
        words |= {name: Word(letter, value) for name in listed.split(";")}
    return words


@cache
def phrases() -> tuple[str, ...]:
    """The entries of several words, longest first."""
    return tuple(sorted((name for name in table() if " " in name), key=len, reverse=True))

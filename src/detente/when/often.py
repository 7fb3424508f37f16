"""Readings of sets ("every Monday", "daily") and of vague references ("now", "recently", "the weeks ahead")."""

from __future__ import annotations

from detente.when.found import Found
from detente.when.lengths import SOME, amount, duration_value, moved
from detente.when.scene import Reading


def repeated(found: Found) -> Reading | None:
    """ "every day", "each Monday", "every two weeks", "daily"."""
    simple = found.first("Z")
    if simple is not None:
        following = found.following()
        if simple.capital and found.before() != "|" or (following is not None and following.capital):
            return None  # "the daily Coast Courier"
        return Reading("SET", str(simple.value))
    last, letter = found.tokens[-1], found.letters[-1]
    if letter in "Ww":
        return Reading("SET", f"XXXX-WXX-{int(last.value) + 1}")
    if letter == "M":
        return Reading("SET", f"XXXX-{int(last.value):02d}")
    if letter == "P":
        return Reading("SET", f"XXXX-{last.value}")
    if letter == "T":
        return Reading("SET", f"XXXX-XX-XXT{last.value}")
    return Reading("SET", duration_value(amount(found), str(last.value)))


def reference(found: Found) -> Reading | None:
    """ "now", "recently", "soon", "the past"; not "shortly after"."""
    if found.letters == "tp":
        return Reading("DATE", "PAST_REF") if found.after() in ".,|)cib" else None
    if found.after() in "bG":
        return None
    token, following = found.tokens[0], found.following()
    if token.word == "soon" and not (found.after() in '.,|)"' and (following is None or following.word != "as")):
        return None  # "soon became": then, not from today
    return Reading("DATE", str(token.value))


def vague(found: Found) -> Reading | None:
    """ "recent weeks and months", "the coming days", "the years ahead": some time before or after today."""
    unit, side = found.first("UQ"), found.first("rXv")
    if unit is None or side is None or not unit.word.endswith("s"):
        return None
    if side.word in ("following", "subsequent", "ensuing"):
        return Reading("DURATION", duration_value("X", str(unit.value)))
    past, today = side.value == "X", found.published
    other = moved(today, str(unit.value), (-1 if past else 1) * SOME.get(str(unit.value), 1)) if today else None
    first, last = sorted((today, other)) if today and other else (None, None)
    value = "PAST_REF" if past else "FUTURE_REF"
    return Reading("DATE", value, first.isoformat(), last.isoformat()) if first and last else Reading("DATE", value)

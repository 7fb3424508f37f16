"""Readings of durations ("two years", "a 30-day truce") and sets ("every Monday", "daily")."""

from __future__ import annotations

from detente.when.scene import Found, Reading

Amount = float | str  # a number, or "X" for one that the text leaves open


def amount(found: Found) -> Amount:
    """The number that the expression counts with: 2.5 for "two and a half", "X" for "several"."""
    total, current = 0.0, 0.0
    for letter, token in zip(found.letters, found.tokens, strict=True):
        if letter == "V" and isinstance(token.value, str):
            return "X"
        if letter in "UQC" and (total or current):
            break
        if letter == "N" and token.value in (100, 1000, 12):
            current = (current or 1) * float(token.value)
            if token.value == 1000:
                total, current = total + current, 0.0
        elif letter in "dnNYVh":
            current += float(token.value)
    return total + current or 1


def duration_value(count: Amount, unit: str) -> str:
    """TIMEX3 duration: `P2Y`, `PT8H`, `PXM`; fortnights in weeks, quarters in months, decades in years."""
    scale, code = {"F": (2, "W"), "Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y"), "WE": (1, "WE")}.get(unit, (1, unit))
    if isinstance(count, str):
        shown = "X"
        code = {"E": "E", "C": "C", "Q": "Q"}.get(unit, code)
    else:
        number = count * scale
        shown = str(int(number)) if number == int(number) else f"{number:.2f}".rstrip("0")
    return f"PT{shown}{code[1]}" if code.startswith("T") else f"P{shown}{code}"


def duration(found: Found) -> Reading | None:
    """ "two years", "a month", "the nine months", "a 30-day truce", "for years"."""
    unit = found.first("UQC")
    if unit is None:
        return None
    counted = any(letter in "adnNVYh" for letter in found.letters)
    if not counted and not (unit.word.endswith("s") and found.before() == "i"):
        return None
    if found.letters[0] in "at" and "-" in found.letters:
        return None  # "a 30-day truce": the article belongs to the truce
    if found.letters[-1] in "UQC" and _is_age(found):
        return None
    if found.letters == "aU" and unit.value == "D" and found.before() not in "iq":
        return None
    count = amount(found) if counted else "X"
    if found.letters in ("aU", "aQ") and found.before() in "n_" and _is_rate(found):
        return Reading("SET", duration_value(1, str(unit.value)))
    return Reading("DURATION", duration_value(count, str(unit.value)))


def _is_age(found: Found) -> bool:
    """ "27-year-old" and "27 years old" tell an age."""
    tail = found.scene.flat[found.tokens[-1].end : found.tokens[-1].end + 5].lower()
    return tail.startswith(("-old", " old", "s old"))


def _is_rate(found: Found) -> bool:
    """ "twice a week", "1,000 barrels a day"."""
    lead = found.scene.flat[max(0, found.tokens[0].start - 14) : found.tokens[0].start].split()
    return bool(lead) and lead[-1].lower() in {
        "once",
        "twice",
        "times",
        "barrels",
        "hours",
        "dollars",
        "percent",
        "people",
    }


def repeated(found: Found) -> Reading | None:
    """ "every day", "each Monday", "every two weeks", "daily"."""
    simple = found.first("Z")
    if simple is not None:
        following = found.scene.flat[found.tokens[-1].end :][:2].strip()
        if simple.word == "daily" and following[:1].isupper():
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
    return Reading("DATE", str(found.tokens[0].value))

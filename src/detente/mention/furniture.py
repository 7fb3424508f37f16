"""What stands on a line of news beside its sentences, and acts nowhere: a dateline's place, an item's bullet and label, a seat,
a currency, a number."""

from __future__ import annotations

import re

from detente.where.names import read, state_called

_BULLET = re.compile(r"[-–—*•·>]+\s+")
_BULLETED = re.compile(r"(?:^|\n)[^\S\n]*[-–—*•·>]+[^\S\n]+$")
_DATELINE = re.compile(r"[A-Z][\w.,’' ]{1,40}? [-–—] (?=\S)")  # in one mention with who is named first: "Lagos - Nigeria's police"
# Behind the place of a dateline: "Lagos - Police ...", "LAGOS (AP) - Police ...", "LAGOS/ABUJA - Police ...".
_FILED = re.compile(r"(?:/[A-Z][\w ’'.-]{1,30})? (?:\([^()\n]{2,20}\) ?[-–—_]|[-–—] )")
_SEAT = re.compile(r"[DRI]-[A-Z][\w.]*")  # a member's party and state in brackets: "(D-Mo.)"
_PARTY = re.compile(r"\s?\([DRI](?:-[^()\n]{1,20})?\)?$")
_DISEASE = re.compile(r"(?:the )?covid(?:-19)?", re.IGNORECASE)
# A number before what is counted, which is not somebody: the "two" of "two Saudi refineries".
_NUMBER = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?= ([A-Z]\w+))", re.IGNORECASE)
_MONEY = ("$", "€", "£")  # behind the letters of a state: "US$40"
_BACK = 40  # code points in which a line's bullet stands before its label


def behind(text: str, start: int, end: int) -> int:
    """Where a mention begins behind a bullet or a dateline that it was marked with."""
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    dateline = _DATELINE.match(text, start, end) if _opens(text, start) else None
    return dateline.end() if dateline else start


def before_party(text: str, start: int, end: int) -> int:
    """Where a mention ends before its party in brackets: "Sen. Ada Mills (R)"."""
    party = _PARTY.search(text[start:end])
    return start + party.start() if party and party.start() else end


def furniture(text: str, start: int, end: int) -> bool:
    """Whether a mention is no more than such a thing: "D-Mo.", the "US" of "US$40", "Lagos" before " - Police", "Chad" of "- Chad: ..."."""
    if _SEAT.fullmatch(text, start, end) or _DISEASE.fullmatch(text, start, end) or text.startswith(_MONEY, end):
        return True
    if text.startswith(",", end) and text.startswith(", ", start - 2) and text[start:end].isdigit() and end - start < len("100"):
        return True  # somebody's age: "the actress, 26, left"
    counted = _NUMBER.match(text, start)
    if counted and counted.end() == end:
        return state_called(counted[1]) is not None
    if text.startswith(":", end) and _BULLETED.search(text, max(start - _BACK, 0), start):
        return state_called(text[start:end]) is not None
    return _opens(text, start) and _FILED.match(text, end) is not None and read(text[start:end]) is not None


def _opens(text: str, start: int) -> bool:
    return not start or text[start - 1] == "\n"

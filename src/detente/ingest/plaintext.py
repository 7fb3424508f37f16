"""Plain text to an article: its title, dateline, date, later sections and credited outlets; the text stays as it is."""

from __future__ import annotations

import re

from detente.ingest.credits import credited
from detente.ingest.dates import find_date, find_short_date
from detente.ingest.language import guess
from detente.records import Article, Update

_HEAD_LINES = 14  # a date further down belongs to the story
_LABEL = re.compile(
    r"^\W*(?:first\s+|last\s+)?(?:published|posted|issued|released|date|filed|publication date|updated)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][\w.'’‘ -]{1,40}?(?:,\s?[^\n,()]{2,30}?){0,2}?)"
    r"(?:,?\s+(?P<date>[^\n()–—]{3,24}?))?\s*(?:\((?P<outlet>[^()\n]{2,40})\)\s*[-–—:.]|[-–—]{1,2}(?=\s))"
)
_UPDATE = re.compile(
    r"^[ \t]*[\[(*]*(?:(?:UPDATED?|Updated?|CORRECTION|Correction|CORRECTED|Corrected|CLARIFICATION|Clarification)"
    r"|(?:EDITOR|Editor)(?:['’]?[Ss])? (?:NOTE|[Nn]ote))\b(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_UPDATE_REST = re.compile(
    r"\s*(?:[:\-–—(\[\])]|$|,?\s*(?:on\s+|at\s+)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)
_TITLE_LIMIT = 200  # code points; a longer first paragraph is body text


def article(text: str, name: str, *, published: str | None = None) -> Article:
    """The article in a decoded plain text; `published` wins over a date found in the head."""
    found = published or published_day(text)
    outlet = dateline_outlet(text)
    return Article(
        id=name,
        text=text,
        title=title(text),
        published=found,
        outlet=outlet,
        language=guess(text),
        updates=updates(text, found),
        outlets=credited(text, publisher=outlet),
    )


def title(text: str) -> str | None:
    """The headline: the first paragraph if it is short and no sentence; the longer of two such lines in front."""
    blocks = [block.strip() for block in re.split(r"\n[^\S\n]*\n", text.strip()[:4000])[:3]]
    first_lines = blocks[0].split("\n")
    if len(first_lines) > 1 and len(blocks) == 1 or len(first_lines) > 3:
        candidates = [first_lines[0].strip()]
    else:
        candidates = [" ".join(first_lines)] + ([" ".join(blocks[1].split("\n"))] if len(blocks) > 2 else [])
    if not _is_title(candidates[0]):
        return None
    if (
        len(candidates) > 1
        and _is_title(candidates[1])
        and len(candidates[0].split()) <= 3 < len(candidates[1].split())
    ):
        return candidates[1].removeprefix("# ").strip()
    return candidates[0].lstrip("#").strip() or None


def _is_title(line: str) -> bool:
    ended = line.rstrip("\"'”’)").endswith((".", ":")) and not line.endswith(("...", "U.S."))
    byline = re.match(r"(?:By|From)\s+[A-Z]", line) or _LABEL.match(line)
    return 0 < len(line) <= _TITLE_LIMIT and not ended and not byline and not _DATELINE.match(line)


def published_day(text: str) -> str | None:
    """The full date in the head of the text: labelled, alone on a line, in a byline or in the dateline."""
    lines = [line.strip() for line in text.lstrip()[:6000].split("\n")[:_HEAD_LINES]]
    for line in lines:
        if _LABEL.match(line) and len(line) < 120 and (day := find_date(line)):
            return day
    for line in lines:
        if _UPDATE.match(line):
            return None
        short = len(line) < 90 and (line[:1].isdigit() or "|" in line or len(line.split()) <= 8)
        if short and not line.endswith(".") and (day := find_date(line)) and _mostly_date(line):
            return day
        dateline = _DATELINE.match(line)
        if dateline and dateline["date"] and (day := find_date(dateline.group())):
            return day
    return None


def _mostly_date(line: str) -> bool:
    """Whether a line holds a date and little else ("By Ana Duarte | 13 December 2021", "Monday, 13 December 2021")."""
    return "|" in line or "·" in line or line.startswith("By ") or len(re.findall(r"[^\W\d_]{3,}", line)) <= 3


def dateline_outlet(text: str) -> str | None:
    """The outlet in brackets of a dateline: "NAIROBI, May 5 (Coast Agency) -"."""
    for line in text.lstrip()[:6000].split("\n")[:_HEAD_LINES]:
        found = _DATELINE.match(line.strip())
        if found and found["outlet"] and found["place"].isupper():
            return found["outlet"].strip()
    return None


def updates(text: str, published: str | None) -> tuple[Update, ...]:
    """Sections added later: headings such as "UPDATE 15/12/2021" or "Correction:", each with its day if it has one."""
    found: list[Update] = []
    for heading in _UPDATE.finditer(text):
        rest = heading["rest"]
        if not _UPDATE_REST.match(rest):
            continue
        day = find_date(rest[:80], near=published)
        if day is None and published:
            day = find_short_date(rest[:30], published)
        start = heading.start() + len(heading.group()) - len(heading.group().lstrip())
        found.append(Update(start, day))
    return tuple(found)

"""How far a content goes: to the end of its clause or its noun phrase."""

from __future__ import annotations

import re

from detente.actor.places import state_of
from detente.attribution.lexicon import lexicon
from detente.attribution.subjects import AUX
from detente.event.scene import Scene
from detente.text.turns import LARGE

CLAUSE_END = re.compile(
    r"[;:]\s|\s[—–-]{1,2}\s|—|,?\s(?=(?:but|although|though|whereas|while|unless|because)\b)|,\s(?=(?:and|or|which|who|whose|as|after|before|when|where|since|with|adding|according|"
    r"an?|the|even|including|he|she|they|it|in|on|at|\w+ing|[A-Z]\w+)\b)|[.!?]?[”\"’']*$"
)
PHRASE_END = re.compile(
    r"[;:]\s|\s[—–-]{1,2}\s|—|,\s|\s(?=(?:but|although|though|whereas|while|unless|because|after|before|when|since|who|which|where|if)\b)|[.!?]?[”\"’']*$"
)
# "its courts, its police and its schools": a comma within a list ends nothing.
_LIST = re.compile(
    r",\s(?!(?:and|but|or|which|who|as|when|while|where|he|she|they|it|we|I|with|in|on|at|\w+ing)\b)"
    r"(?:[^,;:.“”\"]{1,60},\s)*?[^,;:.“”\"]{0,60}?,?\s?\band\s(?!\w+ed\b|\w+ing\b)"
)
_VERBAL = re.compile(rf"\b(?:{AUX}|said|says|told|\w+ed)\b")
_JOINED_VERB = re.compile(r"\sand\s(?:(?:also|then|has|have|had|is|are|was|were|will|would|did|\w+ly)\s)*(\w+)")
LEAST = 3  # words of a clause
_AGENCY_AND_DAY = r"(?: ?\([^)\n]{1,50}\))?(?: [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_DATELINE = re.compile(rf"{LARGE}(?:{LARGE}|[.'’ /-]){{2,60}}(?:(?:, | \| )[^–—\n(]{{0,60}}?)?{_AGENCY_AND_DAY} ?(?:[–—]|(?<= )--?) ")
# A town written as usual, with its state or day behind it: "Kano, Nigeria - ".
_PART = rf"(?:{LARGE}[\w'’.-]*|\d{{1,4}})"
_TOWN = re.compile(rf"({LARGE}[\w'’-]*(?: {LARGE}[\w'’-]*){{0,3}})(?:, {_PART}(?:,? {_PART}){{0,4}})?{_AGENCY_AND_DAY} (?:[–—]|--?) ")
# What sort of item it is, before a headline or a flash: "UPDATE 1-", "BREAKING: ", "Opinion | ".
_SORT = (
    r"(?:breaking(?: news)?|urgent|alert|flash|just in|developing|latest|live|watch|video|exclusive|analysis|explainer|opinion|factbox"
    r"|insight|timeline)"
)
_SLUG = re.compile(
    rf"(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|{_SORT.upper()})(?: \d{{1,2}})?(?: ?[-–—|] ?|: )"
    rf"|(?i:{_SORT}|update(?: \d{{1,2}})?)(?::| [-–—|]) )(?=[A-Z“\"'‘])"
)


def behind_dateline(text: str) -> int:
    """Where a sentence begins to tell: 0, or behind what sort of item it is and its dateline ("UPDATE 1-", "OSLO, 3 May (Fjord Wire) - ")."""
    slug = _SLUG.match(text)
    start = slug.end() if slug else 0
    found = _DATELINE.match(text, start)
    if found is None and (town := _TOWN.match(text, start)) and state_of(town[1]):
        found = town
    return found.end() if found else start


def end_of(text: str, first: int, ends: re.Pattern[str]) -> int:
    """The end of what begins at `first`: a mark or word that ends it, outside quotation marks, or a verb joined by "and"."""
    at = first
    while found := ends.search(text, at):
        last = found.start()
        listed = ends is PHRASE_END and text.startswith(",", last) and _LIST.match(text, last)
        if listed and not _VERBAL.search(listed.group()):
            at = listed.end()
            continue
        short = ends is CLAUSE_END and len(text[first:last].split()) < LEAST
        if last >= len(text) or not short and text[first:last].count("“") == text[first:last].count("”") and text[first:last].count('"') % 2 == 0:
            break
        at = last + 1
        if at >= len(text):
            last = len(text)
            break
    else:
        last = len(text)
    for joined in _JOINED_VERB.finditer(text, first, last):
        word, form = joined.group(1), lexicon().forms.get(joined.group(1))
        finite = form is not None and form.tense in ("past", "s")
        if finite or word in ("said", "says", "told") or (ends is PHRASE_END and word.endswith("ed")):
            last = joined.start()
            break
    while last > first and (text[last - 1].isspace() or text[last - 1] in ",;:.!?"):
        last -= 1
    return last


def shifted(scene: Scene, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A span of a sentence as the article's offsets."""
    return (scene.start + span[0], scene.start + span[1]) if span else None


def cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans share words."""
    return one[0] < other[1] and other[0] < one[1]

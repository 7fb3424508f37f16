"""What a noun of the lexicon tells: "Lima's opposition to the plan", "a report by the agency that ...", "made a call for talks"."""

from __future__ import annotations

import re

from detente.attribution.draft import Draft
from detente.attribution.extent import CLAUSE_END, PHRASE_END, end_of, shifted
from detente.attribution.lexicon import lexicon
from detente.attribution.subjects import MOST_BACK, led_from, mention_before, phrase_before
from detente.event.scene import Scene
from detente.records import Attitude

_AUTHOR = re.compile(r"\s+(?:by|from|in)\s+((?:[\w.’'-]+\s+){0,6}?[\w.’'-]+)\s+that\s+(?=\S)")
_HEAD = re.compile(r"(?:(?:an?|the|any|these|those|such|his|her|their|its|[a-z]+)\s+){0,2}?([a-z]+)(?=\s+(?:by|from|in)\s)")
_LIGHT = re.compile(
    r"\b(?:ma(?:de|kes?|king)|issu(?:ed|es|ing)|g(?:ave|ives?|iven|iving)|offer(?:ed|s|ing)?|rais(?:ed|es|ing)|express(?:ed|es|ing)?|voic(?:ed|es|ing)|launch(?:ed|es|ing)?|"
    r"withh(?:eld|olds?)|announc(?:ed|es)|ha(?:s|ve|d)|declar(?:ed|es)|pledg(?:ed|es)|unleash(?:ed|es)|deliver(?:ed|s)|renew(?:ed|s)|repeat(?:ed|s)|reiterat(?:ed|es)|drop(?:ped|s)|took|take[ns]?)"
    r"(?:\s+(?!of\b|in\b|on\b|to\b|that\b|by\b|for\b|with\b|from\b)[\w’'-]+){0,4}\s+$"
)
# Whose the noun is: "his", "Lima's", "the ministers’", with what describes the noun after it.
_OWNER = re.compile(r"(\b(?:his|her|its|their|my|our|your)\b|['’]s\b|s['’](?=\s))\s+(?:[a-z-]+\s+){0,3}$", re.IGNORECASE)


def noun_of(scene: Scene, match: re.Match[str], paragraph: int) -> Draft | None:
    """ "Lima's opposition to the plan": a noun with its owner before it and its content after it."""
    text, (start, end) = scene.text, match.span()
    taken = lexicon().nouns.get(match.group())
    if taken is None:
        return None
    attitude, words = taken
    rest = re.match(rf"\s+({'|'.join(words)})\s+(?=\S)", text[end:])
    owner = _OWNER.search(text[max(start - MOST_BACK, 0) : start]) if rest else None
    if rest is not None and owner is None:
        return _light(scene, match, rest, attitude, paragraph)
    if rest is None:
        return _authored(scene, match, attitude, paragraph) if "that" in words else None
    if owner is None:
        return None
    here = scene.start + max(start - MOST_BACK, 0) + owner.start(1)
    holding = [m for m in scene.mentions if m.start <= here <= m.end <= scene.start + end]
    speaker = max(holding, key=lambda m: m.start, default=None)
    if speaker is None:
        return None
    after = end + (1 if rest.group(1) == "to" and attitude == "wanted" else rest.end())
    clause = rest.group(1) == "that" or (rest.group(1) == "to" and attitude == "wanted")
    last = end_of(text, after, CLAUSE_END if clause else PHRASE_END)
    if last - after < 2:
        return None
    cue, parts = (scene.start + start, scene.start + end), [(scene.start + after, scene.start + last)]
    return Draft(scene, cue, speaker, parts, paragraph=paragraph, attitude=attitude)


def holds_report(text: str, start: int) -> bool:
    """Whether a noun phrase is a report with its author and content."""
    noun = _HEAD.match(text, start)
    known = lexicon().nouns.get(noun[1]) if noun else None
    return noun is not None and known is not None and known[0] == "said" and bool(_AUTHOR.match(text, noun.end()))


def _authored(scene: Scene, noun: re.Match[str], attitude: Attitude, paragraph: int) -> Draft | None:
    """ "A report by the agency Alba that the port is shut": who says it stands between the noun and its content."""
    by = _AUTHOR.match(scene.text, noun.end())
    last = end_of(scene.text, by.end(), CLAUSE_END) if by else 0
    if by is None or last - by.end() < 2:
        return None
    start, (first, end) = scene.start, by.span(1)
    speaker = max((m for m in scene.mentions if m.start == start + first and m.end <= start + end), key=lambda m: m.end, default=None)
    parts = [(start + by.end(), start + last)]
    draft = Draft(scene, (start + noun.start(), start + noun.end()), speaker, parts, paragraph=paragraph, attitude=attitude)
    draft.source = None if speaker else (start + first, start + end)
    return draft


def _light(scene: Scene, noun: re.Match[str], rest: re.Match[str], attitude: Attitude, paragraph: int) -> Draft | None:
    """ "Obura made a call for talks": a verb that says little, whose object names what is said or wanted."""
    text, base = scene.text, max(noun.start() - MOST_BACK, 0)
    verb = _LIGHT.search(text[base : noun.start()])
    if verb is None:
        return None
    first = led_from(text, base + verb.start())
    speaker, source = mention_before(scene, first), shifted(scene, phrase_before(text, first))
    after = noun.end() + rest.end()
    last = end_of(text, after, CLAUSE_END if rest[1] == "that" else PHRASE_END)
    if (speaker is None and source is None) or last - after < 2:
        return None
    cue = (scene.start + first, scene.start + noun.end() + len(rest.group().rstrip()))
    draft = Draft(scene, cue, speaker, [(scene.start + after, scene.start + last)], paragraph=paragraph, attitude=attitude)
    draft.source = None if speaker else source
    return draft

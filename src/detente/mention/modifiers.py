"""Whose a thing is, by the word before it: "an army camp", "a US resolution", "Houthi positions", "an Israeli strike".

Who attacks the camp attacks the army, and who vetoes the resolution refuses the United States. The text model has learned to mark parties, which
such words hardly are, but can tell whether one is meant; so each is offered to it as a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.mention.extents import Marked
from detente.where.names import state_called

# What is attacked, taken or held; what a state makes, owns or asks for.
_SITE = (
    r"(?:(?:air ?|naval |training )?(?:bases?|camps?|posts?|stations?|positions?|checkpoints?|outposts?|barracks|convoys?|patrols?|compounds?"
    r"|strongholds?|bastions?|hide-?outs?|installations?|facilit(?:y|ies)|targets?|depots?|vehicles?|headquarters|sites?|units?))"
)
_AREA = (
    r"(?:towns?|cit(?:y|ies)|villages?|areas?|districts?|regions?|enclaves?|territor(?:y|ies)|suburbs?|neighbou?rhoods?|provinces?|airports?|parts?)"
)
_THING = (
    r"(?:proposals?|offers?|plans?|resolutions?|demands?|requests?|claims?|initiatives?|decisions?|bans?|drafts?|bids?|calls?|statements?|accusations?"
    r"|allegations?|charges|laws?|bills?|motions?|conditions|terms|ultimatums?|products?|goods|imports?|exports?|assets|ships?|vessels?|tankers?|trawlers?"
    r"|boats?|planes?|aircraft|jets?|warplanes?|warships?|fighter jets?|helicopters?|drones?|submarines?|frigates?|airliners?|flights?|airspace"
    r"|waters|soil|borders?|steel|oil|gas|beef|wine|coal|grain|pipelines?|refiner(?:y|ies)|plants?|ports?|markets?|networks?|grids?|interests)"
)
_FORCE = r"(?:army|military|police|navy|gendarmerie|paramilitary|rebel|militant|guerrilla|insurgent|militia|separatist|jihadist|coalition|government)"
_BODY = r"(?:UN|U\.N\.|EU|E\.U\.|NATO|Nato|AU|OAS|OSCE|IAEA|IMF|ECOWAS|Ecowas|ASEAN|Asean)"
_BY = r"-(?:led|drafted|proposed|sponsored|flagged|registered)"
_FORCES = re.compile(rf"\b{_FORCE}(?= (?:\w+ )?{_SITE}\b)|\b{_FORCE}(?=-(?:held|controlled) (?:[\w’'-]+ ){{0,3}}?(?:{_AREA}|{_SITE})\b)")
_STATES = re.compile(
    rf"\b([A-Z][a-z]+(?:[ -][A-Z][a-z]+)?|U\.S\.|US|UK)(?=(?:{_BY})? (?:[a-z-]+ ){{0,2}}?(?:{_SITE}|{_AREA}|{_THING})\b|-(?:held|controlled) )"
)
_ATTACK = r"(?:air ?strikes?|strikes?|attacks?|raids?|shelling|bombardments?|bombings?|gunfire|offensives?|incursions?|invasion)"
_ATTACKS = re.compile(
    rf"\b(?!(?:An?|The|Two|Three)\b)(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|U\.S\.|US|UK)(?=(?:-led)? (?:[a-z]+[ -]){{0,2}}?{_ATTACK}\b)"
)
_BODIES = re.compile(rf"(?<![\w.]){_BODY}(?=(?:{_BY})? (?:[a-z-]+ ){{0,2}}?(?:{_SITE}|{_THING})\b)")
# A group that no table of states has; other sites ("Bagram air base") are called after places.
_GROUPS = re.compile(
    r"(?<=[a-z,] )[A-Z][a-zA-Z]+(?= (?:positions|hide-?outs|targets|fortifications|trenches)\b)|\b[A-Z][a-zA-Z]+(?=-(?:held|controlled) )"
)

# Where an act is, is not whose: "in a Polish village", "near the Syrian border".
_WHERE = re.compile(
    r"\b(?:in|near|outside|inside|across|around|through|throughout|over|along|beyond|close to"
    r"|(?<!fire )(?<!fired )(?<!firing )(?<!shot )(?<!shots )(?<!aimed )(?<!rockets )(?<!missiles )(?<!shells )(?<!stones )at)"
    r"\s(?:(?:the|an?|several|two|three|its|their)\s)?$",
    re.IGNORECASE,
)
_BACK = 24  # code points that such words take


def modifiers(text: str, start: int, end: int) -> Iterator[Marked]:
    """The words from `start` to `end` that say whose a thing is, as mentions."""
    taken: set[int] = set()
    for pattern, kind in ((_FORCES, "GRP"), (_STATES, "GPE"), (_ATTACKS, "GPE"), (_BODIES, "ORG"), (_GROUPS, "ORG")):
        for found in pattern.finditer(text, start, end):
            span = _state_in(found) if kind == "GPE" else found.span()
            where = pattern is not _ATTACKS and _WHERE.search(text, max(found.start() - _BACK, start), found.start())
            if span and span[0] not in taken and not where:
                taken.add(span[0])
                yield (*span, kind)


def _state_in(words: re.Match[str]) -> tuple[int, int] | None:
    """Where one word with a capital, or two, name a state, or the last of them does ("Overnight Russian" strikes)."""
    if state_called(words[0]):
        return words.span()
    last = words[0].rpartition(" ")[2]
    return (words.end() - len(last), words.end()) if state_called(last) else None

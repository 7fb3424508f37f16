"""Through which outlet a statement is told: "told Reuters", "according to a TASS report", "..., the agency said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from detente.actor import Resolver
from detente.actor import outlets as table
from detente.actor.outlets import OutletName
from detente.attribution.draft import Draft

_KIND = (
    r"(?:agency|newspapers?|paper|daily|weekly|magazine|journal|broadcaster|(?:radio|television|TV)(?: station| channel| network)?|station|channel"
    r"|network|(?:wire|news) service|website|portal|outlet)"
)
_PART = r"[A-Z](?:[\w’'-]|\.(?=\w))*"
_NAME = rf"{_PART}(?: (?:(?:de|del|des|di|du|la|le|les|al|of|the|und|e|y) ){{0,2}}{_PART}){{0,4}}"
_QUOTING = re.compile(
    r"(?:\s+on\s+\w+day)?,?\s+(?:quoting|citing|which quoted|which cited)\s+(?:(?:an?|the)\s+(?:statement|report|remarks)\s+(?:by|from)\s+)?"
)
_QUOTES = re.compile(r"\b(?:quot(?:es?|ed)|cit(?:es?|ed))\b")
_QUOTER = re.compile(rf"((?:The )?{_NAME})\s+$")
_TELLING = re.compile(r"\b(?:tell|tells|told|telling)\b")
# Whom somebody told it, known or not: "told the paper Alba", "told the Alba agency", "told state television".
_HEARD = re.compile(
    rf"\s+(?:the |its )?(?:(?:[\w-]+ ){{0,3}}{_KIND} (?P<behind>{_NAME})"
    rf"|(?P<before>{_NAME})(?: [a-z]+)?(?: news)? {_KIND}\b"
    r"|(?P<word>[A-Z]\w*(?:news|press|wire|radio|media|pravda|inform)\b)"
    r"|(?P<common>(?:state|public|local|national|breakfast) (?:radio|television|TV|media)))"
)
# An outlet of the tables, whoever else has its name: "told Rustavi 2".
_KNOWN = re.compile(rf"\s+(?:the )?({_NAME}(?: \d+)?)")
_AGAIN = re.compile(rf"\s+the (?:(?:news|state|official) )*{_KIND}\b(?! [A-Z])")
_OURSELVES = re.compile(rf"\b(?:told|tell|on|to|with) this (?:{_KIND}|bulletin|gazette|correspondent|reporter)\b")
_QUOTED_AGAIN = re.compile(r"\b(?:is|are|was|were) (?:also )?quoted as\b")
# What a station is called behind its name, unless that is all of its name: "state radio".
_MEDIUM = re.compile(r"(?<!\bState)(?<!\bPublic)(?<!\bLocal)(?<!\bNational) (?:radio|television|TV)$")
_JUST_TOLD = re.compile(r"\b(?:told|tells|telling) (?:the )?$")
# Who is named after these words heard what the words before say, and nothing else in the sentence.
_TO = re.compile(r"\b(?:told|tells|telling|interview (?:with|by|on)|spoke to|speaking to|speaking on|statement to|remarks to)\s[^,;:“”\"]{0,40}$")
_CREDIT = re.compile(r"\baccording to (?:an? |the )?$")
_CREDITS = re.compile(r"\baccording to\b")
_DATELINE = re.compile(r"(?:[^\Wa-z][^a-z\n]+|.{0,80}\()$")
_DASH = re.compile(r"[^\n.]{0,40}?\)?\s*(?:[-–—]|--)\s")


def credit(drafts: Sequence[Draft], text: str, named: Sequence[OutletName], publisher: str | None = None) -> list[str | None]:
    """The outlet of each draft, None where the text credits none.

    Args:
        named: the outlets named in the text, in order.
        publisher: whose article it is, for what somebody "told this newspaper".
    """
    usable = [name for name in named if not _in_dateline(text, name)]
    found: dict[int, str | None] = {}
    last: str | None = None
    for _, group in groupby(sorted(drafts, key=lambda draft: draft.scene.index), key=lambda draft: draft.scene.index):
        beside = list(group)
        for draft in beside:
            within = _heard(draft, usable, publisher) or _in_sentence(draft, beside, usable) or _organisation(draft) or _same_again(draft, last)
            credited = within or _closing(draft, text, usable)
            found[id(draft)] = last = _bare(credited) if credited else None
    return [found[id(draft)] for draft in drafts]


def name_sources(drafts: Sequence[Draft], named: Sequence[OutletName]) -> None:
    """Let whom an outlet quotes speak instead of it, in place: "..., Reuters reported, citing two officials"."""
    for draft in drafts:
        speaker, scene = draft.speaker, draft.scene
        if speaker is None or draft.cue is None or not any(speaker.start < o.end for o in _between(named, scene.start, speaker.end)):
            continue
        quoting = _QUOTING.match(scene.text, draft.cue[1] - scene.start)
        source = next((m for m in scene.mentions if quoting and m.start == scene.start + quoting.end()), None)
        draft.speaker = source or speaker


def _in_dateline(text: str, name: OutletName) -> bool:
    """ "OSLO, May 5 (Agency) -" tells who published, not who is quoted."""
    line = text.rfind("\n", 0, name.start) + 1
    return bool(_DATELINE.fullmatch(text, line, name.start) and _DASH.match(text, name.end)) and text[line : line + 3].isupper()


def _in_sentence(draft: Draft, beside: Sequence[Draft], named: Sequence[OutletName]) -> str | None:
    """The outlet named in the cue's sentence outside what is said, nearest to the cue, that no other statement there has."""
    scene, anchor = draft.scene, _anchor(draft)
    here = _between(named, scene.start, scene.end)
    free = [name for name in here if not _inside(draft, name) and _belongs(draft, beside, name)]
    return min(free, key=lambda name: abs(name.start - anchor)).name if free else None


def _between(named: Sequence[OutletName], start: int, end: int) -> Sequence[OutletName]:
    """The outlets named in a stretch of the text."""
    return named[bisect_left(named, start, key=_start) : bisect_left(named, end, key=_start)]


def _start(name: OutletName) -> int:
    return name.start


def _inside(draft: Draft, name: OutletName) -> bool:
    """Whether an outlet is part of what is said, rather than whom it was told."""
    told = _JUST_TOLD.search(draft.scene.text, 0, name.start - draft.scene.start)
    return not told and any(s <= name.start and name.end <= e for s, e in draft.parts)


def _belongs(draft: Draft, beside: Sequence[Draft], name: OutletName) -> bool:
    scene, anchor = draft.scene, _anchor(draft)
    low, high = sorted((anchor, name.start))
    if ";" in scene.text[low - scene.start : high - scene.start]:
        return False
    nearest = min(beside, key=lambda other: (abs(name.start - _anchor(other)), other is not draft))
    if nearest is draft:
        return True
    speaks = nearest.speaker is not None and nearest.speaker.start <= name.start < nearest.speaker.end and nearest.parts[0][0] > name.end
    return not speaks and not _TO.search(scene.text, 0, name.start - scene.start)


def _anchor(draft: Draft) -> int:
    return draft.cue[0] if draft.cue else draft.parts[0][0]


def _heard(draft: Draft, named: Sequence[OutletName], publisher: str | None) -> str | None:
    """Whom somebody "told" it, if no table and no form of a name makes it an outlet; "the agency" is the last one named."""
    scene = draft.scene
    if draft.cue is None:
        return None
    start, end = draft.cue[0] - scene.start, draft.cue[1] - scene.start
    quotes = _QUOTES.search(scene.text, start, end) and draft.speaker and draft.speaker.start >= draft.cue[1]
    if quotes and (quoter := _QUOTER.search(scene.text, 0, start)):
        return _name(quoter[1])
    if _OURSELVES.search(scene.text):
        return publisher
    verb, credit_ = _TELLING.search(scene.text, start, end), _CREDITS.search(scene.text, start)
    if verb is None and credit_ is None:
        return None
    if verb and (found := _HEARD.match(scene.text, verb.end())) and not _is_country(words := next(filter(None, found.groups()))):
        return _name(words)
    if verb and (known := _KNOWN.match(scene.text, verb.end())) and (name := _canonical(known[1])):
        return name
    last = bisect_left(named, draft.cue[0], key=_start) - 1
    again = any(one and _AGAIN.match(scene.text, one.end()) for one in (verb, credit_))
    return named[last].name if last >= 0 and again else None


def _same_again(draft: Draft, last: str | None) -> str | None:
    """ "He was quoted as saying" goes on with the outlet that quoted just before."""
    scene = draft.scene
    return last if draft.cue and _QUOTED_AGAIN.search(scene.text, 0, draft.cue[1] - scene.start) else None


def _canonical(words: str) -> str | None:
    """The canonical name of an outlet that the tables know, also by the short name of an agency."""
    known = table.canonical(words) or table.canonical(f"{words} news agency")
    return known.name if known else None


def _name(words: str) -> str:
    """The canonical name of an outlet, or its words."""
    return _canonical(words) or words


def _bare(name: str) -> str:
    """A station's name without its medium ("Imedi television"), unless a country's or a kind's name is all that is left."""
    bare = _MEDIUM.sub("", name)
    if bare == name or table.canonical(name) or not bare[:1].isupper():
        return name
    return _canonical(bare) or (name if _is_country(bare) else bare)


def _is_country(words: str) -> bool:
    """Whether words name a country ("Norwegian radio"), or somebody of one who is no outlet."""
    return any(who.country and "JRN" not in who.sectors for who in Resolver().resolve(words))


def _organisation(draft: Draft) -> str | None:
    """An organisation of a name that is nobody known, which somebody "told" something, or which itself "reported" it."""
    scene = draft.scene
    if draft.cue is None:
        return None
    verb = scene.text[draft.cue[0] - scene.start : draft.cue[1] - scene.start].split()[0].casefold()
    for mention in scene.mentions:
        own = draft.speaker is not None and mention.start == draft.speaker.start
        between = scene.text[draft.cue[1] - scene.start : mention.start - scene.start] if mention.start >= draft.cue[1] else None
        heard = verb in ("told", "tells") and not own and between is not None and between.strip() in ("", "the")
        if mention.type == "ORG" and (heard or (own and verb in ("reported", "reports"))):
            name = mention.text.removeprefix("the ").removeprefix("The ")
            known = _canonical(name)
            if known or (name[:1].isupper() and not Resolver().resolve(name)):
                return known or name
    return None


def _closing(draft: Draft, text: str, named: Sequence[OutletName]) -> str | None:
    """The outlet that a later sentence of the same paragraph credits: "..., according to a TASS report"."""
    end = text.find("\n", draft.scene.end)
    until = end if end >= 0 else len(text)
    later = _between(named, draft.scene.end, until)
    return next((name.name for name in later if _CREDIT.search(text[draft.scene.end : name.start])), None)

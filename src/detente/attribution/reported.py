"""What a reporting clause beside its content reports: "CONTENT, X said", "CONTENT, X said, CONTENT", "according to X, CONTENT", "X: CONTENT".

The text model marks such contents in part; the comma and the clause beside it say how far they go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from detente.attribution.draft import Draft, Extent
from detente.attribution.extent import LEAST, behind_dateline
from detente.attribution.quotes import TITLE
from detente.attribution.subjects import SOURCES
from detente.event.scene import Scene
from detente.records import Mention

_ADVERBS = r"(?:(?:has|have|had|also|later|then|\w+ly)\s+)*(?:(?:was|were)\s+(?=quoted\b|cited\b))?"
# The reporting clause ends the sentence: nothing, or when, where and to whom it was said.
_CLOSED = re.compile(
    r"(?:\s+(?:on|in|at|to|during|after|before|through|via|from|late|last|this|earlier|by|as|when)\b[^“”\"]*|\s+\w+day\b[^“”\"]*"
    r"|,\s+(?:in|during)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:interview|speech|statement|address|message|letter|post)\b[^“”\"]*"
    r"|\s+(?:him|her|them|me|us|reporters)\b[^“”\"]*|,?\s+(?:as\s+)?(?:quoted|cited|reported|carried)\s+(?:by|in|on)\b[^“”\"]*"
    r"|,?\s+(?:quoting|citing)\b[^“”\"]*)?[.!?]*$"
)
# The rest of a clause whose subject stands before the reporting clause.
_HEARD = r"(?:\s(?!that\b)[^\s,;:“”\"]+){0,6}"
_PREDICATE = re.compile(
    rf"{_HEARD},\s+(?:(?:also|now|then|still|never)\s)?"
    r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does)\b"
)
# Whom it was told, to the end: "the port is shut, Obura told a local television channel."
_HEARER = re.compile(r"(?:\s+(?!that\b)[^\s,;:“”\"]+){1,12}\s*")
# When and how somebody speaks: "Asked about the port, Obura said ...", "Appearing in Tarn, ...".
_CIRCUMSTANCE = re.compile(r"(?:Asked|Pressed|Questioned|Challenged|[A-Z]\w+ing|[A-Z]\w+ed (?:by|in|on|at|with|to|of))\b")
# Who passes it on: "CONTENT, X said, the agency Y reported".
_REPORTED_TOO = re.compile(r"[^,“”\"]{0,40},\s+[^,“”\"]{2,60}\s(?:reported|reports|said|says|wrote|writes)\b[^,“”\"]{0,30}[.!?]*")
_CITING = re.compile(r"(?:quoting|citing|which (?:quoted|cited))\b")
# What goes on with the noun phrase that a name begins, and is no word of when, where or how.
_OWNS = re.compile(
    r"(?:(?<=['’]s) |(?<=s['’]) |['’]s? )[a-z]"
    r"| (?:(?!(?:on|in|at|of|from|by|to|with|and|or|that|who|which|whose)\b)[\w-]+ ){0,2}"
    r"(?:data|figures|statistics|records|estimates?|polls?|polling|surveys?"
    r"|documents?|reports?|average|tally|count|memos?|filings?|transcripts?)\b"
)
_APPOSITION = re.compile(r"\s*(?:an?|the|who|which|whose|citing|of|(?:as )?(?:quoted|cited|carried))\b", re.IGNORECASE)
_OPENS = 20  # code points in which a credit opens a sentence, so that a comma begins what is said and no apposition
_LAST_APPOSED = re.compile(r"\s*(?:an?|the|who|which|whose)\b")
# A document that says it: "the port is shut, says a letter that was sent to us."
_DOCUMENT = re.compile(
    rf"\s+((?:an?|the|two|three|several|its|their|his|her)\s(?:[\w’'-]+\s){{0,4}}?(?:{'|'.join(SOURCES)})\b(?!\s+(?:editor|writer|author)s?\b)[^,;:“”\"]{{0,80}}?)[.]?$"
)
_MARKS = "“”\""
_CLAUSE_BEGINS = re.compile(r"(?:;\s+|(?:,\s+|\s)(?:and|but|while|so)\s+)$")
_JOINED = re.compile(r",?\s+(?:and|but)\s+(?:(?:has|have|had|also|then|later|\w+ly)\s+)*$")
_BREAKS = re.compile(r"[;:]|\b(?:said|says|told|added|adding|asked|wrote|according)\b")
LONGEST_APPOSED = 7


class Report(NamedTuple):
    """The content's spans, and the words of the source where the clause names it by its place."""

    parts: list[Extent]
    source: Extent | None = None


def reported(draft: Draft) -> Report | None:
    """The content beside a draft's reporting clause, in the article's offsets; None where the sentence has another form."""
    if draft.cue is None:
        return None
    scene = draft.scene
    cue = draft.cue[0] - scene.start, draft.cue[1] - scene.start
    found = _credited(scene.text, cue) if _credit_end(scene.text, cue) else _beside(draft, cue)
    if found is None:
        return None
    parts = [(scene.start + s, scene.start + e) for s, e in found.parts]
    return Report(parts, (scene.start + found.source[0], scene.start + found.source[1]) if found.source else None)


def _credit_end(text: str, cue: Extent) -> int | None:
    """Where "according to" ends, of which the cue may be the first word."""
    found = re.match(r"according(?:\s+to\b)?|(?:as\s+)?per\b|as (?:first |earlier )?reported (?:by|in)\b", text[cue[0] :], re.IGNORECASE)
    if found is None:
        return None
    rest = re.match(r"\s+to\b", text[cue[0] + found.end() :]) if found.group().casefold() == "according" else None
    return cue[0] + found.end() + (rest.end() if rest else 0)


def _credited(text: str, cue: Extent) -> Report | None:
    after = _credit_end(text, cue) or cue[1]
    begin, ending = _trim(text, 0, cue[0]), _bare_end(text)
    source = (after + 1, _source_end(text, after + 1, ending))
    rest = _trim(text, source[1], ending)
    if _CITING.match(text, rest[0]):
        rest = rest[1], rest[1]  # "according to the paper, quoting an official"
    parts = [span for span in (begin, rest) if _counts(text, span)]
    if source[1] <= source[0] or not parts or not all(_balanced(text[s:e]) for s, e in parts):
        return None
    return Report(parts, source)


def _source_end(text: str, start: int, end: int) -> int:
    """A source ends at the comma after it and its apposition, outside quotation marks, or with the sentence."""
    at = text.find(",", start, end)
    while at >= 0:
        next_ = text.find(",", at + 1, end)
        if next_ < 0 and start > _OPENS and end == _bare_end(text) and _LAST_APPOSED.match(text, at + 1):
            return end
        apposed = _APPOSITION.match(text, at + 1) and 0 < next_ and len(text[at + 1 : next_].split()) <= LONGEST_APPOSED
        initial = not _balanced(text[start:at]) or re.match(r"\s*(?:Jr|Sr|Inc|R-|D-)", text[at + 1 :])
        if not apposed and not initial:
            return at
        at = next_
    return end


def _beside(draft: Draft, cue: Extent) -> Report | None:
    """ "CONTENT, X said." or "CONTENT, said X." or "CONTENT, X said, CONTENT."."""
    text, scene = draft.scene.text, draft.scene
    speaker = (draft.speaker.start - scene.start, draft.speaker.end - scene.start) if draft.speaker else None
    if speaker and 0 <= speaker[0] < cue[0] and re.fullmatch(rf"(?:,[^,“”\"]+,)?\s*{_ADVERBS}", text[speaker[1] : cue[0]]):
        first, last, inverted = speaker[0], cue[1], False
    else:
        first, last, inverted = cue[0], cue[1], True
    if speaker and first == speaker[0]:
        first = _apposed(draft, first)
    comma = len(text[:first].rstrip()) - 1
    if (led := _led_in(text, comma)) and not any(s - scene.start < led[0] for s, _ in draft.parts):
        later = [(s - scene.start, e - scene.start) for s, e in draft.parts if s - scene.start > comma]
        return Report([led, *later])
    if comma < 0 or text[comma] not in ",?!":
        return None
    before = _trim(text, text.rfind("; ", 0, comma) + 1, comma)
    begun = min((s - scene.start for s, e in draft.parts if before[0] < s - scene.start < before[1]), default=before[0])
    if _CLAUSE_BEGINS.search(text[before[0] : begun]):
        before = begun, before[1]  # the content is the last of several clauses
    parted = not inverted and _PREDICATE.match(text, last) is not None  # "The port, Obura told us, was shut"
    if not (_counts(text, before) or parted) or not _balanced(text[:comma]) or text[comma - 1] in _MARKS:
        return None
    told = [(s - scene.start, e - scene.start) for s, e in draft.parts if s - scene.start >= last]
    if told and _CIRCUMSTANCE.match(text, before[0]):
        return Report(told)
    only = re.search(r"\b(?:and|but|that|which|who)$", text[before[0] : before[1]])  # "she fasts and, her sister says, will go on"
    if inverted and only:
        return None
    if inverted and (document := _DOCUMENT.match(text, cue[1])):
        return Report([before], document.span(1))
    if inverted:
        named = speaker is not None and cue[1] <= speaker[0] <= cue[1] + 40
        return Report([before]) if named and not any(mark in text[last:] for mark in _MARKS) else None
    stop = text.find(";", last)
    ending = text[last : stop if stop >= 0 else len(text)]
    heard = text[cue[0] : cue[1]].endswith(("told", "tells")) and _HEARER.fullmatch(ending)
    if heard or _CLOSED.fullmatch(ending) or _REPORTED_TOO.fullmatch(text[last:]):
        return Report([before])
    rest = re.match(rf"{_HEARD if parted else ''},\s+(?!\w+ing\b|and\b|but\b|who\b|which\b)", text[last:])
    after = _trim(text, last + rest.end(), _bare_end(text)) if rest else (0, 0)
    return Report([after] if only else [before, after]) if rest and _counts(text, after) and _balanced(text[after[0] : after[1]]) else None


def _apposed(draft: Draft, first: int) -> int:
    """Where a speaker begins whose name stands before an apposition: "the port is shut, Ana Obura, a docker, told us"."""
    scene, speaker = draft.scene, draft.speaker
    if speaker is None or not scene.text.endswith(", ", 0, first):
        return first
    before = (m.start for m in scene.mentions if m.chain == speaker.chain and m.end + 2 == scene.start + first)
    return min(before, default=scene.start + first) - scene.start


def _led_in(text: str, closing: int) -> Extent | None:
    """ "The plan was late and “it will stay late,” X said": the clause that a quotation before the cue ends, from its first word on."""
    if closing < 1 or text[closing] not in "”\"" or text[closing - 1] not in ",?!":
        return None
    opening = text.rfind("“" if text[closing] == "”" else '"', 0, closing)
    before = text[: max(opening, 0)]
    if TITLE.fullmatch(text, opening + 1, closing):
        return None  # of a programme: "On LXT's “Early Hours,” Obura said ..."
    plain = before.strip() and not any(mark in before for mark in _MARKS) and not _BREAKS.search(before)
    return (_trim(text, 0, closing)[0], closing) if plain and len(before.split()) >= LEAST and before[-1].isspace() else None


def _counts(text: str, span: Extent) -> bool:
    return len(text[span[0] : span[1]].split()) >= LEAST


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _bare_end(text: str) -> int:
    return len(text.rstrip().rstrip(".!?"))


def _trim(text: str, start: int, end: int) -> Extent:
    """The words between two offsets of a sentence, without marks at their ends and behind a dateline."""
    start = max(start, behind_dateline(text))
    while start < end and (text[start].isspace() or text[start] in ",;—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;—–-"):
        end -= 1
    return start, end


_HEAD = re.compile(r"\s*:\s+(?=[“\"‘'A-Z])")
# What a headline has from nobody it names: "Poll: half the town is for the port".
_UNNAMED = re.compile(r"(?:(?:New )?(?:Poll|Survey|Report|Study)s?|Sources|Officials|Police|Witnesses)(?=:\s+[“\"‘'A-Z0-9])")


def headed(scene: Scene, paragraph: int, opens: bool) -> Draft | None:
    """ "Obura: we will sign", as headlines and transcripts have it; `opens`: the sentence opens its paragraph."""
    if not opens:
        return None
    for mention in scene.mentions:
        if mention.start == scene.start and _HEAD.match(scene.text, mention.end - scene.start):
            return _headed(scene, paragraph, mention, None)
    unnamed = _UNNAMED.match(scene.text)
    return _headed(scene, paragraph, None, (scene.start, scene.start + unnamed.end())) if unnamed else None


def _headed(scene: Scene, paragraph: int, speaker: Mention | None, source: Extent | None) -> Draft | None:
    colon = scene.text.index(":", (speaker.end if speaker else source[1] if source else scene.start) - scene.start)
    begin, end = _trim(scene.text, colon + 1, _bare_end(scene.text))
    if not _counts(scene.text, (begin, end)):
        return None
    cue, parts = (scene.start + colon, scene.start + colon + 1), [(scene.start + begin, scene.start + end)]
    return Draft(scene, cue, speaker, parts, paragraph=paragraph, source=source)


def apply(drafts: Sequence[Draft]) -> None:
    """Give drafts the content that their reporting clauses say, where it is in their sentence, and the source that one names."""
    by_scene: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_scene.setdefault(draft.scene.index, []).append(draft)
    for together in by_scene.values():
        for draft in together:
            _end_at_next(draft, together)
    for draft in drafts:
        scene = draft.scene
        if draft.parts and not all(scene.start <= s and e <= scene.end for s, e in draft.parts):
            continue
        report = reported(draft)
        if report is None or any(_told_apart(draft, other, report.parts) for other in by_scene[scene.index]):
            continue
        draft.parts = report.parts
        if report.source:
            _credit(draft, report.source)


def _end_at_next(draft: Draft, together: Sequence[Draft]) -> None:
    """ "X said CONTENT and added that CONTENT": a content ends where the next cue is joined on, which goes on with the rest."""
    text, start = draft.scene.text, draft.scene.start
    for other in together:
        if other is draft or other.cue is None or draft.cue is None or other.cue[0] < draft.cue[1]:
            continue
        for number, (first, last) in enumerate(draft.parts):
            holds = first < other.cue[0] < last and (first, last) not in draft.quoted
            joined = _JOINED.search(text[max(first - start, 0) : other.cue[0] - start]) if holds else None
            if joined and joined.start():
                draft.parts[number] = (first, max(first, start) + joined.start())
                rest = _trim(text, other.cue[1] - start, min(last - start, len(text)))
                that = re.match(r"that\s+", text[rest[0] :])
                if not other.parts and _counts(text, rest):
                    other.parts.append((start + rest[0] + (that.end() if that else 0), start + rest[1]))
                    other.speaker = other.speaker or draft.speaker


def _told_apart(draft: Draft, other: Draft, parts: Sequence[Extent]) -> bool:
    """Whether a wider content would swallow what another cue of the sentence says: "X said, according to Reuters"."""
    return other is not draft and any(first < end and start < last for first, last in other.parts for start, end in parts)


def _credit(draft: Draft, source: Extent) -> None:
    inside = [m for m in draft.scene.mentions if source[0] <= m.start <= source[0] + 4 and m.end <= source[1]]
    longest = max(inside, key=lambda m: m.end - m.start, default=None)
    if longest and _OWNS.match(draft.scene.text, longest.end - draft.scene.start, source[1] - draft.scene.start):
        draft.speaker, draft.source = None, source  # "Obura's memoir", "US census data"
    elif longest:
        draft.speaker = longest
    elif draft.speaker is None or not source[0] <= draft.speaker.start < source[1]:
        draft.speaker, draft.source = None, source

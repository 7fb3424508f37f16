"""How far a source goes by the convention of PolNeAR: the whole noun phrase.

Détente's speaker is a mention: a name with its title, or the head of a phrase. PolNeAR's source (Newell, Margolin and Ruths 2018, annotation
guidelines) also has what stands in parentheses, appositions and relative clauses, what is joined by "and", and of a relative clause that says
something itself its pronoun alone. So the two mark one source with other spans, and exact spans can only be compared after a change of
convention, as is done with quotation marks. It uses the text and the answer, never the gold.
"""

from __future__ import annotations

import re

_LONGEST = 250  # code points from a speaker to its cue
_PRONOUN = re.compile(r"\b(who|which|that),?\s+$")
# Between a speaker and its cue: when, where and how it was said, which is no part of who said it.
_CIRCUMSTANCE = re.compile(
    r"[\s,—–-]*(?:(?:on|at|during|after|before|when|while|as|since|until|last|this|earlier|later|again|also|too|however|though|meanwhile|then|for|by"
    r"|in (?:an?|his|her|their|its|\d{4}|remarks|comments|response)|once|even|now|never|still|both|all|of course|not|has|had|have|is|was|are|were"
    r"|\w+ly|\w+day|\w+ing|asked|pressed|told|today|yesterday)\b|$)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[“”\"]|''|;|\n|\b(?:said|says|told)\b")
# An apposition, closed as it was opened; what hangs on a noun ("people in the arena", "officials who know it"); what somebody owns ("his campaign").
_APPOSITION = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:,\s(?!(?:and|but|as|or)\b)[^—]+,|\s?[—–]\s?[^—–]+[—–]|\s--?\s[^-]+\s--?)\s"
)
_HANGS_ON = re.compile(r"\s(?:of|from|in|at|with|on|to|by|like|and|familiar|close|briefed|led|interviewed|surveyed|who|that)\s[^,;:—]+\s")
_OWNED = re.compile(
    r"\s(?:[a-z]+\s)?(?:campaign|camp|office|team|staff|administration|government|family|company|department|lawyers?|attorneys?|aides?|advisers?|allies|supporters"
    r"|spokes\w+|manager|wife|husband|sons?|daughters?|father|mother|parents|website|critics)\b"
)
# A second verb of a subject, or a participle: what stands before it tells what else the subject did.
_LOOSE = re.compile(r"(?:\w+ly\s)?\w+ing\b")
_PRONOUNS = re.compile(r"(?:I|we|you|he|she|it|they|his|her|their|its|my|our|who)", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"(?:The|An?|Some|Many|Most|Several|Few|Other|Both|All|One|Two|Three|Four|Nearly|About|\d[\d,.]*)\s|[a-z]"
    r"|(?:People|Officials|Residents|Witnesses|Voters|Aides|Supporters|Friends|Critics|Experts|Analysts|Those|Others)\b"
)
_OWNER = re.compile(r"(?:['’]s|s['’]|\b(?:his|her|its|their|my|our))$", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s?\([^()\n]{1,40}\)")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)$")
_SURNAME = re.compile(r"\.\s[A-Z][\w’'-]+")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.\s$")
# Where an apposition behind an inverted speaker ends ("said Obura, a docker from Tarn, in May").
_STOP = re.compile(
    r"[.!?]*$|[.!?][”\"’']|[.!?]\s[“\"]|[“”\"]|''|;|\n|\s[—–]\s|,\s(?=(?:and|but|as|in|on|at|during|after|before|when|while|adding|according|referring|\w+ing)\b)"
)
_APPOSED = re.compile(r"(?:, (?!(?:and|but|as)\b)|\s\()(?=\S)")
# After "according to" a comma begins what is said, unless an apposition stands between two.
_CREDIT = re.compile(r"according|as |per ", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\s\([^()]{1,40}\))?, (?:an?|the|who|which|whose)\b[^,;.]{1,90}[,.]")
# A name joined to the one that was taken for the speaker: "Obura and Lindt said".
_JOINED = re.compile(r"(?:^|[.;:,“”\"]\s)((?:(?:the|The|[Ff]ormer|[A-Z][\w.’'-]*)\s){1,5}(?:\([^()]{1,20}\)\s+)?)and $")
_NAME_BEFORE = re.compile(r"(?:^|[\s“”\"'])((?:[A-Z][\w.’'-]*\s){0,5}[A-Z][\w’'-]*(?:\s\([^()]{1,20}\))?), $")
_OFFICE_BEFORE = re.compile(r"(?:^|[“”\"]\s?)((?:An?|The|His|Her|Its|Their|[A-Z][\w.]+['’]s?)\s(?:[\w’'-]+\s){0,6}[\w’'-]+), $")
_LOWER = re.compile(r"(?:an?|the|his|her|its|their|[a-z]|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*['’]s?\s)")
_NO_NAME = re.compile(r"(?:But|And|So|Then|In|On|At|As|When|While|After|Before|Instead|However|Meanwhile|Still|Yet|Today|Yesterday|\w+day|\w+ly)\b")


def source_span(text: str, speaker: tuple[int, int], cue: tuple[int, int] | None, sentence: tuple[int, int]) -> tuple[int, int]:
    """The span of a source by PolNeAR's convention, from the speaker's mention, the cue and the sentence that holds the mention."""
    start, end = speaker
    if ended := _SURNAME.match(text, end) if _ABBREVIATED.search(text, start, end) else None:
        end = ended.end()
    if text.count("(", start, end) > text.count(")", start, end) and 0 <= (closed := text.find(")", end, end + 20)):
        end = closed + 1
    if titled := _TITLE.search(text, max(start - 6, 0), start):
        start = titled.start()
    if cue and end <= cue[0] <= sentence[1] and cue[0] - end <= _LONGEST:
        if pronoun := _PRONOUN.search(text, end, cue[0]):
            return pronoun.span(1)
        end = _before_cue(text, start, end, cue[0])
    elif cue and cue[1] <= start and not text[cue[1] : start].strip():
        credit = _CREDIT.match(text, cue[0], cue[1])
        apposed = _CLOSED.match(text, end) if credit else None
        end = apposed.end() - 1 if apposed else _parenthesis(text, end) if credit else _after_cue(text, end, sentence[1])
    return _with_name(text, sentence[0], start, end), end


def _before_cue(text: str, start: int, end: int, cue: int) -> int:
    """The end of a source that stands before its cue: right before it, where nothing but the rest of its noun phrase stands between."""
    between = text[end:cue]
    if _OWNER.search(text, start, end) and (owned := _OWNED.match(text, end, cue)):
        return owned.end()
    if _BREAK.search(between) or _LOOSE.match(text, cue):
        return _parenthesis(text, end)
    if _APPOSITION.fullmatch(between) and not _CIRCUMSTANCE.match(between):
        return cue - len(between) + len(between.rstrip(" ,\xa0"))
    described = _DESCRIBED.match(text, start, end) and not _PRONOUNS.fullmatch(text, start, end)
    if described and _HANGS_ON.fullmatch(between) and not _CIRCUMSTANCE.match(between):
        return cue - len(between) + len(between.rstrip())
    return _parenthesis(text, end)


def _after_cue(text: str, end: int, last: int) -> int:
    """The end of a source that stands behind its cue, with its apposition."""
    end = _parenthesis(text, end)
    apposed = _APPOSED.match(text, end, last)
    if apposed is None or _CIRCUMSTANCE.match(text, apposed.end(), last):
        return end
    stop = _STOP.search(text, apposed.end(), last)
    return stop.start() if stop else last


def _parenthesis(text: str, end: int) -> int:
    found = _PARENTHESIS.match(text, end)
    return found.end() if found else end


def _with_name(text: str, first: int, start: int, end: int) -> int:
    """The start of a source whose name stands before the apposition that was taken for the speaker."""
    before = text[first:start]
    apposed = " " in text[start:end] and _LOWER.match(text, start, end) and text[end : end + 1] in (",", ".", "”", '"')
    if text[start : start + 1].isupper() and (joined := _JOINED.search(before)) and not _NO_NAME.match(joined[1]):
        return first + joined.start(1)
    name = _NAME_BEFORE.search(before) if apposed else _OFFICE_BEFORE.search(before) if text.startswith(",", end) else None
    return start if name is None or _NO_NAME.match(name[1]) else first + name.start(1)

"""Who stands before a verb: a mention, words of a document, or a noun phrase that is nobody known."""

from __future__ import annotations

import re

from detente.actor.press import RUN
from detente.attribution.lexicon import Form
from detente.event.scene import Scene
from detente.records import Mention

AUX = r"(?:has|have|had|is|are|was|were|be|been|being|do|does|did|will|would|can|could|may|might|must|should|shall|not|never|cannot|\w+n['’]t)"
ADVERB = r"(?:also|once|again|often|later|then|now|since|still|just|already|always|even|long|first|only|both|all|repeatedly|further|simply|\w+ly)"
_LED = re.compile(rf"(?:\b(?:{AUX}|{ADVERB})\s+)+$", re.IGNORECASE)
_LEADS = re.compile(rf"\b(?:{AUX}|{ADVERB})$", re.IGNORECASE)
SOURCES = (
    "poll", "polls", "survey", "surveys", "study", "studies", "report", "reports", "data", "record", "records", "research", "result", "results",
    "figures", "statistics", "numbers", "document", "documents", "email", "e-mail", "emails", "e-mails", "analysis", "analyses", "census", "memo",
    "memos", "filing", "filings", "letter", "letters", "article", "articles", "story", "stories", "book", "books", "transcript", "transcripts",
    "video", "videos", "audit", "audits", "statement", "statements", "complaint", "complaints", "lawsuit", "lawsuits", "chart", "charts", "map",
    "maps", "ad", "ads", "headline", "headlines", "sources", "account", "accounts", "estimate", "estimates",
)  # fmt: skip
# Who or what says something without being an actor.
_SOURCE = re.compile(
    r"\b(?:(?:the|an?|this|that|these|those|his|her|their|its|one|two|three|several|some|many|most|recent|new|early|latest)\s+)?(?:[A-Z][\w.’'/-]*\s+|(?!and\b|or\b|but\b|that\b|as\b|when\b|of\b|in\b|on\b)[a-z-]+\s+){0,5}?"
    rf"(?:{'|'.join(SOURCES)})\s*$"
)
_PHRASE = re.compile(
    r"(?<![\w-])((?:the|an?|this|that|these|those|his|her|their|its|it|he|she|they|we|I|you|some|many|most|few|both|each|neither|others|any|another|those|all|no|one|two|three|four|five|six|several|nobody|everyone|everybody|anyone|nearly|almost|roughly|only|about|dozens|hundreds|thousands|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\d[\d.,]*)\b"
    r"(?:\s+(?!and\b|or\b|but\b|that\b|who\b|which\b|is\b|was\b|were\b|are\b|when\b|while\b|where\b|as\b|because\b|if\b)[\w’'-]+){0,7}?)\s+$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:the|an?|to|of|from|in|on|at|by|for|with|and|no)$", re.IGNORECASE)
_BREAK = re.compile(r"[;:“”\"()—–]|,\s(?:and|but|while|as|when|if|because)\s|\b(?:that|while|because|but|when|if|whether|as|than)\s|''")
_APPOSED = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,\s[^;:“”\"]{1,120},|\s?—[^—;:“”\"]{1,120}—)?(?:,?\s(?:who|which|that))?\s*", re.IGNORECASE)
# A verb joined to one before it: "Oslo backed the plan, praised its authors and opposed the rest".
_JOINED = re.compile(rf"(?:,|\b(?:and|but))\s+(?:{ADVERB}\s+)*$")
_NEXT_CLAUSE = re.compile(r"\s(?:before|when|while|because|but)\s")
MOST_BACK = 120


def led_from(text: str, start: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    base = max(start - MOST_BACK, 0)
    before = text[base:start].rsplit(None, 1)
    if not before or not text[start - 1].isspace() or not _LEADS.search(before[-1].rstrip()):
        return start  # as mostly: the word before is neither
    led = _LED.search(text[base:start])
    return base + led.start() if led else start


def source_before(text: str, first: int) -> re.Match[str] | None:
    """The words right before a verb that name a document or the like (a poll, a study, a letter)."""
    base = max(first - MOST_BACK, 0)
    return _SOURCE.search(text, base, first) if text[base:first].rstrip().endswith(SOURCES) else None


_NAME = re.compile(
    r"(?:^|[,;:—–“\"]\s?|\b(?:and|but|while|when|if|because|that|as|after|before|than)\s)"
    r"((?!(?:And|But|While|When|If|Because|That|As|After|Before|Then|So|Or|Now|Yet|Also|Still|Not|In|On|At|To|For|By|With|Meanwhile|However)\b)"
    r"(?:[A-Z][\w.’'-]*(?:\s(?:of|the|for|and)\s[A-Z][\w.’'-]*|\s[A-Z][\w.’'-]*){0,5}"
    # "State media", "Tarn state television", "local newspapers"
    rf"|(?:[A-Z][\w.’'-]*\s)?(?:[A-Z][\w.’'-]*|(?i:{RUN}))\s(?:media|radio|television|TV|newspapers)))(?:\s\([^()]{{1,30}}\))?\s+$"
)


def phrase_before(text: str, first: int) -> tuple[int, int] | None:
    """The noun phrase right before a verb, where it is no actor's mention; none where another word belongs between ("the" before a noun)."""
    base = max(first - MOST_BACK, 0)
    found = _PHRASE.search(text[base:first]) or (_NAME.search(text[base:first]) if not base else None)
    return (base + found.start(1), base + found.end(1)) if found and not _UNFINISHED.search(found[1]) else None


def subject_of(scene: Scene, first: int, form: Form) -> Mention | None:
    """Who stands before a verb; for a participle after a comma, whoever the sentence so far is about."""
    near = mention_before(scene, first)
    if near is not None and form.tense != "ing":
        return near
    if form.tense == "ing" and near is not None and not scene.text[near.end - scene.start : first].strip(" ").startswith(","):
        return near
    inside = [m for m in scene.mentions if m.end <= scene.start + first]
    if form.tense == "ing":
        return first_named(scene, first)
    span = scene.text[max(first - MOST_BACK, 0) : first]
    breaks = [m.end() for m in _BREAK.finditer(span)]
    since = scene.start + max(first - MOST_BACK, 0) + (breaks[-1] if breaks else 0)
    return next((m for m in inside if m.start >= since), None) or (inside[0] if inside and _JOINED.search(span) else None)


def first_named(scene: Scene, first: int) -> Mention | None:
    """Whom the sentence, or its last clause, is about: who a participle after a comma is of ("Lima sent troops to Ica, saying ...")."""
    before = [m for m in scene.mentions if m.end <= scene.start + first]
    clauses = [m.end() for m in _NEXT_CLAUSE.finditer(scene.text, 0, first)]
    since = scene.start + (clauses[-1] if clauses else 0)
    return next((m for m in before if m.start >= since), None) or next(iter(before), None)


def mention_before(scene: Scene, first: int) -> Mention | None:
    """The mention right before a verb, over an apposition or a relative pronoun; the longest that begins there."""
    here = scene.start + first
    fitting = [m for m in scene.mentions if m.end <= here and _APPOSED.fullmatch(scene.text, m.end - scene.start, first)]
    return min(fitting, key=lambda m: (m.start, -m.end)) if fitting else None

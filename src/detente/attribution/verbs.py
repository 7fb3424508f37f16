"""What a verb of the lexicon tells: who thinks, wants or judges what, the subject before it and the content after it, or in the passive."""

from __future__ import annotations

import re

from detente.attribution.draft import Draft
from detente.attribution.extent import CLAUSE_END, PHRASE_END, end_of, shifted
from detente.attribution.lexicon import Form
from detente.attribution.subjects import ADVERB, AUX, MOST_BACK, led_from, mention_before, phrase_before, source_before, subject_of
from detente.event.scene import Scene
from detente.records import Attitude

BE = re.compile(rf"\b(?:is|are|was|were|be|been|being)\s+(?:{ADVERB}\s+)*$", re.IGNORECASE)
# A noun stands after these, and a verb does not.
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|his|her|their|its|my|our|your|no|any|some|every|each|such|more|many|few|several|of|for|with|in|on|at|by|from|as|new|public|strong)"
    r"|['’]s|s['’])\s+$",
    re.IGNORECASE,
)
_WORD_BACK = 40  # code points, more than one of these words and the space behind it take
# A base form is a verb after a plural or a person who speaks or is spoken to.
_PLURAL = re.compile(r"\b(?:I|we|you|they|who|people|percent|half|others|men|women|police|\w+(?<!s)s)\s+$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WH = r"(?:whether|how|why|what|who|if|where|which|when)\b"
_NOT_OBJECT = re.compile(
    r"(?:and|or|but|as|of|in|on|at|by|for|from|with|to|into|about|against|over|under|after|before|during|since|until|because|while|when|if|so|than|that|more|"
    r"out|up|down|off|away|back|again|here|there|yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|not|\w+ly|is|are|was|were|has|have|will|would)\b",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:the|an?|this|that|these|those|his|her|their|its|my|our|your|he|she|they|it|we|you|I|there|no|some|many|most|all|[A-Z][\w.’'-]+)\b"
)
_PREPOSITIONS = ("about", "of", "for", "on", "to", "with", "at", "against", "in", "by")
_SKIPPED = re.compile(
    r"(?:\s+(?:last|this|earlier this|late last)\s+(?:week|month|year|summer|fall|autumn|winter|spring|night)"
    r"|\s+(?:on|last|this|earlier this|late)\s+\w+day|\s+\w+day|\s+(?:today|yesterday|earlier|later|again|\w+ly))?\s+"
)
# Whom somebody spoke to, before what about.
_HEARD = re.compile(r"((?:to|with)\s+(?:[\w.’'-]+\s+){1,4}?about)\s+(?=\S)")
_AGENT = re.compile(r"(?:\s+\w+ly)?\s+by\s+(?=\S)")
_REDUCED = re.compile(r"(?:[\w’']|,)\s+(?:\w+ly\s+)?$")
# "Some view the plan as theft": these count people, and a verb may follow.
_COUNTED = re.compile(r"(?:^|[,;:—“]\s?|\b(?:but|and|that|while|as|though)\s)(?:some|many|several|few|most|both|all)\s+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:In|After|Before|While|By|When|Without|Since)\s+|")
_AFTER_COMMA = re.compile(r",\s+")
_BEFORE_ING = re.compile(
    r"(?:\b(?:by|in|of|for|from|without|after|before|while|when|and)"
    r"|\w(?<!\bthe)(?<!\ba)(?<!['’]s)(?<!\bhis)(?<!\bher)(?<!\btheir)(?<!\bits))\s+$"
)
# An object that nothing more belongs to: a pronoun, or a bare name before when, where and how.
_BARE = re.compile(
    r"(?:him|her(?!\s+[a-z])|them|it|us|me|you|(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w-]*)(?=\s+(?:in|during|on|at|over|last|this|early|earlier|when|before|after|from|since|\w+day|\d+)\b)"
)


def active(scene: Scene, match: re.Match[str], form: Form, paragraph: int) -> Draft | None:
    """ "Obura opposes the plan": the subject before the verb, the content after it."""
    text, (start, end) = scene.text, match.span()
    if not is_verb(text, start, form):
        return None
    first = led_from(text, start)
    named = source_before(text, first)
    found = _content(text, end, form, named is not None)
    if found is None:
        return None
    content, attitude, end = found
    speaker = None if named else subject_of(scene, first, form)
    source = (named.start(), len(text[: named.end()].rstrip())) if named else None
    if form.tense == "ing" and _OPENS.fullmatch(text, 0, first):
        speaker = next((m for m in scene.mentions if _AFTER_COMMA.fullmatch(text, content[1], m.start - scene.start)), None) or speaker
    if speaker is None and source is None and form.tense != "ing":
        source = phrase_before(text, first)
    if speaker is None and (source is None or text[content[0]] in '“"‘'):
        return None  # "a group called “X”" says nothing
    shift = scene.start
    draft = Draft(
        scene, (shift + first, shift + end), speaker, [(shift + content[0], shift + content[1])], paragraph=paragraph, attitude=attitude
    )
    draft.source = (shift + source[0], shift + source[1]) if source else None
    return draft


def passive(scene: Scene, match: re.Match[str], form: Form, paragraph: int) -> Draft | None:
    """ "The plan was opposed by Lima", "the plan, backed by Lima, ...": who judges stands after "by", what is judged before the verb."""
    text, (start, end) = scene.text, match.span()
    attitude = form.verb.attitude("np") or form.verb.attitude("np_to")
    by = _AGENT.match(text, end) if attitude and form.tense == "past" else None
    if attitude is None or by is None or not (being(text, start) or _REDUCED.search(text, 0, start)):
        return None
    first = led_from(text, start)
    agent = max((m for m in scene.mentions if m.start == scene.start + by.end()), key=lambda m: m.end, default=None)
    theme = mention_before(scene, first)
    what = (theme.start, theme.end) if theme else shifted(scene, phrase_before(text, first))
    if agent is None or what is None:
        return None
    cue = (scene.start + first, scene.start + end)
    return Draft(scene, cue, agent, [what], paragraph=paragraph, attitude=attitude)


def being(text: str, start: int) -> bool:
    """Whether a form of "be" stands before a word, with adverbs between."""
    return led_from(text, start) < start and BE.search(text[max(start - MOST_BACK, 0) : start]) is not None


def is_verb(text: str, start: int, form: Form) -> bool:
    """Whether a form of the lexicon is a verb, or an adjective that is said of somebody, where it stands."""
    if form.tense == "adjective":
        return being(text, start)
    before = text[max(start - MOST_BACK, 0) : start]
    if form.tense == "ing":
        return bool(_OPENS.fullmatch(before)) or being(text, start) or before.rstrip().endswith(",") or bool(_BEFORE_ING.search(before))
    noun = _NOUN_BEFORE.search(before, max(len(before) - _WORD_BACK, 0))
    counted = noun and form.tense == "base" and _COUNTED.search(before) and re.match(rf"[\w-]+\s+(?:that|{_SUBJECT})", text[start:])
    if (noun and not counted) or (text[start].isupper() and before.strip() and not _written_large(text)):
        return False
    if form.tense == "past" and being(text, start):
        return False  # a passive, whose subject is not who judges
    if form.tense == "base":
        led = led_from(text, start)
        helped = led < start and re.search(AUX, text[led:start], re.IGNORECASE)
        return bool(counted or helped or _TO.search(before) or _PLURAL.search(text[max(led - MOST_BACK, 0) : led]))
    return bool(before.strip())


def _written_large(text: str) -> bool:
    """Whether a line is a headline whose words of weight begin with capitals."""
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", text) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _content(text: str, end: int, form: Form, shown: bool) -> tuple[tuple[int, int], Attitude, int] | None:
    """Where the content stands that follows a verb, what the verb then names, and the end of the cue, to which a preposition belongs."""
    verb, skipped = form.verb, _SKIPPED.match(text, end)
    if skipped is None:
        return None
    at = skipped.end()
    rest = text[at:]
    for frame, pattern in (("that", r"that\s+(?!is\b|was\b|of\b)"), ("wh", _WH), ("to", r"to\s+\w+"), ("ing", r"\w{2,}ing\b"), ("clause", _SUBJECT)):
        attitude = verb.attitude(frame)
        if attitude and (found := re.match(pattern, rest)):
            if frame == "clause" and (attitude == "said" or verb.attitude("np")) and not _clause_like(rest):
                continue
            first = at + (found.end() if frame == "that" else 0)
            return _spanned(text, first, CLAUSE_END, attitude, end)
    if shown and (attitude := verb.attitude("shown")) and re.match(r"[\w“\"‘'$]", rest) and not _NOT_OBJECT.match(rest):
        return _spanned(text, at, CLAUSE_END, attitude, end)
    if (attitude := verb.attitude("about")) and (heard := _HEARD.match(rest)):
        return _spanned(text, at + heard.end(), PHRASE_END, attitude, at + heard.end(1))
    for word in _PREPOSITIONS:
        attitude = verb.attitude(word)
        if attitude and (found := re.match(rf"{word}\s+", rest)):
            return _spanned(text, at + found.end(), PHRASE_END, attitude, at + len(word))
    attitude = verb.attitude("np_to") or verb.attitude("np")
    if attitude and not verb.attitude("np_to") and (bare := _BARE.match(rest)):
        return (at, at + bare.end()), attitude, end
    if attitude and text[end : end + 1].isspace() and re.match(r"[\w“\"‘'$]", rest) and not _NOT_OBJECT.match(rest):
        return _spanned(text, at, PHRASE_END, attitude, end)
    return None


def _clause_like(rest: str) -> bool:
    """Whether a verb follows within a few words, so that a clause and no noun phrase begins."""
    pronoun = r"(?:he|she|they|it|we|I|you)\s+(?!(?:on|in|at|to|and|but|by|as|for|when|while)\b)\w"
    return bool(re.match(rf"(?:{pronoun}|(?:\S+\s+){{1,4}}?(?:{AUX}|\w+ed)\s)", rest))


def _spanned(text: str, first: int, ends: re.Pattern[str], attitude: Attitude, cue: int) -> tuple[tuple[int, int], Attitude, int] | None:
    last = end_of(text, first, ends)
    return ((first, last), attitude, cue) if last - first > 1 else None

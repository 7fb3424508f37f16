"""Attributions that stand in the middle or at the end of their content, or that name nobody: "records show", "is expected to", "asked whether"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Draft
from detente.attribution.extent import CLAUSE_END, LEAST, behind_dateline, cross, end_of, shifted
from detente.attribution.lexicon import Form
from detente.attribution.subjects import led_from, mention_before, phrase_before, source_before
from detente.attribution.verbs import being, is_verb
from detente.event.scene import Scene

_ASIDE_END = re.compile(r"(?:[,;.]|\s[—–-]|$)")
_LEFT_OPEN = re.compile(r"\b(?:which|who|that|and|but|because|if|so|as|while|when)$")
_PASSIVE_TO = frozenset(
    (
        "expect believe say think report know see consider assume predict understand suspect accuse deem describe mean intend design "
        "suppose allege rumor rumour view regard charge blame"
    ).split()
)
_PASSIVE_WITH = {"accuse": ("of",), "charge": ("with",), "know": ("for",), "blame": ("for",)}
SEEMING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
_ASKED = re.compile(r"\s+(?=(?:whether|how|why|what|who|if|where|which|when|about)\b)")


def aside(scene: Scene, match: re.Match[str], form: Form | None, paragraph: int, taken: Sequence[tuple[int, int]]) -> Draft | None:
    """ "The port, Obura believes, will open", "the port is shut, records show": the clause around, or before, who thinks or shows it."""
    text, (start, end) = scene.text, match.span()
    if form is None or form.tense not in ("past", "s", "base") or not (_ASIDE_END.match(text, end) and is_verb(text, start, form)):
        return None
    attitude = form.verb.attitude("clause") or form.verb.attitude("that") or form.verb.attitude("shown")
    first = led_from(text, start)
    speaker, source = mention_before(scene, first), shifted(scene, phrase_before(text, first) or _named_source(text, first))
    named = (speaker.start, speaker.end) if speaker else source
    if attitude is None or named is None or not text[: named[0] - scene.start].rstrip().endswith(","):
        return None
    comma = len(text[: named[0] - scene.start].rstrip()) - 1
    begin = max(text.rfind("; ", 0, comma) + 1, behind_dateline(text))
    before, after = _stripped(text, begin, comma), _stripped(text, end, len(text))
    if text.startswith(";", end):
        after = before
    elif _LEFT_OPEN.search(text, 0, before[1]):
        before = after  # "a wall that, records show, will cost millions"
    spans = [span for span in dict.fromkeys((before, after)) if span[1] - span[0] > 1]
    marks = text[slice(*before)].count("“") != text[slice(*before)].count("”") or text[slice(*before)].count('"') % 2
    if before not in spans or marks or sum(len(text[s:e].split()) for s, e in spans) < LEAST:
        return None
    parts = [(scene.start + s, scene.start + e) for s, e in spans]
    if any(cross(part, one) for part in parts for one in taken):
        return None  # who only passes on what somebody says
    draft = Draft(scene, (scene.start + first, scene.start + end), speaker, parts, paragraph=paragraph, attitude=attitude)
    draft.source = None if speaker else source
    return draft


def _named_source(text: str, first: int) -> tuple[int, int] | None:
    found = source_before(text, first)
    return (found.start(), len(text[: found.end()].rstrip())) if found else None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The words between two offsets of a sentence, without marks at their ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" ,;—–-"))
    return start, max(start, start + len(text[start:end].rstrip(" ,;—–-.!?")))


def unnamed(scene: Scene, match: re.Match[str], form: Form | None, paragraph: int) -> Draft | None:
    """ "The bank is expected to close", "it seems to close": nobody is named, and the subject belongs to the content. "Asked whether": no subject."""
    text, (start, end) = scene.text, match.span()
    if match.group().casefold() == "asked":
        return _asked(scene, match, paragraph)
    passive = form is not None and form.tense == "past" and form.verb.lemma in _PASSIVE_TO and being(text, start)
    if not passive and match.group() not in SEEMING:
        return None
    first = led_from(text, start)
    taken = "|".join(("to", "as", *_PASSIVE_WITH.get(form.verb.lemma if form else "", ())))
    rest = re.match(rf"\s+({taken})\s", text[end:])
    subject = mention_before(scene, first)
    before = (subject.start - scene.start, subject.end - scene.start) if subject else phrase_before(text, first)
    if rest is None or before is None:
        return None
    to = rest[1] == "to"
    after = end + (1 if to else rest.end())
    last = end_of(text, after, CLAUSE_END)
    if last - after < 2:
        return None
    parts = [(scene.start + before[0], scene.start + before[1]), (scene.start + after, scene.start + last)]
    cue = (scene.start + first, scene.start + end + (0 if to else rest.end() - 1))
    blamed = rest[1] in ("of", "with", "for") and form is not None and form.verb.lemma != "know"
    return Draft(scene, cue, None, parts, paragraph=paragraph, attitude="judged" if blamed else "thought")


def _asked(scene: Scene, match: re.Match[str], paragraph: int) -> Draft | None:
    """ "Asked whether": a question that nobody by name puts."""
    text, (start, end) = scene.text, match.span()
    found = _ASKED.match(text, end)
    if found is None or mention_before(scene, start):
        return None
    last = end_of(text, found.end(), CLAUSE_END)
    parts = [(scene.start + found.end(), scene.start + last)]
    cue = (scene.start + start, scene.start + end)
    return Draft(scene, cue, None, parts, paragraph=paragraph, attitude="judged") if last > found.end() else None

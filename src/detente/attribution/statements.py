"""Statements: who says what, joined from cues, quotation marks and the model's content spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile
from operator import itemgetter

from detente.actor.outlets import OutletName
from detente.attribution.attitudes import attitudes
from detente.attribution.draft import Draft
from detente.attribution.parts import settle_parts
from detente.attribution.quotes import Quotation, paragraphs, quotations
from detente.attribution.reported import apply as apply_reports
from detente.attribution.reported import headed
from detente.event.naming import VERBS
from detente.event.scene import Scene
from detente.records import Mention

SPEAKER = 0.3
CONTENT = 0.3
SCARE_WORDS = 5
CONTENT_WORDS = 3
MOST_QUOTES = 200  # in one content
# A clause begins with a subject of its own; "said on Monday" and "told the paper" are left alone.
_CLAUSE = re.compile(r"\s+(?:that\s+)?((?!on |in |at |to |during |after |before |late |early )\S+(?:\s+\S+){3,}?)[.!?]?$", re.DOTALL)
_SAID = re.compile(r"\b(?:said|says?|told|added)\b")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
# With a quotation right after them, these say or show its words.
_BEFORE_QUOTE = re.compile(
    r"\b(?:say(?:s|ing)?|adding|read(?:s|ing)?|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|cr(?:y|ies|ied|ying)|interject(?:s|ed|ing)?|respond(?:s|ed|ing)?"
    r"|repl(?:y|ies|ied|ying)|wr(?:ite|ites|ote|iting)|tweet(?:s|ed|ing)?|ask(?:s|ed|ing)?|answer(?:s|ed|ing)?|continu(?:e|es|ed|ing)|exclaim(?:s|ed|ing)?|joke[ds]?|quip(?:s|ped)?"
    r"|declar(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|explain(?:s|ed|ing)?|recall(?:s|ed|ing)?|argu(?:e|es|ed|ing)|post(?:s|ed|ing)?|boo(?:s|ed|ing)?)"
    r"(?=[,:]?\s(?:\w+\s){0,2}?(?:[“\"]|''))"
)
# With "that" after them, these have content beyond doubt.
_SAID_THAT = re.compile(
    r"\b(?:said|says?|added|warn(?:ed|s)?|den(?:y|ied|ies)|insist(?:ed|s)?|claim(?:ed|s)?|argue[ds]?|maintain(?:ed|s)?|announce[ds]?"
    r"|confirm(?:ed|s)?|state[ds]|allege[ds]?|complain(?:ed|s)?|predict(?:ed|s)?|declare[ds]?|note[ds]|stress(?:ed|es)?|recall(?:ed|s)?"
    r"|acknowledge[ds]?|conclude[ds]?|demand(?:ed|s)?)(?=\s+that\b)"
)
_THAT_CLAUSE = re.compile(r"\s+that\s+(\S.*?)[.!?]?$", re.DOTALL)
# With a quotation right after "of", these say it.
_SAID_OF = re.compile(r"\b(?:warned|accused|spoke|complained|boasted)(?=\s+of\s+[“\"])")
# With a quotation later in their clause, these say what somebody or something is; a name ("a group called “X”") is no statement.
_NAMED = re.compile(
    rf"(?<![\w-])(?:{VERBS}|hail(?:ed|s)|prais(?:ed|es)|denounce[ds]|condemn(?:ed|s)|dismiss(?:ed|es))(?=\s+[^\s“\"][^.,;:!?“”\"]{{0,90}}[“\"])"
)
# A title: every word of weight is written large.
_TITLE = re.compile(r"(?:(?:[A-Z0-9][\w.’'&-]*|&|an?|the|of|in|on|and|or|for|to|with|from|at|by|vs\.?)[,:;!?]*\s+)+[A-Z0-9][\w.’'-]*[.,!?]?")
# What may stand between who speaks and the verb.
_JUST_BEFORE = re.compile(r"\s+(?:(?:has|have|had|also|once|again|often|later|then|\w+ly)\s+)*")
_RIGHT_AFTER = re.compile(r"(?:\s+(?:of|that))?\s+[“\"]?")
# Where the clause of what is said ends: a mark, or a comma with a word that goes on with something else.
_CLAUSE_END = re.compile(r"[;“”\"]|:\s|,\s(?=(?:and|but|although|though|while|whereas|as|which|who|adding|with)\b)|[.!?]?$")
_NEAR_END = 60
# What tells the beginning of a sentence from a clause that is said in it.
_BREAK = re.compile(r"[,;:“”\"‘’()—–]|\b(?:while|after|before|when|if|because|but|and)\b", re.IGNORECASE)
# "Lima was warned of sanctions by Quito": who speaks stands after "by".
_PASSIVE = re.compile(r"\b(?:was|were|been|being|are|is)\s+$")
_BY = re.compile(r"\bby (?=\S)")


def draft_statements(text: str, scenes: Sequence[Scene], outlets: Sequence[OutletName] = ()) -> list[Draft]:
    """All statements of an article, in text order; `outlets` are the outlets named in the text."""
    credited = [(outlet.start, outlet.end) for outlet in outlets]
    quotes = quotations(text)
    places = _paragraph_of(text, scenes)
    drafts = _Near(scenes, [draft for scene in scenes for draft in _cues(scene, places[scene.index])])
    for part, inside in _contents(scenes, quotes):
        near = drafts.around(part)
        if inside is None and any(d.cue and part[0] < d.cue[0] and part[1] - d.cue[1] in (0, 1) for d in near):
            continue  # "X said" before a quotation is a cue with its speaker and no content
        owner = _owner(part, inside, near, drafts.in_paragraphs(inside.paragraph, 0) if inside else [], credited)
        if owner is None and inside:
            owner = _goes_on(inside, drafts.in_paragraphs(inside.paragraph - 1, 0), text)
        if owner is None and inside and _whole(inside, text):
            scene = drafts.scene(part)
            owner = Draft(scene, None, _continued(inside, drafts.in_paragraphs(inside.paragraph, 2)), paragraph=inside.paragraph)
            drafts.add(owner)
        if owner is not None:
            owner.parts.append(part)
            owner.quoted += _quoted_in(part, quotes)
    for draft in drafts.all:
        if not draft.parts and draft.speaker and (rest := _rest(draft, drafts.around((draft.scene.start, draft.scene.end)))):
            draft.parts.append(rest)
            draft.quoted += _quoted_in(rest, quotes)
    for draft in drafts.all:
        settle_parts(draft)
    apply_reports(drafts.all)
    for draft in drafts.all:
        draft.quoted = [quote for part in draft.parts for quote in _quoted_in(part, quotes)]
    kept = [draft for draft in drafts.all if draft.parts]
    kept += _beside(scenes, kept, places)
    for draft in kept:
        draft.parts.sort()
    return sorted(kept, key=lambda draft: draft.parts[0])


def _beside(scenes: Sequence[Scene], told: Sequence[Draft], places: Sequence[int]) -> list[Draft]:
    """Attributions outside what is already told: by the lexicon, and by names before colons."""
    taken: list[tuple[int, int]] = sorted([*(part for draft in told for part in draft.parts), *(draft.cue for draft in told if draft.cue)])
    found: list[Draft] = []
    first = 0
    for scene in scenes:
        while first < len(taken) and taken[first][1] <= scene.start:
            first += 1
        here, at = [], first
        while at < len(taken) and taken[at][0] < scene.end:
            here.append(taken[at])
            at += 1
        opens = scene.index == 0 or places[scene.index - 1] != places[scene.index]
        head = headed(scene, places[scene.index], opens) if not here else None
        found += [head] if head else attitudes(scene, here, places[scene.index])
    return found


class _Near:
    """Drafts by where they stand, so that a long text is not searched whole for every content."""

    def __init__(self, scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
        self.all: list[Draft] = []
        self._order, self._starts = scenes, [scene.start for scene in scenes]
        self._scenes: dict[int, list[Draft]] = {}
        self._paragraphs: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take in a draft."""
        self.all.append(draft)
        self._scenes.setdefault(draft.scene.index, []).append(draft)
        self._paragraphs.setdefault(draft.paragraph, []).append(draft)

    def scene(self, part: tuple[int, int]) -> Scene:
        """The first sentence that a span touches."""
        first = max(bisect_right(self._starts, part[0]) - 1, 0)
        return next(self._order[at] for at in range(first, len(self._order)) if part[0] < self._order[at].end)

    def around(self, part: tuple[int, int]) -> list[Draft]:
        """The drafts of the sentences that a span touches, and of those beside them."""
        first, last = bisect_right(self._starts, part[0]) - 2, bisect_right(self._starts, part[1])
        return [draft for index in range(first, last + 1) for draft in self._scenes.get(index, ())]

    def in_paragraphs(self, last: int, before: int) -> list[Draft]:
        """The drafts of a paragraph and of some before it."""
        return [draft for number in range(last - before, last + 1) for draft in self._paragraphs.get(number, ())]


def _quoted_in(part: tuple[int, int], quotes: Sequence[Quotation]) -> list[tuple[int, int]]:
    """The quotations within a span; `quotes` are in text order."""
    first = bisect_left(quotes, part[0], key=lambda quote: quote.start)
    inside = takewhile(lambda quote: quote.start < part[1], quotes[first : first + MOST_QUOTES])
    return [(quote.start, quote.end) for quote in inside if quote.end <= part[1]]


def _paragraph_of(text: str, scenes: Sequence[Scene]) -> list[int]:
    extents, number, result = paragraphs(text), 0, []
    for scene in scenes:
        while number < len(extents) - 1 and extents[number][1] <= scene.start:
            number += 1
        result.append(number)
    return result


def _cues(scene: Scene, paragraph: int) -> list[Draft]:
    drafts = []
    for here in _cue_spans(scene):
        rated = [(scene.relation("speaker", here, (m.start, m.end)), m) for m in scene.mentions]
        if by := _PASSIVE.search(scene.text[: here[0] - scene.start]) and _BY.search(scene.text, here[1] - scene.start):
            rated = [(odds, mention) for odds, mention in rated if mention.start == scene.start + by.end()]
        best = max(rated, key=lambda pair: pair[0], default=None)
        speaker = best[1] if best and (by or best[0] >= SPEAKER) else None if by else _subject(scene, here) or _right_before(scene, here)
        drafts.append(Draft(scene, here, speaker, paragraph=paragraph))
    return drafts


def _subject(scene: Scene, cue: tuple[int, int]) -> Mention | None:
    """Who a plain verb of speech without a speaker of its own goes on with: "Oslo backed the plan and added that ..."."""
    words = scene.text[cue[0] - scene.start : cue[1] - scene.start]
    joined = re.search(r"\b(?:and|but)\s+(?:also\s+|then\s+)?$", scene.text[: cue[0] - scene.start])
    first = next(iter(scene.mentions), None)
    return first if joined and _SAID.fullmatch(words) and first and first.end <= cue[0] else None


def _right_before(scene: Scene, cue: tuple[int, int]) -> Mention | None:
    """Who stands right before a verb that names ("Obura referred to it as “theft”")."""
    if not _NAMED.match(scene.text, cue[0] - scene.start):
        return None
    near = (m for m in scene.mentions if m.end <= cue[0] and _JUST_BEFORE.fullmatch(scene.text, m.end - scene.start, cue[0] - scene.start))
    return max(near, key=lambda m: m.end - m.start, default=None)


def _cue_spans(scene: Scene) -> list[tuple[int, int]]:
    """The model's cues, and the plainest verbs of speech where it found none."""
    found = [(scene.start + cue.start, scene.start + cue.end) for cue in scene.reading.spans.get("cue", ())]
    verbs = [match for pattern in (_SAID, _SAID_THAT, _SAID_OF, _NAMED, _ACCORDING, _BEFORE_QUOTE) for match in pattern.finditer(scene.text)]
    plain = sorted({(scene.start + match.start(), scene.start + match.end()) for match in verbs})
    return sorted([*found, *(verb for verb in plain if not any(s < verb[1] and verb[0] < e for s, e in found))])


def _says_something(words: str) -> bool:
    """Whether a content span outside quotation marks is more than a scrap of a noun phrase."""
    return len(words.split()) >= CONTENT_WORDS or '"' in words or "“" in words


def _contents(scenes: Sequence[Scene], quotes: Sequence[Quotation]) -> list[tuple[tuple[int, int], Quotation | None]]:
    """Content spans in text order: the model's, widened to the quotation marks in them, and quotations by themselves."""
    spans: list[tuple[int, int]] = []
    for scene in scenes:
        contents = scene.reading.spans.get("content", ())
        if not contents:
            continue
        cues = [(cue[0] - scene.start, cue[1] - scene.start) for cue in _cue_spans(scene)]
        whole = [(_clause_start(scene.text, c.start, cues), _clause_end(scene.text, (c.start, c.end), cues)) for c in contents]
        spans += [(scene.start + s, scene.start + e) for s, e in _apart(whole) if _says_something(scene.text[s:e])]
    found: list[tuple[tuple[int, int], Quotation | None]] = []
    for quote in quotes:
        here = slice(bisect_right(spans, quote.start, key=itemgetter(1)), bisect_left(spans, quote.end, key=itemgetter(0)))
        around = spans[here]  # spans are in text order and do not overlap
        wider = [s for s in around if s[0] < quote.opened - 1 or s[1] > quote.shut + 1]
        if not wider:
            found.append(((quote.start, quote.end), quote))
            spans[here] = []
        else:
            spans[here] = [(around[0][0], max(around[-1][1], quote.end))]
    return sorted([*found, *((span, None) for span in spans)], key=lambda item: item[0])


def _clause_start(text: str, start: int, cues: Sequence[tuple[int, int]]) -> int:
    """The start of a sentence that is told before its cue, where the model marks all but its first words."""
    before = text[:start]
    bare = before.strip() and not _BREAK.search(before) and not any(s < start for s, _ in cues)
    return len(before) - len(before.lstrip()) if bare else start


def _clause_end(text: str, content: tuple[int, int], cues: Sequence[tuple[int, int]]) -> int:
    """The end of the clause in which the model's content breaks off; what precedes its cue ends at the next comma."""
    start, end = content
    if not text[end:].strip() or text[end].strip() in (",", ";", ".", "”", '"', "!", "?") or text[end - 1] in "”\"":
        return end
    later = min((s for s, e in cues if s >= end), default=len(text))
    if any(e <= start for _, e in cues):
        found = _CLAUSE_END.search(text, end)
        stop = found.start() if found else len(text)
    else:
        comma = text.find(",", end)
        stop = comma if 0 <= comma < min(later, end + _NEAR_END) else end
    return stop if end < stop <= later else end


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of one sentence, those that now overlap as one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def _owner(
    part: tuple[int, int], inside: Quotation | None, around: Sequence[Draft], told: Sequence[Draft], credited: Sequence[tuple[int, int]]
) -> Draft | None:
    """The cue that a content belongs to: the best in its sentences, else the one it continues in its paragraph (`told`)."""
    outside = [d for d in around if d.cue and not _within(d.cue, part)]
    near = [d for d in outside if d.scene.start < part[1] and part[0] < d.scene.end]
    if inside and not near:
        near = [d for d in outside if d.scene.start < part[1] + 2 and part[0] - 2 < d.scene.end]
    # "X said, according to Reuters": X speaks and the agency is credited, so an outlet speaks only where nobody else does.
    near = [d for d in near if d.speaker and not _is_outlet(d.speaker, credited)] or near
    near = [d for d in near if _leads_to(d, part)] or near
    if near:
        return max(near, key=lambda d: d.scene.relation("content", d.cue or (0, 0), _clip(part, d.scene)))
    if inside is None:
        return None
    before = [d for d in told if d.parts and d.parts[-1][1] <= part[0]]
    return before[-1] if before and before[-1].kind != "indirect" else None


def _leads_to(draft: Draft, part: tuple[int, int]) -> bool:
    """Whether a content stands right after a cue."""
    cue, start = draft.cue or (0, 0), draft.scene.start
    return cue[1] < part[0] and bool(_RIGHT_AFTER.fullmatch(draft.scene.text, cue[1] - start, part[0] - start))


def _rest(draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int] | None:
    """What follows a plain verb of speech to the end of its clause, where the model marked no content."""
    scene, cue = draft.scene, draft.cue
    if cue is None:
        return None
    here = (cue[0] - scene.start, cue[1] - scene.start)
    certain = _THAT_CLAUSE.match(scene.text, here[1])
    found = certain or (_CLAUSE.match(scene.text, here[1]) if _SAID.fullmatch(scene.text, *here) else None)
    if found is None:
        return None
    stop = _CLAUSE_END.search(scene.text, found.start(1)) if certain else None
    rest = (scene.start + found.start(1), scene.start + (min(stop.start(), found.end(1)) if stop else found.end(1)))
    others = [d for d in drafts if d is not draft and d.scene is scene and d.parts]
    taken = any(s < rest[1] and rest[0] < e for d in others for s, e in d.parts)
    return None if taken or (others and not certain) else rest


def _is_outlet(mention: Mention, credited: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in credited)


def _within(cue: tuple[int, int], part: tuple[int, int]) -> bool:
    return part[0] <= cue[0] and cue[1] <= part[1]


def _clip(part: tuple[int, int], scene: Scene) -> tuple[int, int]:
    return max(part[0], scene.start), min(part[1], scene.end)


def _whole(quote: Quotation, text: str) -> bool:
    """Whether a quotation without a cue is a statement and not a title, a nickname or scare quotes."""
    words = text[quote.start : quote.end].split()
    if _TITLE.fullmatch(text, quote.start, quote.end):
        return False
    return len(words) >= SCARE_WORDS and (text[quote.end - 1] in ".!?,…" or len(words) >= 2 * SCARE_WORDS)


def _goes_on(quote: Quotation, before: Sequence[Draft], text: str) -> Draft | None:
    """The statement that a paragraph of quotation goes on with: one that the paragraph before leaves open."""
    said = [draft for draft in before if draft.parts]
    last = max(said, key=lambda draft: draft.parts[-1][1], default=None)
    opens = text[: quote.opened].endswith("\n")
    return last if opens and last and last.parts[-1] in last.quoted and not text[last.parts[-1][1] : quote.opened].strip() else None


def _continued(quote: Quotation, drafts: Sequence[Draft]) -> Mention | None:
    """The speaker of the statement just before, if it stands in the same or the previous paragraph."""
    before = [d for d in drafts if d.parts and d.parts[-1][1] <= quote.start and quote.paragraph - d.paragraph <= 2]
    return max(before, key=lambda d: d.parts[-1][1]).speaker if before else None

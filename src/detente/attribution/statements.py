"""Statements: who says what, joined from cues, quotation marks and the model's content spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from detente.actor.outlets import OutletName
from detente.attribution.attitudes import attitudes
from detente.attribution.contents import CLAUSE_END, contents
from detente.attribution.cues import ADJUNCT, ENDS_QUOTED, SAID, SAYING, cue_spans, cues
from detente.attribution.draft import Draft
from detente.attribution.extent import shifted
from detente.attribution.hearers import hearer
from detente.attribution.parts import end_clauses, hold_told, settle_parts
from detente.attribution.quotes import TITLE, Quotation, inner, paragraphs, quotations
from detente.attribution.reported import apply as apply_reports
from detente.attribution.reported import headed
from detente.attribution.subjects import led_from, phrase_before, source_before
from detente.attribution.turns import tell_turns
from detente.event.scene import Scene
from detente.records import Mention

SCARE_WORDS = 5
MOST_QUOTES = 200  # in one content
# A clause begins with a subject of its own; "said on Monday" and "told the paper" are left alone.
_CLAUSE = re.compile(r"\s+(?:that\s+)?((?!on |in |at |to |during |after |before |late |early )\S+(?:\s+\S+){3,}?)[.!?]?$", re.DOTALL)
# The clause that is said, behind whom it is said to: "denied to the Tarn Times that ...".
_THAT_CLAUSE = re.compile(
    rf"(?:\s+to\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,4}}|{ADJUNCT})\s+that\s+(\S.*?)[.!?]?$", re.DOTALL
)
# The same, without "that": "told the Tarn Times on Monday she would go".
_TOLD_CLAUSE = re.compile(
    r"\s+(?:(?:the|an?|his|her|its)\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}(?:on\s+\w+day\s+)?((?:he|she|they|it|we|there)\s\S.*?)[.!?]?$", re.DOTALL
)
# What somebody is quoted as saying.
_AS_SAYING = re.compile(rf"(?:(?: [^.,;:“”\"]{{1,100}})? {SAYING})?(?<=ing)(?: that)? (\S.*?)[.!?]?$", re.DOTALL)
# What a name in quotation marks follows: a word without a comma, or what it is the name of.
_IN_PHRASE = re.compile(
    r"[\w’'.)] $|\b(?:book|memoir|autobiography|biography|poem|novel|show|program|programme|song"
    r"|film|movie|series|column|essay|article|op-ed|album|documentary|podcast|play), $"
)
_CRIED = re.compile(r"\b(?:chants?|cries|shouts?|calls|signs?|banners?|words|slogans?)(?: of| reading| saying)? $")
_BACK = 40
_ENDING = " \r\n”\"’'»"
# Between a cue and a quotation within a quotation: who heard it, or who said it.
_LEADS = re.compile(r"[,:]?\s+(?:[\w’'-]+\s+){0,3}?(?:[\w’'-]+[,:]\s+)?")
_FOLLOWS = re.compile(r"\s*(?:[\w’'-]+\s+){1,3}")
# What somebody did say; what one "can say", "says" or "would say" is an example.
_TOLD = re.compile(
    r"\b(?:said|told|asked|answered|replied|wrote|shouted|yelled|added|responded|warned|texted|tweeted|cried|announced|declared)\b"
)
_QUOTES = re.compile(r"(?:quot|cit)(?:ed|es)\b")
_ADDS = re.compile(r"[,:]?\s+(?:that\b|[“\"‘]|''|(?:he|she|they|it|we|there|[A-Z][\w’'-]+|the [\w-]+)\s)")
LEAST_AROUND = 20  # characters of a quotation with another one in it
_RIGHT_AFTER = re.compile(r"(?:\s+(?:of|that))?\s+[“\"]?")


def draft_statements(text: str, scenes: Sequence[Scene], outlets: Sequence[OutletName] = ()) -> list[Draft]:
    """All statements of an article, in text order; `outlets` are the outlets named in the text."""
    credited = [(outlet.start, outlet.end) for outlet in outlets]
    quotes = quotations(text)
    places = _paragraph_of(text, scenes)
    quoted = [ENDS_QUOTED.search(text[max(scene.start - 3, 0) : scene.start]) is not None for scene in scenes]
    spoken = [cue_spans(scene, one) for scene, one in zip(scenes, quoted, strict=True)]
    told = zip(scenes, spoken, quoted, strict=True)
    drafts = _Near(scenes, [draft for scene, spans, one in told for draft in cues(scene, places[scene.index], spans, one)])
    for part, inside in contents(text, scenes, quotes, spoken):
        near = drafts.around(part)
        if inside is None and any(d.cue and part[0] < d.cue[0] and part[1] - d.cue[1] in (0, 1) for d in near):
            continue  # "X said" before a quotation is a cue with its speaker and no content
        if inside and _named(inside, text) and not any(d.cue and _leads_to(d, part) for d in near):
            continue
        if inside and inside.teller:
            turn = _turn(inside, inside.teller, drafts.scene(inside.teller))
            turn.quoted = _quoted_in(part, quotes)
            drafts.add(turn)
            continue
        owner = _owner(
            part,
            inside,
            near,
            drafts.in_paragraphs(inside.paragraph, 0) if inside else [],
            credited,
            bool(inside and _embedded(inside, text)),
            3 if text[part[1] - 1] in "!?…" else 2,
        )
        if owner and inside and not _beside_cue(owner, part) and (other := drafts.cuts_in(inside, owner, text)):
            owner = Draft(drafts.scene(part), None, other, paragraph=inside.paragraph)
            drafts.add(owner)
        if owner is None and inside:
            owner = _goes_on(inside, drafts.in_paragraphs(inside.paragraph - 1, 0), text)
        if owner is None and inside and _whole(inside, text) and not _embedded(inside, text):
            scene = drafts.scene(part)
            owner = Draft(scene, None, _continued(inside, drafts.in_paragraphs(inside.paragraph, 2)), paragraph=inside.paragraph)
            drafts.add(owner)
        if owner is not None:
            owner.parts.append(part)
            owner.quoted += _quoted_in(part, quotes)
    quotes = sorted([*quotes, *_nest(text, quotes, drafts)], key=lambda quote: quote.start)
    for draft in drafts.all:
        if not draft.parts and draft.speaker and (rest := _rest(draft, drafts.around((draft.scene.start, draft.scene.end)))):
            draft.parts.append(rest)
            draft.quoted += _quoted_in(rest, quotes)
    for draft in drafts.all:
        settle_parts(draft)
    apply_reports(drafts.all)
    hold_told(drafts.all)
    for draft in drafts.all:
        end_clauses(draft)
    for draft in drafts.all:
        draft.quoted = [quote for part in draft.parts for quote in _quoted_in(part, quotes)]
    kept = [draft for draft in drafts.all if draft.parts]
    kept += _beside(scenes, kept, places)
    for draft in kept:
        draft.parts.sort()
        if draft.speaker is None and draft.source is None and draft.cue:
            draft.source = shifted(draft.scene, _source_of(draft, draft.cue))
        draft.hearer = hearer(draft, credited)
    return sorted(tell_turns(text, scenes, kept, places), key=lambda draft: draft.parts[0])


def _source_of(draft: Draft, cue: tuple[int, int]) -> tuple[int, int] | None:
    """Who or what says it where that is no actor, right before the cue of what follows it: "the letter warned that", "21 percent said"."""
    text, shift = draft.scene.text, draft.scene.start
    if draft.parts[0][0] < cue[1] or not text[cue[0] - shift : cue[1] - shift].isalpha():
        return None
    first = led_from(text, cue[0] - shift)
    named = source_before(text, first)
    return (named.start(), len(text[: named.end()].rstrip())) if named else phrase_before(text, first)


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

    def cuts_in(self, quote: Quotation, owner: Draft, text: str) -> Mention | None:
        """Who acts in the sentence right before a quotation and is not who spoke so far: "Obura laughed. “Not today.”"."""
        scene = self.scene((quote.start, quote.end))
        before = self._order[scene.index - 1] if scene.index else None
        if before is None or scene.start < quote.opened - 1 or owner.scene.index >= before.index or self._scenes.get(before.index):
            return None
        if "\n" in text[before.end : scene.start] or any(s < before.end and before.start < e for s, e in owner.parts):
            return None
        first = next((m for m in before.mentions if m.start == before.start and m.type == "PER"), None)
        return first if first and owner.speaker and first.chain != owner.speaker.chain else None


def _nest(text: str, quotes: Sequence[Quotation], drafts: _Near) -> list[Quotation]:
    """Quotations within quotations that have a cue right beside them, which is given them in place."""
    found = []
    for quote in quotes:
        if quote.end - quote.start < LEAST_AROUND:
            continue
        within = [d for d in drafts.around((quote.start, quote.end)) if d.cue and _within(d.cue, (quote.start, quote.end))]
        for one in inner(text, quote):
            beside = (
                d for d in within if d.cue and d.speaker and not d.parts and _TOLD.search(text, *d.cue) and _adjoins(text, d.cue, one)
            )
            if teller := next(beside, None):
                teller.parts.append((one.start, one.end))
                found.append(one)
    return found


def _adjoins(text: str, cue: tuple[int, int], quote: Quotation) -> bool:
    """Whether nothing but a comma and who speaks or hears stands between a cue and a quotation."""
    if cue[1] <= quote.opened:
        return bool(_LEADS.fullmatch(text, cue[1], quote.opened))
    return bool(_FOLLOWS.fullmatch(text, quote.shut, cue[0]))


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


def _owner(
    part: tuple[int, int],
    inside: Quotation | None,
    around: Sequence[Draft],
    told: Sequence[Draft],
    credited: Sequence[tuple[int, int]],
    embedded: bool,
    reach: int,
) -> Draft | None:
    """The cue that a content belongs to: the best in its sentences, else the one it continues in its paragraph (`told`).

    A quotation belongs to one in a sentence that begins less than `reach` code points behind it.
    """
    outside = [d for d in around if d.cue and not _within(d.cue, part)]
    near = [d for d in outside if d.scene.start < part[1] and part[0] < d.scene.end]
    if inside and not near:
        near = [d for d in outside if d.scene.start < part[1] + reach and part[0] - 2 < d.scene.end]
    # "X said, according to Reuters": X speaks and the agency is credited, so an outlet speaks only where nobody else does.
    leading = [d for d in near if _leads_to(d, part)]
    near = _together(near, part) or near
    near = leading or [d for d in near if d.speaker and not _is_outlet(d.speaker, credited)] or near
    if near:
        return max(near, key=lambda d: d.scene.relation("content", d.cue or (0, 0), _clip(part, d.scene)))
    if inside is None:
        return None
    if embedded:
        return None  # a scrap in a phrase of the article's own
    before = [d for d in told if d.parts and d.parts[-1][1] <= part[0]]
    return before[-1] if before and before[-1].kind != "indirect" else None


def _turn(quote: Quotation, teller: tuple[int, int], scene: Scene) -> Draft:
    """A turn of a transcript in quotation marks: who speaks, the colon, what is said."""
    speaker = next((m for m in scene.mentions if m.start <= teller[0] and m.end >= teller[1]), None)
    source = None if speaker else teller
    return Draft(scene, (teller[1], teller[1] + 1), speaker, [(quote.start, quote.end)], paragraph=quote.paragraph, source=source)


def _leads_to(draft: Draft, part: tuple[int, int]) -> bool:
    """Whether a content stands right after a cue."""
    cue, start = draft.cue or (0, 0), draft.scene.start
    return cue[1] < part[0] and bool(_RIGHT_AFTER.fullmatch(draft.scene.text, cue[1] - start, part[0] - start))


def _together(drafts: Sequence[Draft], part: tuple[int, int]) -> list[Draft]:
    """Those that no semicolon parts from a content: "The port is shut, Obura said; “We wait,” Lindt told Reuters"."""
    scenes = {draft.scene.index: draft.scene for draft in drafts}
    extents = {index: _between_semicolons(scene, part) for index, scene in scenes.items()}  # once, as a sentence may have many cues
    return [d for d in drafts if d.cue and extents[d.scene.index][0] < d.cue[1] and d.cue[0] <= extents[d.scene.index][1]]


def _between_semicolons(scene: Scene, part: tuple[int, int]) -> tuple[int, int]:
    """Where the last semicolon before a content stands and where the first one behind it ends, or the ends of the sentence."""
    before = scene.text.rfind("; ", 0, max(part[0] - scene.start, 0))
    behind = scene.text.find("; ", max(part[1] - scene.start, 0))
    return scene.start + before, scene.start + behind + 1 if behind >= 0 else scene.end


def _beside_cue(draft: Draft, part: tuple[int, int]) -> bool:
    return draft.scene.start < part[1] + 2 and part[0] - 2 < draft.scene.end


def _rest(draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int] | None:
    """What follows a plain verb of speech to the end of its clause, where the model marked no content."""
    scene, cue = draft.scene, draft.cue
    if cue is None:
        return None
    if scene.text.startswith("added", cue[0] - scene.start) and not _ADDS.match(scene.text, cue[1] - scene.start):
        return None  # "has added another task"
    here = (cue[0] - scene.start, cue[1] - scene.start)
    told = _TOLD_CLAUSE.match(scene.text, here[1]) if scene.text.startswith(("told", "tells"), here[0]) else None
    certain = told or _THAT_CLAUSE.match(scene.text, here[1])
    certain = certain or (_AS_SAYING.match(scene.text, here[1]) if _QUOTES.match(scene.text, here[0]) else None)
    found = certain or (_CLAUSE.match(scene.text, here[1]) if SAID.fullmatch(scene.text, *here) else None)
    if found is None:
        return None
    stop = CLAUSE_END.search(scene.text, found.start(1)) if certain else None
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


def _named(quote: Quotation, text: str) -> bool:
    """Whether quotation marks hold the name of a work, a show or a plan that a phrase goes on with: "the author of “The Long Night”"."""
    if not TITLE.fullmatch(text, quote.start, quote.end):
        return False
    before = text[max(quote.opened - _BACK, 0) : quote.opened]
    return bool(_IN_PHRASE.search(before)) and not _CRIED.search(before)


def _embedded(quote: Quotation, text: str) -> bool:
    """Whether a quotation goes on with a phrase of the article's own ("candidates “who embody it”") and is no sentence by itself."""
    goes_on = quote.opened > 1 and text[quote.opened - 2].isalnum() and text[quote.opened - 1] == " "
    return goes_on and (text[quote.start].islower() or not _whole(quote, text))


def _whole(quote: Quotation, text: str) -> bool:
    """Whether a quotation without a cue is a statement and not a title, a nickname or scare quotes."""
    words = text[quote.start : quote.end].split()
    if TITLE.fullmatch(text, quote.start, quote.end):
        return False
    return len(words) >= SCARE_WORDS and (text[quote.end - 1] in ".!?,…" or len(words) >= 2 * SCARE_WORDS)


def _goes_on(quote: Quotation, before: Sequence[Draft], text: str) -> Draft | None:
    """The statement that a paragraph of quotation goes on with: one that the paragraph before leaves open."""
    said = [draft for draft in before if draft.parts]
    last = max(said, key=lambda draft: draft.parts[-1][1], default=None)
    opens = text[quote.opened - 1 : quote.opened] == "\n" and not text[quote.shut : quote.shut + 2].strip(" \r\n")
    quoted = last is not None and any(end == last.parts[-1][1] for _, end in last.quoted)
    return last if opens and last and quoted and not text[last.parts[-1][1] : quote.opened].strip(_ENDING) else None


def _continued(quote: Quotation, drafts: Sequence[Draft]) -> Mention | None:
    """The speaker of the statement just before, if it stands in the same or the previous paragraph."""
    before = [d for d in drafts if d.parts and d.parts[-1][1] <= quote.start and quote.paragraph - d.paragraph <= 2]
    return max(before, key=lambda d: d.parts[-1][1]).speaker if before else None

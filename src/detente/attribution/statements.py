"""Statements: who says what, joined from cues, quotation marks and the model's content spans."""

from __future__ import annotations

from collections.abc import Sequence

from detente.actor.outlets import OutletName
from detente.attribution.attitudes import attitudes
from detente.attribution.clauses import rest
from detente.attribution.contents import contents
from detente.attribution.cues import ENDS_QUOTED, cue_spans, cues
from detente.attribution.draft import Draft, Extent
from detente.attribution.extent import shifted
from detente.attribution.hearers import hearer
from detente.attribution.held import embedded, named, quoted_in, whole
from detente.attribution.nearby import Near
from detente.attribution.nested import nest
from detente.attribution.owners import beside_cue, continued, goes_on, leads_to, owner
from detente.attribution.parts import end_clauses, hold_told, settle_parts
from detente.attribution.quotes import Quotation, paragraphs, quotations
from detente.attribution.reported import apply as apply_reports
from detente.attribution.reported import headed
from detente.attribution.subjects import first_named, led_from, phrase_before, source_before
from detente.attribution.turns import tell_turns
from detente.event.naming import names_itself
from detente.event.scene import Scene
from detente.records import Mention


def draft_statements(text: str, scenes: Sequence[Scene], outlets: Sequence[OutletName] = ()) -> list[Draft]:
    """All statements of an article, in text order; `outlets` are the outlets named in the text."""
    credited = [(outlet.start, outlet.end) for outlet in outlets]
    quotes, places = quotations(text), _paragraph_of(text, scenes)
    quoted = [ENDS_QUOTED.search(text[max(scene.start - 3, 0) : scene.start]) is not None for scene in scenes]
    spoken = [cue_spans(scene, one) for scene, one in zip(scenes, quoted, strict=True)]
    told = zip(scenes, spoken, quoted, strict=True)
    drafts = Near(scenes, [draft for scene, spans, one in told for draft in cues(scene, places[scene.index], spans, one)])
    for part, inside in contents(text, scenes, quotes, spoken):
        if draft := _draft_of(part, inside, drafts, credited, text):
            draft.parts.append(part)
            draft.quoted += quoted_in(part, quotes)
    quotes = sorted([*quotes, *nest(text, quotes, drafts)], key=lambda quote: quote.start)
    _settle(drafts, quotes)
    kept = [draft for draft in drafts.all if draft.parts]
    kept += _beside(scenes, kept, places)
    kept = [draft for draft in kept if not (draft.cue and names_itself(draft.scene.text, draft.cue[0] - draft.scene.start))]
    for draft in kept:
        draft.parts.sort()
        if draft.speaker is None and draft.source is None and draft.cue:
            draft.speaker = _teller_of(draft, draft.cue)
            draft.source = None if draft.speaker else shifted(draft.scene, _source_of(draft, draft.cue))
        draft.hearer = hearer(draft, credited)
    return sorted(tell_turns(text, scenes, kept, places), key=lambda draft: draft.parts[0])


def _draft_of(part: Extent, inside: Quotation | None, drafts: Near, credited: Sequence[Extent], text: str) -> Draft | None:
    """The draft that a content belongs to, a new one where it has none; None where it is no content. `inside`: the quotation that it is."""
    near = drafts.around(part)
    if inside is None:
        beside = any(d.cue and part[0] < d.cue[0] and part[1] - d.cue[1] in (0, 1) for d in near)
        return None if beside else owner(part, None, near, (), credited, text)  # "X said" before a quotation is a cue without a content
    if named(inside, text) and not any(d.cue and leads_to(d, part) for d in near):
        return None
    if inside.teller:
        return drafts.add(_turn(inside, inside.teller, drafts.scene(inside.teller)))
    whose = owner(part, inside, near, drafts.in_paragraphs(inside.paragraph, 0), credited, text)
    if whose and not beside_cue(whose, part) and (other := drafts.cuts_in(inside, whose, text)):
        return drafts.add(Draft(drafts.scene(part), None, other, paragraph=inside.paragraph))
    whose = whose or goes_on(inside, drafts.in_paragraphs(inside.paragraph - 1, 0), text)
    if whose or not whole(inside, text) or embedded(inside, text):
        return whose
    speaker = continued(inside, drafts.in_paragraphs(inside.paragraph, 2))
    return drafts.add(Draft(drafts.scene(part), None, speaker, paragraph=inside.paragraph))


def _settle(drafts: Near, quotes: Sequence[Quotation]) -> None:
    """Give cues without a content the clause behind them, and all contents their ends, in place."""
    for draft in drafts.all:
        if not draft.parts and draft.speaker and (clause := rest(draft, drafts.around((draft.scene.start, draft.scene.end)))):
            draft.parts.append(clause)
            draft.quoted += quoted_in(clause, quotes)
    for draft in drafts.all:
        settle_parts(draft)
    apply_reports(drafts.all)
    hold_told(drafts.all)
    for draft in drafts.all:
        end_clauses(draft)
    for draft in drafts.all:
        draft.quoted = [quote for part in draft.parts for quote in quoted_in(part, quotes)]


def _teller_of(draft: Draft, cue: Extent) -> Mention | None:
    """Who a participle after a comma is of, where the model found nobody: "Lima sent troops to the border, saying that ..."."""
    text, first = draft.scene.text, cue[0] - draft.scene.start
    trails = text[first : cue[1] - draft.scene.start].endswith("ing") and text[:first].rstrip().endswith(",")
    return first_named(draft.scene, first) if trails and draft.parts[0][0] >= cue[1] else None


def _source_of(draft: Draft, cue: Extent) -> Extent | None:
    """Who or what says it where that is no actor, right before the cue of what follows it: "the letter warned that", "21 percent said"."""
    text, shift = draft.scene.text, draft.scene.start
    if draft.parts[0][0] < cue[1] or not text[cue[0] - shift : cue[1] - shift].isalpha():
        return None
    first = led_from(text, cue[0] - shift)
    source = source_before(text, first)
    return (source.start(), len(text[: source.end()].rstrip())) if source else phrase_before(text, first)


def _beside(scenes: Sequence[Scene], told: Sequence[Draft], places: Sequence[int]) -> list[Draft]:
    """Attributions outside what is already told: by the lexicon, and by names before colons."""
    taken: list[Extent] = sorted([*(part for draft in told for part in draft.parts), *(draft.cue for draft in told if draft.cue)])
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


def _paragraph_of(text: str, scenes: Sequence[Scene]) -> list[int]:
    extents, number, result = paragraphs(text), 0, []
    for scene in scenes:
        while number < len(extents) - 1 and extents[number][1] <= scene.start:
            number += 1
        result.append(number)
    return result


def _turn(quote: Quotation, teller: Extent, scene: Scene) -> Draft:
    """A turn of a transcript in quotation marks: who speaks, the colon, what is said."""
    speaker = next((m for m in scene.mentions if m.start <= teller[0] and m.end >= teller[1]), None)
    source = None if speaker else teller
    return Draft(scene, (teller[1], teller[1] + 1), speaker, paragraph=quote.paragraph, source=source)

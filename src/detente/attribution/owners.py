"""Whose a content is: the cue that it belongs to, or the statement that it goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Draft, Extent
from detente.attribution.held import embedded
from detente.attribution.quotes import Quotation
from detente.event.scene import Scene
from detente.records import Mention

_ENDING = " \r\n”\"’'»"
_AND = re.compile(r"(?<![,.!?…])[”\"’']*\s+(?:and|but)\s+(?:(?:also|then|later|has|had|have|\w+ly)\s+)*")
_JOIN = 40  # code points
_RIGHT_AFTER = re.compile(r"(?:\s+(?:of|that))?\s+[“\"]?")


def owner(
    part: Extent,
    inside: Quotation | None,
    around: Sequence[Draft],
    told: Sequence[Draft],
    credited: Sequence[Extent],
    text: str,
) -> Draft | None:
    """The cue that a content belongs to: the best in its sentences, else the one it continues in its paragraph (`told`).

    A quotation (`inside`) belongs to one in a sentence right behind it too, with a closing mark between where the quotation ends one itself.
    """
    reach = 3 if text[part[1] - 1] in "!?…" else 2
    outside = [d for d in around if d.cue and not within(d.cue, part) and not (inside and _joined(d.cue, part, text))]
    near = [d for d in outside if d.scene.start < part[1] and part[0] < d.scene.end]
    if inside and not near:
        near = [d for d in outside if d.scene.start < part[1] + reach and part[0] - 2 < d.scene.end]
    # "X said, according to Reuters": X speaks and the agency is credited, so an outlet speaks only where nobody else does.
    leading = [d for d in near if leads_to(d, part)]
    near = _together(near, part) or near
    near = leading or [d for d in near if d.speaker and not _is_outlet(d.speaker, credited)] or near
    if near:
        return max(near, key=lambda d: d.scene.relation("content", d.cue or (0, 0), _clip(part, d.scene)))
    if inside is None or embedded(inside, text):
        return None  # a scrap in a phrase of the article's own
    before = [d for d in told if d.parts and d.parts[-1][1] <= part[0]]
    return before[-1] if before and before[-1].kind != "indirect" else None


def _joined(cue: Extent, part: Extent, text: str) -> bool:
    """Whether a cue goes on behind a quotation that is another verb's: "condemned “this crime” and promised an inquiry"."""
    return part[1] <= cue[0] < part[1] + _JOIN and bool(_AND.fullmatch(text, part[1], cue[0]))


def leads_to(draft: Draft, part: Extent) -> bool:
    """Whether a content stands right after a cue."""
    cue, start = draft.cue or (0, 0), draft.scene.start
    return cue[1] < part[0] and bool(_RIGHT_AFTER.fullmatch(draft.scene.text, cue[1] - start, part[0] - start))


def _together(drafts: Sequence[Draft], part: Extent) -> list[Draft]:
    """Those that no semicolon parts from a content: "The port is shut, Obura said; “We wait,” Lindt told Reuters"."""
    scenes = {draft.scene.index: draft.scene for draft in drafts}
    extents = {index: _between_semicolons(scene, part) for index, scene in scenes.items()}  # once, as a sentence may have many cues
    return [d for d in drafts if d.cue and extents[d.scene.index][0] < d.cue[1] and d.cue[0] <= extents[d.scene.index][1]]


def _between_semicolons(scene: Scene, part: Extent) -> Extent:
    """Where the last semicolon before a content stands and where the first one behind it ends, or the ends of the sentence."""
    before = scene.text.rfind("; ", 0, max(part[0] - scene.start, 0))
    behind = scene.text.find("; ", max(part[1] - scene.start, 0))
    return scene.start + before, scene.start + behind + 1 if behind >= 0 else scene.end


def beside_cue(draft: Draft, part: Extent) -> bool:
    """Whether a content stands in the sentence of a draft's cue, or right before or behind it."""
    return draft.scene.start < part[1] + 2 and part[0] - 2 < draft.scene.end


def _is_outlet(mention: Mention, credited: Sequence[Extent]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in credited)


def within(cue: Extent, part: Extent) -> bool:
    """Whether a cue stands in a content."""
    return part[0] <= cue[0] and cue[1] <= part[1]


def _clip(part: Extent, scene: Scene) -> Extent:
    return max(part[0], scene.start), min(part[1], scene.end)


def goes_on(quote: Quotation, before: Sequence[Draft], text: str) -> Draft | None:
    """The statement that a paragraph of quotation goes on with: one that the paragraph before leaves open."""
    said = [draft for draft in before if draft.parts]
    last = max(said, key=lambda draft: draft.parts[-1][1], default=None)
    opens = text[quote.opened - 1 : quote.opened] == "\n" and not text[quote.shut : quote.shut + 2].strip(" \r\n")
    quoted = last is not None and any(end == last.parts[-1][1] for _, end in last.quoted)
    return last if opens and last and quoted and not text[last.parts[-1][1] : quote.opened].strip(_ENDING) else None


def continued(quote: Quotation, drafts: Sequence[Draft]) -> Mention | None:
    """The speaker of the statement just before, if it stands in the same or the previous paragraph."""
    before = [d for d in drafts if d.parts and d.parts[-1][1] <= quote.start and quote.paragraph - d.paragraph <= 2]
    return max(before, key=lambda d: d.parts[-1][1]).speaker if before else None

"""The turns of a transcript as statements: who its labels name says them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from detente.attribution.draft import Draft
from detente.event.scene import Scene
from detente.records import Mention
from detente.text.turns import answers, leads, named, turns


def tell_turns(text: str, scenes: Sequence[Scene], drafts: list[Draft], paragraphs: Sequence[int]) -> list[Draft]:
    """The drafts of an article with those of its turns, which stand for drafts of the same words by nobody else.

    Who answers as "A" is the person named last before the first turn; who asks as "Q" is nobody known, who leads as "HOST"
    the words of the label. `paragraphs` are the scenes' paragraph numbers.
    """
    told = list(_told(text, scenes, paragraphs))
    if not told:
        return drafts
    starts = [turn.parts[0][0] for turn in told]

    def again(draft: Draft) -> bool:
        at = bisect_right(starts, draft.parts[0][0])
        return any(_same(draft, turn) for turn in told[max(at - 1, 0) : at + 1])

    return [*(draft for draft in drafts if not again(draft)), *told]


def _told(text: str, scenes: Sequence[Scene], paragraphs: Sequence[int]) -> Iterator[Draft]:
    found = turns(text)
    if not found:
        return
    people = [m for scene in scenes for m in scene.mentions if m.type == "PER"]
    guest = next((m for m in reversed(people) if m.end <= found[0].label[0]), None)
    starts = [scene.start for scene in scenes]
    speakers: dict[str, Mention] = {}
    before: Mention | None = None
    heard: Mention | None = None  # who spoke before whoever speaks now
    for turn in found:
        label, source = text[slice(*turn.label)], None
        beside = scenes[max(bisect_right(starts, turn.label[0]) - 1, 0) : bisect_right(starts, turn.start)]
        if not beside:
            continue
        scene = beside[-1]
        if named(label):
            speaker = _labelled(label, turn.label, beside, speakers)
            source = None if speaker else turn.label
        elif leads(label):
            speaker, source = None, turn.label
        else:
            speaker = guest if answers(label) else None
        part = (turn.start, turn.end)
        draft = Draft(scene, None, speaker, [part], [part], paragraph=paragraphs[scene.index], source=source)
        if before and speaker and before.chain != speaker.chain:
            heard = before
        draft.hearer = heard if speaker else before
        before = speaker or before
        yield draft


def _labelled(label: str, extent: tuple[int, int], scenes: Sequence[Scene], speakers: dict[str, Mention]) -> Mention | None:
    """The mention that a label is; who had the label before, or a longer one that ends with it, speaks again."""
    here = next((m for scene in scenes for m in scene.mentions if m.start < extent[1] and extent[0] < m.end), None)
    again = next((m for other, m in speakers.items() if f" {other}".endswith(f" {label}")), None)
    if here and again:
        here = msgspec.structs.replace(here, chain=again.chain, country=again.country)
    if (speaker := here or again) is not None:
        speakers.setdefault(label, speaker)
    return speaker


def _same(draft: Draft, turn: Draft) -> bool:
    """Whether a draft is of a turn's words by the same speaker or nobody, or takes the label's colon for a cue.

    Who is said to say something in a turn of nobody known is somebody else ("Q: The union says it will strike.").
    """
    ((start, end),) = turn.parts
    if draft.cue and draft.cue[1] <= start <= draft.cue[1] + 5 and draft.scene.text[draft.cue[0] - draft.scene.start] == ":":
        return True
    shared = sum(max(0, min(e, end) - max(s, start)) for s, e in draft.parts)
    retold = draft.cue is not None and start <= draft.cue[0] < end
    other = draft.speaker and (draft.speaker.chain != turn.speaker.chain if turn.speaker else retold)
    return not other and 2 * shared > end - start

"""A headline sums up what the text tells: what both tell is one event, with the words of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.event.alike import Who
from detente.event.drafts import Draft
from detente.event.merge import days_exclude, surer_date
from detente.event.scene import is_headline

LEAD = 5  # sentences of a text that its headline sums up
NEAR = 2  # of them may tell it without a name in common, or as an act of another mode


def fold_headline(drafts: Sequence[Draft], text: str, who: Who) -> list[Draft]:
    """The drafts without those of the headline that the lead tells again; the lead's then have the headline's words too.

    The lead names the sides more fully, so that its sides hold.
    """
    lead = [draft for draft in drafts if 0 < draft.scene.index <= LEAD]
    folded: dict[int, Draft] = {}
    gone: set[int] = set()
    for head in (draft for draft in drafts if is_headline(draft.scene, text)):
        again = [draft for draft in lead if id(draft) not in folded and _again(head, draft, who)]
        best = max(again, key=lambda draft: _closeness(head, draft, who), default=None)
        if best is not None:
            folded[id(best)] = _joined(head, best)
            gone.add(id(head))
    return [folded.get(id(draft), draft) for draft in drafts if id(draft) not in gone]


def _again(head: Draft, draft: Draft, who: Who) -> bool:
    """Whether a draft of the lead may be what the headline tells: the same act, as real, and no side that contradicts."""
    if (head.act, head.status) != (draft.act, draft.status) or days_exclude(head, draft):
        return False
    if head.act == "CONSULT":
        agree = [who.agree([*head.actors, *head.recipients], [*draft.actors, *draft.recipients])]
    else:
        agree = [who.agree(head.actors, draft.actors), who.agree(head.recipients, draft.recipients)]
    if False in agree:
        return False
    like = head.predicate.mode == draft.predicate.mode
    return (True in agree and like) or (draft.scene.index <= NEAR and (True in agree or like))


def _closeness(head: Draft, draft: Draft, who: Who) -> tuple[int, bool, int]:
    shared = who.shared([*head.actors, *head.recipients], [*draft.actors, *draft.recipients])
    return shared, draft.predicate.mode == head.predicate.mode, -draft.scene.index


def _joined(head: Draft, draft: Draft) -> Draft:
    surer = max(head, draft, key=lambda one: one.confidence)
    return replace(
        draft,
        predicate=surer.predicate,
        actors=draft.actors or [chain for chain in head.actors if chain not in draft.recipients],
        recipients=draft.recipients or [chain for chain in head.recipients if chain not in draft.actors],
        spans={**head.spans, **draft.spans},
        date=surer_date(draft.date, head.date),
        place=draft.place or head.place,
        condition=draft.condition or head.condition,
        evidence=[*draft.evidence, *(span for span in head.evidence if span not in draft.evidence)],
        confidence=surer.confidence,
        triggers=[*draft.triggers, *head.triggers],
    )

"""An act that a definite noun takes up again: "Oil workers downed tools. ... The strike has spread." is one strike, and the workers'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.event.drafts import Draft

_BACK = 2  # sentences
_MOST = 30  # acts before it, more than so few sentences have
_REACH = 30  # code points before the noun
_ANOTHER = r"(?:first|second|third|fourth|fifth|next|last|new|previous|earlier|other|latest)\b"
_DEFINITE = re.compile(rf"\b(?:the|this|these|those|that|such)\s+(?!{_ANOTHER})(?:[\w-]+\s+)?$", re.IGNORECASE)
_PARTIES = re.compile(r"\s+(?:of|by|against|between|with|from|on|for|to)\b")
_REAL = frozenset({"happened", "ongoing"})


def take_up(drafts: Sequence[Draft]) -> None:
    """Give an act that a noun takes up the sides of the telling before it, in place: it is of the same act and status, of the same mode or
    of none that is told, and its noun names no parties of its own ("the strike by dockers")."""
    for number, draft in enumerate(drafts):
        if draft.status not in _REAL or not _definite(draft):
            continue
        before = next((one for one in reversed(drafts[max(number - _MOST, 0) : number]) if _same(one, draft)), None)
        if before:
            draft.actors[:], draft.recipients[:], draft.spans = before.actors, before.recipients, dict(before.spans)


def _definite(draft: Draft) -> bool:
    """Whether an act is told by a definite noun alone, and by no verb behind its subject ("the constitution bars")."""
    scene, (start, end) = draft.scene, draft.trigger
    begin = start - scene.start
    if not _DEFINITE.search(scene.text, max(begin - _REACH, 0), begin) or _PARTIES.match(scene.text, end - scene.start):
        return False
    return all(mention.end != start - 1 for mention in scene.mentions)


def _same(earlier: Draft, later: Draft) -> bool:
    told = bool(earlier.actors or earlier.recipients)
    alike = told and earlier.act == later.act and earlier.status == later.status and later.predicate.mode in (None, earlier.predicate.mode)
    return alike and 0 < later.scene.index - earlier.scene.index <= _BACK

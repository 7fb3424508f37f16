"""Whom somebody says something to: "told Obura that ...", "said to the ministers", "asked Lima".

They are the "you" of what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Draft
from detente.records import Mention

_TO_WHOM = re.compile(
    r"\b(?:t(?:old|ells?|elling)|ask(?:s|ed|ing)?|warn(?:s|ed|ing)?|urg(?:e[sd]?|ing)|assur(?:e[sd]?|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?)$"
)
_RIGHT_AFTER = re.compile(r"\s+(?:also\s+)?")
_TO = re.compile(r"\s+to\s+")


def hearer(draft: Draft, outlets: Sequence[tuple[int, int]] = ()) -> Mention | None:
    """Who stands after a draft's cue as the one spoken to; None where nobody does, or an outlet, which only passes on what is said."""
    if draft.cue is None:
        return None
    scene, end = draft.scene, draft.cue[1] - draft.scene.start
    link = _RIGHT_AFTER if _TO_WHOM.search(scene.text, 0, end) else _TO
    start = link.match(scene.text, end)
    found = [
        m
        for m in scene.mentions
        if start and m.start == scene.start + start.end() and (draft.speaker is None or m.chain != draft.speaker.chain)
    ]
    found = [m for m in found if not any(s <= m.start < e for s, e in [*draft.parts, *outlets])]
    return max(found, key=lambda m: m.end, default=None)

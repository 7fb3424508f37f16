"""From statement drafts to records."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.attribution.draft import Draft
from detente.attribution.subjects import led_from
from detente.records import Actor, Mention, Span, Statement

# Verbs that lead to the one that says it.
_LEADS = re.compile(
    r"\b(?:(?:went|goes|go|going) on|continue[sd]?|tr(?:y|ies|ied|ying)|attempt(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|manage[sd]?|sought"
    r"|seeks?|beg(?:ins?|an|un)|proceed(?:s|ed)?) to $"
)
_LONGEST = 20  # code points of such a verb
ActorsOf = Callable[[str, Mention], tuple[Actor, ...]]


def build_statement(draft: Draft, ident: str, text: str, actors_of: ActorsOf, outlet: str | None) -> Statement:
    """The record of one draft, told through `outlet`."""
    start, end = draft.parts[0][0], draft.parts[-1][1]
    speakers = actors_of(draft.speaker.chain, draft.speaker) if draft.speaker else _source(draft, text)
    return Statement(
        id=ident,
        kind=draft.kind,
        attitude=draft.attitude,
        speaker=speakers[0] if speakers else None,
        cue=_cue(draft),
        outlet=outlet,
        start=start,
        end=end,
        parts=tuple(draft.parts),
        text=text[start:end],
    )


def _cue(draft: Draft) -> Span | None:
    """The cue with the verbs and adverbs that lead to it: "has since said", "went on to say"."""
    if draft.cue is None:
        return None
    text, first = draft.scene.text, led_from(draft.scene.text, draft.cue[0] - draft.scene.start)
    if leads := _LEADS.search(text, max(first - _LONGEST, 0), first):
        first = led_from(text, leads.start())
    return draft.scene.cut(draft.scene.start + first, draft.cue[1])


def _source(draft: Draft, text: str) -> tuple[Actor, ...]:
    """A document or somebody unnamed as the speaker: words and no identity."""
    return (Actor(text=text[slice(*draft.source)], start=draft.source[0], end=draft.source[1]),) if draft.source else ()

"""From statement drafts to records, with the outlets that the text credits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from detente.actor import Resolver
from detente.actor.outlets import OutletName
from detente.attribution.statements import Draft
from detente.records import Actor, Attribution, Mention, Span, Statement

_CREDIT = re.compile(r"\baccording to (?:an? |the )?$")
ActorsOf = Callable[[str, Mention], tuple[Actor, ...]]


def build_statement(draft: Draft, ident: str, text: str, actors_of: ActorsOf, outlets: Sequence[OutletName]) -> Statement:
    """The record of one draft; `outlets` are the outlets named in the text."""
    start, end = draft.parts[0][0], draft.parts[-1][1]
    speakers = actors_of(draft.speaker.chain, draft.speaker) if draft.speaker else ()
    return Statement(
        id=ident,
        kind=draft.kind,
        speaker=speakers[0] if speakers else None,
        cue=Span(*draft.cue, text[draft.cue[0] : draft.cue[1]]) if draft.cue else None,
        outlet=_outlet(draft, outlets) or _closing_credit(draft, text, outlets),
        start=start,
        end=end,
        parts=tuple(draft.parts),
        text=text[start:end],
    )


def _outlet(draft: Draft, outlets: Sequence[OutletName]) -> str | None:
    """The outlet named in the cue's sentence outside what is said, nearest to the cue."""
    scene = draft.scene
    near = [
        (start, name)
        for start, end, name, _ in outlets
        if scene.start <= start and end <= scene.end and not any(s <= start and end <= e for s, e in draft.parts)
    ]
    anchor = draft.cue[0] if draft.cue else draft.parts[0][0]
    return min(near, key=lambda pair: abs(pair[0] - anchor))[1] if near else _told(draft)


def _told(draft: Draft) -> str | None:
    """An organisation of a name that somebody "told" something, or that itself "reported" it, is an outlet, known or not."""
    scene = draft.scene
    if draft.cue is None:
        return None
    verb = scene.text[draft.cue[0] - scene.start : draft.cue[1] - scene.start].split()[0].casefold()
    for mention in scene.mentions:
        own = draft.speaker is not None and mention.start == draft.speaker.start
        between = scene.text[draft.cue[1] - scene.start : mention.start - scene.start] if mention.start >= draft.cue[1] else None
        heard = verb in ("told", "tells") and not own and between is not None and between.strip() in ("", "the")
        if mention.type == "ORG" and (heard or (own and verb in ("reported", "reports"))):
            name = mention.text.removeprefix("the ").removeprefix("The ")
            if name[:1].isupper() and not Resolver().resolve(name):
                return name
    return None


def _closing_credit(draft: Draft, text: str, outlets: Sequence[OutletName]) -> str | None:
    """The outlet that a later sentence of the same paragraph credits: "..., according to a TASS report"."""
    end = text.find("\n", draft.scene.end)
    until = end if end >= 0 else len(text)
    later = [o for o in outlets if draft.scene.end <= o.start and o.end <= until]
    return next((o.name for o in later if _CREDIT.search(text[draft.scene.end : o.start])), None)


def told_by(statement: Statement) -> tuple[Attribution, Sequence[tuple[int, int]]]:
    """What an event inside the statement is attributed to, with the statement's parts."""
    return Attribution(speaker=statement.speaker, outlet=statement.outlet, statement=statement.id), statement.parts

"""Later states of an event: a plan that was held, called off or put off, a claim that is denied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from detente.event.alike import Who
from detente.event.drafts import Draft
from detente.records import LinkKind

_REAL = frozenset({"happened", "ongoing"})
_AHEAD = frozenset({"planned", "possible"})
_FAR = 4  # sentences; a denial of what is told further back names its parties
# How people are attacked is often told in one way by who claims it and in another by who denies it.
_ATTACKS = frozenset({"firearms", "targeted", "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "primitive", "beat", "destroy"})
_CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)? off|cancel\w*|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|pull(?:s|ed|ing)? out|withdr[ae]w\w*|shelv(?:es?|ed|ing)"
    r"|(?:will|would) (?:not|no longer|never)|won[’']t|no longer|aborted|drop(?:s|ped)? plans|stay(?:s|ed)? away)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"\b(?:postpon\w+|put(?:s|ting)? off|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|reschedul\w+|push(?:es|ed)? back|adjourn\w*)\b", re.IGNORECASE)


def link(drafts: Sequence[Draft], who: Who, denied: Callable[[Draft], bool]) -> dict[int, list[tuple[int, LinkKind]]]:
    """Later states: for each draft index the earlier draft that it supersedes, and how. `denied` tells whether somebody denies a draft."""
    acts: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        acts.setdefault(draft.act, []).append(index)
    links: dict[int, list[tuple[int, LinkKind]]] = {}
    for index, draft in enumerate(drafts):
        others = [(other, drafts[other]) for other in acts[draft.act] if other != index]
        found = list(_earlier(draft, others, who, denied))
        if found:
            # The state before is the one that shares most parties, then the one that was told last.
            best = max(found, key=lambda row: (who.shared(_parties(row[1]), _parties(draft)), row[1].trigger))
            links[index] = [(best[0], best[2])]
    return links


def _earlier(
    draft: Draft, others: Sequence[tuple[int, Draft]], who: Who, denied: Callable[[Draft], bool]
) -> Iterator[tuple[int, Draft, LinkKind]]:
    judge = _judge(draft, denied)
    if judge is None:
        return
    kind, fits = judge
    for index, other in others:
        if fits(other, draft) and _may_be_one(other, draft, who):
            yield index, other, kind


def _judge(draft: Draft, denied: Callable[[Draft], bool]) -> tuple[LinkKind, Callable[[Draft, Draft], bool]] | None:
    """What a draft may be the later state of, by its status and the words around its act."""
    if draft.status == "denied":
        return ("denied", _claimed) if denied(draft) else None
    if draft.status in ("refused", *_AHEAD) and _PUT_OFF.search(draft.scene.text):
        return "postponed", _planned
    if draft.status == "refused" and _CALLED_OFF.search(draft.scene.text):
        return "cancelled", _arranged
    return ("held", _held) if draft.status in _REAL else None


def _claimed(earlier: Draft, later: Draft) -> bool:
    modes = {earlier.predicate.mode, later.predicate.mode}
    return earlier.status in _REAL | _AHEAD and earlier.trigger < later.trigger and (len(modes) < 2 or None in modes or modes <= _ATTACKS)


def _planned(earlier: Draft, later: Draft) -> bool:
    return earlier.status in _AHEAD and earlier.scene.index < later.scene.index


def _arranged(earlier: Draft, later: Draft) -> bool:
    kinds = {"planned", "ongoing", *(("happened",) if later.act == "PROTEST" else ())}
    return earlier.status in kinds and earlier.trigger < later.trigger and bool(set(earlier.actors) & set(later.actors) or earlier.scene is not later.scene)


def _held(earlier: Draft, later: Draft) -> bool:
    """A plan is held by an act on the planned day, or, if no day is given, by one told in what was written later."""
    if earlier.status not in _AHEAD or earlier.scene.index >= later.scene.index:
        return False
    if earlier.date.basis != "article" and earlier.date.first and earlier.date.last and later.date.first:
        return earlier.date.first <= later.date.first <= earlier.date.last
    return bool(later.scene.day and earlier.scene.day and later.scene.day > earlier.scene.day)


def _may_be_one(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether the sides of two states agree; what is far apart must name somebody in common."""
    if later.act == "CONSULT":
        agree = [who.agree(_parties(earlier), _parties(later))]
    else:
        agree = [who.agree(earlier.actors, later.actors), who.agree(earlier.recipients, later.recipients)]
    return False not in agree and (True in agree or later.scene.index - earlier.scene.index <= _FAR)


def _parties(draft: Draft) -> list[str]:
    return [*draft.actors, *draft.recipients]

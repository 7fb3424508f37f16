"""Later states of an event: a plan that was held, called off or put off, a claim that is denied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from detente.event.alike import Who
from detente.event.callings import CALLED_OFF, PUT_OFF
from detente.event.corrections import corrects, in_correction, put_right
from detente.event.drafts import Draft
from detente.event.states import AHEAD, AROUND, REAL, alike, arranged, denied, disowned, held, near, parties, same_doers, sides
from detente.records import Attribution, EventDate, LinkKind

_THREATS = ("SANCTION", "COERCE", "PROTEST", "ASSAULT", "MOBILIZE")
_TAKES_BACK = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|withdr(?:aws?|ew|awn|awing)|t(?:akes?|ook|aken|aking) back|back(?:s|ed|ing) (?:down|off|away)|lift(?:s|ed|ing)?"
    r"|suspend(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)|call(?:s|ed|ing)? off)\b",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:will|would|shall|wo)(?:n[’']t|\s+\w+){0,3}\s*$", re.IGNORECASE)  # what is promised not to be done denies nothing
_WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 5
_MOST = 200  # acts of one type that an act may be the later state of, so that a long text costs little
Sources = Mapping[int, Sequence[Attribution]]


def link(drafts: Sequence[Draft], who: Who, sources: Sources) -> dict[int, list[tuple[int, LinkKind]]]:
    """Later states: for each draft index the earlier draft that it supersedes, and how. `sources` tell who says so, by index.

    The earlier state stands before the later one in the text, but for a plan that was held, which may be told after it.
    """
    acts: dict[str, list[int]] = {}  # what is told, in the text's order
    for index in sorted(range(len(drafts)), key=lambda number: drafts[number].trigger):
        acts.setdefault(drafts[index].act, []).append(index)
    links: dict[int, list[tuple[int, LinkKind]]] = {}
    for index in sorted(range(len(drafts)), key=lambda number: drafts[number].trigger):
        draft = drafts[index]
        for kind, fits in _judges(draft, who, sources.get(index, ())):
            known = _THREATS if draft.act == "CONCEDE" and kind == "cancelled" else (draft.act,)
            told = sorted(other for act in known for other in _told(acts.get(act, []), drafts, draft, after=kind == "held"))
            found = [other for other in told if fits(drafts[other], draft, sources.get(other, ()))]
            if found:
                links[index] = [(max(found, key=lambda other: _likeness(drafts[other], draft, who)), kind)]
                break
    return _once(links, drafts)


def _told(acts: Sequence[int], drafts: Sequence[Draft], draft: Draft, *, after: bool) -> Sequence[int]:
    """Those of some acts, in the text's order, that are told not too far before a draft, or behind it too."""
    here = bisect_left(acts, draft.trigger, key=lambda other: drafts[other].trigger)
    return acts[max(here - _MOST, 0) : here + _MOST if after else here]


def _contested(earlier: Draft, later: Draft, who: Who, claim: Sequence[Attribution], denial: Sequence[Attribution]) -> bool:
    """Whether a denial is of what somebody else claims, or of what the article itself tells; who tells both is as good as the article."""
    both = {one.statement for one in claim} & {one.statement for one in denial} - {None}
    claims, denials = ([one for one in side if one.statement not in both] for side in (claim, denial))
    if not denials:
        return False
    return denied(earlier, later, who, claims, denials) if claims else disowned(earlier, later, who)


def _once(links: dict[int, list[tuple[int, LinkKind]]], drafts: Sequence[Draft]) -> dict[int, list[tuple[int, LinkKind]]]:
    """The links without a second one of a kind from one sentence to one act."""
    seen: set[tuple[int, int, LinkKind]] = set()
    kept: dict[int, list[tuple[int, LinkKind]]] = {}
    for later, found in links.items():
        key = (drafts[later].scene.index, *found[0])
        if key not in seen:
            kept[later] = found
        seen.add(key)
    return kept


def _likeness(earlier: Draft, later: Draft, who: Who) -> tuple[bool, bool, int, bool, tuple[int, int]]:
    """How well an act is the state before: the very one taken up, of one mode, with most parties, in like words, told last."""
    mode = earlier.predicate.mode is not None and earlier.predicate.mode == later.predicate.mode
    return later.of in earlier.triggers, mode, who.shared(parties(earlier), parties(later)), bool(_stems(earlier) & _stems(later)), earlier.trigger


def _stems(draft: Draft) -> set[str]:
    """The beginnings of the longer words around an act."""
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    return {word[:STEM].casefold() for word in _WORD.findall(draft.scene.text, max(start - AROUND // 2, 0), end + AROUND // 2)}


def date_held(drafts: Sequence[Draft], links: Mapping[int, Sequence[tuple[int, LinkKind]]]) -> None:
    """Give an act that is dated by the day of writing alone the day that it was planned for, in place."""
    for later, found in links.items():
        act, plan = drafts[later], next((drafts[earlier].date for earlier, kind in found if kind == "held"), None)
        if plan and plan.first and act.date.basis == "article":
            act.date = EventDate(first=plan.first, last=plan.last, text=plan.text, basis="context")


Fits = Callable[[Draft, Draft, Sequence[Attribution]], bool]


def _judges(draft: Draft, who: Who, told: Sequence[Attribution]) -> list[tuple[LinkKind, Fits]]:
    """What a draft may be the later state of, by its status and the words around its act, with the test of the earlier state."""
    if draft.status == "denied":
        taken_up: Fits = lambda one, two, claim: two.of in one.triggers
        if in_correction(draft):
            return [("denied", taken_up), ("corrected", lambda one, two, _: _told_apart(one, two, who))]
        if not told or _YET.search(draft.scene.text, 0, draft.trigger[0] - draft.scene.start):
            return [("denied", taken_up)] if draft.of else []
        contested: Fits = lambda one, two, claim: _contested(one, two, who, claim, told)
        return [("denied", taken_up), ("denied", contested)]
    kinds: list[tuple[LinkKind, Fits]] = []
    if draft.status in ("refused", *AHEAD) and near(draft, PUT_OFF):
        kinds.append(("postponed", lambda one, two, _: one.status in AHEAD and one.scene is not two.scene and same_doers(one, two, who)))
    if draft.status == "refused" and near(draft, CALLED_OFF):
        kinds.append(("cancelled", lambda one, two, _: arranged(one, two) and same_doers(one, two, who)))
    if draft.act == "CONCEDE" and draft.status in REAL and near(draft, _TAKES_BACK):
        kinds.append(("cancelled", lambda one, two, _: one.status in ("planned", "conditional") and who.agree(one.actors, two.actors) is True))
    if draft.status in REAL:
        kinds.append(("corrected", lambda one, two, _: put_right(one, two)))
        if corrects(draft):
            kinds.append(("corrected", lambda one, two, _: _told_apart(one, two, who)))
        kinds.append(("held", lambda one, two, _: held(one, two, who)))
    return kinds


def _told_apart(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether one act may be what another sentence told: of the same sides, or, if it does not tell them, in the same way."""
    agree, like = sides(earlier, later, who), earlier.predicate.mode == later.predicate.mode
    return earlier.status in REAL and earlier.scene is not later.scene and (like if agree is None else bool(agree) and alike(earlier, later))

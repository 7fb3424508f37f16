"""Later states of an event: a plan that was held, called off or put off, a claim that is denied."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from detente.event.alike import Who
from detente.event.callings import CALLED_OFF, PUT_OFF, UNREAL
from detente.event.certainty import CORRECTS
from detente.event.drafts import Draft
from detente.records import Attribution, EventDate, LinkKind

_REAL = frozenset({"happened", "ongoing"})
_AHEAD = frozenset({"planned", "possible", "conditional"})
_CLAIMED = _REAL | {"possible"}
_SPOKEN = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"})  # one of them is hardly what was planned with another
_THREATS = ("SANCTION", "COERCE", "PROTEST", "ASSAULT", "MOBILIZE")
_TAKES_BACK = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|withdr(?:aws?|ew|awn|awing)|t(?:akes?|ook|aken|aking) back|back(?:s|ed|ing) (?:down|off|away)|lift(?:s|ed|ing)?"
    r"|suspend(?:s|ed|ing)?|scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)|call(?:s|ed|ing)? off)\b",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:will|would|shall|wo)(?:n[’']t|\s+\w+){0,3}\s*$", re.IGNORECASE)  # what is promised not to be done denies nothing
_WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 5
_BETWEEN = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})  # nobody is blamed for them
_BLAMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})  # what somebody who is named for it denies, though nobody claims it
_CLAIM = 2  # sentences within which a claim is denied
_FAR = 8  # sentences within which it is denied in words that point back to it
# How people are attacked is often told in one way by who claims it and in another by who denies it.
_ATTACKS = frozenset(
    {"firearms", "targeted", "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "primitive", "beat", "destroy", "crowd-control"}
)
_MOST = 200  # acts of one type that an act may be the later state of, so that a long text costs little
_AROUND = 50  # code points on either side of an act's words, in which the verb stands that calls it off
# What points back to something told before: "any such move", "the attack", "killed the man".
_BACK = re.compile(r"\b(?:any(?:one|body|thing)?|such|either|th(?:e|at|is|ese|ose)|it|them|him|her)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:correct(?:s|ed|ing) (?:an |its |the )?(?:earlier|previous)|revis(?:es|ed) (?:the |its |an )?(?:\w+ )?(?:figure|toll|number|count)"
    r"|(?:up|down) from (?:an? |the )?(?:earlier|previous|initial)|(?:earlier|previous|initial) (?:figure|toll|report|count)s?)\b",
    re.IGNORECASE,
)
Sources = Mapping[int, Sequence[Attribution]]


def link(drafts: Sequence[Draft], who: Who, sources: Sources) -> dict[int, list[tuple[int, LinkKind]]]:
    """Later states: for each draft index the earlier draft that it supersedes, and how. `sources` tell who says so, by index."""
    acts: dict[str, list[int]] = {}  # what has been told so far
    links: dict[int, list[tuple[int, LinkKind]]] = {}
    for index in sorted(range(len(drafts)), key=lambda number: drafts[number].trigger):
        draft = drafts[index]
        for kind, fits in _judges(draft, who, sources.get(index, ())):
            known = _THREATS if draft.act == "CONCEDE" and kind == "cancelled" else (draft.act,)
            told = sorted(other for act in known for other in acts.get(act, [])[-_MOST:])
            found = [other for other in told if fits(drafts[other], draft, sources.get(other, ()))]
            if found:
                links[index] = [(max(found, key=lambda other: _likeness(drafts[other], draft, who)), kind)]
                break
        acts.setdefault(draft.act, []).append(index)
    return _once(links, drafts)


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
    return later.of in earlier.triggers, mode, who.shared(_parties(earlier), _parties(later)), bool(_stems(earlier) & _stems(later)), earlier.trigger


def _stems(draft: Draft) -> set[str]:
    """The beginnings of the longer words around an act."""
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    return {word[:STEM].casefold() for word in _WORD.findall(draft.scene.text, max(start - _AROUND // 2, 0), end + _AROUND // 2)}


def date_held(drafts: Sequence[Draft], links: Mapping[int, Sequence[tuple[int, LinkKind]]]) -> None:
    """Give an act that is dated by the day of writing alone the day that it was planned for, in place."""
    for later, found in links.items():
        held, plan = drafts[later], next((drafts[earlier].date for earlier, kind in found if kind == "held"), None)
        if plan and plan.first and held.date.basis == "article":
            held.date = EventDate(first=plan.first, last=plan.last, text=plan.text, basis="context")


Fits = Callable[[Draft, Draft, Sequence[Attribution]], bool]


def _judges(draft: Draft, who: Who, told: Sequence[Attribution]) -> list[tuple[LinkKind, Fits]]:
    """What a draft may be the later state of, by its status and the words around its act, with the test of the earlier state."""
    if draft.status == "denied":
        taken_up: Fits = lambda one, two, claim: two.of in one.triggers
        if not told or _YET.search(draft.scene.text, 0, draft.trigger[0] - draft.scene.start):
            return [("denied", taken_up)] if draft.of else []
        disowned: Fits = lambda one, two, claim: _denied(one, two, who, claim, told) or (not claim and _disowned(one, two, who))
        return [("denied", taken_up), ("denied", disowned)]
    kinds: list[tuple[LinkKind, Fits]] = []
    if draft.status in ("refused", *_AHEAD) and _near(draft, PUT_OFF):
        kinds.append(("postponed", lambda one, two, _: one.status in _AHEAD and one.scene is not two.scene and _same_doers(one, two, who)))
    if draft.status == "refused" and _near(draft, CALLED_OFF):
        kinds.append(("cancelled", lambda one, two, _: _arranged(one, two) and _same_doers(one, two, who)))
    if draft.act == "CONCEDE" and draft.status in _REAL and _near(draft, _TAKES_BACK):
        kinds.append(("cancelled", lambda one, two, _: one.status in ("planned", "conditional") and who.agree(one.actors, two.actors) is True))
    if draft.status in _REAL:
        if _corrects(draft):
            kinds.append(("corrected", lambda one, two, _: one.status in _REAL and one.scene is not two.scene and _sides(one, two, who) is not False))
        kinds.append(("held", lambda one, two, _: _held(one, two, who)))
    return kinds


def _arranged(earlier: Draft, later: Draft) -> bool:
    """What can be called off: a plan, a threat, or a protest that is going on."""
    going_on = earlier.status in _REAL and later.act == "PROTEST" and earlier.predicate.mode != "vandalize"
    return earlier.status in ("planned", "conditional") or going_on


def _same_doers(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether those who call an act off are those who planned it, as far as the earlier telling says; later on, people of their state."""
    own, theirs = (_parties(one) if later.act == "CONSULT" else one.actors for one in (earlier, later))
    same = who.agree(own, theirs) if _since(earlier, later) else who.shared(own, theirs)
    return bool(not own or same) and _sides(earlier, later, who) is not False


def _since(earlier: Draft, later: Draft) -> bool:
    """Whether the later state is told in what was written later."""
    return bool(later.scene.day and earlier.scene.day and later.scene.day > earlier.scene.day)


def _near(draft: Draft, verbs: re.Pattern[str]) -> bool:
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    found = verbs.search(draft.scene.text, max(start - _AROUND, 0), end + _AROUND)
    return bool(found) and not UNREAL.search(draft.scene.text, 0, found.start() if found else 0)


def _corrects(draft: Draft) -> bool:
    """Whether an act is told with another figure than before."""
    start = draft.trigger[0] - draft.scene.start
    return bool(CORRECTS.search(draft.scene.text, 0, start) or _EARLIER.search(draft.scene.text))


def _denied(earlier: Draft, later: Draft, who: Who, claim: Sequence[Attribution], denial: Sequence[Attribution]) -> bool:
    """Whether a denial is of what somebody else has just claimed."""
    if earlier.status not in _CLAIMED or not _alike(earlier, later):
        return False
    if not claim or {one.statement for one in claim if one.statement} & {one.statement for one in denial}:
        return False
    if {one.speaker.id for one in claim if one.speaker and one.speaker.id} & {one.speaker.id for one in denial if one.speaker}:
        return False
    agree, away = _sides(earlier, later, who), later.scene.index - earlier.scene.index
    return agree is not False and (away <= _CLAIM or (agree is True and away <= _FAR and earlier.status in _REAL and _refers(later)))


def _disowned(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether a denial is of what the article itself tells of those who are meant, or of nobody."""
    away = later.scene.index - earlier.scene.index
    if later.act in _BETWEEN or earlier.status not in _REAL or not 0 < away <= _FAR or not _alike(earlier, later):
        return False
    doers = who.agree(earlier.actors, later.actors)
    near = away <= _CLAIM and later.act in _BLAMED
    nobody = away <= _CLAIM and not (earlier.actors and later.actors)
    return _sides(earlier, later, who) is not False and (_refers(later) or near) and (doers is True or nobody)


def _alike(earlier: Draft, later: Draft) -> bool:
    """Whether two tellings may be of one way of acting."""
    modes = {earlier.predicate.mode, later.predicate.mode}
    return len(modes) < 2 or None in modes or modes <= _ATTACKS or later.act == "MOBILIZE"


def _refers(draft: Draft) -> bool:
    """Whether the words of an act point back to what was told before."""
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    return bool(_BACK.search(draft.scene.text, max(start - _AROUND // 2, 0), end + _AROUND // 2))


def _held(earlier: Draft, later: Draft, who: Who) -> bool:
    """A plan is held by the act of the same parties on the planned day, or, if no day is given, by one in what was written later.

    A threat is carried out, and what was to be said is said, only in what was written later; a day that is not ahead of the telling is no
    day of a plan.
    """
    if earlier.status not in _AHEAD or earlier.scene.index >= later.scene.index or _sides(earlier, later, who) is not True:
        return False
    since = _since(earlier, later)
    if not _alike(earlier, later) or (not since and (later.act in _SPOKEN or earlier.status == "conditional")):
        return False
    if later.act != "CONSULT" and not (who.agree(earlier.actors, later.actors) if since else who.shared(earlier.actors, later.actors)):
        return False
    ahead = earlier.date.last and (not earlier.scene.day or earlier.date.last > earlier.scene.day)
    if ahead and earlier.date.basis != "article" and earlier.date.first and earlier.date.last and later.date.first:
        slack = int(since)  # days; "at midnight" may be of the day before
        first, last, held = (date.fromisoformat(day) for day in (earlier.date.first, earlier.date.last, later.date.first))
        return (held - first).days >= -slack and (held - last).days <= slack
    return since


def _sides(earlier: Draft, later: Draft, who: Who) -> bool | None:
    """Whether the sides of two states agree; None if they have nothing to compare."""
    if later.act == "CONSULT":
        return who.agree(_parties(earlier), _parties(later))
    agree = {who.agree(earlier.actors, later.actors), who.agree(earlier.recipients, later.recipients)}
    return False if False in agree else True if True in agree else None


def _parties(draft: Draft) -> list[str]:
    return [*draft.actors, *draft.recipients]

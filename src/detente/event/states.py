"""Whether what is told of one act may be the state of another one before it: by its parties, its days and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from detente.event.alike import Who
from detente.event.callings import UNREAL
from detente.event.drafts import Draft
from detente.records import Attribution

REAL = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "possible", "conditional"})
_CLAIMED = REAL | {"possible"}
_SPOKEN = frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"})  # one of them is hardly what was planned with another
_BETWEEN = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})  # nobody is blamed for them
_BLAMED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})  # what somebody who is named for it denies, though nobody claims it
_CLAIM = 2  # sentences within which a claim is denied
_FAR = 8  # sentences within which it is denied in words that point back to it
# How people are attacked is often told in one way by who claims it and in another by who denies it.
_ATTACKS = frozenset(
    {"firearms", "targeted", "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "primitive", "beat", "destroy", "crowd-control"}
)
AROUND = 50  # code points on either side of an act's words, in which the verb stands that calls it off
# What points back to something told before: "any such move", "the attack", "killed the man".
_BACK = re.compile(r"\b(?:any(?:one|body|thing)?|such|either|th(?:e|at|is|ese|ose)|it|them|him|her)\b", re.IGNORECASE)
# A plan told as one that there was: "had been due to meet", "said that the two would meet".
_THEN = re.compile(r"\b(?:had|was|were|would)\b", re.IGNORECASE)


def arranged(earlier: Draft, later: Draft) -> bool:
    """What can be called off: a plan, a threat, or a protest that is going on."""
    going_on = earlier.status in REAL and later.act == "PROTEST" and earlier.predicate.mode != "vandalize"
    return earlier.status in ("planned", "conditional") or going_on


def same_doers(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether those who call an act off are those who planned it, as far as the earlier telling says; later on, people of their state."""
    own, theirs = (parties(one) if later.act == "CONSULT" else one.actors for one in (earlier, later))
    same = who.agree(own, theirs) if _since(earlier, later) else who.shared(own, theirs)
    return bool(not own or same) and sides(earlier, later, who) is not False


def near(draft: Draft, verbs: re.Pattern[str]) -> bool:
    """Whether one of some verbs stands about an act's words, as something that is so."""
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    found = verbs.search(draft.scene.text, max(start - AROUND, 0), end + AROUND)
    return bool(found) and not UNREAL.search(draft.scene.text, 0, found.start() if found else 0)


def denied(earlier: Draft, later: Draft, who: Who, claim: Sequence[Attribution], denial: Sequence[Attribution]) -> bool:
    """Whether a denial is of what somebody else has just claimed."""
    if earlier.status not in _CLAIMED or not alike(earlier, later):
        return False
    if {one.speaker.id for one in claim if one.speaker and one.speaker.id} & {one.speaker.id for one in denial if one.speaker}:
        return False
    agree, away = sides(earlier, later, who), later.scene.index - earlier.scene.index
    return agree is not False and (away <= _CLAIM or (agree is True and away <= _FAR and earlier.status in REAL and _refers(later)))


def disowned(earlier: Draft, later: Draft, who: Who) -> bool:
    """Whether a denial is of what the article itself tells of those who are meant, or of nobody."""
    away = later.scene.index - earlier.scene.index
    if later.act in _BETWEEN or earlier.status not in REAL or not 0 < away <= _FAR or not alike(earlier, later):
        return False
    doers = who.agree(earlier.actors, later.actors)
    blamed = away <= _CLAIM and later.act in _BLAMED
    nobody = away <= _CLAIM and not (earlier.actors and later.actors)
    return sides(earlier, later, who) is not False and (_refers(later) or blamed) and (doers is True or nobody)


def alike(earlier: Draft, later: Draft) -> bool:
    """Whether two tellings may be of one way of acting."""
    modes = {earlier.predicate.mode, later.predicate.mode}
    return len(modes) < 2 or None in modes or modes <= _ATTACKS or later.act == "MOBILIZE"


def _refers(draft: Draft) -> bool:
    """Whether the words of an act point back to what was told before."""
    start, end = (offset - draft.scene.start for offset in draft.trigger)
    return bool(_BACK.search(draft.scene.text, max(start - AROUND // 2, 0), end + AROUND // 2))


def held(earlier: Draft, later: Draft, who: Who) -> bool:
    """A plan is held by the act of the same parties on the planned day, or, if no day is given, by one in what was written later.

    A threat is carried out, and what was to be said is said, only in what was written later.
    """
    if earlier.status not in AHEAD or earlier.scene is later.scene or sides(earlier, later, who) is not True:
        return False
    since = _since(earlier, later)
    if not since and (later.act in _SPOKEN or earlier.status == "conditional"):
        return False
    if later.act != "CONSULT" and not (who.agree(earlier.actors, later.actors) if since else who.shared(earlier.actors, later.actors)):
        return False
    if _has_day(earlier) and later.date.first:
        # Who are to meet on a day meet on it, if by telephone or with others.
        one_way = later.act == "CONSULT" or alike(earlier, later)
        return one_way and _on_day(earlier, later, int(since)) and (_goes_on(earlier, later) or _announced_before(earlier, later))
    return since and _goes_on(earlier, later) and alike(earlier, later)


def _has_day(plan: Draft) -> bool:
    """Whether a day is given for a plan: one that was still to come when it was told."""
    told = min((day for day in (plan.said and plan.said.last, plan.scene.day) if day), default=None)
    ahead = plan.date.last and (told is None or plan.date.last > told or _told_as_past(plan))
    return bool(ahead and plan.date.first and plan.date.basis != "article")


def _on_day(plan: Draft, act: Draft, slack: int) -> bool:
    """Whether an act is dated on the planned days, give or take `slack` days: "at midnight" may be of the day before."""
    if not (plan.date.first and plan.date.last and act.date.first):
        return False
    first, last, done = (date.fromisoformat(day) for day in (plan.date.first, plan.date.last, act.date.first))
    return (done - first).days >= -slack and (done - last).days <= slack


def _goes_on(earlier: Draft, later: Draft) -> bool:
    """Whether the later act is told behind the sentence of the earlier one, be it again: what a headline tells is the newest state."""
    return any(start >= earlier.scene.end for start, _ in later.triggers)


def _announced_before(plan: Draft, act: Draft) -> bool:
    """Whether a plan that is told behind the act was there before it: announced on a day before the act's, or told as past."""
    announced = plan.said.last if plan.said else None
    return bool(announced and act.date.first and announced < act.date.first) or _told_as_past(plan)


def _told_as_past(plan: Draft) -> bool:
    """Whether a plan for one day is told as one that there was; "had been ready to travel last week" is none."""
    for_a_day = plan.status == "planned" and plan.date.first == plan.date.last
    return for_a_day and bool(_THEN.search(plan.scene.text, 0, plan.trigger[0] - plan.scene.start))


def sides(earlier: Draft, later: Draft, who: Who) -> bool | None:
    """Whether the sides of two states agree; None if they have nothing to compare."""
    if later.act == "CONSULT":
        return who.agree(parties(earlier), parties(later))
    agree = {who.agree(earlier.actors, later.actors), who.agree(earlier.recipients, later.recipients)}
    return False if False in agree else True if True in agree else None


def parties(draft: Draft) -> list[str]:
    """The chains of mentions of both sides."""
    return [*draft.actors, *draft.recipients]


def _since(earlier: Draft, later: Draft) -> bool:
    """Whether the later state is told in what was written later."""
    return bool(later.scene.day and earlier.scene.day and later.scene.day > earlier.scene.day)

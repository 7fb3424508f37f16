"""Plans that are called off or put off in words that name no act anew: "the talks were postponed to Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from detente.event.alike import Who
from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.records import EventDate, Said, Status, Time

CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)?\b.{0,30}?\boff|cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|shelv(?:es?|ed|ing)|abort(?:s|ed))\b",
    re.IGNORECASE,
)
PUT_OFF = re.compile(
    r"\b(?:postpon(?:es?|ed|ing)|put(?:s|ting)?\b.{0,30}?\boff|delay(?:s|ed)|defer(?:s|red|ring)|reschedul(?:es?|ed|ing)|push(?:es|ed) back"
    r"|adjourn(?:s|ed))\b",
    re.IGNORECASE,
)
# Each match of the two has one of these.
_STEMS = re.compile("off|cancel|scrap|abandon|shelv|abort|postpon|delay|defer|reschedul|back|adjourn")
UNREAL = re.compile(r"\b(?:would|could|might|may|unless|if|not|to)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# What a plan of such an act is called.
_NOUNS = {
    "CONSULT": re.compile(r"\b(?:talks|meetings?|summit|visit|trip|negotiations|conference|session|call)\b", re.IGNORECASE),
    "PROTEST": re.compile(r"\b(?:strikes?|march(?:es)?|rall(?:y|ies)|demonstrations?|protests?|sit-in|walkout|stoppage|boycott)\b", re.IGNORECASE),
    "COOPERATE": re.compile(r"\b(?:exercises?|drills?|manoeuvres|maneuvers)\b", re.IGNORECASE),
}
# Acts that are not done if their very words are these: "put off the handover", "called off the march".
_PUT_OFF_THEMSELVES = frozenset({"CONSULT", "PROTEST", "COOPERATE", "RETREAT", "AID"})
_NOT_DONE = re.compile(rf"{PUT_OFF.pattern}|\b(?:call(?:s|ed|ing)?\b.{{0,30}}?\boff|cancel(?:s|l?ed|l?ing)?)\b", re.IGNORECASE)
_MOST = 20  # plans of one act that a later sentence may be about, so that a long text costs little
_NEAR = 90  # code points between the noun and its verb
_UNTIL = re.compile(r"\b(?:to|until|till|for)\s+(?:the\s+)?$")


def called_off(drafts: Sequence[Draft], scenes: Sequence[Scene], who: Who) -> list[Draft]:
    """The drafts, and one for each plan told before that a sentence calls off (refused) or puts off (planned, with its new day).

    What the model itself takes for a refusal or a plan is put off all the same, and called off already.
    """
    for draft in drafts:
        own = draft.act in _PUT_OFF_THEMSELVES and draft.status in ("happened", "ongoing")
        if own and _NOT_DONE.match(draft.scene.text, draft.trigger[0] - draft.scene.start):
            draft.status = "refused"
    plans: dict[str, list[Draft]] = {act: [] for act in _NOUNS}
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.scene.index, []).append(draft)
    found: list[Draft] = []
    for scene in scenes:
        here = told.get(scene.index, [])
        for twin in [twin for act in _NOUNS if plans[act] and (twin := _calling(scene, act, plans[act][-_MOST:], here, who))]:
            here = [*(draft for draft in here if draft.act != twin.act or draft.status not in ("planned", "refused")), twin]
        found += here
        for draft in here:
            if draft.status == "planned" and draft.act in plans:
                plans[draft.act].append(draft)
    return sorted(found, key=lambda draft: (draft.scene.index, draft.trigger))


def _calling(scene: Scene, act: str, plans: Sequence[Draft], here: Sequence[Draft], who: Who) -> Draft | None:
    for verbs, status in ((PUT_OFF, "planned"), (CALLED_OFF, "refused")):
        verb = _first(verbs, scene.text)
        if verb is None or UNREAL.search(scene.text, 0, verb.start()):
            continue
        if status == "refused" and any(draft.act == act and draft.status in ("planned", "refused") for draft in here):
            continue
        nouns = [noun for noun in _NOUNS[act].finditer(scene.text) if abs(noun.start() - verb.start()) <= _NEAR]
        chains = [mention.chain for mention in scene.mentions]
        fitting = [plan for plan in plans if who.shared([*plan.actors, *plan.recipients], chains)] or ([] if chains else plans)
        if nouns and fitting:
            return _twin(fitting[-1], scene, verb, min(nouns, key=lambda noun: abs(noun.start() - verb.start())), status)  # type: ignore[arg-type]
    return None


@lru_cache(maxsize=8)
def _first(verbs: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A sentence is asked for each act of which there are plans."""
    return verbs.search(text) if _STEMS.search(text.casefold()) else None


def _twin(plan: Draft, scene: Scene, verb: re.Match[str], noun: re.Match[str], status: Status) -> Draft:
    trigger = (scene.start + verb.start(), scene.start + verb.end())
    day = next((t for t in scene.times if t.start >= trigger[1] and t.first and _UNTIL.search(scene.text, 0, t.start - scene.start)), None)
    start, end = min(noun.start(), verb.start()), max(noun.end(), verb.end(), day.end - scene.start if day else 0)
    return replace(
        plan,
        scene=scene,
        predicate=replace(plan.predicate, status=status),
        trigger=trigger,
        status=status,
        actors=list(plan.actors),
        recipients=list(plan.recipients),
        date=_moved(day) if status == "planned" else plan.date,
        evidence=[scene.cut(scene.start + start, scene.start + end)],
        triggers=[trigger],
        of=plan.trigger,
        said=Said(scene.day, scene.day),
    )


def _moved(day: Time | None) -> EventDate:
    """The day that a plan is put off to; none if it is open."""
    return EventDate(first=day.first, last=day.last, text=day.text, basis="text") if day else EventDate()

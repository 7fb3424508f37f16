"""Denials that name no act of their own: "a charge the ministry denied", "Lima denied the claim", "denied any such thing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.event.claims import DENIES, who_says
from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.records import Said

_SAID = r"(?:charge|claim|accusation|allegation|assertion|suggestion|report|account)s?"
# What is said of those who are blamed: "that his men were involved", "that it had taken part", "that anybody had been touched".
_BLAMED = (
    r"(?:taking part\b|(?:that\s)?[^.,;:“”\"]{1,60}?\b(?:(?:was|were|is|are|had been|has been|have been)\s(?:involved|responsible|to blame|behind)"
    r"|(?:had|has|have)\s(?:taken|had|played)\s(?:any\s|a\s)?(?:part|role|hand)|anything to do with)\b"
    r"|(?:that\s)?(?:anybody|anyone)\s(?:had|has|was)(?:\sbeen)?\s\w+ed\b)"
)
# The denial stands behind what is denied, or has a word for it as its object.
_BEHIND = re.compile(rf",\s(?:(?:an?|the)\s{_SAID}(?:\s(?:that|which))?|which|something)\s[^,;.“”\"]{{2,80}}?$")
_OBJECT = re.compile(
    rf"\s(?:(?:the|these|those|all|both|any|such|his|her|its|their|this|that)\s(?:\w+\s)?{_SAID}\b"
    r"|(?:any|all|direct)?\s?(?:involvement|responsibility|wrongdoing)\b|(?:any|a|having had any|having had a)\s(?:role|hand|part)\b"
    rf"|{_BLAMED}|all of (?:it|this|that|them)\b"
    r"|(?:it|this|that)(?=[,;.]|\s(?:and|but)\b)|(?:that\s)?(?:any )?such (?:an? )?\w+\b|any such \w+\b)"
)
REACH = 3  # sentences before a denial in which an attack stands that somebody will not have had a part in
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "SUPPORT", "THREATEN"})


def echo_denials(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> list[Draft]:
    """The drafts, and for each such denial in one of the `scenes` one that the act told just before was denied, in the text's order.

    Where the model takes the verb itself for a rejection, the denial takes its place.
    """
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.scene.index, []).append(draft)
    denials = [
        twin
        for scene in scenes
        for twin in _denials(scene, told.get(scene.index, ()), [d for back in range(REACH, 0, -1) for d in told.get(scene.index - back, ())])
    ]
    places = {twin.trigger[0] for twin in denials}
    kept = [draft for draft in drafts if draft.act != "REJECT" or draft.trigger[0] not in places]
    return sorted([*kept, *denials], key=lambda draft: (draft.scene.index, draft.trigger))


def _denials(scene: Scene, here: Sequence[Draft], before: Sequence[Draft]) -> list[Draft]:
    """The denials of one sentence; `here` are its drafts and `before` those of the sentences before it."""
    found = []
    for verb in DENIES.finditer(scene.text):
        behind, about = _BEHIND.search(scene.text, 0, verb.start()), _OBJECT.match(scene.text, verb.end())
        if not (behind or about):
            continue
        span = (behind.start() + 2 if behind else verb.start(), about.end() if about and not behind else verb.end())
        told = any(draft.status == "denied" and draft.trigger[0] >= scene.start + span[0] for draft in here)
        source = None if told else _told_last([*before, *here], scene.start + span[0], scene.index)
        if source is not None:
            found.append(_twin(source, scene, verb, span))
    return found


def _told_last(drafts: Sequence[Draft], before: int, index: int) -> Draft | None:
    """The act told last before a denial in the sentence `index` or the one before; else an attack told a little earlier."""
    fitting = [d for d in drafts if d.trigger[1] <= before and d.act not in _SPOKEN and d.status in ("happened", "ongoing", "possible", "planned")]
    near = [draft for draft in fitting if index - draft.scene.index < 2]
    return max(near or [draft for draft in fitting if draft.act == "ASSAULT"], key=lambda draft: draft.trigger, default=None)


def _twin(source: Draft, scene: Scene, verb: re.Match[str], span: tuple[int, int]) -> Draft:
    trigger, denier = (scene.start + verb.start(), scene.start + verb.end()), who_says(scene, verb)
    actors = source.actors or ([denier.chain] if denier else [])
    return replace(
        source,
        scene=scene,
        predicate=replace(source.predicate, status="denied"),
        trigger=trigger,
        status="denied",
        actors=list(actors),
        recipients=list(source.recipients),
        evidence=[scene.cut(scene.start + span[0], scene.start + span[1])],
        spans={**source.spans, **({denier.chain: denier} if denier and not source.actors else {})},
        triggers=[trigger],
        of=source.trigger,
        said=Said(scene.day, scene.day),
    )

"""Denials that name no act of their own, or none that the text model knows: "a charge the ministry denied", "Lima denied the claim",
"denied any such thing", "denies that it flew there"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.event.alike import Who
from detente.event.claims import DENIES, who_says
from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.records import Mention, Said

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
# What is denied in words of its own that point back: "denies having ordered it", "denied anything but whistles had been used".
_CLAUSE = re.compile(
    r"(?<=y|d|s|g)\s(?:that|having|ever|anything|\w+ing)\s[^.;:“”\"]+?(?=,\s(?:and|but|as|which|who|while|although)\b|\s(?:and|but)\s\w+ed\b|[.;:“”\"]|$)"
)
_POINTS_BACK = re.compile(r"(?<!that)\s(?:any\w*|such|there|ever|it|this|them)\b")
_NO_ACT = re.compile(r"\b(?:is|are|was|were)\s(?:about|an?|the|in|at|its|his|her|their|no)\b")  # "denies that the play is about anybody"
_PART = re.compile(r"\b(?:part|role|hand|involve\w*|responsib\w*|behind|blame|wrongdoing|touched)\b")  # nobody has a part in what is only planned
# "They say they had nothing to do with it", "swore that it did no such thing": what somebody says is not so, without a verb of denial.
# "The claim that she had nothing to do with it" is what somebody else may say.
_SAYS_NOT = re.compile(
    r"(?<!\b(?:the|any)\s)(?<!\b(?:its|her|his)\s)(?<!\btheir\s)(?<!\ba\s)"
    r"\b(?:sa(?:y|ys|id)|insist(?:s|ed)?|maintain(?:s|ed)?|sw(?:ears?|ore)|repl(?:y|ies|ied)|counter(?:s|ed)|protest(?:s|ed)|claim(?:s|ed)?)\b"
    r"(?=\s(?:that\s)?(?:[\w’'-]+\s){1,6}?(?:(?:had|have|has)\s(?:had\s)?(?:nothing to do with|no (?:part|hand|role) in)\b"
    r"|(?:did|do|does|had done|have done|has done)\s(?:no such thing|nothing of the (?:kind|sort))\b"
    r"|(?:(?:did|had|have|has)\s(?:not|never)|(?:did|had|have|has)n[’']t|never)\s(?:do|did|done)\s(?:it|so|that|this)\b))",
    re.IGNORECASE,
)
_SAID_NOT = re.compile(
    r"\s[^.;:“”\"]*?\b(?:nothing to do with|no (?:part|hand|role) in|no such thing|nothing of the (?:kind|sort)"
    r"|(?:do|did|done) (?:it|so|that|this))\b",
    re.IGNORECASE,
)
# "The army, which had sent men, denied it": what is told of who denies is not what is denied.
_ASIDE = re.compile(r",\s(?:who|which|whose|whom)\b[^,;.“”\"]*(?:,[^,;.“”\"]*){0,2},\s(?:\w+\s){0,3}$")
_NOT = re.compile(r"(?:\b(?:not|nor|never|cannot|without)|n[’']t)\s(?:be(?:en)?\s)?$", re.IGNORECASE)  # who does not deny an act denies nothing
REACH = 3  # sentences before a denial in which an attack stands that somebody will not have had a part in
_TOLD = frozenset({"happened", "ongoing", "possible", "planned"})
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "SUPPORT", "THREATEN"})


def echo_denials(drafts: Sequence[Draft], scenes: Sequence[Scene], who: Who) -> list[Draft]:
    """The drafts, and for each such denial in one of the `scenes` one that the act told just before was denied, in the text's order.

    Where the model takes the verb itself for a rejection, the denial takes its place.
    """
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.scene.index, []).append(draft)
    denials = []
    for scene in scenes:
        before = [draft for back in range(REACH, 0, -1) for draft in told.get(scene.index - back, ())]
        denials += _denials(scene, told.get(scene.index, ()), before, who)
    places = {twin.trigger[0] for twin in denials}
    kept = [draft for draft in drafts if draft.act != "REJECT" or draft.trigger[0] not in places]
    return sorted([*kept, *denials], key=lambda draft: (draft.scene.index, draft.trigger))


def _denials(scene: Scene, here: Sequence[Draft], before: Sequence[Draft], who: Who) -> list[Draft]:
    """The denials of one sentence; `here` are its drafts and `before` those of the sentences before it."""
    found = []
    for verb in sorted([*DENIES.finditer(scene.text), *_SAYS_NOT.finditer(scene.text)], key=lambda verb: verb.start()):
        span = None if _NOT.search(scene.text, 0, verb.start()) else _denied(scene, verb, here)
        denier = who_says(scene, verb) if span else None
        aside = _aside(scene, verb, span) if span else range(0)
        told = [draft for draft in [*before, *here] if draft.trigger[0] not in aside]
        earlier = [draft for draft in told if span and not (draft.status == "planned" and _PART.search(scene.text, *span))]
        source = _told_last(earlier, scene.start + span[0], scene.index, denier, who) if span else None
        if span and source:
            found.append(_twin(source, scene, verb, span, denier))
    return found


def _aside(scene: Scene, verb: re.Match[str], span: tuple[int, int]) -> range:
    """Where the clause stands in which the sentence tells something else of who denies; empty if the denial is itself such a clause."""
    found = _ASIDE.search(scene.text, 0, verb.start()) if span[0] == verb.start() else None
    return range(scene.start + found.start(), scene.start + verb.start()) if found else range(0)


def _denied(scene: Scene, verb: re.Match[str], here: Sequence[Draft]) -> tuple[int, int] | None:
    """The words of the sentence that tell of a denial; None if an act told in them is what is denied."""
    behind, about = _BEHIND.search(scene.text, 0, verb.start()), _OBJECT.match(scene.text, verb.end())
    here = [draft for draft in here if draft.trigger[0] != scene.start + verb.start()]  # the model's own act for the verb is none beside it
    if DENIES.match(verb.group()) and (behind or about):
        start, end = behind.start() + 2 if behind else verb.start(), about.end() if about and not behind else verb.end()
        told = any(draft.status == "denied" and draft.trigger[0] >= scene.start + start for draft in here)
        return None if told else (start, end)
    if not DENIES.match(verb.group()):
        said = _SAID_NOT.match(scene.text, verb.end())
        after = (draft for draft in here if said and scene.start + verb.start() < draft.trigger[0] < scene.start + said.end())
        return (verb.start(), said.end()) if said and not any(draft.status == "denied" for draft in after) else None
    clause = _CLAUSE.match(scene.text, verb.end()) if verb.group().lower().startswith("den") else None
    if clause is None or not _POINTS_BACK.search(clause.group()) or _NO_ACT.search(clause.group()):
        return None
    told = any(scene.start + verb.start() < draft.trigger[1] and draft.trigger[0] < scene.start + clause.end() for draft in here)
    return None if told else (verb.start(), clause.end())


def _told_last(drafts: Sequence[Draft], before: int, index: int, denier: Mention | None, who: Who) -> Draft | None:
    """The act told last before a denial in the sentence `index` or the one before, of those whom the denier speaks for, if of one's
    acts it is known; else an attack told a little earlier.
    """
    blamed = {("SUPPORT", draft.scene.index) for draft in drafts if draft.act == "ACCUSE"}  # "accused Lima of backing rebels"
    fitting = [d for d in drafts if d.trigger[1] <= before and d.status in _TOLD and (d.act not in _SPOKEN or (d.act, d.scene.index) in blamed)]
    own = {id(draft): who.agree(draft.actors, [denier.chain]) if denier else None for draft in fitting}
    near = [draft for draft in fitting if index - draft.scene.index < 2 and (draft.act != "SUPPORT" or own[id(draft)])]
    far = [draft for draft in fitting if draft.act == "ASSAULT"]
    return max(near or far, key=lambda draft: (own[id(draft)] is not False, draft.status != "planned", draft.trigger), default=None)


def _twin(source: Draft, scene: Scene, verb: re.Match[str], span: tuple[int, int], denier: Mention | None) -> Draft:
    trigger = (scene.start + verb.start(), scene.start + verb.end())
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

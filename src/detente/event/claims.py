"""Who alleges or denies an act in the very sentence that tells it: "accused Lima of shelling", "Lima denies having shelled"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.event.drafts import Draft
from detente.event.scene import Scene
from detente.records import Mention

SPEAKER = 0.3
DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed)|refut(?:es?|ed)|dis(?:claim|avow|own)(?:s|ed)?)\b", re.IGNORECASE)
_SAYS_NOT = re.compile(DENIES.pattern + r"|\b(?:insist(?:s|ed)?|maintain(?:s|ed)?|protest(?:s|ed)|counter(?:s|ed)|swore|swears)\b", re.IGNORECASE)
_ALLEGES = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?)\b(?=[^;.,]*?\bof\b)"
    r"|\b(?:blam(?:e|es|ed|ing)|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing))\b(?=[^;.,]*?\bfor\b)"
    r"|\b(?:alleg(?:e|es|ed|ing)|insinuat(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
# A comma ends what a verb governs, except in a list: "accused them of shelling the town, of looting it and burning it".
_NEW_CLAUSE = re.compile(r"[;“”\"]|,\s(?!(?:and\s)?of\b|(?:and\s)?\w+ing\b)|\b(?:but|and)\s+(?:said|says|has|have|had|is|are|was|were)\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|stands?|stood)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AGENT = re.compile(r"[^;,.]{0,60}?\bby\s")


def claimants(drafts: Sequence[Draft]) -> list[Mention | None]:
    """For each draft who denies a denied act, or alleges another one, by a verb that governs it in its sentence; None if nobody does."""
    accused: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.act == "ACCUSE" and draft.actors:
            accused.setdefault(draft.scene.index, []).append(draft)
    return [_claimant(draft, accused.get(draft.scene.index, ())) for draft in drafts]


def _claimant(draft: Draft, accusations: Sequence[Draft]) -> Mention | None:
    """The subject of the verb before an act; who accuses is the actor of the accusation that the verb names."""
    scene, at = draft.scene, draft.trigger[0] - draft.scene.start
    verbs = (_SAYS_NOT if draft.status == "denied" else _ALLEGES).finditer(scene.text, 0, at)
    found = [verb for verb in verbs if not _NEW_CLAUSE.search(scene.text, verb.end(), at)]
    if not found and draft.status == "denied":  # the verb itself stands for what is denied: "a charge the ministry denies"
        found = [verb for verb in [DENIES.match(scene.text, at)] if verb]
    if not found:
        return None
    start, end = scene.start + found[-1].start(), scene.start + found[-1].end()
    accuser = next((d for d in accusations if d.trigger[0] < end and start < d.trigger[1]), None)
    return accuser.spans.get(accuser.actors[0]) if accuser else who_says(scene, found[-1])


def who_says(scene: Scene, verb: re.Match[str]) -> Mention | None:
    """The subject of a verb of speech: by the model, else who stands nearest before it; of a passive one who stands after "by"."""
    start, end = scene.start + verb.start(), scene.start + verb.end()
    if _PASSIVE.search(scene.text, 0, verb.start()):
        by = _AGENT.match(scene.text, verb.end())
        return next((m for m in scene.mentions if by and m.start == scene.start + by.end()), None)
    before = [mention for mention in scene.mentions if mention.end <= start]
    rated = [(scene.relation("speaker", (start, end), (m.start, m.end)), m) for m in scene.mentions]
    odds, best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best if odds >= SPEAKER else before[-1] if before else None

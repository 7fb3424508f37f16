"""What somebody says where the model marked no content: the clause behind a plain verb of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.contents import CLAUSE_END
from detente.attribution.cues import ADJUNCT, SAID, SAYING
from detente.attribution.draft import Draft, Extent

# A clause begins with a subject of its own; "said on Monday" and "told the paper" are left alone.
_CLAUSE = re.compile(r"\s+(?:that\s+)?((?!on |in |at |to |during |after |before |late |early )\S+(?:\s+\S+){3,}?)[.!?]?$", re.DOTALL)
# The clause that is said, behind whom it is said to: "denied to the Tarn Times that ...".
_THAT_CLAUSE = re.compile(
    rf"(?:\s+to\s+(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){{0,4}}|\s+(?:him|her|them|us|me|it)|\s+(?:from|through|to)\s[^,;:“”\"]{{1,40}}?|{ADJUNCT})"
    r"\s+that\s+(\S.*?)[.!?]?$",
    re.DOTALL,
)
# The same, without "that": "told the Tarn Times on Monday she would go".
_TOLD_CLAUSE = re.compile(
    r"\s+(?:(?:the|an?|his|her|its)\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}(?:on\s+\w+day\s+)?((?:he|she|they|it|we|there)\s\S.*?)[.!?]?$", re.DOTALL
)
# What somebody is quoted as saying.
_AS_SAYING = re.compile(rf"(?:(?: [^.,;:“”\"]{{1,100}})? {SAYING})?(?<=ing)(?: that)? (\S.*?)[.!?]?$", re.DOTALL)
_QUOTES = re.compile(r"(?:quot|cit)(?:ed|es)\b")
_ADDS = re.compile(r"[,:]?\s+(?:that\b|[“\"‘]|''|(?:he|she|they|it|we|there|[A-Z][\w’'-]+|the [\w-]+)\s)")


def rest(draft: Draft, drafts: Sequence[Draft]) -> Extent | None:
    """What follows a plain verb of speech to the end of its clause, where the model marked no content."""
    scene, cue = draft.scene, draft.cue
    if cue is None:
        return None
    if scene.text.startswith("added", cue[0] - scene.start) and not _ADDS.match(scene.text, cue[1] - scene.start):
        return None  # "has added another task"
    here = (cue[0] - scene.start, cue[1] - scene.start)
    told = _TOLD_CLAUSE.match(scene.text, here[1]) if scene.text.startswith(("told", "tells"), here[0]) else None
    certain = told or _THAT_CLAUSE.match(scene.text, here[1])
    certain = certain or (_AS_SAYING.match(scene.text, here[1]) if _QUOTES.match(scene.text, here[0]) else None)
    found = certain or (_CLAUSE.match(scene.text, here[1]) if SAID.fullmatch(scene.text, *here) else None)
    if found is None:
        return None
    stop = CLAUSE_END.search(scene.text, found.start(1)) if certain else None
    rest = (scene.start + found.start(1), scene.start + (min(stop.start(), found.end(1)) if stop else found.end(1)))
    others = [d for d in drafts if d is not draft and d.scene is scene and d.parts]
    taken = any(s < rest[1] and rest[0] < e for d in others for s, e in d.parts)
    return None if taken or (others and not certain) else rest

"""What somebody is said to think, want or judge, and what is said with verbs that the text model passes over: found by the lexicon.

These are attributions beside the statements: a verb of the lexicon, the subject before it, and its content up to the end of the
clause. Inside somebody's words nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.attribution.asides import SEEMING, aside, unnamed
from detente.attribution.channels import QUOTED_AS
from detente.attribution.cues import idle
from detente.attribution.draft import Draft
from detente.attribution.extent import cross
from detente.attribution.lexicon import lexicon
from detente.attribution.nouns import holds_report, noun_of
from detente.attribution.subjects import led_from
from detente.attribution.verbs import active, passive
from detente.event.scene import Scene

_WORD = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*")
_RELATIVE = re.compile(r"\b(?:who|that|which)\s+$")


def attitudes(scene: Scene, told: Sequence[tuple[int, int]], paragraph: int) -> Iterator[Draft]:
    """The attributions of one sentence outside what is `told` in it, in text order and without overlap."""
    taken, forms, nouns, silent = list(told), lexicon().forms, lexicon().nouns, idle(scene.text)
    for match in _WORD.finditer(scene.text):
        word = match[0]
        form = forms.get(word.casefold())
        if (form is None and word not in nouns and word not in SEEMING) or _inside(scene, match.span(), taken):
            continue
        if any(s <= match.start() and match.end() <= e for s, e in silent):
            continue
        if word.startswith(("quot", "cit")) and QUOTED_AS.match(scene.text, match.end()):
            continue  # "quoted Obura as saying" is a statement of hers
        draft = aside(scene, match, form, paragraph, taken) or noun_of(scene, match, paragraph) or unnamed(scene, match, form, paragraph)
        draft = draft or (passive(scene, match, form, paragraph) if form else None)
        draft = draft or (active(scene, match, form, paragraph) if form else None)
        if draft is not None and draft.attitude == "judged" and holds_report(scene.text, draft.parts[0][0] - scene.start):
            continue  # "denied a report by the agency Alba that ...": the report is what is said
        if draft is not None and _settle(draft, taken):
            taken += [*draft.parts, draft.cue or draft.parts[0]]
            yield draft


def _settle(draft: Draft, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a draft may stand beside what is told: apart from it, around the whole of it, or cut short where a relative clause ends."""
    for number, (first, last) in enumerate(draft.parts):
        crossing = [one for one in taken if cross((first, last), one)]
        if not crossing:
            continue
        scene, cue = draft.scene, draft.cue or (first, last)
        if _RELATIVE.search(scene.text[: cue[0] - scene.start]):
            stop = scene.start + led_from(scene.text, min(crossing)[0] - scene.start)
            draft.parts[number] = (first, first + len(scene.text[first - scene.start : max(stop, first) - scene.start].rstrip(" ,")))
            if draft.parts[number][1] - first < 2:
                return False
        elif not all(first < s and e <= last for s, e in crossing):
            return False
    return True


def _inside(scene: Scene, span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    start, end = scene.start + span[0], scene.start + span[1]
    return any(s < end and start < e for s, e in taken)

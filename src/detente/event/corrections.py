"""What a text takes back or tells with another figure: "An earlier version said that ...", "CORRECTION: he was not ...", "four men, not three"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.event.certainty import CORRECTS
from detente.event.drafts import Draft
from detente.event.states import REAL

_EARLIER = re.compile(
    r"\b(?:correct(?:s|ed|ing) (?:an |its |the )?(?:earlier|previous)|revis(?:es|ed) (?:the |its |an )?(?:\w+ )?(?:figure|toll|number|count)"
    r"|(?:up|down) from (?:an? |the )?(?:earlier|previous|initial)|(?:earlier|previous|initial) (?:figure|toll|report|count)s?)\b",
    re.IGNORECASE,
)
# What stands behind these words in their sentence is not so; "an earlier version of the bill said" is about something else.
_VERSION = re.compile(
    r"\b(?:earlier|previous|original|first|initial)\s(?:version|edition|issue|dispatch)s?\b"
    r"(?!\sof\s(?!(?:this|the|our|that|an|\w+['’]s)\s(?:\w+\s){0,2}?(?:article|story|report|piece|column|page|item|dispatch|post|text|headline|caption|news\w*"
    r"|paper|file|alert)s?\b))[^.;:]{0,60}?\b(?:said|stated|reported|wrote|claimed|had it|misstated)\b",
    re.IGNORECASE,
)
# "The report said that Lima fell and that it was wrong to flee", "said in a statement that the raid was wrong" take nothing back.
_FALSE = re.compile(
    r"(?<!\bin a )(?<!\bin an )(?<!\bin the )(?<!\bin its )(?<!\bjoint )\b(?:reports?|statements?)\b"
    r"(?:(?!\b(?:sa(?:id|ys?)|stat(?:ed|es)|found|finds|show(?:s|ed|n)?|conclude[sd]?|add(?:s|ed)|note[sd]|claim(?:s|ed))\b)[^.;:]){0,40}?"
    r"\bthat\b(?P<what>[^.;:]{0,200}?)\b(?:was|were|is|are)\s(?:wrong|incorrect|mistaken|untrue|inaccurate|in error)\b(?!\sto\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:(?:CORRECTION|Correction|CLARIFICATION|Clarification|ERRATUM|Erratum)\b|(?:We|we) (?:got|had) (?:it|this) wrong\b)")


def take_back(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts; those that a sentence tells as the mistake of an earlier version are denied from now on, in place."""
    for draft in drafts:
        if draft.status in REAL and taken_back(draft):
            draft.status = "denied"
    return drafts


def taken_back(draft: Draft) -> bool:
    """Whether an act stands in its sentence as what an earlier version said, or as what was reported wrongly."""
    start = draft.trigger[0] - draft.scene.start
    false = _FALSE.search(draft.scene.text)
    return bool(_VERSION.search(draft.scene.text, 0, start)) or bool(false and false.start("what") <= start < false.end("what"))


def in_correction(draft: Draft) -> bool:
    """Whether a sentence is one of a correction: it takes an act back, or is labelled so."""
    return bool(_LABEL.match(draft.scene.text)) or taken_back(draft)


def corrects(draft: Draft) -> bool:
    """Whether an act is told with another figure than before."""
    start = draft.trigger[0] - draft.scene.start
    return bool(CORRECTS.search(draft.scene.text, 0, start) or _EARLIER.search(draft.scene.text))


def put_right(wrong: Draft, right: Draft) -> bool:
    """Whether an act is told, in the same sentence or the next, as what was so in place of one that is taken back."""
    return wrong.status == "denied" and 0 <= right.scene.index - wrong.scene.index < 2 and taken_back(wrong)

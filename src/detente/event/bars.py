"""Words before somebody in a sentence that bar them from a side of its act, whatever the text model makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.records import Mention

if TYPE_CHECKING:
    from detente.event.drafts import Draft

# Whom is done harm stands right behind: "which killed nine people and injured 44 others".
_HARMED = re.compile(
    r"\b(?:kill|injur|wound|murder|maim|behead|massacr)(?:ed|es|s|ing)(?:\s(?:at|least|about|around|nearly|some|more|than|over|up|to|dozens|of|an?|the))*\s$",
    re.IGNORECASE,
)
_REACH = 60  # code points that such words take
# Who is sent acts for who sends them: "sent a team of doctors to the camp".
_SENDING = frozenset({"AID", "MOBILIZE", "CONSULT", "COOPERATE"})
_SENT = re.compile(r"(?:send|sent|sends|sending|dispatch\w*|deploy\w*)\s(?:out\s|back\s)?$", re.IGNORECASE)
# Behind "sent the rebels" stands what they get.
_NO_GIFT = re.compile(r"\s*(?:[,.;]|$|(?:to|into|in|from|for|on|with|home|back|across|abroad|and)\b)")
_ALONG = re.compile(r"\s(?:along|together)\swith\b[^,.;]*$")
_JUDGED = re.compile(
    r"\b(?:condemned|criticised|criticized|denounced|praised|welcomed|opposed|backed|supported)\sby\b(?:[^.;]|\.(?=\S)|(?<=\b[A-Z])\.)*$"
)
_AS = re.compile(r"\bas\s(?:the\s|an?\s|its\s|their\s)?$")
_NO_VERB = re.compile(r"\s*(?:[,.;:]|$|(?:on|in|for|after|and|by|from|at|amid|following|over|when|while)\b)")


def barred(draft: Draft, mention: Mention, side: str) -> bool:
    """Whether the words before somebody in the act's sentence say that they are not on a side (`actor`, `recipient`) of it.

    Who is killed does not attack and is not accused; who is sent acts for who sends them; who is held along with others holds nobody; who condemns
    a coup is not behind it; and "as the president" says what somebody is.
    """
    if not draft.scene.start <= mention.start < draft.scene.end:
        return False
    at, text = mention.start - draft.scene.start, draft.scene.text
    behind = text[draft.trigger[1] - draft.scene.start : at] if draft.trigger[1] <= mention.start else ""
    if side == "actor" and (_ALONG.match(behind) or _JUDGED.search(behind)):
        return True
    said_of = mention.type in ("PER", "GRP") and _AS.search(text, max(at - len(" as their "), 0), at)
    if said_of and _NO_VERB.match(text, mention.end - draft.scene.start):
        return True
    if draft.act == "ACCUSE" or (draft.act == "ASSAULT" and side == "actor"):
        return _HARMED.search(text, max(at - _REACH, 0), at) is not None
    sent = side == "recipient" and draft.act in _SENDING and mention.type in ("PER", "GRP") and draft.trigger[0] < mention.start
    return sent and bool(_SENT.search(text, draft.trigger[0] - draft.scene.start, at) and _NO_GIFT.match(text, mention.end - draft.scene.start))

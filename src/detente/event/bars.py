"""Words before somebody in a sentence that bar them from a side of its act, whatever the text model makes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.event.belongs import of_a_state
from detente.records import Mention
from detente.where.names import state_called

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
# Where or on what an attack was stands before it: "the Kenya embassy bombing", "U.S. Embassy blasts".
_PREMISES = (
    r"(?:embass(?:y|ies)|consulates?|airports?|subways?|metro|trains?|hotels?|church(?:es)?|mosques?|synagogues?|markets?|schools?|stations?|bases?)"
)
_HIT = re.compile(rf"(?:\s{_PREMISES})?\s(?:bomb(?:ing)?s?|blasts?|explosions?|attacks?|shootings?|massacres?|siege)\b", re.IGNORECASE)
_AT = re.compile(rf"\b{_PREMISES}\b", re.IGNORECASE)
_UPON = re.compile(r"\b(?:at|on|outside|near|against)\s(?:(?:the|two|three|several|both|its|their)\s)*$", re.IGNORECASE)
# A land is where something was done, and did it only by what is said of it further: "lives in Chad, which took him in", "at Chad's wish".
_IN = re.compile(
    r"\b(?:in|near|outside|across|inside|throughout)\s(?:the\s)?(?:(?:south|north|east|west)\w*\s|central\s|neighbou?ring\s|nearby\s|downtown\s"
    r"|(?:capital|city|town|village|port|region|province)(?:\sof)?,?\s)*$",
    re.IGNORECASE,
)
_IN_BOTH = re.compile(r"\b(?:in|near|across)\s(?:the\s)?([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*)(?:,\s[A-Z][\w.-]*)*,?\sand\s(?:the\s)?$")
_FURTHER = re.compile(r",?\s(?:which|whose)\b")
# Whom an attack that is condemned hit is not blamed for it: "condemned the bombing this month of the embassies".
_VICTIM = re.compile(
    r"\b(?:bombing|killing|attack|shelling|murder|assassination|massacre|slaying|shooting|kidnapping|abduction|arrest|detention|execution|beating|expulsion"
    r"|persecution|torture|occupation|invasion|annexation|imprisonment)s?\s(?:(?:this|last|earlier)\s\w+\s|on\s\w+day\s)?(?:of|on|against|near|at|outside)\s"
    r"(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
# By whom it is done stands behind: "a drone shot down by Iran".
_BY_WHOM = re.compile(r"(?:[\w-]+\s){0,2}?(?:\w+ed|shot|hit|struck|held|beaten|taken|torn)\s(?:(?:down|up|out|off|dead|to\sdeath)\s)?by\s")
# Nobody did what nobody claims.
_UNCLAIMED = re.compile(r"(?:no|none|nobody)\b(?:\s[\w-]+){0,3}?\s(?:claimed|admitted|took|taken|assumed)\sresponsibility\b", re.IGNORECASE)
# An agency in a dateline's brackets.
_AGENCY = re.compile(r"\)\s*(?:[-–—_]|$)")
# Who blames or mourns an attack made none.
_BLAMES = re.compile(
    r"(?:,[^,]*,)?\s(?:(?:has|have|had|also|later|\w+ly|on\s\w+day|\w+day)\s)*"
    r"(?:condemn|denounc|deplor|decri|criticis|criticiz|lament|mourn|protest|investigat)\w*\s(?:\S+\s){0,6}",
    re.IGNORECASE,
)
# Who is doing something is not whom it is done to: "South Dakota is sending troops"; a passive or a fate is another matter.
_DOING = re.compile(
    r"\s(?:is|are|was|were)\s(?:(?:now|also|still|\w+ly)\s)?(?!facing|getting|receiving|suffering|undergoing|losing|dying|being)\w+ing\b"
)
_AS = re.compile(r"\bas\s(?:the\s|an?\s|its\s|their\s)?$")
_NO_VERB = re.compile(r"\s*(?:[,.;:]|$|(?:on|in|for|after|and|by|from|at|amid|following|over|when|while)\b)")


def agency(text: str, start: int, end: int) -> bool:
    """Whether somebody stands in the brackets of a dateline, who tells it all: "OSLO, May 5 (Alba) -"."""
    return text[start - 1 : start] == "(" and _AGENCY.match(text, end) is not None


def barred(draft: Draft, mention: Mention, side: str) -> bool:
    """Whether the words before somebody in the act's sentence say that they are not on a side (`actor`, `recipient`) of it.

    Who is doing something is not whom it is done to; an embassy bombing is no embassy's, and a bomb in a land not of that land. Who is killed does
    not attack and is not accused; who is sent acts for who sends them; who is held along with others holds nobody; who condemns a coup is not behind
    it; and "as the president" says what somebody is.
    """
    if not draft.scene.start <= mention.start < draft.scene.end:
        return False
    at, text = mention.start - draft.scene.start, draft.scene.text
    if side == "actor" and _UNCLAIMED.match(text, at):
        return True
    if agency(text, at, mention.end - draft.scene.start):
        return True
    if _bystander(draft, mention, side):
        return True
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


def _bystander(draft: Draft, mention: Mention, side: str) -> bool:
    """Whether the words around somebody keep them out: an act's place or victim, whom it tells apart ("those arrested"), who blames or does it."""
    begin, text = draft.scene.start, draft.scene.text
    if side == "actor" and mention.type == "GPE" and _located(text, mention.start - begin, mention.text):
        return _FURTHER.match(text, mention.end - begin) is None
    if side == "actor" and draft.act == "ASSAULT" and _hit(text, mention.start - begin, mention.end - begin):
        return True
    if draft.act == "ACCUSE" and side == "recipient" and draft.trigger[1] <= mention.start:
        return _VICTIM.search(text, draft.trigger[1] - begin, mention.start - begin) is not None
    if mention.end > draft.trigger[0]:
        return False
    if side == "actor" and draft.act in ("ASSAULT", "COERCE") and (done := _BY_WHOM.match(text, draft.trigger[0] - begin)):
        return any(other.start == begin + done.end() for other in draft.scene.mentions)
    words = text[mention.end - begin : draft.trigger[1] - begin]
    if side == "recipient":
        return words.endswith("ing") and _DOING.fullmatch(words) is not None
    before = words[: draft.trigger[0] - mention.end]
    if draft.act in ("ASSAULT", "COERCE") and _BLAMES.fullmatch(before):
        return True
    return mention.text.lower() == "those" and before.isspace()


def _located(text: str, start: int, name: str) -> bool:
    """Whether a land tells where something is: "in Chad", and Niger too of "in Chad and Niger", but not "in the Chadian attack"."""
    if of_a_state(name):
        return False
    if _IN.search(text, max(start - len(" throughout the "), 0), start):
        return True
    both = _IN_BOTH.search(text, max(start - _REACH, 0), start)
    return both is not None and state_called(both[1]) is not None and state_called(name) is not None


def _hit(text: str, start: int, end: int) -> bool:
    """Whether an attack's words make somebody the premises that it hits: "the Chad embassy bombing", "a raid on the Chadian embassy"."""
    words = text[start:end]
    attack = _HIT.match(text, end)
    if attack and _AT.search(words + attack[0]):
        return True
    return _AT.search(words) is not None and _UPON.search(text, max(start - len(" against several of the "), 0), start) is not None

"""Through which outlet a statement is told: "told Reuters", "according to a TASS report", "..., the agency said"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence, Set
from itertools import groupby
from operator import itemgetter

from detente.actor import outlets as table
from detente.actor import press
from detente.actor.mastheads import MOST_BACK, in_full
from detente.actor.outlets import OutletName
from detente.attribution.channels import articled, inside, is_country, name_of, named_for, quoter, station_of
from detente.attribution.draft import Draft
from detente.attribution.publisher import called
from detente.attribution.questions import asked_by, told_after
from detente.attribution.voices import Voices, about_itself

_QUOTING = re.compile(
    r"(?:\s+(?:on\s+)?\w+day|\s+(?:on|in|via)\s+(?:its|an?)\s+[\w ]{2,30})?"
    r",?\s+(?:quoting|citing|which quoted|which cited)\s+(?:(?:an?|the)\s+(?:statement|report|remarks)\s+(?:by|from)\s+)?"
)
_QUOTED_AGAIN = re.compile(r"\b(?:is|are|was|were) (?:also )?quoted as\b")
_SAME = re.compile(r"\b(?:[Ii]n|[Oo]n) the same (?:interview|programme|program|show|broadcast|channel|station|network|article|edition)\b")
# What a station is called behind its name, unless that is all of its name: "state radio".
_MEDIUM = re.compile(r" (?:radio|television|TV)$")
# A second verb of one subject: "told Reuters that the port was shut and said ...".
_JOINED = re.compile(r",? (?:and|but) (?:(?:also|then|later) )?(?:said|says|added|adds|insisted|warned)$")
_JUST_TOLD = re.compile(r"\b(?:told|tells|telling) (?:the )?$")
# Who is named after these words heard what the words before say, and nothing else in the sentence.
_TO = re.compile(r"\b(?:told|tells|telling|interview (?:with|by|on)|spoke to|speaking to|speaking on|statement to|remarks to)\s[^,;:“”\"]{0,40}$")
_BACK = 80  # code points, more than any of the words that lead to a name take
# Another clause, in which an outlet speaks for itself: "..., and the agency Alba denied it".
_CLAUSE = re.compile(r"(?:,|\b) ?(?:and|but|while|whereas|though) [^,]*$")
_SPEAKS = re.compile(r" (?:said|says|denied|claimed|reported|called|wrote|confirmed|quoted|announced|argued|added)\b")
_DENIES = re.compile(r"den(?:y|ied|ies|ying)|dismiss|reject|disput", re.IGNORECASE)
_AS_ALLEGED = re.compile(r"\bas (?:alleged|claimed|suggested|reported|speculated) (?:in|by|on) (?:the )?$", re.IGNORECASE)
_NO_NAME = re.compile(r"^(?:[Tt]he )?$|" + press.KIND_ENDS.pattern)
_NAME_ENDS = re.compile(r" (?![a-z])|,|$")
_CREDITS = re.compile(r"according\b|per\b|as (?:first |earlier )?reported\b", re.IGNORECASE)
_AND = re.compile(r"(?:,|,? and) (?:[a-z-]+ ){0,4}")
_LEARNED = re.compile(r"\b(?:learn(?:ed|t|s)|understands)$")
_LABEL_ENDS = re.compile(r"[)\]]:\s+[“\"]?")
_CREDIT = re.compile(r"\baccording to an? $")  # report, which covers more than its sentence
_DATELINE = re.compile(r"(?:[^\Wa-z][^a-z\n]+|.{0,80}\([^()\n]{0,40})$")
_DASH = re.compile(r"[^\n.]{0,40}?\)?\s*(?:[-–—_]|--)\s")


def credit(drafts: Sequence[Draft], text: str, named: Sequence[OutletName], publisher: str | None = None) -> list[str | None]:
    """The outlet of each draft, None where the text credits none.

    Args:
        named: the outlets named in the text, in order.
        publisher: whose article it is, for what somebody "told this newspaper".
    """
    telling = {draft.scene.start for draft in drafts if draft.attitude == "said" and not _is_credit(draft)}
    order = sorted(telling)
    usable = [name for name in named if not _in_dateline(text, name)]
    found: dict[int, str | None] = {}
    last: str | None = None
    voices = Voices(text, usable, drafts)
    quoted = sorted(part for draft in drafts if draft.kind == "direct" for part in draft.parts)
    for _, group in groupby(sorted(drafts, key=lambda draft: draft.scene.index), key=lambda draft: draft.scene.index):
        here = list(group)
        for draft in here:
            beside = [other for other in here if other is draft or other.attitude == "said"]
            objects = {other.parts[0][0] for other in here if other is not draft and other.attitude == "judged"}
            ours = None if _in_quotation(draft, quoted) else publisher
            voice = voices.of(draft)
            within = named_for(draft, text, usable, ours) or _in_sentence(draft, beside, usable, objects) or articled(draft)
            within = within or _same_again(draft, last) or _added(draft, beside, found) or voice
            within = within or asked_by(draft, text, usable, telling, ours) or _retold(draft, beside, voices)
            within = within or told_after(draft, text, usable, telling)
            credited = within or (_closing(draft, text, usable, order) if draft.attitude == "said" else None)
            full = in_full(_bare(credited), _before(usable, draft.scene.end)) if credited else None
            found[id(draft)] = last = called(f" the {full}", 0, ours) or full if full else None
            _name(usable, credited, draft)
    return [found[id(draft)] for draft in drafts]


def _name(named: list[OutletName], name: str | None, draft: Draft) -> None:
    """Take an outlet that only its place told as named in a draft's sentence, so that "the newspaper" may be it later; in place."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", draft.scene.text) if name else None
    if name and found and not _between(named, draft.scene.start + found.start(), draft.scene.start + found.end()):
        insort(named, OutletName(draft.scene.start + found.start(), draft.scene.start + found.end(), name, None), key=_start)


def _in_quotation(draft: Draft, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody else's words hold a draft's cue: "he told me" is then told to who speaks, not to the publisher."""
    at = bisect_right(quoted, draft.cue[0], key=itemgetter(0)) - 1 if draft.cue else -1
    return draft.cue is not None and at >= 0 and draft.cue[1] <= quoted[at][1] and quoted[at] not in draft.parts


def name_sources(drafts: Sequence[Draft], named: Sequence[OutletName], publisher: str | None = None) -> None:
    """Let whom an outlet quotes speak instead of it, in place: "..., Reuters reported, citing two officials".

    What an outlet "has learned" or "understands" it says.
    """
    for draft in drafts:
        speaker, scene = draft.speaker, draft.scene
        cue = draft.cue and scene.text[draft.cue[0] - scene.start : draft.cue[1] - scene.start]
        if draft.attitude == "thought" and speaker and cue and _LEARNED.search(cue):
            own = called(f" {speaker.text}", 0, publisher) or any(
                0 <= speaker.end - name.end <= len(")") for name in _between(named, speaker.start, speaker.end)
            )
            draft.attitude = "said" if own else "thought"
        if found := quoter(draft):
            draft.speaker = max((m for m in scene.mentions if m.start == found[1]), key=lambda m: m.end, default=speaker)
            continue
        if speaker is None or draft.cue is None or not any(speaker.start < o.end for o in _between(named, scene.start, speaker.end)):
            continue
        quoting = _QUOTING.match(scene.text, max(draft.cue[1], speaker.end if _is_credit(draft) else 0) - scene.start)
        source = next((m for m in scene.mentions if quoting and m.start == scene.start + quoting.end()), None)
        draft.speaker = source or speaker


def _in_dateline(text: str, name: OutletName) -> bool:
    """ "OSLO, May 5 (Agency) -" tells who published, not who is quoted."""
    line = text.rfind("\n", 0, name.start) + 1
    return bool(_DATELINE.fullmatch(text, line, name.start) and _DASH.match(text, name.end)) and text[line : line + 3].isupper()


def _in_sentence(draft: Draft, beside: Sequence[Draft], named: Sequence[OutletName], objects: Set[int]) -> str | None:
    """The outlet named in the cue's sentence outside what is said, nearest to the cue, that no other statement there has.

    Nor does one tell anything that is judged there itself ("accused Radio Alba of lying and said ..."); `objects`: where what is judged begins.
    """
    scene, anchor = draft.scene, _anchor(draft)
    here = _between(named, scene.start, scene.end)
    outside = (name for name in here if not (_surname(draft, name) or _inside(draft, name) or _labels(draft, name)))
    free = [name for name in outside if _belongs(draft, beside, name) and not objects & {name.start, name.start - len("the ")}]
    if not free:
        return None
    nearest = min(free, key=lambda name: abs(name.start - anchor))
    at, shift = bisect_left(named, nearest.start, key=_start), scene.start
    while at and nearest.start < anchor and named[at - 1] in free and _AND.fullmatch(scene.text, named[at - 1].end - shift, named[at].start - shift):
        at -= 1  # of several that report it the first
    return station_of(scene.text, named, at, scene.start)


def _surname(draft: Draft, name: OutletName) -> bool:
    """Whether an outlet that only its form tells is part of somebody's name: "Abdul Matin Lindt"."""
    text, shift = draft.scene.text, draft.scene.start
    if name.country is not None or not _NAME_ENDS.match(text, name.end - shift):
        return False
    people = (m for m in draft.scene.mentions if m.type == "PER" and m.start <= name.start and name.end <= m.end)
    return any(m.end > name.end or not _NO_NAME.search(text[m.start - shift : name.start - shift]) for m in people)


def _labels(draft: Draft, name: OutletName) -> bool:
    """Whether an outlet is the label of a transcript's turn, which asks and passes nothing on: "Q (Tarn Gazette): …"."""
    first, shift = draft.parts[0][0], draft.scene.start
    return draft.cue is None and name.end <= first and bool(_LABEL_ENDS.fullmatch(draft.scene.text, name.end - shift, first - shift))


def _between(named: Sequence[OutletName], start: int, end: int) -> Sequence[OutletName]:
    """The outlets named in a stretch of the text."""
    return named[bisect_left(named, start, key=_start) : bisect_left(named, end, key=_start)]


def _before(named: Sequence[OutletName], end: int) -> Sequence[OutletName]:
    """The last outlets named before an offset, so many as are asked for a full name."""
    last = bisect_left(named, end, key=_start)
    return named[max(last - MOST_BACK, 0) : last]


def _start(name: OutletName) -> int:
    return name.start


def _inside(draft: Draft, name: OutletName) -> bool:
    """Whether an outlet is part of what is said, rather than whom it was told."""
    told = _led_by(_JUST_TOLD, draft.scene.text, name.start - draft.scene.start)
    return not told and any(s <= name.start and name.end <= e for s, e in draft.parts)


def _belongs(draft: Draft, beside: Sequence[Draft], name: OutletName) -> bool:
    scene, anchor = draft.scene, _anchor(draft)
    low, high = sorted((anchor, name.start))
    between = scene.text[low - scene.start : high - scene.start]
    if about_itself(scene.text, name.start - scene.start, name.end - scene.start) or _denied(draft, name):
        return False
    clause = name.start > anchor and _SPEAKS.match(scene.text, name.end - scene.start) and _CLAUSE.search(between, max(between.rfind(","), 0))
    if clause or ";" in between:
        return False
    nearest = min(beside, key=lambda other: (abs(name.start - _anchor(other)), other is not draft))
    if nearest is draft:
        return True
    speaks = nearest.speaker is not None and nearest.speaker.start <= name.start < nearest.speaker.end and nearest.parts[0][0] > name.end
    return not speaks and not _led_by(_TO, scene.text, name.start - scene.start)


def _led_by(pattern: re.Pattern[str], text: str, at: int) -> bool:
    """Whether the words that end at an offset match; a sentence of many outlets would take long if each looked at all of it."""
    return pattern.search(text, max(at - _BACK, 0), at) is not None


def _denied(draft: Draft, name: OutletName) -> bool:
    """Whether an outlet has what is denied: "denied that a villager was hurt, as alleged in the Tarn Mail"."""
    cue, text, shift = draft.cue, draft.scene.text, draft.scene.start
    return cue is not None and _DENIES.match(text, cue[0] - shift) is not None and _led_by(_AS_ALLEGED, text, name.start - shift)


def _anchor(draft: Draft) -> int:
    return draft.cue[0] if draft.cue else draft.parts[0][0]


def _same_again(draft: Draft, last: str | None) -> str | None:
    """ "He was quoted as saying", "on the same programme" go on with the outlet of the statement just before."""
    scene = draft.scene
    if draft.cue is None:
        return None
    same = (found for found in _SAME.finditer(scene.text) if not inside(draft, scene.start + found.start()))
    quoted = _QUOTED_AGAIN.search(scene.text, 0, draft.cue[1] - scene.start + len(" as"))
    return last if quoted or any(same) else None


def _added(draft: Draft, beside: Sequence[Draft], found: Mapping[int, str | None]) -> str | None:
    """ "Obura told Reuters that ..., adding that ...", "... and said that ...": what is added is told to the same."""
    scene, cue = draft.scene, draft.cue
    if cue is None:
        return None
    before = [other for other in beside if other.cue and other.cue[1] <= cue[0] and id(other) in found]
    last = max(before, key=_anchor, default=None)
    adding = scene.text.startswith("adding", cue[0] - scene.start)
    same = last and last.speaker and draft.speaker and last.speaker.start == draft.speaker.start
    joined = same and _JOINED.search(scene.text, 0, cue[1] - scene.start)
    return found[id(last)] if last and (adding or joined) else None


def _retold(draft: Draft, beside: Sequence[Draft], voices: Voices) -> str | None:
    """ "The Tarn Times reported that Obura had said ...": who passes on what she said."""
    around = (other for other in beside if other is not draft and draft.cue and any(s <= draft.cue[0] < e for s, e in other.parts))
    return next((outlet for other in around if other.kind != "direct" and (outlet := voices.of(other))), None)


def _bare(name: str) -> str:
    """A station's name without its programme ("LXT's Early Hours") and its medium ("Imedi television").

    A country's or a kind's name is no station's.
    """
    house, _, programme = re.sub("’s ", "'s ", name).partition("'s ")
    if programme and (table.canonical(house) or table.looks_like_one(house)):
        return name_of(house)
    bare = _MEDIUM.sub("", name)
    if bare == name or table.canonical(name) or press.is_description(name) or not bare[:1].isupper():
        return name
    if name.endswith("TV") and not table.canonical(bare):
        return name  # which may be part of the name
    return name if is_country(bare) else name_of(bare)


def _is_credit(draft: Draft) -> bool:
    return draft.cue is not None and _CREDITS.match(draft.scene.text, draft.cue[0] - draft.scene.start) is not None


def _closing(draft: Draft, text: str, named: Sequence[OutletName], telling: Sequence[int]) -> str | None:
    """The outlet that a later sentence of the same paragraph credits: "..., according to a TASS report".

    Not where a sentence from there on tells a statement of its own; `telling` are the beginnings of those that do, in order.
    """
    end = text.find("\n", draft.scene.end)
    following = bisect_left(telling, draft.scene.end)
    until = min(end if end >= 0 else len(text), telling[following] if following < len(telling) else len(text))
    later = _between(named, draft.scene.end, until)
    return next((name.name for name in later if _led_by(_CREDIT, text, name.start)), None)

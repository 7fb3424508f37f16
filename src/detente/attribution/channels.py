"""Words that name the outlet of one statement by its place in the sentence: "told X", "X quoted him as saying", "in an interview with X"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from detente.actor import Resolver
from detente.actor import outlets as table
from detente.actor.lexicon import lookup
from detente.actor.outlets import OutletName
from detente.actor.press import ADJECTIVE, CAPITAL, JOINED, KIND, KIND_ENDS, MIXED, NUMBER, RUN
from detente.attribution.draft import Draft
from detente.attribution.publisher import called
from detente.mention.gender import given

_KIND = rf"(?:{KIND}|newspapers|TV|service)"
_SAYING = r"as (?:saying|telling|writing|calling|stating|warning|describing|claiming)"
_QUOTE = r"(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing))"
# "Reuters quoted Obura as saying", "Obura was quoted by Reuters as saying", up to the cue.
_QUOTER = re.compile(rf"\b((?:The )?{JOINED})(?: (?:has|had|have|also|later|earlier))* {_QUOTE} (?=[^.;:“”\"]{{1,120}} (?:as )?$)")
_QUOTED_BY = re.compile(rf"\b{_QUOTE} (?:by|in|on) (?:the )?(?:[a-z-]+ ){{0,3}}({JOINED})(?: (?:news )?{_KIND})? (?:as )?$")
_BEFORE = re.compile(rf"\b((?:The )?{JOINED})(?: (?:has|had|have|also|later|earlier))* $")
QUOTED_AS = re.compile(rf" [^.;:“”\"]{{1,120}}? {_SAYING}\b")
_QUOTES = re.compile(rf"\b{_QUOTE}\b")
_AS_SAYING = re.compile(rf"(?:as )?{_SAYING.removeprefix('as ')}\b")
# A name that begins so is a paper's rather than a person's: "Le Courrier".
_ARTICLE = re.compile(r"(?:Le|La|Les|L['’]|El|Los|Il|Lo|O|A|Al|Der|Die|Das|De|The)[ -]?[A-Z]")
_TELLING = re.compile(
    r"\b(?:tell|tells|told|telling|texted|messaged|e-?mailed|admitted to|claimed to"
    r"|confided to|assur(?:ed|es)|confid(?:ed|es) in|confirmed to|informed)\b"
)
# How one word that is all of an outlet's name ends.
_WORD_ENDS = r"(?:news|press|presse|wire|radio|media|pravda|inform|post|blatt|zeitung|kurier)"
# Whom somebody told it, known or not: "told the paper Alba", "told the Alba agency", "told state television".
_HEARD = re.compile(
    rf"\s+(?:the |its )?(?:(?:[\w-]+ ){{0,3}}{_KIND} (?P<behind>{JOINED}{NUMBER})"
    rf"|(?:(?!an?\b)[a-z]+(?:-[a-z]+)* ){{0,3}}(?!{ADJECTIVE})(?P<before>{JOINED})(?: (?!{RUN}\b)[a-z]+)?(?: news)? {_KIND}\b"
    rf"|(?P<word>[A-Z]\w*{_WORD_ENDS}\b|{MIXED}\b)"
    r"|(?P<common>(?:state|public|local|national|breakfast) (?:radio|television|TV|media)))"
)
# A name goes on, or stands behind what it is: "state radio LXT".
_MORE = re.compile(r" (?:(?:de|del|della|di|da|do|du|der|des|of|van|von) )?(?!\w+day\b)[A-Z]")
_THE = re.compile(r"\s+(?:the )?", re.IGNORECASE)
_THE_KIND = re.compile(rf"\s+(?:the |its |an? )?(?:[\w-]+ ){{0,3}}{_KIND} ")
# An outlet of the tables, whoever else has its name: "told Rustavi 2".
_KNOWN = re.compile(rf"\s+(?:the )?({JOINED}(?: \d+)?)")
# Who is told, and not who is said to be somebody: "told Anna Lindt, the mayor", "told Anna Lindt of the union", "told Anna Lindt's office".
_STRANGER = re.compile(
    rf" ({JOINED})(?=[.;:”\"]|, (?:adding|saying|and|but|which)\b"
    rf"| (?:that|on|in|by|at|from|he|she|it|they|the|late|last|this|his|her|its)\b)"
)
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|King|Queen|Prince|Princess|Pope|President|Prime|Vice|Deputy|Chancellor|Minister|Secretary|Governor|Mayor|Senator|Congress\w+"
    r"|Representative|Ambassador|Commissioner|General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral|Commander|Chief|Inspector|Judge|Justice|Professor"
    r"|Bishop|Archbishop|Cardinal|Father|Sister|Brother|Pastor|Rabbi|Imam|Ayatollah|Sheikh|Emir|Sultan|Chairman|Director|Speaker)\b"
)
_CAPITALS = re.compile(rf"(?<![\w’'-]){CAPITAL}")
# Between a description and the name it leads to; between a programme and its station.
_NAMELY = re.compile(r"(?:,| calling itself| called| named) (?:the )?")
_ON = re.compile(r"(?: (?:programme|program|show|podcast))? (?:on|of) (?:the )?")
# A state's, by name: "told Mexico's Marea Alta".
_STATE_S = re.compile(rf"\s+(?P<state>(?:the )?{JOINED})['’]s (?P<name>{JOINED})")
_PAPER_WORD = re.compile(rf"[A-Z]\w*{_WORD_ENDS}")
# A name with an article of another language or one with a capital, which a paper has rather than a body: "told El Faro", "in The Tide".
_TITLE = rf"(?:(?:(?:Le|La|Les|El|Los|Las|Il|Lo|Der|Die|Das|De|O|Al) |L['’]){JOINED}|The {CAPITAL}(?: (?:of )?{CAPITAL}){{0,3}})"
_ABROAD = re.compile(r"(?:(?!The )[A-Z]\w{0,2} |L['’])\w+")  # "L'Union" is no union's
_ARTICLED = re.compile(
    r"\b(?:t(?:old|ells?|elling)|interview (?:with|in)|(?:report|article) (?:in|by)|[Aa]ccording to|(?:wrote|writing|writes) in"
    r"|(?:quoted|cited|published|carried)(?: (?:on )?\w+day)? (?:by|in))"
    rf" ({_TITLE})"
)
_AGAIN = re.compile(rf"\s+the (?P<whose>(?:(?:news|state|official|national) )*){_KIND}\b(?! [A-Z]| [a-z]+\d)")
_OURSELVES = re.compile(
    rf"\b(?:told|tells?|on|to|with|(?:[Aa]sked|[Ii]nterviewed|[Rr]eached|[Cc]ontacted|[Qq]uoted) by) (?:this|our|your)"
    rf" (?:{_KIND}|bulletin|gazette|(?:correspondent|reporter|stringer|producer|editor)s?|newsroom|team)\b"
    r"|\b(?:[Aa]sked|[Ii]nterviewed|[Rr]eached|[Cc]ontacted) by us\b"
)
_BY_OURS = re.compile(
    r"\b(?:(?:asked|interviewed|reached|contacted|approached|questioned) by|(?:speaking|spoke|talking|talked)(?: \w+ly)? (?:to|with)"
    r"|(?:statement|remarks|comments|message|e-?mail|letter) to|interview with)(?= )",
    re.IGNORECASE,
)
_CREDITS = re.compile(r"\baccording to\b")
# Somebody else tells it from here on.
_OTHERS = re.compile(r"\b(?:who|which)\b|;")
_TOLD_US = re.compile(r"\s+(?:us|me)\b")
# Who publishes what somebody said: "in an interview with X", "published by X", "wrote in X".
_REACH = 120  # code points between what publishes and the outlet
_PUBLISHED = re.compile(
    r"\b(?:interview(?:ed)? (?:with|by|in|on)|(?:published|printed|carried|aired|broadcast|quoted|cited)(?: (?:on )?\w+day)? (?:by|in|on)"
    r"|(?:seen|obtained|reviewed|viewed) by|(?:op-ed|essay|column|article) for"
    r"|(?:wrote|writes|writing|article|column|essay) in"
    r"|(?:report|dispatch) (?:by|in|from|of)|confided to|(?:said|says|speaking|spoke|appear(?:ed|ing)|declared) on) (?:the )?(?:[a-z-]+ ){0,2}$"
)

# Where somebody spoke: right after the cue, by a name in capitals, and no topic ("warned on NATO enlargement").
_AIR = re.compile(r"(?: \w+ly| again| also)? (?:on|through|via) ([A-Z]{2,}\d*)(?:,| (?:that|last|late|early|yesterday|on|\w+day)\b)")

_BASED = re.compile(rf"{ADJECTIVE} (?=[A-Z])")

_REPORTED = re.compile(r"report(?:s|ed)\b")
# Organisations that no outlet is.
_BODY = re.compile(
    r"\b(?:Bank|Office|Ministry|Department|Court|Council|Committee|Commission|Party|Union|Association|Federation|Fund|University|College|School|Institute"
    r"|Company|Corp|Inc|Ltd|Parliament|Assembly|Senate|House|Congress|Church|Club|Cross|Crescent|Hospital|Board|Authority|Army|Police"
    r"|Cent(?:er|re)|Alliance|League|Coalition|Command|Foundation|Chamber|Group"
    r"|Front|Movement|Society|Mass|Hotel|Conference|Summit|Forum|Congregation|Agency for)s?\b"
)


def named_for(draft: Draft, text: str, named: Sequence[OutletName], publisher: str | None) -> str | None:
    """The outlet that the words beside a draft's cue name, whether or not a table or a form of its name makes it one.

    Args:
        named: the outlets named in the text, in order; "the agency" is the last one before.
        publisher: whose article it is, for what somebody "told this newspaper".
    """
    if draft.cue is None:
        return None
    told = _quoter(draft) or _ours(draft, publisher) or _hearer(draft, named) or _again(draft, named, publisher)
    return told or _organisation(draft, named) or _of_state(draft) or _on_air(draft) or _stranger(draft, text)


def quoter(draft: Draft) -> tuple[str, int] | None:
    """Who quotes, and where in the article whom it quotes begins: "Reuters quoted Obura as saying"."""
    scene, cue = draft.scene, draft.cue
    if cue is None:
        return None
    first = cue[0] - scene.start
    verb = _QUOTES.match(scene.text, first)
    if verb is None:
        found = _QUOTER.search(scene.text, 0, first) if _AS_SAYING.match(scene.text, first) else None
        after = found.end() if found else 0
    else:
        quotes = (draft.speaker and draft.speaker.start >= cue[1]) or QUOTED_AS.match(scene.text, verb.end())
        found = _BEFORE.search(scene.text, 0, first) if quotes else None
        after = verb.end() + 1
    if found is None or _is_person(draft, scene.start + found.start(1), scene.start + found.end(1)) or is_country(found[1]):
        return None
    return found[1], scene.start + after


def _quoter(draft: Draft) -> str | None:
    if found := quoter(draft):
        return name_of(found[0])
    by = _QUOTED_BY.search(draft.scene.text, 0, draft.cue[0] - draft.scene.start) if draft.cue else None
    if by is None or (_is_person(draft, *(draft.scene.start + at for at in by.span(1))) and (" " in by[1] or _somebody(by[1]))):
        return None  # a name of one word that nobody has is rather an outlet's
    return name_of(by[1])


def _is_person(draft: Draft, start: int, end: int) -> bool:
    """Whether the text model takes a name for a person's, and the name does not look like a paper's."""
    paper = _ARTICLE.match(draft.scene.text, start - draft.scene.start)
    return not paper and any(m.type == "PER" and m.start < end and start < m.end for m in draft.scene.mentions)


def _ours(draft: Draft, publisher: str | None) -> str | None:
    """The publisher, where somebody told "this newspaper", "our reporter", "us" or "me" something."""
    scene, cue = draft.scene, draft.cue or (0, 0)
    outside = (found for found in _OURSELVES.finditer(scene.text) if not inside(draft, scene.start + found.start()))
    outside = (found for found in outside if not _OTHERS.search(scene.text, cue[1] - scene.start, found.start()))
    told = _told(draft)
    asked = (found for found in _BY_OURS.finditer(scene.text) if not inside(draft, scene.start + found.start()))
    named = (called(scene.text, verb.end(), publisher) for verb in (*([told] if told else []), *asked))
    if name := next(filter(None, named), None):
        return name
    return publisher if any(outside) or (told and _TOLD_US.match(scene.text, told.end())) else None


def inside(draft: Draft, at: int) -> bool:
    """Whether an offset of the article lies in what is said."""
    return any(start <= at < end for start, end in draft.parts)


def _hearer(draft: Draft, named: Sequence[OutletName]) -> str | None:
    """Whom somebody "told" it, where its kind or a table makes it an outlet."""
    verb = _told(draft)
    if verb is None:
        return None
    if name := _named_at(draft, verb.end(), named):
        return name
    if (found := _HEARD.match(draft.scene.text, verb.end())) and not is_country(words := next(filter(None, found.groups()))):
        whole = found.group().strip().removeprefix("the ")
        return _canonical(words) or (whole if whole == f"{words} TV" else name_of(words))
    if (known := _KNOWN.match(draft.scene.text, verb.end())) and (name := _canonical(known[1])):
        return name
    states = _STATE_S.match(draft.scene.text, verb.end())
    if states is None or not is_country(states["state"]):
        return None
    return states["name"] if _PAPER_WORD.fullmatch(states["name"]) or _nobody(draft, states.span("name")) else None


def _stranger(draft: Draft, text: str) -> str | None:
    """Whom somebody "told" it by a name of several words that stands nowhere else and that nobody introduces, as readers know papers."""
    verb = _told(draft)
    found = _STRANGER.match(draft.scene.text, verb.end()) if verb else None
    name = found[1] if found else ""
    if found is None or " " not in name or _TITLED.match(name) or given(name.split()[0]) or _BODY.search(name) or _somebody(name):
        return None
    start, end = (draft.scene.start + at for at in found.span(1))
    known = [(m.start, m.end) for m in draft.scene.mentions if m.type == "GPE"] + [(place.start, place.end) for place in draft.scene.places]
    words = _capitals(text)  # an initial or a particle is none of them: "Dennek van Sevra" is a person rather than a paper
    unknown = all(words[word] == name.split().count(word) for word in name.split())
    return name if unknown and not any(s < end and start < e for s, e in known) else None


@lru_cache(maxsize=1)
def _capitals(text: str) -> Counter[str]:
    """How often each word that begins with a capital stands in a text."""
    return Counter(_CAPITALS.findall(text))


def _named_at(draft: Draft, at: int, named: Sequence[OutletName]) -> str | None:
    """The outlet whose whole name stands at an offset of the sentence, behind its article and its kind."""
    text, shift = draft.scene.text, draft.scene.start
    ends = (led.end() for led in (_THE.match(text, at), _THE_KIND.match(text, at)) if led)
    for start in (at + 1, *ends):  # an article may belong to the name
        first = bisect_left(named, shift + start, key=lambda name: name.start)
        if first < len(named) and named[first].start == shift + start and not _MORE.match(text, named[first].end - shift):
            return station_of(text, named, first, shift)
    return None


def station_of(text: str, named: Sequence[OutletName], at: int, shift: int) -> str:
    """The name of an outlet, of the station that it is a programme of ("told the Early Wire on Radio Alba"), or that a description leads to."""
    here, after = named[at], named[at + 1] if at + 1 < len(named) else None
    if after is None:
        return here.name
    described = KIND_ENDS.search(f"{here.name} ") and _NAMELY.fullmatch(text, here.end - shift, after.start - shift)
    return after.name if described or _ON.fullmatch(text, here.end - shift, after.start - shift) else here.name


def _on_air(draft: Draft) -> str | None:
    """Where somebody spoke, by a name in capitals that nobody known has: "said on LXT that"."""
    scene, cue = draft.scene, draft.cue or (0, 0)
    found = _AIR.match(scene.text, cue[1] - scene.start)
    return found[1] if found and not _somebody(found[1]) else None


def articled(draft: Draft) -> str | None:
    """A name with the article of a title outside what is said, which somebody told, wrote in or cites."""
    scene = draft.scene
    at = (draft.cue or draft.parts[0])[0] - scene.start
    names = (found for found in _ARTICLED.finditer(scene.text) if not inside(draft, scene.start + found.start(1)))
    names = (found for found in names if ";" not in scene.text[min(at, found.start(1)) : max(at, found.start(1))])
    return next((name_of(found[1]) for found in names if _canonical(found[1]) or _nobody(draft, found.span(1))), None)


def _nobody(draft: Draft, span: tuple[int, int]) -> bool:
    """Whether a name in a draft's sentence is no person's, no place's, no body's and nobody's that is known."""
    scene, name = draft.scene, draft.scene.text[slice(*span)]
    # A title with its article is no state that nobody knows: "told The Nation"
    kinds = ("PER",) if name.startswith("The ") else ("PER", "GPE")
    known = [(m.start, m.end) for m in scene.mentions if m.type in kinds] + [(place.start, place.end) for place in scene.places]
    if any(start < scene.start + span[1] and scene.start + span[0] < end for start, end in known):
        return False
    return not ((_BODY.search(name) and not _ABROAD.fullmatch(name)) or _somebody(name))


def _told(draft: Draft) -> re.Match[str] | None:
    scene, cue = draft.scene, draft.cue or (0, 0)
    return _TELLING.search(scene.text, cue[0] - scene.start, cue[1] - scene.start)


def _again(draft: Draft, named: Sequence[OutletName], publisher: str | None) -> str | None:
    """ "Told the agency", "according to the state agency": the outlet named last before.

    Else the publisher, unless it is a state's, and without one what it is called there, if that is more than its kind.
    """
    scene, cue = draft.scene, draft.cue or (0, 0)
    last = bisect_left(named, cue[0], key=lambda name: name.start) - 1
    told = (one and _AGAIN.match(scene.text, one.end()) for one in (_told(draft), _CREDITS.search(scene.text, cue[0] - scene.start)))
    again = next(filter(None, told), None)
    if again is None:
        return None
    own = None if re.search("state|official|national", again["whose"]) else publisher  # a state's agency is not whoever publishes
    return named[last].name if last >= 0 else own or (again.group().strip().removeprefix("the ") if again["whose"] else None)


def _organisation(draft: Draft, named: Sequence[OutletName]) -> str | None:
    """An organisation of a name that is nobody known, which somebody "told" something, which "reported" it itself, or which published it.

    Not who reports it by words that hold an outlet's name, which is found by that ("Arland's marea.cd website").
    """
    scene, cue = draft.scene, draft.cue or (0, 0)
    verb = scene.text[cue[0] - scene.start : cue[1] - scene.start].split()[0].casefold()
    for mention in scene.mentions:
        if mention.type != "ORG" or inside(draft, mention.start):
            continue
        own = draft.speaker is not None and mention.start == draft.speaker.start
        if own and any(mention.start < name.start < mention.end for name in _names_from(named, mention.start)):
            continue
        at = mention.start - scene.start
        between = scene.text[cue[1] - scene.start : at] if mention.start >= cue[1] else None
        heard = verb in ("told", "tells") and not own and between is not None and between.strip() in ("", "the")
        published = not own and _PUBLISHED.search(scene.text, max(at - _REACH, 0), at)
        if heard or published or (own and verb in ("reported", "reports")):
            name = _whole_name(scene.text, mention.start - scene.start, mention.end - scene.start)
            known = _canonical(name)
            if (known and (" " in name or not name.islower())) or (name[:1].isupper() and not _BODY.search(name) and not _somebody(name)):
                return known or name
    return None


def _of_state(draft: Draft) -> str | None:
    """Who reported something, by whose state it is: "Arland's Marea Alta reported that"."""
    scene, speaker, cue = draft.scene, draft.speaker, draft.cue or (0, 0)
    if speaker is None or not _REPORTED.match(scene.text, cue[0] - scene.start):
        return None
    states = _STATE_S.match(f" {speaker.text}")
    if states is None or not is_country(states["state"]) or _TITLED.match(states["name"]) or _BODY.search(states["name"]):
        return None
    person = speaker.type == "PER" and given(states["name"].split()[0])
    return None if person or _somebody(states["name"]) else states["name"]


def _names_from(named: Sequence[OutletName], start: int) -> Sequence[OutletName]:
    """The next outlets named from an offset on, more than a mention has."""
    first = bisect_left(named, start, key=lambda name: name.start)
    return named[first : first + 3]


def _whole_name(text: str, start: int, end: int) -> str:
    """A name without its article and what makes it an owner, and with what goes on with it behind the mention ("Vesti-24")."""
    start += len(text[start:end]) - len(text[start:end].removeprefix("the ").removeprefix("The "))
    start += len(based.group()) if (based := _BASED.match(text, start)) else 0
    full = re.compile(rf"{JOINED}{NUMBER}").match(text, start)
    return re.sub(r"['’]s$", "", text[start : max(end, full.end() if full else end)])


def _canonical(words: str) -> str | None:
    """The canonical name of an outlet that the tables know, also by its name without what it is."""
    known = table.credited(words)
    return known.name if known else None


def name_of(words: str) -> str:
    """The canonical name of an outlet, or its words without what makes it an owner."""
    bare = re.sub(r"['’]s$", "", words)
    return _canonical(bare) or bare


def is_country(words: str) -> bool:
    """Whether words name a state ("Norwegian radio", "Lima"), which is no outlet."""
    return any(who.id is not None and who.id.startswith("state:") for who in Resolver().resolve(words)) or _of_a_state(words)


def _somebody(words: str) -> bool:
    """Whether words name an actor, or a state as an adjective does, and so no outlet that nobody knows."""
    return bool(Resolver().resolve(words)) or _of_a_state(words)


def _of_a_state(words: str) -> bool:
    return any(entry.kind == "state" for entry in lookup(words))

"""Cues: the words that tell that somebody says something, and who stands beside each as its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.attribution.draft import Draft, Extent
from detente.attribution.subjects import ADVERB, led_from, mention_before
from detente.event.naming import VERBS
from detente.event.scene import Scene
from detente.records import Mention

SAYING = r"as (?:saying|telling|writing|warning|stating|claiming)"
# When, where and to whom, between a verb and "that": "denied in a statement to Reuters that ...".
ADJUNCT = (
    r"(?:\s+(?:(?:on\s+)?\w+day|on\s+[A-Z][^,;:“”\"]{1,40}?|in\s+(?:an?|his|her|their|its)\s+(?:[\w-]+\s+){0,2}(?:statement|interview|speech|letter|post|message|article|op-ed|column|essay"
    r"|report|e-?mail|video|address|note)(?:\s+(?:to|with|for|in|on|by|from|published|broadcast|carried|aired)\s+[^,;:“”\"]{1,60}?)?))?"
)
SPEAKER = 0.3
_OBJECTS = frozenset({"him", "them", "me", "us"})
# These begin what is said where they stand right after a verb: "Lima, which owns the port, said it would close".
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
SAID = re.compile(r"\b(?:said|says?|told|added)\b")
# "All told, ten died", "rules against, say, shelling", "the United States", "against alleged rebels", "a group called the Guild" tell nothing.
_NO_SPEECH = re.compile(
    r"\b[Aa]ll told\b|, say,|\bUnited States\b"
    r"|\b(?:the|an?|of|against|for|with|by|from|in|on|at|two|three|four|several|his|her|their|its|other)\salleged\b"
    r"|\b(?:group|organi[sz]ation|party|movement|network|man|woman|town|village|city|place|program(?:me)?|website|site|company|firm|unit|operation)"
    r"\scalled\b(?!\s[“\"])"
)
_ACCORDING = re.compile(r"\baccording to\b|\bas (?:(?:first|earlier) )?reported (?:by|in)\b", re.IGNORECASE)
_PER = re.compile(r"(?<=, )per (?=(?:the )?[A-Z])|^Per (?=the [A-Z])")
# Who is quoted stands behind the verb; of the passive, "as saying" is the cue.
_QUOTES = re.compile(rf"\b(?<!was )(?<!were )(?:quot|cit)(?:ed|es)(?=(?: [^.,;:“”\"]{{1,100}})? {SAYING}\b)")
_QUOTED = re.compile(rf"(?:(?<=\bwas )|(?<=\bwere ))(?:quoted|cited) (?:by|in|on) [^.,;:“”\"]{{1,60}} {SAYING}\b")
# With a quotation right after them, these say or show its words.
_BEFORE_QUOTE = re.compile(
    r"\b(?:say(?:s|ing)?|adding|read(?:s|ing)?|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|cr(?:y|ies|ied|ying)|interject(?:s|ed|ing)?|respond(?:s|ed|ing)?"
    r"|repl(?:y|ies|ied|ying)|wr(?:ite|ites|ote|iting)|tweet(?:s|ed|ing)?|ask(?:s|ed|ing)?|answer(?:s|ed|ing)?|continu(?:e|es|ed|ing)|exclaim(?:s|ed|ing)?|joke[ds]?|quip(?:s|ped)?"
    r"|declar(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|explain(?:s|ed|ing)?|recall(?:s|ed|ing)?|argu(?:e|es|ed|ing)|post(?:s|ed|ing)?|boo(?:s|ed|ing)?)"
    r"(?=[,:]?\s(?:\w+\s){0,2}?(?:[“\"]|''))"
)
# With "that" after them, these have content beyond doubt.
_SAID_THAT = re.compile(
    r"\b(?:said|says?|added|warn(?:ed|s)?|den(?:y|ied|ies)|insist(?:ed|s)?|claim(?:ed|s)?|argue[ds]?|maintain(?:ed|s)?|announce[ds]?"
    r"|confirm(?:ed|s)?|state[ds]|allege[ds]?|complain(?:ed|s)?|predict(?:ed|s)?|declare[ds]?|note[ds]|stress(?:ed|es)?|recall(?:ed|s)?"
    r"|acknowledge[ds]?|conclude[ds]?|wrote|writes|let slip|concede[ds]?|admit(?:s|ted)|reveal(?:s|ed)|explain(?:s|ed)"
    r"|reiterate[ds]?|reaffirm(?:s|ed))"
    rf"(?={ADJUNCT}\s+that\b)|\bdemand(?:ed|s)?(?=\s+that\b)"
    # By letter and wire (Levin 1993, 37.4), idioms, and whom it is promised.
    r"|\b(?:cabled|e-?mailed|faxed|messaged|phoned|posted|radioed|signall?ed|telegraphed|telephoned|telexed|texted|tweeted|wired"
    r"|hinted|let it be known|(?:sent|sends) word|(?:fired|hit|shot|snapped|wrote) back|(?:serve[sd]|gave|gives) notice|(?:has|had) it)"
    r"(?=(?:\s+(?:from|through|to)\s[^,;:“”\"]{1,40})?\s+that\b)"
    r"|\b(?:assure[sd]?|promise[sd]?|remind(?:ed|s)|inform(?:ed|s)|advise[sd]|caution(?:ed|s)|warn(?:ed|s))(?=\s+(?:him|her|them|us|me|it)\s+that\b)"
)
# The end of a quotation that a reporting clause follows, and a verb that may be its.
_TELLS_OF_IT = re.compile(r"[,!?…][”\"’]\s+")
ENDS_QUOTED = re.compile(r"[!?…][”\"’'] $")
_APPOSED = re.compile(r", [^,;:.“”\"]{1,60}, ")
_VERB = re.compile(r"(?!(?:is|was|has|does|his|its|as|this|us)\b)([a-z]{2,}(?:ed|s|oke|ote|aid|old|ew|ang))(?:\s+|(?=[.,]))")
# A verb and a colon before a quotation: "He demurred: “Not yet.”".
_COLON = re.compile(r"(?<![\w-])[a-z]{2,}(?:(?:ed|s|ote|oke|aid)(?=:\s+(?:[“\"]|''))|(?:ed|ote)(?=,\s+(?:[“\"]|'')))")
# With a name after them, these tell it somebody: "the port is shut, Obura assured Reuters".
_TOLD_WHOM = re.compile(
    r"\b(?:assured|informed)(?=\s+(?:the\s+)?[A-Z])|\b(?:confided|confirmed|denied"
    r"|revealed|acknowledged|explained|declared|admitted|complained|insisted|let slip)(?=\s+to\s+(?:the\s+)?[A-Z])"
)
# With a quotation right after "of", these say it.
_SAID_OF = re.compile(r"\b(?:warned|accused|spoke|complained|boasted)(?=\s+of\s+[“\"])")
_CITING = re.compile(r"(?:quoting|citing)\b")
_REPORTED = re.compile(r"\b(reported|reports|said|says|wrote|writes|announced)(?: (?:(?:on )?\w+day|(?:on|in|via) (?:its|an?) [\w ]{2,30}))?, $")
# With a quotation later in their clause, these say what somebody or something is; a name ("a group called “X”") is no statement.
_NAMED = re.compile(
    r"(?<![\w-])(?!called (?:off|for|on|up|out|in|back|upon)\b)"
    rf"(?:{VERBS}|hail(?:ed|s)|prais(?:ed|es)|denounce[ds]|condemn(?:ed|s)|dismiss(?:ed|es))(?=\s+[^\s“\"][^.,;:!?“”\"]{{0,90}}[“\"])"
)
# Whom somebody told it, before the subject of what is told: "told the Tarn Gazette he would go".
_HEARS = re.compile(r" (?:[^\s,;:.“”\"]+ ){1,6}")
# With a quotation later in their clause, behind a comma or a colon, these say it: "lamented in an interview with Obura, “...”".
_LED = re.compile(
    r"\b(?:said|says|wrote|writes|tweeted|lamented|declared|announced|argued|warned|added|explained|complained|insisted|boasted|noted|asked|told|posted"
    r"|shouted|joked|remarked|replied|answered|responded|stated|quipped|observed|mused|vowed|(?:shot|fired|hit) back|put it)"
    r"(?=(?:\s[^;:.“”\"]{1,90})?[,:]\s(?:[“\"]|''))|\b(?:asked|told)(?=\s[^,;:.“”\"]{1,40}\s[“\"][A-Z])"
)
# Patterns with letters of which each match, or what it looks at behind it, has one; most sentences have none.
_PLAIN = (
    (SAID, ("said", "say", "told", "added")), (_SAID_THAT, ("that",)), (_TOLD_WHOM, ("assured", "informed", "confi", "denied", "revealed",
    "acknowledged", "explained", "declared", "admitted", "complained", "insisted", "slip")), (_ACCORDING, ("according to", "reported")),
    (_PER, ("per ",)), (_QUOTES, (" as ",)), (_QUOTED, (" as ",)),
)  # fmt: skip
_NAMING = ("refer", "call", "describe", "dubbed", "label", "brand", "characteri", "hail", "prais", "denounce", "condemn", "dismiss")
_QUOTING = ((_LED, ("",)), (_SAID_OF, ("of",)), (_NAMED, _NAMING), (_BEFORE_QUOTE, ("",)))  # not looked for in a sentence without a quotation mark
_MARK = re.compile(r"[“\"]|''")
# What may stand between who speaks and the verb.
_JUST_BEFORE = re.compile(r"\s+(?:(?:has|have|had|also|once|again|often|later|then|\w+ly)\s+)*")
# "Lima was warned of sanctions by Quito": who speaks stands after "by".
_HEARD = re.compile(r"(?:told|warned|informed|advised|notified|assured|reminded|briefed)", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|are|is)\s+$")
# A past form that is no base form, and what keeps it from being the second verb of somebody's: a modal takes base forms only.
_PAST = re.compile(r"(?:\w+ed|said|told|wrote|spoke)\b.*", re.DOTALL)
_MODAL_JOINED = re.compile(
    rf"\s+(?:{ADVERB}\s+)*(?:would|will|could|can|may|might|must|should|shall|cannot|(?:wo|ca|\w+d)n['’]t)\s[^;:.!?“”\"]*\b(?:and|but)\s+(?:{ADVERB}\s+)*"
)
_JOINED_ON = re.compile(r"\b(?:and|but)\s+(?:also\s+|then\s+)?$")
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b")
_BY = re.compile(r"\bby (?=\S)")


def cues(scene: Scene, paragraph: int, spans: Sequence[Extent], quoted: bool = False) -> list[Draft]:
    """A draft for each cue of a sentence, with its likeliest speaker.

    Args:
        paragraph: the number of the sentence's paragraph.
        spans: its cues (`cue_spans`).
        quoted: whether a quotation ends right before the sentence, which may tell whose it is.
    """
    drafts: list[Draft] = []
    beside = _after_quotation(scene, quoted) if spans else {}
    for here in spans:
        near = [m for m in scene.mentions if m.text not in _OBJECTS and not m.text.isdigit()]
        rated = list(zip(scene.relations("speaker", here, [(m.start, m.end) for m in near]), near, strict=True))
        passive = _PASSIVE.search(scene.text, max(here[0] - scene.start - len(" being  "), 0), here[0] - scene.start)
        by = _BY.search(scene.text, here[1] - scene.start) if passive else None
        if passive and not by and _HEARD.fullmatch(scene.text, here[0] - scene.start, here[1] - scene.start):
            drafts.append(Draft(scene, here, None, paragraph=paragraph))  # who was told something is not who says it
            continue
        if by:
            rated = [(odds, mention) for odds, mention in rated if mention.start == scene.start + by.end()]
        # Whoever is likeliest and does not begin what is said; the first of those who are as likely.
        best = next((one for one in sorted(rated, key=lambda pair: -pair[0]) if not _begins_content(scene, one[1], here)), None)
        speaker = best[1] if best and (by or best[0] >= SPEAKER) else None if by else _beside(scene, here)
        if speaker and _barred_by_form(scene, speaker, here):
            speaker = next((d.speaker for d in reversed(drafts) if d.cue and d.cue[1] <= speaker.start), None) or speaker
        drafts.append(Draft(scene, here, beside.get(here, speaker), paragraph=paragraph))
    return drafts


def _barred_by_form(scene: Scene, mention: Mention, cue: Extent) -> bool:
    """Whether a verb cannot be somebody's for its form: "Obura said the ministers would meet and praised the plan" is joined to "said"."""
    if not _PAST.fullmatch(scene.text, cue[0] - scene.start, cue[1] - scene.start):
        return False
    return _MODAL_JOINED.fullmatch(scene.text, max(mention.end - scene.start, 0), max(cue[0] - scene.start, 0)) is not None


def _beside(scene: Scene, cue: Extent) -> Mention | None:
    """Who speaks where the text model is not sure of anybody: by the words between a name and the verb."""
    if near := _subject(scene, cue) or _right_before(scene, cue):
        return near
    before = mention_before(scene, led_from(scene.text, cue[0] - scene.start))
    denied = before and _NOT.search(scene.text, before.end - scene.start, cue[0] - scene.start)
    return None if denied else before  # "did not say whether" says nothing


def _after_quotation(scene: Scene, quoted: bool = False) -> dict[Extent, Mention]:
    """Verbs right after a quotation with who stands at their side: "“Not yet,” thundered Obura", "“Not yet,” Obura thundered".

    `quoted`: one ends right before the sentence.
    """
    found: dict[Extent, Mention] = {}
    for behind in (*([0] if quoted else []), *(match.end() for match in _TELLS_OF_IT.finditer(scene.text))):
        at = scene.start + behind
        before = _VERB.match(scene.text, behind)
        for mention in scene.mentions:
            if before and mention.start == at + len(before.group()) and mention.text not in _OBJECTS and before[1] != "told":
                found.setdefault((at, scene.start + before.end(1)), mention)
            if mention.start != at:
                continue
            apposed = _APPOSED.match(scene.text, mention.end - scene.start)
            if after := _VERB.match(scene.text, apposed.end() if apposed else mention.end - scene.start + 1):
                found.setdefault((scene.start + after.start(), scene.start + after.end(1)), mention)
    return found


def _begins_content(scene: Scene, mention: Mention, cue: Extent) -> bool:
    """Whether a pronoun right after a cue is the subject of what is said and not who says it."""
    between = scene.text[cue[1] - scene.start : max(mention.start - scene.start, 0)]
    first = cue[0] - scene.start
    if mention.text.casefold() not in _SUBJECTS:
        return False
    if scene.text.startswith(("told", "tells"), first) and _HEARS.fullmatch(between):
        return any(m.end <= cue[0] for m in scene.mentions)
    if between not in (" ", " that "):
        return False
    inverted = scene.text[:first].rstrip().endswith(("”", '"', "’", "'", ",")) and re.match(
        r"\w+\s*(?:[.,;]|$)", scene.text[mention.start - scene.start :]
    )
    return not inverted


def _subject(scene: Scene, cue: Extent) -> Mention | None:
    """Who a verb of speech without a speaker of its own goes on with: "Oslo backed the plan and added that ..."."""
    begin, end = cue[0] - scene.start, cue[1] - scene.start
    speaks = SAID.fullmatch(scene.text, begin, end) or _SAID_THAT.match(scene.text, begin)
    subject = next(iter(scene.mentions), None)
    return subject if speaks and _JOINED_ON.search(scene.text, 0, begin) and subject and subject.end <= cue[0] else None


def _right_before(scene: Scene, cue: Extent) -> Mention | None:
    """Who stands right before a verb that names ("Obura referred to it as “theft”"), or that a colon and a quotation follow."""
    if not (_NAMED.match(scene.text, cue[0] - scene.start) or _COLON.match(scene.text, cue[0] - scene.start)):
        return None
    near = (m for m in scene.mentions if m.end <= cue[0] and _JUST_BEFORE.fullmatch(scene.text, m.end - scene.start, cue[0] - scene.start))
    return max(near, key=lambda m: m.end - m.start, default=None)


def idle(text: str) -> list[Extent]:
    """Where words of speech tell nothing ("the United States", "a group called the Guild")."""
    return [match.span() for match in _NO_SPEECH.finditer(text)]


def cue_spans(scene: Scene, quoted: bool = False) -> list[Extent]:
    """The model's cues, and the plainest verbs of speech where it found none; `quoted`: a quotation ends right before the sentence."""
    silent = idle(scene.text)
    marked = (cue for cue in scene.reading.spans.get("cue", ()) if not any(s <= cue.start and cue.end <= e for s, e in silent))
    found = [_reporting(scene, scene.start + cue.start, scene.start + cue.end) for cue in marked]
    quoting = _MARK.search(scene.text) is not None
    folded, patterns = scene.text.casefold(), (*_PLAIN, *_QUOTING) if quoting else _PLAIN
    verbs = [m for pattern, letters in patterns if any(one in folded for one in letters) for m in pattern.finditer(scene.text)]
    verbs = [verb for verb in verbs if not any(s <= verb.start() and verb.end() <= e for s, e in silent)]
    colons = _COLON.finditer(scene.text) if quoting else ()
    spoken = (match for match in colons if _right_before(scene, (scene.start + match.start(), scene.start + match.end())))
    found = sorted(set(found))
    beside = _after_quotation(scene, quoted) if quoting or quoted else {}
    plain = sorted({*((scene.start + match.start(), scene.start + match.end()) for match in (*verbs, *spoken)), *beside})
    return sorted([*found, *(verb for verb in plain if not any(s < verb[1] and verb[0] < e for s, e in found))])


def _reporting(scene: Scene, start: int, end: int) -> Extent:
    """The verb of a reporting clause instead of the participle that hangs on it: "..., Reuters reported, citing two officials"."""
    if not _CITING.match(scene.text, start - scene.start):
        return start, end
    verb = _REPORTED.search(scene.text, 0, start - scene.start)
    return (scene.start + verb.start(1), scene.start + verb.end(1)) if verb else (start, end)

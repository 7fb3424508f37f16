"""One draft event for each predicate: who stands in which role, when, where, on what condition, and the words for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from detente.event.bars import barred
from detente.event.belongs import whose
from detente.event.certainty import settled
from detente.event.moments import UNREAL, event_date, nearby_time, own_time
from detente.event.naming import called, names_itself
from detente.event.scene import Scene
from detente.event.strikes import deadly, kills
from detente.model.readings import Predicate
from detente.records import EventDate, Mention, Place, Said, Span, Status, Time

ROLE = 0.25
ELSEWHERE = 0.5
# Who speaks in the sentence is a party to its acts only if the model is this sure, or else surer of that than of anybody.
TELLER = 0.5
PARTNER = 0.1
# How likely at least a strike is an attack of which the sentence tells that it killed, and any other attack of which it does.
STRUCK, DEADLY = 0.7, 0.5
CIRCUMSTANCE = 0.35
_CONDITION = re.compile(
    r"\b(?:if|unless|should|in case|provided|as long as|until|in return for|in exchange for)\b"
    r"(?:(?!\s(?:while|whereas|but|although|though)\b)(?:[^,;.”\"]|\.(?=\s?\w)))*",  # a stop within a sentence is an abbreviation's
    re.IGNORECASE,
)
_WOULD_NOT = re.compile(r"\b(?:would|will|wo)(?:\s+(?:not|never|under no circumstances)|n[’']t)(?:\s+\w+){0,3}\s+$", re.IGNORECASE)
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # whose own verbs look like a status of another act
_SHOULD_NOT = re.compile(r"\b(?:should|must|ought to)\s+(?:not|never)(?:\s+\w+){0,5}\s+$", re.IGNORECASE)
_DISCUSSED = re.compile(r"\b(?:discuss|debat)\w*\s([^,;:]*)\b(?:in|across|over|around)\s(?:the\s)?$", re.IGNORECASE)
_GATHERING = re.compile(r"\b(?:meetings?|talks|summit|session|conference|visit|dinner|phone|call|reception|gathering)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:the |all |these )?(?:two|both|three|four|five|six|seven)\b", re.IGNORECASE)


@dataclass
class Draft:
    """An event before identities and ids: roles are coreference chains, evidence is in text order.

    `least` is how likely it is at least, where the words of its sentence settle the act.
    `triggers` are those of all its tellings, its own first. `of` is the trigger of the act that this one takes up and denies or moves.
    """

    scene: Scene
    predicate: Predicate
    trigger: tuple[int, int]
    status: Status
    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    date: EventDate = EventDate()
    said: Said | None = None
    place: Place | None = None
    condition: Span | None = None
    evidence: list[Span] = field(default_factory=list)
    spans: dict[str, Mention] = field(default_factory=dict)
    confidence: float = 0.0
    least: float = 0.0
    triggers: list[tuple[int, int]] = field(default_factory=list)
    of: tuple[int, int] | None = None

    act: str = field(init=False)  # the named act

    def __post_init__(self) -> None:
        self.triggers = self.triggers or [self.trigger]
        self.act = self.predicate.act


def draft_events(scene: Scene) -> list[Draft]:
    """The draft events of one sentence, in text order."""
    told = [predicate for predicate in scene.reading.predicates if not names_itself(scene.text, predicate.start)]
    return [_draft(scene, _named(scene, predicate), predicate.act) for predicate in told]


def _named(scene: Scene, predicate: Predicate) -> Predicate:
    """The predicate with the act that its sentence tells: blame or praise by the name in quotation marks, an attack by a strike that kills."""
    if predicate.act == "PROTEST" and kills(scene.text, predicate.start, predicate.end):
        return replace(predicate, act="ASSAULT", mode="aerial")
    act = called(scene.text, predicate.start) if predicate.act in ("SUPPORT", "ACCUSE") else None
    return replace(predicate, act=act, mode="disapprove" if act == "ACCUSE" else None) if act and act != predicate.act else predicate


def _draft(scene: Scene, predicate: Predicate, read: str) -> Draft:
    """The draft of a predicate that the text model `read` as an act."""
    struck = read == "PROTEST" and predicate.act == "ASSAULT"
    draft = Draft(scene, predicate, scene.span(predicate), predicate.status, confidence=predicate.probability, least=STRUCK * struck)
    if predicate.act == "ASSAULT" and deadly(scene.text, predicate.start, predicate.end):
        draft.least = max(draft.least, DEADLY)
    covered = [draft.trigger]
    covered += _sides(draft, struck=struck)
    draft.place = _place(scene, draft.trigger)
    own = own_time(scene, draft.trigger)
    draft.date, draft.said = _dates(scene, draft.trigger, draft.status, own)
    covered += [(item.start, item.end) for item in (draft.place, own) if item]
    draft.status = _status(draft)
    _turn_demand(draft)
    if draft.status == "conditional":
        draft.condition = _condition(scene, draft.trigger)
    draft.evidence.append(_clause(scene, covered))
    return draft


def _sides(draft: Draft, *, struck: bool) -> list[tuple[int, int]]:
    """Put the sentence's mentions on the draft's sides; returns their spans. Whom a strike `struck` may have been read as its workers."""
    sides = [draft.scene.seats(kind, draft.trigger) for kind in ("actor", "recipient")]
    rated = list(zip(draft.scene.mentions, *sides, strict=True))
    tellers = _tellers(draft.scene)
    best = max((max(actor, recipient) for _, actor, recipient in rated), default=0.0)
    for mention, actor, recipient in rated:
        actor, recipient = (0.0 if barred(draft, mention, kind) else value for kind, value in (("actor", actor), ("recipient", recipient)))
        odds = max(actor, recipient)
        if odds >= ROLE and (odds >= TELLER or odds == best or mention.chain not in tellers):
            hit = struck and mention.start > draft.trigger[1]
            _seat(draft, mention, draft.actors if actor >= recipient and not hit else draft.recipients)
    if not draft.actors and (doer := whose(draft)) and not barred(draft, doer, "actor"):
        _seat(draft, doer, draft.actors)
    _sides_nearby(draft)
    if draft.act == "CONSULT" and len(draft.spans) == 1 and not any(_SEVERAL.match(m.text) for m in draft.spans.values()):
        # Nobody meets alone: the next best mention is the other side, if the model gives it any chance.
        others = [row for row in rated if row[0].chain not in draft.spans and row[1] + row[2] >= PARTNER]
        for mention, _, _ in sorted(others, key=lambda row: row[1] + row[2])[-1:]:
            _seat(draft, mention, draft.actors)
    return [(m.start, m.end) for m in draft.spans.values() if draft.scene.start <= m.start < draft.scene.end]


def _tellers(scene: Scene) -> set[str]:
    """The chains that speak in a sentence."""
    cues = [(scene.start + cue.start, scene.start + cue.end) for cue in scene.reading.spans.get("cue", ())]
    spans = [(m.start, m.end) for m in scene.mentions]
    return {m.chain for cue in cues for m, odds in zip(scene.mentions, scene.relations("speaker", cue, spans), strict=True) if odds >= TELLER}


def _sides_nearby(draft: Draft) -> None:
    """An empty side is filled by who stands in a neighbouring sentence, if the model is sure enough."""
    here = {mention.chain for mention in draft.scene.mentions}
    for kind, side in (("actor", draft.actors), ("recipient", draft.recipients)):
        if not side:
            near = [m for m in draft.scene.near if m.chain not in here]
            rated = zip(draft.scene.relations(kind, draft.trigger, [(m.start, m.end) for m in near]), near, strict=True)
            for _, mention in (row for row in rated if row[0] >= ELSEWHERE):
                _seat(draft, mention, side)


def _seat(draft: Draft, mention: Mention, side: list[str]) -> None:
    if mention.chain not in draft.spans:
        side.append(mention.chain)
        draft.spans[mention.chain] = mention


def _status(draft: Draft) -> Status:
    """The model's status, unless a negated future or the calendar contradicts it: what lies ahead has not happened."""
    said = draft.predicate.status
    if said in ("planned", "conditional", "possible") and _WOULD_NOT.search(_before(draft)):
        return "refused"
    if draft.act not in _SAID:
        said = settled(said, draft.predicate.status_probability, draft.scene.text, *(offset - draft.scene.start for offset in draft.trigger))
    ahead = draft.date.basis == "text" and draft.scene.day and draft.date.first and draft.date.first > draft.scene.day
    return "planned" if ahead and said in ("happened", "ongoing") else said


def _before(draft: Draft) -> str:
    """The sentence up to the trigger."""
    return draft.scene.text[: draft.trigger[0] - draft.scene.start]


def _turn_demand(draft: Draft) -> None:
    """ "He said Oslo should not let them in" asks something of Oslo: whoever stands before the modal is the one asked."""
    modal = _SHOULD_NOT.search(_before(draft)) if draft.status in ("refused", "denied", "conditional", "possible") else None
    if not modal:
        return
    subject = max((m for m in draft.scene.mentions if m.end <= draft.scene.start + modal.start()), key=lambda m: m.end, default=None)
    if subject is None or draft.scene.text[subject.end - draft.scene.start : modal.start()].strip():
        return
    draft.status = "called_for"
    draft.actors = [chain for chain in draft.actors if chain != subject.chain]
    draft.recipients = [subject.chain]
    kept = {*draft.actors, *draft.recipients}
    draft.spans = {chain: mention for chain, mention in {**draft.spans, subject.chain: subject}.items() if chain in kept}


def _clause(scene: Scene, covered: list[tuple[int, int]]) -> Span:
    """The words from the first to the last thing that makes the event: trigger, sides, day, place."""
    return scene.cut(min(start for start, _ in covered), max(end for _, end in covered))


def _place(scene: Scene, trigger: tuple[int, int]) -> Place | None:
    near = (item for item in scene.places if not _topic(scene, trigger, item))
    rated = [(scene.relation("place", trigger, (item.start, item.end)), item) for item in near]
    best = max(rated, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= CIRCUMSTANCE else None


def _topic(scene: Scene, trigger: tuple[int, int], place: Place) -> bool:
    """Whether a place tells where lies what is talked about: "discussed the tensions in Mali", not "the deal at talks in Mali"."""
    words = scene.text[trigger[0] - scene.start : place.start - scene.start]
    about = _DISCUSSED.search(words)
    return bool(about) and not _GATHERING.search(about[1] if about else "")


def _dates(scene: Scene, trigger: tuple[int, int], status: Status, own: Time | None) -> tuple[EventDate, Said | None]:
    """The act's date, and when it was told: another past day in the sentence, else the day of writing."""
    told = next(
        (t for t in scene.times if t is not own and t.first and t.type != "DURATION" and (not scene.day or t.first <= scene.day)),
        None,
    )
    said = Said(told.first, told.last) if told and told.first and told.last == told.first else Said(scene.day, scene.day)
    if own:
        return event_date(scene, own, "text", status), said
    near = nearby_time(scene, trigger, unreal=status in UNREAL)
    if near:
        return event_date(scene, near, "context", status), said
    if status in UNREAL or scene.day is None:
        return EventDate(), said
    return EventDate(first=scene.day, last=scene.day), said


def _condition(scene: Scene, trigger: tuple[int, int]) -> Span | None:
    found = [m for m in _CONDITION.finditer(scene.text) if m.group().strip()]
    if not found:
        return None
    nearest = min(found, key=lambda m: abs(m.start() + scene.start - trigger[0]))
    words = nearest.group().rstrip()
    return scene.cut(scene.start + nearest.start(), scene.start + nearest.start() + len(words))

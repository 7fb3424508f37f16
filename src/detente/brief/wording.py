"""All sentences of a brief, composed from events and never copied: an act in the form that its status allows.

Every status has its own honest form: planned is not done, threatened is not carried out, what somebody says stays said.
"""

from __future__ import annotations

import re

from detente.brief import dates, labels
from detente.brief.grammar import base, be, ing, past
from detente.brief.modes import act_mode
from detente.brief.phrases import ASKED, MUTUAL, Phrase, phrase
from detente.records import Actor, Event, Span

_WITH = re.compile(r" (?:with|to|from|against|for|on|of|at|into|towards|about) \{r\}")
_DANGLING = re.compile(r" (?:with|to|from|against|for|on|of|at|into|towards|about|that wants)$")
_AREA = re.compile(
    r"\b(?:provinces?|regions?|districts?|states?|county|counties|city|cities|villages?|towns?|islands?|areas?|governorate|capital"
    r"|valleys?|north|south|east|west|mountains|territory|territories|camps?|suburbs?|waters|\d.*|prefecture|department)$"
)
_SIGNED = re.compile(
    r"\b(?:(?:co-?)?sign(?:s|ed|ing|ator(?:y|ies)|atures?)?|initial(?:l?ed|l?ing)|ratif\w+|endors\w+|seal(?:s|ed|ing)?"
    r"|(?:agreement|accord|deal|pact|truce|protocol|convention)s?|treat(?:y|ies)|memorand(?:um|a))\b",
    re.IGNORECASE,
)
STATUS_WORDS = {
    "happened": "Happened",
    "ongoing": "Under way",
    "planned": "Planned",
    "conditional": "Conditional",
    "possible": "Possible",
    "called_for": "Called for",
    "refused": "Refused",
    "denied": "Denied",
}


def sentence(event: Event, asof: str | None = None, dated: bool = True) -> str:
    """The event as one sentence.

    Args:
        event: what to tell.
        asof: ISO day up to which the article knows; what was planned for before then is told as past.
        dated: whether to say when.
    """
    tail = [place(event), dates.phrase(event.date) if dated else ""]
    words = " ".join(part for part in [_core(event, asof), *tail] if part)
    if attributed(event):
        words += f", according to {attributed(event)}"
    if event.condition:
        words += f", on a condition: {quote(event.condition)}"
    return labels.capital(words) + "."


def question(event: Event) -> str:
    """What the event leaves open, as a question; empty for what is settled."""
    vp, doers = _fill(event, base(_pattern(event))), event.actors
    who = labels.names(doers) if doers else labels.names(event.recipients)
    if event.status == "called_for":
        if not event.recipients:
            return f"Will there be {_forms(event).noun}{_by(doers)}?"
        asked = labels.names(event.recipients)
        return f"Will {asked} {_asked(event)}{_by(doers)}?"
    if event.status not in ("planned", "conditional", "possible"):
        return ""
    when = dates.phrase(event.date)
    body = f"Will {who} {vp}" if who else f"Will there be {_forms(event).noun}"
    spot = place(event)
    condition = f" (condition: {quote(event.condition)})" if event.condition else ""
    return " ".join(part for part in (body, spot, when) if part) + f"{condition}?"


def act(event: Event) -> str:
    """The act in a few words, without sides: `hold talks`, `be arrested`, for tables."""
    forms = _forms(event)
    if not event.actors and event.recipients:
        return forms.passive
    if event.recipients:
        return _DANGLING.sub("", _tidy(_WITH.sub("", base(forms.to)).replace("{r}", "")))
    return base(_pattern(event))


def status(event: Event) -> str:
    """The status in one or two words, worded by what the act is: threatened, offered, said to have happened."""
    if event.status == "conditional":
        return {"THREATEN": "Threatened", "AGREE": "Offered", "CONCEDE": "Offered"}.get(event.type, "Conditional")
    if event.status == "denied" and not event.denied_by:
        return "Did not happen"
    if event.status == "refused" and event.act == "PROTEST":
        return "Called off"
    if event.status in ("happened", "ongoing") and attributed(event, by_others=True):
        return "Said to have happened" if event.status == "happened" else "Said to be under way"
    return STATUS_WORDS[event.status]


def attributed(event: Event, by_others: bool = False) -> str:
    """Who says so, each with the outlet: `Ana Duarte (via Coast Courier)`; `by_others`: only who is no party to it."""
    told: list[str] = []
    for source in event.attribution:
        parties = (*event.actors, *event.denied_by)
        own = source.speaker is not None and any(labels.same(source.speaker, party) for party in parties)
        outlet = labels.outlet(source.outlet)
        if source.speaker is not None and not own:
            told.append(
                labels.titled(source.speaker)
                + (f" (via {outlet})" if outlet and outlet != labels.outlet(source.speaker.name) else "")
            )
        elif outlet and not by_others:
            told.append(outlet)
    return labels.join(told)


def place(event: Event) -> str:
    """`in Lisbon`, `at the toll booth`, or empty."""
    if event.place is None:
        return ""
    spot = labels.clean(event.place.name or event.place.text)
    if labels.last_is_capital(spot) or spot.startswith("the ") or _AREA.search(spot):
        return f"in {spot}"
    return f"at the {spot}"


def quote(span: Span) -> str:
    """Words of the article between quotation marks, on one line."""
    return f"“{labels.clean(span.text)}”"


def _forms(event: Event) -> Phrase:
    # The mode belongs to the coded type; where that differs from the act (a plan, a request), the code tells more.
    return phrase(event.act, event.mode if event.type == event.act else act_mode(event))


def _pattern(event: Event) -> str:
    """The verb phrase that fits the sides, its verbs without tense, `{r}` where the recipients go."""
    forms = _forms(event)
    if event.recipients and not event.actors:
        return forms.passive
    if event.recipients:
        land = forms.land and all(labels.is_state(actor) for actor in event.recipients)
        return forms.land if land else forms.to
    several = len({labels.name(actor) for actor in event.actors}) > 1
    if event.act == "SUPPORT" and not any(_SIGNED.search(span.text) for span in event.evidence):
        several = False  # several may welcome what somebody else has done
    return MUTUAL.get(event.act, forms.alone) if several and event.mode is None else forms.alone


def _fill(event: Event, words: str) -> str:
    return words.replace("{r}", labels.names(event.recipients)) if event.recipients else words


def _core(event: Event, asof: str | None) -> str:
    doers = event.actors or event.recipients
    if not doers:
        return _nobody(event)
    if event.status == "called_for":
        return _called(event)
    who, many, pattern = labels.names(doers), labels.plural(doers), _pattern(event)
    vp = _fill(event, base(pattern))
    match event.status:
        case "happened":
            return f"{who} {_fill(event, past(pattern, many))}"
        case "ongoing":
            return f"{who} {be(many)} {_fill(event, ing(pattern))}"
        case "planned":
            over = bool(asof and (event.date.last or event.date.first or "9999") < asof)
            return f"{who} {be(many, before=over)} to {vp}"
        case "conditional":
            return _conditional(event, who, vp)
        case "possible":
            return f"{who} may {vp}"
        case "refused":
            return _refused(event, who, many, vp)
        case _:
            return _denied(event, who, many, pattern)


def _conditional(event: Event, who: str, vp: str) -> str:
    if not event.actors:
        return f"{who} could {vp}"
    verb = {"THREATEN": "threatened to", "AGREE": "offered to", "CONCEDE": "offered to"}.get(event.type, "would")
    return f"{who} {verb} {vp}"


def _refused(event: Event, who: str, many: bool, vp: str) -> str:
    if event.act == "PROTEST":  # one that is planned or on, and called off
        return f"{who} called off {_forms(event).noun}" if event.actors else f"{_forms(event).noun} against {who} was called off"
    return f"{who} refused to {vp}" if event.actors else f"{who} {be(many, True)} refused: {_forms(event).noun}"


def _denied(event: Event, who: str, many: bool, pattern: str) -> str:
    if event.denied_by:
        deniers = labels.names(event.denied_by)
        if deniers == who and event.actors:
            return f"{deniers} denied {_fill(event, ing(pattern))}"
        return f"{deniers} denied that {who} {_fill(event, past(pattern, many))}"
    if pattern.startswith("be "):
        return f"{who} {be(many, True)} not {pattern[3:]}"
    return f"{who} did not {_fill(event, base(pattern))}"


def _called(event: Event) -> str:
    if not event.recipients:
        return f"{labels.names(event.actors)} called for {_forms(event).noun}"
    asked = labels.names(event.recipients)
    if not event.actors:
        return f"{asked} {be(labels.plural(event.recipients), True)} called on to {_asked(event)}"
    return f"{labels.names(event.actors)} called on {asked} to {_asked(event)}"


def _asked(event: Event) -> str:
    return ASKED.get(event.act) or base(_forms(event).alone)


def _by(askers: tuple[Actor, ...]) -> str:
    if not askers:
        return ""
    return f", as {labels.names(askers)} {'ask' if labels.plural(askers) else 'asks'}"


def _nobody(event: Event) -> str:
    noun = _forms(event).noun
    return {
        "happened": f"there was {noun}",
        "ongoing": f"there is {noun} under way",
        "planned": f"{noun} is planned",
        "conditional": f"{noun} is possible under a condition",
        "possible": f"there may be {noun}",
        "called_for": f"there are calls for {noun}",
        "refused": f"{noun} was called off" if event.act == "PROTEST" else f"{noun} was refused",
        "denied": f"{labels.names(event.denied_by)} denied {noun}" if event.denied_by else f"there was not {noun}",
    }[event.status]


def _tidy(words: str) -> str:
    return " ".join(words.split())

"""Coded articles built by hand for the tests of the brief: an invented story of a truce, and many events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.records import (
    Actor,
    Article,
    Attribution,
    CodedArticle,
    Event,
    EventDate,
    Link,
    Mention,
    Place,
    Said,
    Span,
    Statement,
    Time,
    Update,
)

CEASEFIRE = Path(__file__).with_name("ceasefire.txt").read_text(encoding="utf-8")


def span(words: str, nth: int = 0, text: str = CEASEFIRE) -> Span:
    """The `nth` occurrence of `words` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def actor(words: str, nth: int = 0, text: str = CEASEFIRE, **known: Any) -> Actor:
    """An actor mentioned with the `nth` occurrence of `words`."""
    found = span(words, nth, text)
    return Actor(text=found.text, start=found.start, end=found.end, **known)


ECU: dict[str, Any] = {"country": "ECU", "id": "ECU", "sectors": ("GOV",)}
PER: dict[str, Any] = {"country": "PER", "id": "PER", "sectors": ("GOV",)}
ARTEAGA = actor(
    "Ecuadorean Foreign Minister Lucía Arteaga",
    name="Lucía Arteaga",
    role="Foreign Minister",
    **(ECU | {"id": "q-arteaga"}),
)
SALCEDO = actor(
    "Peruvian counterpart Ramiro Salcedo", name="Ramiro Salcedo", role="Foreign Minister", **(PER | {"id": "q-salcedo"})
)
ECUADOR = actor("Ecuador", name="Ecuador", **ECU)
PERU = actor("Peru", name="Peru", **PER)
BRAZIL = actor("the Brazilian government", name="Brazil", country="BRA", sectors=("GOV",))
PRADO = actor("Brazilian envoy Helena Prado", name="Helena Prado", country="BRA", sectors=("GOV",), role="envoy")
QUIROGA = actor(
    "army spokesman Colonel Tomás Quiroga", name="Tomás Quiroga", country="PER", sectors=("MIL",), role="army spokesman"
)
MINISTRY = actor("Ecuador's defence ministry", name="Ministry of Defence of Ecuador", country="ECU", sectors=("MIL",))
SOLDIERS = actor("two soldiers", country="ECU", sectors=("MIL",))
PATROL = actor("a Peruvian patrol", country="PER", sectors=("MIL",))
GUNNERS = actor("Peruvian gunners", country="PER", sectors=("MIL",))
OAS = actor("The Organization of American States", name="Organization of American States", org="OAS", kind="IGO")
MARCHERS = actor("Thousands of people", country="ECU", sectors=("CVL",))


def place(words: str, country: str, nth: int = 0) -> Place:
    """A place named with the `nth` occurrence of `words`."""
    found = span(words, nth)
    return Place(text=found.text, start=found.start, end=found.end, name=words, country=country)


def event(number: int, code: str, status: str, words: str, nth: int = 0, **rest: Any) -> Event:
    """Event `number`; `code` is `ACT` or `ACT/mode`, `TYPE/mode<ACT` where the coded type differs from the act."""
    coded, _, act = code.partition("<")
    kind, _, mode = coded.partition("/")
    quads = {"AGREE": 1, "CONSULT": 1, "RETREAT": 2, "AID": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3}
    scores = {"AGREE": 2.5, "CONSULT": 4, "RETREAT": 8, "REQUEST": -1, "ACCUSE": -3.5, "REJECT": -2, "THREATEN": -3.5}
    return Event(
        **(
            {
                "id": f"border-truce-e{number}",
                "sentence": number,
                "act": act or kind,
                "status": status,
                "type": kind,
                "mode": mode or None,
                "quad": quads.get(kind, 4),
                "score": scores.get(kind, -9.0),
                "evidence": (span(words, nth),),
                "confidence": 0.95 - number * 37 % 23 / 100,
            }
            | rest
        )
    )


def day(value: str, words: str | None = None, basis: str = "text") -> EventDate:
    """A date of one day."""
    return EventDate(first=value, last=value, text=words, basis=basis)  # type: ignore[arg-type]


def by(speaker: Actor | None = None, outlet: str | None = None, statement: str | None = None) -> dict[str, Any]:
    """Attribution to one source."""
    return {"attribution": (Attribution(speaker=speaker, outlet=outlet, statement=statement),)}


def ceasefire() -> CodedArticle:
    """The invented story of a truce between Ecuador and Peru, with an update two days later."""
    thursday, update = Said("1998-03-12", "1998-03-12"), Said("1998-03-14", "1998-03-14")
    both, brasilia, saturday = (ARTEAGA, SALCEDO), place("Brasilia", "BRA", 1), day("1998-03-14", "Saturday")
    events = (
        event(
            1,
            "AGREE<CONSULT",
            "planned",
            "will meet",
            actors=both,
            date=saturday,
            place=brasilia,
            said=thursday,
            **by(BRAZIL),
        ),
        event(
            2,
            "ASSAULT/heavy-weapons",
            "happened",
            "shelled the village",
            actors=(GUNNERS,),
            recipients=(ECUADOR,),
            date=day("1998-03-08", "four days after", "context"),
            place=place("Mirador", "ECU"),
        ),
        event(
            3,
            "CONSULT/phone",
            "happened",
            "spoken by telephone",
            actors=both,
            date=day("1998-03-10", "Tuesday"),
            **by(PRADO),
        ),
        event(
            4,
            "ASSAULT/heavy-weapons",
            "denied",
            "denied shelling the village",
            actors=(PERU,),
            recipients=(ECUADOR,),
            denied_by=(PERU,),
            said=thursday,
            links=(Link("border-truce-e2", "denied"),),
        ),
        event(
            5,
            "ASSAULT/abduct",
            "happened",
            "captured",
            actors=(PATROL,),
            recipients=(SOLDIERS,),
            date=day("1998-03-09", "Monday"),
            place=place("Cenepa", "PER"),
            **by(MINISTRY),
        ),
        event(6, "ACCUSE/allege", "happened", "accused Lima of", actors=(ARTEAGA,), recipients=(PERU,), said=thursday),
        event(
            7,
            "THREATEN/expel<SANCTION",
            "conditional",
            "expel Peruvian diplomats",
            actors=(ECUADOR,),
            recipients=(PERU,),
            said=thursday,
            condition=span("if another shell fell"),
            **by(ARTEAGA),
        ),
        event(
            8,
            "REQUEST/yield<RETREAT",
            "called_for",
            "free the two men",
            cameo="1053",
            actors=(ARTEAGA,),
            recipients=(PERU,),
            said=thursday,
        ),
        event(
            9,
            "REJECT/meet<CONSULT",
            "refused",
            "refused to discuss",
            actors=(SALCEDO,),
            said=thursday,
            **by(None, "El Faro"),
        ),
        event(10, "AID", "possible", "may send observers", actors=(OAS,), said=thursday, confidence=0.41, **by(PRADO)),
        event(
            11,
            "PROTEST/demo",
            "happened",
            "marched in Quito",
            actors=(MARCHERS,),
            date=day("1998-03-11", "Wednesday"),
            place=place("Quito", "ECU"),
        ),
        event(
            12,
            "ASSAULT",
            "happened",
            "fought over the same ridge",
            actors=(ECUADOR, PERU),
            date=EventDate(first="1995-01-01", last="1995-12-31", text="1995", basis="text"),
        ),
        event(
            13,
            "CONSULT",
            "happened",
            "met for three hours",
            actors=both,
            date=day("1998-03-14", "Saturday"),
            place=brasilia,
            links=(Link("border-truce-e1", "held"),),
        ),
        event(
            14,
            "CONCEDE<RETREAT",
            "planned",
            "agreed to exchange prisoners",
            actors=both,
            said=update,
            quad=1,
            score=4.5,
            cameo="0353",
            date=EventDate(first="1998-03-14", last="1998-03-31", text="by the end of the month", basis="text"),
        ),
        event(
            15,
            "RETREAT/withdraw",
            "ongoing",
            "begun pulling its troops back",
            actors=(ECUADOR,),
            recipients=(PERU,),
            said=update,
            date=day("1998-03-14", None, "article"),
            **by(ARTEAGA),
        ),
    )
    return CodedArticle(article=_article(), events=events, statements=_statements(), times=_times(), places=(brasilia,))


def _article() -> Article:
    mentions = tuple(
        Mention(f"m{number}", who.start, who.end, who.text, "PER", who.name or who.text)
        for number, who in enumerate((ARTEAGA, SALCEDO, PRADO, QUIROGA), 1)
    )
    return Article(
        id="border-truce",
        text=CEASEFIRE,
        title="Ecuador and Peru to meet in Brasilia as border truce frays",
        published="1998-03-12",
        outlet="Andean Wire",
        language="en",
        outlets=("Radio Cordillera", "El Faro"),
        mentions=mentions,
        updates=(Update(CEASEFIRE.index("UPDATE"), "1998-03-14"),),
        model="hand",
        codebook="plover",
        version="0.1.0",
    )


def _times() -> tuple[Time, ...]:
    found = span("Saturday")
    return (Time(start=found.start, end=found.end, text=found.text, type="DATE", value="1998-03-14"),)


def _statements() -> tuple[Statement, ...]:
    return (
        statement(
            1, "indirect", "the two ministers had already spoken by telephone on Tuesday", PRADO, "said", about=(3,)
        ),
        statement(
            2, "direct", "Nobody in that room will ask for the impossible,", PRADO, "told", outlet="Radio Cordillera"
        ),
        statement(3, "direct", "Our batteries have been silent since the truce,", QUIROGA, "said", about=(4,)),
        statement(
            4,
            "indirect",
            "two soldiers were captured by a Peruvian patrol on Monday near the Cenepa river",
            MINISTRY,
            "According to",
            about=(5,),
        ),
        statement(5, "mixed", "playing with fire", ARTEAGA, "accused", about=(6,)),
        statement(6, "direct", "This is a beginning, not a peace,", ARTEAGA, "said"),
    )


def statement(
    number: int, kind: str, words: str, speaker: Actor, cue: str, outlet: str | None = None, about: tuple[int, ...] = ()
) -> Statement:
    """Statement `number` about the events numbered `about`."""
    found = span(words)
    return Statement(
        id=f"border-truce-s{number}",
        kind=kind,
        speaker=speaker,
        cue=span(cue),
        outlet=outlet,
        start=found.start,  # type: ignore[arg-type]
        end=found.end,
        parts=((found.start, found.end),),
        text=found.text,
        about=tuple(f"border-truce-e{n}" for n in about),
    )


def many(count: int) -> CodedArticle:
    """An article with `count` events over four years, one a sentence, all statuses in turn."""
    statuses = ("happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied")
    acts = ("CONSULT", "ASSAULT", "AID", "SANCTION", "PROTEST", "RETREAT")
    text = "\n\n".join(f"On day {n} the council of Norland met the guild of Sudland number {n}." for n in range(count))
    events = tuple(
        Event(
            id=f"many-e{n}",
            sentence=n,
            act=acts[n % 6],
            status=statuses[n % 8],
            type=acts[n % 6],  # type: ignore[arg-type]
            quad=1,
            score=2.5,
            confidence=0.5,
            evidence=(span(f"met the guild of Sudland number {n}.", 0, text),),
            actors=(actor("Norland", n, text, name=f"Norland {n % 30}"),),
            recipients=(actor("Sudland", n, text, name="Sudland"),),
            date=EventDate(first=f"{2001 + n % 4}-{1 + n % 12:02}-{1 + n % 28:02}", basis="text"),
        )
        for n in range(count)
    )
    return CodedArticle(article=Article(id="many", text=text, title="Many", published="2004-06-01"), events=events)


HOSTILE_WORDS = (
    "<script>window.ran=1</script>",
    '"><img src=x onerror="window.ran=1">',
    "</style><style>*{display:none}</style>",
    "javascript:window.ran=1",
    "{{ 7*7 }}{% raw %}",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202egnissot\u2066",
    "`code` [link](http://evil.example) | cell | <b>",
    "\x00nul\ud800lone",
    "A" * 400,
)


def hostile() -> CodedArticle:
    """Every text field filled with words that would act if a page or a terminal took them as its own."""
    text = "\n\n".join(f"{words} met {words} in {words}." for words in HOSTILE_WORDS)
    events, statements = [], []
    for number, words in enumerate(HOSTILE_WORDS):
        who = actor(words, 0, text, name=words, role=words[:20], country=words[:20], org=words[:20], id=words)
        found = span(words, 1, text)
        spot = Place(text=words, start=found.start, end=found.end, name=words, country=words)
        events.append(
            Event(
                id=words,
                sentence=number,
                act=words[:30],
                status="conditional",
                type=words[:30],
                mode=words[:30],
                quad=3,
                score=-1,
                actors=(who,),
                recipients=(who,),
                place=spot,
                condition=found,
                denied_by=(who,),
                evidence=(span(words, 0, text), found),
                attribution=(Attribution(speaker=who, outlet=words, statement=words),),
                confidence=0.5,
                date=EventDate(first="2001-02-03", last=words, text=words, basis="text"),
                said=Said(words, words),
            )
        )
        statements.append(
            Statement(
                id=words,
                kind="direct",
                speaker=who,
                cue=found,
                outlet=words,
                start=found.start,
                end=found.end,
                parts=((found.start, found.end),),
                text=words,
                about=(words,),
            )
        )
    article = Article(
        id=HOSTILE_WORDS[0],
        text=text,
        title=" ".join(HOSTILE_WORDS),
        url="javascript:window.ran=1",
        published=HOSTILE_WORDS[1],
        outlet=HOSTILE_WORDS[0],
        outlets=HOSTILE_WORDS,
        model=HOSTILE_WORDS[0],
        codebook=HOSTILE_WORDS[0],
        version=HOSTILE_WORDS[1],
    )
    return CodedArticle(article=article, events=tuple(events), statements=tuple(statements))


def overlapping() -> CodedArticle:
    """Evidence that nests, crosses, is equal, and runs over a paragraph's end."""
    text = "Norland will meet and then may attack Sudland if talks fail.\n\nNobody knows, the minister said."
    spans = (
        "will meet and then may",
        "and then may attack Sudland",
        "may attack",
        "may attack",
        "fail.\n\nNobody knows",
    )
    events = tuple(
        Event(
            id=f"o-e{number}",
            sentence=0,
            act="CONSULT",
            status="possible",
            type="CONSULT",
            quad=1,
            score=1,
            confidence=1,
            evidence=(span(words, 0, text),),
            actors=(actor("Norland", 0, text, name="Norland"),),
        )
        for number, words in enumerate(spans, 1)
    )
    return CodedArticle(article=Article(id="overlapping", text=text), events=events)

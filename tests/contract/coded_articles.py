"""Coded articles for the tests: one built by hand, and generated ones with any Unicode in every text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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
)

TEXT = """Borland and Aster ministers meet in Nairobi

NAIROBI, May 5 - Kenyan Foreign Minister Grace Wanjiru met Chadian envoy Idris Saleh in Nairobi on Monday.
"We will send grain," Wanjiru told Reuters. Chad denied shelling the town. Western capitals condemned Chad.
"""


def actor(words: str, **known: Any) -> Actor:
    """An actor at the first place where its words stand."""
    start = TEXT.index(words)
    return Actor(text=words, start=start, end=start + len(words), **known)


def span(words: str) -> Span:
    """The first place where words stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


WANJIRU = actor("Kenyan Foreign Minister Grace Wanjiru", name="Grace Wanjiru", id="p:wanjiru", country="KEN",
                sectors=("GOV",), role="foreign minister")  # fmt: skip
SALEH = actor("Chadian envoy Idris Saleh", name="Idris Saleh", id="p:saleh", country="TCD", sectors=("GOV", "ELI"), role="envoy")
CHAD = actor("Chad", name="Chad", id="state:TCD", country="TCD", sectors=("GOV",), wikidata="Q657")
WEST = actor("Western capitals", name="the West", org="WEST")
NAIROBI = Place(text="Nairobi", start=TEXT.index("Nairobi"), end=TEXT.index("Nairobi") + 7, name="Nairobi", country="KEN",
                lat=-1.2833, lon=36.8167, geonames=184745)  # fmt: skip
MONDAY = EventDate(first="1998-05-04", last="1998-05-04", text="Monday", basis="text")


def event(number: int, act: str, status: Any, type_: str, quad: Any, score: float, words: str, **more: Any) -> Event:
    """An event whose evidence is the words."""
    return Event(id=f"meet-e{number}", sentence=number, act=act, status=status, type=type_, quad=quad, score=score,
                 evidence=(span(words),), confidence=0.75, said=Said("1998-05-05", "1998-05-05"), **more)  # fmt: skip


MEETING = event(1, "CONSULT", "happened", "CONSULT", 1, 2.5, "met Chadian envoy", cameo="040", actors=(WANJIRU, SALEH), date=MONDAY,
                place=NAIROBI, contexts=("diplomatic", "natural_resource"))  # fmt: skip
GRAIN = event(2, "AID", "planned", "AGREE", 1, 2.5, "send grain", cameo="0331", actors=(WANJIRU,), recipients=(CHAD,),
              attribution=(Attribution(speaker=WANJIRU, outlet="Reuters", statement="meet-s1"),))  # fmt: skip
DENIED = event(3, "ASSAULT", "denied", "ASSAULT", 4, -9.5, "denied shelling the town", mode="heavy-weapons", cameo="194", actors=(CHAD,),
               denied_by=(CHAD,), links=(Link("meet-e1", "same"),))  # fmt: skip
BLAME = event(4, "ACCUSE", "happened", "ACCUSE", 3, -2.0, "condemned Chad", mode="disapprove", cameo="111", actors=(WEST,),
              recipients=(CHAD,), date=MONDAY)  # fmt: skip

MEET = CodedArticle(
    article=Article(id="meet", text=TEXT, title=TEXT.split("\n")[0], published="1998-05-05", outlet="Coast Courier", language="en",
                    outlets=("Reuters",), model="m", codebook="plover", version="0.1.0",
                    mentions=(Mention("m1", WANJIRU.start, WANJIRU.end, WANJIRU.text, "PER", "c1"),)),
    events=(MEETING, GRAIN, DENIED, BLAME),
    statements=(Statement(id="meet-s1", kind="direct", speaker=WANJIRU, cue=span("told"), outlet="Reuters", start=span("We will").start,
                          end=span("We will").start + 18, parts=((span("We will").start, span("We will").start + 18),),
                          text="We will send grain", about=("meet-e2",)),),
    times=(Time(start=span("Monday").start, end=span("Monday").end, text="Monday", type="DATE", value="1998-05-04"),),
    places=(NAIROBI,),
)  # fmt: skip

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "a|b", 'say "x"', "a\tb", "a\r\nb", "+", "None", "NA", "\ufeff", " x ", "-1", "é\u0301", "العربية"]
)
maybe = st.none() | words
days = st.none() | st.dates().map(lambda day: day.isoformat())
countries = st.sampled_from([None, "USA", "RUS", "KOS", "GBR", "ROU", "COD", "XXX"])
spans = st.builds(Span, st.integers(0, 99), st.integers(100, 200), words)
actors = st.builds(Actor, text=words, start=st.integers(0, 9), end=st.integers(10, 20), name=maybe, id=maybe, wikidata=maybe,
                   country=countries, org=st.sampled_from([None, "NATO", "WEST", "UN"]), kind=st.sampled_from([None, "IGO", "UNO", "NGO"]),
                   sectors=st.lists(st.sampled_from(["GOV", "MIL", "JRN"]), max_size=3).map(tuple), role=maybe)  # fmt: skip
numbers = st.floats(-180, 180, allow_nan=False)
places = st.builds(Place, text=words, start=st.just(0), end=st.just(1), name=maybe, country=countries, lat=st.none() | numbers,
                   lon=st.none() | numbers, geonames=st.sampled_from([None, 184745, 5]))  # fmt: skip
dates = st.builds(EventDate, first=days, last=days, text=maybe, basis=st.sampled_from(["text", "context", "article"]))
TYPES = [("CONSULT", "visit", "042"), ("AGREE", None, "030"), ("ASSAULT", "targeted", "186"), ("REJECT", "meet", None), ("PROTEST", "vandalize", "14")]


def _event(number: int, kind: tuple[str, str | None, str | None], **more: Any) -> Event:
    return Event(id=f"a-e{number}", act=kind[0], type=kind[0], mode=kind[1], cameo=kind[2], **more)


events = st.builds(
    _event, st.integers(1, 99), st.sampled_from(TYPES), sentence=st.integers(0, 99), quad=st.sampled_from([1, 2, 3, 4]),
    status=st.sampled_from(["happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied"]),
    contexts=st.lists(st.sampled_from(["military", "pro_democracy"]), max_size=2).map(tuple), score=st.floats(-10, 10),
    actors=st.lists(actors, max_size=3).map(tuple), recipients=st.lists(actors, max_size=2).map(tuple), date=dates,
    said=st.none() | st.builds(Said, days, days), place=st.none() | places, condition=st.none() | spans,
    evidence=st.lists(spans, min_size=1, max_size=2).map(tuple), confidence=st.floats(0, 1),
    attribution=st.lists(st.builds(Attribution, speaker=st.none() | actors, outlet=maybe, statement=maybe), max_size=2).map(tuple),
)  # fmt: skip
articles = st.builds(Article, id=words, text=words, title=maybe, url=maybe, published=days, outlet=maybe, language=maybe)
coded_articles = st.lists(
    st.builds(CodedArticle, article=articles, events=st.lists(events, max_size=3).map(tuple), places=st.lists(places, max_size=2).map(tuple)),
    max_size=3,
)

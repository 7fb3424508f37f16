"""Figures over several events of one article: links between states, events told twice, who says so through whom."""

import pytest
from msgspec.structs import replace

from detente.evaluate import score
from detente.records import Actor, Article, Attribution, CodedArticle, Event, Link, Mention, Span, Statement

TEXT = "Arland will meet Borland. Arland met Borland, the envoy told the Coast Gazette. Borland denied meeting Arland. The talks were held."


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words), words)


def event(number, words, status, *links, act="CONSULT", attribution=()):
    told = tuple(Link(f"x-e{earlier}", kind) for kind, earlier in links)
    return Event(
        id=f"x-e{number}", sentence=0, act=act, status=status, type="AGREE" if status == "planned" else act, quad=1, score=1,
        evidence=(span(words),), links=told, attribution=attribution, confidence=1.0,
    )  # fmt: skip


ENVOY = Actor(text="the envoy", start=TEXT.index("the envoy"), end=TEXT.index("the envoy") + 9, id="a3")
SAID = Statement(id="x-s1", kind="indirect", speaker=ENVOY, outlet="Coast Gazette", start=26, end=44, parts=((26, 44),), text=TEXT[26:44])
TOLD = (Attribution(speaker=ENVOY, outlet="Coast Gazette", statement="x-s1"),)
PLAN, HELD, DENIAL = (
    event(1, "meet", "planned"),
    event(2, "met", "happened", ("held", 1), attribution=TOLD),
    event(3, "meeting", "denied", ("denied", 2)),
)
GOLD = CodedArticle(
    article=Article(id="x", text=TEXT, mentions=(Mention("m1", ENVOY.start, ENVOY.end, ENVOY.text, "PER", "a3"),)),
    events=(PLAN, HELD, DENIAL),
    statements=(SAID,),
)


def figure(name, *events, gold=GOLD):
    return score([gold], [replace(GOLD, events=events)]).figures[name]


def test_a_link_needs_both_events_and_the_kind():
    assert figure("lifecycle links", PLAN, HELD, DENIAL).value == 1.0
    other_kind = replace(HELD, links=(Link("x-e1", "cancelled"),))
    assert figure("lifecycle links", PLAN, other_kind, DENIAL).right == 1
    turned = (replace(PLAN, links=(Link("x-e2", "held"),)), replace(HELD, links=()))
    assert figure("lifecycle links", *turned, DENIAL).right == 1
    without_plan = figure("lifecycle links", HELD, DENIAL)
    assert (without_plan.right, without_plan.gold, without_plan.predicted) == (1, 2, 2)


def test_an_invented_link_costs_precision_and_the_same_again_costs_nothing():
    more = replace(DENIAL, links=(*DENIAL.links, Link("x-e1", "denied")))
    found = figure("lifecycle links", PLAN, HELD, more)
    assert (found.precision, found.recall) == (pytest.approx(2 / 3), 1.0)
    again = replace(DENIAL, links=(*DENIAL.links, Link("x-e1", "same")))
    assert figure("lifecycle links", PLAN, HELD, again).value == 1.0


def test_a_second_telling_is_a_duplicate_of_its_type_and_status():
    gold = replace(GOLD, events=(PLAN, replace(HELD, evidence=(*HELD.evidence, span("talks"))), DENIAL))
    assert figure("duplicates", PLAN, HELD, DENIAL, gold=gold).value == 0.0
    twice = figure("duplicates", PLAN, HELD, DENIAL, event(4, "The talks were held", "happened"), gold=gold)
    assert (twice.right, twice.gold) == (1, 4)
    assert figure("duplicates", PLAN, HELD, DENIAL, event(4, "The talks were held", "ongoing"), gold=gold).right == 0
    assert figure("duplicates", PLAN, HELD, DENIAL, event(4, "The talks were held", "happened", act="AID"), gold=gold).right == 0
    assert figure("duplicates", PLAN, HELD, DENIAL, event(4, "Gazette", "happened"), gold=gold).right == 0


def test_speaker_and_outlet_of_an_event_are_told_apart():
    assert figure("attribution speaker", PLAN, HELD, DENIAL).value == figure("attribution outlet", PLAN, HELD, DENIAL).value == 1.0
    by_outlet = replace(HELD, attribution=(Attribution(outlet="the Coast Gazette"),))
    assert (figure("attribution speaker", PLAN, by_outlet, DENIAL).value, figure("attribution outlet", PLAN, by_outlet, DENIAL).value) == (
        0.0,
        1.0,
    )
    by_speaker = replace(HELD, attribution=(Attribution(speaker=ENVOY),))
    assert (
        figure("attribution speaker", PLAN, by_speaker, DENIAL).value,
        figure("attribution outlet", PLAN, by_speaker, DENIAL).value,
    ) == (1.0, 0.0)


def test_what_the_article_tells_itself_is_attributed_to_nobody():
    assert figure("attribution invented", PLAN, HELD, DENIAL).value == 0.0
    found = figure("attribution invented", replace(PLAN, attribution=TOLD), HELD, DENIAL)
    assert (found.right, found.gold) == (1, 2)


def test_an_outlet_that_no_statement_credits_is_invented():
    gold = replace(GOLD, statements=(replace(SAID, outlet=None),))
    assert figure("statement outlet invented", PLAN, HELD, DENIAL, gold=gold).value == 1.0
    assert "statement outlet invented" not in score([GOLD], [GOLD]).figures

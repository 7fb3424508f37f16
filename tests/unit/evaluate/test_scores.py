"""Figures: perfect for gold against itself, and each fault lowers the figure that it should."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from detente.errors import UsageError
from detente.evaluate import markdown, score, span_check, table
from detente.evaluate.corpus import load_split
from detente.evaluate.floors import HIGHEST
from detente.evaluate.render import HEADINGS, confusion
from detente.evaluate.same import Identities, days, holds, pair_up, within
from detente.evaluate.scoring import FIGURES, match_events
from detente.evaluate.tally import calibration_error
from detente.records import (
    Actor,
    Article,
    CodedArticle,
    Event,
    EventDate,
    Mention,
    Place,
    Span,
    Statement,
    Time,
)

TEXT = 'Arland shelled Borland on Monday. "We regret it," said Arland\'s envoy. Borland police beat protesters in Mare.'
CORPUS = Path(__file__).parents[3] / "corpus"


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def actor(words, chain=None, nth=0, **more):
    return Actor(**at(words, nth), id=chain, **more)


def event(number, words, type_, *, status="happened", act=None, quad=4, **more):
    evidence = (Span(**at(words)),)
    more.setdefault("confidence", 1.0)
    return Event(
        id=f"x-e{number}",
        sentence=0,
        act=act or type_,
        status=status,
        type=type_,
        quad=quad,
        score=0,
        evidence=evidence,
        **more,
    )


MENTIONS = tuple(
    Mention(f"m{number}", at(words, nth)["start"], at(words, nth)["end"], words, "GPE", chain)
    for number, (words, nth, chain) in enumerate(
        [
            ("Arland", 0, "a1"),
            ("Borland", 0, "a2"),
            ("Arland's envoy", 0, "a3"),
            ("Borland police", 0, "a4"),
            ("protesters", 0, "a5"),
        ]
    )
)
SHELLED = event(
    1,
    "shelled",
    "ASSAULT",
    actors=(actor("Arland", "a1", country="ARL", sectors=("GOV",)),),
    recipients=(actor("Borland", "a2", country="BOR", sectors=("GOV",)),),
    date=EventDate(first="2020-01-06", last="2020-01-06", text="Monday", basis="text"),
)
REGRET = event(2, "regret", "CONCEDE", quad=1, actors=(actor("Arland", "a1", country="ARL"),))
BEAT = event(
    3,
    "beat",
    "ASSAULT",
    mode="beat",
    actors=(actor("Borland police", "a4", country="BOR", sectors=("COP",)),),
    recipients=(actor("protesters", "a5", country="BOR", sectors=("CVL",)),),
    place=Place(**at("Mare"), name="Mare", country="BOR"),
)
SAID = Statement(
    id="x-s1",
    kind="direct",
    speaker=actor("Arland's envoy", "a3", country="ARL"),
    cue=Span(**at("said")),
    parts=((at("We regret it")["start"], at("We regret it")["end"]),),
    **at("We regret it"),
)
GOLD = CodedArticle(
    article=Article(id="x", text=TEXT, mentions=MENTIONS),
    events=(SHELLED, REGRET, BEAT),
    statements=(SAID,),
    times=(Time(**at("Monday"), type="DATE", value="2020-01-06", first="2020-01-06", last="2020-01-06"),),
    places=(Place(**at("Mare"), name="Mare", country="BOR"),),
)


def figures(**changes):
    return score([GOLD], [replace(GOLD, **changes)])


def test_gold_against_itself_is_perfect():
    report = score([GOLD], [GOLD])
    assert {name for name, figure in report.figures.items() if name not in HIGHEST and figure.value not in (None, 1.0)} == set()
    assert {report.value(name) for name in HIGHEST & report.figures.keys()} <= {None, 0.0}
    assert report.value("type") == 1.0 and report.figures["type"].gold == 3
    assert report.types["ASSAULT"].right == 2
    assert report.confusion == {"happened": {"happened": 3}}


def test_the_test_split_against_itself_is_perfect():
    pairs = load_split(CORPUS / "test")
    gold = [pair.gold for pair in pairs]
    report = score(gold, gold, {pair.article.id: pair.traps for pair in pairs})
    assert all(report.value(name) == 1.0 for name in FIGURES)
    assert report.value("traps coded") == 0.0
    assert set(report.statuses) <= {event.status for coded in gold for event in coded.events}


def test_nothing_predicted_scores_zero():
    report = score([GOLD], [])
    assert report.value("type") == 0.0
    assert report.value("status") is None
    assert report.value("statement") == report.value("mention") == report.value("time") == 0.0


def test_a_clause_that_covers_the_trigger_is_the_same_event():
    clause = replace(SHELLED, evidence=(Span(**at("Arland shelled Borland on Monday")),))
    assert figures(events=(clause, REGRET, BEAT)).value("type") == 1.0


def test_a_wrong_type_costs_precision_and_recall():
    figure = figures(events=(SHELLED, replace(REGRET, type="SUPPORT", act="SUPPORT"), BEAT)).figures
    assert figure["type"].value == pytest.approx(2 / 3)
    assert figure["event"].value == 1.0
    assert figure["quad"].value == 1.0
    assert figure["status"].value == 1.0
    assert figure["status of same act"].gold == 2


def test_an_invented_event_costs_precision_only():
    invented = event(4, "Monday", "AID", quad=2)
    figure = figures(events=(*GOLD.events, invented)).figures["type"]
    assert (figure.precision, figure.recall) == (0.75, 1.0)


def test_swapped_sides_are_wrong_even_within_one_country():
    swapped = replace(BEAT, actors=BEAT.recipients, recipients=BEAT.actors)
    figure = figures(events=(SHELLED, REGRET, swapped)).figures
    assert figure["type and sides"].right == 2
    assert figure["type"].right == 3


def test_sides_by_country_or_words():
    by_country = replace(SHELLED, actors=(actor("said", country="ARL", sectors=("GOV",)),))
    by_words = replace(SHELLED, actors=(actor("Arland", nth=0),))
    wrong = replace(SHELLED, actors=(actor("said", country="BOR"),))
    absent = replace(SHELLED, actors=())
    found = [
        figures(events=(one, REGRET, BEAT)).figures["type and sides"].right
        for one in (by_country, by_words, wrong, absent)
    ]
    assert found == [3, 3, 2, 2]


def test_one_actor_too_many_is_no_exact_side():
    extra = replace(SHELLED, actors=(*SHELLED.actors, actor("protesters")))
    figure = figures(events=(extra, REGRET, BEAT)).figures
    assert (figure["type and sides"].right, figure["type and exact sides"].right) == (3, 2)


def test_status_and_its_confusion():
    report = figures(events=(replace(SHELLED, status="denied"), REGRET, BEAT))
    assert report.value("status") == pytest.approx(2 / 3)
    assert report.confusion == {"happened": {"happened": 2, "denied": 1}}
    assert confusion(report) == "happened: happened 2, denied 1\n"


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [("2020-01-06", "2020-01-06", 1), ("2020-01-05", "2020-01-06", 0), (None, None, 0)],
)
def test_date_lies_within(first, last, right):
    dated = replace(SHELLED, date=EventDate(first=first, last=last))
    assert figures(events=(dated, REGRET, BEAT)).figures["event date"].right == right
    assert within(EventDate(first="2020", last="2020"), EventDate()) is False


@pytest.mark.parametrize(
    ("first", "last", "held", "agrees", "surplus"),
    [
        ("2020-01-06", "2020-01-06", 1, 1, 0),
        ("2020-01-05", "2020-01-07", 1, 1, 2),
        ("2020-01-07", "2020-01-08", 0, 0, None),
        (None, None, 0, 0, None),
    ],
)
def test_days_that_hold_the_gold_ones_may_be_too_many(first, last, held, agrees, surplus):
    found = figures(events=(replace(SHELLED, date=EventDate(first=first, last=last)), REGRET, BEAT)).figures
    assert (found["event date holds"].right, found["event date agrees"].right) == (held, agrees)
    assert found["event date surplus days"].value == surplus


def test_days_within_the_gold_ones_agree_but_do_not_hold_them():
    week, day = EventDate(first="2020-01-06", last="2020-01-12"), EventDate(first="2020-01-08", last="2020-01-08")
    assert not holds(week, day) and holds(day, week) and within(week, day)
    assert (days(week), days(day), days(EventDate())) == (7, 1, 0)


def test_statement_needs_half_of_its_words():
    start, end = SAID.parts[0]
    cut = at("regret")["end"]
    half = replace(SAID, parts=((start, cut),), end=cut, text=TEXT[start:cut])
    third = replace(SAID, parts=((start, start + 2),), end=start + 2, text="We")
    assert figures(statements=(half,)).value("statement") == 1.0
    assert figures(statements=(third,)).value("statement") == 0.0
    assert len(TEXT[start:end].split()) == 3


def test_speaker_is_judged_on_matched_statements():
    assert figures(statements=(replace(SAID, speaker=None),)).value("speaker") == 0.0
    assert figures(statements=(replace(SAID, speaker=actor("protesters")),)).value("speaker") == 0.0
    assert figures(statements=()).value("speaker") is None


def test_times_and_places_overlap_or_exactly():
    longer = replace(GOLD.times[0], start=at("on Monday")["start"], text="on Monday")
    report = figures(times=(longer,), places=())
    assert (report.value("time"), report.value("time, exact")) == (1.0, 0.0)
    assert report.value("place") == 0.0
    assert report.value("time days") == 1.0


def test_traps_count_when_a_loose_event_rests_on_them():
    trap = {"x": [(at("envoy")["start"], at("envoy")["end"])]}
    invented = event(4, "envoy", "CONSULT", quad=1)
    assert score([GOLD], [GOLD], trap).value("traps coded") == 0.0
    assert score([GOLD], [replace(GOLD, events=(*GOLD.events, invented))], trap).value("traps coded") == 1.0


def test_wrong_spans_are_counted():
    valid, spans = span_check(GOLD)
    broken = replace(GOLD, places=(replace(GOLD.places[0], text="Marx"),))
    assert (valid, span_check(broken)) == (spans, (spans - 1, spans))
    assert figures(places=broken.places).value("spans valid") < 1.0
    beyond = replace(GOLD, statements=(replace(SAID, parts=((0, len(TEXT) + 1),)),))
    assert span_check(beyond) == (spans - 1, spans)


def test_another_text_or_article_is_refused():
    other = replace(GOLD, article=replace(GOLD.article, text=TEXT + "!"))
    with pytest.raises(UsageError, match="not that of the gold"):
        score([GOLD], [other])
    with pytest.raises(UsageError, match="no such article"):
        score([GOLD], [replace(GOLD, article=replace(GOLD.article, id="y"))])


def test_matching_prefers_the_same_type_in_a_shared_clause():
    clause = Span(**at("Arland shelled Borland on Monday"))
    shelled, talked = replace(SHELLED, evidence=(clause,)), event(9, "shelled", "CONSULT", quad=1)
    gold = replace(GOLD, events=(SHELLED,))
    predicted = replace(GOLD, events=(replace(talked, evidence=(clause,)), shelled))
    assert match_events(gold, predicted) == [(SHELLED, shelled)]


@given(st.lists(st.integers(0, 9), max_size=8), st.lists(st.integers(0, 9), max_size=8))
def test_pairs_are_one_to_one(left, right):
    gold, predicted = list(enumerate(left)), list(enumerate(right))
    pairs = pair_up(gold, predicted, lambda one, other: float(one[1] == other[1]))
    assert len({one[0] for one, _ in pairs}) == len({other[0] for _, other in pairs}) == len(pairs)
    assert len(pairs) == sum(min(left.count(value), right.count(value)) for value in set(left))


def test_two_actors_on_one_span_stay_apart():
    text = "The two leaders met."
    mentions = tuple(Mention(f"m{i}", 0, 15, "The two leaders", "PER", f"a{i}") for i in (1, 2))
    who = Identities(CodedArticle(article=Article(id="y", text=text, mentions=mentions)))
    first = Actor(text="The two leaders", start=0, end=15, id="a1")
    assert who.chains(first) == {"a1"}
    assert who.same(first, Actor(text="The two leaders", start=0, end=15))


def test_report_as_data_and_tables():
    report = score([GOLD], [GOLD])
    plain = report.as_dict()
    assert plain["figures"]["type"]["value"] == 1.0
    assert plain["articles"] == 1
    shown = table(report)
    assert [column.header for column in shown.columns] == list(HEADINGS)
    assert shown.row_count == len(report.figures) + len(report.types) + len(report.statuses)
    assert "| type: ASSAULT | 1.000 |  | 1.000 | 1.000 | 2 | 2 | 2 |" in markdown(report)


def test_intervals_hold_the_value_and_shrink_to_it_when_articles_agree():
    gold = [replace(GOLD, article=replace(GOLD.article, id=f"x{number}")) for number in range(12)]
    half = [replace(coded, events=coded.events[: number % 4]) for number, coded in enumerate(gold)]
    figure = score(gold, half).figures["type"]
    assert 0 < figure.low < figure.value < figure.high < 1
    assert score(gold, half).figures["type"] == figure
    same = score(gold, gold).figures["type"]
    assert (same.low, same.high) == (1.0, 1.0)
    assert score([GOLD], [GOLD]).figures["type"].low is None
    assert "| type | " in markdown(score(gold, half)) and f"{figure.low:.2f}-{figure.high:.2f}" in markdown(
        score(gold, half)
    )


def test_calibration_is_the_gap_between_confidence_and_rightness():
    assert calibration_error([(0.9, True)] * 9 + [(0.9, False)]).value == pytest.approx(0.0)
    assert calibration_error([(0.8, True), (0.8, False), (0.3, False), (1.0, True)]).value == pytest.approx((0.6 + 0.3) / 4)
    assert calibration_error([]).value is None

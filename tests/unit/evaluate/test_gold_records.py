"""Gold records carry what the annotator marked, each with its own words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.evaluate.corpus import fingerprint, load_split, measure
from detente.evaluate.days import covered
from detente.evaluate.gold import bare_article, to_coded, traps
from detente.evaluate.inline import parse
from detente.evaluate.scoring import span_check
from detente.records import CodedArticle, Update

CORPUS = Path(__file__).parents[3] / "corpus"
LEAD = (
    "[MARE|p1], [March 7|t1] - "
    "[Arland|a1] will [host|e1] [Foreign Minister Ida Roe|a3] of [Borland|a2] on [Friday|t2]. "
    '"[[We|a1] never [shelled|e2] the pier|q1]," [Arland\'s envoy|a4] [told|c1] Reuters, "[nor [will|x1] we|q1]." '
    "[Borland|a2] threatened to [seize|e3] it if talks fail."
)
SOURCE = f"""id: pier-talks
published: 2019-03-07
outlet: Bay Post
outlets: Reuters; Coast Radio
---
[Arland|a1] and [Borland|a2] to [meet|e1] over pier

{LEAD}

[UPDATE 09/03/2019|u1]

[The two sides|a1+a2] [met|e4] in [Mare|p1].
---
a1 GPE "Arland" country=ARL sectors=GOV
a2 GPE "Borland" country=BOR sectors=GOV
a3 PER "Ida Roe" country=BOR sectors=GOV role="Foreign Minister"
a4 PER "envoy" country=ARL sectors=GOV
a9 ORG "Court" kind=IGO
p1 "Mare" country=ARL
t1 DATE 2019-03-07
t2 DATE 2019-03-08 2019-03-08..2019-03-09
e1 CONSULT/visit planned actors=a3 recipients=a1 date=t2 place=p1 contexts=diplomatic
e2 ASSAULT/heavy-weapons denied actors=a1 denied=a4 said=q1 by=a9
e3 COERCE/seize conditional actors=a2 recipients=a1 condition="talks fail" contexts=territory
e4 CONSULT happened actors=a1,a2 link=held:e1 cameo=044
q1 direct speaker=a4 outlet="Reuters"
u1
x1
"""
INLINE = parse(SOURCE)
GOLD = to_coded(INLINE)
EVENTS = {event.id.rpartition("-")[2]: event for event in GOLD.events}


def test_article_and_its_update():
    assert (GOLD.article.id, GOLD.article.published, GOLD.article.outlet) == ("pier-talks", "2019-03-07", "Bay Post")
    assert GOLD.article.outlets == ("Reuters", "Coast Radio")
    assert GOLD.article.title == "Arland and Borland to meet over pier"
    assert GOLD.article.updates == (Update(GOLD.article.text.index("UPDATE"), "2019-03-09"),)
    assert bare_article(INLINE).mentions == ()


def test_types_are_derived():
    assert [(event.act, event.type, event.mode) for event in GOLD.events] == [
        ("CONSULT", "AGREE", None),
        ("ASSAULT", "ASSAULT", "heavy-weapons"),
        ("COERCE", "THREATEN", "territory"),
        ("CONSULT", "CONSULT", None),
    ]
    assert EVENTS["e4"].cameo == "044"
    assert to_coded(INLINE, "plover-2021").article.codebook == "plover-2021"


def test_main_evidence_comes_first_and_sides_are_near_it():
    first = EVENTS["e1"]
    assert [span.text for span in first.evidence] == ["meet", "host"]
    assert first.sentence == 0
    assert first.recipients[0].start == 0
    assert first.actors[0].text == "Foreign Minister Ida Roe"
    assert (first.actors[0].name, first.actors[0].role, first.actors[0].country) == (
        "Ida Roe",
        "Foreign Minister",
        "BOR",
    )
    assert (EVENTS["e3"].recipients[0].name, EVENTS["e3"].actors[0].text) == ("Arland", "Borland")


def test_dates_and_places_are_near_the_event():
    date = EVENTS["e1"].date
    assert (date.first, date.last, date.text, date.basis) == ("2019-03-08", "2019-03-09", "Friday", "context")
    assert EVENTS["e2"].date.first is None
    assert EVENTS["e1"].place.text == "MARE"
    assert [place.text for place in GOLD.places] == ["MARE", "Mare"]
    assert [(time.text, time.first) for time in GOLD.times] == [("March 7", "2019-03-07"), ("Friday", "2019-03-08")]


def test_denial_condition_link_and_attribution():
    denied = EVENTS["e2"]
    assert denied.denied_by[0].text == "Arland's envoy"
    told, by = denied.attribution
    assert (told.speaker.text, told.outlet, told.statement) == ("Arland's envoy", "Reuters", "pier-talks-s1")
    assert by.speaker.name == "Court" and by.speaker.text == "shelled"
    assert EVENTS["e3"].condition.text == "talks fail"
    assert [(link.event, link.kind) for link in EVENTS["e4"].links] == [("pier-talks-e1", "held")]
    assert [actor.text for actor in EVENTS["e4"].actors] == ["The two sides", "The two sides"]


def test_a_split_quotation_is_one_statement():
    (said,) = GOLD.statements
    text = GOLD.article.text
    assert [text[start:end] for start, end in said.parts] == ["We never shelled the pier", "nor will we"]
    assert (said.kind, said.cue.text, said.speaker.name, said.outlet) == ("direct", "told", "envoy", "Reuters")
    assert said.about == ("pier-talks-e2",)
    assert text[said.start : said.end] == said.text


def test_traps_are_kept_apart():
    assert [INLINE.text[start:end] for start, end in traps(INLINE)] == ["will"]


def test_mentions_of_both_sides_share_their_words():
    both = [mention for mention in GOLD.article.mentions if mention.text == "The two sides"]
    assert [mention.chain for mention in both] == ["a1", "a2"]


def test_all_spans_slice():
    valid, spans = span_check(GOLD)
    assert valid == spans > 30


@pytest.mark.parametrize("split", [path.name for path in sorted(CORPUS.iterdir()) if any(path.glob("*.txt"))])
def test_every_corpus_article_becomes_valid_records(split):
    pairs = load_split(CORPUS / split)
    assert all(pair.article.id and pair.article.published for pair in pairs)
    counts = [span_check(pair.gold) for pair in pairs]
    assert all(valid == spans for valid, spans in counts)
    for pair in pairs:
        sentences = [event.sentence for event in pair.gold.events]
        assert sentences == sorted(sentences)


def test_a_folder_without_articles_is_refused(tmp_path):
    with pytest.raises(InputError, match="no annotated article"):
        load_split(tmp_path)


def test_a_broken_article_is_named(tmp_path):
    (tmp_path / "broken.txt").write_text("id: broken\n---\n[x|e1]\n---\ne1 AID\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.txt"):
        load_split(tmp_path)


def test_fingerprint_follows_the_content(tmp_path):
    (tmp_path / "one.txt").write_text("a", encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "one.txt").write_text("b", encoding="utf-8")
    assert len(before) == 12 and fingerprint(tmp_path) != before


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-12-15", ("2021-12-15", "2021-12-15")),
        ("2021-12-15TEV", ("2021-12-15", "2021-12-15")),
        ("2021-12-15T09:00", ("2021-12-15", "2021-12-15")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021-W49", ("2021-12-06", "2021-12-12")),
        ("2021-W49-WE", ("2021-12-11", "2021-12-12")),
        ("2021-Q4", ("2021-10-01", "2021-12-31")),
        ("1993-SU", ("1993-06-01", "1993-08-31")),
        ("1993-WI", ("1993-12-01", "1994-02-28")),
        ("1998", ("1998-01-01", "1998-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("P3D", None),
        ("PRESENT_REF", None),
        ("2021-02-30", None),
        ("2021-13", None),
        ("0000-01-01", None),
    ],
)
def test_days_of_a_value(value, days):
    assert covered(value) == days


@given(st.dates())
def test_a_day_covers_itself(day):
    assert covered(day.isoformat()) == (day.isoformat(), day.isoformat())


def test_a_split_is_measured_by_any_coder():
    gold = {pair.article.id: pair.gold for pair in load_split(CORPUS / "test")}
    report, found = measure(lambda article: gold[article.id], CORPUS / "test")
    assert report.articles == len(gold) and report.value("type") == 1.0 and found == []
    report, found = measure(lambda article: CodedArticle(article=article), CORPUS / "test")
    assert report.value("type") == 0.0 and {one.kind for one in found} == {"missed"}

"""One article in, everything with its words out: on short pieces with invented people."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import Coder
from detente.errors import InputError
from detente.records import Actor, Article, CodedArticle, Event, Update

PIECE = """VADUZ, March 10 — Foreign Minister Mirela Obura met Ambassador Tomas Varela in Geneva on Sunday, officials said.

“We have agreed on most points,” Obura told reporters. “The rest will be settled on Friday.”

Obura and Varela will meet again in Oslo on March 14. Varela said his government would not accept a ceasefire before then.

Soldiers fired on protesters in Tarn on Saturday, killing three people, the Tarn Gazette reported.

Kenya threatened to impose sanctions on Uganda if the border stays shut.
"""
MONDAY = "2031-03-10"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(threads=1)


@pytest.fixture(scope="module")
def coded(coder: Coder) -> CodedArticle:
    return coder.code(Article(id="piece", text=PIECE, published=MONDAY))


def check(coded: CodedArticle) -> None:
    """What holds for every coded article: spans slice, ids are unique and resolve, sides do not repeat."""
    text = coded.article.text
    spans = [*coded.article.mentions, *coded.times, *coded.places]
    for event in coded.events:
        assert event.evidence, "no event without words"
        assert 0.0 <= event.confidence <= 1.0 and event.quad in (1, 2, 3, 4)
        spans += [*event.evidence, *_actors(event), *(item for item in (event.condition, event.place) if item)]
    for statement in coded.statements:
        assert statement.parts and statement.start == statement.parts[0][0] and statement.end == statement.parts[-1][1]
        assert all(text[s:e].strip() for s, e in statement.parts)
        assert all(a[1] <= b[0] for a, b in zip(statement.parts, statement.parts[1:]))
        spans += [statement, *(item for item in (statement.cue, statement.speaker) if item)]
    for item in spans:
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text
    _check_ids(coded)


def _actors(event: Event) -> list[Actor]:
    return [*event.actors, *event.recipients, *event.denied_by]


def _check_ids(coded: CodedArticle) -> None:
    ident = coded.article.id
    events, statements = {event.id for event in coded.events}, {statement.id for statement in coded.statements}
    assert events == {f"{ident}-e{n}" for n in range(1, len(coded.events) + 1)}
    assert statements == {f"{ident}-s{n}" for n in range(1, len(coded.statements) + 1)}
    for event in coded.events:
        assert {found.event for found in event.links} <= events - {event.id}
        assert {found.statement for found in event.attribution} <= statements
    assert all(set(statement.about) <= events for statement in coded.statements)


def events(coded: CodedArticle, act: str, status: str) -> list[Event]:
    return [event for event in coded.events if (event.act, event.status) == (act, status)]


def test_everything_slices_and_every_id_resolves(coded: CodedArticle) -> None:
    check(coded)


def test_a_meeting_held_and_a_meeting_planned_are_two_events(coded: CodedArticle) -> None:
    (held,), (planned,) = events(coded, "CONSULT", "happened"), events(coded, "CONSULT", "planned")
    assert {actor.name for actor in held.actors} == {"Mirela Obura", "Tomas Varela"} and not held.recipients
    assert (held.type, held.date.first, held.place and held.place.text) == ("CONSULT", "2031-03-09", "Geneva")
    assert (planned.type, planned.date.first, planned.place and planned.place.text) == ("AGREE", "2031-03-14", "Oslo")


def test_an_attack_has_its_day_and_the_paper_that_reports_it(coded: CodedArticle) -> None:
    attack = next(e for e in events(coded, "ASSAULT", "happened") if "fired on protesters" in e.evidence[0].text)
    assert (attack.quad, attack.date.first) == (4, "2031-03-08")
    assert "Tarn Gazette" in [source.outlet for source in attack.attribution]
    assert "Tarn Gazette" in coded.article.outlets


def test_a_threat_keeps_its_condition_and_its_states(coded: CodedArticle) -> None:
    (threat,) = events(coded, "SANCTION", "conditional")
    assert threat.type == "THREATEN"
    assert ([a.country for a in threat.actors], [a.country for a in threat.recipients]) == (["KEN"], ["UGA"])
    assert threat.condition is not None and threat.condition.text == "if the border stays shut"


def test_statements_have_speaker_cue_and_parts(coded: CodedArticle) -> None:
    (direct,) = [statement for statement in coded.statements if statement.kind == "direct"]
    assert direct.speaker is not None and direct.speaker.name == "Mirela Obura"
    assert [PIECE[s:e] for s, e in direct.parts] == ["We have agreed on most points,", "The rest will be settled on Friday."]
    assert any(s.kind == "indirect" and s.speaker and s.speaker.name == "Tomas Varela" for s in coded.statements)


def test_the_article_says_what_read_it(coder: Coder, coded: CodedArticle) -> None:
    article = coded.article
    assert (article.text, article.published, article.language) == (PIECE, MONDAY, "en")
    assert (article.model, article.codebook) == (coder.model.name, coder.codebook.name)
    assert article.version


def test_a_headline_in_title_case_is_read_as_a_sentence_and_given_as_it_is_written(coder: Coder) -> None:
    text = "Kenya Imposes Sanctions on Ugandan Lawmakers Over Border, Minister Says on Last Day of Talks"
    coded = coder.code(Article(id="headline", text=text, published=MONDAY))
    check(coded)
    assert coded.article.text == text
    event = coded.events[0]
    assert [actor.id for actor in event.actors] == ["state:KEN"] and event.recipients[0].country == "UGA"
    assert {mention.text for mention in coded.article.mentions} >= {"Kenya", "Ugandan Lawmakers"}


def test_somebody_with_the_name_of_a_town_is_no_place(coder: Coder) -> None:
    coded = coder.code(Article(id="town", text="Merkel phoned Obama.", published="2014-03-04"))
    assert not coded.places and coded.events[0].place is None


def test_a_space_that_does_not_break_is_one(coder: Coder) -> None:
    text = "Rep.\u00a0Ada Mills met the Kenyan foreign\u00a0minister in Nairobi on March\u00a08, officials said."
    coded, plain = (coder.code(Article(id="space", text=one, published=MONDAY)) for one in (text, text.replace("\u00a0", " ")))
    check(coded)
    assert [event.type for event in coded.events] == [event.type for event in plain.events] == ["CONSULT"]
    assert coded.events[0].date.text == "March\u00a08" and plain.events[0].date.text == "March 8"
    assert {m.text for m in coded.article.mentions} >= {"Rep.\u00a0Ada Mills", "the Kenyan foreign\u00a0minister"}


def test_a_state_is_not_that_of_the_agency_which_is_credited(coder: Coder) -> None:
    coded = coder.code(Article(id="agency", text="The army arrested ten villagers, the governor told Reuters.", published=MONDAY))
    assert {actor.country for event in coded.events for actor in (*event.actors, *event.recipients)} == {None}


def test_coding_twice_gives_the_same_bytes(coder: Coder, coded: CodedArticle) -> None:
    again = coder.code(Article(id="piece", text=PIECE, published=MONDAY))
    assert msgspec.json.encode(again) == msgspec.json.encode(coded)
    assert msgspec.json.decode(msgspec.json.encode(coded), type=CodedArticle) == coded


def test_without_a_day_no_day_is_guessed(coder: Coder) -> None:
    found = coder.code(Article(id="undated", text="Foreign Minister Mirela Obura met Ambassador Tomas Varela on Sunday."))
    assert found.events
    assert all(event.date.first is None for event in found.events)


def test_a_part_added_later_is_dated_by_its_own_day(coder: Coder) -> None:
    text = "Mirela Obura met Tomas Varela in Vaduz.\n\nUPDATE March 15:\n\nGunmen attacked the town of Tarn yesterday."
    article = Article(id="later", text=text, published=MONDAY, updates=(Update(text.index("UPDATE"), "2031-03-15"),))
    coded = coder.code(article)
    check(coded)
    assert [event.date.first for event in coded.events if event.act == "ASSAULT"] == ["2031-03-14"]


def test_confidence_below_the_least_is_left_out() -> None:
    strict = Coder(threads=1, min_confidence=1.1).code(Article(id="piece", text=PIECE, published=MONDAY))
    assert strict.events == ()
    assert strict.statements, "what was said is no event"


def test_a_day_of_publication_that_is_none_is_refused_by_name(coder: Coder) -> None:
    with pytest.raises(InputError, match=r"odd: '2024-02-30' is no day of publication\. Write it as"):
        coder.code(Article(id="odd", text="Norway met Chile on Friday.", published="2024-02-30", language="en"))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29T10:00:00Z"])
def test_any_day_of_publication_is_coded(coder: Coder, published: str) -> None:
    text = "Police arrested ten men on Wednesday. They were freed the next morning, and in March of the year after."
    assert coder.code(Article(id="odd", text=text, published=published, language="en")).article.published == published[:10]


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\u00a0"])
def test_an_empty_text_is_refused_by_name(coder: Coder, text: str) -> None:
    with pytest.raises(InputError, match="nothing") as raised:
        coder.code(Article(id="nothing", text=text))
    assert raised.value.code == "empty" and raised.value.hint


GERMAN = (
    "Die Außenministerin Mirela Obura hat am Sonntag den Botschafter Tomas Varela in Genf getroffen, und sie sagte, dass die "
    "Verhandlungen über den Frieden nicht mehr lange dauern werden, weil die beiden Seiten sich über das Wichtigste einig sind."
)


def test_another_language_is_refused_unless_forced(coder: Coder) -> None:
    with pytest.raises(InputError) as raised:
        coder.code(Article(id="deutsch", text=GERMAN))
    assert raised.value.code == "language"
    with pytest.raises(InputError):
        coder.code(Article(id="stated", text=PIECE, language="de"))
    check(Coder(threads=1, force=True).code(Article(id="deutsch", text=GERMAN)))


def test_the_older_codebook_gives_its_own_types() -> None:
    older = Coder("plover-2021", threads=1)
    found = older.code(Article(id="piece", text=PIECE, published=MONDAY))
    assert found.article.codebook == older.codebook.name
    assert {event.type for event in found.events} <= set(older.codebook.types)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said: \u202e“talks ended”\u202c, and they left.",
        "\ufeffOfficials said the\u00a0talks had ended\u2028and they left.",
        "Officials said the talks\nbetween Obura\nand Varela had\nended.",
        "\x00\x01 Officials \u200b said that the talks had ended. 😀 👩‍👩‍👧",
        "“" * 50 + "Officials said that the talks ended." + "”" * 50,
        "Officials met and " * 400,
        "Obura met Varela.\n\n" * 150,
        "U.S.",
        "“",
    ],
    ids=["bidi", "odd spaces", "wrapped", "controls", "marks", "long sentence", "many", "two letters", "one mark"],
)
def test_odd_texts_are_coded_with_spans_that_slice(coder: Coder, text: str) -> None:
    check(coder.code(Article(id="odd", text=text, published=MONDAY, language="en")))


WORDS = PIECE.split(" ") + ["\n\n", "“", "”", "‘", "’", '"', "he", "the two leaders", "Reuters", "\u00a0", "😀", "if", "UPDATE"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_shuffled_words_are_coded_with_spans_that_slice(coder: Coder, text: str) -> None:
    check(coder.code(Article(id="shuffled", text=text, published=MONDAY, language="en")))

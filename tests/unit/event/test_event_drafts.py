"""One predicate to one draft: sides, days, condition, evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.codebook import Codebook
from detente.event import Draft, Scene, draft_events
from detente.event.build import Tellers, attributions, build_event, links_of
from detente.model.readings import Found, Predicate, Reading
from detente.records import Actor, Attribution, EventDate, Link, Mention, Place, Said, Span, Statement, Time

SHIFT = 100
DAY = "2031-03-10"


def staged(
    text: str,
    trigger: str,
    roles: dict[tuple[str, str], float],
    *,
    people: tuple[str, ...] = (),
    times: dict[str, str] | None = None,
    places: tuple[str, ...] = (),
    status: str = "happened",
    act: str = "CONSULT",
    mode: str | None = None,
    day: str | None = DAY,
    contexts: tuple[str, ...] = (),
    chains: dict[str, str] | None = None,
) -> Scene:
    """A sentence at offset 100 of its article; `roles` maps (relation, words) to the model's probability."""
    where = lambda words: (text.index(words) + SHIFT, text.index(words) + SHIFT + len(words))
    begin = text.index(trigger)
    predicate = Predicate(begin, begin + len(trigger), act, 0.91, mode, status, 0.9, contexts)  # type: ignore[arg-type]

    def relation(kind: str, source: tuple[int, int], target: tuple[int, int]) -> float:
        return roles.get((kind, text[slice(*target)]), 0.0)

    return Scene(
        3,
        SHIFT,
        SHIFT + len(text),
        text,
        Reading((predicate,), {}, relation),
        tuple(Mention(f"m{n}", *where(p), p, "PER", (chains or {}).get(p, p)) for n, p in enumerate(people)),
        tuple(Time(start=where(w)[0], end=where(w)[1], text=w, type="DATE", value=d, first=d, last=d) for w, d in (times or {}).items()),
        tuple(Place(start=where(p)[0], end=where(p)[1], text=p) for p in places),
        day,
    )


def one(*args: object, **named: object) -> Draft:
    (draft,) = draft_events(staged(*args, **named))  # type: ignore[arg-type]
    return draft


TEXT = "On Sunday Obura criticised Varela in Tarn."


def test_sides_place_and_day_come_from_the_relations() -> None:
    roles = {("actor", "Obura"): 0.8, ("recipient", "Varela"): 0.7, ("place", "Tarn"): 0.9, ("date", "Sunday"): 0.9}
    draft = one(TEXT, "criticised", roles, people=("Obura", "Varela"), times={"Sunday": "2031-03-09"}, places=("Tarn",))
    assert (draft.actors, draft.recipients) == (["Obura"], ["Varela"])
    assert draft.place is not None and draft.place.text == "Tarn"
    assert draft.date == EventDate(first="2031-03-09", last="2031-03-09", text="Sunday", basis="text")
    assert [span.text for span in draft.evidence] == ["Sunday Obura criticised Varela in Tarn"]
    assert draft.evidence[0].start == SHIFT + 3


def test_weak_relations_count_for_nothing() -> None:
    roles = {("actor", "Obura"): 0.2, ("recipient", "Varela"): 0.1, ("place", "Tarn"): 0.1, ("date", "Sunday"): 0.1}
    draft = one(TEXT, "criticised", roles, people=("Obura", "Varela"), times={"Sunday": "2031-03-09"}, places=("Tarn",))
    assert (draft.actors, draft.recipients, draft.place) == ([], [], None)
    assert [span.text for span in draft.evidence] == ["criticised"]


def test_a_mention_takes_its_stronger_side_and_a_chain_one_side_only() -> None:
    roles = {("actor", "Obura"): 0.6, ("recipient", "Obura"): 0.9, ("actor", "Varela"): 0.8}
    draft = one(TEXT, "criticised", roles, people=("Obura", "Varela"), chains={"Varela": "same", "Obura": "same"})
    assert (draft.actors, draft.recipients) == ([], ["same"])


def test_the_only_day_in_the_sentence_is_the_context() -> None:
    draft = one(TEXT, "criticised", {}, times={"Sunday": "2031-03-09"})
    assert draft.date == EventDate(first="2031-03-09", last="2031-03-09", text="Sunday", basis="context")


def test_without_any_day_the_article_dates_what_happened() -> None:
    draft = one("Obura criticised Varela.", "criticised", {})
    assert draft.date == EventDate(first=DAY, last=DAY)
    assert draft.said == Said(DAY, DAY)


@pytest.mark.parametrize("status", ["planned", "conditional", "possible", "called_for"])
def test_what_has_not_happened_is_never_dated_by_the_article(status: str) -> None:
    assert one("Obura will meet Varela.", "meet", {}, status=status).date == EventDate()


def test_what_lies_ahead_of_the_day_of_writing_has_not_happened() -> None:
    draft = one("Obura met Varela on Friday.", "met", {("date", "Friday"): 0.9}, times={"Friday": "2031-03-14"})
    assert draft.status == "planned"
    assert one("Obura met Varela on Friday.", "met", {("date", "Friday"): 0.9}, times={"Friday": "2031-03-07"}).status == "happened"


def test_nobody_meets_alone() -> None:
    roles = {("actor", "Obura"): 0.9, ("actor", "Varela"): 0.15}
    people = ("Obura", "Varela")
    assert one("Obura met Varela.", "met", roles, people=people).actors == ["Obura", "Varela"]
    assert one("Obura hit Varela.", "hit", roles, people=people, act="ASSAULT").actors == ["Obura"]


def test_an_unknown_day_stays_unknown() -> None:
    draft = one("Obura met Varela.", "met", {}, day=None)
    assert draft.date == EventDate()
    assert draft.said == Said(None, None)


def test_a_plan_has_its_own_day_and_the_day_it_was_told() -> None:
    text = "Obura said on Sunday she would meet Varela on Friday."
    times = {"Sunday": "2031-03-09", "Friday": "2031-03-14"}
    draft = one(text, "meet", {("date", "Friday"): 0.9}, times=times, status="planned")
    assert draft.date.first == "2031-03-14"
    assert draft.said == Said("2031-03-09", "2031-03-09")


def test_a_later_day_is_not_when_it_was_told() -> None:
    draft = one("Obura will meet Varela on Friday.", "meet", {}, times={"Friday": "2031-03-14"}, status="planned")
    assert draft.said == Said(DAY, DAY)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Varela will attack Tarn if the talks fail, she said.", "if the talks fail"),
        ("Unless the port opens, Varela will attack Tarn.", "Unless the port opens"),
        ("Varela will attack Tarn should it arm.", "should it arm"),
        ("Varela will attack Tarn in exchange for nothing.", "in exchange for nothing"),
        ("Varela will attack Tarn if it arms by Nov. 30.", "if it arms by Nov. 30"),
        ("Varela will attack Tarn.", None),
    ],
)
def test_the_condition_is_the_words_of_the_clause(text: str, condition: str | None) -> None:
    draft = one(text, "attack", {}, status="conditional", act="ASSAULT")
    assert (draft.condition and draft.condition.text) == condition
    if draft.condition:
        assert text[draft.condition.start - SHIFT : draft.condition.end - SHIFT] == condition


def test_only_conditional_events_have_a_condition() -> None:
    assert one("Varela attacked Tarn if reports are right.", "attacked", {}, act="ASSAULT").condition is None


def actors_of(chain: str, mention: Mention) -> tuple[Actor, ...]:
    return (Actor(text=mention.text, start=mention.start, end=mention.end, name=chain.upper()),)


def test_the_record_is_what_the_codebook_derives() -> None:
    book = Codebook.load("plover")
    roles = {("actor", "Obura"): 0.8, ("recipient", "Varela"): 0.7}
    text = "Obura will meet Varela."
    event = build_event(one(text, "meet", roles, people=("Obura", "Varela"), status="planned", mode="meet"), "a-e1", book, actors_of, ("diplomatic",))
    assert (event.id, event.sentence, event.act, event.status, event.type) == ("a-e1", 3, "CONSULT", "planned", "AGREE")
    assert ([a.name for a in event.actors], [a.name for a in event.recipients]) == (["OBURA"], ["VARELA"])
    assert (event.quad, event.score) == (book.derive("CONSULT", "planned", "meet").quad, book.derive("CONSULT", "planned", "meet").score)
    assert event.confidence == 0.91
    assert event.contexts == ("diplomatic",)
    assert event.evidence == (Span(SHIFT, SHIFT + len(text) - 1, text[:-1]),)


def test_attribution_goes_to_events_whose_words_are_said() -> None:
    draft = one(TEXT, "criticised", {})
    start, end = draft.trigger
    told = lambda *extents: Tellers([_statement(number, *extent) for number, extent in enumerate(extents)])
    assert attributions(draft, told((start - 5, end + 5)), None) == (Attribution(statement="s0"),)
    assert attributions(draft, told((start + 1, end + 5), (0, 4)), None) == ()
    draft.triggers.append((1, 3))  # a second telling
    assert attributions(draft, told((start + 1, end + 5), (0, 4)), None) == (Attribution(statement="s1"),)


def test_who_alleges_it_comes_first_with_the_outlet_of_the_statement() -> None:
    draft, accuser = one(TEXT, "criticised", {}), Actor(text="Obura", start=0, end=5, id="obura")
    told = Tellers([_statement(0, draft.trigger[0] - 5, draft.trigger[1] + 5, outlet="Tarn Gazette")])
    own = Attribution(speaker=accuser, outlet="Tarn Gazette")
    assert attributions(draft, told, accuser) == (own, Attribution(statement="s0", outlet="Tarn Gazette"))
    again = Tellers([_statement(0, draft.trigger[0] - 5, draft.trigger[1] + 5, speaker=accuser)])
    assert len(attributions(draft, again, accuser)) == 1


def _statement(number: int, start: int, end: int, **more: object) -> Statement:
    return Statement(id=f"s{number}", kind="direct", start=start, end=end, parts=((start, end),), text="", **more)  # type: ignore[arg-type]


def test_links_are_given_by_id() -> None:
    assert links_of(1, {1: [(0, "held")]}, ["a-e1", "a-e2"]) == (Link("a-e1", "held"),)
    assert links_of(0, {1: [(0, "held")]}, ["a-e1", "a-e2"]) == ()


def test_what_somebody_should_not_do_is_asked_of_them() -> None:
    text = "Obura said Varela should not let Mbeki join the pact."
    roles = {("actor", "Varela"): 0.8, ("actor", "Obura"): 0.6, ("recipient", "Mbeki"): 0.7}
    draft = one(text, "let", roles, people=("Obura", "Varela", "Mbeki"), status="refused", act="COOPERATE")
    assert (draft.status, draft.actors, draft.recipients) == ("called_for", ["Obura"], ["Varela"])
    assert set(draft.spans) == {"Obura", "Varela"}


def test_what_somebody_will_not_do_is_refused() -> None:
    roles = {("actor", "Obura"): 0.9}
    for words in ("Obura would not carry out an attack.", "Obura will never attack.", "Obura won't attack."):
        assert one(words, "attack", roles, people=("Obura",), status="conditional", act="ASSAULT").status == "refused"
    assert one("Obura would attack.", "attack", roles, people=("Obura",), status="conditional", act="ASSAULT").status == "conditional"


def with_cue(scene: Scene, cue: str) -> Scene:
    """The scene with a marked cue."""
    begin = scene.text.index(cue)
    return replace(scene, reading=replace(scene.reading, spans={"cue": (Found(begin, begin + len(cue), "CUE", 0.9),)}))


def test_who_tells_of_a_meeting_is_no_party_to_it_unless_the_model_is_sure() -> None:
    text = "Ahead of the meeting Obura said Varela and Tarn would be there."
    roles = {("actor", "Obura"): 0.4, ("actor", "Varela"): 0.8, ("actor", "Tarn"): 0.7, ("speaker", "Obura"): 0.9}
    scene = staged(text, "meeting", roles, people=("Obura", "Varela", "Tarn"))
    assert draft_events(scene)[0].actors == ["Obura", "Varela", "Tarn"]
    assert draft_events(with_cue(scene, "said"))[0].actors == ["Varela", "Tarn"]
    sure = staged(text, "meeting", {**roles, ("actor", "Obura"): 0.6}, people=("Obura", "Varela", "Tarn"))
    assert draft_events(with_cue(sure, "said"))[0].actors == ["Obura", "Varela", "Tarn"]


def test_a_speaker_who_is_the_only_party_stays_one() -> None:
    text = "Obura said he met Varela."
    scene = staged(text, "met", {("actor", "Obura"): 0.4, ("speaker", "Obura"): 0.9}, people=("Obura",), act="ASSAULT")
    assert draft_events(with_cue(scene, "said"))[0].actors == ["Obura"]


def test_several_who_meet_need_nobody_else() -> None:
    roles = {("actor", "the two leaders"): 0.9, ("actor", "Obura"): 0.2}
    assert one("Obura said the two leaders met.", "met", roles, people=("Obura", "the two leaders")).actors == ["the two leaders"]


@pytest.mark.parametrize(("text", "place"), [
    ("They discussed the tensions in Tarn.", None),
    ("They discussed the deal at a meeting in Tarn.", "Tarn"),
    ("They discussed the deal, in Tarn.", "Tarn"),
])  # fmt: skip
def test_what_is_discussed_may_lie_elsewhere(text: str, place: str | None) -> None:
    draft = one(text, "discussed", {("place", "Tarn"): 0.9}, places=("Tarn",))
    assert (draft.place.text if draft.place else None) == place


def test_a_warm_name_is_no_blame() -> None:
    text = "Obura referred to Varela as his “old friend”."
    draft = one(text, "referred", {("actor", "Obura"): 0.9, ("recipient", "Varela"): 0.9}, people=("Obura", "Varela"), act="ACCUSE", mode="disapprove")
    assert (draft.act, draft.predicate.mode) == ("SUPPORT", None)

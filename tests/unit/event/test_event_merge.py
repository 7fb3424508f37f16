"""Several tellings of one event are one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.event import Draft, Scene, merge
from detente.event.merge import surer_date
from detente.model.readings import Predicate, Reading
from detente.records import EventDate, Mention, Place, Span

DAY = "2031-03-10"


def draft(
    act: str = "CONSULT",
    status: str = "happened",
    actors: str = "",
    recipients: str = "",
    *,
    sentence: int = 0,
    on: str | None = None,
    mode: str | None = None,
    place: str | None = None,
) -> Draft:
    """A draft; each letter of `actors` and `recipients` is a chain, `on` a day given in the text."""
    predicate = Predicate(0, 3, act, 0.9, mode, status, 0.9, ())  # type: ignore[arg-type]
    scene = Scene(sentence, 10 * sentence, 10 * sentence + 9, "met in it", Reading((predicate,)), (), (), (), DAY)
    return Draft(
        scene,
        predicate,
        (10 * sentence, 10 * sentence + 3),
        status,  # type: ignore[arg-type]
        list(actors),
        list(recipients),
        date=EventDate(first=on, last=on, text=on, basis="text") if on else EventDate(first=DAY, last=DAY),
        place=Place(text=place, start=0, end=len(place)) if place else None,
        evidence=[Span(10 * sentence, 10 * sentence + 3, "met")],
        spans={c: Mention(c, 0, 1, c, "PER", c) for c in actors + recipients},
    )


def same(chain: str) -> str:
    return chain


def sides(drafts: list[Draft]) -> list[tuple[str, str]]:
    return [("".join(d.actors), "".join(d.recipients)) for d in drafts]


def test_two_tellings_become_one_with_both_evidences() -> None:
    (merged,) = merge([draft(actors="a", recipients="b"), draft(actors="a", recipients="b", sentence=4, place="Tarn")], same)
    assert (merged.actors, merged.recipients) == (["a"], ["b"])
    assert [span.start for span in merged.evidence] == [0, 40]
    assert merged.place is not None and merged.place.text == "Tarn"


def test_a_later_telling_adds_its_side() -> None:
    (merged,) = merge([draft("ASSAULT", actors="a"), draft("ASSAULT", actors="a", recipients="b", sentence=1)], same)
    assert sides([merged]) == [("a", "b")]
    assert set(merged.spans) == {"a", "b"}


def test_one_shared_side_joins_neighbouring_sentences_only() -> None:
    first = draft("ASSAULT", actors="a", recipients="b")
    assert len(merge([first, draft("ASSAULT", actors="a", sentence=1)], same)) == 1
    assert len(merge([first, draft("ASSAULT", actors="a", sentence=6)], same)) == 2


def test_two_words_for_one_act_in_one_clause_are_one_event() -> None:
    held = draft(actors="ab")
    talks = Draft(held.scene, replace(held.predicate, start=7, end=9, probability=0.95), (7, 9), "happened", ["a", "b"], spans=held.spans)
    assert [d.trigger for d in merge([held, talks], same)] == [(7, 9)], "the surer word stays"


def test_a_day_in_the_text_beats_the_articles() -> None:
    (merged,) = merge([draft(actors="ab"), draft(actors="ab", sentence=1, on="2031-03-08")], same)
    assert (merged.date.first, merged.date.basis) == ("2031-03-08", "text")


@pytest.mark.parametrize(
    "other",
    [
        draft("ASSAULT", actors="ab"),
        draft(status="planned", actors="ab"),
        draft(actors="cd"),
        draft(actors="ac"),
        draft(actors="ab", on="2031-03-02"),
        draft(),
    ],
    ids=["other act", "other status", "other sides", "a third side", "other day", "no sides"],
)
def test_different_events_stay_apart(other: Draft) -> None:
    assert len(merge([draft(actors="ab", on="2031-03-08"), other], same)) == 2


def test_a_meeting_is_one_whoever_is_named_first() -> None:
    assert len(merge([draft(actors="a", recipients="b"), draft(actors="ba", sentence=1)], same)) == 1


def test_an_attack_turned_round_is_another_attack() -> None:
    assert len(merge([draft("ASSAULT", actors="a", recipients="b"), draft("ASSAULT", actors="b", recipients="a")], same)) == 2


def test_modes_part_events_except_meetings() -> None:
    assert len(merge([draft("ASSAULT", actors="a", mode="beat"), draft("ASSAULT", actors="a", mode="abduct")], same)) == 2
    assert len(merge([draft(actors="ab", mode="meet"), draft(actors="ab", mode="visit")], same)) == 1


def test_identity_joins_what_chains_keep_apart() -> None:
    one = {"x": "state:one", "y": "state:one"}.get
    assert sides(merge([draft(actors="x"), draft(actors="y", sentence=1)], lambda chain: one(chain) or chain)) == [("x", "")]


any_draft = st.builds(
    draft,
    st.sampled_from(["CONSULT", "ASSAULT"]),
    st.sampled_from(["happened", "planned", "denied"]),
    st.sampled_from(["", "a", "ab", "c"]),
    st.sampled_from(["", "d", "de"]),
    sentence=st.integers(0, 5),
    on=st.sampled_from([None, "2031-03-08", "2031-03-14"]),
)


@settings(deadline=None)
@given(st.lists(any_draft, max_size=8))
def test_merging_loses_no_evidence_and_no_side(drafts: list[Draft]) -> None:
    evidence = {span for d in drafts for span in d.evidence}
    chains = {chain for d in drafts for chain in d.actors + d.recipients}
    merged = merge(drafts, same)
    assert {span for d in merged for span in d.evidence} == evidence
    assert {chain for d in merged for chain in d.actors + d.recipients} == chains
    for d in merged:
        assert len(set(d.actors + d.recipients)) == len(d.actors + d.recipients)
        assert set(d.actors + d.recipients) <= set(d.spans)


def test_of_two_plans_it_is_the_one_told_in_like_words() -> None:
    def told(words: str, sentence: int, on: str | None = None) -> Draft:
        one = draft(status="planned", actors="ab", sentence=sentence, on=on)
        one.scene = replace(one.scene, text=words)
        return one

    call = told("They will meet virtually on Friday", 0, "2031-03-14")
    visit = told("They meet in person at the Olympics in May", 2, "2031-05-01")
    again = told("Ahead of the virtual meeting he spoke", 4)
    later = told("He looked forward to the Olympics", 5)
    again.date = later.date = EventDate()
    merged = merge([call, visit, again, later], same)
    assert [[span.start for span in one.evidence] for one in merged] == [[0, 40], [20, 50]]


def test_of_two_given_days_the_narrower_is_kept() -> None:
    def told(first: str, last: str, basis: str = "text") -> EventDate:
        return EventDate(first=first, last=last, basis=basis)  # type: ignore[arg-type]

    year, month, day = told("2031-01-01", "2031-12-31"), told("2031-03-01", "2031-03-31"), told("2031-03-04", "2031-03-04")
    near, written = told("2031-03-05", "2031-03-05", "context"), told("2031-03-10", "2031-03-10", "article")
    assert surer_date(month, day) == surer_date(day, month) == day
    assert surer_date(month, near) == surer_date(near, month) == month and surer_date(year, near) == surer_date(near, year) == near
    assert surer_date(written, month) == surer_date(month, written) == month
    assert surer_date(EventDate(), written) == EventDate()

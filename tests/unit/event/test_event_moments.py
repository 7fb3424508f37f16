"""Which time of its sentence an act has, and which date it takes over where it has none. The articles are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.event import Draft, Scene
from detente.event.dating import inherit_dates
from detente.event.drafts import draft_events
from detente.event.moments import day_told, event_date, merely_qualifies, nearby_time, own_time, part_of_day
from detente.model.readings import Predicate, Reading
from detente.records import EventDate, Time
from detente.text import sentences
from detente.when import find_times

DAY = "2031-03-10"  # a Monday


def staged(text: str, *triggers: str, linked: dict[tuple[str, str], float] | None = None, acts: dict[str, str] | None = None) -> list[Scene]:
    """The sentences of a text with its times; `triggers` are words of acts, `linked` maps (trigger, time) to a probability."""
    extents, times = sentences(text), find_times(text, sentences(text), DAY)
    stage = []
    for index, (start, end) in enumerate(extents):
        words = text[start:end]
        predicates = tuple(
            Predicate(words.index(t), words.index(t) + len(t), (acts or {}).get(t, "ASSAULT"), 0.9, None, status_of(words, t), 0.9, ())
            for t in triggers
            if t in words
        )

        def relation(kind: str, source: tuple[int, int], target: tuple[int, int], words: str = words) -> float:
            return (linked or {}).get((words[slice(*source)], words[slice(*target)]), 0.0)

        here = tuple(t for t in times if start <= t.start and t.end <= end)
        stage.append(Scene(index, start, end, words, Reading(predicates, {}, relation), (), here, (), DAY))
    return stage


def status_of(words: str, trigger: str) -> str:
    return "planned" if f"will {trigger}" in words or f"to {trigger}" in words else "happened"


def spot(scene: Scene, trigger: str) -> tuple[int, int]:
    begin = scene.start + scene.text.index(trigger)
    return begin, begin + len(trigger)


def words(time: Time | None) -> str | None:
    return time.text if time else None


def test_three_days_after_dates_the_clause_behind_it_and_not_the_one_before() -> None:
    text = "Guards searched homes in Tarn on Sunday, three days after rebels raided a camp."
    (scene,) = staged(text, "searched", "raided", linked={("raided", "Sunday"): 0.9, ("searched", "three days"): 0.9, ("searched", "Sunday"): 0.8})
    raided = own_time(scene, spot(scene, "raided"))
    assert raided is not None and (raided.text, raided.first) == ("three days", "2031-03-06")
    assert words(own_time(scene, spot(scene, "searched"))) == "Sunday"


def test_the_time_right_beside_the_act_wins_over_a_linked_one() -> None:
    (scene,) = staged("Men hurt in the clash of 3 March flew home on Sunday.", "clash", linked={("clash", "Sunday"): 0.9})
    assert words(own_time(scene, spot(scene, "clash"))) == "3 March"


def test_a_time_that_tells_which_thing_is_meant_dates_nothing_if_there_is_another() -> None:
    (scene,) = staged("Varland dropped a 2028 pact last Friday.", "dropped", linked={("dropped", "2028"): 0.9, ("dropped", "last Friday"): 0.5})
    assert words(own_time(scene, spot(scene, "dropped"))) == "last Friday"


def test_a_dateline_dates_nothing_if_there_is_another_time() -> None:
    text = "TARN, Mar 10 (Arrow News) - Rebels shelled a camp on Saturday."
    (scene,) = staged(text, "shelled", linked={("shelled", "Mar 10"): 0.9, ("shelled", "Saturday"): 0.5})
    assert words(own_time(scene, spot(scene, "shelled"))) == "Saturday"


@pytest.mark.parametrize(
    ("text", "trigger", "unreal", "expected"),
    [
        ("The leader, held since Saturday, saw Obura, who cheered.", "cheered", False, None),
        ("Since Saturday guards have beaten people.", "beaten", False, "Saturday"),
        ("He was beaten, and will see Obura on Friday.", "beaten", False, None),
        ("He will see Obura on Friday.", "see", True, "Friday"),
        ("He was beaten on Sunday.", "beaten", False, "Sunday"),
        ("He was beaten on Saturday, far from Tarn, and Obura went to Oss on Sunday.", "beaten", False, "Saturday"),
    ],
)
def test_a_time_near_an_act_fits_its_status(text: str, trigger: str, unreal: bool, expected: str | None) -> None:
    (scene,) = staged(text, trigger)
    assert words(nearby_time(scene, spot(scene, trigger), unreal=unreal)) == expected


def drafted(text: str, *triggers: str, **more: object) -> list[Draft]:
    stage = staged(text, *triggers, **more)  # type: ignore[arg-type]
    drafts = [draft for scene in stage for draft in draft_events(scene)]
    inherit_dates(drafts, stage, text, lambda chain: chain)
    return drafts


def test_a_range_of_days_dates_an_act_as_a_whole() -> None:
    text = "Rebels shelled Tarn from 3 March to 5 March."
    (draft,) = drafted(text, "shelled", linked={("shelled", "5 March"): 0.9})
    assert draft.date == EventDate(first="2031-03-03", last="2031-03-05", text="3 March to 5 March", basis="text")


def test_a_bare_weekday_far_off_is_turned_by_the_status() -> None:
    (draft,) = drafted("Unions will march, Obura told them on Tuesday.", "march", linked={("march", "Tuesday"): 0.9})
    assert draft.status == "planned" and draft.date.first == "2031-03-11"
    (draft,) = drafted("Unions will march, Obura told them on Friday.", "march", linked={("march", "Friday"): 0.9})
    assert draft.date.first == "2031-03-07"


def test_a_headline_is_dated_by_the_same_act_in_the_text() -> None:
    text = "Rebels shell Tarn\n\nA curfew began on Saturday. Rebels shelled Tarn on Sunday."
    headline = drafted(text, "shell ", "shelled", linked={("shelled", "Sunday"): 0.9})[0]
    assert headline.date == EventDate(first="2031-03-09", last="2031-03-09", text="Sunday", basis="context")


def test_a_headline_is_dated_by_the_lead_if_the_act_is_told_nowhere_else() -> None:
    text = "Rebels shell Tarn\n\nUnions struck on Sunday."
    headline = drafted(text, "shell", "struck", linked={("struck", "Sunday"): 0.9}, acts={"struck": "PROTEST"})[0]
    assert (headline.date.first, headline.date.basis) == ("2031-03-09", "context")


def test_what_happened_long_ago_dates_no_headline() -> None:
    text = "Rebels shell Tarn\n\nUnions struck in 1994."
    headline = drafted(text, "shell", "struck", linked={("struck", "1994"): 0.9}, acts={"struck": "PROTEST"})[0]
    assert (headline.date.first, headline.date.basis) == (DAY, "article")


def test_a_sentence_goes_on_with_the_day_of_the_one_before_it_but_not_over_a_paragraph() -> None:
    text = "Crowds filled Tarn on Thursday. Guards fired at them.\n\nGuards raided a camp."
    fired, raided = drafted(text, "fired", "raided")
    assert (fired.date.first, fired.date.basis) == ("2031-03-06", "context")
    assert (raided.date.first, raided.date.basis) == (DAY, "article")


def test_a_sentence_goes_on_with_the_week_of_the_one_before_it() -> None:
    (fired,) = drafted("Crowds filled Tarn last week. Guards fired at them.", "fired")
    assert (fired.date.first, fired.date.last, fired.date.basis) == ("2031-03-03", "2031-03-09", "context")


def test_a_bare_part_of_a_day_belongs_to_the_day_that_the_lead_tells_of() -> None:
    text = "Crowds in Tarn\n\nRebels shelled Tarn on Sunday. A vote is due on Friday.\n\nAt dusk, guards raided a camp."
    raided = drafted(text, "shelled", "raided", linked={("shelled", "Sunday"): 0.9, ("raided", "dusk"): 0.9})[-1]
    assert (raided.date.first, raided.date.basis) == ("2031-03-09", "context")
    (alone,) = drafted("At dusk, guards raided a camp.", "raided", linked={("raided", "dusk"): 0.9})
    assert (alone.date.first, alone.date.basis) == (DAY, "text")


def test_what_is_said_after_an_act_keeps_the_day_of_writing() -> None:
    (draft,) = drafted("Guards filled Tarn on Thursday. Obura condemned them.", "condemned", acts={"condemned": "ACCUSE"})
    assert draft.date.basis == "article"


def test_what_is_told_in_passing_happened_with_the_lead() -> None:
    text = "Crowds in Tarn\n\nRebels shelled Tarn on Sunday.\n\nGuards raided a camp."
    raided = drafted(text, "shelled", "raided", linked={("shelled", "Sunday"): 0.9}, acts={"raided": "COERCE"})[-1]
    assert (raided.date.first, raided.date.basis) == ("2031-03-09", "context")


def test_the_day_on_which_somebody_said_so_is_not_the_day_told() -> None:
    (told,) = staged("Guards fired at crowds, Obura said on Sunday.")
    assert day_told(told) is None
    (told,) = staged("Guards fired at crowds on Sunday, Obura said.")
    assert words(day_told(told)) == "Sunday"


def test_the_same_act_with_somebody_else_dates_nothing() -> None:
    meetings = drafted("Obura met Varela on Sunday.\n\nObura met Lind.", "met Varela", "met Lind", linked={("met Varela", "Sunday"): 0.9})
    for meeting, others in zip(meetings, ("ab", "ac"), strict=True):
        meeting.actors[:] = others
    undated = replace(meetings[1], date=EventDate(first=DAY, last=DAY))
    inherit_dates([meetings[0], undated], [], "", lambda chain: chain)
    assert undated.date.basis == "article"
    again = replace(undated, actors=["b", "a"])
    inherit_dates([meetings[0], again], [], "", lambda chain: chain)
    assert again.date.first == "2031-03-09"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Tarn shelled Quay for the second time this year.", True),
        ("Tarn shelled Quay for the first time since 2024.", True),
        ("The third such raid this month left two dead.", True),
        ("Tarn shelled Quay three times last year.", False),
        ("The second round will be held this year.", False),
        ("Tarn shelled Quay this month.", False),
    ],
)
def test_a_period_in_which_acts_are_counted_dates_none_of_them(text: str, counts: bool) -> None:
    stage = staged(text)
    assert [merely_qualifies(stage[0], time) for time in stage[0].times] == [counts]


def test_a_counted_period_gives_way_to_a_day() -> None:
    linked = {("broke", "this year"): 0.9, ("broke", "Monday"): 0.5}
    stage = staged("Tarn broke with Quay on Monday, for the second time this year.", "broke", linked=linked)
    time = own_time(stage[0], stage[0].span(stage[0].reading.predicates[0]))
    assert time is not None
    assert time.text == "Monday"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They clashed in October and November 2029.", ("2029-10-01", "2029-11-30")),
        ("They clashed in 2021 and 2027.", ("2021-01-01", "2021-12-31")),
        ("They clashed on Friday and Sunday.", ("2031-03-07", "2031-03-09")),
        ("They clashed between 2021 and 2027.", ("2021-01-01", "2027-12-31")),
        ("They clashed from 2021 to 2027.", ("2021-01-01", "2027-12-31")),
    ],
)
def test_two_times_are_a_range_only_where_they_adjoin_or_the_words_say_so(text: str, days: tuple[str, str]) -> None:
    (scene,) = staged(text, "clashed")
    date = event_date(scene, scene.times[0], "text", "happened")
    assert (date.first, date.last) == days


def test_a_part_of_a_day_leaves_its_day_open() -> None:
    assert part_of_day("early morning")
    assert part_of_day("the small hours")
    assert part_of_day("4 p.m.")
    assert not part_of_day("Monday morning")
    assert not part_of_day("last night")

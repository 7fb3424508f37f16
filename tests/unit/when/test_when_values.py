"""Values of time expressions, one line an expression, against one Monday: 13 December 2021."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.records import Time, Update
from detente.text import sentences
from detente.when import filed, find_readings, find_times

MONDAY = "2021-12-13"


def times(text: str, published: str | None = MONDAY, *updates: Update) -> tuple[Time, ...]:
    return find_times(text, sentences(text), published, updates)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Dec. 10, 2019.", "Dec. 10, 2019", "2019-12-10"),
        ("They met on 10 December 2019.", "10 December 2019", "2019-12-10"),
        ("They met on the 10th of December 2019.", "the 10th of December 2019", "2019-12-10"),
        ("The guilds have called a strike for the 16th.", "the 16th", "2021-12-16"),
        ("Dockers have been out since the 4th.", "the 4th", "2021-12-04"),
        ("The envoys left on the 30th and said nothing.", "the 30th", "2021-11-30"),
        ("The fair ran from the 5th to the 9th.", "the 9th", "2021-12-09"),
        ("They marched on the 30th and the 2nd.", "the 2nd", "2021-12-02"),
        ("The vote was postponed to the 20th, the clerk said.", "the 20th", "2021-12-20"),
        ("In May 2019 they marched; on the 12th, when police came, two died.", "the 12th", "2019-05-12"),
        ("The ban ends on the 5th of next month.", "the 5th of next month", "2022-01-05"),
        ("They must be paid by month's end.", "month's end", "2021-12-31"),
        ("They will march on the 30th whatever the mayor says.", "the 30th", "2021-12-30"),
        ("On Friday, 3 December, between 18:30 and 20:00, shots fell.", "Friday, 3 December, between 18:30", "2021-12-03T18:30"),
        ("They quarrelled following Friday's raid.", "Friday", "2021-12-10"),
        ("The office opens this very week.", "this very week", "2021-W50"),
        ("Drones came in the small hours.", "the small hours", "2021-12-13TMO"),
        ("A clinic opens in the new year.", "the new year", "2022-01"),
        ("Hundreds died in 1994. A curfew was declared that February.", "that February", "1994-02"),
        ("Drums leaked on Aug. 19, 2006. The cabinet stepped down the next month.", "the next month", "2006-09"),
        ("The cabinet steps down next month.", "next month", "2022-01"),
        ("The strikes of May were over. Miners went back a week earlier.", "a week earlier", "2021-W49"),
        ("Seen on 2019-12-10.", "2019-12-10", "2019-12-10"),
        ("Seen on 15/12/2019.", "15/12/2019", "2019-12-15"),
        ("Seen on 12/15/2019.", "12/15/2019", "2019-12-15"),
        ("Seen on 15.12.2019.", "15.12.2019", "2019-12-15"),
        ("The envoy said on Friday that nothing moved.", "Friday", "2021-12-10"),
        ("The envoy will meet them on Wednesday.", "Wednesday", "2021-12-15"),
        ("The envoy is set to meet them on Wednesday (Dec. 15), she said.", "Wednesday (Dec. 15)", "2021-12-15"),
        ("She is due to leave on Thursday, officials announced on Sunday.", "Thursday", "2021-12-16"),
        ("She is due to leave on Thursday, officials announced on Sunday.", "Sunday", "2021-12-12"),
        ("The men will be released on Tuesday.", "Tuesday", "2021-12-14"),
        ("The talks start Friday.", "Friday", "2021-12-17"),
        ("They must leave before Saturday.", "Saturday", "2021-12-18"),
        ("He left last Friday.", "last Friday", "2021-12-10"),
        ("He arrives next Friday.", "next Friday", "2021-12-17"),
        ("Police fired shots yesterday.", "yesterday", "2021-12-12"),
        ("The port reopens tomorrow.", "tomorrow", "2021-12-14"),
        ("Police fired shots late on Sunday.", "late on Sunday", "2021-12-12"),
        ("Police fired shots on Saturday night.", "Saturday night", "2021-12-11TNI"),
        ("They spoke at 5 p.m. on Saturday.", "5 p.m. on Saturday", "2021-12-11T17:00"),
        ("Troops landed there in 1974 five days after a coup.", "1974", "1974"),
        ("He resigned last week.", "last week", "2021-W49"),
        ("He resigned last month.", "last month", "2021-11"),
        ("He will resign next year.", "next year", "2022"),
        ("He resigned earlier this month.", "earlier this month", "2021-12"),
        ("It was put off until February 2022.", "February 2022", "2022-02"),
        ("The Games start in early February 2022.", "early February 2022", "2022-02"),
        ("The Games will start in February.", "February", "2022-02"),
        ("The talks collapsed in October.", "October", "2021-10"),
        ("The talks collapsed in March 1998.", "March 1998", "1998-03"),
        ("They fought last summer.", "last summer", "2021-SU"),
        ("It grew in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3"),
        ("It was built in the 1990s.", "the 1990s", "199"),
        ("A sample for the 21st century.", "the 21st century", "20"),
        ("He left three weeks ago.", "three weeks ago", "2021-W47"),
        ("He left two days ago.", "two days ago", "2021-12-11"),
        ("He was elected in 2004.", "2004", "2004"),
        ("They signed a 30-day truce.", "30-day", "P30D"),
        ("They talked for more than two hours.", "more than two hours", "PT2H"),
        ("He spent two and a half years in prison.", "two and a half years", "P2.5Y"),
        ("They waited for months.", "months", "PXM"),
        ("They march every Friday.", "every Friday", "XXXX-WXX-5"),
        ("He spoke at a daily briefing.", "daily", "P1D"),
        ("They are fighting now.", "now", "PRESENT_REF"),
        ("He left on Christmas Eve.", "Christmas Eve", "2021-12-24"),
        ("They were freed three nights ago.", "three nights ago", "2021-12-10TNI"),
    ],
)
def test_value(text: str, words: str, value: str) -> None:
    found = {item.text: item.value for item in times(text)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    "text",
    [
        "She lives on the 5th floor.",
        "Pupils from the 5th to the 9th grade struck.",
        "The 9th brigade stood beside the 12th.",
        "He made a birdie on the 16th.",
        "She may march.",
        "About 2000 troops crossed.",
        "The South China Morning Post said so.",
        "They met at the Winter Olympics.",
        "A 27-year-old man fell.",
        "It won 3:2 against them.",
        "He reads the Sunday Times.",
        "Theresa May spoke.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


def test_later_expressions_count_from_the_day_last_named() -> None:
    text = "The rebels attacked on Nov. 20. The same day the army replied. Two days earlier a truce had ended."
    assert [item.value for item in times(text)] == ["2021-11-20", "2021-11-20", "2021-11-18"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He was shot on Friday. They let her go the next morning.", ["2021-12-10", "2021-12-11TMO"]),
        ("He was shot on Friday. The following night others came.", ["2021-12-10", "2021-12-11TNI"]),
        ("He was shot on Friday. Two nights earlier a shop had burned.", ["2021-12-10", "2021-12-08TNI"]),
        ("He was shot on Friday. On the Monday before, a shop had burned.", ["2021-12-10", "2021-12-06"]),
        ("He was shot on Friday, and buried on the Sunday after.", ["2021-12-10", "2021-12-12"]),
    ],
)
def test_nights_and_weekdays_count_from_the_day_last_told_of(text: str, values: list[str]) -> None:
    assert [item.value for item in times(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Troops landed in 1974 five days after a coup.", "five days", ("1974-01-01", "1974-12-31")),
        ("The law passed in 1989. Many left over the next two years.", "the next two years", ("1989-01-01", "1991-01-01")),
    ],
)
def test_what_counts_from_a_time_long_gone_is_told_with_it(text: str, words: str, days: tuple[str, str]) -> None:
    assert next((item.first, item.last) for item in times(text) if item.text == words) == days


PAPER = "Two shot in Oslo\n\nOSLO, Dec. 12 (Agency) - Guards fired today. Rebels said yesterday that they will meet on Sunday."


def test_a_paper_of_the_next_day_has_its_today_from_the_dateline_and_its_yesterday_from_its_own_day() -> None:
    assert [item.value for item in times(PAPER)] == ["2021-12-12"] * 4
    assert filed(PAPER, times(PAPER), MONDAY) == "2021-12-12"


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, Dec. 3 (Agency) - Guards fired today.",  # more than a week before
        "How it came\n\nDec. 11: Guards fired.\n\nDec. 12: Rebels left.\n\nAll is calm today.",  # a list of days
        "The raid of Dec. 12 - the first - goes on today.",
    ],
)
def test_other_dates_than_a_dateline_leave_the_day_of_writing(text: str) -> None:
    assert times(text)[-1].value == MONDAY
    assert filed(text, times(text), MONDAY) == MONDAY


def test_a_month_has_the_year_before_publication_in_a_report_and_that_of_the_story_in_a_history() -> None:
    text = "On 17 March 1996 a camp burned. In May the chiefs met."
    found, retold = find_readings(text, sentences(text), MONDAY)
    assert found == times(text)
    assert [(item.text, item.first) for item in retold] == [("May", "1996-05-01")]


def test_the_labels_of_a_list_of_days_look_back_unless_it_is_a_calendar() -> None:
    told = "How it came\n\nFriday: The envoys will plan to leave.\n\nAug. 20 - They plan to return."
    assert [item.value for item in times(told)] == ["2021-12-10", "2021-08-20"]
    ahead = "The week ahead\n\nFriday: The envoys will leave.\n\nAug. 20 - They will return."
    assert [item.value for item in times(ahead)] == ["2021-12-17", "2022-08-20"]


def test_an_update_has_its_own_reference_day() -> None:
    text = "He left on Monday.\n\nUPDATE 15/12/2021\n\nHe said Wednesday that he would return tomorrow."
    update = Update(text.index("UPDATE"), "2021-12-15")
    assert [item.value for item in times(text, MONDAY, update)] == [MONDAY, "2021-12-15", "2021-12-15", "2021-12-16"]


def test_spans_of_days() -> None:
    text = "Fighting went on in the past week. It stopped earlier this month. Talks follow later this month."
    assert [(item.first, item.last) for item in times(text)] == [
        ("2021-12-06", MONDAY),
        ("2021-12-01", "2021-12-31"),
        ("2021-12-01", "2021-12-31"),
    ]


@pytest.mark.parametrize("words", ["Highway 1806", "Mines Act 1996", "Resolution 1973", "Flight 2014", "Room 1901"])
def test_what_is_numbered_is_no_year(words: str) -> None:
    assert times(f"They took {words} and left.") == ()
    assert [time.value for time in times("They took the road in 1973 and left.")] == ["1973"]


@pytest.mark.parametrize("text", ["A group, March for Bread, left.", "The March on Lindow began."])
def test_a_march_is_no_month(text: str) -> None:
    assert times(text) == ()
    assert [time.value for time in times("They left in March for good.", "2016-06-23")] == ["2016-03"]


def test_without_a_publication_day_nothing_is_guessed() -> None:
    found = times("He left last week, on Dec. 10, and in 2019.", None)
    assert [(item.value, item.first) for item in found] == [
        (None, None),
        ("XXXX-12-10", None),
        ("2019", "2019-01-01"),
    ]


def test_impossible_dates_have_no_value() -> None:
    assert all(item.first is None for item in times("On Feb. 31, 2021 and 45/13/2021 nothing happened."))


ROW = (
    """Monday Dec. 15 2021 the last two weeks ago earlier ( ) , on of early 1990s third quarter a.m. 5 : 30 every May"""
)
WORDS = st.sampled_from(
    [*ROW.split(), "99999", "0000", "\n\n", "“", "’s", "北", "٣", "31st", "9999", "year", "100000000000 years ago"]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join))


@given(TEXTS, st.sampled_from([None, MONDAY, "0001-01-01", "9999-12-31"]))
def test_spans_slice_and_days_are_ordered(text: str, published: str | None) -> None:
    done = 0
    for item in times(text, published):
        assert text[item.start : item.end] == item.text
        assert done <= item.start < item.end
        done = item.end
        assert (item.first is None) == (item.last is None)
        assert item.first is None or (item.last is not None and item.first <= item.last)


@pytest.mark.parametrize("piece", ["two ", "Monday ", "the end of ", "5:", "a ", "last ", "Dec. 15 (", "twenty-"])
def test_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begin = time.perf_counter()
    find_times(text, [(0, len(text))], MONDAY, ())
    assert time.perf_counter() - begin < 20  # quadratic time would be minutes

"""What the grammar reads beyond plain dates, against Monday, 13 December 2021: one line an expression."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.records import Time
from detente.text import sentences
from detente.when import find_times

MONDAY = "2021-12-13"


def times(text: str, published: str | None = MONDAY) -> tuple[Time, ...]:
    return find_times(text, sentences(text), published)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They sailed on the night of 8 February 2019.", "the night of 8 February 2019", "2019-02-08TNI"),
        ("He fell early in the morning of 29 April 2020.", "early in the morning of 29 April 2020", "2020-04-29TMO"),
        ("They left at 9.30 p.m. on Saturday.", "9.30 p.m. on Saturday", "2021-12-11T21:30"),
        ("By mid afternoon the road was open.", "mid afternoon", "2021-12-13TAF"),
        ("The guns fell silent at midnight.", "midnight", "2021-12-13T24:00"),
        ("Two more weeks are needed.", "Two more weeks", "P2W"),
        ("They asked for an additional year.", "an additional year", "P1Y"),
        ("They waited for 2 1/2 years.", "2 1/2 years", "P2.5Y"),
        ("It took a minute and a half.", "a minute and a half", "PT1.5M"),
        ("The day-long meeting ended.", "day-long", "P1D"),
        ("The nine-day-long march ended.", "nine-day-long", "P9D"),
        ("A weeklong strike began.", "weeklong", "P1W"),
        ("The weeks ahead will be hard.", "The weeks ahead", "FUTURE_REF"),
        ("It grew in recent weeks and months.", "recent weeks and months", "PAST_REF"),
        ("More will come in the coming days.", "the coming days", "FUTURE_REF"),
        ("He wants it as soon as possible.", "as soon as possible", "FUTURE_REF"),
        ("It will close by year-end.", "year-end", "2021-12-31"),
        ("It will close by the year's end.", "the year's end", "2021-12-31"),
        ("They met over the weekend.", "the weekend", "2021-W49-WE"),
        ("The strike was suspended for the weekend.", "the weekend", "2021-W50-WE"),
        ("They met on the eve of Sunday's vote.", "the eve of Sunday", "2021-12-11"),
        ("They met in the week of 5 July.", "the week of 5 July", "2021-W27"),
        ("They met in the first week of November.", "the first week of November", "2021-11"),
        ("He left in the last half of 1989.", "the last half of 1989", "1989-H2"),
        ("It was settled in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("It was promised by the year two thousand.", "the year two thousand", "2000"),
        ("It is told of 490 BC.", "490 BC", "BC0490"),
        ("The attacks of 9/11 changed it.", "9/11", "2001-09-11"),
        ("The September 11 attacks changed it.", "September 11", "2001-09-11"),
        ("They voted on Election Day.", "Election Day", "2021-11-02"),
        ("They met on Good Friday 2019.", "Good Friday 2019", "2019-04-19"),
        ("They met on Labor Day.", "Labor Day", "2021-09-06"),
        ("They met on Memorial Day.", "Memorial Day", "2021-05-31"),
        ("They will march on Saturday week.", "Saturday week", "2021-12-25"),
        ("They patrolled from 3 to 6 May 2020.", "3 to 6 May 2020", "2020-05-03/2020-05-06"),
        ("They met two years prior.", "two years prior", "2019"),
        ("Under a June agreement they stopped.", "June", "2021-06"),
        ("A weekly radio address followed.", "weekly", "P1W"),
        ("They met on Saturday, Dec. 11. Guards had come the evening before.", "the evening before", "2021-12-10TEV"),
        ("They will gain in the near term.", "the near term", "FUTURE_REF"),
        ("No talks are planned at this time.", "at this time", "PRESENT_REF"),
    ],
)
def test_value(text: str, words: str, value: str) -> None:
    found = {item.text: item.value for item in times(text)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Dec. 3, 5 and 7.", ["2021-12-03", "2021-12-05", "2021-12-07"]),
        ("They met on April 24 and 25.", ["2021-04-24", "2021-04-25"]),
        ("They met on April 24 and 25 men fell.", ["2021-04-24"]),
        ("The war of 1947-54 was long.", ["1947", "1954"]),
        ("It ran from 2011-2013.", ["2011", "2013"]),
        ("The war of 499-493 BC was long.", ["BC0499", "BC0493"]),
        ("They talked from 3 May to 5 June 1999.", ["1999-05-03", "1999-06-05"]),
        ("Between March and May 2003 nothing moved.", ["2003-03", "2003-05"]),
        ("He was arrested on 3 May 2003 and tried on 7 June.", ["2003-05-03", "2003-06-07"]),
        ("She was elected in 2004 and resigned on Dec. 10.", ["2004", "2021-12-10"]),
    ],
)
def test_dates_share_what_one_of_them_tells(text: str, values: list[str]) -> None:
    assert [item.value for item in times(text)] == values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen stormed the camp before dawn on Saturday.", "2021-12-11"),
        ("The union has called another walkout for Saturday.", "2021-12-18"),
        ("The union has called a walkout on Saturday.", "2021-12-18"),
        ("Dockers call off Saturday walkout", "2021-12-18"),
        ("The guild scrapped its planned Saturday march.", "2021-12-18"),
        ("The guild mourned Saturday's dead.", "2021-12-11"),
        ("She invited all parties to a meeting on Saturday.", "2021-12-18"),
        ("The envoy was summoned to the ministry on Saturday.", "2021-12-11"),
        ("The envoy, who is old, flew to Oslo on Saturday.", "2021-12-11"),
        ("He urged people to turn out on Saturday.", "2021-12-18"),
        ("Shops will stay shut on Saturday.", "2021-12-18"),
        ("The council will sit in closed session on Saturday.", "2021-12-18"),
        ("Growers have refused to cut cane since Saturday.", "2021-12-11"),
        ("Members had filed their reports by Saturday.", "2021-12-11"),
        ("They must leave by Saturday.", "2021-12-18"),
        ("The premier, who on Saturday pledged help, will go.", "2021-12-11"),
        ("The office promised help on Saturday.", "2021-12-11"),
        ("Saturday's ruling angered them.", "2021-12-11"),
        ("They will look for ways around Saturday's ruling.", "2021-12-11"),
        ("The council would meet over Saturday's deadly shooting.", "2021-12-11"),
        ("They will decide ahead of Saturday's vote.", "2021-12-18"),
        ("They will wait for no one ahead of Saturday's ruling.", "2021-12-18"),
        ("Leaders to meet on Saturday", "2021-12-18"),
        ("The two sides meet on Saturday.", "2021-12-18"),
        ("The men were set free on Saturday.", "2021-12-11"),
        ("He could return as early as Saturday.", "2021-12-18"),
    ],
)
def test_a_weekday_goes_with_its_verb(text: str, day: str) -> None:
    assert {item.first for item in times(text)} == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Three quarters of the vote went to her.",
        "They live in another quarter.",
        "The broadcast 60 Minutes said so.",
        "Prices rose by $3 million a year.",
        "Twelve barrels soon became thirty.",
        "The broadcast This Week With Ina Holt said so.",
        "They fled before the fall of Tarn.",
        "He marked the Lunar New Year.",
        "They met the evening before the vote.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It began in early May 2020.", "early May 2020", "2020-05-01", "2020-05-10"),
        ("It began in mid-May 2020.", "mid-May 2020", "2020-05-11", "2020-05-20"),
        ("It ended at the end of February 2020.", "the end of February 2020", "2020-02-21", "2020-02-29"),
        ("It ended at the end of 2019.", "the end of 2019", "2019-12-01", "2019-12-31"),
        ("It began in late 2019.", "late 2019", "2019-09-01", "2019-12-31"),
        ("It began in the early 1990s.", "the early 1990s", "1990-01-01", "1993-12-31"),
        ("It came on Saturday, three days after a lorry exploded.", "three days", "2021-12-08", "2021-12-08"),
        ("They will be pardoned within fifteen days.", "fifteen days", MONDAY, "2021-12-28"),
        ("They will meet in three days.", "three days", "2021-12-16", "2021-12-16"),
        ("Clashes grew in recent days.", "recent days", "2021-11-29", MONDAY),
        ("He resigned earlier this week.", "earlier this week", MONDAY, "2021-12-19"),
    ],
)
def test_days_are_as_narrow_as_the_words(text: str, words: str, first: str, last: str) -> None:
    found = {item.text: (item.first, item.last) for item in times(text)}
    assert found.get(words) == (first, last), found


def test_a_history_counts_from_one_date_to_the_next() -> None:
    text = (
        "On 3 March 1911 the islands rose. In April the governor fled. On 9 November the capital fell. "
        "In January a truce was signed, and later that month the fleet left. The treaty of 1871 was void. "
        "On 2 February the assembly met. In 1914 the war began. By May it had reached the coast. "
        "Two years later it was over; in the summer of 1917 all went home. It was told in 1920."
    )
    found = {item.text: item.value for item in times(text, "2009-05-01")}
    assert found["April"] == "1911-04" and found["9 November"] == "1911-11-09"
    assert found["January"] == "1912-01" and found["later that month"] == "1912-01"
    assert found["2 February"] == "1912-02-02" and found["May"] == "1914-05"


def test_news_that_names_old_years_still_counts_from_today() -> None:
    text = (
        "The pact of 1951 was renewed in 1962, in 1974, in 1983 and in 1995, the envoy said on Friday. "
        "She spoke yesterday, and will speak today. The talks resumed on Dec. 6."
    )
    found = {item.text: item.value for item in times(text)}
    assert found["Friday"] == "2021-12-10" and found["Dec. 6"] == "2021-12-06"


def test_a_report_on_business_compares_quarters() -> None:
    text = (
        "The company earned more in the third quarter. Revenue rose from a year earlier. "
        "In the year-ago quarter it lost money. Costs fell in the quarter."
    )
    assert [item.value for item in times(text)] == ["2021-Q3", "2020-Q3", "2020-Q3", "2021-Q3"]


def test_a_time_of_day_belongs_to_the_day_just_named_unless_that_lies_ahead() -> None:
    text = "The vote is set for Saturday. Guards were beaten at dawn, police said."
    assert [item.first for item in times(text)] == ["2021-12-18", MONDAY]


PIECES = st.sampled_from(
    "the night of ; early in ; 24 and ; 1947 - 54 ; nineteen ninety ; twenty twenty-one ; three days after ; within ; eve of ; Sunday's ; year - earlier ;"
    "the first week of ; BC ; 9.30 p.m. ; 2 1/2 ; a minute and a half ; Feb. 29 ; in 1911 ; later that year ; quarter ; the fall of ; as soon as ;\n\n; week".split(";")
)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.sampled_from([None, MONDAY, "0001-01-01", "9999-12-31", "2020-02-29"]))
def test_spans_slice_whatever_stands_side_by_side(text: str, published: str | None) -> None:
    done = 0
    for item in times(text, published):
        assert text[item.start : item.end] == item.text and done <= item.start < item.end
        done = item.end
        assert (item.first is None) == (item.last is None)
        assert item.first is None or (item.last is not None and item.first <= item.last)

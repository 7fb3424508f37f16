"""Offices told by the body that they head, by their own words, or by what they are of."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


def name(mention: str, date: str | None) -> str | None:
    (one,) = RESOLVER.resolve(mention, date)
    return one.name


@pytest.mark.parametrize(
    ("mention", "date", "holder"),
    [
        ("the governor of the Bank of Canada", "2010-04-20", "Mark Carney"),
        ("the Mossad chief", "2010-02-20", "Meir Dagan"),
        ("the Mossad director", "2010-02-20", "Meir Dagan"),
        ("the president of the Bundestag", "2014-05-05", "Norbert Lammert"),
        ("the speaker of the Bundestag", "2019-05-05", "Wolfgang Schaeuble"),
        ("Japan's chief cabinet secretary", "2016-01-12", "Yoshihide Suga"),
        ("the South Korean unification minister", "2018-03-02", "Cho Myoung-gyon"),
        ("the US ambassador to the United Nations", "2015-09-28", "Samantha Power"),
        ("the UN special envoy to Burma", "2019-02-02", "Christine Schraner Burgener"),
        ("the UN High Commissioner for Refugees", "1994-08-02", "Sadako Ogata"),
        ("the archbishop of Canterbury", "1998-08-05", "George Carey"),
        ("the governor of Borno state", "2014-05-05", "Kashim Shettima"),
        ("the US president-elect", "2016-12-06", "Donald Trump"),
        ("the Australian opposition leader", "2014-05-15", "Bill Shorten"),
        ("the Taliban's foreign minister", "2022-02-15", "Amir Khan Muttaqi"),
        ("the State Department spokeswoman", "2015-01-15", "Jen Psaki"),
        ("the British chancellor", "2011-01-15", "George Osborne"),
        ("the German chancellor", "2011-01-15", "Angela Merkel"),
    ],
)
def test_holder_of_an_office(mention: str, date: str, holder: str) -> None:
    assert name(mention, date) == holder


@pytest.mark.parametrize(
    ("mention", "date"),
    [
        ("the leader of the House of Commons", "2014-05-05"),
        ("a Knesset leader", "2014-05-05"),
        ("a Bank of England director", "2014-05-05"),
        ("the secretary of MI5", "2014-05-05"),
    ],
)
def test_who_leads_within_a_body_does_not_head_it(mention: str, date: str) -> None:
    assert name(mention, date) not in {"John Bercow", "Yuli Edelstein", "Mark Carney", "Andrew Parker"}


@pytest.mark.parametrize("mention", ["a Mossad agent", "the deputy governor of the Bank of Canada", "Bank of Canada economists"])
def test_who_works_for_a_body_does_not_head_it(mention: str) -> None:
    assert name(mention, "2010-04-20") not in {"Mark Carney", "Meir Dagan"}


def test_no_president_is_elect_long_before_taking_office() -> None:
    assert name("the US president-elect", "2015-06-06") is None
    assert name("the US president-elect", "2016-31-31") is None


def test_head_of_a_party_is_what_they_are_in_the_state_first() -> None:
    (one,) = RESOLVER.resolve("Nicola Sturgeon", "2016-06-24")
    assert (one.sectors[0], one.role) == ("GOV", "first minister of Scotland")


def test_legislator_of_a_party_is_of_the_legislature_first() -> None:
    (one,) = RESOLVER.resolve("a Republican senator", "2013-10-16")
    assert one.sectors[:2] == ("LEG", "PTY")


def test_queen_who_never_reigned_is_no_namesake_of_a_minister() -> None:
    assert RESOLVER.resolve("Queen Mary", "2004-01-09") == ()


def test_king_who_reigned_long_ago_is_one_still() -> None:
    assert name("King Zahir Shah", "2002-06-06") == "Zahir Shah"


def test_long_surname_of_one_leader_alone_is_enough() -> None:
    assert name("Savimbi", "1993-03-03") == "Jonas Savimbi"
    assert RESOLVER.resolve("Savimbi", "2015-03-03") == ()


@pytest.mark.parametrize(
    "mention",
    ["the deputy US ambassador to the UN", "the US deputy ambassador to the UN", "the incoming US president", "the next US president",
     "the next governor of the Bank of England", "the incoming Mossad chief"],
)  # fmt: skip
def test_who_is_below_or_comes_next_does_not_hold_the_office(mention: str) -> None:
    assert name(mention, "2016-01-10") not in {"Samantha Power", "Barack Obama", "Mark Carney", "Yossi Cohen"}


@pytest.mark.parametrize("mention", ["a new president of France", "every French president", "another president of France", "Any president of France"])
def test_any_holder_is_nobody_yet(mention: str) -> None:
    (one,) = RESOLVER.resolve(mention, "2019-05-05")
    assert (one.id, one.name, one.country, one.sectors[:1]) == (None, None, "FRA", ("GOV",))
    (named,) = RESOLVER.resolve("a defiant President Macron", "2019-05-05")
    assert named.name == "Emmanuel Macron"
    (first,) = RESOLVER.resolve("a President Xi", "2019-05-05")
    assert first.name == "Xi Jinping"


@pytest.mark.parametrize(
    ("mention", "called"),
    [("Tarn County Sheriff Ana Obura", "Ana Obura"), ("Tribal Chairman Tomas Varela", "Tomas Varela"), ("Lind, chairman", "Lind")],
)
def test_the_name_stands_behind_the_office(mention: str, called: str) -> None:
    (one,) = RESOLVER.resolve(mention, "2016-01-10", "The United States was calm.", home="USA")
    assert one.name == called

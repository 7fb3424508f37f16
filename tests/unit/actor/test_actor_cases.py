"""Mentions of every kind: whose, of which sector, as of which day, and who is nobody."""

from __future__ import annotations

import pytest

from detente.actor import Resolver

RESOLVER = Resolver()


def found(mention: str, date: str | None = None, context: str | None = None) -> list[tuple[str | None, str | None, str | None]]:
    """Country, organisation and primary sector of each actor."""
    answer = RESOLVER.resolve(mention, date, context)
    return [(one.country, one.org, one.sectors[0] if one.sectors else None) for one in answer]


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("two dozen villagers", None, "CVL"),
        ("masked gunmen", None, "UAF"),
        ("cyber police", None, "COP"),
        ("smugglers", None, "CRM"),
        ("thousands of people", None, "CVL"),
        ("Russian oligarchs", "RUS", "BUS"),
        ("Afghan interpreters", "AFG", "CVL"),
        ("displaced Sudanese", "SDN", "REF"),
        ("Pakistani intelligence", "PAK", "SPY"),
        ("Crimean Tatars", "UKR", "CVL"),
        ("Tibetan monks", "CHN", "REL"),
        ("a Methodist minister", None, "REL"),
        ("a senior US official", "USA", "GOV"),
        ("residents of Aleppo", "SYR", "CVL"),
        ("the mayor of Istanbul", "TUR", "GOV"),
        ("protesters in Minneapolis", "USA", "CVL"),
        ("an ex-minister", None, "ELI"),
        ("Soviet troops", "RUS", "MIL"),
        ("East German police", "DEU", "COP"),
        ("Zairean rebels", "COD", "REB"),
        ("Greenland's prime minister", "DNK", "GOV"),
        ("the premier of Quebec", "CAN", "GOV"),
        ("ethnic Albanians", None, "CVL"),
        ("the Bank of England", "GBR", "GOV"),
    ],
)
def test_descriptions_offices_and_former_states(mention: str, country: str | None, sector: str) -> None:
    assert found(mention) == [(country, None, sector)]


@pytest.mark.parametrize(
    ("mention", "date", "name"),
    [
        ("the Irish taoiseach", "2015-01-01", "Enda Kenny"),
        ("the Austrian chancellor", "2015-01-01", "Werner Faymann"),
        ("Spain's prime minister", "2000-06-01", "Jose Maria Aznar"),
        ("Hong Kong's chief executive", "2019-07-01", "Carrie Lam"),
        ("Japan's prime minister", "1999-06-01", "Keizo Obuchi"),
        ("the Hezbollah leader", "2006-08-01", "Hassan Nasrallah"),
        ("the NATO secretary general", "2021-11-30", "Jens Stoltenberg"),
        ("the European Council president", "2015-09-15", "Donald Tusk"),
        ("France's top diplomat", "2019-03-26", "Jean-Yves Le Drian"),
        ("a former Russian president", "2021-01-01", None),
    ],
)
def test_holders_by_their_offices(mention: str, date: str, name: str | None) -> None:
    assert [one.name for one in RESOLVER.resolve(mention, date)] == [name]


@pytest.mark.parametrize(
    ("mention", "date", "expected"),
    [
        ("Kenyan soldiers and police", None, [("KEN", None, "MIL"), ("KEN", None, "COP")]),
        ("North and South Korea", None, [("PRK", None, "GOV"), ("KOR", None, "GOV")]),
        ("Greek and Turkish Cypriots", None, [("CYP", None, "CVL"), ("CYP", None, "CVL")]),
        ("Sunni and Shiite militias", None, [(None, None, "PRM"), (None, None, "PRM")]),
        ("Presidents Kenyatta and Museveni", "2015-01-01", [("KEN", None, "GOV"), ("UGA", None, "GOV")]),
        ("Kohl and Mitterrand", "1994-01-10", [("DEU", None, "GOV"), ("FRA", None, "GOV")]),
        ("British, French and US warplanes", None, [("GBR", None, "MIL"), ("FRA", None, "MIL"), ("USA", None, "MIL")]),
        ("Sergei Lavrov, Russia's foreign minister", "2015-01-01", [("RUS", None, "GOV")]),
        ("Russia's foreign minister, Sergei Lavrov", "2015-01-01", [("RUS", None, "GOV")]),
        ("Ana Duarte, an opposition lawyer", None, [(None, None, "SOC")]),
        ("a senior Western official", None, [(None, "WEST", "GOV")]),
    ],
)
def test_compounds_and_appositions(mention: str, date: str | None, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert found(mention, date) == expected


@pytest.mark.parametrize(
    ("mention", "context", "expected"),
    [
        ("Ana Duarte", "Police in Lisbon freed Ana Duarte, an opposition lawyer, on Monday.", [("PRT", None, "SOC")]),
        ("Duarte", "Kenyan farmer Ana Duarte was freed. Duarte said she would return.", [("KEN", None, "AGR")]),
        ("Duarte", "Ana Duarte is a Kenyan farmer.", [("KEN", None, "AGR")]),
        ("Halima Odongo", "Halima Odongo, a nurse at a clinic in Kisumu, said the wards were full.", [("KEN", None, "MED")]),
        ("Johnson", "In Kingston, Peter Johnson, a bus driver, was hurt. Johnson was taken to hospital.", [("JAM", None, "LAB")]),
        ("Johnson", "Meanwhile Johnson told the House of Commons in London.", [("GBR", None, "GOV")]),
        ("earthquake survivors", "Earthquake survivors in Antakya slept in cars.", [("TUR", None, "CVL")]),
        ("Chad", "Chad Wilkins scored twice in the second half.", []),
        ("Israel", "Israel Hopkinson hummed a tune on the stairs.", []),
        ("Turkey", "Turkey is best carved when it has rested.", []),
        ("Turkey", "Turkey closed its border with Syria.", [("TUR", None, "GOV")]),
        ("Brazil", "Brazil conceded two goals and the fans wept.", []),
    ],
)
def test_the_context_tells(mention: str, context: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert found(mention, "2020-05-01", context) == expected


@pytest.mark.parametrize(
    "mention",
    [
        "the Russian economy", "a police station", "Kenyan army base", "Thai curry", "the premier's plate", "the two sides", "Chancellor Street",
        "the Treaty of Lisbon", "the weather", "Kim", "Smith", "Ahmed", "Manchester United", "a house of straw", "general election", "an army of ants",
        "King Kong", "Mother Nature", "the printer", "the Suez Canal", "teacher training", "the submarine", "May",
    ],
)  # fmt: skip
def test_things_and_names_of_many_are_nobody(mention: str) -> None:
    assert found(mention, "2012-05-05") == []


def test_a_person_is_one_over_offices_and_spellings() -> None:
    ids = {RESOLVER.resolve(name, "2012-05-05")[0].id for name in ("Christine Lagarde", "the IMF managing director")}
    assert ids == {"person:christine-lagarde"}
    assert RESOLVER.resolve("Christine Lagarde", "2009-02-10")[0].country == "FRA"


def test_rebels_change_with_the_day() -> None:
    assert found("Charles Taylor", "1995-05-20") == [("LBR", None, "REB")]
    assert found("Charles Taylor", "2000-05-20") == [("LBR", None, "GOV")]
    assert found("Charles Taylor", "2010-05-20") == [("LBR", None, "ELI")]

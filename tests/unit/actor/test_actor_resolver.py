"""Mentions to identities: names, offices as of a date, institutions, descriptions, compounds, nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.actor import Identity, Resolver
from detente.actor.resolver import _answers, _resolve
from detente.actor.words import words

RESOLVER = Resolver()


def one(mention: str, date: str | None = None, context: str | None = None, home: str | None = None) -> Identity:
    """Resolve to exactly one identity."""
    found = RESOLVER.resolve(mention, date, context, home=home)
    assert len(found) == 1, (mention, found)
    return found[0]


def codes(mention: str, date: str | None = None) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(i.country, i.org, i.sectors) for i in RESOLVER.resolve(mention, date)]


def test_title_country_and_name() -> None:
    found = one("Chinese Foreign Ministry Spokesperson Hua Chunying", "2021-12-13")
    assert (found.name, found.country, found.sectors) == ("Hua Chunying", "CHN", ("GOV",))
    assert found.role == "foreign ministry spokesperson"
    assert found.id == "person:hua-chunying"


def test_unknown_person_gets_what_the_text_says() -> None:
    found = one("Kenyan Labour Minister Grace Wanjiru", "1998-05-05")
    assert (found.name, found.country, found.sectors, found.role) == ("Grace Wanjiru", "KEN", ("GOV",), "labour minister")


@pytest.mark.parametrize(
    ("mention", "date", "name"),
    [
        ("the Russian president", "2010-05-05", "Dmitry Medvedev"),
        ("the Russian president", "2021-12-13", "Vladimir Putin"),
        ("Russia's president", "1995-06-01", "Boris Yeltsin"),
        ("the Kenyan president", "1998-05-05", "Daniel arap Moi"),
        ("the German chancellor", "2010-01-01", "Angela Merkel"),
        ("the Chinese leader", "2021-12-15", "Xi Jinping"),
        ("the British prime minister", "2001-01-01", "Tony Blair"),
        ("president of France", "2000-01-01", "Jacques Chirac"),
        ("NATO chief", "2021-12-13", "Jens Stoltenberg"),
        ("UN Secretary-General", "2003-01-01", "Kofi Annan"),
    ],
)
def test_office_gives_its_holder_as_of_the_date(mention: str, date: str, name: str) -> None:
    assert one(mention, date).name == name


def test_office_without_date_or_with_deputy_has_no_holder() -> None:
    assert one("the Russian president").name is None
    assert one("the Russian president").country == "RUS"
    assert one("the Kenyan deputy foreign minister", "2010-01-01").name is None


def test_same_person_as_of_different_dates() -> None:
    assert one("Medvedev", "2009-12-13").role == "president"
    later = one("Medvedev", "2021-12-13")
    assert (later.sectors, later.country) == (("ELI",), "RUS")
    assert one("Dmitri Medvedev", "2009-12-13").id == later.id


def test_states_capitals_and_seats_act_as_governments() -> None:
    for mention, country in [
        ("Russia", "RUS"),
        ("Washington", "USA"),
        ("the Kremlin", "RUS"),
        ("Downing Street", "GBR"),
        ("Beijing", "CHN"),
    ]:
        assert codes(mention) == [(country, None, ("GOV",))]


def test_organisations_have_no_country() -> None:
    assert codes("the United Nations") == [(None, "UN", ())]
    assert codes("WHO") == [(None, "WHO", ())]
    assert RESOLVER.resolve("who") == ()
    assert codes("some Western countries") == [(None, "WEST", ())]


def test_group_changes_with_the_date() -> None:
    assert one("Taliban", "2020-01-01").sectors == ("REB",)
    assert one("the Taliban", "2022-01-01").sectors == ("GOV",)


@pytest.mark.parametrize(
    ("mention", "country", "primary"),
    [
        ("Kenyan riot police", "KEN", "COP"),
        ("two gunmen", None, "UAF"),
        ("striking dockworkers", None, "LAB"),
        ("Sudanese rebels", "SDN", "REB"),
        ("Ukraine's army chief", "UKR", "MIL"),
        ("the head of the union", None, "LAB"),
        ("Supreme Court of Kenya", "KEN", "JUD"),
        ("U.S. troops in Iraq", "USA", "MIL"),
        ("Russia's ambassador to Kenya", "RUS", "GOV"),
        ("two Kenyans", "KEN", "CVL"),
        ("a retired general", None, "ELI"),
    ],
)
def test_descriptions(mention: str, country: str | None, primary: str) -> None:
    found = one(mention)
    assert (found.country, found.sectors[0]) == (country, primary)


def test_opposition_is_secondary() -> None:
    assert codes("opposition lawmakers")[0][2][0] == "LEG"
    assert "OPP" in codes("opposition lawmakers")[0][2]


def test_compounds() -> None:
    assert [i.country for i in RESOLVER.resolve("Russia and China")] == ["RUS", "CHN"]
    assert codes("Russian and Chinese troops") == [("RUS", None, ("MIL",)), ("CHN", None, ("MIL",))]
    assert [i.name for i in RESOLVER.resolve("the presidents of Russia and China", "2021-12-13")] == ["Vladimir Putin", "Xi Jinping"]
    assert [(i.country, i.org) for i in RESOLVER.resolve("the US and European allies")] == [("USA", None), (None, "EUROPE")]
    assert [i.country for i in RESOLVER.resolve("Trinidad and Tobago")] == ["TTO"]
    assert [i.country for i in RESOLVER.resolve("Both Russia and China")] == ["RUS", "CHN"]
    assert [i.country for i in RESOLVER.resolve("Russia-China")] == ["RUS", "CHN"]


@pytest.mark.parametrize(
    ("mention", "date", "expected"),
    [
        ("Putin and his Turkish counterpart", "2018-02-08", ["Vladimir Putin", "Recep Tayyip Erdogan"]),
        ("the German foreign minister and his French counterpart", "2013-02-08", ["Guido Westerwelle", "Laurent Fabius"]),
        ("Bolivia and its army", "2005-02-08", ["Bolivia", "Bolivia army"]),
        ("Bosnian Serbs and Croats", "1994-02-08", ["Bosnian Serbs", "Bosnian Croats"]),
    ],
)
def test_a_conjunct_is_told_by_the_one_before(mention: str, date: str, expected: list[str]) -> None:
    assert [one.name for one in RESOLVER.resolve(mention, date)] == expected


@pytest.mark.parametrize("mention", ["the Tibetan leader", "a Kashmiri leader", "the Corsican president", "Maori leaders"])
def test_who_leads_a_people_within_a_state_does_not_lead_the_state(mention: str) -> None:
    found = one(mention, "2003-05-05")
    assert found.country and (found.id is None)


@pytest.mark.parametrize(
    ("mention", "country", "sectors"),
    [
        ("an aide to the Iraqi prime minister", "IRQ", ("GOV",)),
        ("the Zambian finance minister's deputy", "ZMB", ("GOV",)),
        ("the Australian opposition treasury spokesman", "AUS", ("PTY", "OPP")),
        ("a Slovak member of the European Parliament", "SVK", ("LEG",)),
        ("a KLM pilot", None, ("BUS",)),
        ("Guinea's junta leader", "GIN", ("GOV", "MIL")),
        ("the junta leaders", None, ("MIL",)),
    ],
)
def test_sectors_by_whom_somebody_is_of(mention: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert [(i.country, i.sectors) for i in RESOLVER.resolve(mention, "2022-05-05")] == [(country, sectors)]


@pytest.mark.parametrize(("mention", "country"), [("Hassan police", None), ("Salem police", None), ("Lagos police", "NGA"), ("Bombay police", "IND")])
def test_a_town_of_a_common_name_tells_no_state(mention: str, country: str | None) -> None:
    assert one(mention, "2010-01-01").country == country


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("The last Chadian and Nato forces", [("TCD", "MIL"), (None, "MIL")]), ("Afghan and international troops", [("AFG", "MIL"), (None, "MIL")]),
        ("U.S. and coalition forces", [("USA", "MIL"), (None, "MIL")]), ("senior Chadian and Malian officials", [("TCD", "GOV"), ("MLI", "GOV")]),
        ("Chad and government troops", [("TCD", "GOV"), (None, "MIL")]),
    ],
)  # fmt: skip
def test_states_share_the_noun_of_their_allies(mention: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(one.country, one.sectors[0]) for one in RESOLVER.resolve(mention, "2024-10-14")] == expected


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("U.S.-based gun makers", "USA"), ("Lagos-based traders", "NGA"), ("the Chad-born preacher", "TCD"),
        ("a Paris-based Iranian dissident", "IRN"), ("Brussels-based diplomats", None), ("the Vienna-based IAEA", None),
    ],
)  # fmt: skip
def test_who_is_based_somewhere_is_of_that_state_unless_told_otherwise(mention: str, country: str | None) -> None:
    (answer,) = RESOLVER.resolve(mention, "2024-10-14")
    assert answer.country == country


def test_an_acronym_is_no_person() -> None:
    assert RESOLVER.resolve("QXP", "2010-01-01", "Norway's QXP lost, and the QXP mourned.") == ()


def test_context_with_one_state_tells_whose() -> None:
    assert one("police", context="Kenya sends police to the port.").country == "KEN"
    assert one("police", context="Kenya and Uganda met.").country is None
    assert one("the president", "1998-05-05", "Kenya's cabinet met.").name == "Daniel arap Moi"


@pytest.mark.parametrize("mention", ["the president", "police", "Brussels", "Kenyan police", "the Congress party", "Obama", "several people"])
def test_what_was_asked_before_changes_no_answer(mention: str) -> None:
    """An answer is remembered only where the day and the text around do not matter."""
    asked: list[tuple[str | None, str | None, str | None]] = [
        (None, None, None), ("2010-05-01", None, None), ("2020-05-01", None, "KEN"), ("2010-05-01", "Talks were held in Belgium.", None),
        ("2010-05-01", "India goes to the polls.", None),
    ]  # fmt: skip
    def answers(order: list[tuple[str | None, str | None, str | None]]) -> list[tuple[Identity, ...]]:
        for cache in (_resolve, _answers):
            cache.cache_clear()
        found = {one: Resolver().resolve(mention, one[0], one[1], home=one[2]) for one in order}
        return [found[one] for one in asked]

    assert answers(asked) == answers(asked[::-1])
    assert answers(asked) == [answers([one] + [other for other in asked if other != one])[at] for at, one in enumerate(asked)]


def test_home_tells_whose() -> None:
    assert one("police", home="KEN").country == "KEN"
    assert one("Ugandan police", home="KEN").country == "UGA"
    assert one("the leader of Kenya", "2023-01-01").role == "president"
    assert one("the Kenyan side").country == "KEN"


@pytest.mark.parametrize(
    ("mention", "key"),
    [("RSF", "group:RSF_SDN"), ("an RSF adviser", "group:RSF_SDN"), ("the RSF's camp", None), ("UAE", "state:ARE")],
)
def test_initials_are_those_of_whom_the_text_names_in_full(mention: str, key: str | None) -> None:
    told = "Men of the Rapid Support Forces and of the United Allied Engineers camped by the river, and the UAE denied paying the RSF."
    found = RESOLVER.resolve(mention, "2024-05-01", told)
    assert [one.id for one in found] == ([key] if key else [])
    assert RESOLVER.resolve("RSF", "2024-05-01", "RSF ranks the freedom of the press.")[0].id == "org:RSF"


@pytest.mark.parametrize(("context", "country"), [("SEOUL - South Korea votes.", "KOR"), ("ROME - Italy votes.", "ITA"), ("", "USA")])
def test_a_party_of_a_common_name_is_the_one_of_the_story(context: str, country: str) -> None:
    (party,) = RESOLVER.resolve("the ruling Democratic Party", "2024-05-01", f"{context} The ruling Democratic Party lost." if context else None)
    assert party.country == country


@pytest.mark.parametrize("words", ["over 800 inmates", "up to 1,800 inmates", "fewer than 40 inmates", "the inmates"])
def test_how_many_they_are_is_no_part_of_what_they_are_called(words: str) -> None:
    assert one(words).name == "inmates"


def test_a_body_named_after_a_town_is_no_person() -> None:
    bar = one("the Istanbul Bar Association")
    assert (bar.name, bar.id, bar.country) == ("Istanbul Bar Association", None, "TUR")
    assert one("the Kenya Union of Harbour Pilots").name == "Kenya Union of Harbour Pilots"
    assert one("the Kenyan association of pilots").name == "Kenyan association"


@pytest.mark.parametrize("mention", ["both sides", "the warring sides", "the two countries", "all nations"])
def test_several_sides_are_not_those_of_home(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2021-12-13", home="KEN") == ()


@pytest.mark.parametrize(
    "mention", ["he", "they", "Ana Duarte", "Chad Okello", "the two leaders", "German Galushchenko", "Wang", "", "  ", "the", ",", "'s"]
)
def test_nobody_known_is_nobody(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2021-12-13") == ()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from([None, "1995-01-01", "2021-12-13"]))
def test_any_text_resolves_without_error(mention: str, date: str | None) -> None:
    for found in RESOLVER.resolve(mention, date):
        assert found.country or found.org or found.sectors or found.id


@given(
    st.lists(
        st.sampled_from(["Russian", "and", "of", "president", "Kenya", "Ana", "the", "rebels", ",", "UN", "former", "Putin's", "chief"]),
        max_size=9,
    )
)
def test_any_order_of_known_words_resolves(parts: list[str]) -> None:
    found = RESOLVER.resolve(" ".join(parts), "2021-12-13")
    assert len(found) <= len(parts)


def test_words_keep_acronyms_and_drop_possessives() -> None:
    assert [(w.text, w.possessive) for w in words("U.S. President’s aide.")] == [("U.S.", False), ("President", True), ("aide", False)]


@pytest.mark.parametrize("mention", ["Gregorcic", "the Old Square"])
def test_a_surname_and_a_square_of_many_towns_are_no_seats_of_governments(mention: str) -> None:
    assert not any(one.country for one in RESOLVER.resolve(mention, "2014-05-05"))


@pytest.mark.parametrize(
    ("mention", "country", "org"),
    [("the Commonwealth", None, "COMMONWEALTH"), ("the Commonwealth of Virginia", "USA", None), ("the Commonwealth Bank", None, "COMMONWEALTH_BANK")],
)
def test_the_commonwealth_is_neither_a_state_of_america_nor_a_bank(mention: str, country: str | None, org: str | None) -> None:
    assert [(one.country, one.org) for one in RESOLVER.resolve(mention, "2014-05-05")] == [(country, org)]


def test_brussels_is_the_union_unless_the_text_is_about_belgium() -> None:
    assert one("Brussels", "2021-02-11", "Kyiv and Brussels are to sign a pact.").org == "EU"
    assert one("Brussels", "2021-02-11", "Belgian unions called a strike; Brussels gave way.").country == "BEL"


@pytest.mark.parametrize(("mention", "country"), [("Port pilots", None), ("Hill students", None), ("Port Sudan police", "SDN"), ("Kano traders", "NGA")])
def test_a_common_noun_that_opens_a_mention_is_no_town(mention: str, country: str | None) -> None:
    assert [one.country for one in RESOLVER.resolve(mention, "2014-05-05")] == [country]


def test_people_of_a_great_city_are_not_those_of_a_president_of_its_name() -> None:
    assert one("Lagos police", "2003-05-05").country == "NGA"
    assert one("Lagos aides", "2003-05-05").country == "CHL"


def test_a_party_name_of_many_states_is_the_storys_where_its_own_is_not_in_the_tables() -> None:
    (found,) = RESOLVER.resolve("the Communists", "2003-05-05", "Indian voters queued in Kerala.", home="IND")
    assert (found.id, found.country, found.sectors) == (None, "IND", ("PTY",))
    assert one("the Communists", "2003-05-05", "Russian voters queued.").id == "group:KPRF"


@pytest.mark.parametrize("mention", ["Danish", "the Habsburg era", "the Soviet era", "Lindqvist & Sons", "Ali and Omar", "a suburb of Nairobi", "the outskirts of Lima"])
def test_adjectives_firms_first_names_and_parts_of_towns_are_nobody(mention: str) -> None:
    assert RESOLVER.resolve(mention, "2005-06-01") == ()


def test_a_relative_is_told_by_whose() -> None:
    assert RESOLVER.resolve("Birgit and her cousin", "2005-06-01") == ()
    assert [one.country for one in RESOLVER.resolve("Vladimir Putin and his daughter", "2005-06-01")] == ["RUS", "RUS"]


def test_a_king_is_that_of_the_state_that_the_mention_names() -> None:
    names = [[one.name for one in RESOLVER.resolve(f"King Abdullah of {state}", "2010-11-09")] for state in ("Jordan", "Saudi Arabia")]
    assert names[0] != names[1]
    assert all(len(found) == 1 for found in names)


@pytest.mark.parametrize("words", ["members of the National Assembly", "a clerk of the Independent Weavers' Union"])
def test_an_outlet_of_a_common_word_is_not_the_beginning_of_a_longer_name(words: str) -> None:
    assert not any((one.id or "").startswith("outlet:") for one in Resolver().resolve(words))
    assert [one.id for one in Resolver().resolve("an editor at the Independent")] == ["outlet:the-independent"]


@pytest.mark.parametrize(
    ("mention", "sectors"),
    [
        ("a major drug dealer", ("CRM",)),
        ("Major Ada Ruiz", ("MIL",)),
        ("General Abacha's supporters", ("CVL",)),
        ("NYPD officers", ("COP",)),
        ("the Vardo Police Department", ("COP",)),
        ("the U.S. surgeon general", ("GOV", "MED")),
        ("the multinational force", ("MIL",)),
        ("a NATO-led coalition", ("MIL",)),
        ("a coalition", ("PTY",)),
        ("OPEC oil cartel members", ()),
        ("U.S. Embassy staff", ("GOV",)),
        ("ETA Systems Inc.", ("BUS",)),
        ("fellow employees", ("LAB",)),
        ("a research fellow", ("EDU",)),
        ("the company's president", ("BUS",)),
        ("Lindow's chief executive", ("BUS",)),
        ("the president and chief operating officer", ("BUS",)),
        ("the chancellor of Lindow University", ("EDU",)),
        ("the unemployed", ("CVL",)),
        ("unemployed miners", ("LAB",)),
        ("1,900 displaced", ("REF",)),
        ("14 persons", ("CVL",)),
    ],
)
def test_words_beside_the_head_say_only_what_they_say(mention: str, sectors: tuple[str, ...]) -> None:
    assert one(mention, "1999-05-05").sectors == sectors


@pytest.mark.parametrize("mention", ["a vice president for sales", "the Ford vice president", "speakers", "a pro-Islamic State group"])
def test_nobody_of_a_government_is_made_up(mention: str) -> None:
    assert not RESOLVER.resolve(mention, "2015-05-05")


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("12 Somali and 11 Yemeni pirates", [("SOM", None, ("CRM",)), ("YEM", None, ("CRM",))]),
        ("12 Somali and 11 Yemeni nationals", [("SOM", None, ("CVL",)), ("YEM", None, ("CVL",))]),
        ("a Saudi national", [("SAU", None, ("CVL",))]),
        ("a Libyan", [("LBY", None, ("CVL",))]),
        ("six Sudanese", [("SDN", None, ("CVL",))]),
        ("the Sudanese", [("SDN", None, ("GOV",))]),
        ("the members of the Commonwealth of Independent States", [(None, "CIS", ())]),
        ("the Commonwealth", [(None, "COMMONWEALTH", ())]),
    ],
)
def test_people_of_states_and_their_clubs(mention: str, expected: list[tuple[str | None, str | None, tuple[str, ...]]]) -> None:
    assert codes(mention, "1998-05-05") == expected


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the National Oceanic and Atmospheric Administration", "National Oceanic and Atmospheric Administration"),
        ("the Albany County Sheriff's Department", "Albany County Sheriff's Department"),
        ("Ambassador Ana de la Cruz", "Ana de la Cruz"),
    ],
)
def test_names_are_kept_whole(mention: str, name: str) -> None:
    assert one(mention, "2015-05-05").name == name


def test_a_kingdom_has_a_monarch() -> None:
    assert one("the kingdom", "2015-05-05", home="JOR").country == "JOR"
    assert not RESOLVER.resolve("the kingdom", "2015-05-05", home="FRA")


def test_a_trade_in_a_name_makes_a_firm_of_who_acts_in_a_text() -> None:
    assert one("Andes Airlines", "2015-05-05", "Andes Airlines dismissed 40 pilots.").sectors == ("BUS",)
    assert not RESOLVER.resolve("Andes Airlines", "2015-05-05")


@pytest.mark.parametrize(
    ("mention", "context", "name"),
    [
        ("Sudan's RSF", None, "Rapid Support Forces"),
        ("RSF fighters", None, "Rapid Support Forces"),
        ("the RSF", "The RSF and Sudan's army fought on.", "Rapid Support Forces"),
        ("RSF", "RSF named the reporters who are held in Chad.", "Reporters Without Borders"),
    ],
)
def test_letters_of_an_organisation_and_a_group(mention: str, context: str | None, name: str) -> None:
    assert one(mention, "2023-06-01", context).name == name


@pytest.mark.parametrize(
    ("mention", "name", "sectors"),
    [
        ("Imran Khan's supporters", "Imran Khan's supporters", ("CVL",)),
        ("Imran Khan's PTI", "Pakistan Tehreek-e-Insaf", ("PTY",)),
        ("Imran Khan's party", "Imran Khan's party", ("PTY",)),
        ("Pakistan's new rulers", "Pakistan's rulers", ("GOV",)),
    ],
)
def test_whose_somebody_is_is_not_who_it_is(mention: str, name: str, sectors: tuple[str, ...]) -> None:
    found = one(mention, "2023-12-20")
    assert (found.name, found.country, found.sectors[:1]) == (name, "PAK", sectors)
    assert not (found.id or "").startswith("person:")


def test_the_congress_of_india_is_a_party() -> None:
    assert one("the Congress", "2023-03-05", "The BJP and the Congress met.", home="IND").sectors == ("PTY",)
    assert one("the Congress", "2023-03-05", "The miners and the Congress met.", home="PER").sectors == ("LEG",)


@pytest.mark.parametrize(
    ("mention", "sectors"),
    [
        ("villagers fleeing the fighting", ("CVL",)),
        ("soldiers wounded in the clash", ("MIL",)),
        ("three Kenyan nurses held for a week", ("MED",)),
        ("talks aimed at peace", None),
    ],
)
def test_several_are_who_they_are_whatever_they_do(mention: str, sectors: tuple[str, ...] | None) -> None:
    assert [one.sectors for one in RESOLVER.resolve(mention, "2011-01-01")] == ([sectors] if sectors else [])


@pytest.mark.parametrize(
    ("mention", "context", "found"),
    [
        ("the North", "Seoul said the North fired a missile.", ["state:PRK"]),
        ("the South", "Pyongyang said it would not talk to the South.", ["state:KOR"]),
        ("the North", "Floods hit the North of the island.", []),
    ],
)
def test_the_halves_of_korea(mention: str, context: str, found: list[str]) -> None:
    assert [one.id for one in RESOLVER.resolve(mention, "2023-07-12", context)] == found


@pytest.mark.parametrize(
    ("mention", "country", "sector"),
    [
        ("a spokesman for President Emmanuel Macron", "FRA", "GOV"),
        ("the wife of President Macky Sall", "SEN", "CVL"),
        ("supporters of former President Jair Bolsonaro", "BRA", "CVL"),
        ("troops loyal to President Laurent Gbagbo", "CIV", "MIL"),
        ("gunmen loyal to Moqtada al-Sadr", "IRQ", "UAF"),
        ("opponents of President Xi Jinping", "CHN", "CVL"),
    ],
)
@pytest.mark.parametrize("context", [None, "President Donald Trump met senators in Washington on Tuesday."])
def test_whoever_serves_a_holder_of_an_office_is_of_the_holders_state(mention: str, country: str, sector: str, context: str | None) -> None:
    found = one(mention, "2019-10-15", context)
    assert (found.country, found.sectors[0]) == (country, sector)


@pytest.mark.parametrize("mention", ["the North's leader", "Venezuela's self-proclaimed president"])
def test_an_office_that_is_anothers_or_claimed_is_not_the_holders(mention: str) -> None:
    found = RESOLVER.resolve(mention, "2019-10-15", "President Donald Trump met senators in Washington on Tuesday.")
    assert all(not (known.id or "").startswith("person:") for known in found)


def test_a_place_called_new_is_one_name_and_the_adjective_none() -> None:
    assert one("the New York Stock Exchange").name == "New York Stock Exchange"
    assert one("New Colombian President Alvaro Uribe", "2002-10-15").name == "Alvaro Uribe"


def test_a_service_known_the_world_over_is_not_that_of_the_storys_state() -> None:
    assert one("the Federal Foreign Office", "2019-10-15", home="YEM").country == "DEU"
    assert one("the Department for International Development", "2012-10-15", home="LBR").country == "GBR"


@pytest.mark.parametrize("mention", ["a spokesman for Mr Putin", "Mr. Putin's critics", "advisers to Putin", "a lawyer for Russian President Vladimir Putin"])
def test_a_form_of_address_or_a_states_adjective_hides_no_holder(mention: str) -> None:
    assert one(mention, "2018-06-01", "The White House spoke in Washington.").country == "RUS"


def test_a_relative_named_behind_is_of_the_same_state() -> None:
    assert [found.country for found in RESOLVER.resolve("Putin and his wife", "2010-06-01")] == ["RUS", "RUS"]


def test_a_former_leader_whom_all_know_is_no_minister_elsewhere() -> None:
    assert one("Obama", "2021-10-15").id == one("President Obama", "2010-10-15").id
    assert one("Blair", "2021-10-15").role == "former prime minister"


def test_of_two_of_one_surname_who_rules_is_meant() -> None:
    talks = "Talks were held in {} on Tuesday."
    assert one("Gaddafi", "2011-05-01", talks.format("Libya")).name == "Muammar Gaddafi"
    assert one("Keita", "2017-03-01", talks.format("Mali")).name == "Ibrahim Boubacar Keita"
    assert RESOLVER.resolve("Nguyen", "2011-05-18", talks.format("Vietnam")) == ()


def test_both_koreas_are_two_states() -> None:
    assert [found.country for found in RESOLVER.resolve("the two Koreas", "2018-04-27")] == ["PRK", "KOR"]

"""Every act in every status reads as a whole sentence that does not claim more than the status allows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml
from msgspec import structs
from sample_articles import actor, ceasefire, event

import detente.codebook
from detente.brief import labels, wording
from detente.brief.phrases import PHRASES
from detente.records import Actor, Event, EventDate, Span, Status

TEXT = "Norland Sudland"
NORLAND = actor("Norland", text=TEXT, name="Norland", country="NOR", sectors=("GOV",))
SUDLAND = actor("Sudland", text=TEXT, name="Sudland", country="SUD", sectors=("GOV",))
PEOPLE = Actor(text="striking dockers", start=0, end=0)
STATUSES = get_args(Status)


def made(act: str, mode: str | None, status: str, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> Event:
    """An event of this kind with these sides."""
    code = f"{act}/{mode}" if mode else act
    return event(1, code, status, "Ecuador", actors=actors, recipients=recipients)


def codebook_pairs() -> set[tuple[str, str | None]]:
    """All (type, mode) pairs of the default codebook."""
    types = yaml.safe_load(Path(detente.codebook.__file__).with_name("plover.yaml").read_text(encoding="utf-8"))[
        "types"
    ]
    pairs: set[tuple[str, str | None]] = {(name, None) for name in types}
    for name, kind in types.items():
        modes = kind.get("modes") or {} if isinstance(kind, dict) else {}
        pairs.update((name, mode) for mode in modes)
    return pairs


def test_every_type_and_mode_has_words_of_its_own() -> None:
    assert codebook_pairs() <= set(PHRASES)
    assert len({forms.to for forms in PHRASES.values()}) == len(PHRASES)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("sides", ["both", "actor", "recipient", "nobody", "several"])
def test_every_combination_is_one_plain_sentence(status: str, sides: str) -> None:
    actors = {"both": (NORLAND,), "actor": (PEOPLE,), "several": (NORLAND, SUDLAND)}.get(sides, ())
    recipients = (SUDLAND,) if sides in ("both", "recipient") else ()
    for act, mode in PHRASES:
        told = wording.sentence(made(act, mode, status, actors, recipients))
        assert re.fullmatch(r"[A-Z][^{}.]+[^ ,{}.]\.", told), told
        assert "  " not in told and " ." not in told and "None" not in told
        asked = wording.question(made(act, mode, status, actors, recipients))
        assert bool(asked) == (status in ("planned", "conditional", "possible", "called_for"))
        assert not asked or re.fullmatch(r"Will [^{}]+\?", asked), asked


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("happened", "Norland arrested people linked to Sudland."),
        ("ongoing", "Norland is arresting people linked to Sudland."),
        ("planned", "Norland is to arrest people linked to Sudland."),
        ("conditional", "Norland would arrest people linked to Sudland."),
        ("possible", "Norland may arrest people linked to Sudland."),
        ("called_for", "Norland called on Sudland to make arrests."),
        ("refused", "Norland refused to arrest people linked to Sudland."),
        ("denied", "Norland did not arrest people linked to Sudland."),
    ],
)
def test_each_status_has_its_honest_form(status: str, words: str) -> None:
    assert wording.sentence(made("COERCE", "arrest", status, (NORLAND,), (SUDLAND,))) == words


def test_a_protest_that_is_refused_is_called_off() -> None:
    strike = made("PROTEST", "strike", "refused", (PEOPLE,), (NORLAND,))
    assert wording.sentence(strike) == "Striking dockers called off a strike."
    assert wording.status(strike) == "Called off"
    assert wording.sentence(made("PROTEST", "strike", "refused", (), (NORLAND,))) == "A strike against Norland was called off."
    assert wording.sentence(made("PROTEST", None, "refused", (), ())) == "A protest was called off."


def test_without_an_actor_the_sentence_is_passive() -> None:
    assert wording.sentence(made("COERCE", "arrest", "happened", (), (PEOPLE,))) == "Striking dockers were arrested."
    assert wording.sentence(made("COERCE", "arrest", "denied", (), (PEOPLE,))) == "Striking dockers were not arrested."


def test_a_plan_for_a_day_gone_by_is_told_as_past() -> None:
    plan = event(
        1,
        "AGREE<CONSULT",
        "planned",
        "will meet",
        actors=(NORLAND, SUDLAND),
        date=EventDate(first="1998-03-14", basis="text"),
    )
    assert wording.sentence(plan, "1998-03-12") == "Norland and Sudland are to hold talks on 14 March 1998."
    assert wording.sentence(plan, "1998-03-20") == "Norland and Sudland were to hold talks on 14 March 1998."


def test_the_date_of_the_article_is_not_told_as_the_events() -> None:
    vague = event(
        1,
        "CONSULT",
        "happened",
        "will meet",
        actors=(NORLAND, SUDLAND),
        date=EventDate(first="1998-03-14", basis="article"),
    )
    assert "1998" not in wording.sentence(vague)


def test_a_denial_names_who_denies() -> None:
    denial = event(1, "ASSAULT", "denied", "will meet", actors=(NORLAND,), recipients=(SUDLAND,), denied_by=(SUDLAND,))
    assert wording.sentence(denial) == "Sudland denied that Norland attacked Sudland."
    own = event(1, "ASSAULT", "denied", "will meet", actors=(NORLAND,), recipients=(SUDLAND,), denied_by=(NORLAND,))
    assert wording.sentence(own) == "Norland denied attacking Sudland."


def test_what_others_say_is_marked_as_said() -> None:
    by_number = {found.id: wording.status(found) for found in ceasefire().events}
    assert by_number["border-truce-e3"] == "Said to have happened"
    assert by_number["border-truce-e13"] == "Happened"
    assert by_number["border-truce-e7"] == "Threatened"


def test_no_sentence_of_the_article_is_copied() -> None:
    article = ceasefire().article.text
    for found in ceasefire().events:
        told = wording.sentence(found).split(", on a condition")[0]
        words = told.split()
        assert all(" ".join(words[n : n + 7]) not in article for n in range(len(words) - 6)), told


def person(name: str, role: str | None, *sectors: str, key: str | None = None, country: str = "PRT") -> Actor:
    return Actor(text=name, start=0, end=len(name), name=name, id=key, country=country, sectors=sectors, role=role)


@pytest.mark.parametrize(
    ("actor", "words"),
    [
        (person("Ana Duarte", "foreign minister", "GOV", key="person:ana-duarte"), "Foreign Minister Ana Duarte of Portugal"),
        (person("Ana Duarte", "spokeswoman", "GOV", key="person:ana-duarte"), "spokeswoman Ana Duarte of Portugal"),
        (person("Ana Duarte", "spokeswoman", "REB", key="person:ana-duarte"), "spokeswoman Ana Duarte"),
        (person("Ana Duarte", "nurse at the harbour clinic", "MED", key="person:ana-duarte"), "Ana Duarte (nurse at the harbour clinic)"),
        (person("Ana Duarte", "UN ambassador", key="person:ana-duarte", country="UNO"), "UN Ambassador Ana Duarte"),
        (person("Ana Duarte", "people's vice-president", key="person:ana-duarte", country="UNO"), "People's Vice-President Ana Duarte"),
        (person("Riot police", None, "COP"), "riot police"),
        (person("Abd al-Duarte", None, key="person:abd-al-duarte"), "Abd al-Duarte"),
        (person("at least six", None, "CVL"), "at least six"),
        (person("Eleven people", None, "CVL"), "eleven people"),
        (person("Residents", None, "CVL"), "residents"),
        (person("Three", None, "CVL"), "three"),
        (person("Ana Duarte", "correspondent", "JRN", key="person:ana-duarte"), "correspondent Ana Duarte"),
        (person("Portuguese nurses", None, "MED"), "Portuguese nurses"),
        (person("ship-owners' association", None, "BUS"), "the ship-owners' association"),
        (person("Lisbon's army", None, "MIL"), "Lisbon's army"),
        (person("World Food Programme", None, key="org:WFP"), "the World Food Programme"),
    ],
)
def test_actors_are_written_as_they_stand_in_a_sentence(actor: Actor, words: str) -> None:
    assert labels.titled(actor) == words


def test_an_act_without_its_sides_leaves_no_preposition() -> None:
    for (kind, mode), forms in PHRASES.items():
        words = wording.act(made(kind, mode, "happened", (NORLAND,), (SUDLAND,)))
        assert "{r}" not in words and not re.search(r"\b(?:with|to|from|against|of) (?:by|through|at|as|for)\b", words), (words, forms)


def test_one_is_told_in_the_singular() -> None:
    assert [labels.total(number, "event") for number in (0, 1, 2)] == ["0 events", "1 event", "2 events"]


def test_a_person_without_an_office_is_no_state() -> None:
    assert not labels.is_state(person("Ana Duarte", None, key="person:ana-duarte"))
    assert not labels.is_state(person("Ana Duarte", None))
    assert labels.is_state(person("Portugal", None, key="state:PRT"))


def test_people_of_an_organisation_go_by_the_texts_words() -> None:
    allies = Actor(text="NATO allies", start=0, end=11, name="North Atlantic Treaty Organization", id="org:NATO", org="NATO", role="allies")
    assert labels.titled(allies) == "NATO allies"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("signed a charter", "signed or endorsed an agreement"),
        ("two treaties", "signed or endorsed an agreement"),
        ("welcomed a significant signal", "voiced support"),
    ],
)
def test_only_what_is_signed_is_an_agreement_of_several(words: str, told: str) -> None:
    support = made("SUPPORT", None, "happened", (NORLAND, SUDLAND), ())
    assert told in wording.sentence(structs.replace(support, evidence=(Span(0, len(words), words),)))


@pytest.mark.parametrize(("name", "many"), [("Houthis", True), ("Rapid Support Forces", True), ("Hamas", False), ("Boko Haram", False), ("Press", False)])
def test_groups_with_a_plural_name_take_a_plural_verb(name: str, many: bool) -> None:
    assert labels.plural([Actor(text=name, start=0, end=0, name=name, id="group:X", sectors=("REB",))]) is many

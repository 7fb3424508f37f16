"""Whose state who names none is of: what is asked of the surroundings, and the table of its weights."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from detente.actor.belonging import FILE, agree
from detente.actor.home import Told
from detente.actor.surroundings import FEATURES, NONE, Company, Surroundings, none, noun, sentence_at
from detente.mention import Candidate


def candidate(text: str, words: str, sentence: int = 0) -> Candidate:
    start = text.index(words)
    return Candidate(start, start + len(words), words, "GRP", sentence, (), tuple(words.lower().split()), before=text[max(start - 1, 0) : start])


def test_every_feature_has_a_weight() -> None:
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "kind\tfeature\tweight"
    rows = [tuple(line.split("\t")[:2]) for line in lines[1:]]
    asked = [("state", name) for name in FEATURES] + [("none", name) for name in NONE]
    assert rows[: len(asked)] == asked
    assert {kind for kind, _ in rows[len(asked) :]} == {"noun"} and len(rows) == len(set(rows))


def test_those_of_one_text_are_rather_of_the_same_state() -> None:
    likely = {"pickets": {"NER": 0.7, "MLI": 0.1}, "police": {"NER": 0.6, "MLI": 0.3}, "nurses": {"NER": 0.45, "MLI": 0.46}}
    found = agree(likely)
    assert found["nurses"]["NER"] > 0.5 > found["nurses"]["MLI"]
    assert all(abs(sum(found[key].values()) - sum(likely[key].values())) < 1e-9 for key in likely)


def test_who_is_alone_agrees_with_nobody() -> None:
    alone = agree({"nurses": {"NER": 0.5, "MLI": 0.25}, "crowd": {}})
    assert abs(alone["nurses"]["NER"] - 0.5) < 1e-9 and alone["crowd"] == {}


def test_what_is_asked_of_a_state() -> None:
    text = "Chad met Niger. Herders from Diffa left.\nPolice sang."
    told = [Told(0, 4, 0, "TCD"), Told(9, 14, 0, "NER"), Told(29, 34, 1, "NER")]
    rows = Surroundings(text, told, "TCD").rows(candidate(text, "Herders", 1))
    asked = {code: dict(zip(FEATURES, row, strict=True)) for code, row in rows.items()}
    assert asked["TCD"]["dateline"] and not asked["NER"]["dateline"]
    assert asked["TCD"]["home"] != asked["NER"]["home"]
    assert asked["NER"]["beside"] and not asked["TCD"]["beside"]
    assert asked["NER"]["share"] > asked["TCD"]["share"]
    assert asked["TCD"]["nearness"] == asked["NER"]["nearness"] == 0.5
    alone = Surroundings(text, told).rows(candidate(text, "Police", 2), owner="NER")
    assert dict(zip(FEATURES, alone["NER"], strict=True))["owner"] == 1.0
    assert not dict(zip(FEATURES, alone["NER"], strict=True))["paragraph"]


def test_a_neighbour_speaks_against_the_owner() -> None:
    text = "Chad sued its neighbour."
    rows = Surroundings(text, [Told(0, 4, 0, "TCD")]).rows(candidate(text, "its neighbour"), owner="TCD")
    assert dict(zip(FEATURES, rows["TCD"], strict=True))["owner"] == -1.0


def test_the_place_that_opens_a_sentence_and_what_stands_behind() -> None:
    text = "Chad slept. In Niamey police met Mali's men."
    told = [Told(0, 4, 0, "TCD"), Told(15, 21, 1, "NER"), Told(33, 37, 1, "MLI")]
    rows = Surroundings(text, told, dateline="TCD").rows(candidate(text, "police", 1), company=Company("NER", "TCD", "MLI"))
    asked = {code: dict(zip(FEATURES, row, strict=True)) for code, row in rows.items()}
    assert [code for code in asked if asked[code]["opening"]] == [code for code in asked if asked[code]["last"]] == ["NER"]
    assert asked["MLI"]["behind"] > 0.5 > asked["NER"]["behind"] == 0
    assert [code for code in asked if asked[code]["dateline"]] == [code for code in asked if asked[code]["subject before"]] == ["TCD"]
    assert asked["NER"]["subject"] and asked["MLI"]["company"] and not asked["NER"]["sent: subject"]


def test_who_is_sent_abroad_is_weighed_apart() -> None:
    text = "Chad recalled the envoy."
    rows = Surroundings(text, [Told(0, 4, 0, "TCD")], "TCD").rows(candidate(text, "the envoy"), company=Company("TCD"))
    asked = dict(zip(FEATURES, rows["TCD"], strict=True))
    assert asked["sent: home"] == asked["home"] and asked["sent: subject"] == asked["sent: nearness"] == 1 and 0.5 < asked["sent: before"] < 1


def test_who_is_named_behind_an_office_is_weighed_apart() -> None:
    text = "Chad slept. Senator Abara left, and the senator sang."
    named = replace(candidate(text, "Senator Abara", 1), name=("abara",), type="PER")
    around = Surroundings(text, [Told(0, 4, 0, "TCD")], "TCD")
    asked = [dict(zip(FEATURES, around.rows(one)["TCD"], strict=True)) for one in (named, candidate(text, "the senator", 1))]
    assert asked[0]["titled: dateline"] and asked[0]["titled: nearness"] == 0.5
    assert not asked[1]["titled: dateline"] and not asked[1]["titled: nearness"]


def test_no_state_is_told_of_in_the_paragraph_before() -> None:
    text = "Chad met Niger. Herders from Diffa left.\nPolice sang."
    around = Surroundings(text, [Told(0, 4, 0, "TCD")])
    assert not around.silent(candidate(text, "Herders", 1)) and around.silent(candidate(text, "Police", 2))


def test_several_have_the_noun_of_one() -> None:
    text = "the residents of Rome, a boss"
    assert (noun(candidate(text, "the residents of Rome")), noun(candidate(text, "a boss"))) == ("resident", "boss")


def test_what_is_asked_of_none() -> None:
    text = "Foreign traders (reporters) met member states."
    asked = [dict(zip(NONE, none(candidate(text, words), ("JRN",), known=True, of_body=False), strict=True)) for words in ("Foreign traders", "reporters")]
    assert asked[0]["abroad"] and not asked[1]["abroad"]
    assert asked[1]["bare plural"] and asked[1]["credited"] and asked[1]["press"]


@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["TCD", "NER", "MLI"])), max_size=30), st.integers(0, 190))
def test_each_state_has_all_features_as_finite_numbers(told: list[tuple[int, str]], at: int) -> None:
    text = "x" * 100 + "\n" + "y" * 100
    mention = Candidate(at, at + 3, text[at : at + 3], "GRP", at // 50, (), ("xyz",))
    rows = Surroundings(text, [Told(start, start + 2, start // 50, code) for start, code in told], "KEN").rows(mention)
    assert rows
    assert all(len(row) == len(FEATURES) and all(abs(value) < 100 for value in row) for row in rows.values())


def test_the_sentence_of_a_position() -> None:
    assert [sentence_at([(0, 5), (6, 9)], position) for position in (0, 5, 6, 20)] == [0, 0, 1, 1]
    assert sentence_at([], 3) == 0

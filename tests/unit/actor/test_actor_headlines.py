"""Headlines in title case, read as a sentence is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.actor.headlines import sentence_case

BODY = "\n\nThe two ministers met in the port of Tarn on Monday, and Mirela Obura said that the talks went on."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Kenya Imposes Sanctions on Ugandan Lawmakers Over Border", "Kenya imposes sanctions on Ugandan lawmakers over border"),
        ("Two Soldiers Killed in Attack on Army Base", "Two soldiers killed in attack on army base"),
        ("UN Security Council Condemns Attack in Mali", "UN Security Council condemns attack in Mali"),
        ("Envoys to Meet Again in Hong Kong as Truce Is Extended", "Envoys to meet again in Hong Kong as truce is extended"),
        ("Obura Says Talks Will Go On, Rules Out New Deal", "Obura says talks will go on, rules out new deal"),
        ("Rebels Secretly Released Three Teachers", "Rebels secretly released three teachers"),
    ],
)
def test_a_headline_loses_the_capitals_of_its_plain_words(headline: str, read: str) -> None:
    assert sentence_case(headline + BODY) == read + BODY
    assert sentence_case(headline) == read


@pytest.mark.parametrize(
    "text",
    [
        "Kenya imposes sanctions on Ugandan lawmakers over border",
        "KENYA IMPOSES SANCTIONS ON UGANDAN LAWMAKERS",
        "Ana Duarte, Tomas Varela, Mirela Obura, Jon Aslak",
        "Foreign Minister Mirela Obura met Ambassador Tomas Varela in Geneva on Sunday, officials said.",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert sentence_case(text) == text


def test_a_word_that_the_text_writes_as_a_name_stays_one() -> None:
    headline = "Police Question Rivers Over Port Fire in Tarn"
    assert sentence_case(headline) == "Police question rivers over port fire in Tarn"
    assert sentence_case(f"{headline}\n\nOfficers asked Rivers where he was.").startswith("Police question Rivers over port fire")


def test_a_given_name_before_an_unknown_one_stays() -> None:
    assert sentence_case("Judge Frees Bill Wexham After Three Years in Prison") == "Judge frees Bill Wexham after three years in prison"


@given(st.text(st.sampled_from("AbCd Ief.\n’ß İǅ"), max_size=80))
def test_every_letter_stays_in_its_place(text: str) -> None:
    read = sentence_case(text)
    assert len(read) == len(text) and read.casefold() == text.casefold()

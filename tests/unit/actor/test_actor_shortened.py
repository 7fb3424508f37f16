"""Abbreviations that a text introduces, and titles cut short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.actor import Resolver
from detente.actor.shortened import bracketed, introduced, spelled, written_out


@pytest.mark.parametrize(
    ("abbreviation", "text", "name"),
    [
        ("NFO", "The strike was called by the National Farmers' Organisation (NFO).", "National Farmers' Organisation"),
        ("DPW", "An official of the Department of Public Works (DPW) came.", "Department of Public Works"),
        ("NFO", "The strike was called by the National Farmers' Organisation.", None),
        ("XYZ", "The strike was called by the National Farmers' Organisation (XYZ).", None),
        ("nfo", "The National Farmers' Organisation (nfo).", None),
    ],
)
def test_the_name_before_the_brackets(abbreviation: str, text: str, name: str | None) -> None:
    assert introduced(abbreviation, text) == name


@given(st.text(max_size=12), st.text(max_size=80))
def test_whatever_is_found_stands_in_the_text(abbreviation: str, text: str) -> None:
    assert (introduced(abbreviation, text) or "") in text


@pytest.mark.parametrize(
    ("mention", "full"),
    [
        ("Gov. Ada Mills", "Governor Ada Mills"),
        ("U.S. Rep. Ada Mills", "U.S. Representative Ada Mills"),
        ("Det Sgt Ada Mills", "Detective Sergeant Ada Mills"),
        ("Lt. Gov. Ada Mills", "Lieutenant Governor Ada Mills"),
        ("the next gen. of miners", "the next gen. of miners"),
        ("the Oil Workers' League (OWL)", "the Oil Workers' League"),
        ("the Communist Party (Maoist)", "the Communist Party (Maoist)"),
    ],
)
def test_written_out(mention: str, full: str) -> None:
    assert written_out(mention) == full


def test_an_abbreviation_is_what_its_text_says() -> None:
    text = "Kenya's Department of Public Works (DPW) closed the bridge. The DPW gave no reason."
    assert [one.sectors for one in Resolver().resolve("the DPW", "2015-05-05", text)] == [("GOV",)]


def test_a_firm_is_known_by_its_legal_form() -> None:
    assert [one.sectors for one in Resolver().resolve("Oakmere Timber Co.", "2015-05-05", "Oakmere Timber Co. shut its mill.")] == [("BUS",)]


@pytest.mark.parametrize("text", ["The R-B (R-B) rebels left Lima.", "The R-B (R-Bs) and the R-Bs (R-B) left Lima.", "The R-B's (R-B) rebels left."])
def test_abbreviations_that_introduce_themselves_or_one_another_are_read_once(text: str) -> None:
    assert all(Resolver().resolve(mention, "2026-05-01", text) is not None for mention in ("R-B", "R-Bs", "R-B's"))


@given(st.sampled_from(["OWL", "OB", "A", "ow", "(OB", "R&D"]), st.text(alphabet="OWLBow&RD() ", max_size=30))
def test_the_bracketed_are_all_that_can_be_introduced(abbreviation: str, text: str) -> None:
    """Whatever is introduced is among them, so that only these are looked for in a text."""
    if introduced(abbreviation, text):
        assert abbreviation in bracketed(text)
    assert all(f"({one})" in text for one in bracketed(text))


def test_brackets_within_brackets_are_found() -> None:
    assert bracketed("the Oil Board ((OB), the League (OWL)) and (it)") == {"OB", "OWL"}


def test_names_written_large_are_known_by_their_initials() -> None:
    told = spelled("Men of the Rapid Support Forces met the League of Harbour Pilots. North Tarn said nothing; the Rapid support was late.")
    assert told["RSF"] == "Rapid Support Forces" and told["LHP"] == "League of Harbour Pilots"
    assert "NT" not in told and "RS" not in told


@pytest.mark.parametrize(
    ("mention", "written"),
    [
        ("FM Mirela Obura", "Foreign Minister Mirela Obura"),
        ("Pres. Obura", "President Obura"),
        ("the Chadian MoD", "the Chadian Ministry of Defence"),
        ("the MoD", "the MoD"),
        ("FM radio", "FM radio"),
    ],
)
def test_offices_and_ministries_by_their_letters(mention: str, written: str) -> None:
    assert written_out(mention) == written

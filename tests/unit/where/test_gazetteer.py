"""The packed gazetteer: names to places on every level, with coordinates that are where the places are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.knowledge.folding import fold
from detente.where.gazetteer import abbreviated, candidates, countries, division_names, known


def levels(name: str) -> set[str]:
    return {hit.entry.level for hit in candidates(name)}


@pytest.mark.parametrize(
    ("name", "level", "country", "lat", "lon", "off"),
    [
        ("Kenya", "C", "KEN", 0.5, 37.9, 1.0),
        ("Russia", "C", "RUS", 61.0, 97.0, 5.0),
        ("Kansas", "A", "USA", 38.5, -98.4, 0.7),
        ("Queensland", "A", "AUS", -22.5, 144.4, 1.5),
        ("Hebei", "A", "CHN", 39.5, 116.0, 1.5),
        ("Cook County", "D", "USA", 41.9, -87.8, 0.3),
        ("Lüneburg", "P", "DEU", 53.2, 10.4, 0.2),
        ("Black Sea", "R", None, 43.4, 34.3, 0.1),
        ("Eastern Ghouta", "R", "SYR", 33.5, 36.4, 0.3),
        ("North-West Frontier Province", "R", "PAK", 34.3, 71.6, 0.6),
        ("Republika Srpska", "R", "BIH", 44.8, 17.2, 0.5),
        ("Casamance", "R", "SEN", 12.8, -15.2, 0.5),
        ("Scarborough Shoal", "R", None, 15.1, 117.8, 0.2),
    ],
)
def test_a_place_on_each_level_is_where_it_is(name: str, level: str, country: str | None, lat: float, lon: float, off: float) -> None:
    found = [hit.entry for hit in candidates(name) if hit.entry.level == level and hit.entry.country == country]
    assert any(one.lat == pytest.approx(lat, abs=off) and one.lon == pytest.approx(lon, abs=off) for one in found), found


def test_every_country_has_a_centre_and_an_id() -> None:
    assert len(countries()) > 240
    for code, hit in countries().items():
        assert hit.entry.country == code and hit.entry.geonames
        assert hit.entry.lat is not None and hit.entry.lon is not None
        assert -90 <= hit.entry.lat <= 90 and -180 <= hit.entry.lon <= 180


def test_a_centre_leaves_out_what_lies_far_off() -> None:
    """Alaska and French Guiana do not move their states' centres."""
    assert countries()["USA"].entry.lat == pytest.approx(39.5, abs=1)
    assert countries()["FRA"].entry.lat == pytest.approx(46.5, abs=1)


def test_saint_and_its_short_form_are_one_name() -> None:
    ids = {hit.entry.geonames for hit in candidates("Saint Louis")}
    assert ids == {hit.entry.geonames for hit in candidates("St. Louis")} and len(ids) > 3


def test_a_county_is_known_with_and_without_its_kind() -> None:
    assert any(hit.main and hit.entry.admin == "IL" for hit in candidates("Cook County"))
    assert any(not hit.main and hit.entry.level == "D" for hit in candidates("Cook"))


def test_a_division_of_a_state_is_no_name_of_the_state() -> None:
    assert "C" not in levels("Scotland") and "A" in levels("Scotland")


def test_a_city_is_known_by_its_short_name_unless_that_is_its_country() -> None:
    assert any(hit.main and hit.entry.name == "New York City" for hit in candidates("New York"))
    assert not any(hit.main and hit.entry.name == "Mexico City" for hit in candidates("Mexico"))


@pytest.mark.parametrize(("form", "name"), [("Tex.", "Texas"), ("W. Va.", "West Virginia"), ("TX", "Texas"), ("NSW", "New South Wales"), ("B.C.", "British Columbia")])
def test_abbreviations_of_divisions(form: str, name: str) -> None:
    assert [hit.entry.name for hit in abbreviated(form)] == [name]


def test_what_is_no_abbreviation_is_none() -> None:
    assert abbreviated("tex") == abbreviated("Xq.") == abbreviated("") == ()


def test_division_names_are_folded_and_known() -> None:
    assert {"texas", "catalonia"} <= division_names()
    assert all(map(known, division_names()))


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_name_gives_places_or_none(name: str) -> None:
    found = candidates(name)
    assert bool(found) == known(fold(name))
    for hit in found:
        assert hit.entry.level in "CADPR" and hit.entry.name


@settings(max_examples=200)
@given(st.sampled_from(["Goma", "Lima", "Osaka", "Kansas", "Zagreb", "Quito", "Cook County"]))
def test_case_does_not_matter(name: str) -> None:
    assert candidates(name.upper()) == candidates(name.lower()) == candidates(name)

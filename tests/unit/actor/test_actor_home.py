"""In which state a text is at home."""

from __future__ import annotations

from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from detente.actor.home import FEATURES, FILE, Told, chances, rows, seat

STATES = st.sampled_from(["FJI", "NZL", "TON"])
TOLD = st.builds(
    Told, st.integers(0, 900), st.integers(901, 950), st.integers(0, 9), STATES, st.sampled_from(["name", "within", "money", "again"])
)


def test_every_feature_has_a_weight() -> None:
    lines = (files("detente.actor") / "data" / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "feature\tweight" and [line.split("\t")[0] for line in lines[1:]] == list(FEATURES)


def test_a_text_is_at_home_where_its_towns_are_rather_than_in_a_state_it_names() -> None:
    text = "Nadi and Suva asked for help from Tonga."
    told = [Told(0, 4, 0, "FJI", "within"), Told(9, 13, 0, "FJI", "within"), Told(34, 39, 0, "TON")]
    found = chances(text, told, None, None)
    assert found["FJI"] > found["TON"]
    asked = dict(zip(FEATURES, rows(text, told, None, None)["FJI"], strict=True))
    assert asked["first"] and asked["inner share"] > 0.5 and asked["within"] > 1


def test_who_publishes_and_the_money_tell_of_a_home() -> None:
    told = [Told(0, 4, 0, "FJI"), Told(9, 13, 0, "TON")]
    assert chances("", told, None, "TON")["TON"] > chances("", told, None, None)["TON"]
    assert chances("", [*told, Told(20, 25, 0, "TON", "money")], None, None)["TON"] > chances("", [*told, Told(20, 25, 0, "TON")], None, None)["TON"]


def test_the_state_of_an_outlet() -> None:
    assert seat("Cairo Ledger") == "EGY" and seat("Yomiuri Shimbun") == "JPN"
    assert seat("Evening Wire") is seat("UN News") is seat("Page Six") is seat(None) is seat("") is None


def test_who_reports_from_everywhere_has_no_state() -> None:
    assert seat("Reuters") is seat("Al Jazeera") is seat("AFP") is None
    assert seat("BBC News") == "GBR" and seat("AP") == "USA"


@given(st.lists(TOLD, max_size=20), st.none() | STATES, st.none() | STATES)
def test_the_chances_are_one_in_all(told: list[Told], dateline: str | None, outlet: str | None) -> None:
    found = chances("x" * 1000, sorted(told), dateline, outlet)
    assert not found or abs(sum(found.values()) - 1) < 1e-9
    assert {dateline, outlet} - {None} <= found.keys()

"""Of what kind an outlet is, and which one its kind means; invented outlets beside known ones."""

from __future__ import annotations

import pytest

from detente.actor import outlets
from detente.actor.kinds import kinds, meant


def test_the_kind_of_an_outlet_is_told_by_its_name_or_by_the_tables() -> None:
    told = {name: kinds(name) for name in ("Tarn Gazette", "Tarn Dispatch", "Radio Lagune", "Alba TV", "Orlan Press Agency", "Reuters", "Marea Alta")}
    assert told == {
        "Tarn Gazette": {"paper"}, "Tarn Dispatch": {"paper"}, "Radio Lagune": {"station"}, "Alba TV": {"station"}, "Orlan Press Agency": {"agency"},
        "Reuters": {"agency"}, "Marea Alta": set(),
    }  # fmt: skip


def test_a_kind_means_the_last_that_may_be_of_it() -> None:
    before = [(0, 7, "Reuters", None), (9, 21, "Tarn Gazette", None), (23, 31, "Alba TV", None)]
    assert [one and one[2] for one in (meant("news agency", before), meant("daily", before), meant("channel", before), meant("site", before))] == [
        "Reuters", "Tarn Gazette", "Alba TV", "Alba TV",
    ]  # fmt: skip
    assert meant("agency", before[1:]) is None
    unknown = (33, 43, "Marea Alta", None)
    assert (meant("agency", [unknown]), meant("agency", [unknown], sure=True), meant("agency", [])) == (unknown, None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reuters and Alba TV came. She told the agency so.", ["Reuters", "Alba TV", "Reuters"]),
        ("Alba TV came. Obura, reached by telephone by the channel, left.", ["Alba TV", "Alba TV"]),
        ("The Tarn Gazette came. The newspaper said so.", ["Tarn Gazette", "Tarn Gazette"]),
        ("Reuters came. The agency said so.", ["Reuters"]),  # it may be another agency
        ("The Tarn Gazette came. She told the state news agency so.", ["Tarn Gazette", "state news agency"]),
        ("Reuters came. She told the agency Orlan so.", ["Reuters", "Orlan"]),
        ("Reuters came. She told the agency for roads so.", ["Reuters"]),
        ("Lusa and Reuters came. The Portuguese agency quoted her.", ["Lusa", "Reuters", "Lusa"]),
        ("Reuters came. The Portuguese agency quoted her.", ["Reuters"]),
        ("Alba TV came. She told the Tarn-based channel so.", ["Alba TV", "Alba TV"]),
        ("She told the agency so.", []),
    ],
)
def test_a_kind_is_an_outlet_again_where_somebody_tells_or_is_told(text: str, found: list[str]) -> None:
    assert [one.name for one in outlets.find(text)] == found

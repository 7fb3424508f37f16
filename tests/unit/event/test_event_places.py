"""The place of an act is chosen among all that the article names. The articles are invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import Act, tell

from detente.event import Draft, Scene
from detente.event.nearby import MOST
from detente.event.placerows import FEATURES
from detente.event.places import FILE, Weights, choose, settle_places
from detente.event.whereabouts import Whereabouts
from detente.model.readings import Reading
from detente.records import EventDate, Mention, Place

TEXT = (
    "Crews strike\n\nTARN, March 10 (Agency) - Crews struck in Tarn. Police from Quay beat them.\n\n"
    "In Moor an envoy was seized. Soldiers shot two men there. Norway sent a note to Chile."
)
ACTS = (
    Act("strike", "PROTEST"), Act("struck", "PROTEST"), Act("beat", "ASSAULT"), Act("seized", "ASSAULT"), Act("shot", "ASSAULT"),
    Act("sent", "REQUEST", actors="Norway", recipients="Chile"),
)  # fmt: skip


def weights(**only: float) -> Weights:
    """Weights in which only the named numbers count; blanks in names are underscores."""
    return Weights(tuple(only.get(name.replace(" ", "_").replace(":", "").replace(",", ""), 0.0) for name in FEATURES))


def scene_and_drafts() -> tuple[list[Scene], list[Draft], Place]:
    stage, drafts = tell(TEXT, *ACTS, people="Norway Chile", places="Tarn Quay Moor")
    return stage, drafts, next(place for scene in stage for place in scene.places)


def settle(folder: Path, chosen: Weights) -> list[str | None]:
    stage, drafts, line = scene_and_drafts()
    (folder / FILE).write_bytes(msgspec.json.encode(chosen))
    settle_places(Whereabouts(drafts, stage, TEXT, line, (), lambda chain: None, None), folder)
    return [draft.place.name if draft.place else None for draft in drafts]


def test_a_place_of_the_sentence_is_taken_where_words_put_the_act_into_it(tmp_path: Path) -> None:
    assert settle(tmp_path, weights(none=3.0, **{"in": 9.0})) == [None, "Tarn", None, "Moor", None, None]


def test_there_is_the_last_place_named(tmp_path: Path) -> None:
    assert settle(tmp_path, weights(there_last_places=9.0, none=3.0)) == [None, None, None, None, "Moor", None]


def test_only_acts_of_its_kind_are_drawn_to_the_dateline(tmp_path: Path) -> None:
    assert settle(tmp_path, weights(dateline_PROTEST=9.0, none=3.0)) == ["Tarn", "Tarn", None, None, None, None]


def test_where_nothing_speaks_for_a_place_there_is_none(tmp_path: Path) -> None:
    assert settle(tmp_path, weights(none=9.0)) == [None] * len(ACTS)


def test_a_place_tied_to_the_act_is_kept_or_replaced_but_never_dropped() -> None:
    stage, drafts, line = scene_and_drafts()
    drafts[3].place = next(place for place in stage[3].places)
    candidates = Whereabouts(drafts, stage, TEXT, line, (), lambda chain: None, None).candidates(3)
    chosen = [choose(candidates, one, drafts[3].trigger) for one in (weights(none=9.0, found=1.0), weights(none=9.0, dateline=1.0))]
    assert [place.name for place in chosen if place] == ["Moor", "Tarn"]


def test_a_folder_without_weights_changes_nothing(tmp_path: Path) -> None:
    stage, drafts, line = scene_and_drafts()
    drafts[2].place = line
    settle_places(Whereabouts(drafts, stage, TEXT, line, (), lambda chain: None, None), tmp_path)
    assert [draft.place for draft in drafts] == [None, None, line, None, None, None]


def test_of_several_mentions_the_nearest_to_the_act_is_given() -> None:
    stage, drafts, line = scene_and_drafts()
    place = choose(Whereabouts(drafts, stage, TEXT, line, (), lambda chain: None, None).candidates(1), weights(dateline=9.0), drafts[1].trigger)
    assert place is not None
    assert place.start == TEXT.index("Tarn.")


def test_the_sentence_that_tells_an_act_again_has_a_say() -> None:
    stage, drafts, line = scene_and_drafts()
    merged = replace(drafts[0], triggers=[*drafts[0].triggers, drafts[3].trigger])
    stage[3] = replace(stage[3], reading=Reading(relation=lambda kind, source, target: 0.99 * (kind == "place")))
    candidates = Whereabouts([merged], stage, TEXT, line, (), lambda chain: None, None).candidates(0)
    rows = {one.place.name: dict(zip(FEATURES, one.row, strict=True)) for one in candidates if one.place}
    assert rows["Moor"]["beside"] == 1
    assert rows["Moor"]["relation"] > rows["Tarn"]["relation, apart"]


def test_the_place_that_says_who_acts_is_offered() -> None:
    text = "Crews in Quay struck. Norway sent a note."
    stage, [told] = tell(text, Act("struck", "PROTEST"))
    drafts = [replace(told, actors=["crews"], spans={"crews": Mention("m1", 0, len("Crews in Quay"), "Crews in Quay", "GRP", "crews")})]
    inside = Place(text="Quay", start=text.index("Quay"), end=text.index("Quay") + 4, name="Quay")
    candidates = Whereabouts(drafts, stage, text, None, (inside,), lambda chain: None, None).candidates(0)
    rows = {one.place.name: dict(zip(FEATURES, one.row, strict=True)) for one in candidates if one.place}
    assert rows["Quay"]["says who acts, in"] == 1
    assert Whereabouts(drafts, stage, text, None, (), lambda chain: None, None).candidates(0)[0].place is None


def test_a_place_within_two_parties_is_offered_once_and_one_beside_them_never() -> None:
    text = "Crews in Quay and Tarn struck near Moor."
    stage, [told] = tell(text, Act("struck", "PROTEST"))
    spans = {words: Mention(words, 0, len(words), words, "GRP", words) for words in ("Crews in Quay", "Crews in Quay and Tarn")}
    named = [Place(text=name, start=text.index(name), end=text.index(name) + 4, name=name) for name in ("Moor", "Tarn", "Quay")]
    book = Whereabouts([replace(told, actors=list(spans), spans=spans)], stage, text, None, named, lambda chain: None, None)
    assert [one.place and one.place.name for one in book.candidates(0)] == ["Quay", "Tarn", None]


def test_a_place_that_labels_a_paragraph_speaks_for_its_acts_alone() -> None:
    text = "Strikes\n\nQUAY - Crews struck.\n\nMOOR - Police came and nurses marched."
    stage, drafts = tell(text, Act("struck", "PROTEST"), Act("marched", "PROTEST"), places="QUAY MOOR")
    book = Whereabouts(drafts, stage, text, None, (), lambda chain: None, None)
    rows = {one.place.text: dict(zip(FEATURES, one.row, strict=True)) for one in book.candidates(1) if one.place}
    assert (rows["MOOR"]["labels the paragraph"], rows["QUAY"]["labels the paragraph"], rows["QUAY"]["labels another"]) == (1, 0, 1)


@pytest.mark.parametrize("status", ["happened", "planned", "called_for", "denied"])
def test_every_number_has_a_name_and_the_found_place_is_among_the_candidates(status: str) -> None:
    stage, drafts, line = scene_and_drafts()
    for draft in drafts:
        draft.status, draft.place, draft.date = status, line, EventDate(first="2031-03-01", last="2031-03-02")  # type: ignore[assignment]
    for country in ({"Norway": "NOR", "Chile": "CHL"}.get, lambda chain: None):
        book = Whereabouts(drafts, stage, TEXT, line, (), country, "NOR")
        for index in range(len(drafts)):
            candidates = book.candidates(index)
            assert {len(one.row) for one in candidates} == {len(FEATURES)}
            assert all(one.place for one in candidates)
            assert any(one.place and one.place.name == "Tarn" and one.row[0] == 1 for one in candidates)


@given(st.integers(0, 60))
def test_a_sentence_full_of_places_offers_only_the_nearest(count: int) -> None:
    text = "Rain fell. " + "Moor " * count + "burned."
    stage, drafts = tell(text, Act("burned", "ASSAULT"), places="Moor")
    candidates = Whereabouts(drafts, stage, text, None, (), lambda chain: None, None).candidates(0)
    assert len(candidates) == min(count, MOST) + 1
    assert all(one.place.end > len(text) - 5 * (MOST + 2) - 8 for one in candidates if one.place)

"""Label inventories: what is written is read, and the heads' slices tile the output axis."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.labels import Labels, bio

names = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)
inventories = st.builds(
    Labels,
    heads=st.dictionaries(names, st.lists(names, min_size=1, max_size=6).map(tuple), min_size=1, max_size=6),
    pairs=st.lists(names, max_size=5).map(tuple),
)


@settings(deadline=None)
@given(inventories)
def test_labels_round_trip_through_their_file(tmp_path_factory, labels: Labels) -> None:
    path: Path = tmp_path_factory.mktemp("labels") / "labels.json"
    labels.write(path)
    assert Labels.load(path) == labels
    assert list(Labels.load(path).heads) == list(labels.heads), "the heads' order is the output's order"


@settings(deadline=None)
@given(inventories)
def test_slices_tile_the_output_axis_without_gap_or_overlap(labels: Labels) -> None:
    slices = labels.slices()
    covered = [index for cut in slices.values() for index in range(cut.start, cut.stop)]
    assert covered == list(range(labels.width))
    assert all(cut.stop - cut.start == len(labels.heads[name]) for name, cut in slices.items())


def test_bio_gives_outside_first_then_begin_and_inside_of_each_kind() -> None:
    assert bio("PER", "ORG") == ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
    assert bio() == ("O",)

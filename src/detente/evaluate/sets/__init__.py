"""Measured sets that are no part of the project: each is one file here, found in a folder that the user names.

A set's module has `PATHS` (where its files may lie under the folder, glob patterns) and
`measure(paths, coder) -> Report`. The text of these sets is never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from detente.coder import Coder
from detente.evaluate.sets import clusters, mentions, names, pairs, standoff, times
from detente.evaluate.tally import Report


class MeasuredSet(Protocol):
    """What a set offers; a module or an object."""

    @property
    def PATHS(self) -> tuple[str, ...]: ...  # noqa: N802
    def measure(self, paths: Sequence[Path], coder: Coder) -> Report: ...


SETS: dict[str, MeasuredSet] = {
    "time_tbaq": times,
    "uner_en test": names,
    "plover_pairs odd": pairs,
    "corpus/test/standoff": standoff,
    "clusters_allsides": clusters.ALLSIDES,
    "clusters_uci": clusters.UCI,
    "clusters_ecbplus": clusters.ECBPLUS,
    "events_ecbplus test": mentions,
}


def present(folder: Path) -> dict[str, list[Path]]:
    """The files of every set under `folder`; an empty list where a set is absent."""
    return {name: sorted({path for pattern in module.PATHS for path in folder.glob(pattern)}) for name, module in SETS.items()}


def measure(folder: Path, coder: Coder) -> Iterator[tuple[str, Report | None]]:
    """The report of every set in turn; None for one whose data are absent."""
    for name, paths in present(folder).items():
        yield name, SETS[name].measure(paths, coder) if paths else None

"""Measured sets that are no part of the project: each is one file here, found in a folder that the user names.

A set's module has `PATHS` (where its files may lie under the folder, glob patterns) and
`measure(paths, coder) -> Report`. The text of these sets is never kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from detente.coder import Coder
from detente.evaluate.sets import (
    clusters,
    coded,
    coreference,
    histories,
    leaders,
    mentions,
    names,
    pairs,
    places,
    quotes,
    standoff,
    times,
    twice,
)
from detente.evaluate.tally import Report


class MeasuredSet(Protocol):
    """What a set brings: a module, or several sets of one form."""

    @property
    def PATHS(self) -> tuple[str, ...]: ...

    def measure(self, paths: Sequence[Path], coder: Coder) -> Report:
        """The figures of the set's files."""
        ...


SETS: dict[str, MeasuredSet] = {
    "time_tbaq": times,
    "time_wikiwars": histories,
    "geo_lgl": places.LGL,
    "geo_geovirus": places.GEOVIRUS,
    "uner_en test": names,
    "plover_pairs odd": pairs,
    "plover_pairs odd, coded": coded,
    "corpus/test/standoff": standoff,
    "quotes_polnear": quotes,
    "leaders": leaders,
    "clusters_allsides": clusters.ALLSIDES,
    "clusters_uci": clusters.UCI,
    "clusters_ecbplus": clusters.ECBPLUS,
    "events_ecbplus test": mentions,
    "events_ecbplus test, twice": twice,
    "gum_coreference": coreference,
}


def present(folder: Path) -> dict[str, list[Path]]:
    """The files of every set under `folder`; an empty list where a set is absent."""
    return {name: sorted({path for pattern in module.PATHS for path in folder.glob(pattern)}) for name, module in SETS.items()}


def measure(folder: Path, coder: Coder) -> Iterator[tuple[str, Report | None]]:
    """The report of every set in turn; None for one whose data are absent."""
    for name, paths in present(folder).items():
        yield name, SETS[name].measure(paths, coder) if paths else None

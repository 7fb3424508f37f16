"""Which of its places each name of a text means, all names together: prominent ones, and such as lie together.

A candidate's score, in powers of ten of population, is its prior (people, level, whether the name is its main one, what stands beside it)
and the support of the text's other names: the share of them in its country, those in its first-level division, those near it. Support
depends on how the other names are read and is computed anew for some rounds, from probabilities (spatial minimality and the one place a
text is about, after Leidner 2007 and Lieberman, Samet and Sankaranarayanan 2010).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from detente.where.gazetteer import Candidate, Entry

if TYPE_CHECKING:
    import numpy as np

# In the first rounds a name speaks for each of its places as far as that is likely beside its best one, so that two small places which
# lie together can win over two large ones; in the rounds after them only as far as it is likely at all.
OPEN, SETTLED = 2, 3
COUNTRY, DIVISION, NEAR = 3.0, 2.0, 3.0
NEAR_KM = 100.0
_EARTH = 6371.0
_LARGEST = 1000
# A seat of a division is a town of at least so many people.
TOWN = 50_000
SHARPNESS = 2.0


class Item(NamedTuple):
    """A name with the places it may mean, what is beside it in points for each, and how much it says about the others."""

    options: tuple[Candidate, ...]
    beside: tuple[float, ...]
    weight: float


def prior(found: Candidate, beside: Sequence[Candidate] = ()) -> float:
    """How prominent a place is, whatever the text; a division named after its seat is less so than the town. `beside`: what else the name means."""
    entry = found.entry
    if entry.level == "A" and any(o.main and o.entry.level == "P" and _same_division(o.entry, entry) and o.entry.population > TOWN for o in beside):
        return math.log10(entry.population + 10) - (1.0 if found.main else 2.5)
    level = {"C": 2.5, "R": 1.0, "D": -1.0}.get(entry.level, 0.0)
    return math.log10(entry.population + 10) + (0 if found.main else -1.5) + (1.25 if entry.capital else 0) + level


def _same_division(one: Entry, other: Entry) -> bool:
    return (one.country, one.admin) == (other.country, other.admin)


def choose(items: Sequence[Item]) -> list[tuple[Candidate, float]]:
    """The best place of each item, and how near (0 to 1) the text's other places are to it."""
    room = max(4, _LARGEST // max(len(items), 1))
    rows = [(number, *row) for number, item in enumerate(items) for row in _foremost(item, room)]
    if not rows:
        return []
    near, score = (numbers.tolist() for numbers in _scores(items, rows))
    best: dict[int, int] = {}
    for at, (number, *_) in enumerate(rows):
        if number not in best or score[at] > score[best[number]]:
            best[number] = at
    return [(rows[at][1], near[at]) for _, at in sorted(best.items())]


def _foremost(item: Item, room: int) -> list[tuple[Candidate, float]]:
    rated = [(option, prior(option, item.options) + points) for option, points in zip(item.options, item.beside, strict=True)]
    return sorted(rated, key=lambda row: -row[1])[:room]


def _scores(items: Sequence[Item], rows: Sequence[tuple[int, Candidate, float]]) -> tuple[np.ndarray, np.ndarray]:
    """How near the other places are to each candidate, and its score."""
    import numpy as np

    item = np.array([number for number, _, _ in rows])
    begins = np.flatnonzero(np.concatenate(([True], item[1:] != item[:-1])))  # candidates of an item stand together
    sizes = np.diff(np.append(begins, len(rows)))
    base = np.array([points for _, _, points in rows])
    weight = np.array([items[number].weight for number in item])
    entries = [found.entry for _, found, _ in rows]
    country = _labels([entry.country or "" for entry in entries])
    division = _labels([f"{entry.country}.{entry.admin}" if entry.admin and entry.level in "ADP" else "" for entry in entries])
    other = item[:, None] != item[None, :]
    close = _closeness([found for _, found, _ in rows]) * other
    shared = (division[:, None] == division[None, :]) & (division >= 0) & other
    total = max(sum(one.weight for one in items), 1e-9)
    score, near = base, np.zeros(len(rows))
    rest = np.maximum(total - weight, 1.0)
    of_country, of_division = (_Labelled(item, label) for label in (country, division))
    for turn in range(OPEN + SETTLED):
        chances = _chances(score, begins, sizes)
        share = of_country.others(chances * weight) / rest
        if turn < OPEN:
            odds = _odds(score, begins, sizes) * weight
            near, there = (_best(tie, odds, begins) for tie in (close, shared))
        else:
            near, there = close @ (chances * weight), of_division.others(chances * weight)
        near, there = 1 - np.exp(-near), 1 - np.exp(-there)
        score = base + COUNTRY * share + DIVISION * there + NEAR * near
    return near, score


def _labels(names: Sequence[str]) -> np.ndarray:
    """A number for each distinct name, -1 for none."""
    import numpy as np

    index: dict[str, int] = {}
    return np.array([index.setdefault(name, len(index)) if name else -1 for name in names])


def _closeness(found: Sequence[Candidate]) -> np.ndarray:
    """How near each two places are: 1 at one point, less by the factor e every 100 km; countries and regions are near nothing."""
    import numpy as np

    lat, lon = np.radians([(one.entry.lat or 0.0, one.entry.lon or 0.0) for one in found]).T
    at = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    local = np.array([one.entry.level in "PD" for one in found], dtype=float)
    chord = np.sqrt(np.maximum(2 - 2 * at @ at.T, 0))
    closeness: np.ndarray = np.exp(-chord * (_EARTH / NEAR_KM)) * np.outer(local, local)
    return closeness


def _odds(score: np.ndarray, begins: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """How likely each candidate is beside the best of its item, which has 1; `begins` are the first candidates of the items, `sizes` how many."""
    import numpy as np

    top = np.maximum.reduceat(score, begins).repeat(sizes)
    odds: np.ndarray = np.exp(score - top)
    return odds


def _chances(score: np.ndarray, begins: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Probabilities of the candidates of each item."""
    import numpy as np

    odds = _odds(SHARPNESS * score, begins, sizes)
    chances: np.ndarray = odds / np.add.reduceat(odds, begins).repeat(sizes)
    return chances


def _best(ties: np.ndarray, weight: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """The sum over the other items of the strongest tie that a candidate has with any of theirs."""
    import numpy as np

    best: np.ndarray = np.maximum.reduceat(ties * weight, begins, axis=1).sum(axis=1)
    return best


class _Labelled:
    """Candidates by a label that those of several items may share.

    Args:
        item: the item of each candidate.
        label: its label, -1 for none.
    """

    def __init__(self, item: np.ndarray, label: np.ndarray) -> None:
        self.known, self.at, self.width = label >= 0, label + 1, int(label.max()) + 2
        self.cell = item * self.width + self.at

    def others(self, mass: np.ndarray) -> np.ndarray:
        """The mass of the candidates of other items that carry the same label; nothing for those without one."""
        import numpy as np

        whole, own = np.bincount(self.at, mass, minlength=self.width), np.bincount(self.cell, mass)
        return np.where(self.known, whole[self.at] - own[self.cell], 0.0)

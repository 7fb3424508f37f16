"""Observations counted by period: cooperation and conflict side by side, never netted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from detente.records import Record
from detente.series.observe import Observation
from detente.series.periods import Step, begin, between

Unit = Literal["reports", "events"]
#: Rates are told for so many articles.
PER_ARTICLES = 1000


class Row(Record, frozen=True, kw_only=True):
    """One period of one ordered pair.

    `date` is the period's first day. Scores are sums of the codebook's scores without their sign (0 to 10 a report). `articles` are the
    articles behind the numbers, `covered` all articles of the period in the store; a rate is the number for each 1,000 of those, None
    where there are none. `_events` are distinct events, several reports of which were merged by a story.
    """

    date: str
    a: str
    b: str
    coop_n: int = 0
    coop_score: float = 0.0
    conf_n: int = 0
    conf_score: float = 0.0
    articles: int = 0
    coop_verbal_n: int = 0
    coop_material_n: int = 0
    conf_verbal_n: int = 0
    conf_material_n: int = 0
    coop_verbal_score: float = 0.0
    coop_material_score: float = 0.0
    conf_verbal_score: float = 0.0
    conf_material_score: float = 0.0
    coop_events: int = 0
    conf_events: int = 0
    covered: int = 0
    coop_rate: float | None = None
    conf_rate: float | None = None


def count(
    observed: Iterable[Observation],
    step: Step,
    *,
    unit: Unit = "reports",
    coverage: Mapping[str, int] | None = None,
    span: tuple[str, str] | None = None,
    pairs: Sequence[tuple[str, str]] = (),
) -> list[Row]:
    """The series of every pair in the observations, by pair and period.

    Args:
        observed: what is counted.
        step: the length of a period.
        unit: `events` counts each merged event once, on its first day, however many reports it has.
        coverage: articles by publication day.
        span: first and last ISO day; every period in it gets a row for each of `pairs`, with zeros where nothing was seen.
        pairs: pairs that get rows in any case.
    """
    known = list(observed) if unit == "reports" else once(observed)
    covered = _covered(coverage or {}, step)
    cells: dict[tuple[str, str, str], list[Observation]] = {}
    if span:
        for a, b in pairs:
            cells.update(((a, b, start), []) for start in between(*span, step))
    for one in known:
        cells.setdefault((one.a, one.b, begin(one.date, step)), []).append(one)
    return [_row(key, found, covered.get(key[2], 0)) for key, found in sorted(cells.items())]


def once(observed: Iterable[Observation]) -> list[Observation]:
    """One observation for each merged event and pair: the earliest day, the strongest score of that day."""
    kept: dict[tuple[str, str, str], Observation] = {}
    for one in observed:
        key = (one.merged, one.a, one.b)
        best = kept.get(key)
        if best is None or (one.date, -abs(one.score), one.event) < (best.date, -abs(best.score), best.event):
            kept[key] = one
    return list(kept.values())


def _covered(coverage: Mapping[str, int], step: Step) -> dict[str, int]:
    found: dict[str, int] = {}
    for day, number in coverage.items():
        start = begin(day, step)
        found[start] = found.get(start, 0) + number
    return found


def _row(key: tuple[str, str, str], found: Sequence[Observation], covered: int) -> Row:
    a, b, start = key
    quads = {quad: [one for one in found if one.quad == quad] for quad in (1, 2, 3, 4)}
    numbers = {quad: len(ones) for quad, ones in quads.items()}
    scores = {quad: sum(abs(one.score) for one in ones) for quad, ones in quads.items()}

    def rate(number: int) -> float | None:
        return round(PER_ARTICLES * number / covered, 3) if covered else None

    coop, conf = numbers[1] + numbers[2], numbers[3] + numbers[4]
    return Row(
        date=start, a=a, b=b, coop_n=coop, coop_score=round(scores[1] + scores[2], 3), conf_n=conf, conf_score=round(scores[3] + scores[4], 3),
        articles=len({one.source for one in found}), coop_verbal_n=numbers[1], coop_material_n=numbers[2], conf_verbal_n=numbers[3],
        conf_material_n=numbers[4], coop_verbal_score=round(scores[1], 3), coop_material_score=round(scores[2], 3),
        conf_verbal_score=round(scores[3], 3), conf_material_score=round(scores[4], 3),
        coop_events=len({one.merged for one in found if not one.conflict}), conf_events=len({one.merged for one in found if one.conflict}),
        covered=covered, coop_rate=rate(coop), conf_rate=rate(conf),
    )  # fmt: skip


def limits(observed: Sequence[Observation], first: str | None = None, last: str | None = None) -> tuple[str, str] | None:
    """The first and last day of a series: those asked for, else of what was seen; None if nothing is known.

    An article of today may tell of years ago. Unless it is asked for, a series begins with the first article; what is older has rows, but
    the years between are not filled.
    """
    days = [one.date for one in observed]
    told = [one.published for one in observed if one.published]
    start = first or (max(min(days), min(told, default=min(days))) if days else None)
    end = last or max(days, default=None)
    return (start, max(start, end)) if start and end and (not last or start <= end) else None


def joined(observed: Iterable[Observation], a: str, b: str) -> list[Observation]:
    """Both directions of a dyad as one, `a` to `b`; an event of both sides (a meeting) is in it once."""
    found = {one.event: one for one in sorted(observed, key=lambda one: (one.date, one.event, one.a != a))[::-1]}
    return sorted((replace(one, a=a, b=b) for one in found.values()), key=lambda one: (one.date, one.event))

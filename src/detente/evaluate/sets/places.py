"""Toponyms with coordinates: gzip-ed JSON Lines with `text` and `toponyms` (`start`, `end`, and where known `lat`, `lon`, `country`).

Two tasks. Given the gold spans: how far the resolved place is from the gold one (great circle; 161 km are the 100 miles of the
literature) and whether its country is the gold's. End to end: which toponyms are found at all, by names alone and as the coder
finds them, and which of those lie within 161 km. Gold toponyms without coordinates count for finding only.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from detente import knowledge
from detente.coder import Coder
from detente.evaluate.tally import Figure, Report, Tally
from detente.knowledge.folding import fold
from detente.records import Article, Place
from detente.text import sentences
from detente.where import find_known, resolve_places

WITHIN_KM = 161.0
_EARTH_KM = 6371.0
# What the sets call countries otherwise than the tables.
_NAMES = {"palestinian territory": "PSE"}
Toponym = Mapping[str, Any]


class PlaceSet(NamedTuple):
    """A set of articles with toponyms, found by its patterns."""

    PATHS: tuple[str, ...]

    def measure(self, paths: Sequence[Path], coder: Coder) -> Report:
        """Resolve the gold spans of every article, and find places anew."""
        tally, errors, articles = Tally(), list[float](), 0
        for row in rows(paths):
            errors += _given(tally, row["text"], row["toponyms"])
            _found(tally, "place by name", row["toponyms"], _by_name(row["text"]))
            _found(tally, "place by coder", row["toponyms"], _by_coder(coder, row["text"]))
            tally.end_article()
            articles += 1
        return Report(articles, {**tally.figures(), "median error, km": _median(errors)}, {}, {}, {})


LGL = PlaceSet(("**/geo_lgl/data.jsonl.gz",))
GEOVIRUS = PlaceSet(("**/geo_geovirus/data.jsonl.gz",))


def rows(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The articles of a set."""
    for path in paths:
        with gzip.open(path) as lines:
            yield from map(msgspec.json.decode, lines)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two points in degrees of latitude and longitude."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    part = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(part)))


def _given(tally: Tally, text: str, gold: Sequence[Toponym]) -> list[float]:
    """Count what is made of the gold spans; returns the errors in kilometres, infinite where there is no place."""
    found = {(place.start, place.end): place for place in resolve_places(text, [(one["start"], one["end"]) for one in gold])}
    errors = []
    for one in gold:
        place = found.get((one["start"], one["end"]))
        if one.get("lat") is None:
            continue
        errors.append(_error(one, place))
        tally.rate("given span, within 161 km", errors[-1] <= WITHIN_KM)
        if country := _country(one.get("country")):
            tally.rate("given span, country", place is not None and place.country == country)
    return errors


def _error(gold: Toponym, place: Place | None) -> float:
    if place is None or place.lat is None or place.lon is None:
        return math.inf
    return distance((gold["lat"], gold["lon"]), (place.lat, place.lon))


def _country(name: str | None) -> str | None:
    key = fold(name or "")
    return _NAMES.get(key) or next((row.iso3 for row in knowledge.state_names() if row.kind == "name" and fold(row.form) == key), None)


def _by_name(text: str) -> Sequence[Place]:
    return resolve_places(text, find_known(text, sentences(text)))


def _by_coder(coder: Coder, text: str) -> Sequence[Place]:
    return coder.code(Article(id="toponyms", text=text, language="en")).places


def _found(tally: Tally, name: str, gold: Sequence[Toponym], found: Sequence[Place]) -> None:
    free, near = list(gold), 0
    for place in found:
        hit = next((one for one in free if one["start"] < place.end and place.start < one["end"]), None)
        if hit is not None:
            free.remove(hit)
            near += hit.get("lat") is not None and _error(hit, place) <= WITHIN_KM
    tally.found(name, len(gold) - len(free), len(gold), len(found))
    tally.found(f"{name}, within 161 km", near, len(gold), len(found))


def _median(errors: Sequence[float]) -> Figure:
    ranked = sorted(errors)
    middle = ranked[len(ranked) // 2] if ranked else None
    return Figure("error", middle if middle is not None and math.isfinite(middle) else None, len(errors), len(errors), len(errors))

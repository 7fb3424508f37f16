"""Centres of countries and first-level divisions: the mean of the land that is nearest to their places.

Outlines of states are Natural Earth's (1:110m, public domain); each cell of land belongs to the division of the nearest place of its state.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import shapefile
from scipy.spatial import cKDTree

STEP = 0.25
# Parts of a state further from its largest part than this (km) are left out of its centre, as Alaska is.
APART = 400
_FOLDER = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
# Natural Earth gives these states no ISO code.
_CODES = {"France": "FRA", "Norway": "NOR", "Kosovo": "KOS"}
Array = np.ndarray


def unit(lat: Array, lon: Array) -> Array:
    """Points on the unit sphere for degrees."""
    lat, lon = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def centre(lat: Array, lon: Array, weights: Array) -> tuple[float, float]:
    """The weighted mean latitude, and the weighted mean longitude around the globe, in degrees."""
    angle = np.radians(lon)
    east, north = (np.sin(angle) * weights).sum(), (np.cos(angle) * weights).sum()
    return float((lat * weights).sum() / weights.sum()), float(np.degrees(np.arctan2(east, north)))


def outlines(wheel: Path) -> dict[str, list[Array]]:
    """ISO alpha-3 -> rings of (lon, lat), from the data of a geopandas wheel before 1.0."""
    with zipfile.ZipFile(wheel) as archive:
        files = {kind: BytesIO(archive.read(f"{_FOLDER}.{kind}")) for kind in ("shp", "dbf", "shx")}
    rings: dict[str, list[Array]] = {}
    for item in shapefile.Reader(**files, encoding="latin-1").shapeRecords():
        code = _CODES.get(item.record["name"], item.record["iso_a3"])
        edges = [*item.shape.parts, len(item.shape.points)]
        rings[code] = [np.array(item.shape.points[a:b]) for a, b in zip(edges, edges[1:])]
    return rings


def land(ring: Array) -> tuple[Array, Array]:
    """Latitudes and longitudes of the cells within a ring, row by row (even-odd rule)."""
    lats, lons = [], []
    (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
    for lat in np.arange(np.floor(y0.min() / STEP) * STEP + STEP / 2, y0.max(), STEP):
        cut = (y0 > lat) != (y1 > lat)
        edges = np.sort(x0[cut] + (lat - y0[cut]) * (x1[cut] - x0[cut]) / (y1[cut] - y0[cut]))
        for west, east in zip(edges[::2], edges[1::2]):
            row = np.arange(np.floor(west / STEP) * STEP + STEP / 2, east, STEP)
            row = row[row >= west]
            lons.append(row)
            lats.append(np.full(len(row), lat))
    return (np.concatenate(lats), np.concatenate(lons)) if lats else (np.empty(0), np.empty(0))


def mainland(rings: Sequence[Array]) -> list[Array]:
    """The largest part and those near it."""
    parts = sorted(rings, key=lambda ring: -len(land(ring)[0]))
    tree = cKDTree(unit(parts[0][:, 1], parts[0][:, 0]))
    return [part for part in parts if tree.query(unit(part[:, 1], part[:, 0]))[0].min() * 6371 <= APART]


def cells(rings: Iterable[Array]) -> tuple[Array, Array]:
    """All cells of several parts."""
    found = [land(ring) for ring in rings]
    return np.concatenate([np.empty(0), *(lat for lat, _ in found)]), np.concatenate([np.empty(0), *(lon for _, lon in found)])


def division_centres(rings: Sequence[Array], places: Sequence[tuple[float, float, str]]) -> dict[str, tuple[float, float]]:
    """Division -> centre, for the places (lat, lon, division) of one state."""
    codes = np.array([code for _, _, code in places])
    at = unit(np.array([p[0] for p in places]), np.array([p[1] for p in places]))
    sound = _sound(at, codes)
    lat, lon = cells(rings)
    owner = codes[sound][cKDTree(at[sound]).query(unit(lat, lon))[1]] if len(lat) else np.empty(0, dtype=codes.dtype)
    table = {}
    for code in set(codes):
        mine = owner == code
        if mine.sum() >= 12:
            table[str(code)] = centre(lat[mine], lon[mine], np.cos(np.radians(lat[mine])))
        else:  # too small for the grid, or an island that the outlines lack
            own = [p for p in places if p[2] == code]
            table[str(code)] = centre(np.array([p[0] for p in own]), np.array([p[1] for p in own]), np.ones(len(own)))
    return table


def _sound(at: Array, codes: Array) -> Array:
    """Which places have a neighbour of their own division: the others are filed under a wrong one, and in empty land own much of it."""
    if len(codes) < 5:
        return np.ones(len(codes), dtype=bool)
    alike = (codes[cKDTree(at).query(at, k=5)[1][:, 1:]] == codes[:, None]).any(axis=1)
    names, counts = np.unique(codes, return_counts=True)
    return alike | np.isin(codes, names[counts < 5])

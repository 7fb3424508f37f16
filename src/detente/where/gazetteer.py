"""The packed gazetteer: names to candidate places. Arrays are loaded on first use (some tenths of a second), then shared."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

from detente import knowledge
from detente.knowledge.folding import fold

if TYPE_CHECKING:
    import numpy as np

Level = Literal["C", "A", "D", "P", "R"]


class Entry(NamedTuple):
    """A place: level C country, A first-level division, D second-level division, P populated place, R region; degrees, people, GeoNames id."""

    level: str
    geonames: int | None
    name: str
    country: str | None
    admin: str
    lat: float | None
    lon: float | None
    population: int
    capital: bool = False


class Candidate(NamedTuple):
    """A place that a name may mean, and whether the name is its main one."""

    entry: Entry
    main: bool


# So many first letters tell keys apart well enough.
_OPENING = 3


class _Packed:
    """The arrays of `gazetteer.npz` (training/knowledge/gazetteer.py says what is in them), searched where they lie.

    Names stay bytes in one run and keys are found by bisection: a table of a quarter of a million Python objects would
    take a second to build and a hundred megabytes.
    """

    def __init__(self, arrays: dict[str, np.ndarray]) -> None:
        self.arrays = arrays
        self.keys, self.names = arrays.pop("keys").tobytes(), arrays.pop("names").tobytes()
        self.key_at, self.hit_at, self.name_at = (memoryview(arrays.pop(name).tobytes()).cast("I") for name in ("key_at", "hit_at", "name_at"))
        self._openings: dict[bytes, tuple[int, int]] = {}
        self.divisions = arrays.pop("divisions").tobytes().decode().split("\n")

    def _key(self, number: int) -> bytes:
        return self.keys[self.key_at[number] : self.key_at[number + 1]]

    def find(self, key: str) -> int:
        """The number of a folded key, or -1."""
        wanted = key.encode("utf-8", "replace")
        begin, end = self._opened_by(wanted[:_OPENING])
        number = bisect_left(range(end), wanted, begin, end, key=self._key)
        return number if number < end and self._key(number) == wanted else -1

    def _opened_by(self, letters: bytes) -> tuple[int, int]:
        """The numbers of the keys that begin with some letters: a search among them is half as long as one among all."""
        found = self._openings.get(letters)
        if found is None:
            size = range(len(self.key_at) - 1)
            found = bisect_left(size, letters, key=self._key), bisect_left(size, letters + b"\xff", key=self._key)
            self._openings[letters] = found
        return found

    def hits(self, number: int) -> list[tuple[int, bool]]:
        """Rows of places and whether the key is their main name."""
        found: list[int] = self.arrays["hits"][self.hit_at[number] : self.hit_at[number + 1]].tolist()
        return [(hit >> 1, not hit & 1) for hit in found]

    def name(self, row: int) -> str:
        """The name of a row's place."""
        return self.names[self.name_at[row] : self.name_at[row + 1]].decode()

    def entry(self, row: int) -> Entry:
        """The place of a row."""
        one = self.arrays
        country, _, admin = self.divisions[one["division"][row]].partition(".")
        level, name = chr(one["level"][row]), self.name(row)
        capital = level == "P" and (country, fold(name)) in capitals()
        return Entry(level, int(one["ids"][row]) or None, name, country, admin, int(one["lat"][row]) / 1e4, int(one["lon"][row]) / 1e4,
                     int(one["people"][row]), capital)  # fmt: skip


@lru_cache(maxsize=1)
def _packed() -> _Packed:
    import numpy as np

    with (files("detente.where") / "data" / "gazetteer.npz").open("rb") as handle, np.load(handle, allow_pickle=False) as arrays:
        return _Packed(dict(arrays))


def table(name: str) -> list[list[str]]:
    """The rows of a table of this room, without its head."""
    text = (files("detente.where") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n")[1:] if line]


@lru_cache(maxsize=1)
def _regions() -> dict[str, Entry]:
    """Regions, seas and disputed territories that news names and the gazetteer lacks, by folded name."""
    found: dict[str, Entry] = {}
    for name, country, lat, lon, aliases, _ in table("regions.tsv"):
        entry = Entry("R", None, name, country or None, "", float(lat), float(lon), 1_000_000)
        for form in (name, *aliases.split("|")):
            found[fold(form)] = entry
    return found


@lru_cache(maxsize=1)
def _short() -> dict[str, tuple[str, str]]:
    """The names and states of divisions by the abbreviation that news writes for them ("Calif", "NSW"), without dots and blanks."""
    return {form: (name, country) for name, forms, country, _ in table("abbreviations.tsv") for form in forms.split("|")}


@lru_cache(maxsize=1)
def capitals() -> frozenset[tuple[str, str]]:
    """Pairs of ISO alpha-3 code and folded name of each state's capital."""
    return frozenset((row.iso3, fold(row.form)) for row in knowledge.state_names() if row.kind == "capital")


@lru_cache(maxsize=16384)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, unordered by merit."""
    key = fold(name)
    number = _packed().find(key)
    found = [Candidate(_packed().entry(row), main) for row, main in _packed().hits(number)] if number >= 0 else []
    region = _regions().get(key)
    if region:
        found.append(Candidate(region, True))
    return tuple(found)


def abbreviated(form: str) -> tuple[Candidate, ...]:
    """Return the division that an abbreviation stands for ("Tex.", "W. Va.", "NSW"), if any; capitals count, dots and blanks do not."""
    name, country = _short().get(form.replace(".", "").replace(" ", ""), ("", ""))
    return tuple(hit for hit in candidates(name) if hit.entry.level == "A" and hit.entry.country == country and hit.main) if name else ()


@lru_cache(maxsize=1)
def countries() -> dict[str, Candidate]:
    """Each country by its ISO alpha-3 code."""
    import numpy as np

    entries = (_packed().entry(int(row)) for row in np.flatnonzero(_packed().arrays["level"] == ord("C")))
    return {entry.country: Candidate(entry, True) for entry in entries if entry.country}


@lru_cache(maxsize=1)
def division_names() -> frozenset[str]:
    """The folded names of all first-level divisions."""
    import numpy as np

    rows = np.flatnonzero(_packed().arrays["level"] == ord("A"))
    return frozenset(fold(_packed().name(int(row))) for row in rows)


@lru_cache(maxsize=32768)
def known(key: str) -> bool:
    """Whether a folded name is in the gazetteer, without building its places."""
    return _packed().find(key) >= 0 or key in _regions()

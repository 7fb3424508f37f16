"""What the place tables of other projects ask for: the level of a place, country names, FIPS 10-4 and CAMEO country codes."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from detente import knowledge
from detente.records import Place
from detente.where.gazetteer import Entry, candidates

# CAMEO keeps older codes for these.
_CAMEO = {"ROU": "ROM", "TLS": "TMP"}


def entry(place: Place) -> Entry | None:
    """The gazetteer's entry of a place, with its level and division; None if it has none."""
    found = [hit.entry for hit in candidates(place.name or place.text) if hit.entry.geonames == place.geonames]
    return found[0] if found and place.geonames is not None else None


def country_name(iso3: str | None) -> str | None:
    """The English name of a state."""
    state = knowledge.states().get(iso3 or "")
    return state.name if state else None


def cameo_country(iso3: str | None) -> str | None:
    """The CAMEO country code."""
    return _CAMEO.get(iso3 or "", iso3)


def fips(iso3: str | None) -> str | None:
    """The FIPS 10-4 country code."""
    return _fips().get(iso3 or "")


@lru_cache(maxsize=1)
def _fips() -> dict[str, str]:
    text = (files("detente.export") / "data" / "fips.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t")[:2] for line in text.split("\n")[1:] if line)


def levels(place: Place | None) -> dict[str, str | None]:
    """City, province and country of a place, each where it is sure."""
    found = entry(place) if place else None
    level = found.level if found else None
    name = (place.name or place.text) if place else None
    country = country_name(place.country) if place else None
    return {"city": name if level == "P" else None, "province": name if level == "A" else None, "country": country, "level": level}


def iso3(code: str | None) -> str | None:
    """The ISO alpha-3 code of a FIPS 10-4 country code."""
    return _iso3().get(code or "")


@lru_cache(maxsize=1)
def _iso3() -> dict[str, str]:
    return {fips_code: code for code, fips_code in _fips().items()}

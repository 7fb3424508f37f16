"""GDELT 2.0 Events: 61 columns without a header, tab-separated; a row a dyad. The mentions table is written beside it if asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, cast

from detente.errors import InputError
from detente.event import rules
from detente.export import geo
from detente.export.files import open_part, replacing
from detente.export.form import Item, Options, bad_row
from detente.export.icews import code
from detente.export.mentions import mention
from detente.export.tsv import Table
from detente.records import Actor, CodedArticle, Event, Place

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR), *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{role}Geo_{part}" for role in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_FIRST = tuple(column for column in COLUMNS if not column.endswith("ADM2Code"))
# PLOVER sectors and kinds under CAMEO's names; the others have no CAMEO type.
TYPES = {code: code for code in "COP GOV JUD LEG MIL OPP REB SPY UAF AGR BUS CRM CVL EDU ELI LAB REF IGO NGO IMG MNC".split()}
TYPES |= {"JRN": "MED", "MED": "HLH", "UNO": "IGO", "EUR": "IGO", "ISM": "INT"}
GROUPS = {"UN": "UNO", "EU": "EEC", "NATO": "NAT", "ASEAN": "ASN", "OSCE": "SCE", "OPEC": "OPC", "IMF": "IMF", "IAEA": "IAE", "WHO": "WHO"}


class _Gdelt(Table):
    name, columns = "gdelt", COLUMNS
    numbers = frozenset({"GLOBALEVENTID", "QuadClass", "GoldsteinScale", "ActionGeo_Lat", "ActionGeo_Long", "AvgTone"})

    def items(self, coded: Iterable[CodedArticle], options: Options) -> Iterator[Item]:
        if options.mentions is None:
            yield from (row for row, _ in _rows(coded, options))
            return
        with replacing(options.mentions) as part, open_part(part, options.mentions.suffix == ".gz") as out:
            for row, said in _rows(coded, options):
                out.write(("\t".join(self._cell(value) for value in said) + "\n").encode("utf-8"))
                yield row

    def lines(self, items: Iterable[Item], options: Options) -> Iterator[str]:
        yield from (self.line(cast("dict[str, Any]", item)) for item in items)

    def parse(self, lines: Iterable[str], source: str) -> Iterator[Item | InputError]:
        """Rows of GDELT 2.0 (61 columns) or 1.0 (58, or 57 before April 2013), by their number of cells."""
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            while len(cells) > len(COLUMNS) and not cells[-1].strip():
                cells.pop()
            names = {61: COLUMNS, 58: _FIRST, 57: _FIRST[:-1]}.get(len(cells))
            if cells[0] == COLUMNS[0] or not line.strip():
                continue
            if names is None:
                yield bad_row(source, number, f"{len(cells)} cells, not 61, 58 or 57")
                continue
            yield _checked(self.record(dict(zip(names, cells, strict=True)), source, number), source, number)


def _checked(row: Item | InputError, source: str, number: int) -> Item | InputError:
    if isinstance(row, dict):
        try:
            datetime.strptime(row["SQLDATE"] or "", "%Y%m%d")
        except ValueError:
            return bad_row(source, number, f"`{row['SQLDATE'] or ''}` is no day (SQLDATE)")
    return row


def _rows(coded: Iterable[CodedArticle], options: Options) -> Iterator[tuple[Item, tuple[Any, ...]]]:
    for article in coded:
        for event in article.events:
            day = rules.day(event, article)
            if day and (options.everything or rules.counts(event)):
                for number, (one, other) in enumerate(_pairs(event), 1):
                    ident = str(rules.number(f"{article.article.id} {event.id} {number}"))
                    row = {"GLOBALEVENTID": ident, **_when(day, article), **_what(event, article), **_where("Action", event.place)}
                    row |= _who("Actor1", one) | _who("Actor2", other) | _where("Actor1", None) | _where("Actor2", None)
                    yield row, mention(ident, day, article, event, one, other)


def _pairs(event: Event) -> list[tuple[Actor | None, Actor | None]]:
    """The dyads; an event of one actor alone has the other side empty."""
    alone = rules.one_sided(event)
    if alone:
        return [(alone, None) if event.actors else (None, alone)]
    return list(rules.dyads(event))


def _when(day: str, coded: CodedArticle) -> dict[str, Any]:
    year, month, number = day.split("-")
    fraction = int(year) + ((int(month) - 1) * 30 + int(number)) / 365
    published = (coded.article.published or "")[:10].replace("-", "")
    return {
        "SQLDATE": year + month + number, "MonthYear": year + month, "Year": year, "FractionDate": f"{fraction:.4f}",
        "DATEADDED": published + "000000" if published else None, "SOURCEURL": coded.article.url or coded.article.id,
    }  # fmt: skip


def _what(event: Event, coded: CodedArticle) -> dict[str, Any]:
    cameo = code(event) or ""
    sources = {a.outlet for a in event.attribution if a.outlet} | ({coded.article.outlet} if coded.article.outlet else set())
    lead = len("\n\n".join(coded.article.text.split("\n\n")[:2]))
    return {
        "IsRootEvent": int(bool(event.evidence) and event.evidence[0].start < lead), "EventCode": cameo, "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2], "QuadClass": event.quad, "GoldsteinScale": event.score, "NumMentions": len(event.evidence),
        "NumSources": max(1, len(sources)), "NumArticles": 1,
    }  # fmt: skip


def _who(role: str, actor: Actor | None) -> dict[str, Any]:
    if actor is None:
        return {}
    country, group = geo.cameo_country(actor.country), GROUPS.get(actor.org or "")
    types = list(dict.fromkeys(TYPES[key] for key in (actor.kind, *actor.sectors) if key in TYPES))[:3]
    parts = (country, group, *types) if country else (*types[:1], group, *types[1:])
    return {
        f"{role}Code": "".join(filter(None, parts)), f"{role}Name": (actor.name or actor.text).upper(), f"{role}CountryCode": country,
        f"{role}KnownGroupCode": group, **{f"{role}Type{n}Code": kind for n, kind in enumerate(types, 1)},
    }  # fmt: skip


def _where(role: str, place: Place | None) -> dict[str, Any]:
    if place is None:
        return {f"{role}Geo_Type": 0}
    found, country = geo.entry(place), geo.fips(place.country)
    level, here = found.level if found else "", place.country == "USA"
    kind = {"C": 1, "A": 2 if here else 5, "P": 3 if here else 4}.get(level, 0)
    division = country + found.admin if found and country and level in ("A", "P") and found.admin else country
    full = ", ".join(dict.fromkeys(filter(None, (place.name or place.text, geo.country_name(place.country)))))
    return {
        f"{role}Geo_Type": kind, f"{role}Geo_FullName": full, f"{role}Geo_CountryCode": country, f"{role}Geo_ADM1Code": division,
        f"{role}Geo_Lat": place.lat, f"{role}Geo_Long": place.lon,
        f"{role}Geo_FeatureID": country if level == "C" else division if level == "A" else None,
    }  # fmt: skip


FORMAT = _Gdelt()

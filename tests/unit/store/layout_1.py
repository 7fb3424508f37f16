"""A store of layout 1 as the first release wrote it. Its columns stand here as they were then; never change them."""

from __future__ import annotations

from pathlib import Path

from deltalake import DeltaTable, write_deltalake

from detente.records import CodedArticle
from detente.store.arrow import schema, to_arrow
from detente.store.rows import article_rows
from detente.store.schema import Table

TEXT, DAY, INT = "text", "day", "int"
MADE = "version model codebook batch"
WHO = " ".join(f"{role}_{part}" for role in ("actor", "recipient") for part in "name text country cow gw org kind sectors role wikidata id".split())
COLUMNS = {
    "articles": f"id name source url page title text published:day updated:day fetched outlet language coded {MADE}",
    "events": f"article event sentence:int published:day outlet title url act status type mode contexts cameo quad:int score:float day:day "
    f"date_first:day date_last:day date_text date_basis said_first:day said_last:day {WHO} place place_country lat:float lon:float geonames:int "
    f"condition denied_by speakers speaker_outlets statements links evidence evidence_start:int evidence_end:int confidence:float pairs counted:flag "
    f"origin gone:flag amended amended_by amended_at {MADE}",
    "statements": f"article statement kind published:day speaker speaker_country speaker_org speaker_role outlet cue text text_start:int "
    f"text_end:int about {MADE}",
    "mentions": f"article mention type chain text text_start:int text_end:int {MADE}",
    "stories": f"id label first:day last:day articles record gone:flag {MADE}",
    "feeds": f"id kind state code reason article etag modified checked due failures:int {MADE}",
    "runs": f"seq:int kind started finished articles:int events:int statements:int mentions:int stories:int feeds:int replaces who note "
    f"layout:int {MADE}",
}  # fmt: skip


def table(name: str) -> Table:
    """A table as it was."""
    columns = dict(column.partition(":")[::2] for column in COLUMNS[name].split())
    return Table(name, {column: kind or TEXT for column, kind in columns.items()}, ())


def make(folder: Path, article: CodedArticle) -> None:
    """A store with one batch of one article."""
    batch = "20240501T100000000000Z-00000000-0000"
    rows = article_rows(article)
    run = {"seq": 1, "kind": "ingest", "started": "2024-05-01T10:00:00.000000Z", "finished": "2024-05-01T10:00:01.000000Z", "layout": 1,
           "batch": batch, "stories": 0, "feeds": 0, **{name: len(found) for name, found in rows.items()}}  # fmt: skip
    rows = {**rows, "runs": [run]}
    for name in COLUMNS:
        uri = str(folder / name)
        DeltaTable.create(uri, schema(table(name)))
        if found := rows.get(name):
            write_deltalake(uri, to_arrow(table(name), [row | {"batch": batch} for row in found]), mode="append")



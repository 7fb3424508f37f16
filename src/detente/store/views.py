"""The SQL of a snapshot: raw tables to the current state, by the batches that are committed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from detente.store.schema import CODED, CONTENT, RUNS, Table

_TYPES = {"text": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "day": "DATE", "flag": "BOOLEAN"}
_HIDDEN = {"articles": ("coded",), "events": ("gone",), "stories": ("gone",)}

#: Pages with more than one coding: of an article that was coded again, or whose page has a later version. Mostly there are none, so what
#: is current is found by leaving out what no longer holds.
_CHANGED = """
CREATE TABLE _changed AS
SELECT hash(coalesce(page, id)) AS page FROM raw_articles WHERE batch IN (SELECT batch FROM runs) GROUP BY ALL HAVING count(*) > 1
"""
ANY_CHANGED = "SELECT count(*) > 0 FROM _changed"
#: Codings that no longer hold.
_STALE = """
CREATE TABLE _stale AS
WITH seen AS (
    SELECT a.id, a.batch, r.seq, coalesce(a.page, a.id) AS page, coalesce(a.updated, a.published) AS day, a.fetched
    FROM raw_articles a JOIN runs r USING (batch) WHERE hash(coalesce(a.page, a.id)) IN (SELECT page FROM _changed)
), coding AS (
    SELECT id, arg_max(batch, seq) AS batch, any_value(page) AS page, any_value(day) AS day, min(fetched) AS fetched
    FROM seen GROUP BY id
), version AS (
    SELECT id, batch, row_number() OVER way AS revision, lead(id) OVER way AS superseded_by
    FROM coding WINDOW way AS (PARTITION BY page ORDER BY day NULLS FIRST, fetched NULLS FIRST, id)
)
SELECT s.id, s.batch, v.revision, v.superseded_by, s.batch <> v.batch AS coded_again
FROM seen s JOIN version v USING (id)
"""
_NONE_STALE = "CREATE TABLE _stale (id VARCHAR, batch VARCHAR, revision BIGINT, superseded_by VARCHAR, coded_again BOOLEAN)"
#: Where an event of an imported table was corrected by hand, the batch that has its last row.
_CORRECTED = f"""
CREATE TABLE _corrected AS
SELECT event, arg_max(batch, seq) AS batch FROM raw_events JOIN runs USING (batch)
WHERE amended IS NOT NULL AND origin <> '{CODED}' GROUP BY event
"""
_COMMITTED = "batch IN (SELECT batch FROM runs)"


def raw(files: Mapping[str, Sequence[str]], seq: int, loaded: Collection[str], *, uneven: bool = False) -> list[str]:
    """The statements that make the raw tables of a snapshot, and that ask for changed pages (`ANY_CHANGED`).

    Args:
        files: Parquet files by table.
        seq: the last committed batch that is seen.
        loaded: tables that are already there as `file_<name>`; `runs` is one.
        uneven: files of earlier layouts may lack columns.
    """
    made = [f"CREATE VIEW raw_{name} AS {_source(table, files.get(name, ()), uneven, name in loaded)}" for name, table in CONTENT.items()]
    return [*made, f"CREATE TABLE runs AS SELECT * FROM file_runs WHERE seq <= {seq:d} ORDER BY seq", _CHANGED]


def _source(table: Table, files: Sequence[str], uneven: bool, loaded: bool) -> str:
    if loaded:
        return f"SELECT * FROM file_{table.name}"
    empty = "SELECT " + ", ".join(f"NULL::{_TYPES[kind]} AS {name}" for name, kind in table.columns.items()) + " WHERE false"
    if not files:
        return empty
    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    if uneven:
        return f"{empty} UNION ALL BY NAME SELECT * FROM read_parquet([{listed}], union_by_name = true)"
    return f"SELECT {', '.join(table.columns)} FROM read_parquet([{listed}])"


def current(*, changed: bool) -> list[str]:
    """The statements that make the views of the current state; if no page is `changed`, all that is committed holds."""

    def columns(name: str) -> str:
        return ", ".join(column for column in CONTENT[name].columns if column not in _HIDDEN.get(name, ()))

    def latest(name: str) -> str:
        gone = "NOT EXISTS (SELECT 1 FROM _stale s WHERE s.id = r.article AND s.batch = r.batch AND (s.coded_again OR s.superseded_by IS NOT NULL))"
        return f"SELECT {columns(name)} FROM raw_{name} r WHERE {_COMMITTED} AND {gone if changed else 'true'}"

    article = ", ".join(f"a.{column}" for column in CONTENT["articles"].columns if column != "coded")
    versions = (
        f"SELECT {article}, coalesce(s.revision, 1) AS revision, s.superseded_by FROM raw_articles a LEFT JOIN _stale s USING (id, batch) "
        f"WHERE a.{_COMMITTED} AND s.coded_again IS NOT TRUE"
    )
    pairs = "SELECT *, unnest(string_split(pairs, '|')) AS pair FROM events WHERE counted AND pairs IS NOT NULL"
    # Cut at the mark, which is much quicker than splitting.
    sides = "left(pair, instr(pair, '>') - 1) AS a, substr(pair, instr(pair, '>') + 1) AS b"
    as_imported = f"r.origin <> '{CODED}' AND EXISTS (SELECT 1 FROM _corrected c WHERE c.event = r.event AND c.batch <> r.batch)"
    return [
        _STALE if changed else _NONE_STALE,
        _CORRECTED,
        f"CREATE VIEW versions AS {versions}",
        "CREATE VIEW articles AS SELECT * EXCLUDE (superseded_by) FROM versions WHERE superseded_by IS NULL",
        f"CREATE VIEW events AS {latest('events')} AND gone IS NOT TRUE AND NOT ({as_imported})",
        *(f"CREATE VIEW {name} AS {latest(name)}" for name in ("statements", "mentions")),
        f"CREATE VIEW stories AS {_last('stories', columns('stories'))} AND gone IS NOT TRUE",
        f"CREATE VIEW feeds AS {_last('feeds', columns('feeds'))}",
        "CREATE VIEW quarantine AS SELECT id, kind, code, reason, checked FROM feeds WHERE state = 'quarantined'",
        f"CREATE VIEW dyads AS SELECT {sides}, * EXCLUDE (pair, pairs) FROM ({pairs})",
    ]


def _last(name: str, columns: str) -> str:
    """The last row of each key since the table was last replaced."""
    since = f"(SELECT coalesce(max(seq), 0) FROM runs WHERE list_contains(string_split(replaces, ','), '{name}'))"
    key = ", ".join(CONTENT[name].key)
    newest = f"QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY seq DESC) = 1"
    ordered = f"SELECT t.*, r.seq FROM raw_{name} t JOIN {RUNS.name} r USING (batch) WHERE r.seq >= {since} {newest}"
    return f"SELECT {columns} FROM ({ordered}) WHERE true"

"""The SQL of a snapshot: raw tables to the current state, by the batches that are committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.store.schema import CODED, CONTENT, RUNS, TABLES, Table

_TYPES = {"text": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "day": "DATE", "flag": "BOOLEAN"}
_HIDDEN = {"articles": ("coded",), "events": ("gone",), "stories": ("gone",)}

#: The batch that coded each article last, and, for a page whose text changed, which version follows.
_CURRENT = """
CREATE TABLE _current AS
WITH coding AS (
    SELECT a.id, arg_max(a.batch, r.seq) AS batch, any_value(a.page) AS page,
           any_value(coalesce(a.updated, a.published)) AS day, min(a.fetched) AS fetched
    FROM raw_articles a JOIN runs r USING (batch) GROUP BY a.id
)
SELECT id, batch, row_number() OVER way AS revision, lead(id) OVER way AS superseded_by
FROM coding WINDOW way AS (PARTITION BY coalesce(page, id) ORDER BY day NULLS FIRST, fetched NULLS FIRST, id)
"""
_LATEST = "batch IN (SELECT batch FROM runs) AND (article, batch) IN (SELECT id, batch FROM _current WHERE superseded_by IS NULL)"


def statements(files: Mapping[str, Sequence[str]], seq: int, *, uneven: bool = False, loaded: bool = False) -> list[str]:
    """The statements that set a snapshot up.

    Args:
        files: Parquet files by table.
        seq: the last committed batch that is seen.
        uneven: files of earlier layouts may lack columns.
        loaded: the tables are already there as `file_<name>`.
    """
    raw = [f"CREATE VIEW raw_{name} AS {_source(table, files.get(name, ()), uneven, loaded)}" for name, table in TABLES.items()]
    runs = f"CREATE TABLE runs AS SELECT * FROM raw_runs WHERE seq <= {seq:d} ORDER BY seq"
    return [*raw, runs, _CURRENT, *_views()]


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


def _views() -> list[str]:
    def columns(name: str) -> str:
        return ", ".join(column for column in CONTENT[name].columns if column not in _HIDDEN.get(name, ()))

    article = ", ".join(f"a.{column}" for column in CONTENT["articles"].columns if column != "coded")
    versions = f"SELECT {article}, c.revision, c.superseded_by FROM raw_articles a JOIN _current c USING (id, batch)"
    read = f"SELECT {columns('events')} FROM raw_events WHERE origin = '{CODED}' AND gone IS NOT TRUE AND {_LATEST}"
    imported = f"SELECT {columns('events')} FROM raw_events WHERE origin <> '{CODED}' AND gone IS NOT TRUE AND batch IN (SELECT batch FROM runs)"
    pairs = "SELECT *, unnest(string_split(pairs, '|')) AS pair FROM events WHERE counted AND pairs IS NOT NULL"
    return [
        f"CREATE VIEW versions AS {versions}",
        "CREATE VIEW articles AS SELECT * EXCLUDE (superseded_by) FROM versions WHERE superseded_by IS NULL",
        f"CREATE VIEW events AS {read} UNION ALL {imported}",
        *(f"CREATE VIEW {name} AS SELECT {columns(name)} FROM raw_{name} WHERE {_LATEST}" for name in ("statements", "mentions")),
        f"CREATE VIEW stories AS {_last('stories', columns('stories'))} AND gone IS NOT TRUE",
        f"CREATE VIEW feeds AS {_last('feeds', columns('feeds'))}",
        "CREATE VIEW quarantine AS SELECT id, kind, code, reason, checked FROM feeds WHERE state = 'quarantined'",
        f"CREATE VIEW dyads AS SELECT split_part(pair, '>', 1) AS a, split_part(pair, '>', 2) AS b, * EXCLUDE (pair, pairs) FROM ({pairs})",
    ]


def _last(name: str, columns: str) -> str:
    """The last row of each key since the table was last replaced."""
    since = f"(SELECT coalesce(max(seq), 0) FROM runs WHERE list_contains(string_split(replaces, ','), '{name}'))"
    key = ", ".join(CONTENT[name].key)
    newest = f"QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY seq DESC) = 1"
    ordered = f"SELECT t.*, r.seq FROM raw_{name} t JOIN {RUNS.name} r USING (batch) WHERE r.seq >= {since} {newest}"
    return f"SELECT {columns} FROM ({ordered}) WHERE true"

"""DuckDB, shut off: it reads the files that it is given and nothing else. `duckdb` is imported here for all of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.errors import UsageError
from detente.store.snapshot import Answer, plain

if TYPE_CHECKING:
    import duckdb

_CHUNK = 500
_ALONE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_HINT = "Ask one SELECT over articles, events, dyads, statements, mentions, stories, feeds, quarantine, versions, runs."


def connect(files: Mapping[str, Sequence[str]], loaded: Mapping[str, Any], spill: str, memory: str) -> duckdb.DuckDBPyConnection:
    """A connection in memory that may read `files` and spill to the folder `spill`.

    Args:
        loaded: Arrow tables or streams by table, read at once into `file_<name>`.
    """
    import duckdb

    made = duckdb.connect(config=dict(_ALONE))
    made.execute(f"SET memory_limit = '{memory}'")
    made.execute(f"SET temp_directory = '{_quoted(spill)}'")
    made.execute("SET preserve_insertion_order = false")
    for name, stream in loaded.items():
        made.register("arrow_stream", stream)
        made.execute(f"CREATE TABLE file_{name} AS SELECT * FROM arrow_stream")
        made.unregister("arrow_stream")
    allowed = ", ".join(f"'{_quoted(file)}'" for paths in files.values() for file in paths)
    made.execute(f"SET allowed_paths = [{allowed}]")
    made.execute("SET enable_external_access = false")
    return made


class Reader:
    """Queries over one raw table at a time, for the store's own use."""

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        import duckdb

        return duckdb.connect(config=dict(_ALONE))

    def over_files(self, files: Sequence[str], query: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of `query`, in which the table is `t`."""
        if not files:
            return []
        listed = ", ".join(f"'{_quoted(file)}'" for file in files)
        made = self._connection.cursor()
        made.execute(f"CREATE TEMP VIEW t AS SELECT * FROM read_parquet([{listed}], union_by_name = true)")
        return _dictionaries(made.execute(query, list(parameters)))

    def over_stream(self, stream: Any, query: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The same over an Arrow stream."""
        made = self._connection.cursor()
        made.register("t", stream)
        return _dictionaries(made.execute(query, list(parameters)))


def _dictionaries(found: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, map(plain, row), strict=True)) for row in found.fetchall()]


def ask(connection: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object]) -> Answer:
    """The answer to one reading statement.

    Raises:
        UsageError: not one reading statement, or wrong SQL.
    """
    import duckdb

    try:
        asked = connection.extract_statements(query)
        if len(asked) != 1 or asked[0].type != duckdb.StatementType.SELECT:
            raise UsageError("The store is only read by SQL, one statement at a time.", _HINT, "sql")
        found = connection.cursor().execute(asked[0], list(parameters))
        columns = [column[0] for column in found.description or ()]
        first = found.fetchmany(_CHUNK)
    except (duckdb.Error, RuntimeError) as error:
        reason = (str(error.args[0]).strip() if error.args else "") or type(error).__name__
        raise UsageError(f"The query is wrong: {reason.splitlines()[0]}.", _HINT, "sql") from error
    return Answer(columns, _rest(found, first))


def _rest(found: duckdb.DuckDBPyConnection, batch: list[Any]) -> Iterator[tuple[Any, ...]]:
    while batch:
        yield from (tuple(map(plain, row)) for row in batch)
        batch = found.fetchmany(_CHUNK)


def _quoted(text: str) -> str:
    return text.replace("'", "''")

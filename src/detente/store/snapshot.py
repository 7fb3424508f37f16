"""One state of a store: what was committed up to some batch, whatever is written meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from detente.records import CodedArticle
from detente.store import views
from detente.store.arrow import Row, to_arrow
from detente.store.rows import coded_article
from detente.store.schema import RUNS
from detente.store.spool import in_order

if TYPE_CHECKING:
    import duckdb

    from detente.store.amend import Amendment

_CHUNK = 500
_MEMORY = "512MB"  # beyond it DuckDB sorts and joins on disk


class Snapshot:
    """A state of a store that does not change.

    Attributes:
        seq: the number of the last committed batch in it, 0 for an empty store.
    """

    def __init__(
        self, files: Mapping[str, Sequence[str]], runs: Sequence[Row], seq: int, *, uneven: bool = False, streams: Mapping[str, Any] | None = None
    ) -> None:
        self.seq = seq
        self._files = {name: list(paths) for name, paths in files.items()}
        self._runs, self._uneven, self._streams = runs, uneven, streams or {}

    def articles(self, *, where: str = "true", parameters: Sequence[object] = ()) -> Iterator[CodedArticle]:
        """The current version of every article with all that was read from it, by publication day (unknown ones first) and id.

        Args:
            where: a condition in SQL over the columns of `articles`, with `?` for parameters.
        """
        chosen = f"(SELECT id, batch FROM articles WHERE {where})"
        query = f"SELECT r.published, r.id, r.coded, r.text FROM raw_articles r JOIN {chosen} USING (id, batch)"
        for coded, text in in_order(self._rows(query, parameters)):
            yield self._corrected(coded_article(coded, text))

    def events(self, *, where: str = "true", parameters: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        """The rows of `events` (columns: `schema.EVENTS`), read from articles and imported, by day and id; days as ISO text."""
        return self.rows("events", where=where, parameters=parameters, order="day NULLS FIRST, event")

    def rows(self, view: str, *, where: str = "true", parameters: Sequence[object] = (), order: str = "ALL") -> Iterator[dict[str, Any]]:
        """The rows of a view (`articles versions events dyads statements mentions stories feeds quarantine runs`) as dictionaries."""
        cursor = self._connection.cursor()
        found = cursor.execute(f"SELECT * FROM {view} WHERE {where} ORDER BY {order}", parameters)
        names = [column[0] for column in found.description or ()]
        while batch := found.fetchmany(_CHUNK):
            for values in batch:
                yield dict(zip(names, map(plain, values), strict=True))

    def sql(self, query: str, parameters: Sequence[object] = ()) -> Answer:
        """Read-only SQL over the views; nothing but the snapshot's files can be reached.

        Raises:
            UsageError: not one SELECT statement, or wrong SQL.
        """
        from detente.store.query import ask

        return ask(self._connection, query, parameters)

    def files(self, table: str) -> list[str]:
        """The Parquet files of a table in this state; they also hold rows of other batches, so filter by `runs`."""
        return list(self._files[table])

    def as_coded(self, article: str) -> CodedArticle:
        """An article as the coder read it, without corrections by hand."""
        query = "SELECT r.coded, r.text FROM raw_articles r JOIN (SELECT id, batch FROM versions WHERE id = ?) USING (id, batch)"
        return coded_article(*next(self._rows(query, [article])))

    @cached_property
    def corrections(self) -> dict[str, list[Amendment]]:
        """The corrections by hand that hold in this state, by article, in the order in which they were made."""
        from detente.store.amend import decoded

        query = (
            "SELECT article, amended FROM (SELECT article, batch, amended, amended_at FROM raw_events WHERE amended IS NOT NULL) e "
            "JOIN versions v ON e.article = v.id AND e.batch = v.batch ORDER BY amended_at, amended"
        )
        found: dict[str, list[Amendment]] = {}
        for article, text in self._rows(query, ()):
            found.setdefault(article, []).append(decoded(text))
        return found

    def _corrected(self, coded: CodedArticle) -> CodedArticle:
        made = self.corrections.get(coded.article.id)
        if not made:
            return coded
        from detente.store.amend import applied

        return applied(coded, made)[0]

    def _rows(self, query: str, parameters: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        found = self._connection.cursor().execute(query, parameters)
        while batch := found.fetchmany(_CHUNK):
            yield from batch

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        from detente.store.query import connect

        # The folder goes with the snapshot.
        self._spill = tempfile.TemporaryDirectory(prefix="detente-")
        loaded = {**self._streams, RUNS.name: to_arrow(RUNS, self._runs)}
        made = connect(self._files, loaded, self._spill.name, _MEMORY)
        for statement in views.raw(self._files, self.seq, loaded, uneven=self._uneven):
            made.execute(statement)
        changed = made.execute(views.ANY_CHANGED).fetchall()[0][0]
        for statement in views.current(changed=changed):
            made.execute(statement)
        made.execute("SET lock_configuration = true")
        return made


class Answer:
    """The answer to a query: the names of its columns, and its rows, read once."""

    def __init__(self, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        self.columns = list(columns)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows


def plain(value: Any) -> Any:
    """A day as ISO text; everything else as it is."""
    return value.isoformat() if isinstance(value, date) else value

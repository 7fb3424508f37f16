"""Delta Lake tables: opening, appending, deleting, compacting, with retries where two writers meet. `deltalake` is imported only here."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from detente.errors import DetenteError, UsageError
from detente.store.arrow import Row, schema, to_arrow
from detente.store.schema import Table

if TYPE_CHECKING:
    from deltalake import DeltaTable

MOST_TRIES = 40
_LOCK = "detente"
# Statistics of the batch column let a batch be found and removed without reading the rest. A table is opened by reading its last checkpoint
# and the commits since.
_SETTINGS = {"delta.dataSkippingStatsColumns": "batch", "delta.checkpointInterval": "20"}
# Bytes up to which files are joined; larger ones stay as they are, which bounds the time and memory that joining takes.
_JOINED = 32 << 20
T = TypeVar("T")


class Conflict(Exception):
    """Another writer committed first."""


class Delta:
    """One Delta table below a store's root (a folder or an object store's URL)."""

    def __init__(self, root: str, table: Table) -> None:
        self.table = table
        self.uri = f"{root.rstrip('/')}/{table.name}"

    @cached_property
    def _handle(self) -> DeltaTable:
        from deltalake import DeltaTable

        return DeltaTable(self.uri)

    def exists(self) -> bool:
        """Whether there is a table."""
        from deltalake import DeltaTable

        return bool(DeltaTable.is_deltatable(self.uri))

    def create(self) -> None:
        """Make an empty table if there is none."""
        from deltalake import DeltaTable

        def make() -> None:
            DeltaTable.create(self.uri, schema(self.table), mode="ignore", configuration=_SETTINGS)

        retry(make)

    def refresh(self) -> DeltaTable:
        """The table as it is now."""
        handle = self._handle
        handle.update_incremental()
        return handle

    def append(self, rows: Sequence[Row], *, lock: int | None = None) -> None:
        """Add rows in one commit.

        Args:
            lock: a number above the last one; the commit then fails if another one with a lock came since `refresh`.

        Raises:
            Conflict: only with a lock.
        """
        from deltalake import CommitProperties, Transaction, WriterProperties, write_deltalake
        from deltalake.exceptions import CommitFailedError

        data = to_arrow(self.table, rows)
        packed = WriterProperties(compression="ZSTD")
        if lock is None:
            retry(lambda: write_deltalake(self.refresh(), data, mode="append", writer_properties=packed))
            return
        alone = CommitProperties(app_transactions=[Transaction(_LOCK, lock)])
        try:
            write_deltalake(self._handle, data, mode="append", writer_properties=packed, commit_properties=alone)
        except CommitFailedError as error:
            raise Conflict from error

    def delete(self, batches: Sequence[str]) -> None:
        """Remove the rows of batches."""
        listed = ", ".join(f"'{batch}'" for batch in batches)
        retry(lambda: self.refresh().delete(f"batch IN ({listed})"))

    def add_columns(self, names: Sequence[str]) -> None:
        """Add those of these columns that the table lacks; earlier rows have null in them. For migrations."""
        from deltalake import Schema

        def add() -> None:
            handle = self.refresh()
            there = {field.name for field in handle.schema().fields}
            fields = [field for field in Schema.from_arrow(schema(self.table)).fields if field.name in names and field.name not in there]
            if fields:
                handle.alter.add_columns(fields)

        retry(add)

    def compact(self) -> bool:
        """Join small files; False if a deletion came between. Only one process at a time may do this (`Writer.compacting`)."""
        from deltalake import WriterProperties
        from deltalake.exceptions import DeltaError

        try:
            packed = WriterProperties(compression="ZSTD")
            self.refresh().optimize.compact(target_size=_JOINED, writer_properties=packed, max_concurrent_tasks=1)
        except DeltaError:
            return False
        return True

    def vacuum(self, hours: int) -> int:
        """Delete files that no state of the last `hours` needs; the number of files."""
        return len(self.refresh().vacuum(retention_hours=hours, dry_run=False, enforce_retention_duration=False))

    def stream(self) -> Any:
        """All rows as an Arrow stream, for stores that DuckDB cannot read itself."""
        from deltalake import QueryBuilder

        return QueryBuilder().register("t", self.refresh()).execute(f"SELECT {', '.join(self.table.columns)} FROM t")

    def rows(self) -> list[dict[str, Any]]:
        """All rows; for a small table this is quicker than starting a database."""
        data = self.stream().read_all()
        values = [data.column(name).to_pylist() for name in data.column_names]
        return [dict(zip(data.column_names, row, strict=True)) for row in zip(*values, strict=True)]

    def small_files(self) -> int:
        """How many files of the table as last written are worth joining."""
        if "_handle" not in self.__dict__:
            return 0
        sizes = self._handle.get_add_actions().column("size_bytes").to_pylist()
        return sum(size < _JOINED // 2 for size in sizes)

    def files(self) -> list[str]:
        """The Parquet files of the table as last refreshed: paths in a folder, URLs elsewhere."""
        return sorted(uri.removeprefix("file://") for uri in self._handle.file_uris())


def retry(action: Callable[[], T]) -> T:
    """Do something that another writer's commit may make fail, until it works.

    Raises:
        DetenteError: it still fails after many tries.
    """
    from deltalake.exceptions import CommitFailedError, DeltaError, DeltaProtocolError

    for tried in range(MOST_TRIES):
        try:
            return action()
        except DeltaProtocolError as error:
            raise UsageError(f"The store was written by software that is too new ({error}).", "Upgrade Détente.") from error
        except (CommitFailedError, DeltaError, OSError) as error:
            last = error
            time.sleep(random.uniform(0.005, 0.02) * 1.3 ** min(tried, 16))
    raise DetenteError(f"The store cannot be written ({last}).", "Check the rights and the space on the disk.", "store") from last

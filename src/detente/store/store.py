"""A store: Delta Lake tables in a folder or an object store, written in batches that are visible whole or not at all.

Delta has no transaction over several tables. A batch writes its rows under its id and is then named in `runs`; readers see only batches
named there. `runs` is appended to under an optimistic lock: who commits second looks whether the first brought the same articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from detente.errors import DetenteError, UsageError
from detente.store.asof import chosen
from detente.store.batch import Batch, Written, counts, name_batch, now, writer_of
from detente.store.delta import Conflict, Delta
from detente.store.query import Reader
from detente.store.schema import CODED, CONTENT, LAYOUT, TABLES
from detente.store.snapshot import Snapshot
from detente.store.writers import Writer

#: Small files of a table beyond which a writer joins them.
MANY_FILES = 20


class Store:
    """A store; make one with `Store.open`."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._folder = None if "://" in root else Path(root)
        self._tables = {name: Delta(root, table) for name, table in TABLES.items()}
        self._writer = Writer(self._folder)
        self._reader = Reader()
        self._runs: tuple[int, list[dict[str, Any]]] | None = None

    @staticmethod
    def open(root: str | Path, *, create: bool = False) -> Store:
        """The store in a folder or at an object store's URL.

        Args:
            root: a path or a URL (`s3://...`; credentials come from the environment).
            create: make it if it is not there.

        Raises:
            UsageError: there is none, or its layout is newer than this software.
        """
        text = str(root)
        store = Store(text.removeprefix("file://"))
        if store._folder and store._folder.exists() and not store._folder.is_dir():
            raise UsageError(f"{text} is no folder.", "Name the folder of a store.", "store")
        if not store._tables["runs"].exists():
            if not create:
                raise UsageError(f"There is no store in {text}.", "Make one with: detente ingest ARTICLES --store DIR.", "store")
            store._create()
        from detente.store.migrate import bring_forward

        bring_forward(store)
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End writing; reading needs no end."""
        self._writer.end()

    def snapshot(self, as_of: int | str | None = None) -> Snapshot:
        """The store as it is now, or as it was.

        Args:
            as_of: the number of a batch (`runs.seq`), a day (up to its end) or a moment in ISO 8601 (UTC unless it says otherwise).

        Raises:
            UsageError: `as_of` is none of these, or a number that is not there.
        """
        runs = self.runs()
        seq = chosen(runs, as_of)
        # The content after `runs`: whatever is named there is then in the content.
        uneven = len({row["layout"] for row in runs}) > 1
        if self._folder is None:
            return Snapshot(dict.fromkeys(TABLES, ()), runs, seq, uneven=uneven, streams={name: self._tables[name].stream() for name in CONTENT})
        with ThreadPoolExecutor() as threads:
            files = dict(zip(TABLES, threads.map(self._files, TABLES), strict=True))
        return Snapshot(files, runs, seq, uneven=uneven)

    def runs(self) -> list[dict[str, Any]]:
        """The committed batches, in order."""
        version = self._tables["runs"].refresh().version()
        if self._runs is None or self._runs[0] != version:
            self._runs = version, sorted(self._tables["runs"].rows(), key=lambda row: int(row["seq"]))
        return self._runs[1]

    def write(self, batch: Batch, *, based_on: Snapshot | None = None) -> Written:
        """Write a batch: visible whole when this returns, never in part.

        Args:
            batch: without `based_on`, articles and imported events that are there already are left out.
            based_on: the state that was read to make the batch; articles that changed since are left out and named in `dropped`.

        Raises:
            DetenteError: the store cannot be written.
        """
        checked = based_on.seq if based_on else 0
        dropped: set[str] = set()
        begun = now()
        self._writer.begin()
        name = ""
        while True:
            runs = self.runs()
            seq = int(runs[-1]["seq"]) if runs else 0
            clashes = self._clashes(batch, runs, checked)
            if clashes:
                dropped |= clashes
                batch = batch.without(clashes)
            if not batch:
                self._discard(name)
                return Written(None, frozenset(dropped), counts({}))
            if clashes or not name or self._writer.late(name):
                self._discard(name)
                name = self._put(batch)
            checked = seq
            try:
                self._tables["runs"].append([self._run(batch, name, seq + 1, begun)], lock=seq + 1)
            except Conflict:
                continue
            self._tidy()
            return Written(seq + 1, frozenset(dropped), counts(batch.rows))

    def present(self, ids: Iterable[str], *, table: str = "articles") -> set[str]:
        """Which of these articles (or imported events) are there."""
        return self._having(table, list(ids), {row["batch"] for row in self.runs()})

    def recover(self) -> list[str]:
        """Remove what dead writers left unfinished; the ids of those batches. Batches of living writers stay."""
        unfinished = self.batches()
        known = {row["batch"] for row in self.runs()}  # read after the content: a batch may have been committed meanwhile
        dead: set[str] = set()
        for name, found in unfinished.items():
            gone = sorted(batch for batch in found - known if self._writer.dead(writer_of(batch), batch))
            if gone:
                self._tables[name].delete(gone)
                dead.update(gone)
        for writer in self._writer.traces():
            if self._writer.dead(writer, ""):
                self._writer.bury(writer)
        return sorted(dead)

    def batches(self) -> dict[str, set[str]]:
        """The batches that each table has rows of, committed or not."""
        return {name: {row["batch"] for row in self._read(name, "SELECT DISTINCT batch FROM t")} for name in CONTENT}

    def compact(self, *, keep_hours: int = 24) -> dict[str, tuple[int, int]]:
        """Join small files and delete files that no reader of the last `keep_hours` needs; files before and after, by table.

        Earlier states stay: they are rows, not files.

        Raises:
            DetenteError: another process is at it.
        """
        done = {}
        with self._writer.compacting(wanted=True) as free:
            if not free:
                raise DetenteError("Another process is joining the files of this store.", "Try again when it is done.", "store")
            for name, table in self._tables.items():
                before = len(self._files(name))
                table.compact()
                done[name] = (before, len(self._files(name)))
                table.vacuum(keep_hours)
        return done

    def add_columns(self, table: str, names: Sequence[str]) -> None:
        """Add columns of the present layout to a table; for migrations."""
        self._tables[table].add_columns(names)

    def mark_migrated(self, layout: int) -> None:
        """Commit that the store has this software's layout now."""
        while True:
            runs = self.runs()
            seq = int(runs[-1]["seq"]) + 1
            try:
                note = f"from layout {layout}"
                self._tables["runs"].append([self._run(Batch("migrate", note=note), name_batch(self._writer.id), seq, now())], lock=seq)
            except Conflict:
                continue
            return

    def _create(self) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
        for name in (*CONTENT, "runs"):
            self._tables[name].create()

    def _put(self, batch: Batch) -> str:
        """Write the content of a batch under a new id, still invisible."""
        name = name_batch(self._writer.id)
        for table, rows in batch.rows.items():
            if rows:
                self._tables[table].append([row | {"batch": name} for row in rows])
        return name

    def _discard(self, name: str) -> None:
        if name:
            for table in CONTENT:
                self._tables[table].delete([name])

    def _run(self, batch: Batch, name: str, seq: int, begun: str) -> dict[str, Any]:
        made = next((row for table in ("articles", "events", "stories") for row in batch.rows.get(table, ())), {})
        return {
            "seq": seq, "batch": name, "kind": batch.kind, "started": begun, "finished": now(), **counts(batch.rows),
            "replaces": ",".join(batch.replaces) or None, "who": batch.who, "note": batch.note, "layout": LAYOUT,
            **{key: made.get(key) for key in ("version", "model", "codebook")},
        }  # fmt: skip

    def _clashes(self, batch: Batch, runs: Sequence[dict[str, Any]], checked: int) -> set[str]:
        """The ids of the batch that batches after `checked` brought."""
        later = {str(row["batch"]) for row in runs if row["seq"] > checked}
        return {key for table, keys in batch.keys().items() for key in self._having(table, keys, later)}

    def _having(self, table: str, ids: list[str], batches: set[str]) -> set[str]:
        if not ids or not batches:
            return set()
        key = "event" if table == "events" else "id"
        other = f"origin <> '{CODED}' AND " if table == "events" else ""
        query = f"SELECT DISTINCT {key} FROM t WHERE {other}{key} IN (SELECT unnest(?)) AND batch IN (SELECT unnest(?))"
        return {row[key] for row in self._read(table, query, [ids, sorted(batches)])}

    def _files(self, name: str) -> list[str]:
        self._tables[name].refresh()
        return self._tables[name].files()

    def _read(self, name: str, query: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        """The rows of a query over one raw table, `t`."""
        table = self._tables[name]
        if self._folder is None:
            return self._reader.over_stream(table.stream(), query, parameters)
        return self._reader.over_files(self._files(name), query, parameters)

    def _tidy(self) -> None:
        """Join small files where they have become many, so that queries stay quick."""
        full = [table for table in self._tables.values() if table.small_files() > MANY_FILES]
        if full:
            with self._writer.compacting() as free:
                for table in full if free else ():
                    table.compact()

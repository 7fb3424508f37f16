"""The loop over the rows of event tables: good ones are stored in large batches, bad ones are counted and set aside with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

import msgspec

from detente._version import __version__
from detente.engine.load import Tally
from detente.engine.worker import Failure
from detente.errors import InputError
from detente.export import read
from detente.ingest.sources import expand
from detente.records import CodedArticle
from detente.store import Batch, Store
from detente.store.batch import now
from detente.store.identity import digest
from detente.store.imported import table_pairs
from detente.store.rows import event_rows

SIZE = 20_000  # rows in a batch
MOST_TOLD = 1_000  # bad rows of a file that are kept one by one; the rest is counted
ENDINGS = frozenset({".tsv", ".tab", ".csv", ".txt", ".jsonl", ".json", ".gz", ".zip"})


def import_tables(store: Store, table: str, sources: Sequence[str], tally: Tally, *, size: int = SIZE) -> None:
    """Store the events of tables; each row once, however often it is imported.

    Args:
        table: `gdelt`, `icews`, `polecat` or `plover`.
        sources: files, folders, patterns.
    """
    mapped: Callable[[dict[str, Any]], CodedArticle] = import_module(f"detente.engine.tables.{table}").coded
    for source in sources:
        for file in expand(source, ENDINGS):
            if isinstance(file, InputError):
                _aside(store, tally, source, [(source, file)], 1)
            else:
                _file(store, table, file, mapped, tally, size)


def _file(store: Store, table: str, file: str, mapped: Callable[[dict[str, Any]], CodedArticle], tally: Tally, size: int) -> None:
    bad: list[tuple[str, InputError]] = []
    rows: dict[str, dict[str, Any]] = {}
    count = 0
    for number, item in enumerate(_items(table, file), 1):
        try:
            if isinstance(item, InputError):
                raise item
            tally.read += 1
            row = _row(table, item, mapped, f"{file}, row {number}")
        except InputError as error:
            count += 1
            if len(bad) < MOST_TOLD:
                bad.append((f"{file}, row {number}", error))
            continue
        if row["event"] in rows:
            tally.known += 1
        rows[row["event"]] = row
        if len(rows) >= size:
            _store(store, table, rows, tally)
        tally.on_change(tally)
    _store(store, table, rows, tally)
    _aside(store, tally, file, bad, count)


def _items(table: str, file: str) -> Iterator[Any]:
    try:
        yield from read(table, file)
    except InputError as error:
        yield error


def _row(table: str, item: dict[str, Any], mapped: Callable[[dict[str, Any]], CodedArticle], name: str) -> dict[str, Any]:
    try:
        coded = mapped(item)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, msgspec.ValidationError) as error:
        raise InputError(f"{name}: {error}.", "Correct or remove that row; the other rows were kept.", "row") from None
    row = next(event_rows(coded))
    ident = coded.events[0].id or digest(msgspec.json.encode(item, order="sorted").decode())
    if row["day"] is None:
        raise InputError(f"{name}: there is no day.", "Correct or remove that row; the other rows were kept.", "row")
    event = coded.events[0]
    if event.actors and event.recipients:
        row["pairs"] = table_pairs(event)
    made = {"version": __version__, "model": None, "codebook": table, "origin": table}
    return row | made | {"event": f"{table}-{ident}", "article": coded.article.id or None, "type": row["type"] or None, "act": row["act"] or None}


def _store(store: Store, table: str, rows: dict[str, dict[str, Any]], tally: Tally) -> None:
    if rows:
        written = store.write(Batch("import", {"events": list(rows.values())}, note=table))
        tally.stored += written.counts["events"]
        tally.known += len(written.dropped)
        if written.seq is not None:
            tally.on_batch(written)
    rows.clear()


def _aside(store: Store, tally: Tally, file: str, bad: Sequence[tuple[str, InputError]], count: int) -> None:
    """Keep the bad rows of a file with their reasons, in place of those of an earlier import of it."""
    told = store.snapshot().rows("feeds", where="kind = 'table' AND starts_with(id, ?)", parameters=[file + ", "], order="id")
    earlier = {row["id"]: row for row in told}
    rows = [_feed(key, "quarantined", error) for key, error in bad if earlier.get(key, {}).get("reason") != error.message]
    if count > len(bad):
        rest = InputError(f"{file}: {count - len(bad)} more rows could not be read.", "Correct the first ones and import it again.", "row")
        rows.append(_feed(f"{file}, more", "quarantined", rest))
    failed = {key for key, _ in bad}
    rows += [_feed(key, "ok", None) for key, row in earlier.items() if row["state"] == "quarantined" and key not in failed and key != f"{file}, more"]
    if rows:
        store.write(Batch("import", {"feeds": rows}))
    tally.failed += count
    for key, error in bad:
        tally.on_failure(key, Failure.of(error))


def _feed(key: str, state: str, error: InputError | None) -> dict[str, Any]:
    told = {"code": error.code, "reason": error.message} if error else {}
    return {"id": key, "kind": "table", "state": state, "checked": now(), "failures": int(error is not None), **told}

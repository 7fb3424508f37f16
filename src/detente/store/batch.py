"""What is written at once: rows of several tables that become visible together."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from detente.store.rows import Rows
from detente.store.schema import CODED, CONTENT

_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass
class Batch:
    """Rows by table, without `batch`.

    Attributes:
        kind: what made it: `ingest`, `import`, `recode`, `amend`, `stories`, `migrate`.
        rows: rows by table, as `rows.article_rows` makes them.
        replaces: tables (`stories`, `feeds`) whose earlier rows all go.
        who: the person, for work by hand.
        note: what a person should know about it.
    """

    kind: str
    rows: Rows = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    who: str | None = None
    note: str | None = None

    def add(self, rows: Rows) -> None:
        """Add rows by table."""
        for name, found in rows.items():
            self.rows.setdefault(name, []).extend(found)

    def keys(self) -> dict[str, list[str]]:
        """The ids of the articles, and of the events of imported tables."""
        imported = [row["event"] for row in self.rows.get("events", ()) if row["origin"] != CODED]
        return {"articles": [row["id"] for row in self.rows.get("articles", ())], "events": imported}

    def without(self, dropped: Iterable[str]) -> Batch:
        """The batch without the articles and imported events of these ids."""
        gone = frozenset(dropped)

        def kept(name: str, row: dict[str, object]) -> bool:
            if name in ("stories", "feeds"):
                return True
            imported = name == "events" and row["origin"] != CODED
            return row["id" if name == "articles" else "event" if imported else "article"] not in gone

        rows = {name: [row for row in found if kept(name, row)] for name, found in self.rows.items()}
        return Batch(self.kind, rows, self.replaces, self.who, self.note)

    def __bool__(self) -> bool:
        return any(self.rows.values()) or bool(self.replaces)


@dataclass(frozen=True)
class Written:
    """What became of a batch.

    Attributes:
        seq: its number in `runs`; None if nothing was left to write.
        dropped: ids of articles and imported events that were there already (or, for work on what was read, changed meanwhile).
        counts: rows written by table.
    """

    seq: int | None
    dropped: frozenset[str]
    counts: dict[str, int]


def now() -> str:
    """This moment as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def name_batch(writer: str) -> str:
    """A new batch id: the moment and the writer."""
    return f"{datetime.now(UTC).strftime(_STAMP)}-{writer}-{secrets.token_hex(2)}"


def writer_of(batch: str) -> str:
    """The writer in a batch id."""
    return batch.split("-")[1] if batch.count("-") == 2 else ""


def age(batch: str) -> float:
    """Seconds since a batch was begun; infinite if the id does not tell."""
    try:
        begun = datetime.strptime(batch.split("-")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return float("inf")
    return (datetime.now(UTC) - begun).total_seconds()


def counts(rows: Rows) -> dict[str, int]:
    """Rows by table, every content table named."""
    return {name: len(rows.get(name, ())) for name in CONTENT}

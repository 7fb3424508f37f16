"""The tables of a store: their columns, their keys, and the layout version that they belong to.

Kinds: `text`, `int` (64 bits), `float` (64 bits), `day` (date), `flag`. Moments are text, ISO 8601 in UTC, so that they sort.
Every row names the batch that brought it, and the software version, model and codebook that made it.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.event.flat import EVENTS as FLAT

#: Of the first release; `migrate.py` brings a store forward.
LAYOUT = 1
#: `origin` of what the coder read in articles; imported event tables have the name of their format.
CODED = "text"

MADE_BY = {"version": "text", "model": "text", "codebook": "text", "batch": "text"}


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: the folder below the store.
        columns: column name to kind, in order.
        key: what identifies a row in one state of the store.
    """

    name: str
    columns: dict[str, str]
    key: tuple[str, ...]


ARTICLES = Table(
    "articles",
    {
        "id": "text", "name": "text", "source": "text", "url": "text", "page": "text", "title": "text", "text": "text",
        "published": "day", "updated": "day", "fetched": "text", "outlet": "text", "language": "text", "coded": "text", **MADE_BY,
    },
    ("id",),
)  # fmt: skip
EVENTS = Table(
    "events",
    {
        **{name: kind for name, kind in FLAT.items() if name not in MADE_BY}, "pairs": "text", "counted": "flag", "origin": "text",
        "gone": "flag", "amended": "text", "amended_by": "text", "amended_at": "text", **MADE_BY,
    },
    ("event",),
)  # fmt: skip
STATEMENTS = Table(
    "statements",
    {
        "article": "text", "statement": "text", "kind": "text", "published": "day", "speaker": "text", "speaker_country": "text",
        "speaker_org": "text", "speaker_role": "text", "outlet": "text", "cue": "text", "text": "text", "text_start": "int",
        "text_end": "int", "about": "text", **MADE_BY,
    },
    ("statement",),
)  # fmt: skip
MENTIONS = Table(
    "mentions",
    {"article": "text", "mention": "text", "type": "text", "chain": "text", "text": "text", "text_start": "int", "text_end": "int", **MADE_BY},
    ("article", "mention"),
)
STORIES = Table(
    "stories",
    {"id": "text", "label": "text", "first": "day", "last": "day", "articles": "text", "record": "text", "gone": "flag", **MADE_BY},
    ("id",),
)
FEEDS = Table(
    "feeds",
    {
        "id": "text", "kind": "text", "state": "text", "code": "text", "reason": "text", "article": "text", "etag": "text",
        "modified": "text", "checked": "text", "due": "text", "failures": "int", **MADE_BY,
    },
    ("id",),
)  # fmt: skip
#: Committed batches, in the order of `seq`; a batch that is not here is invisible.
RUNS = Table(
    "runs",
    {
        "seq": "int", "kind": "text", "started": "text", "finished": "text", "articles": "int", "events": "int", "statements": "int",
        "mentions": "int", "stories": "int", "feeds": "int", "replaces": "text", "who": "text", "note": "text", "layout": "int", **MADE_BY,
    },
    ("seq",),
)  # fmt: skip

CONTENT = {table.name: table for table in (ARTICLES, EVENTS, STATEMENTS, MENTIONS, STORIES, FEEDS)}
TABLES = {**CONTENT, RUNS.name: RUNS}

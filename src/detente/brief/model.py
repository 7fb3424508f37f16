"""What a brief holds, the same for all four formats: plain records, already worded, with references by number.

Every item has a `ref` (`e1`, `s2`, `p3`), its anchor; `w-` + ref is the anchor of its words in the article.
"""

from __future__ import annotations

from detente.records import Record, Span


class Party(Record, frozen=True):
    """A side of an event: its name for a reader, its country or organisation code, and what that code means."""

    name: str
    tag: str = ""
    meaning: str = ""


class Head(Record, frozen=True, kw_only=True):
    """What the brief is about and what made it."""

    title: str
    outlet: str | None = None
    published: str | None = None
    published_words: str = ""
    url: str | None = None
    language: str | None = None
    events: int = 0
    statements: int = 0
    places: int = 0
    updates: int = 0
    model: str | None = None
    codebook: str | None = None
    version: str | None = None


class Row(Record, frozen=True, kw_only=True):
    """One event, worded: who did what to whom, when, where, who says so, how sure.

    `short` is the sentence without its date; `said` the day on which it was told;
    `later` tells what became of it, in the event `later_ref`.
    """

    ref: str
    id: str
    sentence: str
    short: str
    status: str
    status_words: str
    shape: str
    type: str
    mode: str | None
    act: str
    quad: int
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    first: str | None
    last: str | None
    date_words: str
    date_basis: str
    said: str | None
    said_words: str
    place: str
    says: str
    condition: str
    confidence: float
    evidence: tuple[Span, ...]
    denied_by: tuple[Party, ...] = ()
    later: str = ""
    later_ref: str = ""
    quoted_in: tuple[str, ...] = ()


class Line(Record, frozen=True):
    """A line of the summary or a question, resting on the event with `ref`."""

    ref: str
    text: str
    status: str
    status_words: str
    shape: str


class Quote(Record, frozen=True, kw_only=True):
    """A statement: its words, how it is reported, through whom, and the events it speaks of."""

    ref: str
    id: str
    kind: str
    text: str
    outlet: str | None
    spans: tuple[Span, ...]
    cue: Span | None = None
    about: tuple[str, ...] = ()


class Voice(Record, frozen=True):
    """A speaker with everything the article has from them."""

    speaker: str
    tag: str
    role: str
    quotes: tuple[Quote, ...]


class Pair(Record, frozen=True, kw_only=True):
    """What `a` did towards `b`: cooperation and conflict side by side, counted and scored, never netted.

    `both` marks that it holds in the same way from `b` to `a`. Scores are sums of the codebook's scores, unsigned.
    """

    a: str
    b: str
    both: bool = False
    coop_n: int = 0
    coop_score: float = 0.0
    conf_n: int = 0
    conf_score: float = 0.0
    refs: tuple[str, ...] = ()


class View(Record, frozen=True, kw_only=True):
    """A whole brief. `unsure` are events that are more likely wrong than right: they stand apart, and count for nothing else."""

    head: Head
    summary: tuple[Line, ...]
    more: int
    events: tuple[Row, ...]
    voices: tuple[Voice, ...]
    disputed: tuple[Line, ...]
    pairs: tuple[Pair, ...]
    questions: tuple[Line, ...]
    outlets: tuple[str, ...]
    unsure: tuple[Row, ...] = ()

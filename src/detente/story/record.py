"""What a story is: articles about one thing, and its events, each with all its reports."""

from __future__ import annotations

from typing import Literal

from detente.records import Record

Kind = Literal["denial", "number", "who"]


class Words(Record, frozen=True):
    """Words of an article that an event rests on."""

    event: str
    article: str
    text: str


class Contradiction(Record, frozen=True):
    """Two reports that cannot both be right: one denies, their numbers differ, or they name different sides; with both's words."""

    kind: Kind
    one: Words
    other: Words


class StoryEvent(Record, frozen=True, kw_only=True):
    """One event: `event` is its clearest report, `reports` the ids of all of them in the order of publication.

    `independent` counts the sources among them: copies of one text count once, and so do articles of one outlet. `date` is its ISO day.
    """

    event: str
    reports: tuple[str, ...]
    independent: int
    contradictions: tuple[Contradiction, ...] = ()
    date: str | None = None


class Story(Record, frozen=True, kw_only=True):
    """Articles about one thing, by publication day and id; `label` is the headline that says most of it; events by day: the time line.

    `copies` are the articles whose text another one had before, with that article's id.
    """

    id: str
    label: str
    first: str | None
    last: str | None
    articles: tuple[str, ...]
    events: tuple[StoryEvent, ...] = ()
    copies: dict[str, str] = {}

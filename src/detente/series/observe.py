"""What a series counts: one observation a report of an event and ordered pair of sides.

Which events count, on which day and between whom is decided in `event.rules` and kept in the store's `dyads`: happened and ongoing acts on
their day; promises, threats, requests and refusals on the day they were told; never what is only possible, or denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from detente.event import rules
from detente.records import CodedArticle, Record

if TYPE_CHECKING:
    from detente.store import Snapshot

Which = Literal["counted", "acts", "all"]
_DONE = ("happened", "ongoing")


class Observation(Record, frozen=True, kw_only=True):
    """One report that `a` did something to `b` on `date` (ISO day).

    `merged` names the event behind all reports of it, the report's own id where stories were not built; `source` the article, or the page or
    row of an imported table; `evidence` are the words it rests on, at `start` of the article's text.
    """

    date: str
    a: str
    b: str
    event: str
    merged: str
    source: str
    type: str
    mode: str | None
    status: str
    quad: int
    score: float
    evidence: str | None = None
    start: int | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None

    @property
    def conflict(self) -> bool:
        """Verbal or material conflict; else cooperation."""
        return self.quad > 2

    @property
    def material(self) -> bool:
        """Deeds, not words."""
        return self.quad in (2, 4)


_COLUMNS = "day, event, article, url, type, mode, status, quad, score, evidence, evidence_start, outlet, title, published"


def observe(
    snapshot: Snapshot,
    a: str | None = None,
    b: str | None = None,
    *,
    first: str | None = None,
    last: str | None = None,
    which: Which = "counted",
) -> list[Observation]:
    """The observations of an ordered pair, or of every pair, in a store, by day.

    Args:
        a: the acting side: a country (ISO 3166-1 alpha-3) or an organisation's code; None for every side.
        b: the side that it acts on; None for every side.
        first: the first ISO day; None for no limit.
        last: the last ISO day, included.
        which: `counted` is the rule above; `acts` only what happened or is under way; `all` also what is planned, possible or denied.
    """
    wanted = {"a = ?": a, "b = ?": b, "day >= ?::DATE": first, "day <= ?::DATE": last}
    asked = {part: value for part, value in wanted.items() if value is not None}
    parts = [*asked, "day IS NOT NULL", "quad IS NOT NULL"] + (["status IN ('happened', 'ongoing')"] if which == "acts" else [])
    query = f"SELECT a, b, {_COLUMNS} FROM {_source(which)} WHERE {' AND '.join(parts)} ORDER BY day, event, a, b"
    answer = snapshot.sql(query, list(asked.values()))
    merged = merged_events(snapshot)
    return [_observation(dict(zip(answer.columns, row, strict=True)), merged) for row in answer]


def _source(which: Which) -> str:
    if which != "all":
        return "dyads"
    pair = "SELECT *, unnest(string_split(pairs, '|')) AS pair FROM events WHERE pairs IS NOT NULL"
    return f"(SELECT split_part(pair, '>', 1) AS a, split_part(pair, '>', 2) AS b, * EXCLUDE (pair) FROM ({pair}))"


def merged_events(snapshot: Snapshot) -> dict[str, str]:
    """For each report that a story merged with others the id of the event behind them."""
    answer = snapshot.sql("SELECT record FROM stories WHERE record IS NOT NULL")
    stories = (msgspec.json.decode(row[0]) for row in answer)
    return {report: event["event"] for story in stories for event in story["events"] for report in event["reports"]}


def _observation(row: Mapping[str, Any], merged: Mapping[str, str]) -> Observation:
    def text(name: str) -> str | None:
        value = row[name]
        return None if value is None else str(value)

    event = str(row["event"])
    return Observation(
        date=str(row["day"]), a=row["a"], b=row["b"], event=event, merged=merged.get(event, event),
        source=text("article") or text("url") or event, type=row["type"] or "", mode=row["mode"], status=row["status"] or "",
        quad=int(row["quad"]), score=float(row["score"] or 0.0), evidence=row["evidence"], start=row["evidence_start"],
        outlet=row["outlet"], title=row["title"], published=text("published"),
    )  # fmt: skip


def observe_articles(articles: Iterable[CodedArticle], merged: Mapping[str, str] | None = None) -> Iterator[Observation]:
    """The same from coded articles, without a store."""
    for coded in articles:
        article = coded.article
        for event in coded.events:
            day = rules.day(event, coded)
            if day is None or not rules.counts(event):
                continue
            for a, b in _pairs(event):
                words = event.evidence[0] if event.evidence else None
                yield Observation(
                    date=day, a=a, b=b, event=event.id, merged=(merged or {}).get(event.id, event.id), source=article.id, type=event.type,
                    mode=event.mode, status=event.status, quad=event.quad, score=event.score, evidence=words.text if words else None,
                    start=words.start if words else None, outlet=article.outlet, title=article.title, published=article.published,
                )  # fmt: skip


def _pairs(event: Any) -> list[tuple[str, str]]:
    sides = ((rules.side(a), rules.side(b)) for a, b in rules.dyads(event))
    return list(dict.fromkeys((a, b) for a, b in sides if a and b))


def coverage(snapshot: Snapshot) -> dict[str, int]:
    """How many articles the store has of each publication day, whatever they tell."""
    answer = snapshot.sql("SELECT published, count(*) FROM articles WHERE published IS NOT NULL GROUP BY published")
    return {str(day): int(number) for day, number in answer}

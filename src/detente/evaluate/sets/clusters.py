"""Stories against gold groups of articles: gzip-ed JSON Lines with `id`, `cluster`, `title` or `text`, and `date` where it is known.

Settings were chosen on the first part of each set (articles up to a day or number, topics for ECB+); `rest` is what they were not chosen on.
Articles come in order of their day and a digest of their content: hours are not used.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from detente.coder import Coder
from detente.evaluate.clustering import bcubed
from detente.evaluate.tally import Figure, Report
from detente.model.topic import TopicModel
from detente.records import Article, CodedArticle
from detente.story.build import digest, group_articles

Row = dict[str, Any]
_ADDRESS = re.compile(r"^\s*(?:https?|www)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StorySet:
    """A set: where its files are, and which rows (with their number in order) settings were not chosen on."""

    PATHS: tuple[str, ...]
    rest: Callable[[int, Row], bool]

    def measure(self, paths: Sequence[Path], coder: Coder) -> Report:
        """Group the articles and compare; the coder is not needed."""
        rows = sorted((row for path in paths for row in read(path)), key=lambda row: ((row.get("date") or "")[:10], digest(*parts(row))))
        model = TopicModel.load()
        kept = [row for number, row in enumerate(rows) if self.rest(number, row)]
        figures = {"stories, B-cubed": grouped(rows, model), "stories of the rest, B-cubed": grouped(kept, model)}
        return Report(len(rows), figures, {}, {}, {})


def grouped(rows: Sequence[Row], model: TopicModel) -> Figure:
    """B-cubed of the stories of some rows, in their order."""
    groups = group_articles(map(article, rows), model)
    answer = {ident: number for number, group in enumerate(groups) for ident in group}
    return bcubed([row["cluster"] for row in rows], [answer[row["id"]] for row in rows])


def read(path: Path) -> list[Row]:
    """The rows of a file; `part` is the beginning of its name (train, dev, test)."""
    with gzip.open(path) as lines:
        return [msgspec.json.decode(line, type=Row) | {"part": path.name.split(".")[0]} for line in lines]


def parts(row: Row) -> tuple[str, str]:
    """Headline and text; the first line that is no address where a row has no headline."""
    if row.get("title"):
        return row["title"], row.get("text") or ""
    lines = [line.strip() for line in row["text"].split("\n") if line.strip() and not _ADDRESS.match(line)]
    return lines[0], "\n".join(lines[1:])


def article(row: Row) -> CodedArticle:
    """A row as an article in which nothing was read yet."""
    title, text = parts(row)
    return CodedArticle(article=Article(id=row["id"], title=title, text=text, published=(row.get("date") or "")[:10] or None))


ALLSIDES = StorySet(("**/clusters_allsides/dated*.jsonl.gz",), lambda number, row: row["date"] > "2021-07-20")
UCI = StorySet(("**/clusters_uci/*.jsonl.gz",), lambda number, row: number >= 3500)
ECBPLUS = StorySet(("**/clusters_ecbplus/*.jsonl.gz",), lambda number, row: row["part"] == "test")

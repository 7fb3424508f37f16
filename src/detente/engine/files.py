"""Files, folders, patterns and standard input as arrivals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.engine.load import Arrival, Loader, Refusal
from detente.engine.worker import Failure
from detente.errors import InputError
from detente.ingest.limits import Limits
from detente.ingest.reader import DOCUMENTS, READABLE, read
from detente.ingest.sources import expand, weigh
from detente.records import Article
from detente.store import Origin

_ROW = re.compile(r", (?:row|record) \d+(?=:| |$)")


def weight(sources: Sequence[str]) -> int | None:
    """About how many articles the sources have, for a progress bar; None if that is not known."""
    found = [weigh(file) for source in sources for file in expand(source, READABLE) if isinstance(file, str)]
    known = [count for count in found if count is not None]
    return sum(known) if len(known) == len(found) else None


def load(loader: Loader, sources: Sequence[str], published: str | None, limits: Limits | None = None) -> None:
    """Take in the articles of all sources; what was set aside of them earlier and is right now, or is gone, is no longer set aside."""
    seen: set[str] = set()
    loader.run(arrivals(sources, published, limits, seen))
    folders = tuple(source.rstrip("/") + "/" for source in sources)
    loader.clear(lambda key: key.startswith(folders) or bool({key, key.rpartition("#")[0], _ROW.sub("", key)} & seen))


def arrivals(
    sources: Sequence[str], published: str | None, limits: Limits | None = None, seen: set[str] | None = None
) -> Iterator[Arrival | Refusal]:
    """The articles of all sources in order, and what could not be read; the files that were read are added to `seen`."""
    for source in sources:
        for file in expand(source, READABLE):
            if isinstance(file, InputError):
                yield Refusal(source, Failure.of(file))
                continue
            if seen is not None:
                seen.add(file)
            for item in read(file, published=published, limits=limits):
                yield _arrival(item, file) if not isinstance(item, InputError) else Refusal(_key(item, file), Failure.of(item))


def _arrival(article: Article, file: str) -> Arrival:
    # A table has many articles, each with a name of its own.
    key = file if Path(file).suffix.lower() in DOCUMENTS else f"{file}#{article.id}"
    return Arrival(article, Origin(name=article.id, source=file), key)


def _key(error: InputError, file: str) -> str:
    """What failed: the file, or a row of it."""
    row = _ROW.search(error.message)
    return file + row.group() if row else file

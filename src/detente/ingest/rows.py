"""A row of a table to an article: which columns are read, and the errors that name a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from detente.errors import InputError
from detente.ingest.credits import credited
from detente.ingest.dates import iso_day
from detente.ingest.language import guess
from detente.ingest.limits import MEGABYTE, Limits
from detente.ingest.plaintext import updates
from detente.records import Article

Item = Article | InputError

COLUMNS = {
    "text": ("text", "body", "content"),
    "id": ("id",),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date"),
    "outlet": ("outlet", "source", "publisher"),
    "language": ("language",),
}
KNOWN = frozenset(chain.from_iterable(COLUMNS.values()))
ROW_HINT = "Correct the row; the others were read."
TEXT_HINT = "Name the column with the article's text `text`, `body` or `content`."


def row_article(row: Mapping[str, object], name: str, key: str, number: int, published: str | None) -> Item:
    """The article in a row whose column names are in lower case, or the error that names the row."""
    cells = {field: _cell(row, names) for field, names in COLUMNS.items()}
    text = cells["text"]
    if not isinstance(text, str) or not text.strip():
        return InputError(f"{name}, row {number}: there is no text.", ROW_HINT, "row")
    values = {field: value for field, value in cells.items() if isinstance(value, str) and value.strip()}
    if "\0" in text or not all(_encodes(value) for value in values.values()):
        return InputError(f"{name}, row {number}: the text holds characters that are none.", ROW_HINT, "row")
    day = published or iso_day(cells["published"])
    outlet = values.get("outlet")
    identity = cells["id"]
    return Article(
        id=str(identity) if isinstance(identity, str | int) and str(identity).strip() else f"{key}-{number}",
        text=text,
        title=values.get("title"),
        url=values.get("url"),
        published=day,
        outlet=outlet,
        language=values.get("language") or guess(text),
        updates=updates(text, day),
        outlets=credited(text, publisher=outlet),
    )


def _cell(row: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _encodes(text: str) -> bool:
    """Whether a text has no lone surrogates (JSON can write them)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def some(items: Iterator[Item], name: str) -> Iterator[Item]:
    """The items, or an error if there are none."""
    empty = True
    for item in items:
        empty = False
        yield item
    if empty:
        yield InputError(f"{name} is empty.", "Give a table with at least one article.", "empty")


def too_large(name: str, number: int, limits: Limits) -> InputError:
    size = f"{limits.size / MEGABYTE:g} MB"
    return InputError(f"{name}, row {number}: larger than {size}.", "Split it, or raise the limit.", "too_large")

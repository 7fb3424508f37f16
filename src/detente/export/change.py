"""From the records of one format to those of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from detente.errors import UsageError
from detente.export.form import Format, Item, Options
from detente.records import CodedArticle

_FLAT = ("csv", "parquet")


def change(source: Format, target: Format, items: Iterable[Item], options: Options) -> Iterator[Item]:
    """The records as the target format has them.

    Raises:
        UsageError: the source lacks what the target needs.
    """
    if source.name == target.name or (source.name in _FLAT and target.name in _FLAT):
        return iter(items)
    if source.name == "jsonl":
        return target.items(cast("Iterable[CodedArticle]", items), options)
    raise UsageError(f"{source.name} cannot become {target.name}.", "Code the articles to jsonl and export that.")

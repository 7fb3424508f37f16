"""`detente stories`: the articles of a store grouped into stories, one event with all its reports."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from detente.cli.store import AS_OF, ROOT

if TYPE_CHECKING:
    from detente.story import Story


@click.command(epilog="Example: detente stories --format jsonl > stories.jsonl")
@ROOT
@AS_OF
@click.option("--rebuild", "anew", is_flag=True, help="Build them anew even where no article has come or changed.")
@click.option("--window", type=click.IntRange(1, 400), default=21, show_default=True, metavar="DAYS",
              help="Days after its last article in which a story can grow.")
@click.option("--least", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Leave out stories of fewer articles.")
@click.option("--format", "format_", type=click.Choice(("table", "jsonl")), help="By default a table at a terminal, else JSON Lines.")
def command(root: str, as_of: str | None, anew: bool, window: int, least: int, format_: str | None) -> None:
    """Group the articles of a store into stories: label, days, articles, and events with their reports, sources and contradictions.

    Articles are taken by publication day and content, so the order in which they were read makes no difference. docs/stories.md says how.
    """
    from detente.store import Store
    from detente.story import current, rebuild
    from detente.story.keep import kept

    with Store.open(root) as store:
        if anew or (as_of is None and not current(store.snapshot())):
            with _working():
                rebuild(store, window=window)
        snapshot = store.snapshot(as_of)
        found = [story for story in kept(snapshot) if len(story.articles) >= least]
        names: dict[str, str] = dict(snapshot.sql("SELECT id, name FROM articles"))
    if (format_ or ("table" if sys.stdout.isatty() else "jsonl")) == "jsonl":
        import msgspec

        for story in found:
            # Ids are made from the content; who looks for an article knows it by the name that it came with.
            named = {"names": [names.get(ident, ident) for ident in story.articles]}
            click.echo(msgspec.json.encode({**msgspec.to_builtins(story), **named}))
        return
    _table(found)


def _working() -> AbstractContextManager[object]:
    """A sign of life on standard error, where a person watches."""

    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status("building stories")


def _table(found: list[Story]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from detente.brief import dates, labels

    table = Table(title=f"{len(found)} stories", pad_edge=False)
    for name, side in (("story", "left"), ("days", "left"), ("articles", "right"), ("events", "right"), ("disputed", "right"), ("label", "left")):
        table.add_column(name, justify=side, no_wrap=name != "label")  # type: ignore[arg-type]
    for story in sorted(found, key=lambda story: (-len(story.articles), story.first or "", story.id)):
        disputed = sum(bool(event.contradictions) for event in story.events)
        days = dates.span(story.first, story.last, brief=True) or "not known"
        counts = (str(len(story.articles)), str(len(story.events)), Text(str(disputed), "red") if disputed else "")
        table.add_row(story.id.removeprefix("story-")[:8], days, *counts, Text(labels.clean(story.label)))
    Console(width=None if sys.stdout.isatty() else 110).print(table)

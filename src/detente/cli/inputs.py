"""What commands share: reading and coding inputs one by one, telling failures in one line, and the exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from detente.errors import DetenteError, InputError

if TYPE_CHECKING:
    from detente.coder import Coder
    from detente.records import Article, CodedArticle


class Batch:
    """Inputs of one call. Failures are told on standard error at once and counted; the rest goes on."""

    def __init__(self, sources: Sequence[str], published: str | None) -> None:
        self.sources, self.published = sources, published
        self.failed = 0

    def fail(self, error: DetenteError) -> None:
        """Tell one failure in one line."""
        self.failed += 1
        click.echo(f"detente: {error}", err=True)

    def articles(self) -> Iterator[Article]:
        """The articles of all sources in order."""
        from detente.ingest import read

        for source in self.sources:
            for item in read(source, published=self.published):
                if isinstance(item, InputError):
                    self.fail(item)
                    continue
                yield item

    def coded(self, coder: Coder, show_progress: bool) -> Iterator[CodedArticle]:
        """The coded articles, with a progress bar on standard error where a person watches."""
        for article in self._watched(show_progress):
            try:
                coded = coder.code(article)
            except InputError as error:
                self.fail(error)
                continue
            if article.published is None:
                click.echo(f"detente: {article.id}: no publication day is known, so relative dates stay open. Give --published DATE.", err=True)
            yield coded

    def _watched(self, show: bool) -> Iterator[Article]:
        if not (show and sys.stderr.isatty()):
            yield from self.articles()
            return
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TextColumn("{task.completed} articles"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("coding")
            for article in self.articles():
                progress.update(task, description=f"coding {article.id[:40]}")
                yield article
                progress.advance(task)

    def finish(self) -> None:
        """Leave with 1 if an input failed."""
        if self.failed:
            raise SystemExit(1)


def usage(error: DetenteError) -> click.UsageError:
    """A wrong call as click tells it, with exit code 2."""
    return click.UsageError(str(error))

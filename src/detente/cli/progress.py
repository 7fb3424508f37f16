"""Progress for a person at a terminal, a line of JSON a stored batch for a program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from detente.engine.load import Tally
    from detente.engine.worker import Failure
    from detente.store import Written


@contextmanager
def told(verb: str, total: int | None = None) -> Iterator[Tally]:
    """A tally whose changes are shown: a bar on standard error at a terminal; where standard output is no terminal, a JSON line a batch."""
    from detente.engine.load import Tally

    tally = Tally(on_failure=_failed)
    if not sys.stdout.isatty():
        tally.on_batch = _batch
    if not sys.stderr.isatty():
        yield tally
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[rest]}"), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(verb, total=total, rest="")

        def show(now: Tally) -> None:
            progress.update(task, completed=now.read + now.failed, rest=f"{now.stored} stored, {now.known} known, {now.failed} failed")

        tally.on_change = show
        tally.on_failure = lambda key, failure: progress.console.print(f"detente: {failure.error()}", style="red", markup=False, highlight=False)
        yield tally


def summary(verb: str, tally: Tally) -> None:
    """What was done, in one line on standard error; leaves with 1 if something failed."""
    click.echo(f"{verb} {tally.stored}, known before {tally.known}, failed {tally.failed}.", err=True)
    if tally.failed:
        raise SystemExit(1)


def _failed(key: str, failure: Failure) -> None:
    click.echo(f"detente: {failure.error()}", err=True)


def _batch(written: Written) -> None:
    import msgspec

    click.echo(msgspec.json.encode({"seq": written.seq, **{name: count for name, count in written.counts.items() if count}}))
    sys.stdout.flush()

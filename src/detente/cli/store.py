"""`detente store`: ask, check, tidy, code again and correct what is stored."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from detente.cli.progress import summary, told

if TYPE_CHECKING:
    from detente.store import Answer

ROOT = click.option("--store", "root", default="./detente-store", show_default=True, metavar="DIR|URL", help="The store.")
AS_OF = click.option("--as-of", metavar="N|DATE|TIME", help="The state after batch N (runs.seq), at the end of a day, or at a moment (UTC).")


@click.group(epilog="Example: detente store sql 'SELECT a, b, count(*) FROM dyads GROUP BY ALL'")
def command() -> None:
    """Ask, check, compact, code again and correct what is stored. docs/store.md describes the tables."""


@command.command(epilog="Example: detente store sql \"SELECT day, type, evidence FROM dyads WHERE a = 'RUS' AND b = 'UKR' ORDER BY day\"")
@click.argument("query")
@ROOT
@AS_OF
@click.option("--format", "format_", type=click.Choice(("table", "csv", "jsonl")), help="By default a table at a terminal, else CSV.")
def sql(query: str, root: str, as_of: str | None, format_: str | None) -> None:
    """Answer a SELECT over articles, versions, events, dyads, statements, mentions, stories, feeds, quarantine and runs (DuckDB's SQL).

    It only reads, and reaches nothing but the store.
    """
    from detente.store import Store

    answer = Store.open(root).snapshot(as_of).sql(query)
    _show(answer, format_ or ("table" if sys.stdout.isatty() else "csv"))


@command.command(epilog="Example: detente store check --store detente-store")
@ROOT
def check(root: str) -> None:
    """Verify the store: every batch whole, no id twice, every span in its text. Lists what is in quarantine. Exit code 1 if something is wrong."""
    from detente.store import Store
    from detente.store.check import check as problems
    from detente.store.check import unfinished

    store = Store.open(root)
    found = list(problems(store))
    for problem in found:
        click.echo(f"detente: {problem}", err=True)
    snapshot = store.snapshot()
    counted = next(iter(snapshot.sql("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events), (SELECT count(*) FROM statements)")))
    click.echo("state {}: {} articles, {} events, {} statements".format(snapshot.seq, *counted))
    click.echo(f"unfinished batches: {len(unfinished(store))}")
    for row in snapshot.rows("quarantine", order="id"):
        click.echo(f"in quarantine: {row['id']}: {row['reason']}")
    if found:
        raise SystemExit(1)
    click.echo("sound")


@command.command(epilog="Example: detente store compact --keep-hours 24")
@ROOT
@click.option("--keep-hours", type=click.IntRange(1), default=24, show_default=True, help="Files that a reader of the last hours may need stay.")
def compact(root: str, keep_hours: int) -> None:
    """Join small files. Every earlier state can still be read."""
    from detente.store import Store

    for name, (before, after) in Store.open(root).compact(keep_hours=keep_hours).items():
        click.echo(f"{name}: {before} files, now {after}")


@command.command(epilog="Example: detente store recode --workers 2")
@ROOT
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Processes that code.")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out events below this confidence.")
@click.option("--force", is_flag=True, help="Code texts that do not seem to be English.")
@click.option("--all", "everything", is_flag=True, help="Also articles that this version, model and codebook coded.")
def recode(root: str, workers: int, codebook: str, min_confidence: float, force: bool, everything: bool) -> None:
    """Code stored articles again that another version, model or codebook coded. Corrections by hand stay."""
    from detente.engine.local import Pool
    from detente.engine.recode import outdated
    from detente.engine.recode import recode as code_again
    from detente.engine.worker import Setup
    from detente.store import Store

    with Store.open(root) as store, Pool(workers, Setup(codebook, min_confidence, force)) as pool:
        store.recover()
        with told("coding again", len(outdated(store.snapshot(), pool, everything=everything))) as tally:
            code_again(store, pool, tally, everything=everything)
    summary("coded again", tally)


@command.command(epilog="Example: detente store amend 3f9c0a11b2c4d5e6f708-e2 --set status=denied --by 'Ana Duarte'")
@click.argument("event")
@ROOT
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="A field of the event and its new value, text or JSON; several times.")
@click.option("--remove", is_flag=True, help="The text tells of no such event.")
@click.option("--by", required=True, metavar="NAME", help="Who corrects it.")
@click.option("--note", metavar="TEXT", help="Why.")
def amend(event: str, root: str, changes: tuple[str, ...], remove: bool, by: str, note: str | None) -> None:
    """Correct an event by hand. The correction carries who and when, and is made again when the article is coded again.

    FIELD is a field as `detente schema` shows it, with dots for what is inside: date.first, place.country, actors.0.country.
    """
    from detente.store import Store
    from detente.store.amend import amend as correct

    with Store.open(root) as store:
        written = correct(store, event, by=by, changes=dict(map(_change, changes)), remove=remove, note=note)
    click.echo(f"{'removed' if remove else 'corrected'} {event} (batch {written.seq})", err=True)


def _change(text: str) -> tuple[str, Any]:
    import msgspec

    field, mark, value = text.partition("=")
    if not mark or not field:
        raise click.UsageError(f"'{text}' is no change; write FIELD=VALUE, for example status=denied.")
    try:
        return field, msgspec.json.decode(value)
    except msgspec.DecodeError:
        return field, value


def _show(answer: Answer, format_: str) -> None:
    if format_ == "table":
        from rich.console import Console
        from rich.table import Table

        shown = Table(*answer.columns)
        for row in answer:
            shown.add_row(*("" if value is None else str(value) for value in row))
        Console().print(shown, markup=False)
    elif format_ == "csv":
        _csv(answer)
    else:
        import msgspec

        for row in answer:
            click.echo(msgspec.json.encode(dict(zip(answer.columns, row, strict=True)), enc_hook=str))


def _csv(answer: Answer) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rows: Iterable[Any] = answer
    for row in (answer.columns, *rows):
        writer.writerow(row)
        click.echo(out.getvalue(), nl=False)
        out.seek(0)
        out.truncate()

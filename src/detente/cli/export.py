"""`detente export`: coded articles, or an event table, in another format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.errors import InputError, UsageError

if TYPE_CHECKING:
    from detente.export import Item

FORMATS = "jsonl parquet csv plover polecat icews gdelt"


@click.command(epilog="Example: detente export coded.jsonl --to parquet -o events.parquet")
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.option("--from", "from_", default="jsonl", show_default=True, metavar="FORMAT", help=f"What IN is: {FORMATS}.")
@click.option(
    "--to",
    "to",
    required=True,
    metavar="FORMAT",
    help="What to write: the same formats. A table can become only itself, csv and parquet each other.",
)
@click.option(
    "-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="File to write; by default standard output."
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="In polecat, icews and gdelt, write planned, possible and denied events too.",
)
@click.option(
    "--for-spreadsheet",
    "spreadsheet",
    is_flag=True,
    help="In csv, put ' before text that a spreadsheet would run as a formula.",
)
@click.option(
    "--mentions", metavar="FILE", type=click.Path(path_type=Path), help="With gdelt: write the mentions table to FILE."
)
def command(
    source: Path, from_: str, to: str, output: Path | None, everything: bool, spreadsheet: bool, mentions: Path | None
) -> None:
    """Turn coded articles (IN, or - for standard input) into a table, or an event table into another.

    Rows that cannot be read are named on standard error and the rest is kept; the exit code is then 1.
    """
    from detente.export import Options, convert, read

    failed: list[InputError] = []

    def kept() -> Iterator[Item]:
        for item in read(from_, source):
            if isinstance(item, InputError):
                failed.append(item)
                click.echo(f"detente: {item}", err=True)
            else:
                yield item

    try:
        convert(from_, kept(), to, output, Options(everything, spreadsheet, mentions))
    except InputError as error:
        click.echo(f"detente: {error}", err=True)
        raise SystemExit(1) from error
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if failed:
        raise SystemExit(1)

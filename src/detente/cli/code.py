"""`detente code`: articles in, coded articles out, in the format asked for."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.inputs import Batch, usage
from detente.errors import UsageError

FORMATS = ("jsonl", "parquet", "csv", "plover", "polecat", "icews", "gdelt")


@click.command(epilog="Example: detente code news/ --format csv -o events.csv")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|URL|-...")
@click.option("--published", metavar="DATE", help="Publication day (YYYY-MM-DD); wins over what is found in the text.")
@click.option(
    "-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="File to write; by default standard output."
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="What to write."
)
@click.option(
    "--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file."
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out events below this confidence.",
)
@click.option("--force", is_flag=True, help="Code texts that do not seem to be English.")
def command(
    sources: tuple[str, ...],
    published: str | None,
    output: Path | None,
    format_: str,
    codebook: str,
    min_confidence: float,
    force: bool,
) -> None:
    """Code articles into events, statements, times and places.

    Each input may be a text or HTML file, JSON Lines, CSV, Parquet, a folder, a URL, or - for standard input.
    Inputs that fail are named on standard error and the rest is kept; the exit code is then 1.
    """
    from detente.coder import Coder
    from detente.export import write

    batch = Batch(sources, published)
    coder = Coder(codebook, min_confidence=min_confidence, force=force)
    try:
        coder.codebook  # noqa: B018  a wrong codebook is a wrong call, told before any work
        write(format_, batch.coded(coder, True), output)
    except UsageError as error:
        raise usage(error) from error
    batch.finish()

"""`detente ingest`: articles and event tables into a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.progress import summary, told

if TYPE_CHECKING:
    from detente.engine.watch import Polled

STOPPED = 130  # the exit code of a command that was interrupted
TABLES = ("gdelt", "icews", "polecat", "plover")


@click.command(epilog="Example: detente ingest news/ feeds.toml --store detente-store --workers 2 --watch")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|GLOB|URL|feeds.toml|-...")
@click.option("--store", "root", default="./detente-store", show_default=True, metavar="DIR|URL", help="The store; it is made if it is not there.")
@click.option("--published", metavar="DATE", help="Publication day (YYYY-MM-DD) of files; wins over what is found in them.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Processes that code.")
@click.option("--watch", is_flag=True, help="Go on and poll feeds and pages until stopped.")
@click.option("--from", "table", type=click.Choice(TABLES), help="The sources are event tables of this format, not articles.")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out events below this confidence.")
@click.option("--force", is_flag=True, help="Code texts that do not seem to be English.")
@click.option("--batch", type=click.IntRange(1, 10_000), default=500, show_default=True, metavar="N", help="Articles that are stored together.")
@click.option("--allow", multiple=True, metavar="HOST:PORT", help="A server of your own at a local or private address that may be fetched from.")
def command(
    sources: tuple[str, ...],
    root: str,
    published: str | None,
    workers: int,
    watch: bool,
    table: str | None,
    codebook: str,
    min_confidence: float,
    force: bool,
    batch: int,
    allow: tuple[str, ...],
) -> None:
    """Read, code and store articles: text, HTML, JSON Lines, CSV, Parquet and WARC files, folders, web pages, RSS and Atom feeds.

    Each article is stored once, however often it comes in; stop at any moment and start again. What fails is named, set aside with its
    reason (detente store sql 'SELECT * FROM quarantine') and the rest goes on; the exit code is then 1. Where standard output is no
    terminal, each stored batch is a line of JSON there.
    """
    from detente.engine.worker import Setup
    from detente.ingest.dates import asked_day
    from detente.ingest.limits import Limits
    from detente.store import Store

    if watch and (table or not any(map(_is_polled, sources))):
        raise click.UsageError("--watch needs something to poll; name a feed, a page, or a list such as feeds.toml.")
    day, limits = asked_day(published), Limits(allowed=frozenset(allow))
    with Store.open(root, create=True) as store:
        store.recover()
        if table:
            from detente.engine.tables import import_tables

            with told(f"importing {table}") as tally:
                import_tables(store, table, sources, tally)
            summary("imported", tally)
            return
        from detente.engine.files import load, weight
        from detente.engine.load import Loader
        from detente.engine.local import Pool
        from detente.engine.watch import Watcher

        files, targets = _parted(sources)
        with Pool(workers, Setup(codebook, min_confidence, force)) as pool, told("ingesting", weight(files)) as tally:
            loader = Loader(store, pool, tally, size=batch)
            try:
                if files:
                    load(loader, files, day, limits)
                if targets:
                    Watcher(loader, targets, limits).run(forever=watch)
            except KeyboardInterrupt:
                click.echo(f"stored {tally.stored}, then stopped; the same command goes on from here.", err=True)
                raise SystemExit(STOPPED) from None
    summary("stored", tally)


def _parted(sources: tuple[str, ...]) -> tuple[list[str], list[Polled]]:
    """The sources that are files, and what is polled: addresses and what lists name."""
    from detente.engine.watch import listed

    polled = list(filter(_is_polled, sources))
    return [source for source in sources if source not in polled], listed(polled)


def _is_polled(source: str) -> bool:
    """Whether a source is an address or a list of addresses."""
    from detente.ingest.sources import URL

    return bool(URL.match(source)) or source.lower().endswith(".toml")

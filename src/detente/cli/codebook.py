"""`detente codebook`: the ontology, printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from detente.cli.inputs import usage
from detente.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.codebook import Codebook


@click.command(epilog="Example: detente codebook --format markdown > codebook.md")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--format", "format_", type=click.Choice(("table", "markdown", "json")), default="table", show_default=True, help="How to print it.")
def command(codebook: str, format_: str) -> None:
    """Print the ontology: types, modes, scores, rules from act and status to type, contexts and sectors."""
    from detente.codebook import Codebook, markdown

    try:
        book = Codebook.load(codebook)
    except UsageError as error:
        raise usage(error) from error
    if format_ == "markdown":
        click.echo(markdown(book), nl=False)
    elif format_ == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(book.data), indent=1).decode())
    else:
        from rich.console import Console

        console = Console()
        for part in tables(book):
            console.print(part)


def tables(book: Codebook) -> Iterator[RenderableType]:
    """The types with their modes, the rules and the vocabularies as tables for a terminal."""
    from rich.table import Table

    types = Table("type", "mode", "quad", "score", "CAMEO", "meaning", title=book.data.title or book.name)
    for name in book.types:
        kind = book.type(name)
        types.add_row(f"[bold]{name}[/]", "", str(kind.quad), f"{kind.score:+g}", " ".join(kind.cameo), kind.gist)
        for mode, about in kind.modes.items():
            types.add_row("", mode, "", f"{book.score(name, mode):+g}", "", about.gist)
    yield types
    rules = Table("status", "act or type", "becomes", "why", title="From act and status to type; the first that fits decides")
    for rule in book.data.rules:
        what = " ".join((*rule.acts, *rule.types)) or "any"
        rules.add_row(" ".join(rule.statuses) or "any", " / ".join(filter(None, (what, " ".join(rule.modes)))), rule.becomes, rule.why)
    yield rules
    for title, terms in (("Contexts", book.data.contexts), ("Sectors", book.data.sectors), ("International actors", book.data.international)):
        table = Table("code", "meaning", title=title)
        for row in terms.items():
            table.add_row(*row)
        yield table

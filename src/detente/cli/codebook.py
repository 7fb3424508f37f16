"""`detente codebook`: the ontology, printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.inputs import usage
from detente.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.codebook import Codebook


@click.group(invoke_without_command=True, epilog="Example: detente codebook --format markdown > codebook.md")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--format", "format_", type=click.Choice(("table", "markdown", "json")), default="table", show_default=True, help="How to print it.")
@click.pass_context
def command(context: click.Context, codebook: str, format_: str) -> None:
    """Print the ontology: types, modes, scores, rules from act and status to type, contexts and sectors."""
    if context.invoked_subcommand is None:
        _print(codebook, format_)


@command.command(epilog="Example: detente codebook add energy.yaml, then detente code --codebook energy.yaml article.txt")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="How to print the quality.")
def add(file: Path, format_: str) -> None:
    """Learn a codebook's own event types from its example sentences; coding with the codebook then finds them.

    A type under `types:` has `examples:`, at least eight sentences in which [brackets] mark the words that name the act, and
    perhaps `others:`, sentences that look alike and are none. What is learned is kept beside the file, as NAME.heads.json.
    """
    from detente.learning import add_types, heads_file
    from detente.model.session import TextModel

    try:
        qualities = add_types(file, TextModel.load())
    except UsageError as error:
        raise usage(error) from error
    if format_ == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode([{**asdict(one), "f1": one.f1} for one in qualities]), indent=1).decode())
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    shown = Table("type", "examples", "precision", "recall", "F1", "false alarms in 100 sentences", title="Cross-validated on the examples")
    for one in qualities:
        shown.add_row(one.type, str(one.examples), *(f"{value:.2f}" for value in (one.precision, one.recall, one.f1)), f"{one.false_alarms:.1f}")
    console = Console()
    console.print(shown)
    for one in qualities:
        console.print(f"\nNearest to [bold]{one.type}[/] in other news; add them to its examples or to its others:")
        for word, sentence in one.lookalikes:
            console.print(f"  [bold]{escape(word)}[/]  {escape(sentence)}", highlight=False)
    click.echo(f"wrote {heads_file(file)}", err=True)


def _print(codebook: str, format_: str) -> None:
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

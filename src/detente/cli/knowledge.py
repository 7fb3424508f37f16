"""`detente knowledge`: the tables of facts, shown, checked, and extended with rows of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.inputs import usage
from detente.errors import UsageError

FILE = click.Path(path_type=Path)


@click.group(invoke_without_command=True, epilog="Example: detente knowledge add cabinet.yaml --dry-run")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="How to print them.")
@click.pass_context
def command(context: click.Context, format_: str) -> None:
    """Show the tables of facts that say who is meant: their size, what rests on memory, and your own rows.

    Your rows win over the shipped ones in `code`, `brief` and `resolve`. They lie in a folder of your account, or in the one that
    the variable DETENTE_KNOWLEDGE names.
    """
    if context.invoked_subcommand is None:
        _shares(format_)


@command.command(epilog="Example: detente knowledge check")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print the findings.")
def check(format_: str) -> None:
    """Check all tables, yours too: days in order, codes known, no fact twice, sources named, offices held by one at a time.

    A line a finding; exit code 1 if there are errors.
    """
    from detente.knowledge.check import check as findings
    from detente.knowledge.check import shares

    try:
        found, sizes = findings(), shares()
    except UsageError as error:
        raise usage(error) from error
    errors = sum(one.level == "error" for one in found)
    rows, recalled, doubtful = (sum(part) for part in ((s.rows for s in sizes), (s.recalled for s in sizes), (s.doubtful for s in sizes)))
    if format_ == "json":
        import msgspec

        plain = {"findings": [one._asdict() for one in found], "rows": rows, "recalled": recalled, "doubtful": doubtful}
        click.echo(msgspec.json.format(msgspec.json.encode(plain), indent=1).decode())
    else:
        for one in found:
            click.echo(f"{one.level}: {one.where}: {one.text}")
        memory = f"{recalled / rows:.0%} recalled from memory, {doubtful} of them with doubt"
        click.echo(f"{rows} rows, {memory}; {errors} errors, {len(found) - errors} warnings.")
    if errors:
        raise SystemExit(1)


@command.command(epilog="Example: detente knowledge add cabinet.yaml --dry-run, then without --dry-run")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Check the rows and say what would be done; write nothing.")
def add(file: Path, dry_run: bool) -> None:
    """Add rows of your own from a YAML or tab-separated file: a cabinet, an armed group, an outlet (docs/knowledge.md).

    All rows are checked first, and none is written if one is wrong. A row replaces your earlier row for the same fact.
    """
    from detente.knowledge.additions import add as add_rows

    try:
        additions = add_rows(file, dry_run=dry_run)
    except UsageError as error:
        raise usage(error) from error
    for table, rows, replaced, path in additions:
        instead = f", {replaced} in place of earlier ones" if replaced else ""
        click.echo(f"{'would add' if dry_run else 'added'} {len(rows)} to {table.name}{instead}: {path}")


def _shares(format_: str) -> None:
    from detente.knowledge.check import shares
    from detente.knowledge.own import folder

    try:
        sizes = shares()
    except UsageError as error:
        raise usage(error) from error
    if format_ == "json":
        import msgspec

        plain = {"folder": str(folder()), "tables": [one._asdict() for one in sizes]}
        click.echo(msgspec.json.format(msgspec.json.encode(plain), indent=1).decode())
        return
    from rich.console import Console
    from rich.table import Table

    shown = Table("table", "rows", "recalled", "with doubt", "yours", title="Tables of facts")
    for one in sizes:
        shown.add_row(one.table, *(str(number) for number in one[1:]))
    console = Console()
    console.print(shown)
    console.print(f"Your rows: {folder()}", highlight=False, soft_wrap=True)

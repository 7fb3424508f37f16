"""The command line: each command is one file, imported when it is called, so that `--help` is quick."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from detente._version import __version__
from detente.errors import DetenteError, UsageError

COMMANDS = {
    "brief": "Read an article: who did what to whom, with the words behind it.",
    "code": "Code articles into events, statements, times and places.",
    "codebook": "Print the ontology: types, modes, contexts, scores, rules.",
    "evaluate": "Score coded articles against gold.",
    "export": "Turn coded articles or event tables into another format.",
    "ingest": "Read, code and store many articles; poll feeds.",
    "knowledge": "Show, check and extend the tables of facts.",
    "relate": "Say what one span of a text does to another.",
    "resolve": "Say who is meant by mentions of actors.",
    "schema": "Print the JSON Schema of the records.",
    "series": "A dyad over time: cooperation and conflict, tension, change points.",
    "store": "Ask, check, compact, code again and correct what is stored.",
    "stories": "Group articles into stories: one event, many reports.",
}


class _Lazy(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"detente.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it did not expect of its input or installation is told in one line, not as a traceback."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        except DetenteError as error:
            click.echo(f"detente: {error}", err=True)
            raise SystemExit(1) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: detente brief article.txt --open",
)
@click.version_option(__version__, prog_name="detente")
def main() -> None:
    """Détente reads news and answers, with a receipt for every line: who did what to whom, when, where, and who says so."""

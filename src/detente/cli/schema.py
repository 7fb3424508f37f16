"""`detente schema`: the contract as JSON Schema."""

from __future__ import annotations

import click


@click.command(epilog="Example: detente schema > coded-article.schema.json")
def command() -> None:
    """Print the JSON Schema (2020-12) of a coded article, one line of `detente code --format jsonl`.

    Its `$defs` also have Story, a line of `detente stories --format jsonl`, and Row, a line of `detente series --format jsonl`.
    """
    import msgspec

    from detente.schema import coded_article
    from detente.series import Row
    from detente.story import Story

    click.echo(msgspec.json.format(msgspec.json.encode(coded_article(Story, Row)), indent=2).decode())

"""`detente resolve`: who is meant by mentions, a JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from detente.actor import Resolver


@click.command(epilog="""Example: echo '{"text": "the Russian president", "date": "2010-05-01"}' | detente resolve""")
@click.argument("source", type=click.File("rb"), default="-")
def command(source: BinaryIO) -> None:
    """Add "actors" to each line of JSON Lines with "text", and perhaps "date" (ISO day) and "context".

    Several actors for a compound mention, none for nobody. A line that cannot be read is named and left out.
    """
    from detente.actor import Resolver
    from detente.knowledge.building import uncollected

    resolver = Resolver()
    with uncollected():  # answers hold no circles, and the search for some takes an eighth of the time
        failed = sum(not _answer(resolver, number, line) for number, line in enumerate(source, 1) if line.strip())
    if failed:
        raise SystemExit(1)


def _answer(resolver: Resolver, number: int, line: bytes) -> bool:
    """Print the answer to one line; whether it could be read."""
    import msgspec

    from detente.actor.parties import actor

    try:
        row = msgspec.json.decode(line, type=dict[str, object])
        text, date, context = row["text"], row.get("date"), row.get("context")
        if not isinstance(text, str):
            raise KeyError("text")
    except (msgspec.DecodeError, KeyError):
        click.echo(f'detente: line {number}: not a JSON object with a "text". Write one object a line.', err=True)
        return False
    found = resolver.resolve(
        text, date if isinstance(date, str) else None, context if isinstance(context, str) else None
    )
    click.echo(msgspec.json.encode({**row, "actors": [actor(one, text, 0, len(text)) for one in found]}))
    return True

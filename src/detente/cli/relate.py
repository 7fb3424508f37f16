"""`detente relate`: the relation between two spans of a text, a JSON object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import click

if TYPE_CHECKING:
    from detente.model.readings import Extent

HINT = 'Write {"text": "...", "source": [0, 6], "target": [14, 21]}; source and target may be null.'


@click.command(epilog="""Example: echo '{"text": "Norway sued Chile.", "source": [0, 6], "target": [12, 17]}' | detente relate""")
@click.argument("source", type=click.File("rb"), default="-")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
def command(source: BinaryIO, codebook: str) -> None:
    """Say what one span of a text does to another: add "type", "quad", "status" and "scores" to each line of JSON Lines.

    A line has "text" and "source" and "target" as [start, end] in characters, or null: then the whole text decides.
    A line that cannot be read is named and left out.
    """
    import msgspec

    from detente.codebook import Codebook
    from detente.model.session import TextModel
    from detente.relate import relate

    book, model, failed = Codebook.load(codebook), TextModel.load(), 0
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=dict[str, Any])
            spans = _extent(row, "source"), _extent(row, "target")
        except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
            failed += 1
            click.echo(f"detente: line {number}: {error}. {HINT}", err=True)
            continue
        found = relate(model, book, row["text"], [spans])[0]
        click.echo(msgspec.json.encode({**row, **msgspec.structs.asdict(found)}))
    if failed:
        raise SystemExit(1)


def _extent(row: dict[str, Any], key: str) -> Extent | None:
    text, value = row.get("text"), row.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ValueError('no "text"')
    if value is None:
        return None
    whole = isinstance(value, list) and len(value) == 2 and all(type(edge) is int for edge in value)
    if not whole or not 0 <= value[0] < value[1] <= len(text):
        raise ValueError(f'"{key}" is no span of the text')
    return value[0], value[1]

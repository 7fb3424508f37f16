"""`detente brief`: what an article says happened, for a person to read."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from tempfile import mkdtemp

import click

from detente.cli.inputs import Batch

SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".json": "json"}


@click.command(epilog="Example: detente brief article.txt --published 2021-12-13 -o brief.html --open")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|URL...")
@click.option("--published", metavar="DATE", help="Publication day (YYYY-MM-DD); wins over what is found in the text.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path),
              help="A file ending in .html, .md or .json; a folder for several articles.")
@click.option("--open", "open_", is_flag=True, help="Show the brief in the browser.")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--force", is_flag=True, help="Read texts that do not seem to be English.")
def command(sources: tuple[str, ...], published: str | None, output: Path | None, open_: bool, codebook: str, force: bool) -> None:
    """Read articles: who did what to whom, when, where, who says so, and is it so; each line with its words.

    Without -o the brief is shown in the terminal.
    """
    from detente.brief import render
    from detente.coder import Coder

    suffix = output.suffix.lower() if output else ""
    if output and suffix and suffix not in SUFFIXES:
        raise click.UsageError(f"{output}: unknown ending {suffix}; use .html, .md or .json.")
    batch = Batch(sources, published)
    written: list[Path] = []
    for coded in batch.coded(Coder(codebook, force=force), output is not None):
        if output is None and not open_:
            click.echo(render(coded, "terminal"), color=sys.stdout.isatty())
            continue
        path = _target(output, suffix, coded.article.id, len(written))
        _write(path, render(coded, SUFFIXES[path.suffix.lower()]))  # type: ignore[arg-type]
        written.append(path)
        click.echo(f"wrote {path}", err=True)
    if open_ and written:
        webbrowser.open(written[0].resolve().as_uri())
    batch.finish()


def _target(output: Path | None, suffix: str, ident: str, number: int) -> Path:
    """Where the next brief goes: the named file, a numbered sister of it, or a file named by the article in the folder."""
    safe = "".join(char if char.isalnum() or char in "-_." else "-" for char in ident).strip(".") or "article"
    if output is None:
        return Path(mkdtemp(prefix="detente-")) / f"{safe}.html"
    if not suffix:
        return output / f"{safe}.html"
    return output if number == 0 else output.with_name(f"{output.stem}-{number + 1}{output.suffix}")


def _write(path: Path, text: str) -> None:
    """Write whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part")
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror}); name another place.") from error

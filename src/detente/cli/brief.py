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
@click.argument("sources", nargs=-1, metavar="FILE|DIR|URL...")
@click.option("--published", metavar="DATE", help="Publication day (YYYY-MM-DD); wins over what is found in the text.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path),
              help="A file ending in .html, .md or .json; a folder for several articles.")
@click.option("--open", "open_", is_flag=True, help="Show the brief in the browser.")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--force", is_flag=True, help="Read texts that do not seem to be English.")
@click.option("--dyad", nargs=2, metavar="A B", help="A dossier of two sides over the articles of a store: country or organisation codes.")
@click.option("--from", "first", metavar="DATE", help="With --dyad: the first day (YYYY-MM-DD).")
@click.option("--to", "last", metavar="DATE", help="With --dyad: the last day, included.")
@click.option("--story", metavar="ID", help="A dossier of one story of a store (detente stories).")
@click.option("--store", "root", default="./detente-store", show_default=True, metavar="DIR|URL", help="With --dyad and --story: the store.")
def command(  # noqa: PLR0913
    sources: tuple[str, ...], published: str | None, output: Path | None, open_: bool, codebook: str, force: bool,
    dyad: tuple[str, str] | None, first: str | None, last: str | None, story: str | None, root: str,
) -> None:  # fmt: skip
    """Read articles: who did what to whom, when, where, who says so, and is it so; each line with its words.

    Without -o the brief is shown in the terminal. With --dyad or --story it is a dossier over many articles of a store.
    """
    if dyad or story:
        from detente.cli.dossier import show

        if sources or (dyad and story):
            raise click.UsageError("Name files, or --dyad, or --story: one of them.")
        show(root, dyad, story, first, last, output, open_)
        return
    if not sources:
        raise click.UsageError("Name an article, as in: detente brief article.txt; or --dyad A B, or --story ID.")
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
        write(path, render(coded, SUFFIXES[path.suffix.lower()]))  # type: ignore[arg-type]
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


def write(path: Path, text: str) -> None:
    """Write whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part")
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror}); name another place.") from error

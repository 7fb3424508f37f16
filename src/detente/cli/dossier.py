"""The dossier of `detente brief --dyad` and `--story`."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from detente.brief.dossier import Dossier

#: Articles whose events name both sides.
_BOTH = """
SELECT article FROM (
    SELECT article, coalesce(day, published) AS day,
           string_split(concat_ws('|', actor_country, actor_org, recipient_country, recipient_org), '|') AS sides
    FROM events WHERE article IS NOT NULL
) GROUP BY article
HAVING bool_or(list_contains(sides, ?)) AND bool_or(list_contains(sides, ?)) AND bool_or(day BETWEEN ?::DATE AND ?::DATE) ORDER BY article
"""
SUFFIXES = (".html", ".htm", ".md")


def show(root: str, dyad: tuple[str, str] | None, story: str | None, first: str | None, last: str | None, output: Path | None, open_: bool) -> None:
    """Write the dossier, or show it in the terminal or the browser."""
    from detente.cli.brief import write

    if output and output.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"{output}: unknown ending; a dossier is written as .html or .md.")
    dossier = _read(root, dyad, story, first, last)
    if output is None and not open_:
        from detente.brief.dossier_text import terminal

        click.echo(terminal(dossier), nl=False, color=sys.stdout.isatty())
        return
    path = output or Path(mkdtemp(prefix="detente-")) / "dossier.html"
    write(path, _text(dossier, path))
    click.echo(f"wrote {path}", err=True)
    if open_:
        webbrowser.open(path.resolve().as_uri())


def _text(dossier: Dossier, path: Path) -> str:
    if path.suffix.lower() == ".md":
        from detente.brief.dossier_text import markdown

        return markdown(dossier)
    from detente.brief.dossier_page import render

    return render(dossier)


def _read(root: str, dyad: tuple[str, str] | None, story: str | None, first: str | None, last: str | None) -> Dossier:
    from detente.brief.dossier import of_dyad, of_story
    from detente.cli.series import day, side
    from detente.store import Store
    from detente.story import stories
    from detente.story.keep import story as kept_story

    snapshot = Store.open(root).snapshot()
    if story:
        return of_story(*kept_story(snapshot, story))
    a, b = (side(code) or "" for code in dyad or ("", ""))
    first, last = day(first), day(last)
    wanted = [row[0] for row in snapshot.sql(_BOTH, [a, b, first or "0001-01-01", last or "9999-12-31"])]
    articles = list(snapshot.articles(where="id IN (SELECT unnest(?))", parameters=[wanted]))
    return of_dyad(stories(articles), articles, a, b, first, last)

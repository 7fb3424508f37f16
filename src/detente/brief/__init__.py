"""The brief of one article: who did what to whom, when, where, who says so, and is it so.

`render(coded, format)` gives it as HTML, Markdown, JSON or a terminal view. All wording is composed from the events.
"""

from __future__ import annotations

from typing import Literal

from detente.errors import UsageError
from detente.records import CodedArticle

__all__ = ["FORMATS", "Format", "render"]

Format = Literal["html", "md", "json", "terminal"]
FORMATS: tuple[Format, ...] = ("html", "md", "json", "terminal")


def render(coded: CodedArticle, format: Format, *, width: int | None = None, colour: bool | None = None) -> str:  # noqa: A002
    """The brief of `coded` as text.

    Args:
        coded: an article with its events and statements.
        format: `html` (one self-contained file), `md`, `json` (summary and the coded record) or `terminal`.
        width: columns of the terminal view; by default those of the terminal, 100 if there is none.
        colour: whether the terminal view is coloured; by default only on a terminal.

    Raises:
        UsageError: if the format is not known.
    """
    # Each format brings its own library, so it is loaded when asked for.
    if format == "html":
        from detente.brief import html

        return html.render(coded)
    if format == "md":
        from detente.brief import markdown

        return markdown.render(coded)
    if format == "json":
        from detente.brief import json

        return json.render(coded)
    if format == "terminal":
        from detente.brief import terminal

        return terminal.render(coded, width=width, colour=colour)
    raise UsageError(f"There is no brief format {format!r}.", f"Use one of {', '.join(FORMATS)}.", code="format")

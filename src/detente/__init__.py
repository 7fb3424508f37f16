"""Détente reads news and answers, with a receipt for every line: who did what to whom, when, where, and who says so.

    import detente

    for article in detente.read("article.txt"):
        coded = detente.Coder().code(article)

Names are imported when they are first used, so that `import detente` and `detente --help` are quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from detente._version import __version__

if TYPE_CHECKING:
    from detente.brief import render
    from detente.codebook import Codebook
    from detente.coder import Coder
    from detente.errors import DetenteError, InputError, UsageError
    from detente.ingest import read
    from detente.records import (
        Actor,
        Article,
        Attribution,
        CodedArticle,
        Event,
        EventDate,
        Link,
        Mention,
        Place,
        Said,
        Span,
        Statement,
        Time,
        Update,
    )

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Codebook",
    "CodedArticle",
    "Coder",
    "DetenteError",
    "Event",
    "EventDate",
    "InputError",
    "Link",
    "Mention",
    "Place",
    "Said",
    "Span",
    "Statement",
    "Time",
    "Update",
    "UsageError",
    "__version__",
    "read",
    "render",
]

_ROOMS = {
    "Codebook": "codebook",
    "Coder": "coder",
    "DetenteError": "errors",
    "InputError": "errors",
    "UsageError": "errors",
    "read": "ingest",
    "render": "brief",
}


def __getattr__(name: str) -> Any:
    """The public names, imported from their room at first use."""
    if name not in __all__:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    value = getattr(import_module(f"detente.{_ROOMS.get(name, 'records')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

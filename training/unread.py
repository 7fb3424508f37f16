"""The articles that the reader, an earlier text model, was not trained on: what it makes of them tells how far to trust it."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from detente.evaluate.corpus import Pair, load_split
from detente.model.session import WEIGHTS

UNREAD = "*-p?.txt"


def options(description: str | None) -> argparse.Namespace:
    """The arguments of a fit: `corpus`, `reader`, `weights`, `folds`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--reader", type=Path, default=WEIGHTS, help=f"weights that have not read the articles named {UNREAD}")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the result is written")
    parser.add_argument("--folds", type=int, default=5)
    return parser.parse_args()


def unread(corpus: Path) -> list[Pair]:
    """Those of corpus/train, and corpus/dev."""
    names = {path.stem for path in (corpus / "train").glob(UNREAD)}
    return [*load_split(corpus / "dev"), *(pair for pair in load_split(corpus / "train") if pair.article.id in names)]


def fold(event: str, folds: int) -> int:
    """The fold of an event's article, by the event's id."""
    article = event.rpartition("-e")[0]
    return int(hashlib.md5(article.encode(), usedforsecurity=False).hexdigest()[:8], 16) % folds

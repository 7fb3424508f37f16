"""What the reader, an earlier text model, was not trained on: what it makes of that tells how far to trust it."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.gold import bare_article, to_coded
from detente.evaluate.inline import Inline
from detente.evaluate.sets.standoff import documents
from detente.evaluate.standoff import read_standoff, treebank_texts
from detente.model.session import WEIGHTS
from training.files import UNREAD_ARTICLES, UNREAD_NEWS, UNREAD_TREEBANK
from training.news import news_texts

_TOGETHER = 8  # sentences of the news set are read as articles of so many


def options(description: str | None) -> argparse.Namespace:
    """The arguments of a fit: `corpus`, `open`, `reader`, `weights`, `folds`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--open", type=Path, help="folder of the open sets, where real sentences are read too")
    parser.add_argument("--reader", type=Path, default=WEIGHTS, help="weights of a run that was made with --as-reader")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the result is written")
    parser.add_argument("--folds", type=int, default=5)
    return parser.parse_args()


def unread(corpus: Path) -> list[Pair]:
    """The unread articles of corpus/train, and corpus/dev."""
    names = {path.stem for path in (corpus / "train").glob(UNREAD_ARTICLES)}
    return [*load_split(corpus / "dev"), *(pair for pair in load_split(corpus / "train") if pair.article.id in names)]


def unread_sentences(corpus: Path, open_sets: Path) -> list[Pair]:
    """The unread real sentences as articles: those of a document of the treebanks, a few of the news set in its order."""
    train, treebanks, news = corpus / "train", treebank_texts(open_sets), news_texts(open_sets)
    found = [one for path in train.glob(f"standoff/{UNREAD_TREEBANK}") for one in documents(read_standoff(path, treebanks))]
    for path in train.glob(f"news/{UNREAD_NEWS}"):
        read = list(read_standoff(path, news).items())
        for first in range(0, len(read), _TOGETHER):
            found += documents({f"news{first}-{ident}": sentence for ident, sentence in read[first : first + _TOGETHER]})
    return [_pair(one) for one in found]


def _pair(found: Inline) -> Pair:
    return Pair(bare_article(found), to_coded(found))


def fold(event: str, folds: int) -> int:
    """The fold of an event's article, by the event's id."""
    return fold_of_article(event.rpartition("-e")[0], folds)


def fold_of_article(article: str, folds: int) -> int:
    """The fold of an article, by its id."""
    return int(hashlib.md5(article.encode(), usedforsecurity=False).hexdigest()[:8], 16) % folds

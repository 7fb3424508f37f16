"""A split of the corpus as pairs of what a coder gets and what it should answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from detente.errors import InputError
from detente.evaluate.disagreements import Disagreement, disagreements
from detente.evaluate.gold import Extent, bare_article, to_coded, traps
from detente.evaluate.inline import parse
from detente.evaluate.scoring import score
from detente.evaluate.tally import Report
from detente.records import Article, CodedArticle, Record


class Pair(Record, frozen=True):
    """One annotated article: as a coder gets it, as it should be coded, and the spans of its traps."""

    article: Article
    gold: CodedArticle
    traps: tuple[Extent, ...] = ()


def load_split(folder: str | Path, codebook: str = "plover") -> tuple[Pair, ...]:
    """All annotated articles (`*.txt`) of a folder, sorted by file name, coded by `codebook`.

    Raises:
        InputError: the folder holds none, or a file cannot be read; the message names it.
    """
    paths = sorted(Path(folder).glob("*.txt"))
    if not paths:
        raise InputError(f"{folder}: no annotated article (*.txt) here.", "Name a folder such as corpus/test.", "empty")
    return tuple(_pair(path, codebook) for path in paths)


def _pair(path: Path, codebook: str) -> Pair:
    try:
        inline = parse(path.read_text(encoding="utf-8"), path.name)
        return Pair(bare_article(inline), to_coded(inline, codebook), traps(inline))
    except (UnicodeDecodeError, IndexError, KeyError) as error:
        hint = f"`python -m detente.evaluate.inline {path}` says where."
        raise InputError(f"{path}: this is no well-formed corpus article ({error!r}).", hint, "corpus") from error


def measure(
    code: Callable[[Article], CodedArticle], folder: str | Path, codebook: str = "plover"
) -> tuple[Report, list[Disagreement]]:
    """Code every article of a split with `code` and score the answers; with all differences, for a person to read.

    Raises:
        InputError: the folder holds no annotated article, or one cannot be read.
    """
    pairs = load_split(folder, codebook)
    answers = [code(pair.article) for pair in pairs]
    report = score([pair.gold for pair in pairs], answers, {pair.article.id: pair.traps for pair in pairs})
    return report, [
        one for pair, answer in zip(pairs, answers, strict=True) for one in disagreements(pair.gold, answer)
    ]


def fingerprint(folder: str | Path) -> str:
    """Twelve hexadecimal digits that change with any article of a folder, so that figures name what they measure."""
    digest = hashlib.sha256()
    for path in sorted(Path(folder).glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]

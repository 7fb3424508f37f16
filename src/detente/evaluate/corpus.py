"""A split of the corpus as pairs of what a coder gets and what it should answer."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.errors import InputError
from detente.evaluate.gold import Extent, bare_article, to_coded, traps
from detente.evaluate.inline import parse
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


def fingerprint(folder: str | Path) -> str:
    """Twelve hexadecimal digits that change with any article of a folder, so that figures name what they measure."""
    digest = hashlib.sha256()
    for path in sorted(Path(folder).glob("*.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]

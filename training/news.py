"""Real news sentences of the Causal News Corpus (CC0) with our stand-off annotation of acts and sides.

The set holds them split into words; offsets count in the text as `plain` writes it. Acts, statuses and sides were annotated by
hand, the extents of actors, places and times first by the model and then mended where a side needed it, so these sentences
teach acts and sides; statements are not annotated. `python -m training.news MARKS` checks a file.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from pathlib import Path

from detente.codebook import Codebook
from detente.evaluate.sheet import OLDER, problems
from detente.evaluate.standoff import read_standoff
from training.examples import Example
from training.files import files
from training.related import Roots
from training.sheet_corpus import sheet_example

SETS = ("causal_news_corpus/V2_train_subtask1.csv.gz", "causal_news_corpus/V2_dev_subtask1.csv.gz")
_APART = (
    (re.compile(r" ([’'])(?= ?(?:s|re|ve|ll|d|m|S)\b)"), r"\1"),
    (re.compile(r"([’'])\s(s|re|ve|ll|d|m)\b"), r"\1\2"),
    (re.compile(r" n([’'])t\b"), r"n\1t"),
    (re.compile(r" ([,.;:!?%)\]}”])"), r"\1"),
    (re.compile(r"([(\[{“$£€#]) "), r"\1"),
    (re.compile(r" ([’'])(?=\s|$)"), r"\1"),
)


def plain(words: str) -> str:
    """A sentence that was split into words, written as a newspaper prints it.

    >>> plain('The minister ’ s aide , it said , "left" .')
    'The minister’s aide, it said, "left".'
    """
    text = words.replace("\ufeff", "")
    for apart, together in _APART:
        text = apart.sub(together, text)
    before, *quoted = text.split('"')
    for turn, part in enumerate(quoted):
        before = before.rstrip(" ") + '"' + part if turn % 2 else before + '"' + part.lstrip(" ")
    return re.sub(r"\s+", " ", before.replace("‘ ", "‘")).strip()


def news_texts(open_sets: Path) -> dict[str, str]:
    """The sentences of both parts of the set by their index."""
    texts: dict[str, str] = {}
    for path in (open_sets / name for name in SETS):
        with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as lines:
            texts |= {row["index"]: plain(row["text"]) for row in csv.DictReader(lines)}
    return texts


def load_news(folder: Path, open_sets: Path, *, as_reader: bool = False) -> list[Example]:
    """The annotated sentences of all files in `folder`, their text taken from the open sets."""
    roots, texts = Roots(), news_texts(open_sets)
    return [
        sheet_example(sentence, roots, path.stem)
        for path in files(folder, "*.tsv", as_reader=as_reader)
        for sentence in read_standoff(path, texts).values()
    ]


def main() -> None:
    """Print what is wrong with each file named after the folder of the open sets."""
    open_sets, *files = map(Path, sys.argv[1:])
    texts, books = news_texts(open_sets), (Codebook.load("plover"), Codebook.load(OLDER))
    for path in files:
        for ident, sentence in read_standoff(path, texts).items():
            for problem in problems(sentence, *books):
                print(f"{path.name}: {ident}: {problem}")


if __name__ == "__main__":
    main()

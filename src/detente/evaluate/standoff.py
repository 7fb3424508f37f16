"""Stand-off annotation of openly licensed treebank sentences: offsets and facts here, the text in the treebanks.

A line is a sentence's id, its marks as `start-end:id+id`, and its facts as in a sheet, separated by tabs.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

from detente.errors import InputError
from detente.evaluate.inline import Mark
from detente.evaluate.sheet import Sentence, parse_facts

TREEBANKS = ("**/ud_en_gum_open/*.conllu.gz", "**/ud_en_ewt/*.conllu.gz")


def treebank_texts(folder: Path) -> dict[str, str]:
    """The text of every sentence of the treebanks found under `folder`, by its id."""
    texts: dict[str, str] = {}
    for path in sorted(path for pattern in TREEBANKS for path in folder.glob(pattern)):
        ident = ""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# sent_id = "):
                    ident = line[12:].strip()
                elif line.startswith("# text = "):
                    texts[ident] = line[9:].rstrip("\n").strip()
    return texts


def read_standoff(path: Path, texts: Mapping[str, str]) -> dict[str, Sentence]:
    """The sentences of a stand-off file by their ids.

    Raises:
        InputError: a line cannot be read, or its sentence is not in `texts`.
    """
    found: dict[str, Sentence] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = f"{path.name}, line {number}"
        ident, marks, facts = (*line.split("\t"), "", "")[:3]
        if ident not in texts:
            raise InputError(f"{where}: no treebank has the sentence {ident}.", "Name the folder of the open sets.")
        events, statements = parse_facts(facts, where)
        found[ident] = Sentence(texts[ident], tuple(map(_mark, marks.split())), tuple(events), statements, number)
    return found


def _mark(written: str) -> Mark:
    extent, _, ids = written.partition(":")
    start, _, end = extent.partition("-")
    return Mark(int(start), int(end), tuple(ids.split("+")))

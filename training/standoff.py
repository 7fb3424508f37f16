"""Stand-off annotation of the open sets: marks and facts without the text, which the open sets hold.

    python -m training.standoff MARKED --open DIR --to FILE     # from `sentence-id, marked sentence, facts` to stand-off

A line is the sentence's id in its treebank, its marks as `start-end:id+id` in characters, and its facts as in a sheet
(`detente.evaluate.sheet`), separated by tabs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from detente.evaluate.sheet import parse_line
from detente.evaluate.standoff import read_standoff, treebank_texts
from training.examples import Example
from training.files import files
from training.related import Roots
from training.sheet_corpus import sheet_example


def load_standoff(folder: Path, open_sets: Path, *, as_reader: bool = False) -> list[Example]:
    """The annotated sentences of all files in `folder`, their text taken from the open sets.

    Statements count as annotated in a file that has any; another file teaches nothing of them.
    """
    roots, texts, examples = Roots(), treebank_texts(open_sets), list[Example]()
    for path in files(folder, "*.tsv", as_reader=as_reader):
        found = read_standoff(path, texts).values()
        told = any(sentence.statements for sentence in found)
        examples += [sheet_example(sentence, roots, path.stem, statements=told) for sentence in found]
    return examples


def main() -> None:
    """Turn marked sentences into stand-off lines; refuses a sentence that is not the treebank's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", type=Path)
    parser.add_argument("--open", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    texts, lines = treebank_texts(args.open), []
    for number, line in enumerate(args.marked.read_text(encoding="utf-8").splitlines(), 1):
        ident, _, rest = line.partition("\t")
        sentence = parse_line(rest, number, args.marked.name)
        if texts.get(ident) != sentence.text:
            raise SystemExit(f"{args.marked}, line {number}: {ident} is another sentence in the treebank.")
        marks = " ".join(f"{mark.start}-{mark.end}:{'+'.join(mark.ids)}" for mark in sentence.marks)
        lines.append(f"{ident}\t{marks}\t{rest.partition(chr(9))[2].strip()}\n")
    args.to.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

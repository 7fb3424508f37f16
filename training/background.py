"""Background sentences for types that a user defines: `python -m training.background` draws them from the training articles."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from detente.evaluate.inline import parse
from detente.model.custom import BACKGROUND
from detente.text import sentences
from training.files import files

COUNT = 600
WORDS = range(7, 46)


def main() -> None:
    """Write the sentences, the same ones for the same corpus."""
    # The newest articles tell of cuts of gas, hacking and votes, which are what users define types for; they would count as false alarms.
    kept = files(Path("corpus/train"), "*.txt", as_reader=True)
    texts = [parse(path.read_text(encoding="utf-8"), path.name).text for path in kept]
    found = [text[s:e].replace("\n", " ") for text in texts for s, e in sentences(text)]
    fitting = [sentence for sentence in found if len(sentence.split()) in WORDS]
    drawn = random.Random(1).sample(fitting, min(COUNT, len(fitting)))
    BACKGROUND.parent.mkdir(exist_ok=True)
    with BACKGROUND.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        out.write("".join(f"{sentence}\n" for sentence in sorted(drawn)).encode())


if __name__ == "__main__":
    main()

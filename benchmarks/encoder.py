"""The encoder alone: python benchmarks/encoder.py [WEIGHTS ...] prints a Markdown table of sentences read a core-second.

Sentences of the training articles are cut to 36 word pieces and read in batches as the coder reads them, on one core; seconds are those of the
processor. Each folder of weights (by default the package's; `training.export --float` writes such ones too) is measured in turns with the
others, and the best of the turns counts, so that other processes disturb all alike.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path

from detente.evaluate.corpus import load_split
from detente.model.session import BATCH_PIECES, WEIGHTS, TextModel
from detente.model.words import Words, tokenise
from detente.text import plain, sentences

CORPUS = Path(__file__).parents[1] / "corpus" / "train"
PIECES = 36


def batch(model: TextModel) -> list[Words]:
    """As many sentences of `PIECES` pieces as the coder reads at once; the last piece of each stays the closing mark."""
    texts = (plain(pair.article.text) for pair in load_split(CORPUS))
    long = (text[start : start + 400] for text in texts for start, _ in sentences(text) if len(text) > start + 400)
    words = islice((one for text in long for one in tokenise(model._pieces, [text]) if len(one.ids) >= PIECES), BATCH_PIECES // PIECES)
    return [Words([*one.ids[: PIECES - 1], one.ids[-1]], [*one.shapes[: PIECES - 1], 0], one.first, one.spans) for one in words]


def seconds(model: TextModel, group: list[Words], times: int) -> float:
    """Processor time of one pass over a batch."""
    begin = time.process_time()
    for _ in range(times):
        model._run(group)
    return (time.process_time() - begin) / times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="*", default=[WEIGHTS])
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    models = {folder: TextModel.load(folder, 1) for folder in options.weights}
    group = batch(next(iter(models.values())))
    took: dict[Path, list[float]] = {folder: [] for folder in models}
    for _ in range(options.turns):
        for folder, model in models.items():
            took[folder].append(seconds(model, group, 3))
    print(f"Sentences of {PIECES} pieces, {len(group)} at once.\n\n| weights | model.onnx | sentences a core-second |\n|---|--:|--:|")
    for folder, found in took.items():
        print(f"| {folder.name} | {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB | {len(group) / min(found):.0f} |")


if __name__ == "__main__":
    main()

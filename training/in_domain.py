"""A side figure: how good the pair head gets with labels of the measured set itself, by cross-validation.

    python -m training.in_domain --encoder DIR --run runs/NAME --pairs PLV_train.tsv [--folds 5] [--epochs 6]

Tells how far the written corpus is from in-domain labels. The weights are thrown away: none that saw a measured set is released.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

from detente.codebook import Codebook
from detente.evaluate.sets.pairs import Row, levels, macro, rows
from detente.evaluate.tally import Tally
from detente.model.labels import Labels
from detente.model.words import tokenise, tokenizer
from detente.text import plain
from training.batches import span_weights
from training.losses import relations
from training.network import Network, from_encoder


def scores(network: Network, batch: list[Row], pieces: object) -> torch.Tensor:
    """Root logits of some rows."""
    words = tokenise(pieces, [plain(row.text) for row in batch])  # type: ignore[arg-type]
    length = max(len(one.ids) for one in words)
    ids, mask, shapes = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(3))
    for index, one in enumerate(words):
        ids[index, : len(one.ids)] = torch.tensor(one.ids)
        shapes[index, : len(one.ids)] = torch.tensor(one.shapes)
        mask[index, : len(one.ids)] = 1
    vectors = network(ids, mask, shapes)[2].float()
    sides = zip(*((row.source, row.target) for row in batch), strict=True)
    spans = [[[one.first[i] for i in one.covering(*span)] if span else [] for one, span in zip(words, side, strict=True)] for side in sides]
    weights = torch.from_numpy(np.stack([span_weights(side, words, length) for side in spans]))
    return relations(network.relate, vectors, mask, weights)[1]


def main() -> None:
    """Train on all folds but one, judge the one left out, print macro F1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=6)
    args = parser.parse_args()
    labels, pieces = Labels.load(args.run / "labels.json"), tokenizer(args.encoder / "tokenizer.json")
    data = [*rows(args.pairs, 0), *rows(args.pairs, 1)]
    random.Random(1).shuffle(data)
    book, tallies = Codebook.load("plover-2021"), {name: Tally() for name in ("root", "quad", "binary")}
    for fold in range(args.folds):
        torch.manual_seed(fold)
        network = from_encoder(args.encoder, labels)
        network.load_state_dict(load_file(args.run / "mean.safetensors"))
        train = [row for index, row in enumerate(data) if index % args.folds != fold]
        optimiser = torch.optim.AdamW(network.parameters(), lr=5e-5, weight_decay=0.01, fused=True)
        for epoch in range(args.epochs):
            random.Random(epoch).shuffle(train)
            for start in range(0, len(train), 16):
                network.train()
                batch = train[start : start + 16]
                gold = torch.tensor([labels.roots.index(row.root) for row in batch])
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    value = nn.functional.cross_entropy(scores(network, batch, pieces).float(), gold)
                value.backward()
                optimiser.step()
                optimiser.zero_grad()
        network.eval()
        held = data[fold :: args.folds]
        with torch.no_grad():
            best = torch.cat([scores(network, held[i : i + 32], pieces).argmax(dim=1) for i in range(0, len(held), 32)])
        for row, index in zip(held, best.tolist(), strict=True):
            root = labels.roots[index]
            ours, theirs = levels(row.root, row.quad), levels(root, book.type(root).quad)
            for name, tally in tallies.items():
                for label in {ours[name], theirs[name]}:
                    tally.found(label, int(ours[name] == theirs[name]), int(label == ours[name]), int(label == theirs[name]))
        print(f"fold {fold + 1} of {args.folds} done", flush=True)
    for name, tally in tallies.items():
        print(f"{name} macro F1 {macro(tally.figures()).value:.3f}")


if __name__ == "__main__":
    main()

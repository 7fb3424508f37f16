"""What a run learned of the open sets beside names: roles (PropBank), factuality (UDS-IH2) and trees (UD), on their test sentences.

    python -m training.auxiliary --encoder DIR --open DIR --run runs/NAME [--split test]

The released graph keeps none of these heads, so this reads the float weights of a run. Words of roles are counted, each with its predicate,
predicates given; factuality is compared by mean absolute error and Pearson's r; trees by labelled and unlabelled attachment over
all words, punctuation included. A run without trees in its labels is not asked for them.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from detente.model.labels import Labels
from detente.model.words import tokenizer
from training.batches import IGNORED, SPARSE, Batch, batches, items
from training.network import from_encoder
from training.open_sets import ROLES, load_ewt
from training.train import HEAD


def roles(pair: Tensor, batch: Batch, labels: Labels) -> tuple[int, int, int]:
    """Right, gold and found words of roles; the odds are put right for the words outside that training leaves out."""
    kinds = {labels.pairs.index(role) for role in ROLES}
    asked = [(row, kind, i, js[0], value > 0.5) for row, kind, i, js, value, _ in batch.pairs if kind in kinds]
    if not asked:
        return 0, 0, 0
    index = tuple(torch.tensor(column) for column in zip(*(entry[:4] for entry in asked), strict=True))
    found, gold = pair[index] > math.log(SPARSE), torch.tensor([entry[4] for entry in asked])
    return int((found & gold).sum()), int(gold.sum()), int(found.sum())


def arcs(token: Tensor, pair: Tensor, batch: Batch, labels: Labels) -> tuple[int, int, int]:
    """Words with the right head, with the right head and relation, and all."""
    if not batch.arcs:
        return 0, 0, 0
    rows, words, heads = (torch.tensor(column) for column in zip(*batch.arcs, strict=True))
    scores = pair[:, labels.pairs.index(HEAD)][rows, words].masked_fill(batch.mask[rows] == 0, -1e4)
    relation = token[..., labels.slices()["deprel"]][rows, words].argmax(dim=-1)
    attached = scores.argmax(dim=-1) == heads
    return int(attached.sum()), int((attached & (relation == batch.heads["deprel"][rows, words])).sum()), len(heads)


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--open", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--split", default="test")
    args = parser.parse_args()
    labels = Labels.load(args.run / "labels.json")
    network = from_encoder(args.encoder, labels)
    network.load_state_dict(load_file(args.run / "mean.safetensors"))
    network.eval()
    pool = items(load_ewt(args.open, args.split, trees=HEAD in labels.pairs), labels, tokenizer(args.encoder / "tokenizer.json"), sparse=1)
    role, tree, scores, predicates = np.zeros(3), np.zeros(3), [], np.zeros(3)
    with torch.no_grad():
        for batch in batches(pool, 4096, 0):
            token, pair, _ = network(batch.ids, batch.mask, batch.shapes)
            role += roles(pair, batch, labels)
            tree += arcs(token, pair, batch, labels)
            gold, found = batch.heads["frame"], token[..., labels.slices()["frame"]].argmax(dim=-1)
            told = gold != IGNORED
            predicates += [int(((gold == 1) & (found == 1)).sum()), int((gold == 1).sum()), int((told & (found == 1)).sum())]
            column = labels.slices()["factuality"].start
            scores += [(float(token[row, piece, column]), value) for row, piece, value in batch.factuality]
    ours, theirs = np.array(scores).T
    print(f"{args.split}: predicates F1 {2 * predicates[0] / predicates[1:].sum():.3f}; words of roles F1 {2 * role[0] / role[1:].sum():.3f}")
    print(f"{args.split}: factuality mean absolute error {np.abs(ours - theirs).mean():.3f}, Pearson's r {np.corrcoef(ours, theirs)[0, 1]:.3f}")
    if tree[2]:
        print(f"{args.split}: unlabelled attachment {tree[0] / tree[2]:.3f}, labelled {tree[1] / tree[2]:.3f}")


if __name__ == "__main__":
    main()

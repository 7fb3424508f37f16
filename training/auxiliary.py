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

from detente.model.labels import Labels
from detente.model.words import tokenizer
from training.batches import IGNORED, SPARSE, Batch, batches, items
from training.losses import HEAD, Answers
from training.network import from_encoder
from training.open_sets import ROLES, load_ewt


def roles(answers: Answers, batch: Batch, labels: Labels) -> tuple[int, int, int]:
    """Right, gold and found words of roles; the odds are put right for the words outside that training leaves out."""
    kinds = torch.tensor([labels.pairs.index(role) for role in ROLES])
    # Here a target is one word, so that rows and numbers are the same.
    asked = torch.isin(batch.pairs[:, 2], kinds)
    found, gold = answers.pairs[asked] > math.log(SPARSE), batch.pair_values[asked, 1] > 0.5
    return int((found & gold).sum()), int(gold.sum()), int(found.sum())


def arcs(answers: Answers, batch: Batch) -> tuple[int, int, int]:
    """Words with the right head, with the right head and relation, and all."""
    if answers.arcs is None:
        return 0, 0, 0
    rows, words, heads = batch.arcs.T
    scores = answers.arcs[rows, words].masked_fill(batch.texts["mask"][rows] == 0, -1e4)
    relation = answers.heads["deprel"][rows, words].argmax(dim=-1)
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
        for made in batches(pool, 4096, 0):
            batch = made.to("cpu")
            answers = Answers(network, batch, labels)
            role += roles(answers, batch, labels)
            tree += arcs(answers, batch)
            gold, found = batch.heads["frame"], answers.heads["frame"].argmax(dim=-1)
            told = gold != IGNORED
            predicates += [int(((gold == 1) & (found == 1)).sum()), int((gold == 1).sum()), int((told & (found == 1)).sum())]
            scores += zip(answers.factuality.tolist(), batch.factuality_values.tolist(), strict=True)
    ours, theirs = np.array(scores).T
    print(
        f"{args.split}: predicates F1 {2 * predicates[0] / predicates[1:].sum():.3f}; words of roles F1 {2 * role[0] / role[1:].sum():.3f}"
    )
    print(
        f"{args.split}: factuality mean absolute error {np.abs(ours - theirs).mean():.3f}, Pearson's r {np.corrcoef(ours, theirs)[0, 1]:.3f}"
    )
    if tree[2]:
        print(f"{args.split}: unlabelled attachment {tree[0] / tree[2]:.3f}, labelled {tree[1] / tree[2]:.3f}")


if __name__ == "__main__":
    main()

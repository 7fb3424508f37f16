"""Train the text model with one command.

    python -m training.train --encoder DIR --open DIR --corpus corpus --out runs/NAME [--stage1 RUN] [--seed 1]

Stage 1 reads the open sets, stage 2 the corpus with a sample of the open sets for rehearsal. Every epoch ends in a
checkpoint (safetensors), and an interrupted run goes on after the last one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from detente.codebook import Codebook
from detente.model.labels import OUTSIDE, Labels, bio
from detente.model.words import tokenizer
from training.batches import IGNORED, Batch, Item, batches, items
from training.network import Network, from_encoder
from training.open_sets import ROLES, load_ewt
from training.own_corpus import load_corpus
from training.variants import Variants

STATUSES = ("happened", "ongoing", "planned", "conditional", "possible", "called_for", "refused", "denied")
WEIGHTS = {
    "mention": 1.0,
    "name": 0.5,
    "place": 0.7,
    "time": 0.5,
    "cue": 0.7,
    "content": 0.7,
    "act": 1.5,
    "mode": 0.5,
    "status": 0.7,
    "frame": 0.3,
}


def make_labels() -> Labels:
    """The heads of this model, with the default codebook's types, modes and contexts."""
    book = Codebook.load("plover")
    modes = tuple(f"{act}/{mode}" for act in book.types for mode in ("", *book.modes(act)))
    heads = {
        "mention": bio("PER", "ORG", "GPE", "GRP"),
        "name": bio("PER", "LOC", "ORG"),
        "place": bio("PLACE"),
        "time": bio("TIME"),
        "cue": bio("CUE"),
        "content": bio("CONTENT"),
        "act": (OUTSIDE, *book.types),
        "mode": modes,
        "status": STATUSES,
        "context": tuple(book.contexts),
        "frame": (OUTSIDE, "FRAME"),
        "factuality": ("score",),
    }
    return Labels(heads, ("actor", "recipient", "place", "date", "speaker", "content", *ROLES))


def loss(network: Network, batch: Batch, labels: Labels) -> Tensor:
    """Weighted sum of the losses of all heads that the batch has targets for."""
    token, pair = network(batch.ids, batch.mask, batch.shapes)
    token, pair, slices = token.float(), pair.float(), labels.slices()
    total = token.new_zeros(())
    for name, target in batch.heads.items():
        if (target != IGNORED).any():
            logits = token[..., slices[name]].transpose(1, 2)
            total = total + WEIGHTS[name] * nn.functional.cross_entropy(logits, target, ignore_index=IGNORED, label_smoothing=0.03)
    if batch.contexts:
        rows, pieces = [c[0] for c in batch.contexts], [c[1] for c in batch.contexts]
        target = torch.zeros(len(rows), len(labels.heads["context"]))
        for index, entry in enumerate(batch.contexts):
            target[index, entry[2]] = 1.0
        total = total + 2.0 * nn.functional.binary_cross_entropy_with_logits(token[rows, pieces][:, slices["context"]], target)
    if batch.factuality:
        rows, pieces = [f[0] for f in batch.factuality], [f[1] for f in batch.factuality]
        score = token[rows, pieces][:, slices["factuality"]].squeeze(-1)
        total = total + 0.1 * nn.functional.smooth_l1_loss(score, torch.tensor([f[2] for f in batch.factuality]))
    return total + pair_loss(pair, batch) if batch.pairs else total


def pair_loss(pair: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy of the relations; the score of a target is the mean over its words."""
    index = [(n, s, k, i, j) for n, (s, k, i, js, _, _) in enumerate(batch.pairs) for j in js]
    rows, s, k, i, j = (torch.tensor(column) for column in zip(*index, strict=True))
    scores = torch.zeros(len(batch.pairs)).index_add(0, rows, pair[s, k, i, j])
    sizes = torch.tensor([float(len(p[3])) for p in batch.pairs])
    value, weight = (torch.tensor([p[column] for p in batch.pairs]) for column in (4, 5))
    each = nn.functional.binary_cross_entropy_with_logits(scores / sizes, value, reduction="none")
    return 2.0 * (each * weight).sum() / weight.sum()


def run(network: Network, pools: list[list[Item]], labels: Labels, args: argparse.Namespace) -> None:
    """Train one epoch a pool; a checkpoint after each, resumed from if there is one."""
    steps = sum(-(-len(pool) // args.batch) for pool in pools)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": network.encoder.parameters(), "lr": args.rate}, {"params": heads, "lr": args.rate * 5}],
        weight_decay=0.01,
    )
    plan = torch.optim.lr_scheduler.OneCycleLR(optimiser, [args.rate, args.rate * 5], total_steps=steps + 1, pct_start=0.1)
    state = args.out / "state.safetensors"
    done = json.loads((args.out / "epoch.json").read_text()) if (args.out / "epoch.json").exists() else 0
    if done:
        network.load_state_dict(load_file(state))
    for epoch, pool in enumerate(pools):
        began, seen = time.time(), 0.0
        for count, batch in enumerate(batches(pool, args.batch, args.seed * 1000 + epoch), 1):
            if epoch >= done:
                network.train()
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    value = loss(network, batch, labels)
                value.backward()
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimiser.step()
                optimiser.zero_grad()
                seen += float(value.detach())
                if count % 50 == 0:
                    print(
                        f"epoch {epoch + 1} step {count} loss {seen / count:.3f} {time.time() - began:.0f} s",
                        flush=True,
                    )
            plan.step()
        if epoch >= done:
            save_file(network.state_dict(), state)
            (args.out / "epoch.json").write_text(json.dumps(epoch + 1))
            print(
                f"epoch {epoch + 1}/{len(pools)} loss {seen / max(count, 1):.3f} {time.time() - began:.0f} s",
                flush=True,
            )


def main() -> None:
    """Read the arguments and train one stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--open", type=Path, required=True, help="folder of the open sets")
    parser.add_argument("--corpus", type=Path, help="folder with train/; without it only stage 1 is run")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--stage1", type=Path, help="run to start from")
    parser.add_argument("--epochs", type=int, help="default 3 in stage 1, 10 in stage 2")
    parser.add_argument("--batch", type=int, help="default 32 in stage 1, 16 in stage 2")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--rehearsal", type=float, default=0.1, help="open-set sentences an epoch of stage 2, as a share of the corpus")
    parser.add_argument("--variants", type=int, default=1500, help="generated sentences an epoch of stage 2")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.epochs = args.epochs or (10 if args.corpus else 3)
    args.batch = args.batch or (16 if args.corpus else 32)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    labels = make_labels()
    labels.write(args.out / "labels.json")
    network = from_encoder(args.encoder, labels)
    if args.stage1:
        network.load_state_dict(load_file(args.stage1 / "state.safetensors"))
    pieces = tokenizer(args.encoder / "tokenizer.json")
    general = items(load_ewt(args.open, "train"), labels, pieces)
    if args.corpus is None:
        pools = [general] * args.epochs
    else:
        own = items(load_corpus(args.corpus / "train"), labels, pieces)
        drawn = Variants(args.corpus / "frames.tsv", args.open, args.seed)
        share = int(len(own) * args.rehearsal)
        pools = [own + random.sample(general, share) + items(drawn.draw(args.variants), labels, pieces) for _ in range(args.epochs)]
    print(
        f"{len(pools[0])} sentences an epoch, {sum(p.numel() for p in network.parameters()) / 1e6:.1f} M parameters",
        flush=True,
    )
    run(network, pools, labels, args)


if __name__ == "__main__":
    main()

"""Train the text model with one command.

    python -m training.train --encoder DIR --open DIR --corpus corpus --out runs/NAME [--seed 1] [--device cuda --workers 4]

The first epochs read the open sets, the others the corpus with a sample of the open sets for rehearsal. What is kept is
the running mean of the weights (Polyak and Juditsky 1992). Every epoch ends in a checkpoint (safetensors), and an
interrupted run goes on after the last one.
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
from detente.records import STATUSES
from training.batches import Batch
from training.losses import HEAD, Answers, loss
from training.network import Network, from_encoder
from training.open_sets import ROLES
from training.pools import Pools, ahead
from training.related import NONE

KEEP = 0.997
# The universal relations of UD version 2 (universaldependencies.org/u/dep).
RELATIONS = (
    *("acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "dep", "det"),
    *("discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl"),
    *("orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"),
)


def make_labels(syntax: bool = False) -> Labels:
    """The heads of this model, with the default codebook's types, modes and contexts; with `syntax` those of a parser as well."""
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
    pairs = ("actor", "recipient", "place", "date", "speaker", "content", *ROLES)
    if syntax:
        heads["deprel"], pairs = RELATIONS, (*pairs, HEAD)
    return Labels(heads, pairs, (NONE, *book.types), Codebook.load("plover-2021").types)


class Trainer:
    """A network in training, with its optimiser and the running mean of its weights."""

    def __init__(self, network: Network, labels: Labels, args: argparse.Namespace) -> None:
        self.network, self.labels, self.args = network, labels, args
        self.mean = _copy(network)
        self.steps = 0

    def stage(self, steps: int, done: int) -> None:
        """Begin a stage of so many steps, or go on in it: the rate rises and falls once.

        Epochs differ a little in size, so the plan has a few steps to spare.
        """
        rate = self.args.rate
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": self.network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 5}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.plan = torch.optim.lr_scheduler.OneCycleLR(self.optimiser, [rate, rate * 5], total_steps=int(steps * 1.01) + 2, pct_start=0.1)
        for _ in range(done):
            self.plan.step()

    def step(self, batch: Batch) -> Tensor:
        """Learn one batch; gives its loss."""
        self.network.train()
        with torch.autocast(self.args.device, dtype=torch.bfloat16):
            value = loss(Answers(self.network, batch, self.labels), batch)
        value.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        if self.plan.last_epoch < self.plan.total_steps - 1:
            self.plan.step()
        self.steps += 1
        if self.steps % 5 == 0:
            _average(self.mean, self.network)
        return value.detach()

    def save(self, folder: Path, epoch: int) -> None:
        """Leave a checkpoint after an epoch, counted from 1."""
        save_file(self.network.state_dict(), folder / "state.safetensors")
        save_file(self.mean, folder / "mean.safetensors")
        (folder / "epoch.json").write_text(json.dumps(epoch))


def run(trainer: Trainer, pools: Pools) -> None:
    """Train all epochs, each stage with a rise and fall of its own; a checkpoint after each epoch, resumed from if there is one."""
    args, network = trainer.args, trainer.network
    done = json.loads((args.out / "epoch.json").read_text()) if (args.out / "epoch.json").exists() else 0
    if done:
        network.load_state_dict(load_file(args.out / "state.safetensors", args.device))
        trainer.mean = load_file(args.out / "mean.safetensors", args.device)
    for epoch, made in enumerate(ahead(pools, done, args.workers), done):
        first, last = (0, args.first_epochs) if epoch < args.first_epochs else (args.first_epochs, len(pools))
        if epoch in (first, done):
            trainer.stage(len(made) * (last - first), len(made) * (epoch - first))
        if epoch == first:
            trainer.mean = _copy(network)
        began, seen = time.time(), torch.zeros((), device=args.device)
        for count, batch in enumerate(made, 1):
            seen += trainer.step(batch.to(args.device))
            if count % 100 == 0:
                print(f"epoch {epoch + 1} step {count}/{len(made)} loss {float(seen) / count:.3f} {time.time() - began:.0f} s", flush=True)
        trainer.save(args.out, epoch + 1)
        print(f"epoch {epoch + 1}/{len(pools)} loss {float(seen) / len(made):.3f} {time.time() - began:.0f} s", flush=True)


def _copy(network: Network) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in network.state_dict().items()}


def _average(mean: dict[str, Tensor], network: Network) -> None:
    """Move the running mean of the weights five steps on."""
    with torch.no_grad():
        moving = [(mean[name], value) for name, value in network.state_dict().items() if value.is_floating_point()]
        torch._foreach_lerp_([one for one, _ in moving], [value for _, value in moving], 1 - KEEP**5)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--open", type=Path, required=True, help="folder of the open sets")
    parser.add_argument("--corpus", type=Path, help="folder with train/; without it only the open sets are read")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from (state.safetensors of a run)")
    parser.add_argument("--first-epochs", type=int, default=4, help="epochs on the open sets alone")
    parser.add_argument("--epochs", type=int, default=10, help="epochs on the corpus")
    parser.add_argument("--pieces", type=int, default=512, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--rehearsal", type=int, default=1500, help="open-set sentences an epoch on the corpus")
    parser.add_argument("--as-reader", action="store_true", help="leave alone what training.files names")
    parser.add_argument("--articles", type=float, default=1.0, help="share of the articles in an epoch on the corpus")
    parser.add_argument("--whole", nargs="*", default=[], help="names (with * and ?) of articles and of sheets that every epoch reads whole")
    parser.add_argument(
        "--singles", type=float, default=1.0, help="share of the single sentences (sheets, real ones) in an epoch on the corpus"
    )
    parser.add_argument("--variants", type=int, default=1000, help="generated sentences an epoch on the corpus")
    parser.add_argument("--no-swap", dest="swap", action="store_false", help="keep the actors of the corpus as they are")
    parser.add_argument("--syntax", action="store_true", help="learn the trees of the open sets too")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda for a graphics processor")
    parser.add_argument("--workers", type=int, default=0, help="processes that make epochs ready ahead of time")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Read the arguments and train."""
    args = _options()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    labels = make_labels(args.syntax)
    labels.write(args.out / "labels.json")
    network = from_encoder(args.encoder, labels)
    if args.start:
        network.load_state_dict(load_file(args.start))
    run(Trainer(network.to(args.device), labels, args), Pools(args, labels))


if __name__ == "__main__":
    main()

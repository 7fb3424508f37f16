"""Train the text model with one command.

    python -m training.train --encoder DIR --open DIR --corpus corpus --out runs/NAME [--seed 1]

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
from detente.model.words import tokenizer
from detente.records import STATUSES
from training.batches import IGNORED, Batch, Item, batches, groups, items
from training.network import Network, from_encoder
from training.news import load_news
from training.open_sets import ROLES, load_ewt
from training.own_corpus import article_examples, load_corpus
from training.related import NONE, Roots
from training.sheet_corpus import load_sheets
from training.standoff import load_standoff
from training.swaps import Swaps
from training.variants import Variants

KEEP = 0.997
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
    "deprel": 0.3,
}
HEAD = "head"
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


def loss(network: Network, batch: Batch, labels: Labels) -> Tensor:
    """Weighted sum of the losses of all heads that the batch has targets for."""
    token, pair, vectors = network(batch.ids, batch.mask, batch.shapes)
    parts = dict(zip(labels.heads, token.float().split([len(one) for one in labels.heads.values()], dim=-1), strict=True))
    total = vectors.new_zeros((), dtype=torch.float)
    for name, target in batch.heads.items():
        if (target != IGNORED).any():
            logits = parts[name].transpose(1, 2)
            total = total + WEIGHTS[name] * nn.functional.cross_entropy(logits, target, ignore_index=IGNORED, label_smoothing=0.03)
    if batch.contexts:
        rows, pieces = [c[0] for c in batch.contexts], [c[1] for c in batch.contexts]
        target = torch.zeros(len(rows), len(labels.heads["context"]))
        for index, entry in enumerate(batch.contexts):
            target[index, entry[2]] = 1.0
        total = total + 2.0 * nn.functional.binary_cross_entropy_with_logits(parts["context"][rows, pieces], target)
    if batch.factuality:
        rows, pieces = [f[0] for f in batch.factuality], [f[1] for f in batch.factuality]
        score = parts["factuality"][rows, pieces].squeeze(-1)
        total = total + 0.1 * nn.functional.smooth_l1_loss(score, torch.tensor([f[2] for f in batch.factuality]))
    if batch.arcs:
        total = total + 0.5 * arc_loss(pair[:, labels.pairs.index(HEAD)].float(), batch)
    if batch.related:
        total = total + relate_loss(network, batch, vectors.float())
    return total + pair_loss(pair.float(), batch) if batch.pairs else total


def arc_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each word's head among all pieces of its text (Dozat and Manning 2017)."""
    rows, words, heads = (torch.tensor(column) for column in zip(*batch.arcs, strict=True))
    return nn.functional.cross_entropy(scores[rows, words].masked_fill(batch.mask[rows] == 0, -1e4), heads)


def relate_loss(network: Network, batch: Batch, vectors: Tensor) -> Tensor:
    """Cross-entropy of the relation between two spans, in both codebooks; now and then a span is hidden."""
    rows = [row for row, *_ in batch.related]
    whole = pool_spans(vectors, rows, [[]] * len(rows), batch.mask)
    source, target = (pool_spans(vectors, rows, [entry[side] for entry in batch.related], batch.mask) for side in (1, 2))
    types, roots = network.relate(source, target, whole)
    type_, root = (torch.tensor([entry[column] for entry in batch.related]) for column in (3, 4))
    value = nn.functional.cross_entropy(types, type_, label_smoothing=0.03)
    if (root != IGNORED).any():
        value = value + nn.functional.cross_entropy(roots, root, ignore_index=IGNORED, label_smoothing=0.03)
    return value


def pool_spans(vectors: Tensor, rows: list[int], spans: list[list[int]], mask: Tensor) -> Tensor:
    """The mean vector of each span's pieces; of the whole text where the span is empty."""
    weight = torch.zeros(len(rows), vectors.shape[1])
    for index, (row, span) in enumerate(zip(rows, spans, strict=True)):
        if span:
            weight[index, span] = 1.0
        else:
            weight[index] = mask[row].float()
    weight = weight / weight.sum(dim=1, keepdim=True)
    return torch.bmm(weight.unsqueeze(1), vectors[rows]).squeeze(1)


def pair_loss(pair: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy of the relations; the score of a target is the mean over its words."""
    index = [(n, s, k, i, j) for n, (s, k, i, js, _, _) in enumerate(batch.pairs) for j in js]
    rows, s, k, i, j = (torch.tensor(column) for column in zip(*index, strict=True))
    scores = torch.zeros(len(batch.pairs)).index_add(0, rows, pair[s, k, i, j])
    sizes = torch.tensor([float(len(p[3])) for p in batch.pairs])
    value, weight = (torch.tensor([p[column] for p in batch.pairs]) for column in (4, 5))
    each = nn.functional.binary_cross_entropy_with_logits(scores / sizes, value, reduction="none")
    return 2.0 * (each * weight).sum() / weight.sum()


class Pools:
    """The sentences of each epoch: the open sets first, then the corpus in new windows, with new swaps, every time."""

    def __init__(self, args: argparse.Namespace, labels: Labels) -> None:
        self.args, self.labels = args, labels
        self.pieces = tokenizer(args.encoder / "tokenizer.json")
        self.general = items(load_ewt(args.open, "train", args.syntax), labels, self.pieces)
        if args.corpus:
            self.roots = Roots()
            train, reader = args.corpus / "train", args.as_reader
            self.articles, self.single = load_corpus(train, as_reader=reader), load_sheets(train / "sheets")
            self.single += load_standoff(train / "standoff", args.open, as_reader=reader) + load_news(train / "news", args.open, as_reader=reader)

    def __len__(self) -> int:
        return self.args.first_epochs + (self.args.epochs if self.args.corpus else 0)

    def epoch(self, number: int) -> list[Item]:
        """The sentences of one epoch; the same number gives the same ones."""
        if number < self.args.first_epochs:
            return self.general
        rng = random.Random(self.args.seed * 1000 + number)
        own = [e for article in self.articles for e in article_examples(article, self.roots, rng)]
        own += rng.sample(self.single, round(len(self.single) * self.args.singles))
        swaps = Swaps(own, rng)
        own = [swaps.swap(example, rng.choice([0.0, 0.5, 0.9])) for example in own] if self.args.swap else own
        drawn = Variants(self.args.corpus / "frames.tsv", self.args.open, self.args.seed * 1000 + number).draw(self.args.variants)
        return items(own + drawn, self.labels, self.pieces) + rng.sample(self.general, self.args.rehearsal)


def run(network: Network, pools: Pools, labels: Labels, args: argparse.Namespace) -> None:
    """Train all epochs, each stage with a rise and fall of its own; a checkpoint after each epoch, resumed from if there is one."""
    state, averaged = args.out / "state.safetensors", args.out / "mean.safetensors"
    done = json.loads((args.out / "epoch.json").read_text()) if (args.out / "epoch.json").exists() else 0
    if done:
        network.load_state_dict(load_file(state))
    mean = load_file(averaged) if done else _copy(network)
    for first, last in ((0, args.first_epochs), (args.first_epochs, len(pools))):
        if last <= max(first, done):
            continue
        step = len(groups(pools.epoch(first), args.pieces, 0))
        optimiser, plan = _plan(network, args.rate, step * (last - first))
        for _ in range(step * max(done - first, 0)):
            plan.step()
        if done <= first:
            mean = _copy(network)
        for epoch in range(max(done, first), last):
            began, seen, count = time.time(), 0.0, 0
            for count, batch in enumerate(batches(pools.epoch(epoch), args.pieces, args.seed * 1000 + epoch), 1):
                network.train()
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    value = loss(network, batch, labels)
                value.backward()
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimiser.step()
                optimiser.zero_grad()
                seen += float(value.detach())
                if plan.last_epoch < plan.total_steps - 1:
                    plan.step()
                if count % 5 == 0:
                    _average(mean, network)
                if count % 100 == 0:
                    print(f"epoch {epoch + 1} step {count}/{step} loss {seen / count:.3f} {time.time() - began:.0f} s", flush=True)
            save_file(network.state_dict(), state)
            save_file(mean, averaged)
            (args.out / "epoch.json").write_text(json.dumps(epoch + 1))
            print(f"epoch {epoch + 1}/{len(pools)} loss {seen / max(count, 1):.3f} {time.time() - began:.0f} s", flush=True)


def _plan(network: Network, rate: float, steps: int) -> tuple[torch.optim.AdamW, torch.optim.lr_scheduler.OneCycleLR]:
    """The optimiser and its rate over a stage; pools differ a little in size, so the plan has a few steps to spare."""
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 5}], weight_decay=0.01, fused=True
    )
    total = int(steps * 1.01) + 2
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(optimiser, [rate, rate * 5], total_steps=total, pct_start=0.1)


def _copy(network: Network) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in network.state_dict().items()}


def _average(mean: dict[str, Tensor], network: Network) -> None:
    """Move the running mean of the weights five steps on."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                mean[name].lerp_(value, 1 - KEEP**5)


def main() -> None:
    """Read the arguments and train."""
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
    parser.add_argument("--singles", type=float, default=1.0, help="share of the single sentences (sheets, real ones) in an epoch on the corpus")
    parser.add_argument("--variants", type=int, default=1000, help="generated sentences an epoch on the corpus")
    parser.add_argument("--no-swap", dest="swap", action="store_false", help="keep the actors of the corpus as they are")
    parser.add_argument("--syntax", action="store_true", help="learn the trees of the open sets too")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    labels = make_labels(args.syntax)
    labels.write(args.out / "labels.json")
    network = from_encoder(args.encoder, labels)
    if args.start:
        network.load_state_dict(load_file(args.start))
    pools = Pools(args, labels)
    print(f"{len(pools.epoch(len(pools) - 1))} texts in the last epoch", flush=True)
    run(network, pools, labels, args)


if __name__ == "__main__":
    main()

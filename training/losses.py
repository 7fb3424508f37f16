"""What a batch costs: the sum of the losses of all heads that it has targets for."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from detente.model.labels import Labels
from training.batches import IGNORED, Batch
from training.network import Network, Relate

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


class Answers:
    """The logits of a network for a batch, cut into what each loss asks for."""

    def __init__(self, network: Network, batch: Batch, labels: Labels) -> None:
        token, pair, vectors = network(batch.texts["ids"], batch.texts["mask"], batch.texts["shapes"])
        self.heads = dict(zip(labels.heads, token.float().split([len(one) for one in labels.heads.values()], dim=-1), strict=True))
        self.contexts = self.heads["context"][batch.contexts[:, 0], batch.contexts[:, 1]]
        self.factuality = self.heads["factuality"][batch.factuality[:, 0], batch.factuality[:, 1]].squeeze(-1)
        self.pairs = _pairs(pair, batch)
        rows = batch.related[:, 0]
        self.relations = relations(network.relate, vectors.float()[rows], batch.texts["mask"][rows], batch.related_spans)
        self.arcs = pair[:, labels.pairs.index(HEAD)].float() if len(batch.arcs) else None


def _pairs(pair: Tensor, batch: Batch) -> Tensor:
    """The score of each relation asked for; that of a target is the mean over its words."""
    number, s, k, i, j = batch.pairs.T
    sums = torch.zeros(len(batch.pair_values), device=pair.device).index_add(0, number, pair[s, k, i, j].float())
    return sums / batch.pair_values[:, 0]


def relations(relate: Relate, vectors: Tensor, mask: Tensor, spans: Tensor) -> tuple[Tensor, Tensor]:
    """Types and roots of the relations between two spans, given as weights over the pieces [side, text, piece], of each text."""
    whole = mask.float() / mask.sum(dim=1, keepdim=True)
    source, target, text = (torch.bmm(weights.unsqueeze(1), vectors).squeeze(1) for weights in (*spans, whole))
    types, roots = relate(source, target, text)
    return types, roots


def loss(answers: Answers, batch: Batch) -> Tensor:
    """Weighted sum of the losses of all heads that the batch has targets for."""
    parts = [WEIGHTS[name] * _entropy(answers.heads[name].transpose(1, 2), target) for name, target in batch.heads.items()]
    if len(batch.contexts):
        parts.append(2.0 * nn.functional.binary_cross_entropy_with_logits(answers.contexts, batch.context_values))
    if len(batch.factuality):
        parts.append(0.1 * nn.functional.smooth_l1_loss(answers.factuality, batch.factuality_values))
    if answers.arcs is not None:
        parts.append(0.5 * arc_loss(answers.arcs, batch))
    if len(batch.related):
        types, roots = answers.relations
        parts.append(_entropy(types, batch.related[:, 1]))
        # Not every relation has a root; without one its row counts nothing, and a batch without any must not divide by nought.
        told = batch.related[:, 2] != IGNORED
        parts.append(_entropy(roots, batch.related[:, 2], reduction="sum") / told.sum().clamp(min=1))
    if len(batch.pair_values):
        parts.append(2.0 * _weighted(answers.pairs, batch.pair_values[:, 1], batch.pair_values[:, 2]))
    return torch.stack(parts).sum()


def _entropy(logits: Tensor, target: Tensor, reduction: str = "mean") -> Tensor:
    return nn.functional.cross_entropy(logits, target, ignore_index=IGNORED, label_smoothing=0.03, reduction=reduction)


def _weighted(logits: Tensor, value: Tensor, weight: Tensor) -> Tensor:
    each = nn.functional.binary_cross_entropy_with_logits(logits, value, reduction="none")
    return (each * weight).sum() / weight.sum()


def arc_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of each word's head among all pieces of its text (Dozat and Manning 2017)."""
    rows, words, heads = batch.arcs.T
    return nn.functional.cross_entropy(scores[rows, words].masked_fill(batch.texts["mask"][rows] == 0, -1e4), heads)

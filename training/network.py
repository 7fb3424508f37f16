"""The network: a small BERT encoder that reads a text once, and light heads on the vectors of its words.

Outputs: `token` [batch, piece, heads] and `pair` [batch, relation, piece, piece], both plain logits, the second a biaffine
score (Dozat and Manning 2017) for each relation from a predicate or cue to every other piece; and the vectors themselves,
from which `Relate` tells the relation between two spans. The vocabulary is lower-case, so
what capitals say is given by a second, learned embedding of each piece's word shape.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, BertConfig, MPNetConfig

from detente.model.labels import Labels

SHAPES = 8
PAIR_WIDTH = 128
RELATE_WIDTH = 192


class Network(nn.Module):
    """Encoder and heads; `labels` fixes the outputs."""

    def __init__(self, config: BertConfig | MPNetConfig, labels: Labels) -> None:
        super().__init__()
        self.encoder = AutoModel.from_config(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(0.1)
        self.token = nn.Linear(width, labels.width)
        self.source = nn.Linear(width, PAIR_WIDTH)
        self.target = nn.Linear(width, PAIR_WIDTH)
        self.relation = nn.Parameter(torch.empty(len(labels.pairs), PAIR_WIDTH + 1, PAIR_WIDTH + 1).normal_(0, 0.02))

        self.relate = Relate(width, len(labels.types), len(labels.roots))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits for piece ids, attention mask and word shapes, each [batch, piece]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        vectors = hidden
        hidden = self.dropout(hidden)
        source = _with_bias(torch.nn.functional.gelu(self.source(hidden)))
        target = _with_bias(torch.nn.functional.gelu(self.target(hidden)))
        left = torch.matmul(source.unsqueeze(1), self.relation.unsqueeze(0))
        return self.token(hidden), torch.matmul(left, target.unsqueeze(1).transpose(2, 3)), vectors


class Dropout(nn.Module):
    """Dropout with a mask cut from a stretch of random numbers drawn once; drawing anew took a quarter of the training time."""

    STRETCH = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        keep = (torch.rand(self.STRETCH) >= p).float() / (1 - p)
        self.register_buffer("mask", keep.bfloat16(), persistent=False)

    def forward(self, values: Tensor) -> Tensor:
        """The values with a share `p` set to zero and the others raised, in training only."""
        if not self.training:
            return values
        start = int(torch.randint(self.STRETCH - values.numel(), (1,)))
        return values * self.mask[start : start + values.numel()].view(values.shape).to(values.dtype)


class Relate(nn.Module):
    """From three pooled vectors (source, target, whole text) to the relation: types of PLOVER with "none", roots of 2021."""

    def __init__(self, width: int, types: int, roots: int) -> None:
        super().__init__()
        self.inner = nn.Linear(4 * width, RELATE_WIDTH)
        self.dropout = nn.Dropout(0.2)
        self.outer = nn.Linear(RELATE_WIDTH, types + roots)
        self.types = types

    def forward(self, source: Tensor, target: Tensor, whole: Tensor) -> tuple[Tensor, Tensor]:
        """Logits [row, types] and [row, roots] for pooled vectors [row, width]."""
        joined = torch.cat([source, target, source * target, whole], dim=-1)
        out = self.outer(self.dropout(torch.nn.functional.gelu(self.inner(self.dropout(joined)))))
        return out[:, : self.types], out[:, self.types :]


def _with_bias(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], dim=-1)


def from_encoder(folder: Path, labels: Labels) -> Network:
    """A network that starts from the pretrained encoder in `folder` (config.json, model.safetensors, tokenizer.json).

    The encoder is a BERT or an MPNet; texts must be tokenised with its own tokenizer.

    Raises:
        ValueError: the encoder lacks weights.
    """
    config = AutoConfig.from_pretrained(folder)
    config._attn_implementation = "eager"
    config.attention_probs_dropout_prob = 0.0
    weights = {key.removeprefix("bert."): value for key, value in load_file(str(folder / "model.safetensors")).items()}
    network = Network(config, labels)
    if isinstance(config, BertConfig):
        layers = network.encoder.encoder.layer
        for holder in [network.encoder.embeddings, *(layer.attention.output for layer in layers), *(layer.output for layer in layers)]:
            holder.dropout = Dropout(config.hidden_dropout_prob)
    missing, _ = network.encoder.load_state_dict(weights, strict=False)
    wanting = [key for key in missing if "position_ids" not in key]
    if wanting:
        raise ValueError(f"{folder}: the encoder lacks {wanting[:3]}")
    return network

"""The network: a small BERT encoder that reads a sentence once, and light heads on the vectors of its words.

Two outputs, both plain logits: `token` [batch, piece, heads] and `pair` [batch, relation, piece, piece], a biaffine score
(Dozat and Manning 2017) for each relation from a predicate or cue to every other piece. The vocabulary is lower-case, so
what capitals say is given by a second, learned embedding of each piece's word shape.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from detente.model.labels import Labels

SHAPES = 8
PAIR_WIDTH = 128


class Network(nn.Module):
    """Encoder and heads; `labels` fixes the outputs."""

    def __init__(self, config: BertConfig, labels: Labels) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(0.1)
        self.token = nn.Linear(width, labels.width)
        self.source = nn.Linear(width, PAIR_WIDTH)
        self.target = nn.Linear(width, PAIR_WIDTH)
        self.relation = nn.Parameter(torch.empty(len(labels.pairs), PAIR_WIDTH + 1, PAIR_WIDTH + 1).normal_(0, 0.02))

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Logits for piece ids, attention mask and word shapes, each [batch, piece]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        hidden = self.dropout(hidden)
        source = _with_bias(torch.nn.functional.gelu(self.source(hidden)))
        target = _with_bias(torch.nn.functional.gelu(self.target(hidden)))
        left = torch.matmul(source.unsqueeze(1), self.relation.unsqueeze(0))
        return self.token(hidden), torch.matmul(left, target.unsqueeze(1).transpose(2, 3))


def _with_bias(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones_like(vectors[..., :1])], dim=-1)


def from_encoder(folder: Path, labels: Labels) -> Network:
    """A network that starts from the pretrained BERT encoder in `folder` (config.json, model.safetensors)."""
    config = BertConfig.from_json_file(str(folder / "config.json"))
    config._attn_implementation = "eager"
    network = Network(config, labels)
    weights = {key.removeprefix("bert."): value for key, value in load_file(str(folder / "model.safetensors")).items()}
    missing, _ = network.encoder.load_state_dict(weights, strict=False)
    wanting = [key for key in missing if "position_ids" not in key]
    if wanting:
        raise ValueError(f"{folder}: the encoder lacks {wanting[:3]}")
    return network

"""What is learned of likeness is what coding reckons with."""

import numpy as np
import pytest

from detente.mention.likeness import Network, pairs
from detente.mention.pairs import DOUBLE, SINGLE, Mentions

torch = pytest.importorskip("torch")


def test_coding_reckons_what_was_trained() -> None:
    from tests.unit.mention.test_mention_sieve import found
    from training.likeness import Ranker, Text, learned

    told = found("[PER An aide] met [PER Mrs Obura].", "[PER She] left.", "[GRP The dockers] stayed.")[1]
    mentions, draw = Mentions(told, [None] * len(told)), np.random.default_rng(3)
    read = draw.normal(size=(len(told), 8)).astype(np.float32)
    ((later, earlier),) = pairs(len(told))
    text = Text(read, mentions.single, np.array([1, 2, 2, 3]), later, earlier, mentions.double(later, earlier))
    ranker = learned([text], 60, 0)
    assert isinstance(ranker, Ranker)
    odds = Network({name: layer.astype(np.float32) for name, layer in ranker.layers().items()}).odds(mentions, read)
    with torch.no_grad():
        scores, new = ranker(*map(torch.tensor, (read, mentions.single, later, earlier, text.double)))
    assert odds[later, later - earlier - 1] == pytest.approx((scores - new[later]).numpy(), abs=0.02)
    assert odds[2, 0] > 0 > odds[1, 0]  # "She" is Mrs Obura, who was nobody before
    assert mentions.single.shape[1] == SINGLE and text.double.shape[1] == DOUBLE

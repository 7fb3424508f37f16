"""Learn which mentions are one identity (`mention/likeness.py`), and write the network beside the weights (`likeness.npz`).

    python -m training.likeness --corpus corpus [--weights src/detente/model/weights] [--without PATTERN] [--epochs 10] [--seed 0]

The text model reads the articles of corpus/train and stays as it is; it has learned nothing of identities, so that what it has read is fair. Its
mentions, paired with the annotated ones, are what the network learns from: of each mention those before it that are the same actor, or that there
is none. Prints for corpus/dev, and for the articles of corpus/train `--without` which it learns, how many mentions find one of their own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
import torch
from torch import Tensor, nn

from detente import coder as pipeline
from detente.coder import Coder
from detente.evaluate.corpus import Pair, load_split
from detente.evaluate.identity import clusters
from detente.evaluate.same import closeness, pair_up, unique
from detente.mention import Candidate
from detente.mention.likeness import FILE, pairs, vectors
from detente.mention.pairs import DOUBLE, SINGLE, Mentions
from detente.model.session import WEIGHTS
from detente.records import Mention

SHORT, WIDTH, ALONE = 64, 96, 24
TOGETHER, RATE, DECAY, DROPOUT = 8, 1e-3, 1e-2, 0.2


class Text(NamedTuple):
    """One article: vectors and numbers of its mentions, who is meant (-1: nobody of the annotation), and its pairs with their numbers."""

    vectors: np.ndarray
    single: np.ndarray
    meant: np.ndarray
    later: np.ndarray
    earlier: np.ndarray
    double: np.ndarray


class Ranker(nn.Module):
    """`detente.mention.likeness.Network` as it is trained."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.short, self.dropout = nn.Linear(width, SHORT), nn.Dropout(DROPOUT)
        self.later, self.earlier = nn.Linear(SHORT + SINGLE, WIDTH), nn.Linear(SHORT + SINGLE, WIDTH, bias=False)
        self.product, self.both = nn.Linear(SHORT, WIDTH, bias=False), nn.Linear(DOUBLE, WIDTH, bias=False)
        self.odds, self.alone, self.nobody = nn.Linear(WIDTH, 1), nn.Linear(SHORT + SINGLE, ALONE), nn.Linear(ALONE, 1)

    def forward(self, read: Tensor, single: Tensor, later: Tensor, earlier: Tensor, double: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of pairs, and of each mention being somebody new."""
        short = self.dropout(torch.tanh(self.short(self.dropout(read))))
        every = torch.cat([short, single], 1)
        hidden = self.later(every)[later] + self.earlier(every)[earlier] + self.product(short[later] * short[earlier]) + self.both(double)
        return self.odds(self.dropout(torch.relu(hidden))).squeeze(1), self.nobody(torch.relu(self.alone(every))).squeeze(1)

    def layers(self) -> dict[str, np.ndarray]:
        """The weights as the file has them: [input, output], the bias of a layer beside it."""
        named = {name.removesuffix(".weight").replace(".bias", " bias"): value.detach() for name, value in self.named_parameters()}
        return {name: value.t().numpy().astype(np.float16) for name, value in named.items()}


class _Heard(Exception):
    """Ends the coding of an article where its mentions are known."""


def main() -> None:
    """Read, learn, print, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--corpus", type=Path, default=Path("corpus"))
    asked.add_argument("--weights", type=Path, default=WEIGHTS)
    asked.add_argument("--without", default="", help="articles of corpus/train that are left out, as in *-s?.txt")
    asked.add_argument("--epochs", type=int, default=10)
    asked.add_argument("--seed", type=int, default=0)
    chosen = asked.parse_args()
    coder = Coder(model=chosen.weights)
    left = {path.stem for path in (chosen.corpus / "train").glob(chosen.without)} if chosen.without else set()
    train = [pair for pair in load_split(chosen.corpus / "train") if pair.article.id not in left]
    others = [pair for pair in load_split(chosen.corpus / "train") if pair.article.id in left]
    ranker = learned([text for pair in train if (text := read(pair, coder))], chosen.epochs, chosen.seed)
    for name, unseen in (("dev", load_split(chosen.corpus / "dev")), ("left out", others)):
        print(name, dict(judged(ranker, [text for pair in unseen if (text := read(pair, coder))])))
    np.savez_compressed(chosen.weights / FILE, model=np.array(coder.model.name), **ranker.layers())  # type: ignore[arg-type]


def read(pair: Pair, coder: Coder) -> Text | None:
    """What is learned from an article; None where no two mentions are found."""
    heard: list[Text] = []

    def listen(found: Sequence[Candidate], identify, score) -> None:  # type: ignore[no-untyped-def]
        mentions = Mentions(found, [None if one.pronoun else identify(one.text) for one in found])
        blocks = list(pairs(len(found)))
        if blocks:
            double = np.concatenate([mentions.double(*block) for block in blocks]).astype(np.float16)
            later, earlier = (np.concatenate([block[end] for block in blocks]) for end in (0, 1))
            heard.append(Text(score(found), mentions.single, meant(pair, found), later, earlier, double))
        raise _Heard

    with patch.object(pipeline, "resolve", listen), patch.object(pipeline.likeness, "scorer", _vectors), suppress(_Heard):
        coder.code(pair.article)
    return heard[0] if heard else None


def _vectors(folder: Path, model: str, extents, readings):  # type: ignore[no-untyped-def]
    return lambda found: vectors(found, extents, readings)


def meant(pair: Pair, found: Sequence[Candidate]) -> np.ndarray:
    """A number for whom each mention means by the annotation, -1 for what is no mention there."""
    gold = clusters(pair.gold)
    ours = [Mention("m", one.start, one.end, one.text, one.type, "c") for one in found]
    near = pair_up(unique(pair.gold.article.mentions), unique(ours), closeness)
    known = {(other.start, other.end): gold[one.start, one.end] for one, other in near}
    numbers: dict[str | None, int] = {None: -1}
    return np.array([numbers.setdefault(known.get((one.start, one.end)), len(numbers)) for one in found])


def learned(texts: Sequence[Text], epochs: int, seed: int) -> Ranker:
    """A ranker that has seen some texts so many times."""
    torch.manual_seed(seed)
    shuffled, ranker = np.random.default_rng(seed), Ranker(texts[0].vectors.shape[1])
    optimizer = torch.optim.AdamW(ranker.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(texts) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    for epoch in range(epochs):
        order, total = shuffled.permutation(len(texts)), 0.0
        for first in range(0, len(texts), TOGETHER):
            loss = surprise(ranker, [texts[index] for index in order[first : first + TOGETHER]])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(epoch, round(total * TOGETHER / len(texts), 4), flush=True)
    return ranker.train(mode=False)


def surprise(ranker: Ranker, texts: Sequence[Text]) -> Tensor:
    """How unlikely the right answers are to the ranker, a mention on average: any earlier one that means the same, or that there is none."""
    starts = np.cumsum([0, *(len(text.meant) for text in texts)])
    moved = list(zip(texts, starts, strict=False))
    later, earlier = (torch.tensor(np.concatenate([getattr(text, side) + start for text, start in moved])) for side in ("later", "earlier"))
    whom = torch.tensor(np.concatenate([np.where(text.meant < 0, -1, text.meant + (start << 16)) for text, start in moved]))
    read, single, double = (joined([getattr(text, name) for text in texts]) for name in ("vectors", "single", "double"))
    scores, new = ranker(read, single, later, earlier, double)
    right = (whom[later] == whom[earlier]) & (whom[later] >= 0)
    most = new.detach().scatter_reduce(0, later, scores.detach(), "amax", include_self=True)
    odds, nobody = torch.exp(scores - most[later]), torch.exp(new - most)
    every = torch.zeros_like(new).index_add(0, later, odds) + nobody
    good = torch.zeros_like(new).index_add(0, later, odds * right)
    told = torch.zeros_like(new).index_add(0, later, right.float()) > 0
    return (torch.log(every) - torch.log(torch.where(told, good, nobody) + 1e-30))[whom >= 0].mean()


def joined(rows: Sequence[np.ndarray]) -> Tensor:
    """The rows of several texts."""
    return torch.tensor(np.concatenate(rows).astype(np.float32))


def judged(ranker: Ranker, texts: Sequence[Text]) -> Counter[str]:
    """Of all mentions of the annotation how many find another of theirs (`right`) or rightly none (`new`), of how many."""
    found: Counter[str] = Counter()
    for text in texts:
        with torch.no_grad():
            sides = torch.tensor(text.later), torch.tensor(text.earlier)
            scores, new = ranker(torch.tensor(text.vectors), torch.tensor(text.single), *sides, torch.tensor(text.double.astype(np.float32)))
        odds = np.full((len(text.meant), len(text.meant) + 1), -np.inf)
        odds[text.later, text.earlier], odds[:, -1] = scores.numpy(), new.numpy()
        for index, best in enumerate(odds.argmax(axis=1)):
            if text.meant[index] >= 0:
                first = not (text.meant[:index] == text.meant[index]).any()
                found["all"] += 1
                found["new"] += int(first and best == len(text.meant))
                found["right"] += int(best < len(text.meant) and text.meant[best] == text.meant[index])
    return found


if __name__ == "__main__":
    main()

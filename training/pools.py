"""The texts of each epoch: the open sets first, then the corpus in new windows, with new swaps, every time."""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from typing import TypeVar

from detente.model.labels import Labels
from detente.model.words import tokenizer
from training.batches import Batch, Item, batches, items
from training.news import load_news
from training.open_sets import load_ewt
from training.own_corpus import article_examples, load_corpus
from training.related import Roots
from training.sheet_corpus import load_sheets
from training.standoff import load_standoff
from training.swaps import Swaps
from training.variants import Variants

T = TypeVar("T")


class Pools:
    """What the arguments of a training name, read once; the same number of an epoch gives the same texts."""

    def __init__(self, args: argparse.Namespace, labels: Labels) -> None:
        self.args, self.labels = args, labels
        self.pieces = tokenizer(args.encoder / "tokenizer.json")
        self.general = items(load_ewt(args.open, "train", args.syntax), labels, self.pieces)
        if args.corpus:
            self.roots = Roots()
            train, reader = args.corpus / "train", args.as_reader
            self.articles, self.single = load_corpus(train, as_reader=reader), load_sheets(train / "sheets")
            self.single += load_standoff(train / "standoff", args.open, as_reader=reader) + load_news(
                train / "news", args.open, as_reader=reader
            )

    def __len__(self) -> int:
        return self.args.first_epochs + (self.args.epochs if self.args.corpus else 0)

    def epoch(self, number: int) -> list[Item]:
        """The texts of one epoch."""
        if number < self.args.first_epochs:
            return self.general
        rng = random.Random(self.args.seed * 1000 + number)
        articles = self._drawn(self.articles, self.args.articles, rng, lambda article: article.header.get("id", ""))
        own = [e for article in articles for e in article_examples(article, self.roots, rng)]
        own += self._drawn(self.single, self.args.singles, rng, lambda example: example.source)
        swaps = Swaps(own, rng)
        own = [swaps.swap(example, rng.choice([0.0, 0.5, 0.9])) for example in own] if self.args.swap else own
        drawn = Variants(self.args.corpus / "frames.tsv", self.args.open, self.args.seed * 1000 + number).draw(self.args.variants)
        return items(own + drawn, self.labels, self.pieces) + rng.sample(self.general, self.args.rehearsal)

    def _drawn(self, pool: list[T], share: float, rng: random.Random, name: Callable[[T], str]) -> list[T]:
        """A share of a pool, and all of what is to be read whole."""
        whole = [one for one in pool if self._whole(name(one))]
        rest = [one for one in pool if not self._whole(name(one))]
        return whole + rng.sample(rest, round(len(rest) * share))

    def _whole(self, name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in self.args.whole)

    def batches(self, number: int) -> list[Batch]:
        """The batches of one epoch."""
        return list(batches(self.epoch(number), self.args.pieces, self.args.seed * 1000 + number))


_shared: list[Pools] = []  # what forked processes find


def _batches(number: int) -> list[Batch]:
    return _shared[0].batches(number)


def ahead(pools: Pools, first: int, workers: int) -> Iterator[list[Batch]]:
    """The batches of each epoch from `first` on, made in so many other processes while earlier ones are trained (0: when asked for)."""
    epochs = range(first, len(pools))
    if not workers:
        yield from map(pools.batches, epochs)
        return
    _shared[:] = [pools]
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as executor:
        waiting = deque(executor.submit(_batches, number) for number in epochs[: workers + 1])
        for number in epochs:
            made = waiting.popleft().result()
            if number + workers + 1 < len(pools):
                waiting.append(executor.submit(_batches, number + workers + 1))
            yield made

"""Examples as tensors: every layer becomes targets on first pieces, -100 (or weight 0) where nothing is annotated."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from detente.model.labels import OUTSIDE, Labels
from detente.model.words import Words, tokenise
from training.examples import Example
from training.open_sets import ROLES

IGNORED = -100
SPARSE = 3  # every third word outside a role is negative enough, and the loss of a long sentence stays cheap
SPAN_HEADS = ("mention", "name", "place", "time", "cue", "content")


@dataclass
class Item:
    """A tokenised example: targets a piece for each head, and (relation, source piece, target pieces, value, weight)."""

    words: Words
    heads: dict[str, list[int]]
    contexts: list[tuple[int, list[int]]]
    factuality: list[tuple[int, float]]
    pairs: list[tuple[int, int, list[int], float, float]]
    related: list[tuple[list[int], list[int], int, int]]
    arcs: list[tuple[int, int]]


@dataclass
class Batch:
    """Tensors of one batch, and the sparse targets as (sentence, ...) rows."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    heads: dict[str, Tensor]
    contexts: list[tuple[int, int, list[int]]]
    factuality: list[tuple[int, int, float]]
    pairs: list[tuple[int, int, int, list[int], float, float]]
    related: list[tuple[int, list[int], list[int], int, int]]
    arcs: list[tuple[int, int, int]]


def items(examples: Sequence[Example], labels: Labels, pieces: Tokenizer, sparse: int = SPARSE) -> list[Item]:
    """Tokenise examples and place their targets; of the words outside a role every `sparse`-th is asked for."""
    return [_item(e, w, labels, sparse) for e, w in zip(examples, tokenise(pieces, [e.text for e in examples]), strict=True)]


def _item(example: Example, words: Words, labels: Labels, sparse: int) -> Item:
    heads: dict[str, list[int]] = {}
    for head in SPAN_HEADS:
        if head in example.spans:
            heads[head] = _bio(example.spans[head], words, labels.heads[head])
    item = Item(words, heads, [], [], [], [], [])
    if example.triggers is not None:
        _triggers(example, item, labels)
    for start, end, value in example.factuality or ():
        item.factuality += [(words.first[i], value) for i in words.covering(start, end)[:1]]
    if example.tree and "deprel" in labels.heads:
        _tree(example, item, labels)
    if example.frames is not None:
        _frames(example, item, labels, sparse)
    for pair in example.pairs:
        source, target = words.covering(*pair.source), words.covering(*pair.target)
        if source and target and pair.weight:
            row = (
                labels.pairs.index(pair.kind),
                words.first[source[0]],
                [words.first[i] for i in target],
                pair.value,
                pair.weight,
            )
            item.pairs.append(row)
    for one in example.related:
        sides = [[words.first[i] for i in words.covering(*span)] if span else [] for span in (one.source, one.target)]
        if all(side or span is None for side, span in zip(sides, (one.source, one.target))):
            root = labels.roots.index(one.root) if one.root else IGNORED
            item.related.append((sides[0], sides[1], labels.types.index(one.type), root))
    return item


def _tree(example: Example, item: Item, labels: Labels) -> None:
    """Each word's relation, and the piece of its head; the first piece of the text stands for the root."""
    words = item.words
    item.heads["deprel"] = _blank(words, IGNORED)
    for arc in example.tree:
        here, head = words.covering(*arc.word)[:1], words.covering(*arc.head)[:1] if arc.head else []
        if here and (head or arc.head is None) and here != head:
            piece = words.first[here[0]]
            item.heads["deprel"][piece] = labels.heads["deprel"].index(arc.relation)
            item.arcs.append((piece, words.first[head[0]] if head else 0))


def _blank(words: Words, value: int) -> list[int]:
    row = [IGNORED] * len(words.ids)
    for index in words.first:
        row[index] = value
    return row


def _bio(spans: Sequence[tuple[int, int, str]], words: Words, labels: tuple[str, ...]) -> list[int]:
    row = _blank(words, labels.index(OUTSIDE))
    for start, end, kind in spans:
        for position, index in enumerate(words.covering(start, end)):
            row[words.first[index]] = labels.index(f"{'I' if position else 'B'}-{kind}")
    return row


def _triggers(example: Example, item: Item, labels: Labels) -> None:
    words = item.words
    item.heads["act"] = _blank(words, labels.heads["act"].index(OUTSIDE))
    item.heads["mode"], item.heads["status"] = _blank(words, IGNORED), _blank(words, IGNORED)
    for trigger in example.triggers or ():
        covered = words.covering(trigger.start, trigger.end)
        if not covered:
            continue
        piece = words.first[covered[0]]
        item.heads["act"][piece] = labels.heads["act"].index(trigger.act)
        item.heads["mode"][piece] = labels.heads["mode"].index(f"{trigger.act}/{trigger.mode or ''}")
        item.heads["status"][piece] = labels.heads["status"].index(trigger.status)
        if trigger.contexts is not None:
            item.contexts.append((piece, [labels.heads["context"].index(c) for c in trigger.contexts]))


def _frames(example: Example, item: Item, labels: Labels, sparse: int) -> None:
    words = item.words
    item.heads["frame"] = _blank(words, 0)
    for (start, end), arguments in example.frames or ():
        covered = words.covering(start, end)
        if not covered:
            continue
        source = words.first[covered[0]]
        item.heads["frame"][source] = 1
        filled = {role: set[int]() for role in ROLES}
        for role, s, e in arguments:
            filled[role].update(words.first[i] for i in words.covering(s, e))
        for role, inside in filled.items():
            relation = labels.pairs.index(role)
            asked = [
                piece for number, piece in enumerate(words.first) if piece in inside or (number + relation) % sparse == 0
            ]
            item.pairs += [(relation, source, [piece], float(piece in inside), 0.25) for piece in asked]


def groups(pool: Sequence[Item], pieces: int, seed: int) -> list[list[int]]:
    """Indices in shuffled batches of like length, each of about `pieces` pieces with its padding."""
    order = list(range(len(pool)))
    rng = random.Random(seed)
    rng.shuffle(order)
    order.sort(key=lambda i: len(pool[i].words.ids) // 8)
    found: list[list[int]] = [[]]
    for index in order:
        if found[-1] and (len(found[-1]) + 1) * len(pool[index].words.ids) > pieces:
            found.append([])
        found[-1].append(index)
    rng.shuffle(found)
    return found


def batches(pool: Sequence[Item], pieces: int, seed: int) -> Iterator[Batch]:
    """Shuffled batches of about `pieces` pieces."""
    for group in groups(pool, pieces, seed):
        yield collate([pool[i] for i in group])


def collate(group: Sequence[Item]) -> Batch:
    """Pad items to the longest."""
    length = max(len(item.words.ids) for item in group)
    ids, mask, shapes = (torch.zeros(len(group), length, dtype=torch.long) for _ in range(3))
    heads = {name: torch.full((len(group), length), IGNORED) for item in group for name in item.heads}
    batch = Batch(ids, mask, shapes, heads, [], [], [], [], [])
    for row, item in enumerate(group):
        size = len(item.words.ids)
        ids[row, :size] = torch.tensor(item.words.ids)
        shapes[row, :size] = torch.tensor(item.words.shapes)
        mask[row, :size] = 1
        for name, values in item.heads.items():
            heads[name][row, :size] = torch.tensor(values)
        batch.contexts += [(row, *entry) for entry in item.contexts]
        batch.factuality += [(row, *entry) for entry in item.factuality]
        batch.pairs += [(row, *entry) for entry in item.pairs]
        batch.related += [(row, *entry) for entry in item.related]
        batch.arcs += [(row, *entry) for entry in item.arcs]
    return batch

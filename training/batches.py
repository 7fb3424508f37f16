"""Examples as tensors: every layer becomes targets on first pieces, -100 (or weight 0) where nothing is annotated."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from detente.model.labels import OUTSIDE, Labels
from detente.model.words import Words, tokenise
from training.examples import Example
from training.open_sets import ROLES

Array = Any  # a numpy array until it is moved to a device, then a tensor
IGNORED = -100
SPARSE = 3  # every third word outside a role is negative enough, and the loss of a long sentence stays cheap
SPAN_HEADS = ("mention", "name", "place", "time", "cue", "content")


@dataclass
class Item:
    """A tokenised example: targets a piece for each head, 0 or 1 for each context of an act, and (relation, source, targets, value, weight)."""

    words: Words
    heads: dict[str, list[int]]
    contexts: list[tuple[int, list[float]]]
    factuality: list[tuple[int, float]]
    pairs: list[tuple[int, int, list[int], float, float]]
    related: list[tuple[list[int], list[int], int, int]]
    arcs: list[tuple[int, int]]


@dataclass
class Batch:
    """Arrays of one batch. `texts` are [sentence, piece]: ids, mask and shapes; `heads` the targets like them.

    The others are rows: `contexts` (sentence, piece) with `context_values`; `factuality` likewise; `arcs` (sentence, word, head);
    `pairs` (number, sentence, relation, source, target), a row for each word of target `number`, with `pair_values` (words, value, weight) by
    number; `related` (sentence, type, root) with the two spans as weights over pieces.
    """

    texts: dict[str, Array]
    heads: dict[str, Array]
    contexts: Array
    context_values: Array
    factuality: Array
    factuality_values: Array
    pairs: Array
    pair_values: Array
    related: Array
    related_spans: Array
    arcs: Array

    def to(self, device: str) -> Batch:
        """The same as tensors on a device, whole numbers as 64-bit ones."""
        moved: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            moved[field.name] = (
                {key: _tensor(one, device) for key, one in value.items()} if isinstance(value, dict) else _tensor(value, device)
            )
        return Batch(**moved)


def _tensor(array: Array, device: str) -> Tensor:
    tensor = torch.from_numpy(array).to(device)
    return tensor if tensor.is_floating_point() else tensor.long()


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
            item.contexts.append((piece, [float(name in trigger.contexts) for name in labels.heads["context"]]))


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
            asked = [piece for number, piece in enumerate(words.first) if piece in inside or (number + relation) % sparse == 0]
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
    texts = {name: np.zeros((len(group), length), np.int32) for name in ("ids", "mask", "shapes")}
    heads = {name: np.full((len(group), length), IGNORED, np.int16) for item in group for name in item.heads}
    for row, item in enumerate(group):
        size = len(item.words.ids)
        texts["ids"][row, :size] = item.words.ids
        texts["shapes"][row, :size] = item.words.shapes
        texts["mask"][row, :size] = 1
        for name, values in item.heads.items():
            heads[name][row, :size] = values
    told = {name: values for name, values in heads.items() if (values != IGNORED).any()}
    return Batch(texts, told, *_contexts(group), *_factuality(group), *_pairs(group), *_related(group, length), _arcs(group))


def _contexts(group: Sequence[Item]) -> tuple[Array, Array]:
    found = [(row, piece, kinds) for row, item in enumerate(group) for piece, kinds in item.contexts]
    return _rows([entry[:2] for entry in found], 2), np.array([kinds for *_, kinds in found], np.float32)


def _factuality(group: Sequence[Item]) -> tuple[Array, Array]:
    found = [(row, piece, value) for row, item in enumerate(group) for piece, value in item.factuality]
    return _rows([entry[:2] for entry in found], 2), np.array([value for *_, value in found], np.float32)


def _pairs(group: Sequence[Item]) -> tuple[Array, Array]:
    found = [(row, *entry) for row, item in enumerate(group) for entry in item.pairs]
    index = [(number, row, kind, source, target) for number, (row, kind, source, targets, _, _) in enumerate(found) for target in targets]
    values = [(len(targets), value, weight) for _, _, _, targets, value, weight in found]
    return _rows(index, 5), np.array(values, np.float32).reshape(-1, 3)


def _related(group: Sequence[Item], length: int) -> tuple[Array, Array]:
    found = [(row, *entry) for row, item in enumerate(group) for entry in item.related]
    texts = [group[row].words for row, *_ in found]
    spans = [span_weights([entry[side] for entry in found], texts, length) for side in (1, 2)]
    return _rows([(row, kind, root) for row, _, _, kind, root in found], 3), np.stack(spans)


def span_weights(spans: Sequence[Sequence[int]], texts: Sequence[Words], length: int) -> Array:
    """Spans as weights over the pieces of their texts that add up to one; an empty span is the whole text."""
    weights = np.zeros((len(spans), length), np.float32)
    for index, (span, words) in enumerate(zip(spans, texts, strict=True)):
        chosen = span or range(len(words.ids))
        weights[index, chosen] = 1.0 / len(chosen)
    return weights


def _arcs(group: Sequence[Item]) -> Array:
    return _rows([(row, *entry) for row, item in enumerate(group) for entry in item.arcs], 3)


def _rows(entries: Sequence[tuple[int, ...]], width: int) -> Array:
    return np.array(entries, np.int32).reshape(-1, width)

"""The table of topic vectors: `python -m training.topic --teacher ENCODER --open OPEN_SETS [--out src/detente/model/weights/topic.npz]`.

A word piece's vector starts from what the teacher (all-MiniLM-L6-v2, mean pooling) makes of the piece alone, its weight from its rank by
frequency. Both are then fitted so that the weighted sum over a text comes close to the teacher's vector of the text, in its main components,
and likenesses of two texts to the teacher's. Texts are sentences of the training articles, the sheets and the open sets, alone and by threes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import math
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from detente.evaluate.inline import parse
from detente.text import sentences

WIDTH, EPOCHS, BATCH, RATE = 128, 8, 256, 2e-3
LONGEST, PIECES, TOGETHER = 700, 160, 3
FIRST_WORD, PAIRS = 1996, 5.0
_MARK = re.compile(r"\[([^\]|]*)\|[^\]]*\]")


def texts(corpus: Path, open_sets: Path) -> list[str]:
    """What the table is learned from, in a fixed order."""
    found = {text[:LONGEST] for text in (*_articles(corpus), *_sheets(corpus), *_open(open_sets)) if len(text) > 15}
    drawn = sorted(found)
    random.Random(0).shuffle(drawn)
    return drawn


def _by_threes(lines: Sequence[str]) -> Iterator[str]:
    yield from lines
    yield from (" ".join(lines[i : i + TOGETHER]) for i in range(0, len(lines), TOGETHER))


def _articles(corpus: Path) -> Iterator[str]:
    for path in sorted((corpus / "train").glob("*.txt")):
        text = parse(path.read_text(encoding="utf-8"), path.name).text
        yield from _by_threes([text[s:e].replace("\n", " ") for s, e in sentences(text)])


def _sheets(corpus: Path) -> Iterator[str]:
    for path in sorted((corpus / "train" / "sheets").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield _MARK.sub(r"\1", line.split("\t")[0].strip())


def _open(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("ud_en_*/*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from _by_threes([line[9:].strip() for line in lines if line.startswith("# text = ")])
    for path in sorted(folder.glob("causal_news_corpus/*train_subtask1*")):
        with gzip.open(path) as raw:
            yield from (row["text"] for row in csv.DictReader(io.TextIOWrapper(raw, "utf-8-sig")))


def teach(folder: Path, given: Sequence[str]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], list[list[int]]]:
    """The teacher's vector of each piece alone and of each text, and the pieces of the texts."""
    pieces, model = (kind.from_pretrained(folder, local_files_only=True) for kind in (AutoTokenizer, AutoModel))
    model.eval()
    with torch.inference_mode():
        alone = [
            model(input_ids=torch.stack([torch.full_like(ids, 101), ids, torch.full_like(ids, 102)], 1)).last_hidden_state.mean(1)
            for ids in torch.arange(len(pieces)).split(1024)
        ]
        whole = torch.zeros(len(given), alone[0].shape[1])
        order = sorted(range(len(given)), key=lambda i: len(given[i]))
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            fed = pieces([given[i] for i in part], padding=True, truncation=True, max_length=PIECES, return_tensors="pt")
            mask = fed["attention_mask"][..., None]
            sums = (model(**fed).last_hidden_state * mask).sum(1) / mask.sum(1)
            whole[part] = torch.nn.functional.normalize(sums, dim=1)
    ids = pieces(list(given), truncation=True, max_length=PIECES, add_special_tokens=False)["input_ids"]
    return torch.cat(alone).numpy(), whole.numpy(), ids


def learn(alone: np.ndarray[Any, Any], whole: np.ndarray[Any, Any], ids: Sequence[Sequence[int]]) -> np.ndarray[Any, Any]:
    """The table [piece, WIDTH], weights included."""
    torch.manual_seed(0)
    middle = whole.mean(0)
    axes = np.linalg.svd(whole[:20000] - middle, full_matrices=False)[2][:WIDTH].T
    wanted = torch.nn.functional.normalize(torch.tensor((whole - middle) @ axes), dim=1)
    ranks = np.maximum(np.arange(len(alone)) - FIRST_WORD + 1, 1)
    weight = torch.nn.Parameter(torch.tensor(np.log(np.clip(np.log(ranks / 30 + 1) / 7, 0.02, None)), dtype=torch.float32))
    table = torch.nn.Parameter(torch.tensor((alone - alone[FIRST_WORD:].mean(0)) @ axes, dtype=torch.float32))
    fit, order = torch.optim.Adam([table, weight], lr=RATE), np.arange(len(ids))
    for epoch in range(EPOCHS):
        np.random.default_rng(epoch).shuffle(order)
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            sums, goal = _sums(table, weight, [ids[i] or [0] for i in part]), wanted[part]
            likeness = sums @ sums.T - goal @ goal.T
            loss = (1 - (sums * goal).sum(1)).mean() + PAIRS * (likeness**2).mean()
            fit.zero_grad()
            loss.backward()
            fit.step()
        print(f"epoch {epoch}: {loss.item():.4f}", flush=True)
    return (weight.exp()[:, None] * table).detach().numpy()


def _sums(table: torch.Tensor, weight: torch.Tensor, batch: Sequence[Sequence[int]]) -> torch.Tensor:
    padded = torch.nn.utils.rnn.pad_sequence([torch.tensor(one) for one in batch], batch_first=True)
    there = torch.arange(padded.shape[1])[None] < torch.tensor([len(one) for one in batch])[:, None]
    weights = weight[padded].exp() * there
    return torch.nn.functional.normalize((weights[..., None] * table[padded]).sum(1), dim=1)


def pack(table: np.ndarray[Any, Any], path: Path) -> None:
    """Write the table in whole numbers of 8 bits, with a scale a row."""
    scale = np.abs(table).max(1) / 127
    scale[scale == 0] = 1
    np.savez(path, vectors=np.round(table / scale[:, None]).astype(np.int8), scale=scale.astype(np.float32))


def main() -> None:
    """Learn the table and write it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--teacher", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    asked.add_argument("--open", type=Path, required=True, help="folder of the open sets")
    asked.add_argument("--corpus", type=Path, default=Path("corpus"))
    asked.add_argument("--out", type=Path, default=Path("src/detente/model/weights/topic.npz"))
    words = asked.parse_args()
    given = texts(words.corpus, words.open)
    print(f"{len(given)} texts, {math.ceil(len(given) / BATCH)} steps an epoch", flush=True)
    pack(learn(*teach(words.teacher, given)), words.out)


if __name__ == "__main__":
    main()

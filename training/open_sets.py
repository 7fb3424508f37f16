"""The open sets as examples: names (UNER), predicates and roles (PropBank), factuality (UDS-IH2), trees (UD), on the same sentences.

All are layers over the English Web Treebank with the same split and tokenisation, so one sentence carries all of them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.examples import Arc, Example, Span

ROLES = ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzip-ed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def load_ewt(folder: Path, split: str, trees: bool = False) -> list[Example]:
    """Read one split of the sets below `folder` (the `open/` data folder), joined by sentence; trees only if asked for."""
    parsed = load_trees(folder / "ud_en_ewt" / f"en_ewt-ud-{split}.conllu.gz") if trees else {}
    names = {
        r["id"]: r
        for r in rows(folder / "uner_en" / f"en_ewt-{split}{'.may2023' if split == 'train' else ''}.jsonl.gz")
    }
    facts = {r["sent_id"]: r for r in rows(folder / "factuality_uds_ih2" / f"{split}.jsonl.gz") if r.get("ud_aligned")}
    examples = []
    for row in rows(folder / "propbank_ewt" / f"{split}.jsonl.gz"):
        tokens, ident = row["tokens"], row["sent_id"]
        text, offsets = _join(tokens)
        named, fact = names.get(ident), facts.get(ident)
        spans: dict[str, tuple[tuple[int, int, str], ...]] = {}
        if named and named["tokens"] == tokens:
            spans["name"] = tuple(
                (*_chars(offsets, s, e), kind) for s, e, kind in named["ents"] if kind in ("PER", "LOC", "ORG")
            )
        frames = tuple(
            (
                _chars(offsets, f["pred"], f["pred"] + 1),
                tuple((r, *_chars(offsets, s, e)) for r, s, e in f["args"] if r in ROLES),
            )
            for f in row["frames"]
        )
        scores = None
        if fact and len(fact["text"].split(" ")) == len(tokens):
            scores = tuple((*_chars(offsets, s, e), value) for s, e, value in fact["targets"])
        forms, heads = parsed.get(ident, ([], []))
        tree = tuple(Arc(offsets[n], offsets[head - 1] if head else None, told) for n, (head, told) in enumerate(heads)) if forms == tokens else ()
        examples.append(Example(text, spans, factuality=scores, frames=frames, tree=tree, source="ewt"))
    return examples


def load_trees(path: Path) -> dict[str, tuple[list[str], list[tuple[int, str]]]]:
    """Words, and each word's head (counted from 1, 0: the root) with its universal relation, by the sentence's id (CoNLL-U)."""
    found: dict[str, tuple[list[str], list[tuple[int, str]]]] = {}
    forms: list[str] = []
    heads: list[tuple[int, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# sent_id = "):
                forms, heads = found.setdefault(line.removeprefix("# sent_id = ").strip(), ([], []))
            elif (columns := line.split("\t"))[0].isdigit():
                forms.append(columns[1])
                heads.append((int(columns[6]), columns[7].partition(":")[0]))
    return found


def _join(tokens: list[str]) -> tuple[str, list[Span]]:
    offsets, start = [], 0
    for token in tokens:
        offsets.append((start, start + len(token)))
        start += len(token) + 1
    return " ".join(tokens), offsets


def _chars(offsets: list[Span], start: int, end: int) -> Span:
    return offsets[start][0], offsets[end - 1][1]

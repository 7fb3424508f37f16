"""The sentences behind a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from detente.series.observe import Observation
from detente.text import sentences

if TYPE_CHECKING:
    from detente.store import Snapshot


def sentences_behind(snapshot: Snapshot, observed: Sequence[Observation]) -> Iterator[tuple[Observation, str]]:
    """Each observation with the sentence of its article that it rests on; the words alone where an imported table has no text."""
    wanted = sorted({one.source for one in observed if one.start is not None})
    answer = snapshot.sql("SELECT id, text FROM articles WHERE id IN (SELECT unnest(?))", [wanted])
    texts = {str(name): str(text) for name, text in answer}
    for one in observed:
        yield one, sentence_at(texts.get(one.source, ""), one.start) or one.evidence or "(the table gives no words)"


def sentence_at(text: str, at: int | None) -> str:
    """The sentence of `text` around a code point; empty where there is none."""
    if at is None:
        return ""
    return next((text[start:end] for start, end in sentences(text) if start <= at < end), "")

"""The text model in use: sentences in, readings out, one encoder pass a sentence, on the processor.

onnxruntime and numpy are imported here alone, and only when a model is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.model.decode import Decoder
from detente.model.labels import Labels
from detente.model.readings import Reading
from detente.model.words import Words, tokenise, tokenizer

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).parent / "weights"
BATCH_PIECES = 1024


@dataclass(frozen=True)
class TextModel:
    """A loaded text model. `name` is the first 12 hexadecimal digits of the weights' sha256."""

    name: str
    labels: Labels
    _session: Any
    _pieces: Any
    _decoder: Decoder

    @staticmethod
    def load(folder: Path | None = None, threads: int = 0) -> TextModel:
        """Load the weights in `folder`, by default the ones in the package; `threads` 0 uses every core.

        Raises:
            DetenteError: the folder holds no complete model.
        """
        import onnxruntime

        folder = folder or WEIGHTS
        path = folder / "model.onnx"
        if not path.is_file():
            raise DetenteError(
                f"{folder}: no model.onnx in it.", "Install the package whole or name a model folder.", "model"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        labels = Labels.load(folder / "labels.json")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        return TextModel(digest, labels, session, tokenizer(folder / "tokenizer.json"), Decoder.load(folder, labels))

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """Read sentences; the readings come in the order of the sentences."""
        words = tokenise(self._pieces, sentences)
        readings: list[Reading | None] = [None] * len(words)
        for group in _groups(words):
            token, pair = self._run([words[i] for i in group])
            for row, i in enumerate(group):
                readings[i] = self._decoder.decode(words[i], token[row], pair[row])
        return [reading for reading in readings if reading is not None]

    def _run(self, group: Sequence[Words]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        import numpy

        length = max(len(words.ids) for words in group)
        feed = {name: numpy.zeros((len(group), length), dtype=numpy.int64) for name in ("ids", "mask", "shapes")}
        for row, words in enumerate(group):
            size = len(words.ids)
            feed["ids"][row, :size] = words.ids
            feed["shapes"][row, :size] = words.shapes
            feed["mask"][row, :size] = 1
        token, pair = self._session.run(None, feed)
        return token, pair


def _groups(words: Sequence[Words]) -> Iterator[list[int]]:
    """Indices in groups of like length, so that padding costs little and memory stays bounded."""
    group: list[int] = []
    for index in sorted(range(len(words)), key=lambda i: len(words[i].ids)):
        if group and (len(group) + 1) * len(words[index].ids) > BATCH_PIECES:
            yield group
            group = []
        group.append(index)
    if group:
        yield group

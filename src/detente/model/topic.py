"""What a text is about, as one vector: a table with a vector for each word piece, summed over the text.

The table is learned so that sums come close to the sentence vectors of all-MiniLM-L6-v2, the encoder that the text model started from
(`training/topic.py`). The text model's own token vectors are not used: they were trained to tell acts and roles apart, and say little of the
subject. No pass of a network is needed, so thousands of texts a second are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.model.words import piece_ids, tokenizer

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

WEIGHTS = Path(__file__).parent / "weights"
# Pieces 0 to 1995 are marks, letters and pieces that a text in English rarely has; words follow by falling frequency.
_FIRST_WORD = 1996


@dataclass(frozen=True)
class TopicModel:
    """A loaded table [piece, width]."""

    _table: Array
    _pieces: Any

    @staticmethod
    def load(folder: Path | None = None) -> TopicModel:
        """Load the table in `folder`, by default the one in the package.

        Raises:
            DetenteError: the folder holds none.
        """
        import numpy

        folder = folder or WEIGHTS
        path = folder / "topic.npz"
        if not path.is_file():
            raise DetenteError(f"{folder}: no topic.npz in it.", "Install the package whole or name a model folder.", "model")
        with numpy.load(path, allow_pickle=False) as stored:
            table = stored["vectors"].astype(numpy.float32) * stored["scale"][:, None]
        return TopicModel(table, tokenizer(folder / "tokenizer.json"))

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def vectors(self, texts: Sequence[str]) -> Array:
        """A vector of length 1 for each text [text, width]; zeros for a text without words."""
        import numpy

        sums = numpy.zeros((len(texts), self.width), dtype=numpy.float32)
        for row, text in enumerate(texts):
            sums[row] = self._table[piece_ids(self._pieces, text)].sum(axis=0)
        return unit(sums)

    def ranks(self) -> dict[str, int]:
        """The words of the vocabulary with their rank by frequency in English, the most frequent is 1."""
        vocabulary: dict[str, int] = self._pieces.get_vocab()
        return {word: index - _FIRST_WORD + 1 for word, index in vocabulary.items() if index >= _FIRST_WORD and word.isalpha()}


def unit(rows: Array) -> Array:
    """Rows at length 1; a row of zeros stays."""
    import numpy

    length = numpy.linalg.norm(rows, axis=1, keepdims=True)
    result: Array = rows / numpy.where(length == 0, 1, length)
    return result

"""The text model in use: sentences in, readings out, on the processor; an article of more than one window is read twice.

onnxruntime and numpy are imported here alone, and only when a model is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError, UsageError
from detente.model.beside import beside
from detente.model.custom import Head
from detente.model.decode import Decoder, softmax
from detente.model.labels import Labels
from detente.model.readings import Extent, Pair, Reading, Relation
from detente.model.scores import Scores, averaged
from detente.model.windows import across, part, windows
from detente.model.words import Words, tokenise, tokenizer

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).parent / "weights"
BATCH_PIECES = 1024
BATCH_TEXTS = 16


@dataclass(frozen=True)
class TextModel:
    """A loaded text model. `name` is the first 12 hexadecimal digits of the weights' sha256."""

    name: str
    folder: Path
    labels: Labels
    _session: Any
    _pieces: Any
    _decoder: Decoder
    _custom: Head | None = None

    @staticmethod
    def load(folder: Path | None = None, threads: int = 0) -> TextModel:
        """Load the weights in `folder`, by default the ones in the package; `threads` 0 uses every core.

        Raises:
            DetenteError: the folder holds no complete model.
        """
        folder = folder or WEIGHTS
        path = folder / "model.onnx"
        if not path.is_file():
            raise DetenteError(
                f"{folder}: no model.onnx in it.", "Install the package whole or name a model folder.", "model"
            )
        session = _session(path, threads)
        labels = Labels.load(folder / "labels.json")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        return TextModel(digest, folder, labels, session, tokenizer(folder / "tokenizer.json"), Decoder.load(folder, labels))

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """Read sentences; the readings come in the order of the sentences."""
        return self._decoded(self._encode(tokenise(self._pieces, sentences)))

    def begin_article(self, text: str, extents: Sequence[tuple[int, int]]) -> Callable[[], list[Reading]]:
        """Begin to read a text's sentences in windows, while the caller does what needs no reading.

        What is returned, to be called once, waits for the readings. They come in the order of `extents`, offsets from each one's start.
        """
        scores = self.begin_scores(text, extents)

        def finish() -> list[Reading]:
            found = scores()
            return [
                part(reading, extents[index][0] - start, extents[index][1] - start)
                for reading, (start, _), group in zip(self._decoded([one for _, one in found]), found, windows(extents), strict=True)
                for index in group
            ]

        return finish

    def begin_scores(self, text: str, extents: Sequence[tuple[int, int]]) -> Callable[[], list[tuple[int, Scores]]]:
        """Begin to read a text's sentences in windows; what is returned waits for each window's scores, with the character at which it begins.

        What the windows across the borders of others (`windows.across`) make of the same words is averaged in: a word near a border is read
        without its neighbours once, and two readings err less than one.
        """
        first = windows(extents)
        groups, count, left = [*first, *across(extents, first)], len(first), Event()
        begins = [extents[group.start][0] for group in groups]
        words = tokenise(self._pieces, [text[begin : extents[group.stop - 1][1]] for begin, group in zip(begins, groups, strict=True)])

        def encode() -> list[tuple[int, Scores]]:
            found = list(zip(begins, self._encode(words, left), strict=True))
            return list(zip(begins[:count], averaged(found[:count], found[count:]), strict=True))

        encoded = beside(encode)

        def finish() -> list[tuple[int, Scores]]:
            try:
                return encoded.result()
            finally:
                left.set()  # who stops waiting, as at Ctrl-C, does not wait for the rest of a long text

        return finish

    def _encode(self, words: Sequence[Words], left: Event | None = None) -> list[Scores]:
        """The scores of texts, in their order.

        Raises:
            CancelledError: `left` is set, and nobody waits for the scores any more.
        """
        from concurrent.futures import CancelledError

        found: dict[int, Scores] = {}
        for group in _groups(words):
            if left and left.is_set():
                raise CancelledError
            outputs = self._run([words[i] for i in group])
            found |= {i: Scores.of(words[i], *(output[row] for output in outputs)) for row, i in enumerate(group)}
        return [found[i] for i in range(len(words))]

    def _decoded(self, texts: Sequence[Scores]) -> list[Reading]:
        """The readings of texts, a few at a time, since what is reckoned on the way is larger than they are."""
        some = (texts[first : first + BATCH_TEXTS] for first in range(0, len(texts), BATCH_TEXTS))
        return [
            replace(reading, related=self._related(one), pooled=one.pooled)
            for batch in some
            for reading, one in zip(self._decoder.decode(batch, self._custom), map(Scores.decoded, batch), strict=True)
        ]

    def vectors(self, sentences: Sequence[str]) -> list[tuple[Words, np.ndarray[Any, Any]]]:
        """The words of each sentence and their vectors [word, width]."""
        words = tokenise(self._pieces, sentences)
        found: list[Any] = [None] * len(words)
        for group in _groups(words):
            vectors = self._run([words[i] for i in group])[2]
            for row, i in enumerate(group):
                found[i] = words[i], vectors[row][words[i].first]
        return found

    def confidence(self, own: float, agreed: float) -> float:
        """How often an event is right (0 to 1) whose act has the odds `own`, and whose type the pair head gives `agreed`."""
        return self._decoder.settings.confidence(own, agreed)

    @property
    def chance(self) -> float:
        """The confidence from which on a candidate is looked at in the light of the story."""
        return self._decoder.settings.chance

    @property
    def judged(self) -> tuple[float, float]:
        """What the log odds of an event in the light of the story are multiplied with and moved by."""
        return self._decoder.settings.judged

    @property
    def keep(self) -> float:
        """The confidence from which on an event is coded."""
        return self._decoder.settings.keep

    def with_types(self, head: Head) -> TextModel:
        """This model with types that a user defined by examples.

        Raises:
            UsageError: they were learned with other weights.
        """
        if head.model != self.name:
            raise UsageError(
                f"The codebook's own types were learned with the text model {head.model}, this one is {self.name}.",
                "Learn them again: detente codebook add FILE.",
                "codebook",
            )
        return replace(self, _custom=head)

    def _related(self, text: Scores) -> Callable[[Sequence[Pair]], list[Relation]]:
        """The pair head over one text that has been read."""
        import numpy

        words, vectors, whole = text.words, text.vectors, text.whole

        def pooled(span: Extent | None) -> Any:
            inside = words.covering(*span) if span else range(0)
            if len(inside) == 1:
                return vectors[inside.start]
            return numpy.add.reduce(vectors[inside.start : inside.stop], axis=0) / numpy.float32(len(inside)) if inside else whole

        def related(pairs: Sequence[Pair]) -> list[Relation]:
            if not pairs:
                return []
            known = {span: pooled(span) for span in {span for pair in pairs for span in pair}}
            one, two = (numpy.array([known[pair[end]] for pair in pairs]) for end in (0, 1))
            joined = numpy.concatenate([one, two, one * two, numpy.tile(whole, (len(pairs), 1))], axis=1)
            logits = self._relate.run(None, {"joined": joined})[0]
            cut = len(self.labels.types)
            types = softmax(logits[:, :cut]).tolist()
            return [Relation(dict(zip(self.labels.types, one)), partial(rooted, row)) for one, row in zip(types, logits[:, cut:], strict=True)]

        def rooted(row: np.ndarray[Any, Any]) -> dict[str, float]:
            return dict(zip(self.labels.roots, softmax(row).tolist()))

        return related

    @cached_property
    def _relate(self) -> Any:
        return _session(self.folder / "relate.onnx", 1)  # so small that sharing it out takes longer than doing it

    def _run(self, group: Sequence[Words]) -> tuple[np.ndarray[Any, Any], ...]:
        import numpy

        length = max(len(words.ids) for words in group)
        feed = {name: numpy.zeros((len(group), length), dtype=numpy.int64) for name in ("ids", "mask", "shapes")}
        for row, words in enumerate(group):
            size = len(words.ids)
            feed["ids"][row, :size] = words.ids
            feed["shapes"][row, :size] = words.shapes
            feed["mask"][row, :size] = 1
        return tuple(self._session.run(None, feed))


def _session(path: Path, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # Its threads wait for the next pass in a loop that takes a core while all else runs; within a pass they go on doing so.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


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

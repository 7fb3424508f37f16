"""Who is likely to be meant by two mentions alike: a small network over the text model's vectors of them and what their words say.

It ranks for each mention those before it and "nobody yet" (Lee et al. 2017, with the encoder as it is). From the mean of the vectors of a
mention's words, that of its head and what the words are about (`model.topic`) comes a short vector of it; from those of two, their product and
`pairs` the odds. The weights are in `likeness.npz` beside the text model's, made by `python -m training.likeness`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import DetenteError
from detente.mention.candidates import Candidate
from detente.mention.chain import Chain
from detente.mention.kinds import LINKS
from detente.mention.naming import WORD
from detente.mention.pairs import DOUBLE, SINGLE, Mentions
from detente.model.readings import Reading
from detente.model.topic import TopicModel

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

FILE = "likeness.npz"
REACH = 150  # mentions before one that are looked at
_ROWS = 64  # mentions that are reckoned at once, lest a long text take much memory
_LATEST = 30  # mentions of a chain that are asked for
TOPIC = 3.0  # times the topic's vector, which is one of length 1
_UNKNOWN = -50.0  # log odds of what is out of reach


class Alike:
    """The log odds for the pairs of a text's mentions that they are one identity, against the later one being somebody new."""

    def __init__(self, found: Sequence[Candidate], odds: Array) -> None:
        self._at = {(one.start, one.end): index for index, one in enumerate(found)}
        self._starts = [one.start for one in found]
        self._odds = odds.tolist()

    def __contains__(self, mention: Candidate) -> bool:
        """Whether it is one of the text's mentions, and not a part of one."""
        return (mention.start, mention.end) in self._at

    def reaches(self, mention: Candidate, chain: Chain) -> bool:
        """Whether an earlier chain has a mention so near that something is known of the two."""
        return chain.last.start >= self._starts[max(self._at[mention.start, mention.end] - REACH, 0)]

    def odds(self, mention: Candidate, chain: Chain) -> float:
        """The highest of a mention with those of an earlier chain."""
        index = self._at[mention.start, mention.end]
        row = self._odds[index]
        back = (index - self._at[one.start, one.end] - 1 for one in chain.mentions[-_LATEST:])
        return max((row[steps] for steps in back if 0 <= steps < len(row)), default=_UNKNOWN)


Scorer = Callable[[Sequence[Candidate], Sequence[str | None]], Alike]


@dataclass(frozen=True)
class Network:
    """The weights by the name of their layer [input, output], its bias beside it."""

    layers: dict[str, Array]

    def odds(self, mentions: Mentions, vectors: Array) -> Array:
        """Log odds [mention, how many mentions back from the one before it]."""
        import numpy

        size = len(mentions.found)
        found = numpy.full((size, min(REACH, max(size - 1, 0))), _UNKNOWN, dtype=numpy.float32)
        if size < 2:
            return found
        short = numpy.tanh(self._layer("short", vectors))
        every = numpy.concatenate([short, mentions.single], axis=1)
        later, earlier = self._layer("later", every), every @ self.layers["earlier"]
        nobody = self._layer("nobody", numpy.maximum(self._layer("alone", every), 0))[:, 0]
        for one, other in pairs(size):
            hidden = later[one] + earlier[other] + (short[one] * short[other]) @ self.layers["product"]
            hidden += mentions.double(one, other) @ self.layers["both"]
            found[one, one - other - 1] = self._layer("odds", numpy.maximum(hidden, 0))[:, 0] - nobody[one]
        return found

    def _layer(self, name: str, rows: Array) -> Array:
        result: Array = rows @ self.layers[name] + self.layers[f"{name} bias"]
        return result


def pairs(size: int) -> Iterator[tuple[Array, Array]]:
    """The indices of the pairs of so many mentions, the later ones and the earlier ones, some mentions at once."""
    import numpy

    for first in range(0, size, _ROWS):
        rows = numpy.arange(first, min(first + _ROWS, size))
        back = numpy.arange(1, min(REACH, rows[-1]) + 1)
        later, earlier = numpy.repeat(rows, len(back)), (rows[:, None] - back).ravel()
        inside = earlier >= 0
        if inside.any():
            yield later[inside], earlier[inside]


def scorer(folder: Path, model: str, extents: Sequence[tuple[int, int]], readings: Sequence[Reading]) -> Scorer | None:
    """What tells of a text's mentions which are alike; None if the folder of the text model named `model` has no weights for it."""
    network = load(folder, model)
    return partial(_score, network, extents, readings) if network else None


def _score(
    network: Network, extents: Sequence[tuple[int, int]], readings: Sequence[Reading], found: Sequence[Candidate], known: Sequence[str | None]
) -> Alike:
    return Alike(found, network.odds(Mentions(found, known), vectors(found, extents, readings)))


def vectors(found: Sequence[Candidate], extents: Sequence[tuple[int, int]], readings: Sequence[Reading]) -> Array:
    """What the network reads of each mention [mention, width]: the mean of its words' vectors, that of its head, and its topic."""
    import numpy

    asked: dict[int, list[tuple[int, int]]] = {}
    for one in found:
        begin, (start, end) = extents[one.sentence][0], _head(one)
        asked.setdefault(one.sentence, []).extend([(one.start - begin, one.end - begin), (start - begin, end - begin)])
    read = [readings[sentence].pooled(spans) for sentence, spans in asked.items()]  # mentions are in the order of sentences
    topics = _topics().vectors([" ".join(one.bare) or one.text for one in found])
    if not read:
        return numpy.zeros((0, 0), dtype=numpy.float32)
    joined = numpy.concatenate(read).reshape(len(found), -1)
    result: Array = numpy.concatenate([joined, TOPIC * topics], axis=1)
    return result


def _head(one: Candidate) -> tuple[int, int]:
    """Where the noun stands that a mention is about."""
    words = list(WORD.finditer(one.text))
    if not words:
        return one.start, one.end
    at = next((index for index, word in enumerate(words) if index and word[0].lower() in LINKS), len(words))
    word = words[at - 1]
    return one.start + word.start(), one.start + word.start() + len(word[0].removesuffix("'s").removesuffix("’s"))


@lru_cache(maxsize=1)
def _topics() -> TopicModel:
    return TopicModel.load()


@lru_cache(maxsize=2)
def load(folder: Path, model: str) -> Network | None:
    """The weights in the folder of the text model of this name; None if it has none.

    Raises:
        DetenteError: they are for the vectors of another text model, or for other numbers than this version asks for.
    """
    import numpy

    path = folder / FILE
    if not path.is_file():
        return None
    with numpy.load(path, allow_pickle=False) as stored:
        made = str(stored["model"]) if "model" in stored.files else ""
        layers = {name: stored[name].astype(numpy.float32) for name in stored.files if name != "model"}
    if made != model:
        raise DetenteError(f"{path}: made for the text model {made}, this is {model}.", "Run training.likeness, or delete the file.", "model")
    if len(layers["both"]) != DOUBLE or len(layers["earlier"]) != layers["short"].shape[1] + SINGLE:
        raise DetenteError(f"{path}: fitted for another version.", "Use a model folder of this version, or delete the file.", "model")
    return Network(layers)

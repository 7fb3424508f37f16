"""How likely a coded event is right, all considered: what the text model thinks of its word, and what the story adds.

The model reads a few sentences at a time. Whether an act is told more than once, how real it is, who takes part, what else its
sentence and its article tell, and what both are about (`model.topic`): these it cannot weigh. A logistic regression over them, fitted on
what an earlier model found in text that it had not read (`python -m training.belief`, `belief.json` beside the model), gives the confidence
that is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log1p
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from detente.actor.parties import Parties
from detente.event.cast import GROUPS, PRIVATE, group
from detente.event.drafts import Draft
from detente.event.hollow import SIGNS, signs
from detente.event.odds import log_odds, weigh
from detente.event.scene import is_headline
from detente.model.fits import read_fit
from detente.model.session import WEIGHTS
from detente.model.topic import TopicModel
from detente.records import STATUSES

if TYPE_CHECKING:
    import numpy as np

FILE = "belief.json"
_SENTENCE = 200  # code points
USUAL = 0.57  # the mean confidence of the drafts of corpus/train: what the only one of a short text, which says nothing of others, is weighed with
_OWN = (
    "bias", "opinion", "status odds", "tellings", "public", "headline", "length", "question", "with a mode", "day of its own", "day taken over",
    "no actors", "no recipients", "others in its sentence", "best of its sentence", "others of its act", "best of its act", "mean of the others",
)  # fmt: skip
_GROUPS = (*GROUPS, "none")


def features(acts: Sequence[str]) -> tuple[str, ...]:
    """Names of the numbers, for a model that knows these acts."""
    sides = (f"{side} {one}" for side in ("actor", "recipient") for one in _GROUPS)
    return (*_OWN, *SIGNS, *(f"act {act}" for act in acts), *(f"status {status}" for status in STATUSES), *sides)


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of `features(acts)`, and for each number of the topic vectors of the sentence and of the article, if not empty.

    `keep` is the probability from which on it was best to code an event.
    """

    acts: tuple[str, ...]
    weights: tuple[float, ...]
    topic: tuple[float, ...] = ()
    keep: float = 0.5


@lru_cache(maxsize=2)
def load(folder: Path = WEIGHTS) -> Weights | None:
    """The weights in a model's folder; None if it has none."""
    return read_fit(folder / FILE, Weights, lambda fit: len(fit.weights) == len(features(fit.acts)))


def believe(drafts: Sequence[Draft], parties: Parties, text: str, folder: Path, scale: float, shift: float) -> None:
    """Set the confidence of drafts, in place; an act that the weights do not know (a user's own) keeps its own.

    The log odds are multiplied by `scale` and moved by `shift`: the weights are fitted on what an earlier text model found.
    """
    import numpy

    weights = load(folder)
    if weights is None:
        return
    rows = list(Evidence(drafts, parties, text, weights.acts).rows())
    about = subjects(drafts, text, folder) @ numpy.array(weights.topic) if drafts and weights.topic else numpy.zeros(len(drafts))
    for draft, row, more in zip(drafts, rows, about.tolist(), strict=True):
        if draft.act in weights.acts:
            draft.confidence = max(1.0 / (1.0 + exp(-scale * (weigh(weights.weights, row) + more) - shift)), draft.least)


def subjects(drafts: Sequence[Draft], text: str, folder: Path) -> np.ndarray[Any, Any]:
    """What the sentence of each draft is about, and what the article is: two topic vectors side by side [draft, 2 * width]."""
    import numpy

    topics = _topics(folder)
    scenes = {draft.scene.index: draft.scene.text for draft in drafts}
    *told, whole = topics.vectors([*scenes.values(), text])
    rows = dict(zip(scenes, told, strict=True))
    return numpy.stack([numpy.concatenate([rows[draft.scene.index], whole]) for draft in drafts])


@lru_cache(maxsize=2)
def _topics(folder: Path) -> TopicModel:
    return TopicModel.load(folder)


@dataclass(frozen=True)
class Evidence:
    """What speaks for and against the drafts of one article."""

    drafts: Sequence[Draft]
    parties: Parties
    text: str
    acts: Sequence[str]

    def rows(self) -> Iterator[list[float]]:
        """The numbers of each draft (`features`)."""
        total = sum(draft.confidence for draft in self.drafts)
        by_act, by_scene = _by(lambda draft: draft.act, self.drafts), _by(lambda draft: draft.scene.index, self.drafts)
        for draft in self.drafts:
            act, scene = by_act[draft.act], by_scene[draft.scene.index]
            mean = (total - draft.confidence) / (len(self.drafts) - 1) if len(self.drafts) > 1 else USUAL
            yield self._row(draft, *_others(scene, draft), *_others(act, draft), mean)

    def _row(self, draft: Draft, *company: float) -> list[float]:
        scene = draft.scene
        actors, recipients = (self._groups(side) for side in (draft.actors, draft.recipients))
        own = (
            1.0, log_odds(draft.confidence), draft.predicate.status_probability, log1p(len(draft.triggers) - 1),
            bool((actors | recipients) - PRIVATE - {"none"}), is_headline(scene, self.text), len(scene.text) / _SENTENCE,
            "?" in scene.text, draft.predicate.mode is not None, draft.date.basis == "text", draft.date.basis == "context",
            not draft.actors, not draft.recipients, *company, *signs(scene.text, draft.trigger[0] - scene.start, draft.trigger[1] - scene.start),
        )  # fmt: skip
        named, real = draft.act, draft.status
        kinds = [named == act for act in self.acts] + [real == status for status in STATUSES]
        return [*map(float, own), *map(float, kinds), *[float(one in side) for side in (actors, recipients) for one in _GROUPS]]

    def _groups(self, side: Sequence[str]) -> set[str]:
        """The kinds of actor on a side; those of nobody known are `none`."""
        known = [self.parties.identities.get(self.parties.alias.get(chain, chain), ()) for chain in side]
        return {group(one) for found in known for one in found} | ({"none"} if any(not found for found in known) else set())


def _by(key: Callable[[Draft], Hashable], drafts: Sequence[Draft]) -> dict[Hashable, list[Draft]]:
    """The drafts that share a key, the surest first."""
    found: dict[Hashable, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda one: -one.confidence):
        found.setdefault(key(draft), []).append(draft)
    return found


def _others(drafts: Sequence[Draft], own: Draft) -> tuple[float, float]:
    """How many other drafts there are (a logarithm), and the confidence of the best."""
    best = next((draft.confidence for draft in drafts if draft is not own), 0.0)
    return log1p(len(drafts) - 1), best

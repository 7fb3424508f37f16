"""The relation between two spans of a text: what the first does to the second, in a codebook's types, and how real it is.

The text model reads the text once. Its pair head gives the distribution over types in the two shipped codebooks; another
codebook derives its type from the act that the reading finds between the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.codebook import Codebook
from detente.model.readings import Extent, Pair, Predicate, Reading, Relation
from detente.model.session import TextModel
from detente.records import Record
from detente.text import plain

OLDER = "plover-2021"


class Related(Record, frozen=True):
    """A relation: `type` (None for no relation), its quad, how real it is, and the probability of every type.

    plover-2021 always answers one of its roots, as the sets labelled that way do.
    """

    type: str | None
    quad: int | None
    status: str | None
    scores: dict[str, float]


def relate(model: TextModel, book: Codebook, text: str, pairs: Sequence[Pair]) -> list[Related]:
    """The relation of each (source, target) pair of a text; None stands for the whole text.

    Args:
        pairs: spans in code points, half-open.
    """
    simple = plain(text)
    reading = model.read([simple])[0]
    return [_answer(book, reading, pair, found) for pair, found in zip(pairs, reading.related(pairs), strict=True)]


def _answer(book: Codebook, reading: Reading, pair: Pair, found: Relation) -> Related:
    act = _act_between(reading, *pair)
    if book.name == OLDER:
        scores = found.roots
    elif book.base is None:
        scores = found.types
    else:
        derived = book.derive(act.act, act.status, act.mode, contexts=act.contexts) if act else None
        scores = {derived.type if derived else "": act.probability if act else 1.0}
    type_ = max(scores, key=lambda name: scores[name]) or None
    named = {name: round(value, 4) for name, value in sorted(scores.items(), key=lambda item: -item[1]) if name}
    return Related(type_, book.type(type_).quad if type_ else None, act.status if act and type_ else None, named)


def _act_between(reading: Reading, source: Extent | None, target: Extent | None) -> Predicate | None:
    """The predicate with the best claim to have the two as its sides, either way round."""

    def claim(act: Predicate) -> float:
        here = (act.start, act.end)
        one, two = (max(reading.relation(kind, here, span) for kind in ("actor", "recipient")) if span else 0.5 for span in (source, target))
        return act.probability * one * two

    return max(reading.predicates, key=claim, default=None)

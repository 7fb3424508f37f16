"""Coreference as the CoNLL shared tasks score it: the mean F1 of MUC, B-cubed and CEAF-e, and what each of them counts.

MUC (Vilain et al. 1995) counts links, B-cubed (Bagga and Baldwin 1998) mentions, CEAF-e (Luo 2005, with the similarity phi 4) clusters. Their
mean is the measure of Pradhan et al. (2012). Counts are summed over documents before they become figures, as the reference scorer does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from detente.evaluate.assignment import heaviest
from detente.evaluate.tally import Figure, interval

Clusters = Mapping[Any, Any]  # a mention's key -> its cluster
Counts = tuple[float, ...]  # of each metric: what is right by recall, gold, what is right by precision, predicted
METRICS = ("MUC", "B-cubed", "CEAF-e")


class Coreference:
    """Counts of one measurement, filled document by document."""

    def __init__(self) -> None:
        self._documents: list[Counts] = []
        self._mentions: Counter[str] = Counter()

    def add(self, gold: Clusters, answer: Clusters) -> None:
        """Count one document; mentions of both are the same where their keys are."""
        self._documents.append((*_muc(gold, answer), *_bcubed(gold, answer), *_ceaf(gold, answer)))
        self._mentions.update(right=len(gold.keys() & answer.keys()), gold=len(gold), predicted=len(answer))

    def figure(self) -> Figure:
        """CoNLL F1; `gold` and `predicted` count mentions, `right` those that both have."""
        total = _sum(self._documents)
        low, high = interval(self._documents, conll)
        precision, recall = (_mean([_scores(total, n)[side] for n in range(len(METRICS))]) for side in (0, 1))
        return Figure("macro", conll(total), *self._counted(), precision, recall, low, high)

    def parts(self) -> dict[str, Figure]:
        """F1 of each metric, with its precision and recall; mentions are counted as in `figure`."""
        total, found = _sum(self._documents), {}
        for n, name in enumerate(METRICS):
            precision, recall, f1 = _scores(total, n)
            found[name] = Figure("macro", f1, *self._counted(), precision, recall)
        return found

    def _counted(self) -> tuple[int, int, int]:
        return self._mentions["right"], self._mentions["gold"], self._mentions["predicted"]


def conll(counts: Sequence[float]) -> float | None:
    """The mean F1 of the three metrics; None where there was nothing to measure."""
    return _mean([_scores(counts, n)[2] for n in range(len(METRICS))])


def without_singles(clusters: Clusters) -> Clusters:
    """The clusters of two mentions and more, which is all that OntoNotes has."""
    sizes = Counter(clusters.values())
    return {mention: cluster for mention, cluster in clusters.items() if sizes[cluster] > 1}


def _scores(counts: Sequence[float], metric: int) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1 of a metric; None where neither side has what it counts, as links among single mentions."""
    right, gold, kept, predicted = counts[4 * metric : 4 * metric + 4]
    if not gold and not predicted:
        return None, None, None
    recall, precision = right / gold if gold else 0.0, kept / predicted if predicted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _sum(documents: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*documents, strict=True))) if documents else (0.0,) * 4 * len(METRICS)


def _muc(gold: Clusters, answer: Clusters) -> Counts:
    """A cluster of n mentions is n - 1 links; those are right that the other side needs to hold what both have together."""
    shared = gold.keys() & answer.keys()
    right = len(shared) - len({(gold[mention], answer[mention]) for mention in shared})
    return right, len(gold) - len(set(gold.values())), right, len(answer) - len(set(answer.values()))


def _bcubed(gold: Clusters, answer: Clusters) -> Counts:
    """For every mention the share of its cluster that is with it on the other side."""
    cells = _cells(gold, answer)
    ours, theirs = Counter(gold.values()), Counter(answer.values())
    right = sum(n * n / ours[one] for (one, _), n in cells.items())
    kept = sum(n * n / theirs[other] for (_, other), n in cells.items())
    return right, len(gold), kept, len(answer)


def _ceaf(gold: Clusters, answer: Clusters) -> Counts:
    """Clusters are paired one to one so that the mentions that they share, over all that either has, are most."""
    ours, theirs = Counter(gold.values()), Counter(answer.values())
    alike = {(one, other): 2 * n / (ours[one] + theirs[other]) for (one, other), n in _cells(gold, answer).items()}
    right = sum(alike[pair] for pair in heaviest(alike))
    return right, len(ours), right, len(theirs)


def _cells(gold: Clusters, answer: Clusters) -> Counter[tuple[Any, Any]]:
    return Counter((gold[mention], answer[mention]) for mention in gold.keys() & answer.keys())

"""How well things were grouped: B-cubed (Bagga and Baldwin 1998), over items that gold and answer both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from detente.evaluate.tally import Figure


def bcubed(gold: Sequence[Hashable], answer: Sequence[Hashable]) -> Figure:
    """B-cubed F of two groupings: the group of each item by position; `gold` and `predicted` count groups, `right` equal ones.

    An item's precision is the share of its answered group that is of its gold group; its recall the share of its gold group that is with it.
    """
    sizes, groups, cells = Counter(gold), Counter(answer), Counter(zip(gold, answer, strict=True))
    if not gold:
        return Figure("macro", None, 0, 0, 0)
    precision = sum(n * n / groups[found] for (_, found), n in cells.items()) / len(gold)
    recall = sum(n * n / sizes[true] for (true, _), n in cells.items()) / len(gold)
    right = sum(n == sizes[true] == groups[found] for (true, found), n in cells.items())
    return Figure("macro", 2 * precision * recall / (precision + recall), right, len(sizes), len(groups), precision, recall)

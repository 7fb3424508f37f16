"""The sentence pairs of `pairs`, coded as articles of one sentence: whether an event has source and target on its sides, and the root.

Nothing tells the coder who source and target are. A mutual act may have both among its actors. The gold labels one pair a sentence, so that
events beyond it are neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.coder import Coder
from detente.evaluate.sets.pairs import PATHS, Row, rows
from detente.evaluate.tally import Report, Tally
from detente.records import Actor, Article, Event
from detente.relate import OLDER

__all__ = ["PATHS", "measure"]

PAIR, BOTH = "pair on an event's sides", "pair and root"
_DAY = "2021-12-31"  # behind all that the sentences tell
_MUTUAL = frozenset({"AGREE", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "SUPPORT"})
_YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Code every odd row that names both, in plover-2021, whatever the coder's codebook."""
    older, tally = coder.with_codebook(OLDER), Tally({PAIR: "rate", BOTH: "rate"})
    for row in (row for path in paths for row in rows(path, 1) if row.source and row.target):
        events = [event for event in older.code(Article(id="row", text=row.text, published=_DAY)).events if _has(event, row)]
        tally.rate(PAIR, bool(events))
        tally.rate(BOTH, any(_YIELD.get(event.type, event.type) == row.root for event in events))
        tally.end_article()
    figures = tally.figures()
    return Report(figures[PAIR].gold, figures, {}, {}, {})


def _has(event: Event, row: Row) -> bool:
    theirs = (*event.recipients, *event.actors) if event.act in _MUTUAL else event.recipients
    return _touches(event.actors, row.source) and _touches(theirs, row.target)


def _touches(side: Sequence[Actor], extent: tuple[int, int] | None) -> bool:
    return extent is not None and any(actor.start < extent[1] and extent[0] < actor.end for actor in side)

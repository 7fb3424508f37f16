"""Events of real news that are reported twice: the coder's events against the chains of acts within the documents of ECB+.

Of the events whose words touch an act of the gold, `told twice` are those that touch the act of another event of their act and status. `two in
one` are events told in several sentences that the gold holds apart. The gold has a chain of its own for each of several words for one happening
("shot and killed"), so that events told in one sentence are not held against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.coder import Coder
from detente.errors import InputError
from detente.evaluate.sets.clusters import Row, read
from detente.evaluate.tally import Report, Tally
from detente.event import Draft
from detente.event.alike import Who
from detente.records import Article

PATHS = ("**/clusters_ecbplus/test.jsonl.gz",)
TWICE, JOINED = "told twice", "two in one"


class Watched(Coder):
    """Codes, and keeps the events with the words that tell them."""

    told: tuple[Draft, ...] = ()

    def _retold(self, drafts: Sequence[Draft], who: Who) -> list[Draft]:
        found = super()._retold(drafts, who)
        self.told = tuple(found)
        return found


def measure(paths: Sequence[Path], coder: Coder) -> Report:
    """Code every document and compare."""
    watched, tally = Watched(), Tally({TWICE: "rate", JOINED: "rate"})
    watched.__dict__.update(coder.__dict__)  # the same text model, loaded or not
    for row in (row for path in paths for row in read(path)):
        try:
            watched.code(Article(id=row["id"], text=row["text"]))
        except InputError:
            continue
        count(tally, watched.told, row)
        tally.end_article()
    figures = tally.figures()
    return Report(figures[TWICE].gold, figures, {}, {}, {})


def count(tally: Tally, told: Sequence[Draft], row: Row) -> None:
    """Count the events of one document."""
    acts = [one for one in row["mentions"] if one["chain"] and one["tag"].startswith(("ACTION", "NEG_ACTION"))]
    known: set[tuple[str, str, str]] = set()
    for draft in told:
        touched = [one for one in acts for start, end in draft.triggers if one["start"] < end and start < one["end"]]
        if not touched:
            continue
        chains = {(one["chain"], draft.act, draft.status) for one in touched}
        tally.rate(TWICE, not known.isdisjoint(chains))
        tally.rate(JOINED, _apart(touched))
        known |= chains


def _apart(touched: Sequence[Row]) -> bool:
    """Whether of the acts in two sentences none is the same."""
    by_sentence: dict[int, set[str]] = {}
    for one in touched:
        by_sentence.setdefault(one["sent"], set()).add(one["chain"])
    found = list(by_sentence.values())
    return any(one.isdisjoint(other) for at, one in enumerate(found) for other in found[:at])

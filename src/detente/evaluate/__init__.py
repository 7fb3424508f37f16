"""How well articles were coded: scores against gold of the same form, floors and the ledger of results.

Gold from the corpus is in `detente.evaluate.corpus`; it is not imported here, so that the checker
`python -m detente.evaluate.inline` is loaded once.
"""

from detente.evaluate.floors import below, read_floors
from detente.evaluate.ledger import record, result
from detente.evaluate.render import markdown, table
from detente.evaluate.scoring import score, span_check
from detente.evaluate.tally import Figure, Report

__all__ = [
    "Figure",
    "Report",
    "below",
    "markdown",
    "read_floors",
    "record",
    "result",
    "score",
    "span_check",
    "table",
]

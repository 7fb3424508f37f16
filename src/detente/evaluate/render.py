"""A report for people: a table for the terminal, and the same as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.evaluate.tally import Figure, Report

if TYPE_CHECKING:
    from rich.table import Table

HEADINGS = ("figure", "value", "95 of 100", "precision", "recall", "right", "gold", "predicted")


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """The lines of a report under `HEADINGS`: all figures, then `type: AID` and `status: planned` ones."""
    for prefix, figures in (("", report.figures), ("type: ", report.types), ("status: ", report.statuses)):
        for name, figure in figures.items():
            yield (prefix + name, *_cells(figure))


def _cells(figure: Figure) -> tuple[str, ...]:
    precision, recall = _number(figure.precision), _number(figure.recall)
    between = "" if figure.low is None or figure.high is None else f"{figure.low:.2f}-{figure.high:.2f}"
    predicted = str(figure.predicted) if figure.kind == "f1" else ""
    return (_number(figure.value), between, precision, recall, str(figure.right), str(figure.gold), predicted)


def _number(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def table(report: Report) -> Table:
    """The report as a rich table, to be printed on a console."""
    from rich.table import Table  # lazy: scoring in a test or a job needs no terminal

    out = Table(*HEADINGS[:1], title=f"{report.articles} articles")
    for heading in HEADINGS[1:]:
        out.add_column(heading, justify="right")
    section = ""
    for row in rows(report):
        prefix = row[0].partition(": ")[0] if ": " in row[0] else ""
        if prefix != section:
            out.add_section()
            section = prefix
        out.add_row(*row)
    return out


def markdown(report: Report) -> str:
    """The report as a Markdown table."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|---" + "|--:" * (len(HEADINGS) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows(report)]
    return "\n".join(lines) + "\n"


def confusion(report: Report) -> str:
    """Which status was taken for which, one line for each gold status: `planned: planned 12, conditional 3`."""
    return "".join(
        f"{status}: {', '.join(f'{other} {count}' for other, count in found.items())}\n"
        for status, found in report.confusion.items()
    )

"""`detente series`: a dyad's cooperation and conflict over time, from a store."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.store import AS_OF, ROOT

if TYPE_CHECKING:
    from detente.series import Change, Observation, Row, Step, Tension
    from detente.store import Snapshot

FORMATS = ("table", "jsonl", "csv", "parquet", "svg")
STEPS = ("day", "week", "month", "quarter", "year")
SUFFIXES = {".jsonl": "jsonl", ".csv": "csv", ".parquet": "parquet", ".svg": "svg"}


@click.command(epilog="Example: detente series RUS UKR --by week --from 2024-01-01 -o series.csv")
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--by", "step", type=click.Choice(STEPS), default="month", show_default=True, help="The length of a period; weeks begin on Monday.")
@click.option("--from", "first", metavar="DATE", help="First day (YYYY-MM-DD); by default the first one seen.")
@click.option("--to", "last", metavar="DATE", help="Last day, included; by default the last one seen.")
@click.option("--both", is_flag=True, help="Also what B does to A, in rows of its own; the chart then joins both.")
@click.option("--count", "unit", type=click.Choice(("reports", "events")), default="reports", show_default=True,
              help="Count every report, or every event once however many articles report it (after `detente stories`).")
@click.option("--include", "which", type=click.Choice(("counted", "acts", "all")), default="counted", show_default=True,
              help="counted: acts that happened, and promises, threats, requests and refusals made; acts: only what happened; "
                   "all: also what is planned, possible or denied.")
@click.option("--explain", metavar="DATE", help="List the sentences behind the numbers of the period with this day.")
@click.option("--changes", "turns", is_flag=True, help="Find change points and the events that made them (needs detente[analysis]).")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="By default by the ending of -o; a chart at a terminal, else CSV.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="File to write: .csv, .parquet, .jsonl or .svg.")
@ROOT
@AS_OF
def command(  # noqa: PLR0913
    a: str | None, b: str | None, step: Step, first: str | None, last: str | None, both: bool, unit: str, which: str, explain: str | None,
    turns: bool, format_: str | None, output: Path | None, root: str, as_of: str | None,
) -> None:  # fmt: skip
    """Count what side A does to side B: country codes (ISO 3166-1 alpha-3) or codes of organisations.

    Without A and B every pair in the store is counted, a row where there is something: a panel. docs/series.md explains every column.
    """
    if (a is None) != (b is None):
        raise click.UsageError("Name both sides, as in: detente series RUS UKR; or none for every pair.")
    a, b = side(a), side(b)
    first, last, explain = day(first), day(last), day(explain)
    if a is None and (explain or turns or both):
        raise click.UsageError("--explain, --changes and --both need two sides: detente series RUS UKR ...")
    chosen = format_ or (SUFFIXES.get(output.suffix.lower()) if output else None) or ("csv" if output or not sys.stdout.isatty() else "table")
    from detente.series import count, coverage, observe
    from detente.series.count import joined, limits
    from detente.store import Store

    snapshot = Store.open(root).snapshot(as_of)
    observed = observe(snapshot, a, b, first=first, last=last, which=which)  # type: ignore[arg-type]
    if both:
        observed += observe(snapshot, b, a, first=first, last=last, which=which)  # type: ignore[arg-type]
    if explain:
        _explain(snapshot, observed, explain, step)
        return
    span = limits(observed, first, last)
    directed = [(x, y) for x, y in ((a, b), (b, a) if both else (None, None)) if x and y]
    rows = count(observed, step, unit=unit, coverage=coverage(snapshot), span=span, pairs=directed)  # type: ignore[arg-type]
    found = _changes(observed, a, b, step, span) if turns and a and b and span else []
    if chosen in ("jsonl", "csv", "parquet"):
        from detente.export.panel import write

        write(rows, chosen, output)
        _tell(found)
        return
    if a is None or b is None:
        raise click.UsageError("A chart is of two sides: detente series RUS UKR; a panel is written with --format csv, jsonl or parquet.")
    one = joined(observed, a, b)
    drawn = count(one, step, unit=unit, coverage=coverage(snapshot), span=span, pairs=[(a, b)])  # type: ignore[arg-type]
    _chart(drawn, one, found, step, span, f"{a} {'and' if both else 'to'} {b} by {step}", chosen, output)


def side(code: str | None) -> str | None:
    from detente import knowledge

    if code is None:
        return None
    known = {*knowledge.states(), *(row.code for row in knowledge.organisations()), "KOS"}
    if code in known or code.upper() in known:
        return code if code in known else code.upper()
    raise click.UsageError(f"{code}: no code of a country or organisation; countries are ISO 3166-1 alpha-3, as RUS or UKR.")


def day(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise click.UsageError(f"{text}: no day; write it as 2024-05-31.") from error


def _changes(observed: list[Observation], a: str, b: str, step: Step, span: tuple[str, str]) -> list[Change]:
    from detente.series import begin, changes, count
    from detente.series.count import joined

    rows = count(joined(observed, a, b), step, span=span, pairs=[(a, b)])
    return changes([row for row in rows if row.date >= begin(span[0], step)], observed, step)


def _tell(found: list[Change]) -> None:
    for change in found:
        moved = f"cooperation {change.coop[0]:.1f} to {change.coop[1]:.1f}, conflict {change.conf[0]:.1f} to {change.conf[1]:.1f} a period"
        click.echo(f"change at {change.date}: {moved}", err=True)
        for one in change.events:
            click.echo(f"    {one.date} {one.a} > {one.b} {one.type}: {_clean(one.evidence)} [{one.event}]", err=True)


def _chart(  # noqa: PLR0913
    rows: list[Row], observed: list[Observation], found: list[Change], step: Step, span: tuple[str, str] | None, title: str, kind: str,
    output: Path | None,
) -> None:  # fmt: skip
    from detente.brief import drawing
    from detente.series import tension

    if span is None or not observed:
        click.echo("detente: nothing between these sides in that time; see what there is with: detente series --format csv", err=True)
        return
    index: list[Tension] = tension(observed, step, span)
    if kind == "svg":
        from detente.export.files import save

        save([drawing.svg(rows, index, found, title)], output)
        return
    width = shutil.get_terminal_size((100, 24)).columns
    click.echo(drawing.terminal(rows, index, found, width=width, colour=sys.stdout.isatty()), nl=False)
    _tell(found)


def _explain(snapshot: Snapshot, observed: list[Observation], wanted: str, step: Step) -> None:
    from detente.series import begin
    from detente.series.explain import sentences_behind

    start = begin(wanted, step)
    behind = [one for one in observed if begin(one.date, step) == start]
    for one, words in sentences_behind(snapshot, behind):
        side = "conflict" if one.conflict else "cooperation"
        kind = one.type + (f"/{one.mode}" if one.mode else "")
        source = one.outlet or one.source
        click.echo(f"{one.date}  {one.a} > {one.b}  {side} {abs(one.score):g}  {kind}  {one.event}  {_clean(source)}\n    {_clean(words)}")
    if not behind:
        click.echo(f"detente: nothing is counted in the {step} of {wanted}.", err=True)


def _clean(text: str | None) -> str:
    from detente.brief.labels import clean

    return clean(text)

"""`detente evaluate`: figures against gold, for a person, a ledger or CI."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.inputs import usage
from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.evaluate import Report
    from detente.records import CodedArticle

FILE = click.Path(path_type=Path)
Measured = tuple[str, "Report", str | None]


@click.command(epilog="Example: detente evaluate --corpus corpus/test --floors docs/floors.json")
@click.option("--corpus", "folders", type=FILE, multiple=True, metavar="DIR", help="Annotated articles, or cases of actors; else corpus/test.")
@click.option("--gold", type=FILE, metavar="FILE", help="Gold as JSON Lines of coded articles; with --coded.")
@click.option("--coded", type=FILE, metavar="FILE", help="Answers as JSON Lines of coded articles; with --gold.")
@click.option("--data", type=FILE, metavar="DIR", help="A folder with measured sets (docs/evaluation.md); absent ones are named.")
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="plover, plover-2021, or a YAML file.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="How to print the figures.")
@click.option("--record", is_flag=True, help="Add the figures to docs/results.json and write docs/results.md anew.")
@click.option("--floors", type=FILE, metavar="FILE", help="Pinned floors (JSON); a figure below its floor gives exit code 1.")
def command(
    folders: tuple[Path, ...],
    gold: Path | None,
    coded: Path | None,
    data: Path | None,
    codebook: str,
    format_: str,
    record: bool,
    floors: Path | None,
) -> None:
    """Score coded articles against gold: events, types, sides, statuses, dates, statements, mentions, times, places.

    docs/evaluation.md says what each figure counts.
    """
    from detente.evaluate import below, read_floors

    if (gold is None) != (coded is None):
        raise click.UsageError("--gold and --coded go together; name both files.")
    try:
        pinned = read_floors(floors) if floors else {}
        measured = list(_measured(folders, gold, coded, data, codebook))
    except DetenteError as error:
        raise usage(error) from error
    _show(measured, format_)
    if record:
        _record(measured)
    sets = {name for name, _, _ in measured}
    problems = [f"{name}: {line}" for name, report, _ in measured for line in below(report, pinned.get(name, {}))]
    problems += [f"{name}: has floors, but was not measured." for name in pinned if name not in sets and not (gold or data)]
    for problem in problems:
        click.echo(f"detente: {problem}", err=True)
    if problems:
        raise SystemExit(1)


def _measured(folders: Sequence[Path], gold: Path | None, coded: Path | None, data: Path | None, codebook: str) -> Iterator[Measured]:
    """Each measured set: its name, its report, the fingerprint of what was measured."""
    if gold and coded:
        from detente.evaluate import score

        yield gold.name, score(list(_lines(gold)), list(_lines(coded))), None
    for folder in folders or (() if gold or data else (Path("corpus/test"),)):
        yield _corpus(folder, codebook)
    if data:
        from detente.coder import Coder
        from detente.evaluate.sets import measure as measure_sets

        if not data.is_dir():
            raise click.UsageError(f"{data}: no such folder; name one that holds measured sets (docs/evaluation.md).")
        for name, found in measure_sets(data, Coder(codebook)):
            if found is None:
                click.echo(f"left out: {name}, its data are not in {data}", err=True)
            else:
                yield name, found, None


def _corpus(folder: Path, codebook: str) -> Measured:
    """A folder of cases of actors, or of articles."""
    from detente.evaluate.actors import FILE as CASES
    from detente.evaluate.corpus import fingerprint, measure

    name = "/".join(folder.resolve().parts[-2:])
    if (folder / CASES).is_file():
        from detente.actor import Resolver
        from detente.evaluate.actors import measure as measure_cases

        return name, measure_cases(folder / CASES, Resolver()), fingerprint(folder)
    from detente.coder import Coder

    report, _ = measure(Coder(codebook).code, folder, codebook)
    return name, report, fingerprint(folder)


def _lines(path: Path) -> Iterator[CodedArticle]:
    import msgspec

    from detente.errors import InputError
    from detente.records import CodedArticle

    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).", "Name a file that exists and is readable.", "missing") from error
    for number, line in enumerate(lines, 1):
        try:
            if line.strip():
                yield msgspec.json.decode(line, type=CodedArticle)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            hint = "Write it with `detente code --format jsonl`."
            raise InputError(f"{path}, line {number}: no coded article ({error}).", hint, "row") from error


def _show(measured: list[Measured], format_: str) -> None:
    if format_ == "json":
        import msgspec

        plain = {name: report.as_dict() for name, report, _ in measured}
        click.echo(msgspec.json.format(msgspec.json.encode(plain), indent=1).decode())
        return
    from rich.console import Console

    from detente.evaluate import table

    console = Console()
    if not console.is_terminal:
        console = Console(width=110)  # a log or a pipe has room
    for name, report, _ in measured:
        shown = table(report)
        shown.title = f"{name}: {shown.title}"
        console.print(shown)


def _record(measured: list[Measured]) -> None:
    from detente.evaluate import record, result

    said = shlex.join(["detente", *(word for word in sys.argv[1:] if word != "--record")])
    for name, report, digest in measured:
        page = record(result(report, name, said, fingerprint=digest))
        click.echo(f"wrote {page}", err=True)

"""The ledger of results: every measurement with its date, commit, set and command, as JSON and as a page to read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from detente.errors import UsageError
from detente.evaluate.tally import Report
from detente.records import Record


class Result(Record, frozen=True, kw_only=True):
    """One measurement: its ISO day, commit, set (with the set's fingerprint), command and figures."""

    date: str
    commit: str
    set: str
    command: str
    figures: dict[str, float]
    articles: int | None = None
    fingerprint: str | None = None
    note: str | None = None


def result(
    report: Report, name: str, command: str, *, fingerprint: str | None = None, note: str | None = None
) -> Result:
    """A report as an entry of the ledger, dated today, figures rounded to four digits."""
    figures = {key: round(figure.value, 4) for key, figure in report.figures.items() if figure.value is not None}
    figures |= {
        f"type: {key}": round(figure.value, 4) for key, figure in report.types.items() if figure.value is not None
    }
    figures |= {
        f"status: {key}": round(figure.value, 4) for key, figure in report.statuses.items() if figure.value is not None
    }
    return Result(
        date=datetime.now(UTC).date().isoformat(),
        commit=current_commit(),
        set=name,
        command=command,
        figures=figures,
        articles=report.articles,
        fingerprint=fingerprint,
        note=note,
    )


def current_commit(folder: str | Path = ".") -> str:
    """The short hash of the checkout's commit, with `+` if files were changed since; `unknown` outside a checkout."""
    try:
        command = ["git", "-C", str(folder), "describe", "--always", "--dirty=+", "--exclude=*"]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "unknown"


def read_results(path: str | Path) -> tuple[Result, ...]:
    """All entries, oldest first; none if there is no ledger yet.

    Raises:
        UsageError: the file is no ledger.
    """
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=tuple[Result, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError) as error:
        raise UsageError(
            f"{path}: the ledger cannot be read ({error}).", "Restore it from the last commit.", "ledger"
        ) from error


def record(entry: Result, folder: str | Path = "docs") -> Path:
    """Append an entry to `results.json` of a folder and write its `results.md` anew; returns the page's path."""
    ledger = Path(folder) / "results.json"
    entries = (*read_results(ledger), entry)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    plain = [{key: value for key, value in msgspec.to_builtins(one).items() if value is not None} for one in entries]
    ledger.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    page = ledger.with_suffix(".md")
    page.write_text(render(entries), encoding="utf-8")
    return page


def render(entries: Sequence[Result]) -> str:
    """The page: for each set the newest figures beside those before, then every measurement with its command."""
    lines = ["# Results", "", "Written by `detente evaluate` from `results.json`; not edited by hand.", ""]
    for name in dict.fromkeys(entry.set for entry in entries):
        lines += _set_table(name, [entry for entry in entries if entry.set == name])
    lines += [
        "## Every measurement",
        "",
        "| date | commit | set | articles | fingerprint | command | note |",
        "|---|---|---|--:|---|---|---|",
    ]
    for entry in reversed(entries):
        cells = (
            entry.date,
            entry.commit,
            entry.set,
            entry.articles,
            entry.fingerprint,
            f"`{entry.command}`",
            entry.note,
        )
        lines.append("| " + " | ".join("" if cell is None else str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _set_table(name: str, entries: Sequence[Result]) -> list[str]:
    newest, before = entries[-1], entries[-2] if len(entries) > 1 else None
    lines = [f"## {name}", "", f"{newest.date}, commit {newest.commit}: `{newest.command}`", ""]
    lines += ["| figure | value | before |", "|---|--:|--:|"]
    for figure, value in newest.figures.items():
        old = before.figures.get(figure) if before else None
        lines.append(f"| {figure} | {value:.3f} | {'' if old is None else f'{old:.3f}'} |")
    return [*lines, ""]

"""The dossier as Markdown, and for the terminal."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterator

from detente.brief import labels
from detente.brief.dossier import Dossier, Entry, Source
from detente.brief.markdown import escape


def markdown(dossier: Dossier) -> str:
    """`dossier` as a Markdown document; the words behind each line stand at its end, under its number."""
    return "\n".join(_markdown(dossier)) + "\n"


def _totals(it: Dossier) -> str:
    return " · ".join([labels.total(len(it.entries), "event"), labels.total(it.reports, "report"), labels.total(len(it.papers), "article")])


def _markdown(it: Dossier) -> Iterator[str]:
    yield f"# {escape(it.title)}\n"
    yield f"{it.days} · {_totals(it)}\n"
    if it.periods:
        yield f"## {escape(it.sides)} by {it.step}\n\n| from | cooperation | conflict | tension |\n|---|--:|--:|--:|"
        index = {one.date: one for one in it.index}
        for row in (row for row in it.periods if row.coop_n or row.conf_n):
            one = index.get(row.date)
            tension = f"{one.value:.0f} ({one.low:.0f} to {one.high:.0f})" if one else ""
            yield f"| {row.date} | {row.coop_n} (score {row.coop_score:.1f}) | {row.conf_n} (score {row.conf_score:.1f}) | {tension} |"
        yield ""
        yield from (f"Change on {turn.date}: {', '.join(ref.upper() for ref in refs)}\n" for turn, refs in it.turns)
    if it.disputes:
        yield "## Where reports contradict each other\n"
        for dispute in it.disputes:
            yield f"- **{escape(dispute.about)}**\n  - {_quote(dispute.one)}\n  - {_quote(dispute.other)}"
        yield ""
    yield "## What happened\n"
    yield from map(_line, it.entries)
    yield "\n## The words behind it\n"
    for entry in it.entries:
        yield from (f'- <a id="{one.ref}"></a>{entry.ref.upper()}, {_quote(one)}' for one in entry.sources)
    yield "\n## Articles\n"
    for paper in it.papers:
        copied = f", copy of {paper.copy_of}" if paper.copy_of else ""
        yield f"- {paper.ref.upper()}: {escape(paper.title)} ({escape(paper.where)}{copied})"


def _line(entry: Entry) -> str:
    refs = ", ".join(f"[{one.label}](#{one.ref})" for one in entry.sources)
    return f"- {entry.ref.upper()}, {entry.date_words}. **{entry.status_words}.** {escape(entry.text)} ({_sources(entry)}: {refs})"


def _quote(one: Source) -> str:
    return f"{one.label} ({escape(one.where)}): “{escape(one.words)}”"


def _sources(entry: Entry) -> str:
    number = entry.independent
    return f"{number} independent {'source' if number == 1 else 'sources'}"


def terminal(it: Dossier, *, width: int | None = None, colour: bool | None = None) -> str:
    """`it` as text for a terminal of `width` columns."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from detente.brief import drawing

    live = sys.stdout.isatty() if colour is None else colour
    columns = width or (shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100)
    out = io.StringIO()
    console = Console(file=out, width=max(columns, 60), force_terminal=live, color_system="standard" if live else None, highlight=False, markup=False,
                      emoji=False, legacy_windows=False)  # fmt: skip
    console.print(Text(it.title, "bold"))
    console.print(
        Text(f"{it.days} · {_totals(it)} · {', '.join(it.outlets)}", "dim")
    )
    if it.periods:
        out.write("\n" + drawing.terminal(it.periods, it.index, [turn for turn, _ in it.turns], width=columns, colour=live))
    if it.disputes:
        console.print(Text("\nWhere reports contradict each other", "bold"))
    for dispute in it.disputes:
        console.print(Padding(Text(dispute.about, "red"), (0, 2)))
        for side in (dispute.one, dispute.other):
            console.print(Padding(Text.assemble(f"“{side.words}” ", (f"{side.where} {side.label}", "dim")), (0, 0, 0, 6)))
    console.print(Text("\nWhat happened", "bold"))
    grid = Table.grid(padding=(0, 2), pad_edge=True)
    for size in (11, 16, None):
        grid.add_column(min_width=size, no_wrap=size is not None, ratio=None if size else 1)
    for entry in it.entries:
        told = Text.assemble(entry.text, (f" {_sources(entry)}: {' '.join(one.label for one in entry.sources)}", "dim"))
        grid.add_row(entry.date_words, Text(entry.status_words, "green" if entry.quad < 3 else "red"), told)
    console.print(grid)
    console.print(Text("\nArticles", "bold"))
    for paper in it.papers:
        copied = f", copy of {paper.copy_of}" if paper.copy_of else ""
        console.print(Padding(Text.assemble((f"{paper.ref.upper()} ", "dim"), paper.title, (f"  {paper.where}{copied}", "dim")), (0, 2)))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
